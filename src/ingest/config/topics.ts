/** 栏目 of site.yaml: the order, names and absence of topics, and topics of the bureau's own. */
import * as z from "zod";

/** A topic as site.yaml lists it: one of the program's, or one that only data declare. */
export interface ListedTopic {
  /** Its address; null where its name says which of the program's it is. */
  id: string | null;
  /** Its name in the navigation, and its word in the column 栏目. */
  name: string;
  hidden: boolean;
}

/** Addresses of other pages; tests hold the list to src/pages. */
export const TAKEN: readonly string[] = [
  "404",
  "about",
  "accessibility",
  "categories",
  "charts",
  "compare",
  "corrections",
  "data",
  "embed",
  "explore",
  "figures",
  "findings",
  "questions",
  "r",
  "report-error",
  "robots",
  "search",
  "sitemap",
  "staff",
  "streets",
  "style",
  "verify",
];

const id = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9-]*$/, "编号会成为网址的一部分|用英文小写字母、数字和连字符，例如 permits")
  .refine((value) => !TAKEN.includes(value), "这个编号是别的网页的网址|换一个编号，例如 permits");
const name = z
  .string()
  .trim()
  .min(1, "必须填写|写栏目的名称，例如：行政许可")
  .refine((value) => value.length <= 8, "名称太长，导航里放不下|写短一些，不超过8个字");

/** Of topics and of questions. */
export const shown = z
  .enum(["是", "否"], { message: "显示只写“是”或“否”|不想列出的写“显示: 否”，别的不用写" })
  .default("是");

export const topicSchema = z.strictObject({ 编号: id.optional(), 名称: name, 显示: shown });

export const topicsSchema = z
  .array(topicSchema)
  .default([])
  .refine(
    (list) =>
      new Set(list.map((one) => one.编号 ?? one.名称)).size === list.length &&
      new Set(list.map((one) => one.名称)).size === list.length,
    "两个栏目的编号或名称相同|每个栏目用自己的编号和名称",
  );

export function listedTopics(list: z.infer<typeof topicsSchema>): readonly ListedTopic[] {
  return list.map((one) => ({ id: one.编号 ?? null, name: one.名称, hidden: one.显示 === "否" }));
}

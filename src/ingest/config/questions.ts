/** 问题 of site.yaml: the order of the home page's questions, and those that it leaves out. */
import * as z from "zod";
import { shown } from "./topics.ts";

/** A question as site.yaml lists it; which it is, its name says. */
export interface ListedQuestion {
  name: string;
  hidden: boolean;
}

const EXAMPLE = "写成 问题: [负责人出庭, { 名称: 诉求办结, 显示: 否 }]，或者不写这一项";
const name = z.string().trim().min(1, "必须填写|写问题的名称，例如：负责人出庭");

export const questionSchema = z.strictObject({ 名称: name, 显示: shown });

export const questionsSchema = z
  .array(
    // A name alone says where it stands.
    z.preprocess((one) => (typeof one === "string" ? { 名称: one } : one), questionSchema),
    { message: `看不出是哪些问题|${EXAMPLE}` },
  )
  .default([])
  .refine(
    (list) => new Set(list.map((one) => one.名称)).size === list.length,
    "一个问题写了两次|每个问题只写一次",
  );

export function listedQuestions(list: z.infer<typeof questionsSchema>): readonly ListedQuestion[] {
  return list.map((one) => ({ name: one.名称, hidden: one.显示 === "否" }));
}

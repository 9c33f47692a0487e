/** The rooms of src/ from the ground up, what each holds, and how its files import each other. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import ts from "typescript";
import { ROOT } from "../../scripts/lib/places.ts";

/** A file may import from its own room and from those above it in this list, never from one below. */
export const ROOMS: readonly (readonly [room: string, chinese: string, english: string])[] = [
  ["values", "数值、精确程度、出处", "quantities, amounts and where they come from"],
  ["text", "数字、词和句子怎样写", "how numbers, words and sentences are written"],
  ["datasets", "数据表，一个文件一张", "one file a CSV: columns, words, keys, what is personal"],
  ["ingest", "字节→格→有类型的行，以及问题", "bytes, cells, typed rows; problems"],
  [
    "exports",
    "业务系统的导出→干净的表，一个文件一个系统",
    "one file a system: its export becomes clean tables",
  ],
  ["fix", "有把握的写法统一成一种", "what is certain is written in one way"],
  ["metrics", "指标，一个是一句话；engine/ 计数", "a metric is a sentence; engine/ counts"],
  ["protect", "小数目和个人：隐去、合并", "what could tell of a person is withheld"],
  ["figures", "每个指标在一年里的数字", "every metric's value in a year"],
  ["findings", "核对规则，一个文件一条", "one file a rule: what does not add up"],
  ["report", "报告正文和其中的引用", "the report's prose with live numbers"],
  ["editions", "发布过的图，从此不变", "charts as they were published, never changed"],
  ["site", "一年、一个网站有什么", "what a year and a site hold"],
  ["charts", "图，一个文件一张；views/ 陈述，forms/ 画法", "one file a chart; views/, forms/"],
  ["topics", "栏目，一个文件一个", "one file a topic: its story"],
  ["questions", "首页的问题，一个文件一个", "one file a question of the home page"],
  ["tickets", "一条街、一类诉求的网页说什么", "what the page of one street or kind tells"],
  ["moves", "两份数据的公开内容相差什么", "what moves in public between two states of the data"],
  ["load", "数据文件夹→网站", "a data folder becomes the site that the pages are made of"],
  [
    "extract",
    "报告的文字→草稿：正文和其中的数字",
    "a prose report becomes a draft of the year's folder",
  ],
  ["downloads", "CSV 和 JSON", "CSV and JSON"],
  ["explore", "逐行查看", "the explorer of rows"],
  ["search", "查找", "the words of all pages, and finding them"],
  ["staff", "工作人员放进一张表就检查的网页", "a table checked and mended in the browser"],
  ["cube", "由数据库先汇总的 SQL", "SQL for data too large to export"],
  ["styles", "样式", "style sheets"],
  ["layouts", "网页的框架", "what every page has around it"],
  ["components", "网页的部件", "parts of pages"],
  ["pages", "网址，一个文件一个", "one file an address"],
];

/** The list as README.md and CONTRIBUTING.md show it. */
export function roomsText(): string {
  const width = Math.max(...ROOMS.map(([room]) => room.length)) + 2;
  return ROOMS.map(
    ([room, chinese, english]) => `${`${room}/`.padEnd(width)}${chinese} · ${english}`,
  ).join("\n");
}

/** Each source file of src/, by its path from the root, with the files of src/ that it imports. */
export function importsOfSources(): ReadonlyMap<string, readonly string[]> {
  const files = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
    .map((file) => posix.join("src", file.replaceAll("\\", "/")))
    .filter((file) => /\.(?:ts|astro)$/.test(file));
  return new Map(files.map((file) => [file, importsOf(file)]));
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  const script = file.endsWith(".astro") ? (text.split(/^---$/m)[1] ?? "") : text;
  return ts
    .preProcessFile(script)
    .importedFiles.map(({ fileName }) => fileName.replace(/\?.*$/, ""))
    .filter((name) => name.startsWith("."))
    .map((name) => posix.join(dirname(file), name))
    .filter((target) => target.startsWith("src/"));
}

/** Files that import each other in a circle, each circle once. */
export function circles(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) found.push(path.slice(start));
    if (start >= 0 || done.has(file)) return;
    for (const target of imports.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return found;
}

/**
 * report.md: the year's report in the bureau's words, every number a live reference. Its five
 * statutory parts (法治政府建设与责任落实督察工作规定 第二十四条) are the first-level headings.
 */
import type { Element, ElementContent, Root as HastRoot, RootContent } from "hast";
import { toHtml } from "hast-util-to-html";
import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { toHast } from "mdast-util-to-hast";
// CommonMark does not close **加粗。** before a 汉字; this does.
import { cjkFriendlyExtension } from "micromark-extension-cjk-friendly";
import { parseDate } from "../ingest/dates.ts";
import type { ReportText } from "../ingest/ingest.ts";
import type { Problems } from "../ingest/problems.ts";
import { nearest } from "../ingest/text.ts";
import { readYaml } from "../ingest/yaml.ts";
import type { YearFigures } from "../metrics/figures.ts";
import { type Live, REFERENCE, resolveReference } from "./references.ts";

/** The five parts that the report must have, by their order. */
export const PARTS = [
  { id: "measures", name: "主要举措和成效" },
  { id: "shortcomings", name: "存在的不足和原因" },
  { id: "leader", name: "党政主要负责人履行第一责任人职责情况" },
  { id: "plan", name: "下一年度主要安排" },
  { id: "other", name: "其他需要报告的情况" },
] as const;
export type PartId = (typeof PARTS)[number]["id"];

export interface ReportPart {
  id: PartId;
  title: string;
  /** Titles of its second-level headings. */
  headings: string[];
  content: RootContent[];
}

export interface Report {
  title: string;
  /** 成文日期, ISO; empty when not given. */
  dated: string;
  /** Where the bureau published the original; empty when not known. */
  url: string;
  parts: ReportPart[];
}

const ORDINALS = ["一", "二", "三", "四", "五"];

/** Parses a report and checks every reference against the year's figures. */
export function parseReport(source: ReportText, figures: YearFigures, problems: Problems): Report {
  const { meta, body, offset } = frontMatter(source, problems);
  const tree = fromMarkdown(body, { extensions: [cjkFriendlyExtension()] });
  const prose = htmlAsText(tree);
  checkText(prose, body, offset, source.file, figures, problems);
  const report: Report = { ...meta, parts: [] };
  const hast = toHast(prose) as HastRoot;
  for (const node of hast.children) {
    const misplaced = (why: string, mend: string) =>
      problems.add({
        code: "report-part",
        file: source.file,
        cell: `第${offset + (node.position?.start.line ?? 1)}行`,
        value: plainText(node as RootContent),
        why,
        mend,
      });
    if (isHeading(node, "h1")) {
      const title = plainText(node);
      const ordinal = ORDINALS.indexOf(title.trim()[0] ?? "");
      const part = PARTS[ordinal];
      if (!part) {
        misplaced(
          "一级标题只能是五个法定部分，用“一、”到“五、”开头",
          "报告的标题写在文件开头“标题:”后面；部分里面的标题用两个井号“##”",
        );
      } else if (report.parts.some(({ id }) => id === part.id)) {
        misplaced(`第${ORDINALS[ordinal]}部分写了两次`, "合并成一个部分");
      } else report.parts.push({ id: part.id, title, headings: [], content: [] });
      continue;
    }
    const part = report.parts.at(-1);
    if (!part) {
      if (plainText(node as RootContent).trim() !== "") {
        misplaced("这段文字在第一部分前面，页面上不会出现", "移到“# 一、……”下面，或者删掉");
      }
      continue;
    }
    if (isHeading(node, "h2")) part.headings.push(plainText(node));
    part.content.push(node);
  }
  PARTS.forEach((part, i) => {
    if (report.parts.some(({ id }) => id === part.id)) return;
    problems.add({
      code: "report-part",
      file: source.file,
      why: `没有第${ORDINALS[i]}部分“${part.name}”`,
      mend: `加一个一级标题，例如“# ${ORDINALS[i]}、${part.name}”；没有内容就写“无。”`,
    });
  });
  return report;
}

/** The blocks of a part as HTML; `link` renders a live number. Text is escaped, raw HTML is text. */
export function partHtml(
  part: ReportPart,
  figures: YearFigures,
  link: (live: Live) => { href: string; children: ElementContent[] },
): string {
  const convert = (node: RootContent | ElementContent): ElementContent[] => {
    if (node.type === "text") return liveText(node.value, figures, link);
    if (node.type !== "element") return [];
    const { href, alt } = node.properties;
    // A page asks nothing of other hosts and a link opens pages only: what else it is, is its words.
    if (node.tagName === "img") return [{ type: "text", value: String(alt ?? "") }];
    if (node.tagName === "a" && !opensPage(String(href))) return node.children.flatMap(convert);
    // The page's own title is the h1: the report's levels move down by one.
    const tagName = node.tagName.replace(/^h([1-5])$/, (_, n) => `h${Number(n) + 1}`);
    return [{ ...node, tagName, children: node.children.flatMap(convert) }];
  };
  return toHtml({ type: "root", children: part.content.flatMap(convert) });
}

function opensPage(href: string): boolean {
  const base = "http://site.invalid/";
  return URL.canParse(href, base) && /^(?:https?|mailto):$/.test(new URL(href, base).protocol);
}

/** Text with its references turned into links. Also for the narrative of the topic pages. */
export function liveText(
  text: string,
  figures: YearFigures,
  link: (live: Live) => { href: string; children: ElementContent[] },
): ElementContent[] {
  const nodes: ElementContent[] = [];
  let end = 0;
  for (const match of text.matchAll(REFERENCE)) {
    if (match.index > end) nodes.push({ type: "text", value: text.slice(end, match.index) });
    end = match.index + match[0].length;
    const resolved = resolveReference(match[1] ?? "", figures);
    // References are checked when the report is read; an unknown one here is a slip of ours.
    if (!resolved.ok) throw new Error(`${match[0]}: ${resolved.why}`);
    const { href, children } = link(resolved.live);
    nodes.push({
      type: "element",
      tagName: "a",
      properties: { className: ["n"], href },
      children,
    });
  }
  if (end < text.length) nodes.push({ type: "text", value: text.slice(end) });
  return nodes;
}

const FIELDS = ["标题", "成文日期", "原文网址"];

function frontMatter(source: ReportText, problems: Problems) {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(source.text);
  const yaml = match ? readYaml(match[1] ?? "", source.file, problems, 1) : null;
  const fields = (yaml?.value ?? {}) as Record<string, unknown>;
  for (const key of Object.keys(fields)) {
    if (FIELDS.includes(key)) continue;
    const near = nearest(key, FIELDS);
    problems.add({
      code: "yaml-field",
      file: source.file,
      cell: `第${yaml?.lineOf([key]) ?? 1}行`,
      column: key,
      value: key,
      why: "没有这一项",
      mend: near ? `是不是“${near}”？` : `可用的有：${FIELDS.join("、")}`,
    });
  }
  const field = (key: string) => (typeof fields[key] === "string" ? fields[key].trim() : "");
  let dated = "";
  if (field("成文日期")) {
    const date = parseDate(field("成文日期"));
    if (date.ok) dated = date.value;
    else {
      const { code, why, mend } = date;
      const cell = `第${yaml?.lineOf(["成文日期"]) ?? 1}行`;
      problems.add({ code, file: source.file, cell, value: field("成文日期"), why, mend });
    }
  }
  const head = match?.[0] ?? "";
  return {
    meta: {
      title: field("标题"),
      dated,
      url: /^https?:\/\//.test(field("原文网址")) ? field("原文网址") : "",
    },
    body: source.text.slice(head.length),
    offset: head.split("\n").length - 1,
  };
}

/** A number with a unit that was typed instead of referred to. Years, articles and deadlines are not. */
const TYPED_NUMBER =
  /(?<![第\d０-９.])[\d０-９][\d０-９,，.]*\s?(?:万|亿)?(?:余|多)?(?:万|亿)?\s?(?:件次|件|次|条|起|家|个(?!工作日|月)|名|人次|人|宗|份|场|户|元|%|％)/g;
/** Braces that belong to no reference: they would be printed. */
const STRAY_BRACES = /\{\{|\}\}|[｛｝]+/g;

function checkText(
  tree: Root,
  body: string,
  offset: number,
  file: string,
  figures: YearFigures,
  problems: Problems,
): void {
  visitText(tree, (start, end) => {
    // The raw slice: an escape earlier in the text would shift the column of the parsed value.
    const raw = body.slice(start, end);
    const place = (index: number) => {
      const before = body.slice(0, start + index);
      return `第${offset + before.split("\n").length}行`;
    };
    for (const match of raw.matchAll(REFERENCE)) {
      const resolved = resolveReference(match[1] ?? "", figures);
      if (resolved.ok) continue;
      problems.add({
        code: "report-reference",
        file,
        cell: place(match.index),
        value: match[0],
        why: resolved.why,
        mend: resolved.mend,
      });
    }
    const blanked = raw.replace(REFERENCE, (token) => " ".repeat(token.length));
    for (const match of blanked.matchAll(STRAY_BRACES)) {
      problems.add({
        code: "report-reference",
        file,
        cell: place(match.index),
        value: raw.slice(match.index, match.index + 20),
        why: "花括号没有配对，或者用了全角的花括号",
        mend: "引用写成两个半角花括号括起来的编号，例如 {{cases}}",
      });
    }
    for (const match of blanked.matchAll(TYPED_NUMBER)) {
      problems.add({
        code: "report-number",
        file,
        cell: place(match.index),
        value: match[0],
        why: "直接写的数字不会随数据更新，也查不到出处",
        mend: "改成引用，例如 {{cases}}；编号见“数据”页的指标目录",
      });
    }
  });
}

/** What ends up as text on the page. */
const PRINTED: readonly string[] = ["text", "inlineCode", "code"];

function visitText(node: Nodes, visit: (start: number, end: number) => void): void {
  if (PRINTED.includes(node.type) && node.position) {
    visit(node.position.start.offset ?? 0, node.position.end.offset ?? 0);
  }
  if ("children" in node) for (const child of node.children) visitText(child, visit);
}

/** Raw HTML in the prose is shown as it is typed, never run and never lost. */
function htmlAsText<N extends Nodes>(node: N): N {
  if (node.type === "html") {
    return { type: "text", value: node.value, position: node.position } as unknown as N;
  }
  if (!("children" in node)) return node;
  return { ...node, children: node.children.map((child) => htmlAsText(child)) } as N;
}

function isHeading(node: RootContent, tagName: string): node is Element {
  return node.type === "element" && node.tagName === tagName;
}

export function plainText(node: RootContent | ElementContent): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(plainText).join("") : "";
}

/**
 * report.md: the year's report in the bureau's words, every number a live reference. Its five
 * statutory parts (法治政府建设与责任落实督察工作规定 第二十四条) are the first-level headings.
 */
import type { Element, ElementContent, Root as HastRoot, RootContent } from "hast";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { toHast } from "mdast-util-to-hast";
// CommonMark does not close **加粗。** before a 汉字; this does.
import { cjkFriendlyExtension } from "micromark-extension-cjk-friendly";
import type { YearFigures } from "../figures/figures.ts";
import type { ReportText } from "../ingest/ingest.ts";
import type { Problems } from "../ingest/problems/problems.ts";
import { crowdedLine, nestedLine } from "../ingest/text/nesting.ts";
import type { ReportDocument } from "./document.ts";
import { frontMatter } from "./front-matter.ts";
import { checkProse } from "./prose.ts";

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

export interface Report extends ReportDocument {
  /** What stands before the first part. */
  opening: RootContent[];
  parts: ReportPart[];
}

const ORDINALS = ["一", "二", "三", "四", "五"];

/** Parses a report and checks every reference against the year's figures. */
export function parseReport(source: ReportText, figures: YearFigures, problems: Problems): Report {
  const { meta, body, offset } = frontMatter(source, problems);
  const deep = (line: number) => {
    problems.add({
      code: "report-nested",
      file: source.file,
      cell: `第${offset + line}行`,
      value: body.split("\n")[line - 1] ?? "",
      why: "引用、列表或括号一层套一层，多得不像报告，网页上显示不出来",
      fix: "删去多余的“>”“-”“[”或“*”；要说的写成普通的一段",
    });
    return { ...meta, opening: [], parts: [] };
  };
  const crowded = crowdedLine(body);
  if (crowded > 0) return deep(crowded);
  const tree = fromMarkdown(body, { extensions: [cjkFriendlyExtension()] });
  const nested = nestedLine(tree);
  if (nested > 0) return deep(nested);
  const prose = htmlAsText(tree);
  checkProse(prose, body, offset, source.file, figures, problems);
  const report: Report = { ...meta, opening: [], parts: [] };
  const hast = toHast(prose) as HastRoot;
  for (const node of hast.children) {
    const misplaced = (why: string, fix: string) =>
      problems.add({
        code: "report-part",
        file: source.file,
        cell: `第${offset + (node.position?.start.line ?? 1)}行`,
        value: plainText(node as RootContent),
        why,
        fix,
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
      report.opening.push(node);
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
      fix: `加一个一级标题，例如“# ${ORDINALS[i]}、${part.name}”；没有内容就写“无。”`,
    });
  });
  return report;
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

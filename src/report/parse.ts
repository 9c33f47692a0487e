/**
 * report.md: the year's report in the bureau's words, every number a live reference. Its parts are
 * the first-level headings.
 */
import type { Element, ElementContent, Root as HastRoot, RootContent } from "hast";
import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { toHast } from "mdast-util-to-hast";
// CommonMark does not close **加粗。** before a 汉字; this does.
import { cjkFriendlyExtension } from "micromark-extension-cjk-friendly";
import type { YearFigures } from "../figures/figures.ts";
import type { ReportText } from "../ingest/ingest.ts";
import type { Problems } from "../ingest/problems/problems.ts";
import type { Refused } from "../ingest/rows/refused.ts";
import { crowdedLine, nestedLine } from "../ingest/text/nesting.ts";
import type { ReportDocument } from "./document.ts";
import { frontMatter } from "./front-matter.ts";
import { isNumbered, PARTS, type PartId, partsNamed } from "./parts.ts";
import { checkProse } from "./prose.ts";

export interface ReportPart {
  /** Its anchor: the statutory part that it is the first to name, else its place. */
  id: string;
  /** The statutory parts that its title names. */
  is: readonly PartId[];
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

/** Parses a report and checks every reference against the year's figures. */
export function parseReport(
  source: ReportText,
  year: number,
  known: { figures: YearFigures; refused: Refused },
  problems: Problems,
): Report {
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
  const prose = partsFirst(htmlAsText(tree), year);
  checkProse(prose, body, offset, source.file, known, problems);
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
      const is = partsNamed(title, year);
      if (report.parts.some((part) => part.title === title)) {
        misplaced("这个标题写了两次", "合并成一个部分，或者改成各自的标题");
      } else if (report.parts.length === 0 && is.length === 0 && !isNumbered(title)) {
        misplaced(
          "这像是报告的标题，不是它的一个部分",
          "报告的标题写在文件开头“标题:”后面；一级标题“# ”只用于“一、”“二、”这样的部分",
        );
      } else {
        const free = is.find((id) => report.parts.every((part) => part.id !== id));
        const id = free ?? `part-${report.parts.length + 1}`;
        report.parts.push({ id, is, title, headings: [], content: [] });
      }
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
  for (const { id, name } of PARTS) {
    if (report.parts.some(({ is }) => is.includes(id))) continue;
    const line = hast.children.find((node) => isTitleOf(id, node, year));
    problems.add({
      code: "report-part-missing",
      file: source.file,
      why: `没有标题像“${name}”的部分`,
      fix: line
        ? `第${offset + (line.position?.start.line ?? 1)}行“${plainText(line as RootContent)}”如果是这一部分的标题，行首写“# ”`
        : "报告里有这一部分的，把它的标题和文字补上；报告本来没有的不用改，也不要编一个",
    });
  }
  return report;
}

const LONGEST_TITLE = 40;

/** Whether a line that is no first-level heading reads like the title of a part. */
function isTitleOf(part: PartId, node: HastRoot["children"][number], year: number): boolean {
  if (node.type !== "element" || !/^(?:p|h[2-6])$/.test(node.tagName)) return false;
  const text = plainText(node);
  const isShort = text.length <= LONGEST_TITLE && !/[。；\n{]/.test(text);
  return isShort && isNumbered(text) && partsNamed(text, year).includes(part);
}

/** A report whose parts stand at ## , with nothing at #, is read as one whose parts stand at #. */
function partsFirst(tree: Root, year: number): Root {
  const headings = tree.children.filter((node) => node.type === "heading");
  const least = Math.min(...headings.map(({ depth }) => depth));
  const above = least - 1;
  const named = headings.some(
    (node) => node.depth === least && partsNamed(textIn(node), year).length > 0,
  );
  if (above === 0 || !named) return tree;
  const children = tree.children.map((node) =>
    node.type === "heading" ? { ...node, depth: (node.depth - above) as typeof node.depth } : node,
  );
  return { ...tree, children };
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

function textIn(node: Nodes): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(textIn).join("") : "";
}

export function plainText(node: RootContent | ElementContent): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(plainText).join("") : "";
}

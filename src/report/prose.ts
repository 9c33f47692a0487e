/** What may be wrong in the report's prose: references, numbers that should have been one, pictures. */
import type { Nodes, Root } from "mdast";
import type { YearFigures } from "../figures/figures.ts";
import type { Problems } from "../ingest/problems/problems.ts";
import type { Refused } from "../ingest/rows/refused.ts";
import { oneOf, SPANS, STATED } from "../text/measure-words.ts";
import { REFERENCE, type Resolved, resolveReference } from "./references.ts";

const UNIT = oneOf([...STATED, "％"]);
/** What only names something: a title, a short name in quotation marks, a place in an order. */
const NAMES =
  /《[^《》]{0,120}》|[“"][^“”"，。；]{1,15}[”"]|[第前头][\d０-９]{1,4}\s?[个]?[\p{Script=Han}]/gu;
/** A number with a unit that was typed instead of referred to. Years, articles and deadlines are not. */
const TYPED_NUMBER = new RegExp(
  String.raw`(?<![第\d０-９.])[\d０-９][\d０-９,，.]{0,99}\s?[万亿]?[余多]?[万亿]?\s?(?!${oneOf(SPANS)})${UNIT}`,
  "g",
);
/** Braces that belong to no reference: they would be printed. */
const STRAY_BRACES = /\{\{|\}\}|[｛｝]+/g;

interface YearRead {
  figures: YearFigures;
  refused: Refused;
}

/** Whether what is not there may be there again once a row is mended: a group's word may be wrong in it. */
function mayFollow({ id, group }: Unresolved, { figures, refused }: YearRead): boolean {
  if (!group) return refused.mayBe(id);
  const metric = figures.get(id)?.metric;
  return metric && "dataset" in metric ? refused.anyOf(metric.dataset.id) : refused.any;
}
type Unresolved = Extract<Resolved, { ok: false }>;

export function checkProse(
  tree: Root,
  body: string,
  offset: number,
  file: string,
  known: YearRead,
  problems: Problems,
): void {
  const breaks = [...body.matchAll(/\n/g)].map(({ index }) => index);
  visit(tree, (node) => {
    const start = node.position?.start.offset ?? 0;
    // The raw slice: an escape earlier in the text would shift the column of the parsed value.
    const raw = body.slice(start, node.position?.end.offset ?? 0);
    const place = (index: number) => `第${offset + 1 + countBelow(breaks, start + index)}行`;
    if (PICTURES.includes(node.type)) {
      problems.add({
        code: "report-picture",
        file,
        cell: place(0),
        value: raw,
        why: "网站不放报告里的图片，页面上只剩方括号里的文字",
        fix: "把图片要说的写成文字，数字写成引用，例如 {{cases}}；不需要就删掉",
      });
    }
    if (!PRINTED.includes(node.type)) return;
    for (const match of raw.matchAll(REFERENCE)) {
      const resolved = resolveReference(match[1] ?? "", known.figures);
      if (resolved.ok || mayFollow(resolved, known)) continue;
      problems.add({
        code: "report-reference",
        file,
        cell: place(match.index),
        value: match[0],
        why: resolved.why,
        fix: resolved.fix,
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
        fix: "引用写成两个半角花括号括起来的编号，例如 {{cases}}",
      });
    }
    for (const match of typedNumbers(blanked)) {
      problems.add({
        code: "report-number",
        file,
        cell: place(match.index),
        value: match[0],
        why: "直接写的数字不会随数据更新，也查不到出处",
        fix: "改成引用，例如 {{cases}}；编号见“数据”页的指标目录",
      });
    }
  });
}

/** The numbers of a text that a reader would take for the report's figures. */
export function typedNumbers(text: string): RegExpExecArray[] {
  return [...text.replace(NAMES, (name) => " ".repeat(name.length)).matchAll(TYPED_NUMBER)];
}

/** How many of the ascending numbers are below one. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (numbers[middle]! < limit) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** What ends up as text on the page. */
const PRINTED: readonly string[] = ["text", "inlineCode", "code"];

/** What would need a file beside the page. */
const PICTURES: readonly string[] = ["image", "imageReference"];

function visit(node: Nodes, each: (node: Nodes) => void): void {
  each(node);
  if ("children" in node) for (const child of node.children) visit(child, each);
}

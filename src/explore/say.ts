/** What the page says of an answer: the build says it first, the browser after every choice. */

import { numberText } from "../text/format.ts";
import type { Answer } from "./engine.ts";
import { PAGE } from "./head.ts";

export function sumText({ exact, matters }: Answer, unit: string): string {
  return `${exact ? "" : "至少"}${numberText(matters)}${unit}`;
}

export function foundText(answer: Answer, unit: string, filtered: boolean): string {
  const { lines, matters } = answer;
  if (lines === 0) return "没有符合条件的";
  const rows = lines === matters ? "" : `（${numberText(lines)}行）`;
  return `${filtered ? "符合条件的" : "全部"}${sumText(answer, unit)}${rows}`;
}

export function barsTitle(answer: Answer, unit: string, column: string): string {
  return `${sumText(answer, unit)}，按${column}分`;
}

export function captionText({ lines, page, pages }: Answer): string {
  if (pages === 1) return "全部行";
  return `第${numberText(page * PAGE + 1)}至${numberText(Math.min(lines, (page + 1) * PAGE))}行`;
}

export function pagesText({ page, pages }: Answer): string {
  return `第${numberText(page + 1)}页，共${numberText(pages)}页`;
}

/** What a row below the head of an export is: a record, or what offices write between and below records. */
import { isFootnote, isNoteLabel, isNoteSentence, isToSign } from "../ingest/text/footnotes.ts";
import { countsOn, isColumnNumber, isExampleWord, isGuideCell } from "../ingest/text/form-words.ts";
import { isSpreadTotal, summaryIn, summaryOf } from "../ingest/text/summary-words.ts";
import { isBlank, isNothing, meant } from "../ingest/text/tidy.ts";
import { headKey } from "./heads.ts";
import type { Recognised } from "./recognise.ts";
import type { Taken } from "./taken-heads.ts";

/** Why a row is left out, in a clerk's words. */
export const LEFT_ROWS = {
  blank: "空行",
  head: "重复的表头",
  total: "合计、小计之类的汇总行",
  note: "表下面的注、填表人之类",
  unfilled: "只有序号的空行",
  example: "模板里的示例",
  guide: "怎样填写的说明、列的序号",
  body: "别的单位的",
  other: "不属于这张表的（别的事项类型、不是行政案件、没有完成的审批）",
} as const;
export type LeftRow = keyof typeof LEFT_ROWS;

/** `isData` is what isDataRow says of it, under heads without a number: then most rows are told at once. */
export function rowKind(
  cells: readonly string[],
  heads: readonly string[],
  { taken }: Recognised,
  isData = false,
): LeftRow | "record" {
  if (isData && saysTwo(cells, taken)) return "record";
  const filled: number[] = [];
  for (let index = 0; index < cells.length; index++) {
    if (!isNothing(cells[index]!)) filled.push(index);
  }
  if (filled.length === 0) return "blank";
  const first = meant(cells[filled[0]!]!);
  if (isHead(cells, filled, heads)) return "head";
  let says = 0;
  let names = 0;
  for (const { index, column } of taken) {
    const cell = cells[index] ?? "";
    if (isBlank(cell)) continue;
    const isNumber = column.type === "quantity" || column.type === "money";
    // A template's row may have noughts.
    if (!isNumber || !/^0(?:\.0+)?$/.test(meant(cell))) says++;
    if (!isNumber) names++;
    if (names > 1) break;
  }
  if (filled[0] === 0 && isExampleWord(first)) return "example";
  if (isGuideRow(cells, filled)) return "guide";
  // 注：本表由法制股汇总 ends as a total does.
  if (names <= 1 && isFootnote(first)) return "note";
  if (filled.every((index) => isToSign(meant(cells[index]!)))) return "note";
  if (isSpreadTotal(cells) || summaryIn(first) || (names <= 1 && summaryOf(first))) return "total";
  if (filled.length <= 2 && taken.some((one) => isNamedTotal(one, cells))) return "total";
  if (filled.length === 1 && (isNoteSentence(first) || isNoteLabel(first, true))) return "note";
  if (names === 0 && isNoteLabel(first, true)) return "note";
  return says === 0 ? "unfilled" : "record";
}

/** Whether a row says two things that are no numbers. */
function saysTwo(cells: readonly string[], taken: readonly Taken[]): boolean {
  let said = 0;
  for (const { index, column } of taken) {
    if (column.type === "quantity" || column.type === "money" || isBlank(cells[index] ?? ""))
      continue;
    if (++said > 1) return true;
  }
  return false;
}

/** Whether a row says its table's heads once more: asked of its shortest cell first, which most rows share. */
function isHead(cells: readonly string[], filled: readonly number[], heads: readonly string[]) {
  const same = (index: number) => headKey(cells[index]!) === headKey(heads[index] ?? "");
  let shortest = filled[0]!;
  for (const index of filled) {
    if (cells[index]!.length < cells[shortest]!.length) shortest = index;
  }
  return same(shortest) && filled.every(same);
}

/** 市容 合计 in a row that says at most one thing more; a number is no name. */
function isNamedTotal({ index, column }: Taken, cells: readonly string[]): boolean {
  const cell = cells[index] ?? "";
  if (column.type === "quantity" || column.type === "money" || isBlank(cell)) return false;
  return summaryOf(meant(cell)) !== null;
}

/** What templates write under their heads: what must be filled in and how, or the columns' numbers. */
function isGuideRow(cells: readonly string[], filled: readonly number[]): boolean {
  const { length } = filled;
  if (length < 3) return false;
  const texts = filled.map((index) => cells[index]!);
  if (isColumnNumber(texts[0]!) && countsOn(texts)) return true;
  const enough = Math.max(2, Math.ceil(length / 3));
  let guides = 0;
  for (let at = 0; at < length && guides + length - at >= enough; at++) {
    if (isGuideCell(texts[at]!)) guides++;
  }
  return guides >= enough;
}

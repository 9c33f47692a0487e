/** What a row below the head of an export is: a record, or what offices write between and below records. */
import { isFootnote, isNoteLabel, isNoteSentence } from "../ingest/rows/footnotes.ts";
import { summaryIn, summaryOf } from "../ingest/text/summary-words.ts";
import { isBlank, isNothing, meant } from "../ingest/text/tidy.ts";
import { headKey } from "./heads.ts";
import type { Recognised } from "./recognise.ts";

/** What the first cell of a template's example says. */
export const EXAMPLE = "示例";

/** Why a row is left out, in a clerk's words. */
export const LEFT_ROWS = {
  blank: "空行",
  head: "重复的表头",
  total: "合计、小计之类的汇总行",
  note: "表下面的注、填表人之类",
  unfilled: "只有序号的空行",
  example: "模板里的示例",
  guide: "怎样填写的说明、列的序号",
  other: "不属于这张表的（别的事项类型、不是行政案件的案号）",
} as const;
export type LeftRow = keyof typeof LEFT_ROWS;

export function rowKind(
  cells: readonly string[],
  heads: readonly string[],
  { taken }: Recognised,
): LeftRow | "record" {
  const filled: number[] = [];
  for (let index = 0; index < cells.length; index++) {
    if (!isNothing(cells[index]!)) filled.push(index);
  }
  if (filled.length === 0) return "blank";
  const first = meant(cells[filled[0]!]!);
  if (filled.every((index) => headKey(cells[index]!) === headKey(heads[index] ?? ""))) {
    return "head";
  }
  const says = taken.filter(({ index }) => !isBlank(cells[index] ?? ""));
  const names = says.filter(({ column }) => column.type !== "quantity" && column.type !== "money");
  if (filled[0] === 0 && first === EXAMPLE) return "example";
  if (isGuide(filled.map((index) => meant(cells[index]!)))) return "guide";
  // 注：本表由法制股汇总 ends as a total does.
  if (isFootnote(first) && names.length <= 1) return "note";
  if (summaryIn(first) || (summaryOf(first) && names.length <= 1)) return "total";
  if (filled.length <= 2 && names.some(({ index }) => summaryOf(meant(cells[index]!)))) {
    return "total";
  }
  if (filled.length === 1 && (isNoteSentence(first) || isNoteLabel(first, true))) return "note";
  if (isNoteLabel(first, true) && names.length === 0) return "note";
  return says.length === 0 ? "unfilled" : "record";
}

/** What templates of exports write under their heads: what must be filled in and how, or 1, 2, 3. */
function isGuide(texts: readonly string[]): boolean {
  if (texts.length < 3) return false;
  if (texts.every((text, at) => text === String(at + 1))) return true;
  // One look at a row that is none, as nearly all are.
  if (!MAY_GUIDE.test(texts.join())) return false;
  const guides = texts.filter((text) => GUIDE.test(text)).length;
  return guides >= 2 && guides * 3 >= texts.length;
}
const GUIDE =
  /^(?:[(（【]?(?:必填|选填|非必填|条件必填|必录|可空)|填写|请填|格式|例如|示例[:：]|(?:字符|文本|日期|数值)型?[(（]|(?:var)?char2?\(|涉及.{2,30}(?:必填|填写)|.{2,20}时(?:为|此项)?必填)/i;
const MAY_GUIDE = /填|可空|必录|格式|例如|示例|型[(（]|char/i;

/** What a row below the header is: data, or one of the things that people put between data. */
import type { Dataset } from "../../datasets/define.ts";
import { tidy, wordKey } from "../text/tidy.ts";
import { columnKey } from "./column-names.ts";
import type { Header } from "./header.ts";

export type RowKind = "blank" | "header" | "total" | "note" | "data";

export function kindOf(cells: readonly string[], header: Header, dataset: Dataset): RowKind {
  if (cells.every((cell) => cell === "" || tidy(cell) === "")) return "blank";
  if (isHeaderAgain(cells, header, dataset)) return "header";
  if (isTotal(cells, header, dataset)) return "total";
  return isNote(cells, header) ? "note" : "data";
}

/** Whether a row of the body says the header once more, in whichever writing. */
function isHeaderAgain(cells: readonly string[], header: Header, dataset: Dataset): boolean {
  let said = 0;
  for (const [index, raw] of cells.entries()) {
    const name = tidy(raw);
    if (name === "") continue;
    said++;
    if (!isHeaderWord(name, index, header, dataset)) return false;
  }
  return said > 0;
}

export function isHeaderWord(
  name: string,
  index: number,
  header: Header,
  dataset: Dataset,
): boolean {
  if (name === header.names[index]) return true;
  // No header has a digit; most rows start with one, and this is asked of every row.
  if (/\d/.test(name)) return false;
  const key = columnKey(dataset, name);
  return (
    key !== undefined && header.columns.find((matched) => matched.index === index)?.key === key
  );
}

/** 合计, 总 计, 本页小计：, 合计（件）, 总计：40件. */
const TOTAL =
  /^(?:本[页月年表季]|全[年部市局县区]|各项|以上)*(?:合计|总计|小计|共计|累计|总数|总和|汇总)(?:数|件数|数量)?(?:\([^)]*\))?:?(?:[\d,]+[件宗起次条个]?)?$/;
/** A total says so in its first cell, or in a column that names what is counted. */
function isTotal(cells: readonly string[], header: Header, dataset: Dataset): boolean {
  const first = cells.find((cell) => tidy(cell) !== "") ?? "";
  if (isTotalWord(first)) return true;
  return (
    "count" in dataset.columns &&
    header.columns.some(
      ({ column, index }) =>
        (column.type === "word" || column.type === "text") && isTotalWord(cells[index] ?? ""),
    )
  );
}

export function isTotalWord(cell: string): boolean {
  return cell.length <= 20 && /[计数和汇]/.test(cell) && TOTAL.test(wordKey(cell));
}

const NOTE =
  /^(?:[*※]|(?:注|备注|附注|说明|填[表报]\S{0,4}|制表\S{0,4}|审[核批]\S{0,4}|复核\S{0,4}|负责人|数据\S{0,6}|来源|单位\S{0,4}|日期)\s?\d?[:：])/;
/** A footnote under the table: one cell, and it says so. */
function isNote(cells: readonly string[], header: Header): boolean {
  const filled = cells.filter((cell) => tidy(cell) !== "");
  return header.columns.length > 1 && filled.length === 1 && isNoteWord(filled[0] ?? "");
}

export function isNoteWord(cell: string): boolean {
  return NOTE.test(tidy(cell));
}

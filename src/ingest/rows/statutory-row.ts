/** A row of a statutory statistics table that was put among matters. */
import { cases } from "../../datasets/cases.ts";
import { ADMINISTRATIVE_ACTS, statistics } from "../../datasets/statistics.ts";
import { MATTERS, MONEY, TIMES } from "../../text/measure-words.ts";
import { type Add, cellName } from "../problems/problems.ts";
import { isNothing, tidy } from "../text/tidy.ts";
import type { CellTest, Header } from "./header.ts";
import type { RawRow } from "./piece.ts";
import {
  isPenaltyItem,
  LICENCE_ITEMS,
  STATISTICS_EXAMPLE,
  STATISTICS_FILE,
} from "./statutory-table.ts";

/**
 * Whether a cell says what only such a table says, in a column that has no such word. A column that
 * the site does not use may say anything.
 */
export const isStatutoryCell: CellTest = (cell, index, { at, names, dataset }) => {
  if (!("count" in dataset.columns)) return false;
  const text = tidy(cell);
  if (!Object.hasOwn(ADMINISTRATIVE_ACTS, text) && !isPenaltyItem(text)) return false;
  const matched = at[index];
  if (!matched) return (names[index] ?? "") === "";
  if (matched.column.type === "text" || matched.lists(cell)) return false;
  return matched.column.type !== "words" || !matched.read(cell).ok;
};

/** What else stands in such a row: a unit alone, what is done with applications. */
const BESIDE = new Set([...MATTERS, ...TIMES, ...MONEY, "万元", ...LICENCE_ITEMS]);

/** Says so of a row; what names a matter of its own is one all the same. */
export function isStatutoryRow(raw: RawRow, header: Header, add: Add): boolean {
  const { cells, row } = raw;
  const index = cells.findIndex((cell, at) => isStatutoryCell(cell, at, header));
  if (index < 0 || !isOfTable(raw, header)) return false;
  add("statistics-misplaced", {
    cell: cellName(index, row),
    value: cells[index]!,
    why: `这一行像是${statistics.label}的一个项目，不是一件事，也不是这份表的一类`,
    fix: `把它移到 ${STATISTICS_FILE}：${STATISTICS_EXAMPLE}`,
  });
  return true;
}

/** Tickets may be about penalties or licences: there one such word alone may be a category. */
function isOfTable({ cells }: RawRow, header: Header): boolean {
  const namesMatter = header.columns.some(
    ({ column, index }) =>
      (column.type === "id" || column.type === "date") && !isNothing(cells[index] ?? ""),
  );
  if (namesMatter || !cells.some((cell) => /^[\d,]+(?:\.\d+)?$/.test(tidy(cell)))) return false;
  const signs = cells.filter(
    (cell, at) => isStatutoryCell(cell, at, header) || BESIDE.has(tidy(cell)),
  );
  return signs.length > (header.dataset.id === cases.id ? 0 : 1);
}

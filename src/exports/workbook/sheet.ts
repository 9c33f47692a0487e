/** A sheet of a workbook: what its cells say, as a person would type it. */
import { addDays } from "../../datasets/days.ts";
import type { RawRow } from "../../ingest/rows/piece.ts";

export interface Sheet {
  name: string;
  rows: RawRow[];
  /** What a clerk may not have seen. */
  hidden: { sheet: boolean; rows: number; columns: number };
  /** What is noted at cells, with whoever signed it; rows as Excel counts them, columns from 0. */
  comments: { row: number; column: number; text: string }[];
}

/** A sheet has no more; a reference beyond is a fault of the file, and would fill the memory. */
export const GRID = { rows: 1_048_576, columns: 16_384, range: "A1:XFD1048576" } as const;

/** A number with all its digits and no exponent, 2.02E+17 would be told apart by nobody; a share with %. */
export function numberText(value: number, isShare: boolean): string {
  // 0.3 is 0.30000000000000004 after some sums: fifteen digits are what Excel itself keeps.
  const number = Number(value.toPrecision(15));
  if (isShare) return `${Number((number * 100).toPrecision(15))}%`;
  return Number.isInteger(number) && Math.abs(number) < 1e21
    ? BigInt(number).toString()
    : String(number);
}

/**
 * The day of a serial number as Excel shows it, the 29 February 1900 that never was included; of less
 * than a day, the time. No day at all is 1900-01-00 there.
 */
export function dayText(serial: number, from1904: boolean): string {
  // A number of days keeps no instant: 23:59:59.9999 is the next midnight.
  const exact = Math.round(serial * DAY) / DAY;
  if (exact < 0) return numberText(serial, false);
  if (exact === 0 && !from1904) return "1900-01-00";
  if (exact > 0 && exact < 1) return new Date(exact * DAY).toISOString().slice(11, 16);
  const first = from1904 ? "1904-01-01" : exact < 60 ? "1899-12-31" : "1899-12-30";
  return addDays(first, Math.floor(exact));
}
/** Milliseconds. */
export const DAY = 24 * 60 * 60 * 1000;

export const truthText = (value: boolean): string => (value ? "是" : "否");

/** Cells merged over rows; all counted from 0, the last one too belongs to them. */
export interface MergedRows {
  startRow: number;
  endRow: number;
  startCol: number;
}

/** Rows without what is empty at their ends; what stands in a cell merged over rows is meant for each of them. */
export function rowsOf(
  texts: readonly string[][],
  merges: readonly Readonly<MergedRows>[] = [],
): RawRow[] {
  const rows = texts.map((cells, at): RawRow => ({ row: at + 1, cells: withoutEnd(cells) }));
  while (rows.at(-1)?.cells.length === 0) rows.pop();
  for (const { startRow, endRow, startCol: column } of merges) {
    const text = rows[startRow]?.cells[column] ?? "";
    for (const row of text === "" ? [] : rows.slice(startRow + 1, endRow + 1)) {
      while (row.cells.length <= column) row.cells.push("");
      row.cells[column] = text;
      row.continued = new Set(row.continued).add(column);
    }
  }
  return rows;
}

function withoutEnd(cells: string[]): string[] {
  while (cells.at(-1) === "") cells.pop();
  return cells;
}

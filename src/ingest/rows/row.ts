/** One row of a dataset, its values typed. */
import type { RowValues } from "../../values/value.ts";
import { cellName } from "../problems/problems.ts";

/** One typed row and where it stands. */
export interface Row {
  file: string;
  /** Row number as Excel shows it. */
  row: number;
  values: RowValues;
  /** Where each column stands in the file; shared by all its rows. */
  columns: Readonly<Record<string, number>>;
}

/** Spreadsheet coordinate of a row's cell; of the whole row when the file has no such column. */
export function cellOf({ row, columns }: Pick<Row, "row" | "columns">, key: string): string {
  const index = columns[key];
  return index === undefined ? `第${row}行` : cellName(index, row);
}

/** The text of a row's cell; null where it is empty or holds no text. */
export function textIn(row: Row, key: string): string | null {
  const value = row.values[key];
  return typeof value === "string" ? value : null;
}

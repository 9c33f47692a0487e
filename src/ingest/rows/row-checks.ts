/** What is looked at in a row as a whole: in one list, which both ways of reading a row use. */
import type { Add } from "../problems/problems.ts";
import { decided } from "./draft-rows.ts";
import { nothingForbidden } from "./forbidden-cells.ts";
import type { Header } from "./header.ts";
import type { RawRow } from "./piece.ts";
import type { RowCheck } from "./row-check.ts";
import { amountsUsual, countsRows, countsWhole, sharesInPercent, unitsFit } from "./row-numbers.ts";
import {
  noStatistics,
  notBroken,
  nothingNameless,
  ofYear,
  oneTable,
  parted,
} from "./row-shapes.ts";

/** All there are, by when a row must pass them. */
export const ROW_CHECKS = {
  /** Any row, data or not. */
  any: [nothingForbidden],
  /** A row of data, before its cells are read. */
  data: [decided, noStatistics, oneTable, ofYear, nothingNameless, parted, notBroken, countsRows],
  /** A row of data whose cells are all good. */
  good: [unitsFit, countsWhole, amountsUsual, sharesInPercent],
} as const satisfies Record<string, readonly RowCheck[]>;

export function passes(
  when: keyof typeof ROW_CHECKS,
  row: RawRow,
  header: Header,
  add: Add,
): boolean {
  return ROW_CHECKS[when].every((check) => check.passes(row, header, add));
}

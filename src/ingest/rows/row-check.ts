/** A question about a row as a whole, asked before or after its cells are read. */
import type { Add } from "../problems/problems.ts";
import type { CellTest, Header } from "./header.ts";
import type { RawRow } from "./piece.ts";

/**
 * Most rows are read cell by cell, where no cell sees its row (plain-rows.ts): so a check says what
 * one cell tells of it, without the others.
 */
export interface RowCheck {
  /** What is wrong where it does not pass, it reports. */
  passes(row: RawRow, header: Header, add: Add): boolean;
  /** A row as wide as its header fails it only with such a cell in it. */
  onlyWith: CellTest;
}

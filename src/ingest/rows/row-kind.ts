/** One kind of row that is no data. */
import type { Message } from "../problems/problems.ts";
import type { CellTest, Header } from "./header.ts";

/**
 * A kind of row that is no data. Most rows are read cell by cell, where no cell sees its row
 * (plain-rows.ts): so a kind says what one cell tells of it, without the others.
 */
export type RowKind = {
  is(cells: readonly string[], header: Header): boolean;
  /** What is said of such a row. */
  message?: Message;
  /** Its numbers are held against the sums of the rows. */
  adds?: true;
  /** Its first cell is shown. */
  shows?: true;
  /** It counts as data all the same: then this is said instead of what is blank in it. */
  counts?: true;
} & (
  | { /** A row is of this kind only with such a cell in it. */ onlyWith: CellTest }
  | { /** A row with such a cell in it is not of this kind. */ neverWith: CellTest }
);

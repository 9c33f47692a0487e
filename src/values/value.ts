/** What a typed cell holds. */
import type { Quantity } from "./quantity.ts";

/** Null is 未公布. Words in a `words` column are a list. */
export type Value = string | readonly string[] | Quantity | null;

/** Typed values of one row by column key. */
export type RowValues = Record<string, Value>;

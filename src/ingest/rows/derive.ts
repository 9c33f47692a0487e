/** Derived columns, computed once for all rows that hold the same in the columns they come from. */
import type { Derived } from "../../datasets/define.ts";
import type { RowValues } from "../../values/value.ts";
import { Tuples } from "./tuples.ts";
import type { Batch, TypedColumns } from "./typed.ts";

/** What computes these derived columns of a table. */
export function deriving(table: TypedColumns, keys: readonly string[]): Deriving[] {
  const groups = Map.groupBy(keys, (key) => table.dataset.derived![key]!.from.join());
  return [...groups.values()].map((group) => new Deriving(table, group));
}

export class Deriving {
  readonly #table: TypedColumns;
  readonly #from: readonly number[];
  readonly #tuples: Tuples;
  /** Each column with its codes by tuple. */
  readonly #derived: readonly { place: number; column: Derived; known: (number | undefined)[] }[];

  /** Columns that come from the same ones. */
  constructor(table: TypedColumns, keys: readonly string[]) {
    this.#table = table;
    const columns = keys.map((key) => table.dataset.derived![key]!);
    const { from } = columns[0]!;
    this.#from = from.map((key) => table.placeOf(key));
    this.#tuples = new Tuples(table, from);
    this.#derived = columns.map((column, i) => ({
      place: table.placeOf(keys[i]!),
      column,
      known: this.#tuples.known<number>(),
    }));
  }

  /** Fills the columns of all rows of a batch. */
  fill(batch: Batch): void {
    this.#tuples.read(batch);
    const { numbers } = this.#tuples;
    for (const { place, column, known } of this.#derived) {
      const codes = batch.codes[place]!;
      for (let at = 0; at < batch.length; at++) {
        codes[at] = known[numbers[at]!] ??= this.#compute(batch, at, place, column);
      }
    }
  }

  #compute(batch: Batch, at: number, place: number, column: Derived): number {
    // Only what it says it comes from: then its result may be kept for the rows that hold the same.
    const values: RowValues = {};
    for (const from of this.#from) {
      // What the file has no column for stays undefined: it may be so or not, which a blank is not.
      if (batch.given.includes(from)) values[this.#table.keys[from]!] = batch.value(from, at);
    }
    return this.#table.dictionaries[place]!.codeOf(column.value(values, this.#table.asOf));
  }
}

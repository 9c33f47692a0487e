/** Derived columns, computed once for all rows that hold the same in the columns they come from. */
import type { Derived } from "../../datasets/define.ts";
import type { RowValues } from "../../values/value.ts";
import { type Batch, isCoded, type TypedColumns } from "./typed.ts";

/** What computes these derived columns of a table. */
export function deriving(table: TypedColumns, keys: readonly string[]): Deriving[] {
  const groups = Map.groupBy(keys, (key) => table.dataset.derived![key]!.from.join());
  return [...groups.values()].map((group) => new Deriving(table, group));
}

/** Past so many, what has been computed is forgotten: rows that differ that much are better computed. */
const MOST_TUPLES = 1 << 20;

export class Deriving {
  readonly #table: TypedColumns;
  readonly #derived: readonly { place: number; column: Derived }[];
  readonly #from: readonly number[];
  /** Those of them whose values may be without a code. */
  readonly #uninterned: readonly number[];
  #steps: readonly Pairs[] = [];
  /** By derived column, by tuple. */
  #codes: number[][] = [];

  /** Columns that come from the same ones. */
  constructor(table: TypedColumns, keys: readonly string[]) {
    this.#table = table;
    this.#derived = keys.map((key) => ({
      place: table.placeOf(key),
      column: table.dataset.derived![key]!,
    }));
    this.#from = this.#derived[0]!.column.from.map((key) => table.placeOf(key));
    this.#uninterned = this.#from.filter((place) => !isCoded(table.column(place)));
    this.#forget();
  }

  /** Fills the columns of all rows of a batch. */
  fill(batch: Batch): void {
    for (const place of this.#uninterned) batch.intern(place);
    const tuples = this.#tuplesOf(batch);
    for (const [i, { place, column }] of this.#derived.entries()) {
      const memo = this.#codes[i]!;
      const codes = batch.codes[place]!;
      for (let at = 0; at < batch.length; at++) {
        const tuple = tuples[at]!;
        memo[tuple] ??= this.#compute(batch, at, place, column);
        codes[at] = memo[tuple]!;
      }
    }
    if ((this.#steps.at(-1)?.size ?? 0) > MOST_TUPLES) this.#forget();
  }

  /** By row, a number that is the same where all the columns it comes from hold the same. */
  #tuplesOf({ codes, length }: Batch): Int32Array {
    const [first, ...rest] = this.#from;
    const tuples = codes[first!]!.slice(0, length);
    for (const [i, place] of rest.entries()) {
      const step = this.#steps[i]!;
      const more = codes[place]!;
      for (let at = 0; at < length; at++) tuples[at] = step.numberOf(tuples[at]!, more[at]!);
    }
    return tuples;
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

  #forget(): void {
    this.#steps = this.#from.slice(1).map(() => new Pairs());
    this.#codes = this.#derived.map(() => []);
  }
}

/** Numbers for pairs of numbers, in the order they came; tuples are pairs of pairs. */
class Pairs {
  /** By the first number, by the second. Neighbours in a file are mostly neighbours here. */
  readonly #numbers: (number | undefined)[][] = [];
  size = 0;

  numberOf(first: number, second: number): number {
    return this.#numbers[first]?.[second] ?? this.#add(first, second);
  }

  #add(first: number, second: number): number {
    this.#numbers[first] ??= [];
    this.#numbers[first][second] = this.size;
    return this.size++;
  }
}

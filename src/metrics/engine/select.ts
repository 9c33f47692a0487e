/** Which rows a metric is about, for many rows at once. */

import { PIECE_ROWS } from "../../ingest/rows/piece.ts";
import type { Batch, TypedColumns } from "../../ingest/rows/typed.ts";
import type { Value } from "../../values/value.ts";
import { columnOf, type RowMetric } from "../define.ts";
import type { Matters } from "./matters.ts";

export interface Selected {
  /** The rows that belong. */
  rows: Int32Array;
  /** Whether of some row in the universe it can be told whether it belongs. */
  universe: boolean;
  /** Matters of which it cannot be told whether they belong, because a cell is empty. */
  undetermined: number;
}

/** A row does not belong, it does, or it cannot be told: the three truth values of SQL. */
const [FALSE, TRUE, UNKNOWN] = [0, 1, 2] as const;
type Truth = typeof FALSE | typeof TRUE | typeof UNKNOWN;

/** Metrics about the same rows share one. */
export class Selector {
  readonly #universe: readonly Predicate[];
  readonly #others: readonly Predicate[];
  readonly #truths = new Uint8Array(PIECE_ROWS);
  readonly #inUniverse = new Uint8Array(PIECE_ROWS);
  readonly #selected = new Int32Array(PIECE_ROWS);

  constructor(
    {
      where,
      universe,
      noneBy,
      except = {},
    }: Pick<RowMetric, "where" | "universe" | "noneBy" | "except">,
    table: TypedColumns,
  ) {
    const asking = (key: string, words: string | readonly string[]) =>
      new Predicate(
        table,
        key,
        words,
        (met) => (met === null ? UNKNOWN : met ? TRUE : FALSE),
        notYet(table, key),
      );
    const conditions = Object.entries(where).map(([key, words]) => ({
      key,
      predicate: asking(key, words),
    }));
    const exceptions = Object.entries(except).map(
      ([key, words]) => new Predicate(table, key, words, (met) => (met === true ? FALSE : TRUE)),
    );
    const of = (isOf: (key: string) => boolean) =>
      conditions.filter(({ key }) => isOf(key)).map(({ predicate }) => predicate);
    const wider =
      noneBy && universe !== undefined
        ? [asking(universe, [...noneBy, ...[where[universe] ?? []].flat()])]
        : undefined;
    this.#universe = [...exceptions, ...(wider ?? of((key) => key === universe))];
    this.#others = of((key) => wider !== undefined || key !== universe);
  }

  /** The rows of a batch that belong; the list is good until the next batch. `only` are asked. */
  take(batch: Batch, matters: Matters, only?: (at: number) => boolean): Selected {
    const { length } = batch;
    const truths = this.#truths.fill(TRUE, 0, length);
    if (only) for (let at = 0; at < length; at++) if (!only(at)) truths[at] = FALSE;
    for (const predicate of this.#universe) predicate.narrow(batch, truths);
    this.#inUniverse.set(truths);
    for (const predicate of this.#others) predicate.narrow(batch, truths);
    let size = 0;
    let undetermined = 0;
    for (let at = 0; at < length; at++) {
      if (truths[at] === TRUE) this.#selected[size++] = at;
      else if (truths[at] === UNKNOWN) undetermined += matters.least(batch, at);
    }
    const rows = this.#selected.subarray(0, size);
    return { rows, universe: size > 0 || this.#isAnyRuledOut(length), undetermined };
  }

  /** Whether some row is in the universe and does not belong. */
  #isAnyRuledOut(length: number): boolean {
    for (let at = 0; at < length; at++) {
      if (this.#inUniverse[at] === TRUE && this.#truths[at] === FALSE) return true;
    }
    return false;
  }
}

/** Which rows without a word have none yet, as an open ticket has no 评价: they certainly do not belong. */
function notYet(table: TypedColumns, key: string): Predicate | null {
  const [column, words] = columnOf(table.dataset, key).notYetWhile ?? [];
  if (column === undefined || words === undefined) return null;
  return new Predicate(table, column, words, (met) => (met === true ? FALSE : UNKNOWN));
}

/** One condition on one column. */
class Predicate {
  readonly #place: number;
  readonly #values: readonly Value[];
  readonly #words: ReadonlySet<string>;
  readonly #truthOf: (met: boolean | null) => Truth;
  readonly #notYet: Predicate | null;
  /** By the code of a value: whether a row that holds it belongs. */
  #truths = new Uint8Array(0);

  constructor(
    table: TypedColumns,
    key: string,
    words: string | readonly string[],
    truthOf: (met: boolean | null) => Truth,
    notYet: Predicate | null = null,
  ) {
    this.#place = table.placeOf(key);
    this.#values = table.dictionaries[this.#place]!.values;
    this.#words = new Set([words].flat());
    this.#truthOf = truthOf;
    this.#notYet = notYet;
  }

  /** Leaves of rows that may belong those that meet it: AND of SQL, which knows no order. */
  narrow(batch: Batch, truths: Uint8Array): void {
    this.#ready(batch);
    const truthByCode = this.#truths;
    const codes = batch.codes[this.#place]!;
    if (this.#notYet) this.#notYet.#ready(batch);
    for (let at = 0; at < batch.length; at++) {
      let truth = truthByCode[codes[at]!]!;
      if (truth === UNKNOWN && this.#notYet) truth = this.#notYet.#of(batch, at);
      if (truth !== TRUE && truths[at] !== FALSE) truths[at] = truth;
    }
  }

  #ready(batch: Batch): void {
    batch.intern(this.#place);
    if (this.#truths.length < this.#values.length) this.#learn();
  }

  #of(batch: Batch, at: number): number {
    return this.#truths[batch.codes[this.#place]![at]!]!;
  }

  #learn(): void {
    const truths = new Uint8Array(this.#values.length);
    truths.set(this.#truths);
    for (let code = this.#truths.length; code < truths.length; code++) {
      truths[code] = this.#truthOf(meets(this.#values[code]!, this.#words));
    }
    this.#truths = truths;
  }
}

/** Null where the cell is empty. */
function meets(value: Value, words: ReadonlySet<string>): boolean | null {
  if (value === null) return null;
  if (typeof value === "string") return words.has(value);
  return Array.isArray(value) ? value.some((word) => words.has(word)) : false;
}

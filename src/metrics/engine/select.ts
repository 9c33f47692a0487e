/** Which rows a metric is about, for many rows at once. */

import { PIECE_ROWS } from "../../ingest/rows/piece.ts";
import type { Batch, TypedColumns } from "../../ingest/rows/typed.ts";
import type { Value } from "../../values/value.ts";
import type { RowMetric, Where } from "../define.ts";
import type { Matters } from "./measures.ts";

export interface Selected {
  /** The rows that belong. */
  rows: Int32Array;
  /** Whether any row meets the first condition with a known answer. */
  universe: boolean;
  /** Matters of which it cannot be told whether they belong, because a cell is empty. */
  undetermined: number;
}

/** A row does not belong, it does, or it cannot be told because a cell is empty. */
const [OUT, IN, OPEN] = [0, 1, 2] as const;
type State = typeof OUT | typeof IN | typeof OPEN;

/** Metrics about the same rows share one. */
export class Selector {
  readonly #exceptions: readonly Condition[];
  readonly #conditions: readonly Condition[];
  readonly #states = new Uint8Array(PIECE_ROWS);
  readonly #selected = new Int32Array(PIECE_ROWS);

  constructor({ where, except = {} }: Pick<RowMetric, "where" | "except">, table: TypedColumns) {
    const conditions = (list: Where, answer: (met: boolean | null) => State) =>
      Object.entries(list).map(([key, words]) => new Condition(table, key, words, answer));
    this.#exceptions = conditions(except, (met) => (met === true ? OUT : IN));
    this.#conditions = conditions(where, (met) => (met === null ? OPEN : met ? IN : OUT));
  }

  /** The rows of a batch that belong; the list is good until the next batch. `only` are asked. */
  take(batch: Batch, matters: Matters, only?: (at: number) => boolean): Selected {
    const states = this.#states.fill(IN, 0, batch.length);
    if (only) for (let at = 0; at < batch.length; at++) if (!only(at)) states[at] = OUT;
    for (const condition of this.#exceptions) condition.narrow(batch, states);
    let universe = false;
    for (const [i, condition] of this.#conditions.entries()) {
      // Rows outside the universe neither count nor make it known.
      if (condition.narrow(batch, states) && i > 0) universe = true;
    }
    let size = 0;
    let undetermined = 0;
    for (let at = 0; at < batch.length; at++) {
      if (states[at] === IN) this.#selected[size++] = at;
      else if (states[at] === OPEN) undetermined += matters.least(batch, at);
    }
    const rows = this.#selected.subarray(0, size);
    return { rows, universe: universe || size > 0, undetermined };
  }
}

/** One condition on one column. */
class Condition {
  readonly #place: number;
  readonly #values: readonly Value[];
  readonly #words: ReadonlySet<string>;
  readonly #answer: (met: boolean | null) => State;
  /** By the code of the value: what becomes of a row that holds it. */
  #answers = new Uint8Array(0);

  constructor(
    table: TypedColumns,
    key: string,
    words: string | readonly string[],
    answer: (met: boolean | null) => State,
  ) {
    this.#place = table.placeOf(key);
    this.#values = table.dictionaries[this.#place]!.values;
    this.#words = new Set([words].flat());
    this.#answer = answer;
  }

  /** Changes the states of rows that do not meet it; true where one was certain to belong so far. */
  narrow(batch: Batch, states: Uint8Array): boolean {
    batch.intern(this.#place);
    if (this.#answers.length < this.#values.length) this.#learn();
    const answers = this.#answers;
    const codes = batch.codes[this.#place]!;
    let certain = false;
    for (let at = 0; at < batch.length; at++) {
      const state = states[at]!;
      const answer = answers[codes[at]!]!;
      if (state === OUT || answer === IN) continue;
      states[at] = answer;
      if (answer === OUT && state === IN) certain = true;
    }
    return certain;
  }

  #learn(): void {
    const answers = new Uint8Array(this.#values.length);
    answers.set(this.#answers);
    for (let code = this.#answers.length; code < answers.length; code++) {
      answers[code] = this.#answer(meets(this.#values[code]!, this.#words));
    }
    this.#answers = answers;
  }
}

/** Null where the cell is empty. */
function meets(value: Value, words: ReadonlySet<string>): boolean | null {
  if (value === null) return null;
  if (typeof value === "string") return words.has(value);
  return Array.isArray(value) ? value.some((word) => words.has(word)) : false;
}

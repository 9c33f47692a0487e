/** Which rows a metric is about: found out once for all rows that hold the same where it asks. */
import { PIECE_ROWS } from "../../ingest/rows/piece.ts";
import type { Tuples } from "../../ingest/rows/tuples.ts";
import type { Batch, TypedColumns } from "../../ingest/rows/typed.ts";
import type { Value } from "../../values/value.ts";
import { columnOf, type RowMetric, type TableMetric } from "../define.ts";
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
/** A row that is in the universe and does not belong. */
const RULED_OUT = 3;

type Condition = (batch: Batch, at: number) => Truth;

/** The columns by which a metric tells its rows. */
export function askedBy({ dataset, where, except = {} }: RowMetric | TableMetric): string[] {
  const keys = [...Object.keys(where), ...Object.keys(except)];
  return keys.flatMap((key) => {
    const [column] = columnOf(dataset, key).notYetWhile ?? [];
    return column === undefined ? [key] : [key, column];
  });
}

/** Metrics about the same rows share one. */
export class Selector {
  readonly #universe: readonly Condition[];
  readonly #others: readonly Condition[];
  /** Leaves rows out that still tell (exceptTells), and what they are asked of other columns. */
  readonly #apart: readonly Condition[];
  readonly #plain: readonly Condition[];
  readonly #tuples: Tuples;
  readonly #fates: (Truth | typeof RULED_OUT | undefined)[];
  readonly #selected = new Int32Array(PIECE_ROWS);

  /** `tuples` are of all columns that the metric asks. */
  constructor(metric: RowMetric | TableMetric, table: TypedColumns, tuples: Tuples) {
    const { where, universe, noneBy, except = {}, exceptTells } = metric;
    const wider = noneBy && universe !== undefined ? universe : undefined;
    const conditions = Object.entries(where).map(([key, words]) => ({
      key,
      isUniverse: wider === undefined && key === universe,
      condition: says(table, key, words),
    }));
    const of = (universe: boolean) =>
      conditions.flatMap(({ isUniverse, condition }) => (isUniverse === universe ? condition : []));
    const leftOut = (tells: boolean) =>
      Object.entries(except).flatMap(([key, words]) =>
        (key === exceptTells) === tells ? [saysNot(table, key, words)] : [],
      );
    this.#apart = leftOut(true);
    this.#universe = [
      ...leftOut(false),
      ...(wider ? [says(table, wider, [...noneBy!, ...[where[wider] ?? []].flat()])] : of(true)),
    ];
    this.#others = of(false);
    this.#plain = conditions.flatMap(({ key, isUniverse, condition }) =>
      isUniverse || key === exceptTells ? [] : condition,
    );
    this.#tuples = tuples;
    this.#fates = tuples.known();
  }

  /**
   * The rows of a batch that belong, whose tuples have been read; the list is good until the next
   * batch. `only` are asked.
   */
  take(batch: Batch, matters: Matters, only?: (at: number) => boolean): Selected {
    const { numbers } = this.#tuples;
    const [fates, selected] = [this.#fates, this.#selected];
    let [size, universe, undetermined] = [0, false, 0];
    for (let at = 0; at < batch.length; at++) {
      if (only && !only(at)) continue;
      const tuple = numbers[at]!;
      fates[tuple] ??= this.#fateOf(batch, at);
      const fate = fates[tuple];
      if (fate === TRUE) selected[size++] = at;
      else if (fate === UNKNOWN) undetermined += matters.least(batch, at);
      else universe ||= fate === RULED_OUT;
    }
    return { rows: selected.subarray(0, size), universe: universe || size > 0, undetermined };
  }

  #fateOf(batch: Batch, at: number): Truth | typeof RULED_OUT {
    const within = allOf(this.#universe, batch, at);
    const truth = within === FALSE ? FALSE : allOf([() => within, ...this.#others], batch, at);
    const isApart = allOf(this.#apart, batch, at) === FALSE;
    const ruled = isApart ? allOf(this.#plain, batch, at) : truth;
    if (within === TRUE && ruled === FALSE) return RULED_OUT;
    return isApart ? FALSE : truth;
  }
}

/** AND of SQL, which knows no order. */
function allOf(conditions: readonly Condition[], batch: Batch, at: number): Truth {
  const truths = conditions.map((condition) => condition(batch, at));
  if (truths.includes(FALSE)) return FALSE;
  return truths.includes(UNKNOWN) ? UNKNOWN : TRUE;
}

/** A row without a word may have none yet, as an open ticket has no 评价: it certainly does not belong. */
function says(table: TypedColumns, key: string, words: string | readonly string[]): Condition {
  const meets = meeting(table, key, words);
  const [column, before = []] = columnOf(table.dataset, key).notYetWhile ?? [];
  const isNotYet = column === undefined ? () => false : meeting(table, column, before);
  return (batch, at) => {
    const met = meets(batch, at);
    if (met === null) return isNotYet(batch, at) ? FALSE : UNKNOWN;
    return met ? TRUE : FALSE;
  };
}

function saysNot(table: TypedColumns, key: string, words: string | readonly string[]): Condition {
  const meets = meeting(table, key, words);
  return (batch, at) => (meets(batch, at) ? FALSE : TRUE);
}

/** Whether a row has one of the words; null where the cell is empty. */
function meeting(table: TypedColumns, key: string, words: string | readonly string[]) {
  const place = table.placeOf(key);
  const listed = new Set([words].flat());
  return (batch: Batch, at: number): boolean | null => {
    const value: Value = batch.value(place, at);
    if (value === null) return null;
    if (typeof value === "string") return listed.has(value);
    return Array.isArray(value) && value.some((word) => listed.has(word));
  };
}

/**
 * Rows added up, as a whole and by group.
 *
 * A metric in whose universe no row stands is unknown, not zero: in a file of counts, absence says
 * nothing. Zero is a row that says 0, or a universe in which no row meets the rest.
 */

import { isNone } from "../../datasets/none.ts";
import type { Batch, TypedColumns } from "../../ingest/rows/typed.ts";
import { SMALL_BASE, UNKNOWN_AMOUNT } from "../../values/amount.ts";
import type { Value } from "../../values/value.ts";
import { columnOf, fewestIn, type PathMetric, type RowMetric } from "../define.ts";
import { type Accumulator, Histogram, SumAccumulator } from "./accumulators.ts";
import { type Computed, type Counter, UNSTATED } from "./counter.ts";
import type { Matters } from "./matters.ts";
import type { Selected } from "./select.ts";

export class Aggregate implements Counter {
  readonly metric: Exclude<RowMetric, PathMetric>;
  readonly #table: TypedColumns;
  readonly #by: number;
  readonly #total: Accumulator;
  readonly #groups = new Map<string, Accumulator>();
  /** The same by the code of the column. */
  readonly #byCode: (Accumulator | undefined)[] = [];
  #universe = false;
  #hasOthers = false;
  #undetermined = 0;

  constructor(metric: Exclude<RowMetric, PathMetric>, table: TypedColumns) {
    this.metric = metric;
    this.#table = table;
    this.#by = metric.by === undefined ? -1 : table.placeOf(metric.by);
    this.#total = accumulatorOf(metric, table, SMALL_BASE);
  }

  add(batch: Batch, { rows, universe, undetermined }: Selected, matters: Matters): void {
    this.#universe ||= universe;
    this.#undetermined += undetermined;
    this.#lookForOthers(batch, rows);
    this.#total.addAll(batch, rows, matters);
    if (this.#by < 0) return;
    batch.intern(this.#by);
    const codes = batch.codes[this.#by]!;
    for (let i = 0; i < rows.length; i++) {
      const at = rows[i]!;
      const accumulator =
        this.#byCode[codes[at]!] ?? this.#group(codes[at]!, batch.value(this.#by, at));
      accumulator.add(batch, at, matters);
    }
  }

  /** Whether some row is what the metric counts. */
  #lookForOthers(batch: Batch, rows: Int32Array): void {
    const { notOnly } = this.metric;
    if (!notOnly || this.#hasOthers) return;
    const place = this.#table.placeOf(notOnly.column);
    this.#hasOthers = rows.some((at) => batch.value(place, at) !== notOnly.word);
  }

  #group(code: number, value: Value): Accumulator {
    const word = groupOf(value);
    const accumulator = this.#groups.get(word) ?? this.#groupAccumulator();
    this.#groups.set(word, accumulator);
    this.#byCode[code] = accumulator;
    return accumulator;
  }

  #groupAccumulator(): Accumulator {
    const fewest = this.metric.kind === "quantile" ? fewestIn(this.metric) : SMALL_BASE;
    return accumulatorOf(this.metric, this.#table, fewest);
  }

  result(): Computed {
    const amount = this.#total.amount();
    const provenance = this.#total.provenance.build();
    const nothingSaid = provenance.total === 0 && this.#undetermined > 0;
    const groups = [...this.#groups].map(([word, accumulator]) => ({
      word,
      amount: accumulator.amount(),
      provenance: accumulator.provenance.build(),
    }));
    const { notOnly, kind } = this.metric;
    const only = notOnly && provenance.total > 0 && !this.#hasOthers ? notOnly.word : undefined;
    // A column that no row fills breaks nothing down.
    const unstated = this.metric.by !== undefined && groups.every(({ word }) => word === UNSTATED);
    return {
      amount:
        !this.#universe || nothingSaid || unstated || only !== undefined
          ? UNKNOWN_AMOUNT
          : // What is left out makes a quantile neither more nor less.
            amount.state === "known" && kind !== "quantile"
            ? { ...amount, undetermined: this.#undetermined }
            : amount,
      provenance,
      groups: this.metric.by === undefined ? null : unstated ? [] : groups,
      ...(this.#by >= 0 && this.#total instanceof Histogram && { spread: this.#total.spread }),
      ...(only !== undefined && { only }),
      ...(kind === "quantile" && this.#undetermined > 0 && { ofSome: true as const }),
    };
  }
}

function accumulatorOf(
  metric: Exclude<RowMetric, PathMetric>,
  table: TypedColumns,
  fewest: number,
): Accumulator {
  switch (metric.kind) {
    case "count":
      return new SumAccumulator();
    case "sum":
      return new SumAccumulator(
        table.placeOf(metric.of),
        noneIn(metric.of, table),
        () => table.dictionaries[table.placeOf(metric.of)]!.values.length > 1,
      );
    case "quantile":
      return new Histogram(table, metric.of, metric.q, fewest);
  }
}

/** Which rows without a value have none of a measure. */
function noneIn(of: string, table: TypedColumns): (batch: Batch, at: number) => boolean {
  const none = columnOf(table.dataset, of).none;
  if (!none) return () => false;
  const [held, end] = [table.placeOf(none.unless[0]), table.placeOf(none.ended[0])];
  return (batch, at) => isNone(none, batch.value(held, at), batch.value(end, at));
}

export function groupOf(value: Value): string {
  if (typeof value === "string") return value;
  return Array.isArray(value) && value.length > 0 ? value.join("、") : UNSTATED;
}

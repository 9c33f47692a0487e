/** A table of two columns: rows added up by the pair of words that each of them holds. */
import type { Batch, TypedColumns } from "../../ingest/rows/typed.ts";
import { UNKNOWN_AMOUNT } from "../../values/amount.ts";
import { ProvenanceBuilder } from "../../values/provenance.ts";
import type { Value } from "../../values/value.ts";
import { fewestIn, REST, type TableMetric } from "../define.ts";
import { type Accumulator, Histogram, SumAccumulator } from "./accumulators.ts";
import { groupOf } from "./aggregate.ts";
import type { Computed, Counter } from "./counter.ts";
import type { Matters } from "./matters.ts";
import type { Selected } from "./select.ts";

interface Cell {
  word: string;
  column: string;
  accumulator: Accumulator;
}

export class Tabulation implements Counter {
  readonly metric: TableMetric;
  readonly #table: TypedColumns;
  readonly #places: readonly [number, number];
  readonly #cells = new Map<string, Cell>();
  /** The same by the codes of both columns. */
  readonly #byCodes: (Accumulator | undefined)[][] = [];

  constructor(metric: TableMetric, table: TypedColumns) {
    this.metric = metric;
    this.#table = table;
    this.#places = [table.placeOf(metric.by[0]), table.placeOf(metric.by[1])];
  }

  add(batch: Batch, { rows }: Selected, matters: Matters): void {
    const [one, other] = this.#places;
    batch.intern(one);
    batch.intern(other);
    const [codes, others] = [batch.codes[one]!, batch.codes[other]!];
    for (let i = 0; i < rows.length; i++) {
      const at = rows[i]!;
      const [code, second] = [codes[at]!, others[at]!];
      this.#byCodes[code] ??= [];
      const accumulator =
        this.#byCodes[code][second] ??
        this.#cell(code, second, batch.value(one, at), batch.value(other, at));
      accumulator.add(batch, at, matters);
    }
  }

  #cell(code: number, second: number, value: Value, other: Value): Accumulator {
    const [word, column] = [groupOf(value), mergedIn(this.metric, groupOf(other))];
    const key = JSON.stringify([word, column]);
    const cell = this.#cells.get(key) ?? { word, column, accumulator: this.#accumulator() };
    this.#cells.set(key, cell);
    this.#byCodes[code]![second] = cell.accumulator;
    return cell.accumulator;
  }

  #accumulator(): Accumulator {
    const { quantile } = this.metric;
    return quantile
      ? new Histogram(this.#table, quantile.of, quantile.q, fewestIn(quantile))
      : new SumAccumulator();
  }

  /** Cells of the words that occur; no total: other numbers are of it. */
  result(): Computed {
    return {
      amount: UNKNOWN_AMOUNT,
      provenance: new ProvenanceBuilder().build(),
      groups: [...this.#cells.values()].map(({ word, column, accumulator }) => ({
        word,
        column,
        amount: accumulator.amount(),
        provenance: accumulator.provenance.build(),
      })),
      ...(this.metric.quantile && { spread: this.#spread }),
    };
  }

  get #spread(): ReadonlyMap<number, number> {
    const all = new Map<number, number>();
    for (const { accumulator } of this.#cells.values()) {
      if (!(accumulator instanceof Histogram)) continue;
      for (const [value, count] of accumulator.spread)
        all.set(value, (all.get(value) ?? 0) + count);
    }
    return all;
  }
}

/** The word of the second column under which a table counts one of its words. */
export function mergedIn({ merged }: Pick<TableMetric, "merged">, word: string): string {
  if (!merged) return word;
  return Object.keys(merged).find((one) => merged[one]!.includes(word)) ?? REST;
}

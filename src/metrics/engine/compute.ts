/** All sentences of a dataset in one pass over its rows, with flat memory. */
import { Tuples } from "../../ingest/rows/tuples.ts";
import type { Batch, TypedColumns } from "../../ingest/rows/typed.ts";
import { conditionsText, type RowMetric, type TableMetric } from "../define.ts";
import { Aggregate } from "./aggregate.ts";
import type { Computed, Counter } from "./counter.ts";
import { Matters } from "./matters.ts";
import { Paths } from "./paths.ts";
import { askedBy, Selector } from "./select.ts";
import { Tabulation } from "./tabulation.ts";

/** All sentences of a dataset, over its rows of one year. */
export class Sentences {
  readonly #table: TypedColumns;
  /** The metrics, together where they are about the same rows. */
  readonly #groups: readonly { selector: Selector; counters: readonly Counter[] }[];
  readonly #tuples: Tuples;
  readonly #matters: Matters;

  constructor(metrics: readonly (RowMetric | TableMetric)[], table: TypedColumns) {
    this.#table = table;
    this.#tuples = new Tuples(table, metrics.flatMap(askedBy));
    this.#matters = new Matters(table);
    const alike = Map.groupBy(
      metrics,
      (metric) =>
        `${metric.universe} ${metric.noneBy} ${metric.exceptTells} ${conditionsText(metric)}`,
    );
    this.#groups = [...alike.values()].map((group) => ({
      selector: new Selector(group[0]!, table, this.#tuples),
      counters: group.map((metric) => counterOf(metric, table)),
    }));
  }

  add(batch: Batch): void {
    const matters = this.#matters;
    matters.read(batch);
    this.#tuples.read(batch);
    const forMetrics = this.#table.placeOf("for_metrics");
    const isCut = batch.given.includes(forMetrics);
    for (const { selector, counters } of this.#groups) {
      if (!isCut) {
        const selected = selector.take(batch, matters);
        for (const counter of counters) counter.add(batch, selected, matters);
        continue;
      }
      for (const counter of counters) {
        const isFor = (at: number) => {
          const only = batch.value(forMetrics, at);
          return !Array.isArray(only) || only.includes(counter.metric.id);
        };
        counter.add(batch, selector.take(batch, matters, isFor), matters);
      }
    }
  }

  /** Every metric's number, by its id. */
  results(): Map<string, Computed> {
    const counters = this.#groups.flatMap(({ counters }) => counters);
    return new Map(counters.map((counter) => [counter.metric.id, counter.result()]));
  }
}

function counterOf(metric: RowMetric | TableMetric, table: TypedColumns): Counter {
  if (metric.kind === "path") return new Paths(metric, table);
  return metric.kind === "table" ? new Tabulation(metric, table) : new Aggregate(metric, table);
}

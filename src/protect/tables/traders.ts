/** Who may trade: the records that a release was made of, or the cells of a table where there is none. */

import type { Dataset } from "../../datasets/define.ts";
import { fewestIn, type RowMetric, type Where } from "../../metrics/define.ts";
import { groupOf } from "../../metrics/engine/aggregate.ts";
import { mergedIn } from "../../metrics/engine/tabulation.ts";
import type { Value } from "../../values/value.ts";
import type { DistinctRecords } from "../microdata/distinct-records.ts";
import { everyRow, sortRows } from "../microdata/grouping.ts";
import type { KeptRows } from "../microdata/kept-rows.ts";
import { suppressionOf } from "../microdata/local-suppression.ts";
import { THRESHOLD } from "../threshold.ts";
import type { Grid } from "./grid.ts";
import type { Quantiles, Traders } from "./trades.ts";

/** Records, what their lines hide of each, and the columns by key; the metrics that are of them. */
export interface AnonymisedRecords {
  dataset: Dataset;
  metrics: readonly RowMetric[];
  columns: KeptRows["columns"];
  records: DistinctRecords;
  suppressions: Uint32Array;
}

/** In the order of their words, so that none is chosen by its place in a file. */
export function tradersOf(
  { dataset, metrics, columns, records, suppressions }: AnonymisedRecords,
  grids: readonly Grid[],
): Traders {
  const places = new Map(columns.map(({ key }, place) => [key, place]));
  const bits = new Map(
    columns.map(({ key }, place) => {
      const at = records.quasiIdentifiers.findIndex((own) => own.includes(place));
      // A column of no quasi-identifier is never shown.
      return [key, at < 0 ? null : suppressionOf(records, at)];
    }),
  );
  const certain = everyRow(suppressions.length).filter(
    (one) => records.weights[one]! >= 1 && records.qualifiers[one] === "exact",
  );
  const order = sortRows(certain, records.columns);
  const coded = (key: string) => {
    const codes = records.columns[places.get(key) ?? -1];
    return codes && Uint32Array.from(order, (one) => codes[one]!);
  };
  const codes = new Map(
    columns.flatMap(({ key }) => {
      const own = coded(key);
      return own ? [[key, own] as const] : [];
    }),
  );
  const weights = Uint32Array.from(order, (one) => records.weights[one]!);
  const held = (one: number, key: string): Value =>
    columns[places.get(key)!]!.values[codes.get(key)![one]!] ?? null;
  const cells = new Map(
    grids
      .filter(({ metric }) => metric.by.every((key) => codes.has(key)))
      .map((grid) => {
        const { metric } = grid;
        const conditions = Object.entries(metric.where).filter(([key]) => codes.has(key));
        const own = Int32Array.from(order, (_, one) => {
          if (!conditions.every(([key, words]) => meets(held(one, key), words))) return -1;
          const [word, other] = [0, 1].map((at) => groupOf(held(one, metric.by[at]!)));
          return grid.cellOf(word!, mergedIn(metric, other!));
        });
        return [grid, own] as const;
      }),
  );
  return {
    size: order.length,
    codes,
    weights,
    quantiles: quantilesOf(dataset, metrics, codes, weights),
    hides: (one, key) => {
      const bit = bits.get(key);
      return bit == null || (suppressions[order[one]!]! & bit) !== 0;
    },
    cells,
  };
}

/** The matters of one table alone, of which nothing else is known. */
export function tradersWithin(grid: Grid): Traders {
  const filled = [...grid.counts.keys()].filter((cell) => grid.counts[cell]! > 0);
  return {
    size: filled.length,
    codes: new Map(),
    weights: filled.map((cell) => grid.counts[cell]!),
    quantiles: [],
    hides: () => true,
    cells: new Map([[grid, Int32Array.from(filled)]]),
  };
}

/** The quantiles by one column that are public of large groups (see published-figures.ts). */
function quantilesOf(
  { derived = {} }: Dataset,
  metrics: readonly RowMetric[],
  codes: Traders["codes"],
  weights: Uint32Array,
): Quantiles[] {
  return metrics.flatMap((metric) => {
    const { by } = metric;
    const own = codes.get(by ?? "");
    if (metric.kind !== "quantile" || by === undefined || !own) return [];
    const totals: number[] = [];
    for (const [one, weight] of weights.entries()) {
      totals[own[one]!] = (totals[own[one]!] ?? 0) + weight;
    }
    const fewest = fewestIn(metric) + 2 * THRESHOLD;
    const days = derived[metric.of]?.from.join();
    const spans = [...codes.keys()].filter((key) => derived[key]?.from.join() === days);
    const told = Uint8Array.from(weights, (_, one) => (totals[own[one]!]! >= fewest ? 1 : 0));
    return [{ of: metric.of, by, spans, told }];
  });
}

function meets(value: Value, words: Where[string]): boolean {
  return typeof value === "string" && [words].flat().includes(value);
}

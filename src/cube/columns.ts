/** What a cube of a dataset keeps: what some metric tells rows apart by, and what is added up. */
import type { Dataset } from "../datasets/define.ts";
import { isRowMetric, keysOf, type Metric } from "../metrics/define.ts";

export interface CubeColumns {
  /** Columns and derived columns that stay apart, in the order of the dataset. */
  keys: readonly string[];
  /** Measures that are added up, beside 件数. */
  sums: readonly string[];
}

/** Null for a dataset of which no metric counts rows. */
export function cubeColumns(dataset: Dataset, metrics: readonly Metric[]): CubeColumns | null {
  const own = metrics.filter(isRowMetric).filter((metric) => metric.dataset === dataset);
  if (own.length === 0) return null;
  const wanted = new Set(own.flatMap(keysOf));
  // The site refuses a file without them, and protects people by them.
  for (const [key, column] of Object.entries(dataset.columns)) {
    if (column.required) wanted.add(key);
  }
  if (typeof dataset.people === "object") wanted.add(dataset.people.column);
  const added = new Set(own.flatMap((metric) => (metric.kind === "sum" ? [metric.of] : [])));
  for (const key of added) {
    if (wanted.has(key)) {
      throw new Error(
        `${dataset.id}.${key} is both added up and told apart by: no cube holds both`,
      );
    }
  }
  const all = [...Object.keys(dataset.columns), ...Object.keys(dataset.derived ?? {})];
  return {
    keys: all.filter((key) => wanted.has(key)),
    sums: all.filter((key) => added.has(key)),
  };
}

/** What a cube of a dataset keeps: what some metric tells rows apart by, and what is added up. */
import type { Dataset } from "../datasets/define.ts";
import { isRowMetric, keysOf, type Metric, type RowMetric } from "../metrics/define.ts";

/** Rows that serve some metrics. */
export interface Cut {
  metrics: readonly string[];
  /** Columns and derived columns that stay apart, in the order of the dataset. */
  keys: readonly string[];
  /** Measures that are added up, beside 件数. */
  sums: readonly string[];
}

/** One cut for all metrics of a dataset: every matter in one row. Null where no metric counts rows. */
export function wholeCut(dataset: Dataset, metrics: readonly Metric[]): Cut | null {
  const own = metricsOf(dataset, metrics);
  // What protects people must be told apart as well: lists of rows are made of this cut.
  const { people } = dataset;
  const apart =
    typeof people === "object" ? [people.column, ...Object.keys(people.totalsOnly ?? {})] : [];
  return own.length === 0 ? null : cutOf(dataset, own, apart);
}

/**
 * Cuts that keep for each metric only the columns it needs: every matter in a row of each, and
 * thousands of rows instead of millions. A metric goes to a cut that has its columns already.
 */
export function smallCuts(dataset: Dataset, metrics: readonly Metric[]): Cut[] {
  const needed = (metric: RowMetric) => cutOf(dataset, [metric]).keys;
  // The widest first: so no cut holds all columns of a later one.
  const widest = metricsOf(dataset, metrics).toSorted(
    (a, b) => needed(b).length - needed(a).length,
  );
  const groups: RowMetric[][] = [];
  for (const metric of widest) {
    const group = groups.find((one) => {
      const { keys } = cutOf(dataset, one);
      return needed(metric).every((key) => keys.includes(key));
    });
    if (group) group.push(metric);
    else groups.push([metric]);
  }
  return groups.map((group) => cutOf(dataset, group));
}

function metricsOf(dataset: Dataset, metrics: readonly Metric[]): RowMetric[] {
  return metrics.filter(isRowMetric).filter((metric) => metric.dataset === dataset);
}

function cutOf(dataset: Dataset, metrics: readonly RowMetric[], apart: string[] = []): Cut {
  const wanted = new Set([...metrics.flatMap(keysOf), ...apart]);
  // The site refuses a file without them.
  for (const [key, column] of Object.entries(dataset.columns)) {
    if (column.required) wanted.add(key);
  }
  const added = new Set(metrics.flatMap((metric) => (metric.kind === "sum" ? [metric.of] : [])));
  for (const key of added) {
    if (wanted.has(key)) {
      throw new Error(`${dataset.id}.${key} is both added up and told apart by: no row holds both`);
    }
  }
  const all = [...Object.keys(dataset.columns), ...Object.keys(dataset.derived ?? {})];
  return {
    metrics: metrics.map(({ id }) => id),
    keys: all.filter((key) => wanted.has(key)),
    sums: all.filter((key) => added.has(key)),
  };
}

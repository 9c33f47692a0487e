/** What a cube of a dataset keeps: what some metric tells rows apart by, and what is added up. */
import type { Dataset } from "../datasets/define.ts";
import {
  columnOf,
  keysOf,
  type Metric,
  type RowMetric,
  type TableMetric,
} from "../metrics/define.ts";

/** What a cube serves: what is counted of rows. */
export type Served = Metric | TableMetric;
type Counted = RowMetric | TableMetric;

/** Rows that serve some metrics. */
export interface Cut {
  metrics: readonly string[];
  /** Columns and derived columns that stay apart, in the order of the dataset. */
  keys: readonly string[];
  /** Measures that are added up, 件数 always among them; none of them is a key. */
  sums: readonly string[];
}

/** What no cube can give. Its message is for who runs the command: what it is, and how to fix it. */
export class CubeError extends Error {}

/** One cut for all metrics of a dataset: every matter in one row. Null where no metric counts rows. */
export function wholeCut(dataset: Dataset, metrics: readonly Served[]): Cut | null {
  const own = metricsOf(dataset, metrics);
  // What protects people must be told apart as well: lists of rows are made of this cut.
  const { people } = dataset;
  const apart =
    typeof people === "object" ? [people.column, ...Object.keys(people.totalsOnly ?? {})] : [];
  return own.length === 0 ? null : cutOf(dataset, own, apart);
}

/**
 * Cuts that keep for each metric only the columns it needs: every matter in a row of each, and
 * thousands of rows instead of millions. A metric goes to a cut that has its columns already and
 * tells no rows apart by what it adds up.
 *
 * The widest come first, so that no cut holds all keys of a later one: the first one whose keys a
 * row has is the row's own.
 */
export function smallCuts(dataset: Dataset, metrics: readonly Served[]): Cut[] {
  const alone = metricsOf(dataset, metrics)
    .map((metric) => ({ metric, cut: cutOf(dataset, [metric]) }))
    .toSorted((a, b) => b.cut.keys.length - a.cut.keys.length);
  const groups: { keys: readonly string[]; metrics: Counted[] }[] = [];
  for (const { metric, cut } of alone) {
    const group = groups.find(
      ({ keys }) =>
        cut.keys.every((key) => keys.includes(key)) && !cut.sums.some((key) => keys.includes(key)),
    );
    if (group) group.metrics.push(metric);
    else groups.push({ keys: cut.keys, metrics: [metric] });
  }
  return groups.map((group) => cutOf(dataset, group.metrics));
}

function metricsOf(dataset: Dataset, metrics: readonly Served[]): Counted[] {
  return metrics.filter((metric) => "dataset" in metric && metric.dataset === dataset) as Counted[];
}

function cutOf(dataset: Dataset, metrics: readonly Counted[], apart: string[] = []): Cut {
  const keys = new Set([...metrics.flatMap(keysOf), ...apart]);
  for (const { notOnly } of metrics) if (notOnly) keys.add(notOnly.column);
  // What a blank means must be told apart as well.
  for (const key of keys) {
    const [beside] = columnOf(dataset, key).notYetWhile ?? [];
    if (beside !== undefined) keys.add(beside);
  }
  const sums = new Set(["count", ...metrics.flatMap(sumsOf)]);
  for (const key of sums) if (keys.has(key)) throw bothWays(dataset, key, metrics);
  // The site refuses a file without them.
  for (const [key, column] of Object.entries(dataset.columns)) {
    if (column.required && !sums.has(key)) keys.add(key);
  }
  const all = columnsOf(dataset);
  return {
    metrics: metrics.map(({ id }) => id),
    keys: all.filter((key) => keys.has(key)),
    sums: all.filter((key) => sums.has(key)),
  };
}

/** Every column of a dataset, derived ones last. */
export function columnsOf(dataset: Dataset): string[] {
  return [...Object.keys(dataset.columns), ...Object.keys(dataset.derived ?? {})];
}

function sumsOf(metric: Counted): string[] {
  return metric.kind === "sum" ? [metric.of] : [];
}

/**
 * A row of many matters holds the sum of their fines or the fine of each, never both. In a compact
 * cube two metrics that want both have rows of their own; one metric that wants both is a mistake.
 */
function bothWays(dataset: Dataset, key: string, metrics: readonly Counted[]): CubeError {
  const label = `“${dataset.label}”的“${columnOf(dataset, key).label}”`;
  const added = metrics.filter((metric) => key === "count" || sumsOf(metric).includes(key));
  const apart = metrics.filter((metric) => keysOf(metric).includes(key));
  const torn = apart.find((metric) => added.includes(metric));
  const names = (list: readonly Counted[]) => list.map(({ id }) => id).join("、");
  return new CubeError(
    torn
      ? `指标 ${torn.id} 把${label}又相加、又用来区分各行，汇总后的一行写不下两样。请在 src/metrics 里改这个指标，只用一样。`
      : `${label}有的指标要相加（${names(added)}），有的指标要逐个区分（${names(apart)}），汇总后的一行写不下两样。请加 --compact：每个指标各用各的行。`,
  );
}

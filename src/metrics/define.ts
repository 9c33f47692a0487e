/**
 * A metric is one sentence: what is counted, of which dataset, where, by what. Its number, words,
 * rows, breakdown, SQL and JSON all come from it.
 */
import type { Column, Dataset, Derived } from "../datasets/define.ts";

export type TopicId = "cases" | "litigation" | "publicity" | "complaints" | "supervision";

/** Column → the word, or one of the words. The first condition names the universe (see compute). */
export type Where = Readonly<Record<string, string | readonly string[]>>;

interface Base {
  id: string;
  label: string;
  unit: string;
  topic: TopicId;
  /** What exactly is counted, in one sentence. */
  definition: string;
  /** The legal or statistical source of the definition. */
  basis?: string;
  /** A metric that this one cannot exceed: hearings attended ≤ hearings held. */
  within?: string;
}

export interface CountMetric extends Base {
  kind: "count";
  dataset: Dataset;
  where: Where;
  /** Column by which it is broken down; then every group is a figure of its own. */
  by?: string;
}

export interface RatioMetric extends Base {
  kind: "ratio";
  numerator: string;
  denominator: string;
}

/** A number known only from the report's own statement in indicators.csv. */
export interface ReportedMetric extends Base {
  kind: "reported";
}

export type Metric = CountMetric | RatioMetric | ReportedMetric;

/** Counts (adds 件数) the rows of a dataset that meet every condition. */
export function count<K extends string>(
  dataset: Dataset<K>,
  metric: Base & {
    where?: Partial<Record<NoInfer<K>, string | readonly string[]>>;
    by?: NoInfer<K>;
  },
): CountMetric {
  const { where, by, ...base } = metric;
  return {
    kind: "count",
    dataset,
    where: (where ?? {}) as Where,
    ...(by === undefined ? {} : { by }),
    ...base,
  };
}

/** A rate of two metrics, in percent. Under ten in the denominator it is not computed. */
export function ratio(metric: Omit<RatioMetric, "kind">): RatioMetric {
  return { kind: "ratio", ...metric };
}

export function reported(metric: Base): ReportedMetric {
  return { kind: "reported", ...metric };
}

/** The column or derived column that a metric's key names. */
export function columnOf(dataset: Dataset, key: string): Column | Derived {
  const column = dataset.columns[key] ?? dataset.derived?.[key];
  if (!column) throw new Error(`${dataset.id} has no column ${key}`);
  return column;
}

/**
 * What of a dataset's rows may be added up. Tickets and messages, staff training and public events
 * stand in one file and are counted apart, each in its own unit: a sort is what one metric counts.
 * Of every sort there is a sentence for each column that visitors filter by, so that the explorer
 * says what the figures say.
 */
import type { Dataset } from "../datasets/define.ts";
import { type CountMetric, columnOf, conditionsText, count, type Metric } from "./define.ts";

/**
 * The sorts of a dataset, as the metrics tell them apart: the first that counts each comes to stand
 * for it. `metrics` are all, with the bureau's own words.
 */
export function sortsOf(dataset: Dataset, metrics: readonly Metric[]): readonly CountMetric[] {
  const { id, label, unit, description } = dataset;
  const found = new Map<string, CountMetric>();
  for (const metric of metrics) {
    if (!isSort(metric, dataset)) continue;
    const { by, ...whole } = metric;
    // Of all rows the one without groups stands for them.
    if (by !== undefined && apartIn(dataset) === undefined) continue;
    const words = conditionsText({ where: metric.where });
    if (!found.has(words)) found.set(words, whole);
  }
  return found.size > 0
    ? [...found.values()]
    : [count(dataset, { id, label, unit, topic: "", definition: description })];
}

/** The column that tells what is counted. */
function apartIn({ countedApart, listedApart }: Dataset): string | undefined {
  return countedApart ?? listedApart;
}

/** Whether a metric counts rows by nothing but that column. */
function isSort(metric: Metric, dataset: Dataset): metric is CountMetric {
  if (metric.kind !== "count" || metric.dataset.id !== dataset.id) return false;
  const keys = Object.keys(metric.where);
  const apart = apartIn(dataset);
  return apart === undefined
    ? keys.length === 0 && metric.except === undefined
    : keys.join() === apart;
}

/** The sentence of a sort by one column. */
export function byColumn(sort: CountMetric, key: string): CountMetric {
  return { ...sort, id: `${sort.id} by ${key}`, by: key };
}

/**
 * Every sort of a dataset by every column that visitors filter by. Cells of several words are left
 * out, whose groups are lists; and days, that leave as months.
 */
export function columnSentences(dataset: Dataset, metrics: readonly Metric[]): CountMetric[] {
  const keys = (dataset.explore ?? []).filter((key) => {
    const { type, daily } = columnOf(dataset, key);
    return type !== "words" && (type !== "date" || daily === true);
  });
  return sortsOf(dataset, metrics).flatMap((sort) => keys.map((key) => byColumn(sort, key)));
}

/** All rows of a data folder as they are read, and what is counted of them: before anything is withheld. */
import type { Dataset } from "../../src/datasets/define.ts";
import { datasets } from "../../src/datasets/index.ts";
import type { OwnKinds } from "../../src/datasets/kinds.ts";
import type { Folder } from "../../src/ingest/folder.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import type { Row } from "../../src/ingest/rows/row.ts";
import { TypedColumns } from "../../src/ingest/rows/typed.ts";
import {
  type Metric,
  type RowMetric,
  type TableMetric,
  withOwnWords,
} from "../../src/metrics/define.ts";
import { Sentences } from "../../src/metrics/engine/compute.ts";
import type { Computed } from "../../src/metrics/engine/counter.ts";
import { metrics as declared, tables } from "../../src/metrics/index.ts";
import { topicWords } from "../../src/topics/words.ts";

export interface AllRows {
  /** By `<year>/<dataset>`. */
  rows: Map<string, Row[]>;
  /** By year, by metric. */
  counted: Map<number, Map<string, Computed>>;
}

export async function allRows(
  folder: Folder,
  given?: readonly (Metric | TableMetric)[],
): Promise<AllRows> {
  const rows = new Map<string, Row[]>();
  const sentences = new Map<string, Sentences>();
  const open = (year: number, table: TypedColumns, kinds: OwnKinds) => {
    const { dataset } = table;
    const metrics = given ?? [...declared, ...tables].map((metric) => withOwnWords(metric, kinds));
    const of = metrics.filter(
      (metric): metric is RowMetric | TableMetric =>
        "dataset" in metric && metric.dataset === dataset,
    );
    const counting = new Sentences(of, table);
    sentences.set(`${year}/${dataset.id}`, counting);
    return counting;
  };
  const { years, kinds } = await ingest(folder, topicWords, (year, table, kinds) => {
    const counting = open(year, table, kinds);
    const list: Row[] = [];
    rows.set(`${year}/${table.dataset.id}`, list);
    return (batch) => {
      for (let at = 0; at < batch.length; at++) list.push(batch.row(at));
      counting.add(batch);
    };
  });
  const of = (year: number, dataset: Dataset) =>
    sentences.get(`${year}/${dataset.id}`) ?? open(year, new TypedColumns(dataset, year), kinds);
  const counted = new Map(
    years.map(({ year }) => [
      year,
      new Map(datasets.flatMap((dataset) => [...of(year, dataset).results()])),
    ]),
  );
  return { rows, counted };
}

/** What each metric counts in the one dataset of a folder, worked out by itself, in one reading. */
export async function countedApart(
  folder: Folder,
  metrics: readonly RowMetric[],
): Promise<(Computed | undefined)[]> {
  let apart: Sentences[] = [];
  await ingest(folder, topicWords, (_, table) => {
    apart = metrics.map((metric) => new Sentences([metric], table));
    return (batch) => {
      for (const sentences of apart) sentences.add(batch);
    };
  });
  return metrics.map(({ id }, at) => apart[at]?.results().get(id));
}

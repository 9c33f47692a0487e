/** What the site takes of the rows of one dataset in one year: figures, a release, a short list. */

import { FOR_METRICS } from "../datasets/columns.ts";
import type { Problems } from "../ingest/problems/problems.ts";
import { cellOf, type Row } from "../ingest/rows/row.ts";
import type { Batch, TypedColumns } from "../ingest/rows/typed.ts";
import { isRowMetric, type Metric, type RowMetric, type TableMetric } from "../metrics/define.ts";
import { Sentences } from "../metrics/engine/compute.ts";
import type { Computed } from "../metrics/engine/counter.ts";
import type { CrossTable } from "../metrics/engine/cross-table.ts";
import { metrics as declared, tables as declaredTables } from "../metrics/index.ts";
import { columnSentences } from "../metrics/sorts.ts";
import { protectFigures, publishedTables, type Release, ReleaseBuilder } from "../protect/index.ts";
import { cut } from "../text/cut.ts";
import { lastDay } from "../values/period.ts";

const IDS = new Set([...declared, ...declaredTables].map(({ id }) => id));

export class DatasetYear {
  readonly #table: TypedColumns;
  readonly #metrics: readonly RowMetric[];
  readonly #checkOnly: boolean;
  readonly #sentences: Sentences;
  readonly #forMetrics: number;
  /** What the explorer counts of all rows: each sort by each column. */
  readonly #byColumn: { metrics: readonly RowMetric[]; sentences: Sentences };
  /** Tables of two columns. */
  readonly #tables: { metrics: readonly TableMetric[]; sentences: Sentences };
  #builder: ReleaseBuilder | null = null;
  /** Whether rows came that are cells of a cube, of which no other row tells. */
  #isCut = false;
  /** The rows of a short list, which is shown whole. */
  readonly rows: Row[] = [];
  /** Metrics that rows name and the program does not have, each with the first such row. */
  readonly unknown = new Map<string, Row>();

  /** `metrics` are all, with the bureau's own words. */
  constructor(
    table: TypedColumns,
    metrics: readonly Metric[],
    tables: readonly TableMetric[],
    checkOnly: boolean,
  ) {
    this.#metrics = metrics.filter(isRowMetric);
    this.#checkOnly = checkOnly;
    this.#table = table;
    this.#sentences = new Sentences(
      this.#metrics.filter(({ dataset }) => dataset === table.dataset),
      table,
    );
    const byColumn = checkOnly ? [] : columnSentences(table.dataset, metrics);
    this.#byColumn = { metrics: byColumn, sentences: new Sentences(byColumn, table) };
    const own = checkOnly ? [] : tables.filter(({ dataset }) => dataset === table.dataset);
    this.#tables = { metrics: own, sentences: new Sentences(own, table) };
    this.#forMetrics = table.placeOf("for_metrics");
  }

  add(batch: Batch): void {
    this.#sentences.add(batch);
    if (this.#tables.metrics.length > 0) this.#tables.sentences.add(batch);
    // Rows that are for some metrics only: figures come from them, no list of rows.
    if (batch.given.includes(this.#forMetrics)) {
      this.#isCut = true;
      this.#checkMetrics(batch);
    } else if (!this.#table.dataset.explore) {
      for (let at = 0; at < batch.length; at++) this.rows.push(batch.row(at));
    } else if (!this.#checkOnly) {
      const { metrics, sentences } = this.#byColumn;
      // What is said by column is published: the release leaves it open.
      this.#builder ??= new ReleaseBuilder(this.#table, [...this.#metrics, ...metrics]);
      this.#builder.add(batch);
      sentences.add(batch);
    }
  }

  /** Every metric's number, by its id. */
  get results(): ReadonlyMap<string, Computed> {
    return this.#sentences.results();
  }

  /** The numbers of each sort by each column (src/metrics/sorts.ts), by their ids. */
  get columnTotals(): ReadonlyMap<string, Computed> {
    const { metrics, sentences } = this.#byColumn;
    return protectFigures(metrics, sentences.results());
  }

  get release(): Release | null {
    return this.#builder?.release ?? null;
  }

  /** By id, those of which something is told. */
  get crossTables(): ReadonlyMap<string, CrossTable> {
    const { metrics, sentences } = this.#tables;
    const rows = this.#builder?.takeAnonymised() ?? null;
    const { asOf, year } = this.#table;
    const goesOn = asOf < lastDay(year);
    return publishedTables(metrics, sentences.results(), this.#isCut ? null : rows, goesOn);
  }

  #checkMetrics(batch: Batch): void {
    for (let at = 0; at < batch.length; at++) {
      const ids = batch.value(this.#forMetrics, at);
      for (const id of Array.isArray(ids) ? ids : []) {
        if (!IDS.has(id) && !this.unknown.has(id)) this.unknown.set(id, batch.row(at));
      }
    }
  }
}

/** The metrics have changed since the cube was made: what it lacks must not pass for 未公布. */
export function sayUnknownMetrics(taken: readonly DatasetYear[], problems: Problems): void {
  const said = new Set<string>();
  for (const [id, row] of taken.flatMap(({ unknown }) => [...unknown])) {
    if (said.has(id)) continue;
    said.add(id);
    problems.add({
      code: "indicator-unknown",
      file: row.file,
      cell: cellOf(row, "for_metrics"),
      column: FOR_METRICS.label,
      value: id,
      why: `没有编号为“${cut(id, 40)}”的指标`,
      fix: "用现在的程序重新运行 npm run cube，再导出一次",
    });
  }
}

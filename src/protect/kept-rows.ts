/** What is kept of a dataset's rows of one year until it is known what of them may leave. */
import { COUNT, type Dataset } from "../datasets/define.ts";
import { type Batch, NOTHING, type TypedColumns } from "../ingest/rows/typed.ts";
import { columnOf, type RowMetric } from "../metrics/define.ts";
import { APART, type Apartness, apartnessOf } from "./apart.ts";
import { GrowingCodes, KeptColumn } from "./columns.ts";
import { publicKeys, shownKeys } from "./public-columns.ts";

/** A few bytes a row. */
export class KeptRows {
  readonly dataset: Dataset;
  readonly year: number;
  /** The dataset's own. */
  readonly metrics: readonly RowMetric[];
  readonly shown: readonly KeptColumn[];
  /** Those shown, and behind them those kept only to hold published numbers against the rows. */
  readonly columns: readonly KeptColumn[];
  readonly counts: KeptColumn;
  readonly files: string[] = [];
  /** By row: its file, its number in the file (0 where it may not be told), whether it may stand alone. */
  readonly fileCodes = new GrowingCodes();
  readonly rowNumbers = new GrowingCodes();
  readonly apart = new GrowingCodes();
  readonly #apartness: (batch: Batch, at: number) => Apartness;
  /** Public columns that no row has filled so far, with their places. */
  readonly #unfilled: Map<string, number>;

  constructor(table: TypedColumns, metrics: readonly RowMetric[]) {
    const { dataset } = table;
    this.dataset = dataset;
    this.year = table.year;
    this.metrics = metrics.filter((metric) => metric.dataset === dataset);
    const shown = shownKeys(dataset);
    const keep = (key: string) => new KeptColumn(key, columnOf(dataset, key), table.placeOf(key));
    this.shown = shown.map(keep);
    this.columns = [...this.shown, ...insideKeys(dataset, this.metrics, shown).map(keep)];
    this.counts = new KeptColumn("count", COUNT, table.placeOf("count"));
    this.#apartness = apartnessOf(table);
    this.#unfilled = new Map(publicKeys(dataset).map((key) => [key, table.placeOf(key)]));
  }

  get length(): number {
    return this.apart.length;
  }

  add(batch: Batch): void {
    for (const column of this.columns) column.take(batch);
    this.counts.take(batch);
    if (this.files.at(-1) !== batch.file) this.files.push(batch.file);
    for (let at = 0; at < batch.length; at++) {
      const apart = this.#apartness(batch, at);
      this.apart.push(apart);
      this.fileCodes.push(this.files.length - 1);
      this.rowNumbers.push(apart === APART ? 0 : batch.rows[at]!);
    }
    for (const [key, place] of this.#unfilled) {
      const codes = batch.codes[place]!;
      for (let at = 0; at < batch.length && this.#unfilled.has(key); at++) {
        if (codes[at] !== NOTHING) this.#unfilled.delete(key);
      }
    }
  }

  /** Whether some row fills a public column. */
  fills(key: string): boolean {
    return !this.#unfilled.has(key);
  }
}

/** Columns kept only to hold published numbers against the rows. */
function insideKeys(
  { people }: Dataset,
  metrics: readonly RowMetric[],
  shown: readonly string[],
): string[] {
  if (people === undefined || people === true) return [];
  const watched = metrics.flatMap(({ where, except = {}, by }) => [
    ...Object.keys(where),
    ...Object.keys(except),
    ...(by ? [by] : []),
  ]);
  return [...new Set(watched)].filter((key) => !shown.includes(key));
}

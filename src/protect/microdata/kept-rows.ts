/**
 * What is kept of a dataset's rows of one year until it is known what of them may be released: a
 * few bytes a row. Days are generalised to months at once, and no finer value is kept.
 */
import { COUNT } from "../../datasets/columns.ts";
import type { Column, Dataset } from "../../datasets/define.ts";
import { NULL_CODE, UNINTERNED } from "../../ingest/rows/dictionary.ts";
import { PIECE_ROWS } from "../../ingest/rows/piece.ts";
import type { Batch, TypedColumns } from "../../ingest/rows/typed.ts";
import { columnOf, type RowMetric } from "../../metrics/define.ts";
import { byValue } from "../../values/order.ts";
import type { Value } from "../../values/value.ts";
import { CodedColumn, GrowingCodes } from "./coded-columns.ts";
import { IN_CLASS, type ReleaseMode, releaseModeOf } from "./individual-rows.ts";
import { publicKeys, releasedKeys } from "./quasi-identifiers.ts";

export class KeptRows {
  readonly dataset: Dataset;
  readonly year: number;
  /** The dataset's own. */
  readonly metrics: readonly RowMetric[];
  readonly released: readonly KeptColumn[];
  /** Those released, and behind them those kept only to hold published counts against the rows. */
  readonly columns: readonly KeptColumn[];
  readonly counts: KeptColumn;
  readonly files: string[] = [];
  /** By row: its file, its number in the file (0 where it must not be told), how it may be released. */
  readonly fileCodes = new GrowingCodes();
  readonly rowNumbers = new GrowingCodes();
  readonly modes = new GrowingCodes();
  readonly #leftOut: LeftOut;
  readonly #modeOf: (batch: Batch, at: number) => ReleaseMode;
  /** Public columns that no row has filled so far, with their places. */
  readonly #unfilled: Map<string, number>;

  constructor(table: TypedColumns, metrics: readonly RowMetric[]) {
    const { dataset } = table;
    this.dataset = dataset;
    this.year = table.year;
    this.metrics = metrics.filter((metric) => metric.dataset === dataset);
    const released = releasedKeys(dataset);
    const keep = (key: string) => new KeptColumn(key, columnOf(dataset, key), table.placeOf(key));
    this.released = released.map(keep);
    this.columns = [...this.released, ...countedKeys(dataset, this.metrics, released).map(keep)];
    this.counts = new KeptColumn("count", COUNT, table.placeOf("count"));
    this.#leftOut = new LeftOut(table);
    this.#modeOf = releaseModeOf(table);
    this.#unfilled = new Map(publicKeys(dataset).map((key) => [key, table.placeOf(key)]));
  }

  add(batch: Batch): void {
    const isKept = this.#leftOut.others(batch);
    for (const column of this.columns) column.take(batch, isKept);
    this.counts.take(batch, isKept);
    if (this.files.at(-1) !== batch.file) this.files.push(batch.file);
    for (let at = 0; at < batch.length; at++) {
      if (isKept[at] === 0) continue;
      const mode = this.#modeOf(batch, at);
      this.modes.push(mode);
      this.fileCodes.push(this.files.length - 1);
      this.rowNumbers.push(mode === IN_CLASS ? 0 : batch.rows[at]!);
    }
    for (const [key, place] of this.#unfilled) {
      const codes = batch.codes[place]!;
      for (let at = 0; at < batch.length && this.#unfilled.has(key); at++) {
        if (codes[at] !== NULL_CODE) this.#unfilled.delete(key);
      }
    }
  }

  /** Gives up the order in which the words came: what is chosen by a word's place depends on no row. */
  sortValues(): void {
    for (const column of [...this.columns, this.counts]) {
      column.sortValues(byValue(column.column.words ?? []));
    }
  }

  /** Whether some row fills a public column. */
  fills(key: string): boolean {
    return !this.#unfilled.has(key);
  }
}

/** Columns kept only to hold published counts against the rows. */
function countedKeys(
  { people }: Dataset,
  metrics: readonly RowMetric[],
  released: readonly string[],
): string[] {
  if (people === undefined || people === true) return [];
  const counted = metrics.flatMap(({ where, except = {}, by }) => [
    ...Object.keys(where),
    ...Object.keys(except),
    ...(by ? [by] : []),
  ]);
  return [...new Set(counted)].filter((key) => !released.includes(key));
}

/** Rows that no number is of are released no more: what is public is all of the same matters. */
class LeftOut {
  readonly #columns: readonly { place: number; words: readonly string[] }[];
  readonly #isKept = new Uint8Array(PIECE_ROWS);

  constructor(table: TypedColumns) {
    this.#columns = Object.entries(table.dataset.leftOut ?? {}).map(([key, words]) => ({
      place: table.placeOf(key),
      words,
    }));
  }

  /** By row, 1 for those that are kept. */
  others(batch: Batch): Uint8Array {
    this.#isKept.fill(1, 0, batch.length);
    for (const { place, words } of this.#columns) {
      for (let at = 0; at < batch.length; at++) {
        const value = batch.value(place, at);
        if (typeof value === "string" && words.includes(value)) this.#isKept[at] = 0;
      }
    }
    return this.#isKept;
  }
}

/** A column of the typed rows, as it may be released. */
export class KeptColumn extends CodedColumn {
  readonly key: string;
  readonly column: Column;
  readonly #place: number;
  /** By the code of the typed row. */
  readonly #codes: number[] = [];

  constructor(key: string, column: Column, place: number) {
    super();
    this.key = key;
    this.column = column;
    this.#place = place;
  }

  take(batch: Batch, isKept: Uint8Array): void {
    const typed = batch.codes[this.#place];
    for (let at = 0; at < batch.length; at++) {
      if (isKept[at] === 0) continue;
      const code = typed?.[at] ?? NULL_CODE;
      if (code !== UNINTERNED) this.#codes[code] ??= this.#codeIn(batch, at);
      this.pushCode(this.#codes[code] ?? this.#codeIn(batch, at));
    }
  }

  #codeIn(batch: Batch, at: number): number {
    return this.codeOf(generalised(this.column, batch.value(this.#place, at)));
  }
}

/** Days as months, unless the column may be daily. */
function generalised(column: Column, value: Value): Value {
  return column.type === "date" && !column.daily && typeof value === "string"
    ? value.slice(0, 7)
    : value;
}

/**
 * What of a dataset's rows may leave the build: public columns, dates as months; rows about people
 * only where at least five are alike, as one line that says how many. Everything that shows rows
 * (downloads, the explorer) shows a release and nothing else.
 */
import type { Column, Dataset, Value } from "../datasets/define.ts";
import type { Batch, TypedColumns } from "../ingest/typed.ts";
import type { RowMetric } from "../metrics/define.ts";
import type { Codes } from "./columns.ts";
import { KeptRows } from "./kept-rows.ts";
import { laidOut } from "./layout.ts";
import { split } from "./split.ts";

export interface ReleaseColumn {
  key: string;
  column: Column;
  /** By code; code 0 is an empty cell, or one that must not be told. */
  values: readonly Value[];
  codes: Codes;
}

export interface Release {
  dataset: Dataset;
  year: number;
  lines: number;
  /** The first lines are rows of the data, with their places; the rest stand for alike rows. */
  alone: number;
  columns: readonly ReleaseColumn[];
  files: readonly string[];
  fileCodes: Codes;
  rows: Codes;
  /** Public columns that some row fills, whether shown or not. */
  filled: ReadonlySet<string>;
}

/** Takes a dataset's rows of one year, and lets go of them for their release. */
export class ReleaseBuilder {
  #rows: KeptRows | Release;

  constructor(table: TypedColumns, metrics: readonly RowMetric[]) {
    this.#rows = new KeptRows(table, metrics);
  }

  add(batch: Batch): void {
    if (this.#rows instanceof KeptRows) this.#rows.add(batch);
  }

  /** Made when first asked for: a check of the data needs none. */
  get release(): Release {
    if (this.#rows instanceof KeptRows) this.#rows = laidOut(this.#rows, split(this.#rows));
    return this.#rows;
  }
}

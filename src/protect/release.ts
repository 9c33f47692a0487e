/**
 * What of a dataset's rows may leave the build: public columns, dates as months; rows about people
 * only where at least five are alike, as one line that says how many. Everything that shows rows
 * (downloads, the explorer) shows a release and nothing else.
 */
import type { Column, Dataset } from "../datasets/define.ts";
import type { Value } from "../values/value.ts";
import type { Codes } from "./columns.ts";

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

/** What the page for staff is told of the table on its desk. */
import type { Severity } from "../ingest/problems/kinds.ts";
import type { ReadFile } from "./read.ts";

/** What a problem says, and what may be done about it. */
export interface SaidProblem {
  severity: Severity;
  /** What kind it is, and of which column. */
  title: string;
  /** B2“1/2/2023”、B7“3/4/2023”等共12处. */
  places: string;
  why: string;
  fix: string;
  /** The word that takes the place of all that is written there, if a person says so. */
  instead?: string;
}

/** A cell of a row that is shown; `said` are the places of its problems in the list. */
export interface ShownCell {
  text: string;
  said: readonly number[];
}

export interface ShownRow {
  /** As Excel numbers it. */
  row: number;
  cells: readonly ShownCell[];
  /** Problems of the row as a whole. */
  said: readonly number[];
}

export interface Moved {
  label: string;
  /** Null where nothing is published of that year. */
  before: string | null;
  after: string;
}

export interface DeskState {
  name: string;
  /** Of a workbook: the sheet that is read, and others that hold something. */
  sheet: ReadFile["sheet"];
  /** As a system wrote it: nothing of it can be mended here. */
  isExport: boolean;
  dataset: string | null;
  year: number | null;
  /** 3处错误、1处提醒; empty where there is none. */
  counts: string;
  errors: number;
  problems: readonly SaidProblem[];
  /** The columns as they are shown: their place in the file, Excel's letters, their head. */
  columns: readonly { at: number; letters: string; head: string }[];
  rows: readonly ShownRow[];
  /** So many rows have been checked so far; null where all have. */
  soFar: number | null;
  /** How many rows are to be looked at, and where the shown ones begin among them. */
  toLookAt: number;
  from: number;
  /** How many are shown at one time. */
  rowsAtOnce: number;
  allRows: number;
  /** Figures that change; null while there is an error. */
  moved: readonly Moved[] | null;
  /** How many figures stay as they are published. */
  unmoved: number;
  isChanged: boolean;
}

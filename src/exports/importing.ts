/** What an import is asked with, and what it gives. */
import type { Dataset } from "../datasets/define.ts";
import type { Vocabularies } from "../ingest/cells/lexicon.ts";
import type { Exceptions } from "../ingest/exceptions.ts";
import type { Remark } from "../ingest/problems/problems.ts";
import type { Imports, SameNumber } from "./answers.ts";
import type { SheetNote } from "./file-tables.ts";
import type { System } from "./profile.ts";
import type { RowNamer } from "./row-names.ts";
import type { TableReport } from "./table-report.ts";
import type { Repeated, YearRows } from "./year-rows.ts";

/** 状态=走流程=办理中; nothing is written for a word that says nothing. */
export interface WordAnswer {
  label: string;
  from: string;
  to: string;
}

export interface Imported {
  tables: TableReport[];
  /** What stopped the reading of a file. */
  stopped: (Remark & { file: string })[];
  said: (SheetNote & { file: string })[];
  /** By system and year: rows of a matter that another row of the import is about too. */
  repeats: (Repeated & {
    label: string;
    year: number;
    dataset: Dataset;
    answer: SameNumber | undefined;
  })[];
  /** By system, then year. */
  rows: Map<System, Map<number, YearRows>>;
}

export interface Importing {
  vocabularies: Vocabularies;
  imports: Imports;
  /** Whose exports they are. */
  bureau?: string;
  /** How the bureau is called for short. */
  shortName?: string;
  /** For rows that have no day. */
  year?: number;
  nameId: RowNamer;
  /** Answers given with the command, for all files: label → word. */
  whole?: Readonly<Record<string, string>>;
  /** The same: head of an export → label. */
  heads?: Readonly<Record<string, string>>;
  /** The same: a word of an export that is one of the site's, in the column with that label. */
  words?: readonly WordAnswer[];
  /** The same: which row of one number counts. */
  sameNumber?: SameNumber | undefined;
  /** The same: labels or heads of columns whose cells were merged from top to bottom. */
  filled?: readonly string[];
  /** Cells of the exports that may hold what looks personal. */
  exceptions?: Exceptions;
  onProgress?: (doing: string) => void;
}

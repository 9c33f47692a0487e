/** One CSV of a dataset, written in the one way that is certain to read the same. */
import type { Dataset } from "../datasets/define.ts";
import type { Vocabularies } from "../ingest/cells/lexicon.ts";
import { KINDS } from "../ingest/problems/kinds.ts";
import { cellName } from "../ingest/problems/problems.ts";
import { tellsData } from "../ingest/rows/cell-alone.ts";
import { headerNames } from "../ingest/rows/column-names.ts";
import { findHeader, HEADER_WITHIN } from "../ingest/rows/find-header.ts";
import { type Header, readHeader } from "../ingest/rows/header.ts";
import { layoutOf } from "../ingest/rows/layout.ts";
import { cellsOf, type RawRow } from "../ingest/rows/piece.ts";
import { kindOf } from "../ingest/rows/row-kinds.ts";
import { readTable, type TableSource } from "../ingest/rows/table.ts";
import { plainCell } from "../text/csv.ts";
import { type LookedAt, lookingAt } from "./column.ts";
import { fixName } from "./header.ts";
import type { Mending } from "./kinds.ts";
import { textFile } from "./text-file.ts";
import { type FileForm, writtenOf } from "./written.ts";

/** How much of a file is touched: where the most would read otherwise, less is tried. */
export const DEGREES = ["cells and blanks", "cells", "file"] as const;
export type Degree = (typeof DEGREES)[number];

export interface FixedTable {
  changes: Mending[];
  /** The file as it should be. */
  text: string;
}

interface Table {
  dataset: Dataset;
  year: number;
  vocabularies: Vocabularies;
}

/** Null where nothing is to be done, or nothing is certain. Throws Unreadable of what is no text. */
export async function fixTable(
  source: TableSource,
  table: Table,
  degree: Degree,
): Promise<FixedTable | null> {
  const written = await writtenOf(source, { excel: true });
  const rows = await rowsOf(source, table.dataset);
  if (!rows) return null;
  // Of a long table they are too many for the arguments of a push.
  const ofCells = degree === "file" ? [] : fixCells(rows, table, degree);
  const changes = [...written.changes, ...parting(written, table.dataset), ...ofCells];
  if (changes.length === 0) return null;
  const lines = rows.map((cells) => cells.map(plainCell).join(",") + written.lineEnd);
  const text = written.mark + lines.join("");
  return (await readsAs(text, rows, source.path, table.dataset)) ? { changes, text } : null;
}

/** All rows; null where they cannot be told for certain. */
async function rowsOf(source: TableSource, dataset: Dataset): Promise<string[][] | null> {
  const rows: string[][] = [];
  const certain = await readRows(source, dataset, (cells) => rows.push(cells));
  return certain ? rows : null;
}

/** Gives the rows one by one; false where they cannot be told for certain. */
async function readRows(source: TableSource, dataset: Dataset, take: (cells: string[]) => void) {
  const remarks = await readTable(source, headerNames(dataset), (piece) => {
    for (let at = 0; at < piece.length; at++) take(cellsOf(piece, at));
  });
  return !remarks.some(({ code }) => KINDS[code][0] === "error");
}

/** Whether what is written gives exactly these cells: none is lost. */
async function readsAs(text: string, rows: string[][], path: string, dataset: Dataset) {
  let at = 0;
  let same = true;
  const certain = await readRows(textFile(path, text), dataset, (cells) => {
    const own = rows[at++];
    same &&= own?.length === cells.length && own.every((cell, index) => cell === cells[index]);
  });
  return certain && same && at === rows.length;
}

const TAB = "\t";

/** What stands between the cells, where it is no comma. */
function parting({ text }: FileForm, dataset: Dataset): Mending[] {
  const [declaration = "", declared] = /^"?sep=(.)"?\n/i.exec(text) ?? [];
  const sample = text.slice(declaration.length, 1 << 15);
  const { delimiter, within } = layoutOf(sample, headerNames(dataset), declared);
  const mark = within ?? delimiter;
  const before = mark === TAB ? "制表符" : `“${mark}”`;
  const whole = within === undefined ? before : `整行在引号里，用${before}`;
  const said = declaration ? `${whole}（第一行写着 sep=）` : whole;
  const isUsual = delimiter === "," && within === undefined && declaration === "";
  return isUsual ? [] : [{ kind: "delimiter", before: said, after: "半角逗号" }];
}

/** Mends the cells in their place; gives what has changed. */
function fixCells(rows: string[][], { dataset, year, vocabularies }: Table, degree: Degree) {
  const head: RawRow[] = rows.slice(0, HEADER_WITHIN).map((cells, at) => ({ cells, row: at + 1 }));
  const header = readHeader(head, dataset, year, vocabularies, () => {});
  if (!header) return [];
  const changes: Mending[] = [];
  const columns: ReturnType<typeof lookingAt>[] = [];
  for (let at = header.row; at < rows.length; at++) {
    const cells = rows[at]!;
    const looked = cells.map((cell, index) => {
      columns[index] ??= lookingAt(index, header, { blanks: degree !== "cells" });
      return columns[index](cell);
    });
    if (!looked.some(({ fixed }) => fixed)) continue;
    const next = cells.map((cell, index) => looked[index]!.fixed?.text ?? cell);
    const row = at + 1;
    // What a row is must not hang on how it is written.
    if (!isData({ cells, row }, flagsIn(looked, "flags"), header)) continue;
    if (!isData({ cells: next, row }, flagsIn(looked, "flagsThen"), header)) continue;
    rows[at] = next;
    for (const { index, column } of header.columns) {
      const fixed = looked[index]?.fixed;
      if (!fixed) continue;
      const place = { cell: cellName(index, row), column: column.label };
      changes.push({ kind: fixed.kind, ...place, before: cells[index]!, after: fixed.text });
    }
  }
  return [...fixNames(rows, dataset, head, header), ...changes];
}

/** What the cells of a row tell together. */
function flagsIn(looked: readonly LookedAt[], which: "flags" | "flagsThen"): number {
  return looked.reduce((all, one) => all | one[which], 0);
}

function isData(row: RawRow, flags: number, header: Header): boolean {
  return tellsData(flags) || kindOf(row, header) === "data";
}

/** The names of a header that stands in one row. */
function fixNames(
  rows: string[][],
  dataset: Dataset,
  head: readonly RawRow[],
  header: Header,
): Mending[] {
  const place = findHeader(head, headerNames(dataset));
  if (!place || place.first !== place.last) return [];
  const changes: Mending[] = [];
  const names = [...rows[header.row - 1]!];
  for (const { index, column } of header.columns) {
    const before = names[index]!;
    const after = fixName(dataset, before);
    if (after === null) continue;
    names[index] = after;
    const cell = cellName(index, header.row);
    changes.push({ kind: "header", cell, column: column.label, before, after });
  }
  rows[header.row - 1] = names;
  return changes;
}

/** One CSV of a dataset, written in the one way that is certain to read the same. */
import type { Dataset } from "../datasets/define.ts";
import type { Vocabularies } from "../ingest/cells/lexicon.ts";
import { memoryFolder } from "../ingest/folder.ts";
import { KINDS } from "../ingest/problems/kinds.ts";
import { cellName } from "../ingest/problems/problems.ts";
import { headerNames } from "../ingest/rows/column-names.ts";
import type { Matched } from "../ingest/rows/columns.ts";
import { findHeader, HEADER_WITHIN } from "../ingest/rows/find-header.ts";
import { type Header, readHeader } from "../ingest/rows/header.ts";
import { layoutOf } from "../ingest/rows/layout.ts";
import { cellsOf, type RawRow } from "../ingest/rows/piece.ts";
import { kindOf } from "../ingest/rows/row-kinds.ts";
import { readTable, type TableSource } from "../ingest/rows/table.ts";
import { plainCell } from "../text/csv.ts";
import { type FixedCell, fixCell } from "./cell.ts";
import { fixName } from "./header.ts";
import type { Mending } from "./kinds.ts";
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
  const fixed = rows.map((cells) => [...cells]);
  // Of a long table they are too many for the arguments of a push.
  const ofCells = degree === "file" ? [] : fixCells(fixed, table, degree);
  const changes = [...written.changes, ...parting(written, table.dataset), ...ofCells];
  if (changes.length === 0) return null;
  const lines = fixed.map((cells) => cells.map(plainCell).join(",") + written.lineEnd);
  const text = written.mark + lines.join("");
  return (await readsAs(text, fixed, source.path, table.dataset)) ? { changes, text } : null;
}

/** All rows; null where they cannot be told for certain. */
async function rowsOf(source: TableSource, dataset: Dataset): Promise<string[][] | null> {
  const rows: string[][] = [];
  const remarks = await readTable(source, headerNames(dataset), (piece) => {
    for (let at = 0; at < piece.length; at++) rows.push(cellsOf(piece, at));
  });
  return remarks.some(({ code }) => KINDS[code][0] === "error") ? null : rows;
}

/** Whether what is written gives exactly these cells: none is lost. */
async function readsAs(text: string, rows: string[][], path: string, dataset: Dataset) {
  const [source] = (await memoryFolder({ [path]: text }).files()) ?? [];
  const read = source && (await rowsOf(source, dataset));
  return JSON.stringify(read) === JSON.stringify(rows);
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
  const fixers = new Map(header.columns.map((matched) => [matched, remembering(matched)]));
  for (let at = header.row; at < rows.length; at++) {
    const cells = rows[at]!;
    const row = at + 1;
    if (!mayChange(cells, row, header)) continue;
    const next = [...cells];
    const own: Mending[] = [];
    for (const [matched, fix] of fixers) {
      const before = cells[matched.index];
      const found = before === undefined ? null : fix(before);
      if (before === undefined || !found || (found.kind === "blank" && degree === "cells"))
        continue;
      next[matched.index] = found.text;
      const place = { cell: cellName(matched.index, row), column: matched.column.label };
      own.push({ kind: found.kind, ...place, before, after: found.text });
    }
    // What a row is must not hang on how it is written.
    if (own.length === 0 || !mayChange(next, row, header)) continue;
    rows[at] = next;
    changes.push(...own);
  }
  return [...fixNames(rows, dataset, head, header), ...changes];
}

function mayChange(cells: string[], row: number, header: Header): boolean {
  return kindOf({ cells, row }, header) === "data";
}

/** Columns repeat their days and words. */
function remembering(matched: Matched): (raw: string) => FixedCell | null {
  const known = new Map<string, FixedCell | null>();
  return (raw) => {
    if (known.size > 1 << 16) known.clear();
    const found = known.get(raw);
    if (found !== undefined) return found;
    const fixed = fixCell(matched, raw);
    known.set(raw, fixed);
    return fixed;
  };
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

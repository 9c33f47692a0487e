/** What is to be said of one table of one file. */
import type { Dataset } from "../datasets/define.ts";
import type { BlanksBelow } from "./blanks-below.ts";
import type { ColumnWords, Converter } from "./convert.ts";
import type { DayChecks } from "./day-checks.ts";
import type { WrongTotal } from "./export-sums.ts";
import type { NoPlace } from "./no-place.ts";
import type { Recognised } from "./recognise.ts";
import type { LeftRow } from "./row-kind.ts";

/** How many rows, and the numbers of the first of them. */
export interface RowsPlaced {
  rows: number;
  first: number[];
}
const PLACES_SAID = 5;

export function placed<K>(places: Map<K, RowsPlaced>, of: K, row: number): void {
  const found = places.get(of) ?? { rows: 0, first: [] };
  found.rows++;
  if (found.first.length < PLACES_SAID) found.first.push(row);
  places.set(of, found);
}

/** What of a table's rows is said to be another body's. */
export interface OtherBodies {
  head: string;
  /** Body → its rows. */
  rows: Map<string, RowsPlaced>;
  /** Whether they are read all the same: no row is the bureau's by its name. */
  areRead: boolean;
}

/** What was found in one table of one file. */
export interface TableReport {
  file: string;
  sheet: string | null;
  /** Null where no row looks like the head of an export. */
  recognised: Recognised | null;
  heads: readonly string[];
  /** Whether a person has looked at the columns of a system that is not known. */
  lookedAt: boolean;
  /** What it is where it is a form and no list. */
  form?: string;
  /** Bodies of which the form has a row each, and none is known to be the bureau's. */
  bodies?: readonly string[];
  /** Whose rows there are beside the bureau's, where a head says it. */
  others?: OtherBodies;
  /** What its name or title says by which it may hold a part of the matters only: 重大, 超期. */
  part?: string | undefined;
  /** Rows below the head. */
  rows: number;
  /** Rows that became clean rows, by year. */
  years: Map<number, number>;
  /** Rows left out, and the numbers of the first of them. */
  left: Map<LeftRow | "undated", RowsPlaced>;
  words: ReadonlyMap<string, ColumnWords>;
  /** Labels of columns that are written and that no row fills, and whether the export has a head for them. */
  blank: { label: string; head: string | null }[];
  /** Days of one row that cannot all be right. */
  days: DayChecks | null;
  /** Heads that say of which instance nobody knows, in rows that came to two. */
  ofNobody: Map<string, RowsPlaced>;
  /** What it is, where the site has no table for it. */
  noPlace?: NoPlace | undefined;
  /** What it is like, where no head says the day of a row. */
  noDay?: Dataset | undefined;
  /** By the label of a column of numbers: what the records say together, as far as it can be said. */
  sums: ReadonlyMap<string, string>;
  /** Totals of the export that are no sum of its rows. */
  wrongTotals: readonly WrongTotal[];
  /** Rows with an amount of two columns, of which nothing tells what of it is which. */
  unparted: number;
  /** By the head of a column of numbers: rows whose cell is merged with the one above, and the first. */
  shared: ReadonlyMap<string, { rows: number; cell: string }>;
  /** Columns that look as merged cells do once they are saved as CSV. */
  below: readonly BlanksBelow[];
  /** By head: cells in which Excel found no value, and the first of them. */
  noValues: ReadonlyMap<string, { rows: number; cell: string; text: string }>;
  /** The column that tells what a row is counted as, and of how many rows nothing says it: they are in no figure. */
  untold?: { label: string; rows: number };
}

export function newReport(file: string, sheet: string | null): TableReport {
  return {
    file,
    sheet,
    recognised: null,
    heads: [],
    lookedAt: false,
    rows: 0,
    years: new Map(),
    left: new Map(),
    words: new Map(),
    blank: [],
    days: null,
    ofNobody: new Map(),
    sums: new Map(),
    wrongTotals: [],
    unparted: 0,
    shared: new Map(),
    below: [],
    noValues: new Map(),
  };
}

/** The columns that a table should have and no row fills; with the head that is there for it, if one is. */
export function blankColumns(
  { recognised, keys, unparted }: Converter,
  filled: ReadonlySet<string>,
): TableReport["blank"] {
  // A table without rows says nothing of its columns.
  if (filled.size === 0) return [];
  const { system, taken } = recognised;
  // Something stands there, of which nobody knows what of it is which.
  const parted = unparted > 0 ? taken.flatMap(({ either }) => either?.columns ?? []) : [];
  return keys.flatMap((key) => {
    if (filled.has(key) || parted.includes(key)) return [];
    const { label, required, expected } = system.of.dataset.columns[key]!;
    const head = taken.find((one) => one.key === key)?.head ?? null;
    return head !== null || required || expected ? [{ label, head }] : [];
  });
}

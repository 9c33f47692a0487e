/**
 * The rows of a dataset as they may be released: some one by one, the others anonymised, as lines
 * that stand for equivalence classes (匿名化: 个人信息保护法 第七十三条（四）).
 */
import type { Quantity } from "../../values/quantity.ts";
import { THRESHOLD } from "../threshold.ts";
import { type Telling, tellingOf } from "./amount-bands.ts";
import {
  type ClassLines,
  classLines,
  type DistinctRecords,
  distinctRecords,
} from "./distinct-records.ts";
import { sortRows } from "./grouping.ts";
import { IN_CLASS, STATED } from "./individual-rows.ts";
import { anonymise } from "./k-anonymity.ts";
import type { KeptRows } from "./kept-rows.ts";
import {
  type CodeFilter,
  columnsOf,
  isCounted,
  type PublishedCount,
  populationsOf,
  publishedCountsOf,
  type ValuesByKey,
} from "./published-counts.ts";
import { quasiIdentifiersOf } from "./quasi-identifiers.ts";

export interface AnonymisedRows {
  /** Rows that stay one by one, ascending. */
  individual: Uint32Array;
  classes: ClassLines;
  /** How the amounts of the individual rows may be told. */
  telling: Telling;
  /** What the classes were made of; null where there are none. */
  of: { records: DistinctRecords; suppressions: Uint32Array } | null;
}

export function anonymisedRows(rows: KeptRows): AnonymisedRows {
  const inClass = inClassOf(rows);
  const of = inClass.includes(1) ? classesOf(rows, inClass) : null;
  const classes = of
    ? classLines(of.records, of.suppressions)
    : { codes: rows.columns.map(() => new Uint8Array()), counts: [] };
  const telling = tellingOf(rows, valuesByKey(rows));
  return { individual: rowsWhere(inClass, 0), classes, telling, of };
}

/** By row, 1 where it may be released only in a class. */
function inClassOf({ modes: { codes } }: KeptRows): Uint8Array {
  const flags = new Uint8Array(codes.length);
  for (let row = 0; row < codes.length; row++) if (codes[row] === IN_CLASS) flags[row] = 1;
  return flags;
}

function rowsWhere(flags: Uint8Array, flag: 0 | 1): Uint32Array {
  let count = 0;
  for (let row = 0; row < flags.length; row++) if (flags[row] === flag) count++;
  const found = new Uint32Array(count);
  for (let row = 0, next = 0; next < count; row++) if (flags[row] === flag) found[next++] = row;
  return found;
}

/** The classes of the rows that may be released only so; takes more rows to them where it must. */
function classesOf(
  rows: KeptRows,
  inClass: Uint8Array,
): { records: DistinctRecords; suppressions: Uint32Array } {
  const columns = valuesByKey(rows);
  const quasiIdentifiers = quasiIdentifiersOf(rows.dataset).map((keys) =>
    keys.map((key) => columns.get(key)!.index),
  );
  const counts = publishedCountsOf(rows.metrics, columns);
  const populations = populationsOf(rows.metrics, columns);
  const by = new Set([...quasiIdentifiers.flat(), ...counts.flatMap(columnsOf)]);
  for (;;) {
    const records = distinctRecords(rows, rowsWhere(inClass, 1), quasiIdentifiers, by);
    const { suppressions, unprotected } = anonymise(
      records,
      counts,
      populations.map((where) => counted(records, where)),
    );
    if (!takeMore(rows, unprotected, inClass)) return { records, suppressions };
  }
}

function valuesByKey({ columns }: KeptRows): ValuesByKey {
  return new Map(columns.map(({ key, values }, index) => [key, { index, values }]));
}

/** By record, 1 where it passes. */
function counted({ columns, weights }: DistinctRecords, where: readonly CodeFilter[]): Uint8Array {
  const flags = new Uint8Array(weights.length).fill(1);
  for (const { column, accepts } of where) {
    const codes = columns[column]!;
    for (let record = 0; record < flags.length; record++)
      flags[record]! &= accepts[codes[record]!]!;
  }
  return flags;
}

/** Moves individual rows into the classes, so that the residual of each count is five or more. */
function takeMore(
  rows: KeptRows,
  unprotected: readonly PublishedCount[],
  inClass: Uint8Array,
): boolean {
  const columns = rows.columns.map((column) => column.codes);
  const isStated = (row: number) => rows.modes.codes[row] === STATED;
  const counts = rows.counts.codes;
  /** 0 where it is not exactly known. */
  const countOf = (row: number) => {
    const count = rows.counts.values[counts[row]!] as Quantity | null;
    return count?.qualifier === "exact" ? count.value : 0;
  };
  // As their words stand: two rows that would trade places show the same.
  const order = unprotected.length > 0 ? sortRows(rowsWhere(inClass, 0), [...columns, counts]) : [];
  const taken: number[] = [];
  for (const published of unprotected) {
    let missing = THRESHOLD - 1;
    for (const row of taken) {
      if (isCounted(columns, row, published)) missing -= countOf(row);
    }
    for (let i = 0; i < order.length && missing > 0; i++) {
      const row = order[i]!;
      if (inClass[row] === 1 || isStated(row) || countOf(row) === 0) continue;
      if (!isCounted(columns, row, published)) continue;
      inClass[row] = 1;
      missing -= countOf(row);
      taken.push(row);
    }
  }
  return taken.length > 0;
}

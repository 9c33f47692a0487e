/**
 * The rows of a dataset as they may be released: some one by one, the others anonymised, as lines
 * that stand for equivalence classes (匿名化: 个人信息保护法 第七十三条（四）).
 */
import { NULL_CODE } from "../../ingest/rows/dictionary.ts";
import type { Quantity } from "../../values/quantity.ts";
import { THRESHOLD } from "../threshold.ts";
import { type ClassLines, classLines, distinctRecords } from "./distinct-records.ts";
import { IN_CLASS, UNDECIDED } from "./individual-rows.ts";
import { anonymise } from "./k-anonymity.ts";
import type { KeptRows } from "./kept-rows.ts";
import {
  columnsOf,
  isCounted,
  type PublishedCount,
  publishedCountsOf,
} from "./published-counts.ts";
import { quasiIdentifiersOf } from "./quasi-identifiers.ts";

export interface AnonymisedRows {
  /** Rows that stay one by one, ascending. */
  individual: Uint32Array;
  classes: ClassLines;
}

export function anonymisedRows(rows: KeptRows): AnonymisedRows {
  const inClass = inClassOf(rows);
  const classes = inClass.includes(1)
    ? classesOf(rows, inClass)
    : { codes: rows.columns.map(() => new Uint8Array()), counts: [] };
  return { individual: rowsWhere(inClass, 0), classes };
}

/** By row, 1 where it may be released only in a class. */
function inClassOf(rows: KeptRows): Uint8Array {
  const { people } = rows.dataset;
  const isFilled = typeof people !== "object" || rows.fills(people.column);
  const modes = rows.modes.codes;
  const inClass = new Uint8Array(modes.length);
  for (let row = 0; row < modes.length; row++) {
    if (modes[row] === IN_CLASS || (modes[row] === UNDECIDED && isFilled)) inClass[row] = 1;
  }
  return inClass;
}

function rowsWhere(flags: Uint8Array, flag: 0 | 1): Uint32Array {
  let count = 0;
  for (let row = 0; row < flags.length; row++) if (flags[row] === flag) count++;
  const found = new Uint32Array(count);
  for (let row = 0, next = 0; next < count; row++) if (flags[row] === flag) found[next++] = row;
  return found;
}

/** The classes of the rows that may be released only so; takes more rows to them where it must. */
function classesOf(rows: KeptRows, inClass: Uint8Array): ClassLines {
  const columns = new Map(
    rows.columns.map(({ key, values }, index) => [key, { index, values }] as const),
  );
  const quasiIdentifiers = quasiIdentifiersOf(rows.dataset).map((keys) =>
    keys.map((key) => columns.get(key)!.index),
  );
  const counts = publishedCountsOf(rows.metrics, columns);
  const by = new Set([...quasiIdentifiers.flat(), ...counts.flatMap(columnsOf)]);
  for (;;) {
    const records = distinctRecords(rows, rowsWhere(inClass, 1), quasiIdentifiers, by);
    const { suppressions, unprotected } = anonymise(records, counts);
    if (!takeMore(rows, unprotected, inClass)) return classLines(records, suppressions);
  }
}

/** Moves individual rows into the classes, so that the residual of each count is five or more. */
function takeMore(
  rows: KeptRows,
  unprotected: readonly PublishedCount[],
  inClass: Uint8Array,
): boolean {
  const columns = rows.columns.map((column) => column.codes);
  const section = rows.columns.findIndex(({ key }) => key === "section");
  const isStated = (row: number) => (columns[section]?.[row] ?? NULL_CODE) !== NULL_CODE;
  const counts = rows.counts.codes;
  let taken = false;
  for (const published of unprotected) {
    let missing = THRESHOLD - 1;
    for (let row = 0; row < inClass.length && missing > 0; row++) {
      const count = rows.counts.values[counts[row]!] as Quantity | null;
      if (inClass[row] === 1 || isStated(row) || count?.qualifier !== "exact") continue;
      if (!isCounted(columns, row, published)) continue;
      inClass[row] = 1;
      missing -= count.value;
      taken = true;
    }
  }
  return taken;
}

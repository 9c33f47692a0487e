/** Which rows of a dataset stand alone in its release, and what lines stand for the others. */
import { NOTHING } from "../ingest/rows/typed.ts";
import type { Quantity } from "../values/quantity.ts";
import { alikeOf, type Lines, linesOf } from "./alike.ts";
import { anonymise, type Watch } from "./anonymity.ts";
import { APART, UNTOLD } from "./apart.ts";
import type { KeptRows } from "./kept-rows.ts";
import { unitsOf } from "./public-columns.ts";
import { LEAST } from "./suppress.ts";
import { watchesOf } from "./watches.ts";

export interface Split {
  /** Ascending. */
  alone: Uint32Array;
  lines: Lines;
}

export function split(rows: KeptRows): Split {
  const pooled = pooledOf(rows);
  const lines = pooled.includes(1)
    ? pooledLines(rows, pooled)
    : { codes: rows.columns.map(() => new Uint8Array()), counts: [] };
  return { alone: rowsThatAre(0, pooled), lines };
}

/** By row, 1 where it may not stand alone. */
function pooledOf(rows: KeptRows): Uint8Array {
  const { people } = rows.dataset;
  const told = typeof people !== "object" || rows.fills(people.column);
  const apart = rows.apart.codes;
  const pooled = new Uint8Array(apart.length);
  for (let row = 0; row < apart.length; row++) {
    if (apart[row] === APART || (apart[row] === UNTOLD && told)) pooled[row] = 1;
  }
  return pooled;
}

function rowsThatAre(state: 0 | 1, pooled: Uint8Array): Uint32Array {
  let count = 0;
  for (let row = 0; row < pooled.length; row++) if (pooled[row] === state) count++;
  const found = new Uint32Array(count);
  for (let row = 0, next = 0; next < count; row++) if (pooled[row] === state) found[next++] = row;
  return found;
}

/** The lines of the rows that may not stand alone; takes more rows to them where it must. */
function pooledLines(rows: KeptRows, pooled: Uint8Array): Lines {
  const places = new Map(rows.columns.map(({ key }, index) => [key, index]));
  const units = unitsOf(rows.dataset).map((keys) => keys.map((key) => places.get(key)!));
  const watches = watchesOf(
    rows.metrics,
    new Map(rows.columns.map(({ key, values }, index) => [key, { index, values }])),
  );
  const watched = watches.flatMap(({ all, without = [] }) => [...all, ...without]);
  const told = new Set([...units.flat(), ...watched.map(({ column }) => column)]);
  for (;;) {
    const alike = alikeOf(rows, rowsThatAre(1, pooled), units, told);
    const { masks, left } = anonymise(alike, watches);
    if (!takeMore(rows, left, pooled)) return linesOf(alike, masks);
  }
}

/** Moves rows that may stand alone to the others, so that what is left over counts five or more. */
function takeMore(rows: KeptRows, left: readonly Watch[], pooled: Uint8Array): boolean {
  const codes = rows.columns.map((column) => column.codes);
  const section = rows.columns.findIndex(({ key }) => key === "section");
  const isStated = (row: number) => (codes[section]?.[row] ?? NOTHING) !== NOTHING;
  const counts = rows.counts.codes;
  let taken = false;
  for (const { all, without } of left) {
    const meets = (row: number, list: Watch["all"]) =>
      list.every(({ column, takes }) => takes[codes[column]![row]!] === 1);
    let missing = LEAST - 1;
    for (let row = 0; row < pooled.length && missing > 0; row++) {
      const count = rows.counts.values[counts[row]!] as Quantity | null;
      if (pooled[row] === 1 || isStated(row) || count?.qualifier !== "exact") continue;
      if (!meets(row, all) || (without && meets(row, without))) continue;
      pooled[row] = 1;
      missing -= count.value;
      taken = true;
    }
  }
  return taken;
}

/**
 * GROUP BY over coded columns: rows that hold the same codes in some columns come under one number.
 * Numbers only, no object a row.
 */
import type { Codes } from "./coded-columns.ts";

/** Groups of some rows, numbered from 0 as they first come. */
export interface RowGroups {
  rows: Uint32Array;
  /** The group of each of the rows. */
  groupOf: Uint32Array;
  /** The first row of each group. */
  first: Uint32Array;
}

/** Columns of the same rows, by which they can be grouped. */
export class Grouping {
  readonly #columns: readonly Codes[];
  /** By column, more than its largest code. */
  readonly #sizes: readonly number[];

  constructor(columns: readonly Codes[], sizes: readonly number[] = columns.map(sizeOf)) {
    this.#columns = columns;
    this.#sizes = sizes;
  }

  /** The groups of some rows by some columns; by none, all of them are one. */
  group(rows: Uint32Array, by: Iterable<number>): RowGroups {
    const keys = new Float64Array(rows.length);
    let span = 1;
    for (const column of by) {
      const [codes, size] = [this.#columns[column]!, this.#sizes[column]!];
      if (span * size > Number.MAX_SAFE_INTEGER) {
        // The keys so far become the numbers of their groups, which leaves room for more columns.
        const groupOf = new Uint32Array(rows.length);
        span = numberKeys(keys, groupOf);
        keys.set(groupOf);
      }
      append(keys, codes, size, rows);
      span *= size;
    }
    const groupOf = new Uint32Array(rows.length);
    const first = new Uint32Array(numberKeys(keys, groupOf));
    for (let i = 0, next = 0; next < first.length; i++) {
      if (groupOf[i] === next) first[next++] = rows[i]!;
    }
    return { rows, groupOf, first };
  }
}

/** What the rows of each group weigh together; `weights` by row. */
export function weigh({ rows, groupOf, first }: RowGroups, weights: Float64Array): Float64Array {
  const sums = new Float64Array(first.length);
  for (let i = 0; i < rows.length; i++) sums[groupOf[i]!]! += weights[rows[i]!]!;
  return sums;
}

/** All of so many rows. */
export function everyRow(count: number): Uint32Array {
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row++) rows[row] = row;
  return rows;
}

/**
 * Rows by the codes of their first column, then of the second, and so on; empty cells come last.
 * Sorted by the last column first, without comparing rows (least significant digit radix sort).
 */
export function sortRows(rows: Uint32Array, columns: readonly Codes[]): Uint32Array {
  let order = rows;
  for (const codes of [...columns].reverse()) {
    const last = sizeOf(codes);
    /** Where the next row of each place goes. */
    const next = new Uint32Array(last + 2);
    const placeOf = (row: number) => codes[row] || last;
    for (let i = 0; i < order.length; i++) next[placeOf(order[i]!) + 1]!++;
    for (let place = 1; place < next.length; place++) next[place]! += next[place - 1]!;
    const own = new Uint32Array(order.length);
    for (let i = 0; i < order.length; i++) own[next[placeOf(order[i]!)]!++] = order[i]!;
    order = own;
  }
  return order;
}

function sizeOf(codes: Codes): number {
  let most = 0;
  for (let row = 0; row < codes.length; row++) if (codes[row]! > most) most = codes[row]!;
  return most + 1;
}

/** Makes the code of one more column part of the key of each row. */
function append(keys: Float64Array, codes: Codes, size: number, rows: Uint32Array): void {
  for (let i = 0; i < rows.length; i++) keys[i] = keys[i]! * size + codes[rows[i]!]!;
}

/** Writes a number for each key, as they first come; gives how many there are. */
function numberKeys(keys: Float64Array, numbers: Uint32Array): number {
  // Room for one key in four to eight at first: more is made where it is needed.
  let distinct = new Float64Array(1 << Math.max(8, 29 - Math.clz32(keys.length)));
  let table = hashTable(distinct, 0);
  let count = 0;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    const slot = slotOf(key, distinct, table);
    if (table[slot] !== 0) {
      numbers[i] = table[slot]! - 1;
      continue;
    }
    numbers[i] = count;
    distinct[count++] = key;
    table[slot] = count;
    if (count === distinct.length) {
      const more = new Float64Array(2 * count);
      more.set(distinct);
      distinct = more;
      table = hashTable(distinct, count);
    }
  }
  return count;
}

/** The first of the distinct keys hashed: at most half full, a number + 1 in the slot of its key. */
function hashTable(distinct: Float64Array, count: number): Uint32Array<ArrayBuffer> {
  const table = new Uint32Array(2 * distinct.length);
  for (let i = 0; i < count; i++) table[slotOf(distinct[i]!, distinct, table)] = i + 1;
  return table;
}

/** The slot where a key stands, or would stand. The length of the table is a power of two. */
function slotOf(key: number, distinct: Float64Array, table: Uint32Array): number {
  const last = table.length - 1;
  const mixed = Math.imul((key | 0) ^ Math.imul((key / 2 ** 32) | 0, 0x85ebca6b), 0x9e3779b1);
  let slot = (mixed ^ (mixed >>> 15)) & last;
  while (table[slot] !== 0 && distinct[table[slot]! - 1] !== key) slot = (slot + 1) & last;
  return slot;
}

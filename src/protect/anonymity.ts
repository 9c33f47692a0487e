/**
 * Rows that may only leave where at least five are alike. Each row keeps as many attributes as it
 * can: the least important are masked first, until it stands in a class of five or more. Then any
 * filter over the classes, and any difference of two filters, is 0 or at least 5.
 *
 * Numbers published elsewhere (“watches”) are true and so count masked rows too. What such a
 * number has beyond the rows that show it must also be 0 or at least 5; where it is not, another
 * class is masked with it.
 */
import type { Codes } from "./columns.ts";
import { isSmall, LEAST } from "./suppress.ts";

/** Distinct rows: codes by column (0: empty cell) and how many matters each stands for. */
export interface Pool {
  columns: readonly Codes[];
  weights: Float64Array;
  /** Columns masked together, the most important first; columns in none of them are never shown. */
  units: readonly (readonly number[])[];
}

/** For each column that a number is about, the codes it counts. */
export interface Condition {
  column: number;
  takes: Uint8Array;
}

/** A published number, or what follows by taking a part from a whole. */
export interface Watch {
  all: readonly Condition[];
  /** Rows that meet all of these are taken out. */
  without?: readonly Condition[];
}

export interface Anonymous {
  /** By row, which units are masked: bit 0 is the least important. */
  masks: Uint32Array;
  /** Watches whose surplus stays small because no class that shows them is left. */
  left: Watch[];
}

export function anonymise(pool: Pool, watches: readonly Watch[]): Anonymous {
  const masks = patterns(pool);
  const units = new Units(pool, masks);
  absorb(pool, units);
  const left = settle(pool, units, watches);
  return { masks, left };
}

/** The smallest mask, as a number, that puts each row into a class of five. */
function patterns({ columns, weights, units }: Pool): Uint32Array {
  const masks = new Uint32Array(weights.length);
  const sizes = columns.map(sizeOf);
  const every = 2 ** units.length - 1;
  let rest = Uint32Array.from(weights, (_, i) => i);
  for (let mask = 0; mask <= every && rest.length > 0; mask++) {
    const shown = units.flatMap((unit, u) => (mask & bit(units.length, u) ? [] : unit));
    const keys = new Float64Array(rest.length);
    let span = 1;
    for (const column of shown) {
      const [codes, size] = [columns[column]!, sizes[column]!];
      if (span * size > Number.MAX_SAFE_INTEGER) span = renumber(keys);
      for (let i = 0; i < rest.length; i++) keys[i] = keys[i]! * size + codes[rest[i]!]!;
      span *= size;
    }
    const sums = new Map<number, number>();
    for (let i = 0; i < rest.length; i++) {
      sums.set(keys[i]!, (sums.get(keys[i]!) ?? 0) + weights[rest[i]!]!);
    }
    const small: number[] = [];
    for (let i = 0; i < rest.length; i++) {
      if (sums.get(keys[i]!)! >= LEAST) masks[rest[i]!] = mask;
      else small.push(rest[i]!);
    }
    rest = Uint32Array.from(small);
  }
  for (const row of rest) masks[row] = every;
  return masks;
}

function sizeOf(codes: Codes): number {
  let most = 0;
  for (const code of codes) if (code > most) most = code;
  return most + 1;
}

/** Makes keys small again, equal ones staying equal; gives how many different ones there are. */
function renumber(keys: Float64Array): number {
  const numbers = new Map<number, number>();
  for (const [i, key] of keys.entries()) {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    keys[i] = number;
  }
  return numbers.size;
}

function bit(count: number, unit: number): number {
  return 1 << (count - 1 - unit);
}

/** Rows under their masks, and the classes they make. */
class Units {
  readonly #pool: Pool;
  readonly #masks: Uint32Array;
  readonly #unitOf: Int32Array;
  readonly classes = new Map<string, number[]>();
  readonly every: number;

  constructor(pool: Pool, masks: Uint32Array) {
    this.#pool = pool;
    this.#masks = masks;
    this.every = 2 ** pool.units.length - 1;
    this.#unitOf = new Int32Array(pool.columns.length).fill(-1);
    for (const [u, columns] of pool.units.entries()) {
      for (const column of columns) this.#unitOf[column] = u;
    }
    for (let row = 0; row < masks.length; row++) this.#enter(row);
  }

  #enter(row: number): void {
    const key = this.key(row);
    const rows = this.classes.get(key);
    if (rows) rows.push(row);
    else this.classes.set(key, [row]);
  }

  /** What the row shows; an empty cell and a masked one look the same. */
  key(row: number): string {
    let key = "";
    for (const columns of this.#pool.units) {
      for (const column of columns) key += String.fromCharCode(this.code(row, column));
    }
    return key;
  }

  /** The code that a row shows in a column, 0 for none. */
  code(row: number, column: number): number {
    const unit = this.#unitOf[column]!;
    if (unit < 0 || this.#masks[row]! & bit(this.#pool.units.length, unit)) return 0;
    return this.#pool.columns[column]![row]!;
  }

  bitOf(column: number): number {
    const unit = this.#unitOf[column]!;
    return unit < 0 ? 0 : bit(this.#pool.units.length, unit);
  }

  weight(rows: readonly number[]): number {
    return rows.reduce((sum, row) => sum + this.#pool.weights[row]!, 0);
  }

  /** Masks more of a whole class; it joins the class that looks the same then, if there is one. */
  mask(key: string, bits: number): number[] {
    const rows = this.classes.get(key) ?? [];
    this.classes.delete(key);
    for (const row of rows) {
      this.#masks[row]! |= bits;
      this.#enter(row);
    }
    return rows;
  }
}

/** Matters left over that are under five even with everything masked take the smallest class to them. */
function absorb(pool: Pool, units: Units): void {
  const nothing = "\u0000".repeat(pool.units.flat().length);
  const rest = units.classes.get(nothing);
  if (!rest || !isSmall(units.weight(rest))) return;
  let [smallest, least] = ["", Number.POSITIVE_INFINITY];
  for (const [key, rows] of units.classes) {
    const weight = units.weight(rows);
    if (key !== nothing && (weight < least || (weight === least && key < smallest))) {
      [smallest, least] = [key, weight];
    }
  }
  if (smallest !== "") units.mask(smallest, units.every);
}

/** Masks classes until what each watch has beyond the rows that show it is 0 or at least five. */
function settle(pool: Pool, units: Units, watches: readonly Watch[]): Watch[] {
  const { columns, weights } = pool;
  const truth = (row: number, { column, takes }: Condition) => takes[columns[column]![row]!] === 1;
  const isIn = (row: number, { all, without }: Watch) =>
    all.every((one) => truth(row, one)) && !without?.every((one) => truth(row, one));
  const shows = (row: number, { column, takes }: Condition, wanted: 0 | 1) => {
    const code = units.code(row, column);
    return code !== 0 && takes[code] === wanted;
  };
  const isShown = (row: number, { all, without }: Watch) =>
    all.every((one) => shows(row, one, 1)) &&
    (!without || without.some((one) => shows(row, one, 0)));
  const surplus = counted(pool, watches);
  for (const rows of units.classes.values()) {
    const weight = units.weight(rows);
    for (const [i, watch] of watches.entries()) {
      if (isShown(rows[0]!, watch)) surplus[i]! -= weight;
    }
  }
  const left = new Set<number>();
  for (;;) {
    const w = surplus.findIndex((sum, i) => isSmall(sum) && !left.has(i));
    if (w < 0) return [...left].map((i) => watches[i]!);
    const watch = watches[w]!;
    const key = smallestShown(units, (row) => isShown(row, watch));
    if (key === null) {
      left.add(w);
      continue;
    }
    const rows = units.classes.get(key)!;
    const before = watches.map((one) => isShown(rows[0]!, one));
    units.mask(key, maskFor(units, watch));
    for (const [i, was] of before.entries()) {
      if (!was || isShown(rows[0]!, watches[i]!)) continue;
      for (const row of rows) if (isIn(row, watches[i]!)) surplus[i]! += weights[row]!;
      left.delete(i);
    }
  }
}

/** What each watch counts. Conditions that many share, as a number and its differences do, are held against the rows once. */
function counted({ columns, weights }: Pool, watches: readonly Watch[]): Float64Array {
  const sums = new Float64Array(watches.length);
  const every = Uint32Array.from(weights, (_, row) => row);
  const meeting = (conditions: readonly Condition[], rows: Uint32Array) =>
    conditions.reduce((left, { column, takes }) => taken(left, columns[column]!, takes), rows);
  const weight = (rows: Uint32Array) => rows.reduce((sum, row) => sum + weights[row]!, 0);
  for (const [all, shared] of Map.groupBy(watches.keys(), (i) => watches[i]!.all)) {
    const rows = meeting(all, every);
    const whole = weight(rows);
    for (const i of shared) {
      const { without } = watches[i]!;
      sums[i] = whole - (without ? weight(meeting(without, rows)) : 0);
    }
  }
  return sums;
}

/** Of these rows those that a column takes. A plain loop: it meets every row for every number. */
function taken(rows: Uint32Array, codes: Codes, takes: Uint8Array): Uint32Array {
  const left = new Uint32Array(rows.length);
  let count = 0;
  for (const row of rows) if (takes[codes[row]!] === 1) left[count++] = row;
  return left.subarray(0, count);
}

/** The least important attribute of a number; of a difference, all that tell the part. */
function maskFor(units: Units, { all, without }: Watch): number {
  const bits = (without ?? all).map(({ column }) => units.bitOf(column)).filter((one) => one > 0);
  return without ? bits.reduce((sum, one) => sum | one, 0) : Math.min(...bits);
}

function smallestShown(units: Units, isShown: (row: number) => boolean): string | null {
  let found: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [key, rows] of units.classes) {
    if (!isShown(rows[0]!)) continue;
    const weight = units.weight(rows);
    if (weight > 0 && (weight < least || (weight === least && (found === null || key < found)))) {
      [found, least] = [key, weight];
    }
  }
  return found;
}

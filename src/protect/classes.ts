/** Rows under their masks, and the classes they make: rows of a class show the same. */
import { type Codes, pick } from "./columns.ts";
import { everyRow, Grouping, weigh } from "./groups.ts";
import { maskOf, type Pool } from "./pool.ts";

export class Classes {
  readonly #pool: Pool;
  readonly #masks: Uint32Array;
  /** By row. */
  readonly #classOf: Uint32Array;
  /** Classes that have joined another one, and have no rows any more. */
  readonly #joined: Uint8Array;
  /** By column, by class: the code that is shown. */
  readonly columns: readonly Codes[];
  /** By class, how many matters it stands for. */
  readonly weights: Float64Array;

  /** `masks` by row; masking more changes them. */
  constructor(pool: Pool, masks: Uint32Array) {
    const shown = shownCodes(pool, masks);
    const groups = new Grouping(shown).groups(pool.units.flat(), everyRow(masks.length));
    this.#pool = pool;
    this.#masks = masks;
    this.#classOf = groups.of;
    this.#joined = new Uint8Array(groups.first.length);
    this.columns = shown.map((codes) => pick(codes, groups.first));
    this.weights = weigh(groups, pool.weights);
  }

  /** The first class of which something holds, or null. */
  find(holds: (one: number) => boolean): number | null {
    for (let one = 0; one < this.weights.length; one++) {
      if (this.#joined[one] === 0 && holds(one)) return one;
    }
    return null;
  }

  /** The class that stands for the fewest matters of those of which something holds, or null. */
  smallest(holds: (one: number) => boolean): number | null {
    let found: number | null = null;
    for (let one = 0; one < this.weights.length; one++) {
      if (this.#joined[one] === 1 || !holds(one)) continue;
      if (found === null || this.#compare(one, found) < 0) found = one;
    }
    return found;
  }

  /** Whether a class shows nothing at all. */
  isBlank(one: number): boolean {
    return this.columns.every((codes) => codes[one] === 0);
  }

  /** Masks more of a whole class; gives the class that looks the same then, which it joins, or itself. */
  mask(one: number, mask: number): number {
    for (const [unit, columns] of this.#pool.units.entries()) {
      if (!(mask & maskOf(this.#pool, unit))) continue;
      for (const column of columns) this.columns[column]![one] = 0;
    }
    const alike = this.find((other) => other !== one && this.#difference(other, one) === 0) ?? one;
    for (let row = 0; row < this.#classOf.length; row++) {
      if (this.#classOf[row] !== one) continue;
      this.#masks[row]! |= mask;
      this.#classOf[row] = alike;
    }
    if (alike !== one) {
      this.#joined[one] = 1;
      this.weights[alike]! += this.weights[one]!;
    }
    return alike;
  }

  /** By weight, then by what they show: never by the order of the rows. */
  #compare(one: number, other: number): number {
    return this.weights[one]! - this.weights[other]! || this.#difference(one, other);
  }

  /** 0 where two classes show the same. */
  #difference(one: number, other: number): number {
    for (const columns of this.#pool.units) {
      for (const column of columns) {
        const codes = this.columns[column]!;
        if (codes[one] !== codes[other]) return codes[one]! - codes[other]!;
      }
    }
    return 0;
  }
}

/** By column, what rows show under their masks: an empty cell and a masked one look the same. */
export function shownCodes(pool: Pool, masks: Uint32Array): Codes[] {
  const blank = new Uint8Array(masks.length);
  const shown: Codes[] = pool.columns.map(() => blank);
  for (const [unit, columns] of pool.units.entries()) {
    const mask = maskOf(pool, unit);
    for (const column of columns) {
      const codes = pool.columns[column]!.slice();
      for (let row = 0; row < masks.length; row++) if (masks[row]! & mask) codes[row] = 0;
      shown[column] = codes;
    }
  }
  return shown;
}

/** Equivalence classes (Sweeney 2002): records that show the same under their suppressions. */
import { type Codes, pick } from "./coded-columns.ts";
import { everyRow, Grouping, weigh } from "./grouping.ts";
import { type Microdata, suppressedCodes, suppressionOf } from "./local-suppression.ts";

export class EquivalenceClasses {
  readonly #microdata: Microdata;
  readonly #suppressions: Uint32Array;
  /** By record. */
  readonly #classOf: Uint32Array;
  /** Classes that have joined another one, and have no records any more. */
  readonly #joined: Uint8Array;
  /** By column, by class: the code that is shown. */
  readonly columns: readonly Codes[];
  /** By class, how many matters it stands for. */
  readonly weights: Float64Array;

  /** `suppressions` by record; suppressing more changes them. */
  constructor(microdata: Microdata, suppressions: Uint32Array) {
    const shown = suppressedCodes(microdata, suppressions);
    const groups = new Grouping(shown).group(
      everyRow(suppressions.length),
      microdata.quasiIdentifiers.flat(),
    );
    this.#microdata = microdata;
    this.#suppressions = suppressions;
    this.#classOf = groups.groupOf;
    this.#joined = new Uint8Array(groups.first.length);
    this.columns = shown.map((codes) => pick(codes, groups.first));
    this.weights = weigh(groups, microdata.weights);
  }

  /** The first class of which something holds, or null. */
  find(holds: (one: number) => boolean): number | null {
    for (let one = 0; one < this.weights.length; one++) {
      if (this.#joined[one] === 0 && holds(one)) return one;
    }
    return null;
  }

  /**
   * Of those of which something holds, the class that shows least, and of these the one with the
   * last words; or null. Not the smallest: which was taken must not tell how many it stood for.
   */
  last(holds: (one: number) => boolean): number | null {
    let found: number | null = null;
    for (let one = 0; one < this.weights.length; one++) {
      if (this.#joined[one] === 1 || !holds(one)) continue;
      if (found === null || this.#compare(one, found) > 0) found = one;
    }
    return found;
  }

  /** The class of a record. */
  classOf(record: number): number {
    return this.#classOf[record]!;
  }

  isFullySuppressed(one: number): boolean {
    return this.columns.every((codes) => codes[one] === 0);
  }

  /** Suppresses more of a whole class; gives the class equal to it then, which it joins, or itself. */
  suppress(one: number, suppression: number): number {
    for (const [at, columns] of this.#microdata.quasiIdentifiers.entries()) {
      if (!(suppression & suppressionOf(this.#microdata, at))) continue;
      for (const column of columns) this.columns[column]![one] = 0;
    }
    const equal = this.find((other) => other !== one && this.#difference(other, one) === 0) ?? one;
    for (let row = 0; row < this.#classOf.length; row++) {
      if (this.#classOf[row] !== one) continue;
      this.#suppressions[row]! |= suppression;
      this.#classOf[row] = equal;
    }
    if (equal !== one) {
      this.#joined[one] = 1;
      this.weights[equal]! += this.weights[one]!;
    }
    return equal;
  }

  #compare(one: number, other: number): number {
    return this.#hidden(one) - this.#hidden(other) || this.#difference(one, other);
  }

  /** How many columns a class does not show. */
  #hidden(one: number): number {
    let hidden = 0;
    for (const codes of this.columns) if (codes[one] === 0) hidden++;
    return hidden;
  }

  /** 0 where two classes show the same. */
  #difference(one: number, other: number): number {
    for (const columns of this.#microdata.quasiIdentifiers) {
      for (const column of columns) {
        const codes = this.columns[column]!;
        if (codes[one] !== codes[other]) return codes[one]! - codes[other]!;
      }
    }
    return 0;
  }
}

/** What is taken of the rows that a metric selects: a sum, or a quantile. Memory stays flat. */
import { LOOSE, type TypedRow } from "../ingest/typed.ts";
import type { Qualifier, Quantity } from "../ingest/values.ts";
import { type Amount, known, UNKNOWN_AMOUNT, weaker } from "./amount.ts";

export interface Measure {
  add(row: TypedRow): void;
  amount(): Amount;
}

/** How many matters a row stands for at least: one, where that is unknown, vague or suppressed. */
export function mattersOf(row: TypedRow): number {
  const count = row.quantity(row.table.placeOf("count"));
  return count === null || count.suppressed ? 1 : count.value;
}

/** The numbers of a column, row by row: rows that say the same follow each other. */
class Numbers {
  readonly #place: number;
  #code = LOOSE;
  #quantity: Quantity | null = null;

  constructor(place: number) {
    this.#place = place;
  }

  of(row: TypedRow): Quantity | null {
    const code = row.codes[this.#place] ?? 0;
    if (code !== this.#code || code === LOOSE) {
      this.#code = code;
      this.#quantity = row.quantity(this.#place);
    }
    return this.#quantity;
  }
}

/** Adds a column up; a sum says no more than its vaguest part, and rows without a value are missing. */
export class Sum implements Measure {
  readonly #numbers: Numbers;
  #value = 0;
  #qualifier: Qualifier = "exact";
  #rows = 0;
  #unknown = 0;
  #suppressed = 0;
  #missing = 0;

  constructor(place: number) {
    this.#numbers = new Numbers(place);
  }

  add(row: TypedRow): void {
    const quantity = this.#numbers.of(row);
    this.#rows++;
    if (quantity === null) {
      this.#unknown++;
      // In matters, as a GROUP BY turns many rows into one.
      this.#missing += mattersOf(row);
      return;
    }
    if (quantity.suppressed) {
      // <5 stands for one at least; a sum with it is a lower bound, and not itself <5.
      this.#suppressed++;
      this.#value += 1;
      return;
    }
    this.#value += quantity.value;
    if (quantity.qualifier !== "exact") {
      this.#qualifier = weaker(this.#qualifier, quantity.qualifier);
    }
  }

  amount(): Amount {
    if (this.#suppressed === 1 && this.#rows === 1) return { state: "suppressed" };
    if (this.#rows > 0 && this.#unknown === this.#rows) return UNKNOWN_AMOUNT;
    // Fen added up as floats: rounded once, at the end.
    const value = Math.round(this.#value * 100) / 100;
    return { ...known(value, this.#qualifier), missingRows: this.#missing + this.#suppressed };
  }
}

/** How many matters have each value; rows without a value are left out and not guessed. */
export class Histogram implements Measure {
  readonly #values: Numbers;
  readonly #matters: Numbers;
  readonly #q: number;
  readonly #counts = new Map<number, number>();
  #total = 0;
  #vague = false;

  constructor(place: number, count: number, q: number) {
    this.#values = new Numbers(place);
    this.#matters = new Numbers(count);
    this.#q = q;
  }

  add(row: TypedRow): void {
    const value = this.#values.of(row);
    const count = this.#matters.of(row);
    if (value === null) return;
    if (count === null || count.suppressed || count.qualifier !== "exact") this.#vague = true;
    else {
      this.#counts.set(value.value, (this.#counts.get(value.value) ?? 0) + count.value);
      this.#total += count.value;
    }
  }

  amount(): Amount {
    if (this.#vague || this.#total === 0) return UNKNOWN_AMOUNT;
    if (this.#total < SMALL_BASE) return { state: "small" };
    let seen = 0;
    for (const value of [...this.#counts.keys()].sort((a, b) => a - b)) {
      seen += this.#counts.get(value) ?? 0;
      // Not q × total ≤ seen: 0.1 × 30 is 3.0000000000000004.
      if (seen / this.#total >= this.#q) return known(value);
    }
    return UNKNOWN_AMOUNT;
  }
}
const SMALL_BASE = 10;

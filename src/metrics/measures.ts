/** What is taken of the rows that a metric selects: a sum, or a quantile. Memory stays flat. */
import type { RowValues } from "../datasets/define.ts";
import type { Qualifier, Quantity } from "../ingest/values.ts";
import { type Amount, known, UNKNOWN_AMOUNT, weaker } from "./amount.ts";

export interface Measure {
  add(values: RowValues): void;
  amount(): Amount;
}

function quantityOf(values: RowValues, key: string): Quantity | null {
  const value = values[key];
  return typeof value === "object" && value !== null && "qualifier" in value ? value : null;
}

/** How many matters a row stands for at least: one, where that is unknown, vague or suppressed. */
export function mattersOf(values: RowValues): number {
  const count = quantityOf(values, "count");
  return count === null || count.suppressed ? 1 : count.value;
}

/** Adds a column up; a sum says no more than its vaguest part, and rows without a value are missing. */
export class Sum implements Measure {
  readonly #key: string;
  #value = 0;
  #qualifier: Qualifier = "exact";
  #rows = 0;
  #unknown = 0;
  #suppressed = 0;
  #missing = 0;

  constructor(key: string) {
    this.#key = key;
  }

  add(values: RowValues): void {
    const quantity = quantityOf(values, this.#key);
    this.#rows++;
    if (quantity === null) {
      this.#unknown++;
      // In matters, as a GROUP BY turns many rows into one.
      this.#missing += mattersOf(values);
      return;
    }
    if (quantity.suppressed) {
      // <5 stands for one at least; a sum with it is a lower bound, and not itself <5.
      this.#suppressed++;
      this.#value += 1;
      return;
    }
    this.#value += quantity.value;
    this.#qualifier = weaker(this.#qualifier, quantity.qualifier);
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
  readonly #key: string;
  readonly #q: number;
  readonly #counts = new Map<number, number>();
  #total = 0;
  #vague = false;

  constructor(key: string, q: number) {
    this.#key = key;
    this.#q = q;
  }

  add(values: RowValues): void {
    const value = quantityOf(values, this.#key);
    const count = quantityOf(values, "count");
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

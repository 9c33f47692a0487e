/** What is taken of the rows that a metric selects: a sum, or a quantile. Memory stays flat. */

import { NULL_CODE, UNINTERNED } from "../../ingest/rows/dictionary.ts";
import type { Batch, TypedColumns } from "../../ingest/rows/typed.ts";
import {
  type Amount,
  fromQuantity,
  known,
  range,
  sumBounds,
  UNKNOWN_AMOUNT,
  weaker,
} from "../../values/amount.ts";
import { ProvenanceBuilder } from "../../values/provenance.ts";
import type { Qualifier, Quantity, Wording } from "../../values/quantity.ts";
import type { Value } from "../../values/value.ts";
import { exactly, type Matters } from "./matters.ts";

export interface Accumulator {
  readonly provenance: ProvenanceBuilder;
  add(batch: Batch, at: number, matters: Matters): void;
  addAll(batch: Batch, rows: Int32Array, matters: Matters): void;
  amount(): Amount;
}

/**
 * Adds a column up, or 件数 itself (`place` -1); a sum says no more than its vaguest part, and rows
 * without a value are missing, but those of which `isNone` says that they have none.
 */
export class SumAccumulator implements Accumulator {
  readonly provenance = new ProvenanceBuilder();
  readonly #place: number;
  readonly #isNone: (batch: Batch, at: number) => boolean;
  readonly #isKept: () => boolean;
  #value = 0;
  #qualifier: Qualifier = "exact";
  #unknown = 0;
  #suppressed = 0;
  #missing = 0;
  /** How far below and above the sum of the written numbers the true one may lie. */
  #slack: readonly [number, number] = [0, 0];
  #last: Quantity | null = null;

  /** `isKept`: whether some row writes the measure at all; else 0 would be nobody's number. */
  constructor(
    place = -1,
    isNone: (batch: Batch, at: number) => boolean = () => false,
    isKept: () => boolean = () => true,
  ) {
    this.#place = place;
    this.#isNone = isNone;
    this.#isKept = isKept;
  }

  add(batch: Batch, at: number, matters: Matters): void {
    const plain = matters.plain[at]!;
    // Nearly every row of a large file.
    if (this.#place < 0 && plain >= 0 && this.provenance.full) {
      this.provenance.total++;
      this.#value += plain;
      return;
    }
    matters.note(this.provenance, batch, at);
    const quantity = this.#place < 0 ? matters.of(batch, at) : batch.quantity(this.#place, at);
    if (quantity === null) {
      if (this.#isNone(batch, at)) return;
      this.#unknown++;
      // In matters, as a GROUP BY turns many rows into one.
      this.#missing += matters.least(batch, at);
    } else if (quantity.suppressed) {
      // <5 stands for one at least; a sum with it is a lower bound, and not itself <5.
      this.#suppressed++;
      this.#value += 1;
    } else {
      this.#value += quantity.value;
      this.#qualifier = weaker(this.#qualifier, quantity.qualifier);
      if (quantity.qualifier !== "exact") this.#addVague(quantity);
    }
  }

  addAll(batch: Batch, rows: Int32Array, matters: Matters): void {
    const { each } = matters;
    if (this.#place < 0 && each >= 0 && this.provenance.full) {
      this.provenance.total += rows.length;
      this.#value += rows.length * each;
    } else for (let i = 0; i < rows.length; i++) this.add(batch, rows[i]!, matters);
  }

  amount(): Amount {
    const rows = this.provenance.total;
    if (this.#suppressed === 1 && rows === 1) return { state: "suppressed" };
    if (rows > 0 && (this.#unknown === rows || !this.#isKept())) return UNKNOWN_AMOUNT;
    // At least nothing: of a measure that says nothing, whether the others are 0 or have none.
    if (this.#place >= 0 && this.#unknown > 0 && this.#value === 0) return UNKNOWN_AMOUNT;
    // Fen added up as floats: rounded once, at the end.
    const value = Math.round(this.#value * 100) / 100;
    return {
      ...known(value, this.#qualifier),
      ...this.#wording(value),
      missing: this.#missing + this.#suppressed,
    };
  }

  #addVague(quantity: Quantity): void {
    const [low, high] = range(fromQuantity(quantity))!;
    const [below, above] = this.#slack;
    this.#slack = [below + quantity.value - low, above + high - quantity.value];
    this.#last = quantity;
  }

  /** One row alone is shown as it is written; a sum is less exact than each of its rows. */
  #wording(value: number): Wording {
    if (this.#last === null) return {};
    if (this.provenance.total === 1) {
      const { words, bounds } = this.#last;
      return { ...(words && { words }), ...(bounds && { bounds }) };
    }
    const [below, above] = this.#slack;
    return sumBounds(value, this.#qualifier, [value - below, value + above]);
  }
}

/** How many matters have each value; rows without a value are left out and not guessed. */
export class Histogram implements Accumulator {
  readonly provenance = new ProvenanceBuilder();
  readonly #place: number;
  readonly #values: readonly Value[];
  readonly #q: number;
  readonly #fewest: number;
  /** By the code of a value. */
  #counts = new Float64Array(FEW_VALUES);
  #total = 0;
  #vague = false;

  /** Of fewer than `fewest` matters there is no quantile. */
  constructor(table: TypedColumns, of: string, q: number, fewest: number) {
    this.#place = table.placeOf(of);
    this.#values = table.dictionaries[this.#place]!.values;
    this.#q = q;
    this.#fewest = fewest;
  }

  add(batch: Batch, at: number, matters: Matters): void {
    const plain = matters.plain[at]!;
    if (plain >= 0 && this.provenance.full) this.provenance.total++;
    else matters.note(this.provenance, batch, at);
    const codes = batch.codes[this.#place]!;
    if (codes[at] === UNINTERNED) batch.intern(this.#place);
    const code = codes[at]!;
    if (code === NULL_CODE) return;
    const count = plain >= 0 ? plain : exactly(matters.of(batch, at));
    if (count === null) this.#vague = true;
    else {
      if (code >= this.#counts.length) this.#widen(code);
      this.#counts[code]! += count;
      this.#total += count;
    }
  }

  addAll(batch: Batch, rows: Int32Array, matters: Matters): void {
    const { each } = matters;
    if (each < 0 || !this.provenance.full) {
      for (let i = 0; i < rows.length; i++) this.add(batch, rows[i]!, matters);
      return;
    }
    this.provenance.total += rows.length;
    const codes = batch.codes[this.#place]!;
    for (let i = 0; i < rows.length; i++) {
      if (codes[rows[i]!] === UNINTERNED) batch.intern(this.#place);
      const code = codes[rows[i]!]!;
      if (code === NULL_CODE) continue;
      if (code >= this.#counts.length) this.#widen(code);
      this.#counts[code]! += each;
      this.#total += each;
    }
  }

  amount(): Amount {
    if (this.#vague || this.#total === 0) return UNKNOWN_AMOUNT;
    if (this.#total < this.#fewest) return { state: "small", under: this.#fewest };
    let seen = 0;
    for (const [value, count] of this.#sorted()) {
      seen += count;
      // Not q × total ≤ seen: 0.1 × 30 is 3.0000000000000004.
      if (seen / this.#total >= this.#q) return known(value);
    }
    return UNKNOWN_AMOUNT;
  }

  /** How many matters have each value. */
  get spread(): ReadonlyMap<number, number> {
    return new Map(this.#sorted());
  }

  #widen(code: number): void {
    const counts = new Float64Array(code * 2);
    counts.set(this.#counts);
    this.#counts = counts;
  }

  /** The smallest value first. */
  #sorted(): [value: number, count: number][] {
    const seen = Array.from(this.#counts.keys()).filter((code) => this.#counts[code]! > 0);
    return seen
      .map((code): [number, number] => [
        (this.#values[code] as Quantity).value,
        this.#counts[code]!,
      ])
      .sort(([a], [b]) => a - b);
  }
}
const FEW_VALUES = 64;

/** What is taken of the rows that a metric selects: a sum, or a quantile. Memory stays flat. */

import { NULL_CODE } from "../../ingest/rows/dictionary.ts";
import { PIECE_ROWS } from "../../ingest/rows/piece.ts";
import type { Batch, TypedColumns } from "../../ingest/rows/typed.ts";
import { type Amount, known, SMALL_BASE, UNKNOWN_AMOUNT, weaker } from "../../values/amount.ts";
import { ProvenanceBuilder } from "../../values/provenance.ts";
import type { Qualifier, Quantity } from "../../values/quantity.ts";

/** 件数 of a row that needs a closer look. */
const LOOK = -1;

/** How many matters the rows of a batch stand for, found out once for all metrics. */
export class Matters {
  readonly #count: number;
  readonly #section: number;
  /** By row: 件数, where it is an exact number and the row names no section; else LOOK. */
  readonly plain = new Float64Array(PIECE_ROWS);

  constructor(table: TypedColumns) {
    this.#count = table.placeOf("count");
    this.#section = table.placeOf("section");
  }

  /** Must be called for every batch before its rows are counted. */
  read(batch: Batch): void {
    const counts = batch.codes[this.#count];
    const sections = batch.codes[this.#section];
    let [last, plain] = [NULL_CODE, LOOK];
    for (let at = 0; at < batch.length; at++) {
      const code = counts?.[at] ?? NULL_CODE;
      if (code !== last || code < 0) {
        last = code;
        plain = exactly(this.of(batch, at)) ?? LOOK;
      }
      this.plain[at] = (sections?.[at] ?? NULL_CODE) === NULL_CODE ? plain : LOOK;
    }
  }

  /** 件数 of a row; null where it is 未公布. */
  of(batch: Batch, at: number): Quantity | null {
    return batch.quantity(this.#count, at);
  }

  /** How many there are at least: one, where that is unknown, vague or suppressed. */
  least(batch: Batch, at: number): number {
    const count = this.of(batch, at);
    return count === null || count.suppressed ? 1 : count.value;
  }

  noteIn(places: ProvenanceBuilder, batch: Batch, at: number): void {
    places.add(batch.file, batch.rows[at]!, batch.value(this.#section, at));
  }
}

export interface Tally {
  readonly places: ProvenanceBuilder;
  add(batch: Batch, at: number, matters: Matters): void;
  amount(): Amount;
}

/**
 * Adds a column up, or 件数 itself (`place` -1); a sum says no more than its vaguest part, and rows
 * without a value are missing.
 */
export class Sum implements Tally {
  readonly places = new ProvenanceBuilder();
  readonly #place: number;
  #value = 0;
  #qualifier: Qualifier = "exact";
  #unknown = 0;
  #suppressed = 0;
  #missing = 0;

  constructor(place = -1) {
    this.#place = place;
  }

  add(batch: Batch, at: number, matters: Matters): void {
    const plain = matters.plain[at]!;
    // Nearly every row of a large file.
    if (this.#place < 0 && plain >= 0 && this.places.full) {
      this.places.total++;
      this.#value += plain;
      return;
    }
    matters.noteIn(this.places, batch, at);
    const quantity = this.#place < 0 ? matters.of(batch, at) : batch.quantity(this.#place, at);
    if (quantity === null) {
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
    }
  }

  amount(): Amount {
    const rows = this.places.total;
    if (this.#suppressed === 1 && rows === 1) return { state: "suppressed" };
    if (rows > 0 && this.#unknown === rows) return UNKNOWN_AMOUNT;
    // Fen added up as floats: rounded once, at the end.
    const value = Math.round(this.#value * 100) / 100;
    return { ...known(value, this.#qualifier), missing: this.#missing + this.#suppressed };
  }
}

/** How many matters have each value; rows without a value are left out and not guessed. */
export class Histogram implements Tally {
  readonly places = new ProvenanceBuilder();
  readonly #place: number;
  readonly #q: number;
  readonly #counts = new Map<number, number>();
  #total = 0;
  #vague = false;

  constructor(place: number, q: number) {
    this.#place = place;
    this.#q = q;
  }

  add(batch: Batch, at: number, matters: Matters): void {
    const plain = matters.plain[at]!;
    if (plain >= 0 && this.places.full) this.places.total++;
    else matters.noteIn(this.places, batch, at);
    const value = batch.quantity(this.#place, at);
    if (value === null) return;
    const count = plain >= 0 ? plain : exactly(matters.of(batch, at));
    if (count === null) this.#vague = true;
    else {
      this.#counts.set(value.value, (this.#counts.get(value.value) ?? 0) + count);
      this.#total += count;
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

function exactly(count: Quantity | null): number | null {
  return count?.qualifier === "exact" && !count.suppressed ? count.value : null;
}

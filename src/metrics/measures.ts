/** What is taken of the rows that a metric selects: a sum, or a quantile. Memory stays flat. */
import { LOOSE, NOTHING, type TypedColumns, type TypedRow } from "../ingest/typed.ts";
import type { Qualifier, Quantity } from "../ingest/values.ts";
import { type Amount, known, UNKNOWN_AMOUNT, weaker } from "./amount.ts";
import { Places, ROWS_KEPT } from "./provenance.ts";

/** Of a row that needs a closer look than its number of matters. */
const LOOK = -1;

/** What is asked of a row by every metric that counts it, found out once. */
export class Matters {
  readonly #count: number;
  readonly #section: number;
  #code = LOOSE;
  #quantity: Quantity | null = null;
  row: TypedRow;
  /** 件数, where it is an exact number and the row names no section; else LOOK. */
  plain = LOOK;

  constructor(table: TypedColumns, row: TypedRow) {
    this.#count = table.placeOf("count");
    this.#section = table.placeOf("section");
    this.row = row;
  }

  /** Must be called when the row is another one. */
  moved(row: TypedRow): void {
    this.row = row;
    const code = row.codes[this.#count] ?? NOTHING;
    if (code !== this.#code || code === LOOSE) {
      this.#code = code;
      this.#quantity = row.quantity(this.#count);
    }
    const count = this.#quantity;
    const named = (row.codes[this.#section] ?? NOTHING) !== NOTHING;
    const exactly = count !== null && count.qualifier === "exact" && !count.suppressed;
    this.plain = exactly && !named ? count.value : LOOK;
  }

  /** 件数; null where it is 未公布. */
  get count(): Quantity | null {
    return this.#quantity;
  }

  /** How many there are at least: one, where that is unknown, vague or suppressed. */
  get least(): number {
    return this.#quantity === null || this.#quantity.suppressed ? 1 : this.#quantity.value;
  }

  noteIn(places: Places): void {
    places.add(this.row, this.row.value(this.#section));
  }
}

export interface Tally {
  readonly places: Places;
  add(matters: Matters): void;
  amount(): Amount;
}

/**
 * Adds a column up, or 件数 itself (`place` -1); a sum says no more than its vaguest part, and rows
 * without a value are missing.
 */
export class Sum implements Tally {
  readonly places = new Places();
  readonly #place: number;
  #value = 0;
  #qualifier: Qualifier = "exact";
  #unknown = 0;
  #suppressed = 0;
  #missing = 0;

  constructor(place = -1) {
    this.#place = place;
  }

  add(matters: Matters): void {
    // Nearly every row of a large file.
    if (matters.plain >= 0 && this.takesMany) {
      this.addMany(1, matters.plain);
      return;
    }
    matters.noteIn(this.places);
    const quantity = this.#place < 0 ? matters.count : matters.row.quantity(this.#place);
    if (quantity === null) {
      this.#unknown++;
      // In matters, as a GROUP BY turns many rows into one.
      this.#missing += matters.least;
    } else if (quantity.suppressed) {
      // <5 stands for one at least; a sum with it is a lower bound, and not itself <5.
      this.#suppressed++;
      this.#value += 1;
    } else {
      this.#value += quantity.value;
      this.#qualifier = weaker(this.#qualifier, quantity.qualifier);
    }
  }

  /** Whether it keeps no more of a plain row than its number. */
  get takesMany(): boolean {
    return this.#place < 0 && this.places.total >= ROWS_KEPT;
  }

  /** Adds many plain rows at once. */
  addMany(rows: number, matters: number): void {
    this.places.total += rows;
    this.#value += matters;
  }

  amount(): Amount {
    const rows = this.places.total;
    if (this.#suppressed === 1 && rows === 1) return { state: "suppressed" };
    if (rows > 0 && this.#unknown === rows) return UNKNOWN_AMOUNT;
    // Fen added up as floats: rounded once, at the end.
    const value = Math.round(this.#value * 100) / 100;
    return { ...known(value, this.#qualifier), missingRows: this.#missing + this.#suppressed };
  }
}

/** How many matters have each value; rows without a value are left out and not guessed. */
export class Histogram implements Tally {
  readonly places = new Places();
  readonly #table: TypedColumns;
  readonly #place: number;
  readonly #q: number;
  /** By the code of the value. */
  readonly #counts: number[] = [];
  #total = 0;
  #vague = false;

  constructor(table: TypedColumns, place: number, q: number) {
    this.#table = table;
    this.#place = place;
    this.#q = q;
  }

  add(matters: Matters): void {
    if (matters.plain >= 0 && this.places.total >= ROWS_KEPT) this.places.total++;
    else matters.noteIn(this.places);
    const { row, count } = matters;
    row.settle(this.#place);
    const code = row.codes[this.#place] ?? NOTHING;
    if (code === NOTHING) return;
    if (count === null || count.suppressed || count.qualifier !== "exact") this.#vague = true;
    else {
      this.#counts[code] = (this.#counts[code] ?? 0) + count.value;
      this.#total += count.value;
    }
  }

  amount(): Amount {
    if (this.#vague || this.#total === 0) return UNKNOWN_AMOUNT;
    if (this.#total < SMALL_BASE) return { state: "small" };
    const { values } = this.#table.dictionaries[this.#place]!;
    const byValue = [...this.#counts.entries()]
      .filter(([, count]) => count !== undefined)
      .map(([code, count]) => [(values[code] as Quantity).value, count] as const)
      .sort(([a], [b]) => a - b);
    let seen = 0;
    for (const [value, count] of byValue) {
      seen += count;
      // Not q × total ≤ seen: 0.1 × 30 is 3.0000000000000004.
      if (seen / this.#total >= this.#q) return known(value);
    }
    return UNKNOWN_AMOUNT;
  }
}
const SMALL_BASE = 10;

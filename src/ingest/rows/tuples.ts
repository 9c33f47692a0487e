/** Rows that hold the same in some columns: what these columns tell is found out once for all of them. */
import { PIECE_ROWS } from "./piece.ts";
import type { Batch, TypedColumns } from "./typed.ts";

/** Past so many, they are forgotten: rows that differ that much are better looked at one by one. */
const MOST_TUPLES = 1 << 20;
const FEW_TUPLES = 1 << 8;

export class Tuples {
  /** By row of the batch that was read last, the number of what it holds. */
  readonly numbers = new Int32Array(PIECE_ROWS);
  readonly #places: readonly number[];
  readonly #known: unknown[][] = [];
  readonly #hashes = new Int32Array(PIECE_ROWS);
  /** By hash: the number of a tuple, and one more; 0 is free. */
  #slots = new Int32Array(FEW_TUPLES);
  /** The codes that each tuple holds, one tuple behind the other. */
  #held: number[] = [];
  #size = 0;

  constructor(table: TypedColumns, keys: Iterable<string>) {
    this.#places = [...new Set(keys)].map((key) => table.placeOf(key));
  }

  /** A list for what is known of each tuple, by its number; it is emptied when they are forgotten. */
  known<T>(): (T | undefined)[] {
    const list: (T | undefined)[] = [];
    this.#known.push(list);
    return list;
  }

  read(batch: Batch): void {
    if (this.#size > MOST_TUPLES) this.#forget();
    for (const place of this.#places) batch.intern(place);
    const columns = this.#places.map((place) => batch.codes[place]!);
    const hashes = this.#hashes.fill(0);
    for (const codes of columns) {
      for (let at = 0; at < batch.length; at++) hashes[at] = mixed(hashes[at]!, codes[at]!);
    }
    for (let at = 0; at < batch.length; at++) {
      this.numbers[at] = this.#numberOf(columns, at, hashes[at]!);
    }
  }

  #numberOf(columns: readonly Int32Array[], at: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot]! - 1;
      if (number < 0) return this.#add(columns, at, slot);
      if (this.#isHeld(number, columns, at)) return number;
    }
  }

  #isHeld(number: number, columns: readonly Int32Array[], at: number): boolean {
    const held = this.#held;
    const from = number * columns.length;
    for (let i = 0; i < columns.length; i++) {
      if (held[from + i] !== columns[i]![at]) return false;
    }
    return true;
  }

  #add(columns: readonly Int32Array[], at: number, slot: number): number {
    for (const codes of columns) this.#held.push(codes[at]!);
    this.#slots[slot] = this.#size + 1;
    if (++this.#size * 2 > this.#slots.length) this.#widen();
    return this.#size - 1;
  }

  #widen(): void {
    const slots = new Int32Array(this.#slots.length * 4);
    const mask = slots.length - 1;
    const width = this.#places.length;
    for (let number = 0; number < this.#size; number++) {
      const codes = this.#held.slice(number * width, (number + 1) * width);
      let slot = spread(codes.reduce(mixed, 0)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }

  #forget(): void {
    this.#slots = new Int32Array(FEW_TUPLES);
    this.#held = [];
    this.#size = 0;
    for (const list of this.#known) list.length = 0;
  }
}

function mixed(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x9e3779b1);
}

/** The upper bits of a product are the better ones. */
function spread(hash: number): number {
  return (hash ^ (hash >>> 15)) >>> 7;
}

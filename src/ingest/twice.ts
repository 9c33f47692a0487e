/** What stands in the files twice: numbers of matters, and whole rows. */
import { ByteSet, hashOf, larger } from "./byte-set.ts";

export interface Place {
  file: string;
  row: number;
}

/** Bytes that stood somewhere before, and where first. */
export class FirstPlaces {
  readonly #seen = new ByteSet();
  #rows = new Int32Array(32);
  /** The files in their order, each with the number of its first entry. */
  readonly #files: { file: string; from: number }[] = [];
  #file = "";

  /** Where the bytes stood first; undefined when it is here. */
  firstOf(bytes: Uint8Array, start: number, end: number, hash: number, now: Place) {
    const number = this.#seen.find(bytes, start, end, hash, 0);
    if (number >= 0) return this.#place(number);
    const own = this.#seen.add(bytes, start, end, hash, 0);
    if (own === this.#rows.length) this.#rows = larger(this.#rows, own * 2);
    this.#rows[own] = now.row;
    if (this.#file !== now.file) {
      this.#file = now.file;
      this.#files.push({ file: now.file, from: own });
    }
    return undefined;
  }

  firstOfText(text: string, now: Place): Place | undefined {
    const bytes = encoder.encode(text);
    return this.firstOf(bytes, 0, bytes.length, hashOf(bytes, 0, bytes.length), now);
  }

  #place(number: number): Place {
    const { file } = this.#files.findLast(({ from }) => from <= number)!;
    return { file, row: this.#rows[number]! };
  }
}
const encoder = new TextEncoder();

/** The text is kept with the row: there are too many to number them. */
const SPELT = 0xffff;

/** Whole rows, each as the numbers of its texts: two bytes a cell instead of its characters. */
export class WholeRows {
  readonly #places = new FirstPlaces();
  readonly #numbers = new Map<string, number>();
  #bytes = new Uint8Array(256);
  #size = 0;

  /** The number of a cell's tidied text, for `add`. */
  numberOf(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined && this.#numbers.size < SPELT) {
      number = this.#numbers.size;
      this.#numbers.set(text, number);
    }
    return number ?? SPELT;
  }

  /** One more cell of the row; its text is only asked for where it has no number. */
  add(number: number, text: () => string): void {
    this.#room(2);
    this.#bytes[this.#size++] = number & 0xff;
    this.#bytes[this.#size++] = number >> 8;
    if (number !== SPELT) return;
    const spelt = encoder.encode(text());
    this.#room(4 + spelt.length);
    for (let shift = 0; shift < 32; shift += 8) this.#bytes[this.#size++] = spelt.length >> shift;
    this.#bytes.set(spelt, this.#size);
    this.#size += spelt.length;
  }

  /** The row is complete: where it stood first; undefined when it is here. */
  firstOf(now: Place): Place | undefined {
    const [bytes, end] = [this.#bytes, this.#size];
    this.#size = 0;
    return this.#places.firstOf(bytes, 0, end, hashOf(bytes, 0, end), now);
  }

  #room(more: number): void {
    if (this.#size + more <= this.#bytes.length) return;
    const bytes = new Uint8Array((this.#size + more) * 2);
    bytes.set(this.#bytes.subarray(0, this.#size));
    this.#bytes = bytes;
  }
}

/** Columns of many rows in little memory: every value once, and a small number for each row. */
import { Dictionary } from "../../ingest/rows/dictionary.ts";
import type { Value } from "../../values/value.ts";

export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** Codes of a growing number of rows; as wide as its largest code needs. */
export class GrowingCodes {
  #codes: Codes = new Uint8Array(256);
  length = 0;

  push(code: number): void {
    if (code > 0xff && this.#codes.BYTES_PER_ELEMENT === 1) {
      this.#codes = new Uint16Array(this.#codes);
    }
    if (code > 0xffff && this.#codes.BYTES_PER_ELEMENT === 2) {
      this.#codes = new Uint32Array(this.#codes);
    }
    if (this.length === this.#codes.length) this.#grow();
    this.#codes[this.length++] = code;
  }

  #grow(): void {
    const codes = likeOf(this.#codes, this.#codes.length * 2);
    codes.set(this.#codes);
    this.#codes = codes;
  }

  get codes(): Codes {
    return this.#codes.subarray(0, this.length);
  }
}

/** The codes of some rows, as wide as those they are picked from. */
export function pick(codes: Codes, rows: Uint32Array): Codes {
  const picked = likeOf(codes, rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = codes[rows[i]!]!;
  return picked;
}

function likeOf(codes: Codes, length: number): Codes {
  const Same = codes.constructor as new (length: number) => Codes;
  return new Same(length);
}

/** One column: its values, each once, and by row the code of one of them. */
export class CodedColumn extends Dictionary {
  readonly #rows = new GrowingCodes();

  /** Gives the values an order that is not that of the rows, and codes that follow it. No row comes after. */
  sortValues(compare: (a: Value, b: Value) => number): void {
    const { values, codes } = this;
    const order = values.slice(1).sort(compare);
    const before = new Map(values.map((value, code) => [value, code]));
    const ranks = new Uint32Array(values.length);
    for (const [i, value] of order.entries()) {
      ranks[before.get(value)!] = i + 1;
      values[i + 1] = value;
    }
    for (let row = 0; row < codes.length; row++) codes[row] = ranks[codes[row]!]!;
  }

  push(value: Value): void {
    this.#rows.push(this.codeOf(value));
  }

  pushCode(code: number): void {
    this.#rows.push(code);
  }

  get codes(): Codes {
    return this.#rows.codes;
  }
}

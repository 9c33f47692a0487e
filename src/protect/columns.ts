/** Columns of many rows in little memory: every value once, and a small number for each row. */
import type { Column } from "../datasets/define.ts";
import { type Batch, Dictionary, LOOSE, NOTHING } from "../ingest/rows/typed.ts";
import type { Value } from "../values/value.ts";

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

/** A column of the typed rows, as it may leave. */
export class KeptColumn extends CodedColumn {
  readonly key: string;
  readonly column: Column;
  readonly #place: number;
  /** By the code of the typed row. */
  readonly #own: number[] = [];

  constructor(key: string, column: Column, place: number) {
    super();
    this.key = key;
    this.column = column;
    this.#place = place;
  }

  take(batch: Batch): void {
    const codes = batch.codes[this.#place];
    for (let at = 0; at < batch.length; at++) {
      const code = codes?.[at] ?? NOTHING;
      if (code !== LOOSE) this.#own[code] ??= this.#codeIn(batch, at);
      this.pushCode(this.#own[code] ?? this.#codeIn(batch, at));
    }
  }

  #codeIn(batch: Batch, at: number): number {
    return this.codeOf(publicValue(this.column, batch.value(this.#place, at)));
  }
}

/** The value as it may leave: days as months, unless the column may be daily. */
function publicValue(column: Column, value: Value): Value {
  return column.type === "date" && !column.daily && typeof value === "string"
    ? value.slice(0, 7)
    : value;
}

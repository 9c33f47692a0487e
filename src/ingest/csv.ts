/**
 * CSV, as bytes of UTF-8, into the bounds of its cells. No text is made of a cell here: most cells
 * of a large file hold what a cell before them held, and their bytes are enough to tell that.
 *
 * Reads as Papa Parse does: a quotation mark opens a cell only at its start, "" in it is one mark,
 * spaces may follow its end; anything else behind its end is an error. Lines end with \n, \r\n, \r.
 */
import { larger } from "./byte-set.ts";

/** One row: the bounds of its cells among the bytes, and the hash of each (hashOf). */
export interface Cells {
  readonly width: number;
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly hashes: Int32Array;
  /** Whether the text of a cell is other than its bytes: it holds "" or a carriage return. */
  readonly rewritten: boolean;
  /** The text of one cell, and of all. Throws Misread where bytes are none of a CSV in UTF-8. */
  text(index: number): string;
  texts(): string[];
}

/** The bytes are not what they were taken for; the file must be read anew. */
export class Misread extends Error {}

/** What stands at the place where the next row should: one, only its start, or an open quotation. */
export type Found = "row" | "start" | "wrong";

const [LF, CR, QUOTE] = [0x0a, 0x0d, 0x22];

export class CsvScanner implements Cells {
  bytes = new Uint8Array(1 << 20);
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  hashes = new Int32Array(64);
  width = 0;
  rewritten = false;
  #quoted = false;
  #delimiter = ",";
  #delimiterBytes: Uint8Array = Uint8Array.of(0x2c);
  /** What is not yet read: from here to `#end`. */
  #at = 0;
  #end = 0;

  /** How many bytes wait to be read. */
  get waiting(): number {
    return this.#end - this.#at;
  }

  /** What waits, as text; `cut` where its last character may be half. */
  ahead(cut: boolean): string {
    return decode(this.bytes, this.#at, this.#end, cut);
  }

  set delimiter(delimiter: string) {
    this.#delimiter = delimiter;
    this.#delimiterBytes = new TextEncoder().encode(delimiter);
  }

  push(chunk: Uint8Array): void {
    if (this.#end + chunk.length > this.bytes.length) {
      const to = this.waiting + chunk.length;
      const room = to > this.bytes.length ? new Uint8Array(to * 2) : this.bytes;
      room.set(this.bytes.subarray(this.#at, this.#end));
      this.bytes = room;
      this.#end -= this.#at;
      this.#at = 0;
    }
    this.bytes.set(chunk, this.#end);
    this.#end += chunk.length;
  }

  /** Passes over the next bytes. */
  skip(bytes: number): void {
    this.#at += bytes;
  }

  /** Leaves the last bytes away. */
  drop(bytes: number): void {
    this.#end -= bytes;
  }

  endsWith(byte: number): boolean {
    return this.waiting > 0 && this.bytes[this.#end - 1] === byte;
  }

  /** Reads the next row into `starts`, `ends` and `hashes`. `last`: nothing follows what waits. */
  next(last: boolean): Found {
    const { bytes } = this;
    const end = this.#end;
    const delimiter = this.#delimiterBytes[0]!;
    const single = this.#delimiterBytes.length === 1;
    // Most bytes are above all that end a cell.
    const most = Math.max(delimiter, CR);
    let { starts, ends, hashes } = this;
    let at = this.#at;
    let width = 0;
    if (at === end) return "start";
    this.rewritten = false;
    this.#quoted = false;
    for (;;) {
      if (width === starts.length) {
        this.#widen();
        ({ starts, ends, hashes } = this);
      }
      if (bytes[at] === QUOTE && at < end) {
        const found = this.#quotation(at, width, last);
        if (found < 0) return found === WRONG ? "wrong" : "start";
        at = found;
      } else {
        let hash = 0;
        starts[width] = at;
        for (; at < end; at++) {
          const byte = bytes[at]!;
          if (byte <= most) {
            if (byte === LF || byte === CR) break;
            if (byte === delimiter && (single || this.#isDelimiter(at))) break;
          }
          hash = ((hash << 5) + (hash + byte)) | 0;
        }
        if (at === end && !last) return "start";
        ends[width] = at;
        hashes[width] = hash;
      }
      width++;
      // Here a cell has ended: with a delimiter, with the line, or with the bytes.
      const byte = at < end ? bytes[at]! : LF;
      if (byte === LF || byte === CR) {
        if (byte === CR && at + 1 === end && !last) return "start";
        const both = byte === CR && at + 1 < end && bytes[at + 1] === LF;
        this.#at = Math.min(end, at + (both ? 2 : 1));
        this.width = width;
        return "row";
      }
      at += single ? 1 : this.#delimiterBytes.length;
    }
  }

  /** Reads a cell in quotation marks; gives where what ends it stands, or why there is none. */
  #quotation(mark: number, cell: number, last: boolean): number {
    const { bytes } = this;
    const end = this.#end;
    this.#quoted = true;
    let hash = 0;
    for (let at = mark + 1; at < end; at++) {
      const byte = bytes[at]!;
      if (byte !== QUOTE) {
        if (byte === CR) this.rewritten = true;
        hash = ((hash << 5) + (hash + byte)) | 0;
        continue;
      }
      if (at + 1 === end && !last) return OPEN;
      if (at + 1 < end && bytes[at + 1] === QUOTE) {
        this.rewritten = true;
        hash = ((hash << 5) + (hash + byte)) | 0;
        at++;
        continue;
      }
      this.starts[cell] = mark + 1;
      this.ends[cell] = at;
      this.hashes[cell] = hash;
      return this.#afterQuotation(at + 1, last);
    }
    return last ? WRONG : OPEN;
  }

  /** Where the delimiter or the line's end behind a quotation stands; only spaces may come before. */
  #afterQuotation(from: number, last: boolean): number {
    const { bytes } = this;
    const end = this.#end;
    for (let at = from; at < end; at++) {
      const byte = bytes[at]!;
      if (byte === LF || byte === CR || this.#isDelimiter(at)) return at;
      if (byte > 0x20) {
        // A wide space, perhaps; it is looked at as text.
        const length = wideSpace(bytes, at, end);
        if (length === 0) return byte < 0x80 || end - at > 3 || last ? WRONG : OPEN;
        at += length - 1;
      } else if (!SPACES.includes(byte)) return WRONG;
    }
    return last ? (from === end ? end : WRONG) : OPEN;
  }

  #isDelimiter(at: number): boolean {
    const delimiter = this.#delimiterBytes;
    for (let i = 0; i < delimiter.length; i++) {
      if (at + i >= this.#end || this.bytes[at + i] !== delimiter[i]) return false;
    }
    return true;
  }

  #widen(): void {
    this.starts = larger(this.starts, this.starts.length * 2);
    this.ends = larger(this.ends, this.ends.length * 2);
    this.hashes = larger(this.hashes, this.hashes.length * 2);
  }

  text(index: number): string {
    const text = decode(this.bytes, this.starts[index]!, this.ends[index]!);
    if (!this.rewritten || this.bytes[this.starts[index]! - 1] !== QUOTE) return text;
    return text.replace(/\r\n?/g, "\n").replaceAll('""', '"');
  }

  texts(): string[] {
    if (!this.#quoted) {
      return decode(this.bytes, this.starts[0]!, this.ends[this.width - 1]!).split(this.#delimiter);
    }
    const texts: string[] = [];
    for (let i = 0; i < this.width; i++) texts.push(this.text(i));
    return texts;
  }
}

const [OPEN, WRONG] = [-1, -2];
const SPACES: readonly number[] = [0x09, 0x0b, 0x0c, 0x20];

/** Length in bytes of a space beyond ASCII; 0 where there is none. */
function wideSpace(bytes: Uint8Array, at: number, end: number): number {
  for (const length of [2, 3]) {
    if (at + length > end) break;
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(
      bytes.subarray(at, at + length),
    );
    if (text.length === 1 && text.trim() === "") return length;
  }
  return 0;
}

/** No text of a CSV holds the character zero: it comes of a picture, a workbook or UTF-16. */
function decode(bytes: Uint8Array, start: number, end: number, cut = false): string {
  let text: string;
  try {
    // What is cut leaves half a character behind in its decoder.
    const own = cut ? newDecoder() : decoder;
    text = own.decode(bytes.subarray(start, end), { stream: cut });
  } catch {
    throw new Misread();
  }
  if (text.includes("\u0000")) throw new Misread();
  return text;
}

function newDecoder(): TextDecoder {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
}
const decoder = newDecoder();

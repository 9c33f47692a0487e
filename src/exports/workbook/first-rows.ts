/**
 * A workbook cut off after some rows of each long sheet, so that a first look at a hundred thousand
 * rows need not unpack and read them all.
 */
import { Unzip, UnzipInflate, unzipSync, zipSync } from "fflate";

/** Shorter sheets are read whole. */
const LONG = 1 << 18;
const CHUNK = 1 << 16;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;

/** Null where no sheet is so long, or one is written in a way that cannot be cut. */
export function firstRows(bytes: Uint8Array, rows: number): Uint8Array | null {
  const long = new Set<string>();
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      const isLong = SHEET.test(name) && originalSize > LONG;
      if (isLong) long.add(name);
      return !isLong;
    },
  });
  if (long.size === 0) return null;
  const cut = startsOf(bytes, long, rows);
  if (cut.size < long.size) return null;
  return zipSync({ ...parts, ...Object.fromEntries(cut) }, { level: 0 });
}

/** The beginning of each of these parts up to the end of a row, made a whole part again. */
function startsOf(
  bytes: Uint8Array,
  names: ReadonlySet<string>,
  rows: number,
): Map<string, Uint8Array> {
  const cut = new Map<string, Uint8Array>();
  const unzip = new Unzip((file) => {
    if (!names.has(file.name)) return;
    const sheet = new CutSheet(rows);
    file.ondata = (error, chunk) => {
      if (error || cut.has(file.name)) return;
      const whole = sheet.add(chunk);
      if (whole !== null) cut.set(file.name, new TextEncoder().encode(whole));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length && cut.size < names.size; at += CHUNK) {
    unzip.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
  }
  return cut;
}

class CutSheet {
  readonly #decoder = new TextDecoder();
  readonly #rows: number;
  #text = "";
  #ended = 0;
  #from = 0;

  constructor(rows: number) {
    this.#rows = rows;
  }

  /** The whole part, once so many rows have ended. */
  add(chunk: Uint8Array): string | null {
    this.#text += this.#decoder.decode(chunk, { stream: true });
    for (;;) {
      const at = this.#text.indexOf(ROW_END, this.#from);
      if (at < 0) break;
      this.#from = at + ROW_END.length;
      if (++this.#ended === this.#rows) return `${this.#text.slice(0, this.#from)}${SHEET_END}`;
    }
    // The end of a row may come in two pieces.
    this.#from = Math.max(this.#from, this.#text.length - ROW_END.length);
    return null;
  }
}
/** A writer that puts a name before each tag is left to the long way. */
const ROW_END = "</row>";
const SHEET_END = "</sheetData></worksheet>";

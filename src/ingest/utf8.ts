/** The bytes of a source as UTF-8, whatever its encoding, without the byte order mark. */
import { Misread } from "./csv.ts";
import type { Encoding } from "./decode.ts";
import type { Source } from "./folder.ts";

/** Bytes that are not of the encoding throw Misread; those of UTF-8 are looked at by who reads them. */
export function utf8(source: Source, encoding: Encoding): AsyncIterable<Uint8Array> {
  return encoding === "utf-8" ? withoutMark(source) : transcoded(source, encoding);
}

const MARK = [0xef, 0xbb, 0xbf];

async function* withoutMark(source: Source): AsyncIterable<Uint8Array> {
  // The first chunks may be shorter than the mark.
  let seen = 0;
  for await (const chunk of source.open()) {
    let at = 0;
    while (seen < MARK.length && at < chunk.length && chunk[at] === MARK[seen]) {
      seen++;
      at++;
    }
    if (at === chunk.length && seen < MARK.length) continue;
    if (seen > 0 && seen < MARK.length) yield Uint8Array.from(MARK.slice(0, seen));
    seen = MARK.length;
    yield at === 0 ? chunk : chunk.subarray(at);
  }
  if (seen > 0 && seen < MARK.length) yield Uint8Array.from(MARK.slice(0, seen));
}

async function* transcoded(source: Source, encoding: Encoding): AsyncIterable<Uint8Array> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const encoder = new TextEncoder();
  const text = (chunk?: Uint8Array) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new Misread();
    }
  };
  for await (const chunk of source.open()) yield encoder.encode(text(chunk));
  yield encoder.encode(text());
}

import type { TableSource } from "../ingest/rows/table.ts";

/** As much as is read from a disk at once: all cells of a long table in one piece fill the memory. */
const PIECE = 1 << 16;

/** A text as it will be read when it is written. */
export function textFile(path: string, text: string): TableSource {
  const bytes = new TextEncoder().encode(text);
  return { path, size: bytes.length, open: () => piecesOf(bytes) };
}

async function* piecesOf(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let from = 0; from < bytes.length; from += PIECE) yield bytes.subarray(from, from + PIECE);
}

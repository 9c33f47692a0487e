/** The disk as the ingest sees it: passed in, so that it runs at the shell, in tests and in a browser. */

import type { Piece } from "./piece.ts";
import type { Trouble } from "./table.ts";

export interface Source {
  /** Path inside the data folder with `/`, e.g. `2023/cases.csv`. */
  path: string;
  size: number;
  /** The bytes, from the start, at every call. A chunk is only good until the next is asked for. */
  open(): AsyncIterable<Uint8Array>;
  /** Reads it as `readTable` of table.ts does, elsewhere: given for files that are worth it. */
  readTable?(onPiece: (piece: Piece) => void): Promise<Trouble | null>;
}

export interface Folder {
  /** What messages call the folder. */
  name: string;
  /** All files below it, sorted by path. Throws nothing: a missing folder is null. */
  files(): Promise<Source[] | null>;
  /** All folders below it at the first level, empty ones too. */
  folders(): Promise<string[]>;
}

/** A folder held in memory: `{ "2023/cases.csv": bytes or text }`. */
export function memoryFolder(files: Record<string, Uint8Array | string>, name = "data"): Folder {
  const encoder = new TextEncoder();
  const sources = Object.entries(files)
    .map(([path, content]) => {
      const bytes = typeof content === "string" ? encoder.encode(content) : content;
      return { path, size: bytes.length, open: () => once(bytes) };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const folders = new Set(
    sources.filter((file) => file.path.includes("/")).map((file) => file.path.split("/")[0] ?? ""),
  );
  return { name, files: async () => sources, folders: async () => [...folders].sort() };
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

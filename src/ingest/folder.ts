/** A data folder as the ingest sees it: passed in, so that it runs at the shell, in tests and in a browser. */

import type { TableSource } from "./rows/table.ts";

export interface Folder {
  /** What messages call the folder. */
  name: string;
  /** All files below it, sorted by path. Throws nothing: a missing folder is null. */
  files(): Promise<TableSource[] | null>;
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

import { closeSync, openSync, readSync } from "node:fs";
import type { Source } from "./source.ts";

/** What the processor's caches hold: larger pieces are read no faster, and take more memory. */
const CHUNK = 1 << 16;

/** The bytes of a file. Waiting for the disk at every piece would take longer than reading it. */
export function diskFile(path: string, size: number): Pick<Source, "size" | "open"> {
  return { size, open: () => chunksOf(path) };
}

async function* chunksOf(path: string): AsyncIterable<Uint8Array> {
  const file = openSync(path, "r");
  const chunk = new Uint8Array(CHUNK);
  try {
    for (;;) {
      const read = readSync(file, chunk, 0, CHUNK, null);
      if (read === 0) return;
      yield chunk.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}

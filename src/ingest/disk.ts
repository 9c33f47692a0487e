import { closeSync, openSync, readSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import type { Folder, Source } from "./folder.ts";

/** The only file of the ingest that touches the disk. Office droppings are not files of ours. */
export function diskFolder(directory: string): Folder {
  return {
    name: basename(directory),
    async files() {
      const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(
        () => null,
      );
      if (!entries) return null;
      const sources: Source[] = [];
      for (const entry of entries) {
        if (!entry.isFile() || DROPPINGS.test(entry.name)) continue;
        const full = join(entry.parentPath, entry.name);
        const path = relative(directory, full).split(sep).join("/");
        if (path.split("/").some((part) => part.startsWith("."))) continue;
        const { size } = await stat(full);
        sources.push({ path, size, open: () => chunksOf(full) });
      }
      // Not localeCompare: the order must be the same on every machine.
      return sources.sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    async folders() {
      const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
      return entries
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
        .map((entry) => entry.name)
        .sort();
    },
  };
}
const DROPPINGS = /^(?:~\$.*|\..*|Thumbs\.db|desktop\.ini)$/i;

/** What the processor's caches hold: larger pieces are read no faster, and take more memory. */
const CHUNK = 1 << 16;
/** Waiting for the disk at every piece would take longer than reading it. */
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

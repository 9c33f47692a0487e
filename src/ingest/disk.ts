import { open, readdir, stat } from "node:fs/promises";
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
        sources.push({ path, size, open: () => chunksOf(full, Math.min(CHUNK, size + 1)) });
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

const CHUNK = 1 << 20;
/** Two chunks in turn, the next one being read meanwhile: a large file leaves nothing to clear away. */
async function* chunksOf(path: string, room: number): AsyncIterable<Uint8Array> {
  const file = await open(path);
  let [chunk, other] = [new Uint8Array(room), new Uint8Array(room)];
  let reading = file.read(chunk, 0, room);
  try {
    for (;;) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) return;
      reading = file.read(other, 0, room);
      yield chunk.subarray(0, bytesRead);
      [chunk, other] = [other, chunk];
    }
  } finally {
    await reading.catch(() => {});
    await file.close();
  }
}

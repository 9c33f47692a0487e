import { readdir, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { diskFile } from "./bytes/disk-file.ts";
import type { Folder } from "./folder.ts";
import type { TableSource } from "./rows/table.ts";
import { readTableInThread } from "./rows/table-thread.ts";

/** Files from this size on take longer to read than a thread to start. */
const LARGE = 4 << 20;

/**
 * The only file of the ingest that touches the disk. Office droppings are not files of ours.
 * `threadFrom`: from how many bytes on a table is parted into cells by a thread of its own.
 */
export function diskFolder(directory: string, { threadFrom = LARGE } = {}): Folder {
  return {
    name: basename(directory),
    async files() {
      const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(
        (error) => {
          // A folder inside that cannot be read: that is another thing than no folder at all.
          if (error.path !== directory) throw error;
          return null;
        },
      );
      if (!entries) return null;
      const sources: TableSource[] = [];
      for (const entry of entries) {
        if (!entry.isFile() || DROPPINGS.test(entry.name)) continue;
        const full = join(entry.parentPath, entry.name);
        const path = relative(directory, full).split(sep).join("/");
        if (path.split("/").some((part) => part.startsWith("."))) continue;
        const { size } = await stat(full);
        const source = { path, ...diskFile(full, size) };
        if (size < threadFrom) sources.push(source);
        else {
          sources.push({
            ...source,
            readTable: (names, take) => readTableInThread(full, size, names, take),
          });
        }
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

import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { diskFile, UNOPENED } from "./bytes/disk-file.ts";
import type { Folder } from "./folder.ts";
import type { Message } from "./problems/problems.ts";
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
      const sources: TableSource[] = [];
      const read = await walk(directory, async (entry) => {
        const full = join(entry.parentPath, entry.name);
        const path = relative(directory, full).split(sep).join("/");
        const source = await sourceOf(entry, full, path, threadFrom);
        if (source) sources.push(source);
      });
      // Not localeCompare: the order must be the same on every machine.
      return read ? sources.sort((a, b) => (a.path < b.path ? -1 : 1)) : null;
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
/** A folder with such a name was meant to be a file. */
const FILE_NAME = /\.(?:csv|md|yaml)$/i;

/** All that is below a folder; false where it cannot be looked into. */
async function walk(folder: string, each: (entry: Dirent) => Promise<void>): Promise<boolean> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  for (const entry of entries ?? []) {
    if (DROPPINGS.test(entry.name)) continue;
    await each(entry);
    if (entry.isDirectory()) await walk(join(folder, entry.name), each);
  }
  return entries !== null;
}

async function sourceOf(
  entry: Dirent,
  full: string,
  path: string,
  threadFrom: number,
): Promise<TableSource | null> {
  if (entry.isDirectory()) {
    const closed = await readdir(full).then(
      () => false,
      () => true,
    );
    if (closed) return closedSource(path, UNOPENED);
    return FILE_NAME.test(entry.name) ? closedSource(path, FOLDER) : null;
  }
  if (entry.isSymbolicLink()) return closedSource(path, LINK);
  if (!entry.isFile()) return closedSource(path, NO_FILE);
  const found = await stat(full).catch(() => null);
  if (!found) return closedSource(path, UNOPENED);
  return diskTable(full, found.size, path, threadFrom);
}

/** A file that may be a table. */
export function diskTable(
  full: string,
  size: number,
  path: string,
  threadFrom = LARGE,
): TableSource {
  const source = { path, ...diskFile(full, size) };
  if (size < threadFrom) return source;
  return {
    ...source,
    readTable: (names, take, aside) => readTableInThread({ path: full, size, names, aside }, take),
  };
}

const FOLDER: Message = {
  code: "file-unreadable",
  why: "这是一个文件夹，不是文件",
  fix: "把里面的文件移出来，放在年度文件夹下，再删掉这个文件夹",
};
const NO_FILE: Message = {
  code: "file-unreadable",
  why: "这不是普通的文件，而是管道、套接字或设备，里面的数据不会读",
  fix: "换成导出的 CSV 文件；不是数据就从这个文件夹里删掉",
};
const LINK: Message = {
  code: "file-unreadable",
  why: "这是一个快捷方式（链接），不是文件本身，里面的数据不会读",
  fix: "把它指向的文件复制到这里，替换掉快捷方式",
};

function closedSource(path: string, closed: Message): TableSource {
  return { path, size: 0, closed, async *open() {} };
}

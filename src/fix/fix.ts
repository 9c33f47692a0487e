/**
 * What is certain in a data folder, written in one way. What the ingest reads as a value is what is
 * written; the whole folder is then read again as it would be, and a file whose rows or problems
 * would be others is touched less, or not at all.
 */
import { Unreadable } from "../ingest/bytes/decode.ts";
import { filesByDataset } from "../ingest/files.ts";
import type { Folder } from "../ingest/folder.ts";
import { Problems } from "../ingest/problems/problems.ts";
import { withoutExports } from "../ingest/raw-exports.ts";
import type { TableSource } from "../ingest/rows/table.ts";
import type { Mending } from "./kinds.ts";
import { type Fixing, type FolderReading, readingOf, unlike } from "./same.ts";
import { DEGREES, type FixedTable, fixTable } from "./table.ts";
import { textFile } from "./text-file.ts";
import { writtenOf } from "./written.ts";

export interface FixedFile extends FixedTable {
  path: string;
}

export interface FixedFolder {
  files: FixedFile[];
  /** Files in which something unusual stays, because the site would read them otherwise. */
  left: string[];
}

const TEXTS = /^(?:site\.yaml|vocabularies\.yaml|imports\.yaml|\d{4}\/report\.md)$/;

export async function fixFolder(folder: Folder, fixing: Fixing): Promise<FixedFolder> {
  const files = ((await folder.files()) ?? []).filter(({ closed }) => !closed);
  const before = await readingOf(folder, fixing);
  const tables = await tablesOf(files, folder, before, fixing);
  const degrees = new Map(tables.map(({ source }) => [source.path, 0]));
  const texts = await textsOf(files);
  const left = new Set<string>();
  /** The parts of a dataset are read together. */
  const groupOf = (path: string) => {
    const table = tables.find(({ source }) => source.path === path);
    return table ? `${table.year}/${table.dataset.id}` : path;
  };
  for (;;) {
    const fixed = [...texts, ...(await fixedTables(tables, degrees, before, fixing))];
    if (fixed.length === 0) return { files: [], left: [...left].sort() };
    const after = await readingOf(overlay(folder, files, fixed), fixing);
    const wrong = unlike(before, after);
    const groups = new Set(wrong.map(groupOf));
    const guilty = fixed.filter(({ path }) => groups.has(groupOf(path)));
    const others = wrong.length > 0 && guilty.length === 0 ? fixed : guilty;
    if (others.length === 0) return { files: fixed, left: [...left].sort() };
    for (const { path } of others) {
      left.add(path);
      degrees.set(path, (degrees.get(path) ?? DEGREES.length) + 1);
      const text = texts.findIndex((one) => one.path === path);
      if (text >= 0) texts.splice(text, 1);
    }
  }
}

interface OneTable {
  source: TableSource;
  dataset: Parameters<typeof fixTable>[1]["dataset"];
  year: number;
}

/** The tables that the site reads. */
async function tablesOf(
  files: readonly TableSource[],
  folder: Folder,
  { years }: FolderReading,
  { exportNamed }: Fixing,
): Promise<OneTable[]> {
  const unsaid = new Problems();
  const { others } = await withoutExports(files, folder.name, exportNamed, unsaid);
  return years.flatMap((year) => {
    const own = others.filter(({ path }) => path.startsWith(`${year}/`));
    const found = filesByDataset(own, year, unsaid);
    return [...found].flatMap(([dataset, parts]) =>
      parts.map((source) => ({ source, dataset, year })),
    );
  });
}

async function fixedTables(
  tables: readonly OneTable[],
  degrees: ReadonlyMap<string, number>,
  { vocabularies }: FolderReading,
  { onProgress }: Fixing,
): Promise<FixedFile[]> {
  const fixed: FixedFile[] = [];
  for (const { source, dataset, year } of tables) {
    const degree = DEGREES[degrees.get(source.path) ?? 0];
    if (!degree) continue;
    onProgress?.(source.path);
    const found = await readable(() => fixTable(source, { dataset, year, vocabularies }, degree));
    if (found) fixed.push({ path: source.path, ...found });
  }
  return fixed;
}

/** The texts beside the tables, of which only the encoding and the line ends are touched. */
async function textsOf(files: readonly TableSource[]): Promise<FixedFile[]> {
  const fixed: FixedFile[] = [];
  for (const source of files.filter(({ path }) => TEXTS.test(path))) {
    const written = await readable(() => writtenOf(source, { excel: false }));
    if (!written || written.changes.length === 0) continue;
    const text = written.text.replaceAll("\n", written.lineEnd);
    const changes: Mending[] = written.changes;
    fixed.push({ path: source.path, changes, text: written.mark + text });
  }
  return fixed;
}

/** What cannot be read is the check's to say. */
async function readable<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

/** The folder as it would be. */
function overlay(
  folder: Folder,
  files: readonly TableSource[],
  fixed: readonly FixedFile[],
): Folder {
  const own = fixed.map(({ path, text }) => textFile(path, text));
  const paths = new Set(fixed.map(({ path }) => path));
  return {
    ...folder,
    async files() {
      const all = [...files.filter(({ path }) => !paths.has(path)), ...own];
      return all.sort((a, b) => (a.path < b.path ? -1 : 1));
    },
  };
}

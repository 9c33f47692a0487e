/** Which file of the data folder an import's rows go to, and what stood there before. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Imports } from "../../src/exports/answers.ts";
import type { BackAnswer } from "../../src/exports/going-back.ts";
import type { System } from "../../src/exports/profile.ts";
import type { Change, YearRows } from "../../src/exports/year-rows.ts";
import { wordKey } from "../../src/ingest/text/tidy.ts";
import { CliError } from "./cli.ts";

export interface ImportedFile {
  /** Inside the data folder: 2024/complaints.csv. */
  name: string;
  system: System;
  year: number;
  rows: YearRows;
  /** Null where the file is new. */
  change: Change | null;
}

interface Place {
  folder: string;
  imports: Imports;
  /** The print of the key that names the rows of this import. */
  key: string;
  /** Files that somebody filled in by hand may stay beside. */
  beside: boolean;
  /** Files of the data folder that are being imported, and leave it. */
  leaving: readonly string[];
  /** What an earlier import wrote gives way as a whole: numbers of matters stand in neither. */
  anew: boolean;
  /** What is said of matters that the export has less far than they were. */
  back?: BackAnswer | undefined;
}

/** Merges with what is there; throws a CliError where the same matters would count twice. */
export function importFiles(
  imported: ReadonlyMap<System, ReadonlyMap<number, YearRows>>,
  { folder, imports, key, beside, leaving, anew, back }: Place,
): ImportedFile[] {
  const files: ImportedFile[] = [];
  for (const [system, years] of imported) {
    for (const [year, rows] of [...years].sort(([a], [b]) => a - b)) {
      const { id, label } = system.of.dataset;
      const there = filesIn(join(folder, String(year)), [id, label]).filter(
        (file) =>
          !leaving.includes(`${year}/${file}`) && !isHeadOnly(join(folder, String(year), file)),
      );
      const written = (file: string) => imports.written(`${year}/${file}`);
      const own = there.find((file) => written(file)?.from === system.id);
      const byHand = there.find((file) => !written(file));
      if (!own && byHand && !beside) {
        throw new CliError(
          `${year}/${byHand} 是手工填的，再写入这些行，同一件事会算两次。什么也没有写。\n` +
            `导出里已有它的内容，就移走它再导入；确实没有同一件事，加上 --beside。`,
        );
      }
      const name = own ?? freeName(id, [...there, ...namesIn(files, year, id)]);
      const before = own && readFileSync(join(folder, String(year), own), "utf8");
      const change = !before
        ? null
        : anew
          ? rows.instead(before)
          : rows.over(before, written(own)?.key === key, back);
      imports.record(`${year}/${name}`, { from: system.id, key });
      files.push({ name: `${year}/${name}`, system, year, rows, change });
    }
  }
  return files;
}

/** What `npm run new-year` has made and nobody has filled in: it gives way. */
function isHeadOnly(path: string): boolean {
  if (statSync(path).size > 4096) return false;
  return readFileSync(path, "utf8").trim().split("\n").length === 1;
}

/** The names that this import has given already. */
function namesIn(files: readonly ImportedFile[], year: number, id: string): string[] {
  return files
    .map(({ name }) => name.split("/"))
    .filter(([folder, file = ""]) => folder === String(year) && file.startsWith(id))
    .map(([, file = ""]) => file);
}

/** The files of a dataset in a year's folder. */
function filesIn(folder: string, names: readonly string[]): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => {
      const [, stem = ""] = /^(.+?)(?:-\d{1,4})?\.csv$/i.exec(file) ?? [];
      return names.some((name) => wordKey(name) === wordKey(stem));
    })
    .sort();
}

/** cases.csv, else the next part. */
function freeName(id: string, there: readonly string[]): string {
  if (there.length === 0) return `${id}.csv`;
  const parts = there.map((file) => Number(/-(\d{1,4})\.csv$/i.exec(file)?.[1] ?? 1));
  return `${id}-${Math.max(1, ...parts) + 1}.csv`;
}

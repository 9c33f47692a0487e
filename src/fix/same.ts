/** Whether two data folders say the same: their rows and their problems, file by file. */
import type { Vocabularies } from "../ingest/cells/lexicon.ts";
import type { SiteConfig } from "../ingest/config/site-config.ts";
import type { Folder } from "../ingest/folder.ts";
import { ingest } from "../ingest/ingest.ts";
import type { Problem } from "../ingest/problems/problems.ts";
import type { ExportNamed } from "../ingest/raw-exports.ts";
import { UNINTERNED } from "../ingest/rows/dictionary.ts";
import type { Batch, TypedColumns } from "../ingest/rows/typed.ts";

/** How a folder is read. */
export interface Fixing {
  givenFor: (config: SiteConfig | null) => Vocabularies;
  exportNamed: ExportNamed;
  /** The day it is, as the check is told. */
  today?: string | null;
  onProgress?: (doing: string) => void;
}

export interface FolderReading {
  years: number[];
  vocabularies: Vocabularies;
  /** By the files that are read together: a mark of their rows, and what is said of them. */
  rows: Map<string, string>;
  problems: readonly Problem[];
}

/** What writing in one way mends. */
const MENDED = new Set(["normalised", "date-zone"]);

export async function readingOf(
  folder: Folder,
  { givenFor, exportNamed, today = null, onProgress = () => {} }: Fixing,
): Promise<FolderReading> {
  const marks = new Map<string, Mark>();
  const found = await ingest(
    folder,
    givenFor,
    (year, table) => {
      const mark = new Mark(table);
      marks.set(`${year}/${table.dataset.id}`, mark);
      return (batch) => mark.add(batch);
    },
    { exportNamed, today, onProgress },
  );
  return {
    years: found.years.map(({ year }) => year),
    vocabularies: found.vocabularies,
    rows: new Map([...marks].map(([key, mark]) => [key, mark.text])),
    problems: found.problems.list,
  };
}

/** What is read otherwise: files of which something else is said, datasets of a year (2023/cases) with other rows. */
export function unlike(before: FolderReading, after: FolderReading): string[] {
  const rows = [...new Set([...before.rows.keys(), ...after.rows.keys()])].filter(
    (key) => before.rows.get(key) !== after.rows.get(key),
  );
  const [old, now] = [said(before.problems), said(after.problems)];
  const files = [...new Set([...old.keys(), ...now.keys()])]
    .filter((key) => old.get(key)?.count !== now.get(key)?.count)
    .map((key) => (old.get(key) ?? now.get(key))!.file);
  return [...rows, ...files];
}

/** Problems by all they say but what is written in the cell, which may be written otherwise now. */
function said(problems: readonly Problem[]): Map<string, Problem> {
  return new Map(
    problems
      .filter(({ code }) => !MENDED.has(code))
      .map((problem) => {
        const { code, file, column, why, fix, places } = problem;
        const cells = places.map(({ cell }) => cell);
        return [JSON.stringify([code, file, column, why, fix, cells]), problem];
      }),
  );
}

/** A number of 64 bits for any number of rows in their order: a million of them are not kept. */
class Mark {
  readonly #keys: readonly string[];
  /** By place, by code: what stands for a value that comes again and again. */
  readonly #known: readonly Hash[][];
  readonly #all = new Hash();
  #file: { name: string; mark: Hash } | null = null;
  #rows = 0;

  constructor({ keys }: TypedColumns) {
    this.#keys = keys;
    this.#known = keys.map(() => []);
  }

  add(batch: Batch): void {
    const { given, file, length } = batch;
    if (this.#file?.name !== file) {
      const keys = given.map((place) => this.#keys[place]);
      this.#file = { name: file, mark: hashOf([file, keys]) };
    }
    this.#rows += length;
    for (let at = 0; at < length; at++) {
      this.#all.add(this.#file.mark);
      this.#all.addNumber(batch.rows[at]!);
      for (const place of given) this.#all.add(this.#valueAt(batch, place, at));
    }
  }

  #valueAt(batch: Batch, place: number, at: number): Hash {
    const code = batch.codes[place]![at]!;
    if (code === UNINTERNED) return hashOf(batch.value(place, at));
    const known = this.#known[place]!;
    known[code] ??= hashOf(batch.value(place, at));
    return known[code];
  }

  get text(): string {
    return `${this.#rows}-${this.#all.text}`;
  }
}

/** Numbers in their order as one of 64 bits (as cyrb53 does). */
class Hash {
  #one = 0xdeadbeef;
  #two = 0x41c6ce57;

  addNumber(number: number): void {
    this.#put(number, number);
  }

  add(other: Hash): void {
    this.#put(other.#one, other.#two);
  }

  #put(one: number, two: number): void {
    this.#one = Math.imul(this.#one ^ one, 2654435761);
    this.#two = Math.imul(this.#two ^ two, 1597334677);
  }

  get text(): string {
    return `${this.#one >>> 0}-${this.#two >>> 0}`;
  }
}

function hashOf(value: unknown): Hash {
  const hash = new Hash();
  const text = JSON.stringify(value);
  for (let at = 0; at < text.length; at++) hash.addNumber(text.charCodeAt(at));
  return hash;
}

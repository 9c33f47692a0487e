/** Whether two data folders say the same: their rows and their problems, file by file. */
import type { Vocabularies } from "../ingest/cells/lexicon.ts";
import type { SiteConfig } from "../ingest/config/site-config.ts";
import type { Folder } from "../ingest/folder.ts";
import { ingest } from "../ingest/ingest.ts";
import type { Problem } from "../ingest/problems/problems.ts";
import type { ExportNamed } from "../ingest/raw-exports.ts";

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
    (year, { dataset }) => {
      const mark = new Mark();
      marks.set(`${year}/${dataset.id}`, mark);
      return (batch) => {
        for (let at = 0; at < batch.length; at++) {
          const { file, row, values } = batch.row(at);
          mark.add(JSON.stringify([file, row, values]));
        }
      };
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

/** A number of 53 bits for any number of texts in their order (cyrb53): a million rows are not kept. */
class Mark {
  #one = 0xdeadbeef;
  #two = 0x41c6ce57;
  #rows = 0;

  add(text: string): void {
    this.#rows++;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      this.#one = Math.imul(this.#one ^ unit, 2654435761);
      this.#two = Math.imul(this.#two ^ unit, 1597334677);
    }
  }

  get text(): string {
    return [this.#rows, this.#one >>> 0, this.#two >>> 0].join("-");
  }
}

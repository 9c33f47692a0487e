/** Where problems stand, by file and line: the row that Excel shows is not always the line of the file. */
import { textOf, Unreadable } from "../../../src/ingest/bytes/decode.ts";
import type { Folder } from "../../../src/ingest/folder.ts";
import type { Problem } from "../../../src/ingest/problems/problems.ts";
import type { Spot } from "./define.ts";

/** `prefix` stands before the paths of the folder: data/. */
export async function spotsOf(
  problems: readonly Problem[],
  folder: Folder,
  prefix: string,
): Promise<Spot[]> {
  const sources = new Map(((await folder.files()) ?? []).map((file) => [file.path, file]));
  const lines = new Map<string, readonly number[]>();
  const spots: Spot[] = [];
  for (const problem of problems) {
    const file = prefix + problem.file;
    const source = sources.get(problem.file);
    const rows = problem.places.map(({ cell }) => rowOf(cell));
    // An encoding's file may be as large as a disk: it is read where a row is asked for.
    if (source && /\.csv$/i.test(problem.file) && rows.some((row) => row > 1)) {
      if (!lines.has(problem.file)) lines.set(problem.file, await linesOf(source));
    }
    const lineOf = (row: number) => lines.get(problem.file)?.[row - 1] ?? row;
    if (problem.places.length === 0) spots.push({ problem, file, line: 1, what: "" });
    for (const [at, { cell, value }] of problem.places.entries()) {
      const what = `${cell}${value ? `“${value}”` : ""}`;
      spots.push({ problem, file, line: lineOf(rows[at]!), what });
    }
  }
  return spots;
}

/** B12, 第12行, 第12行起 are of row 12; B列 of the first. */
function rowOf(cell: string): number {
  return Number(/^(?:[A-Z]+|第)(\d+)/.exec(cell)?.[1] ?? 1);
}

/** By row: the line on which it starts; cells hold line breaks, and `sep=` is a line and no row. */
async function linesOf(source: Parameters<typeof textOf>[0]): Promise<number[]> {
  const starts: number[] = [];
  let [line, quoted, first] = [1, false, true];
  try {
    for await (const text of textOf(source)) {
      if (first && !/^"?sep=."?\n/i.test(text)) starts.push(1);
      first = false;
      for (const [mark] of text.matchAll(/"|\n/g)) {
        if (mark === '"') quoted = !quoted;
        else {
          line++;
          if (!quoted) starts.push(line);
        }
      }
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
  return starts;
}

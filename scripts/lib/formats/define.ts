/** A form in which other programs take problems: an editor, a git host, a report of tests. */
import type { Severity } from "../../../src/ingest/problems/kinds.ts";
import { KINDS } from "../../../src/ingest/problems/kinds.ts";
import type { Problem } from "../../../src/ingest/problems/problems.ts";

/** One place of a problem, as programs find it: a file by its path from where they look, and a line. */
export interface Spot {
  problem: Problem;
  file: string;
  /** From 1; the first where the problem is of the file as a whole. */
  line: number;
  /** What stands where: B12“1/2/2023”; empty for a file as a whole. */
  what: string;
}

export interface Report {
  spots: readonly Spot[];
  /** When it was checked: the bureau's day, ISO. */
  day: string;
}

/** Counts of what was found, by severity. */
export function countsOf(problems: readonly Problem[]): Record<Severity, number> {
  const count = (severity: Severity) =>
    problems
      .filter((problem) => problem.severity === severity)
      .reduce((sum, problem) => sum + problem.count, 0);
  return { error: count("error"), warning: count("warning"), note: count("note") };
}

export function titleOf({ problem }: Spot): string {
  return KINDS[problem.code][1];
}

/** All that is said of a place, in one paragraph. */
export function saidOf({ problem, what }: Spot): string {
  const { column, why, fix, count, places } = problem;
  const more = count > Math.max(1, places.length) ? `这样的共${count}处。` : "";
  const where = [what, column ? `（${column}）` : ""].join("");
  return `${where ? `${where}：` : ""}${why}。改法：${fix}。${more}`;
}

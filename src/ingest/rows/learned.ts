/**
 * What only whole files tell of their columns: that no row fills one, though a blank would say
 * something; that 无 stands beside 有, and says no. One export may come in several files, so all the
 * files of a dataset's year tell it together, and are read once more with it.
 */
import type { ProblemInput } from "../problems/problems.ts";

export interface Learned {
  /** As if the files did not have them. */
  unfilled: readonly string[];
  /** 无 says no in them. */
  haveOrNot: readonly string[];
}

/** A column of a file, and what is to be said of it where the others tell the same. */
interface Told {
  key: string;
  says: ProblemInput;
}

/** What one file tells of its columns. */
export interface Seen {
  /** Of the columns in which a blank says something: those that no row fills, and the others. */
  blank: readonly Told[];
  filled: readonly string[];
  /** In which 有 or 无 has been seen. */
  have: readonly Told[];
  none: readonly Told[];
}

/** Null where there is nothing to learn. */
export function learnedOf(
  files: readonly Seen[],
): { learned: Learned; says: readonly ProblemInput[] } | null {
  const keysOf = (list: (seen: Seen) => readonly Told[]) =>
    new Set(files.flatMap((seen) => list(seen).map(({ key }) => key)));
  const filled = new Set(files.flatMap((seen) => seen.filled));
  const [blank, have, none] = [
    keysOf((seen) => seen.blank),
    keysOf((seen) => seen.have),
    keysOf((seen) => seen.none),
  ];
  const unfilled = [...blank].filter((key) => !filled.has(key));
  const haveOrNot = [...none].filter((key) => have.has(key));
  if (unfilled.length + haveOrNot.length === 0) return null;
  const says = files.flatMap((seen) => [
    ...seen.blank.filter(({ key }) => unfilled.includes(key)),
    ...seen.none.filter(({ key }) => haveOrNot.includes(key)),
  ]);
  return { learned: { unfilled, haveOrNot }, says: says.map((told) => told.says) };
}

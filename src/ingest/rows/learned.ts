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
export interface FileColumns {
  /** Of the columns in which a blank says something: those that no row fills, and the others. */
  blank: readonly Told[];
  filled: readonly string[];
  /** In which 有 or 无 has been seen. */
  have: readonly Told[];
  none: readonly Told[];
}

/** `learned` is null where the files are read right as they were. */
export function learnedOf(files: readonly FileColumns[]): {
  learned: Learned | null;
  says: readonly ProblemInput[];
} {
  const keysOf = (list: (seen: FileColumns) => readonly Told[]) =>
    new Set(files.flatMap((seen) => list(seen).map(({ key }) => key)));
  const filled = new Set(files.flatMap((seen) => seen.filled));
  const [blank, have, none] = [
    keysOf((seen) => seen.blank),
    keysOf((seen) => seen.have),
    keysOf((seen) => seen.none),
  ];
  const unfilled = [...blank].filter((key) => !filled.has(key));
  const haveOrNot = [...none].filter((key) => have.has(key));
  const says = files.flatMap((seen) => [
    ...seen.blank.map(({ key, says }) => (filled.has(key) ? { ...says, ...ELSEWHERE } : says)),
    ...seen.none.filter(({ key }) => haveOrNot.includes(key)).map((told) => told.says),
  ]);
  const isNew = unfilled.length + haveOrNot.length > 0;
  return { learned: isNew ? { unfilled, haveOrNot } : null, says };
}

/** Two systems may write two files: which it is, only the clerk knows. */
const ELSEWHERE = {
  why: "这份文件里这一列每一行都空着，别的文件里有填了的：照“还没有”算，期限过了的算逾期",
  fix: "确实都还没有的不用改；是这份文件的系统导不出来的，从这份文件里删掉这一列，就写“未公布”",
};

/**
 * Which rows a published number counts. Tables that count the same rows are linked (Hundepool et
 * al. 2012): the number is then one cell, whoever prints it; and a number inside another one gives
 * their difference.
 */
import type { RowMetric, Where } from "../metrics/define.ts";
import { UNSTATED } from "../metrics/engine/counter.ts";

/** Stands for an empty cell among the words. */
export const EMPTY_CELL = "\u0000";

/** The words of each column that a row must say; `except` are words ruled out. */
export interface Subpopulation {
  words: ReadonlyMap<string, ReadonlySet<string>>;
  except: ReadonlyMap<string, ReadonlySet<string>>;
}

export function subpopulationOf(metric: RowMetric): Subpopulation {
  return { words: wordsOf(metric.where), except: wordsOf(metric.except ?? {}) };
}

export function wordsOf(where: Where): Map<string, ReadonlySet<string>> {
  return new Map(
    Object.entries(where).map(([key, words]) => [
      key,
      new Set(typeof words === "string" ? [words] : words),
    ]),
  );
}

/** One group of a breakdown. */
export function narrowed(whole: Subpopulation, column: string, word: string): Subpopulation {
  const only = new Set([word === UNSTATED ? EMPTY_CELL : word]);
  return { ...whole, words: new Map([...whole.words, [column, only]]) };
}

/** The same text for the same rows. */
export function identityOf({ words, except }: Subpopulation): string {
  const text = (map: Subpopulation["words"]) =>
    [...map]
      .map(([key, set]) => `${key}=${[...set].sort().join("|")}`)
      .sort()
      .join("&");
  return `${text(words)}!${text(except)}`;
}

/** Whether every row of one is a row of the other. */
export function isSubset(part: Subpopulation, whole: Subpopulation): boolean {
  const narrower = [...whole.words].every(([key, words]) => {
    const own = part.words.get(key);
    return own !== undefined && [...own].every((word) => words.has(word));
  });
  return (
    narrower &&
    [...whole.except].every(([key, words]) => {
      const own = part.words.get(key);
      const also = part.except.get(key);
      return (
        (own !== undefined && [...own].every((word) => !words.has(word))) ||
        (also !== undefined && [...words].every((word) => also.has(word)))
      );
    })
  );
}

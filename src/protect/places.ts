/** Which rows a published number counts, so that numbers of the same rows are known to be the same. */
import type { Dataset } from "../datasets/define.ts";
import type { RowMetric, Where } from "../metrics/define.ts";
import { UNSTATED } from "../metrics/engine/counter.ts";

/** Stands for an empty cell among the words. */
export const NO_WORD = "\u0000";

/** The words of each column that a row must say; `except` are words ruled out. */
export interface Place {
  words: ReadonlyMap<string, ReadonlySet<string>>;
  except: ReadonlyMap<string, ReadonlySet<string>>;
}

export function placeOf(metric: RowMetric): Place {
  return { words: wordsOf(metric.where), except: wordsOf(metric.except ?? {}) };
}

function wordsOf(where: Where): Map<string, ReadonlySet<string>> {
  return new Map(
    Object.entries(where).map(([key, words]) => [
      key,
      new Set(typeof words === "string" ? [words] : words),
    ]),
  );
}

/** One group of a breakdown. */
export function within(place: Place, column: string, word: string): Place {
  const own = new Set([word === UNSTATED ? NO_WORD : word]);
  return { ...place, words: new Map([...place.words, [column, own]]) };
}

export function keyOf({ words, except }: Place): string {
  const text = (map: Place["words"]) =>
    [...map]
      .map(([key, set]) => `${key}=${[...set].sort().join("|")}`)
      .sort()
      .join("&");
  return `${text(words)}!${text(except)}`;
}

/** Whether every row of one place is a row of the other. */
export function inside(part: Place, whole: Place): boolean {
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

/** Whether a number of a dataset tells people apart: all of them, or where it names natural persons. */
export function aboutPeople({ people }: Dataset, { words }: Place): boolean {
  if (people === undefined || people === true) return people === true;
  const own = words.get(people.column);
  return own !== undefined && [...own].some((word) => people.words.includes(word));
}

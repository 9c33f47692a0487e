/** How words are sorted: the same on every machine, whatever its language. */

export function byText<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The place of a word in a vocabulary; words that it does not have share the place behind it. */
export function placeIn(words: readonly string[]): (word: string) => number {
  return (word) => {
    const at = words.indexOf(word);
    return at < 0 ? words.length : at;
  };
}

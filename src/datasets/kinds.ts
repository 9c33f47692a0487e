/**
 * What a word is, where something depends on it. A bureau adds words of its own to a vocabulary; if
 * metrics tell its words apart, the words fall into kinds, a metric asks for a kind and never for
 * words, and the bureau says the kind of each word that it adds. So no word of its own is in no figure.
 */
import type { Column } from "./define.ts";

/** Kind → the words of it that every bureau has. */
export type Kinds = Readonly<Record<string, readonly string[]>>;

/** Of the words that a bureau has added, by vocabulary: word → kind. */
export type OwnKinds = ReadonlyMap<string, ReadonlyMap<string, string>>;

export const NO_OWN_KINDS: OwnKinds = new Map();

/** The words of a column by kinds. */
export function inKinds<const K extends Kinds>(
  kinds: K,
): { words: readonly K[keyof K][number][]; kinds: K } {
  return { words: Object.values(kinds).flat(), kinds };
}

/** The words of some kinds, every bureau's and then the bureau's own. */
export function wordsOfKinds(
  { kinds = {}, vocabulary = "" }: Column,
  wanted: readonly string[],
  own: OwnKinds,
): string[] {
  const added = [...(own.get(vocabulary) ?? [])];
  return [
    ...wanted.flatMap((kind) => kinds[kind] ?? []),
    ...added.flatMap(([word, kind]) => (wanted.includes(kind) ? [word] : [])),
  ];
}

/** The kind of a word; undefined where it has none. */
export function kindOf(
  { kinds = {}, vocabulary = "" }: Column,
  word: string,
  own: OwnKinds,
): string | undefined {
  const fixed = Object.entries(kinds).find(([, words]) => words.includes(word));
  return fixed?.[0] ?? own.get(vocabulary)?.get(word);
}

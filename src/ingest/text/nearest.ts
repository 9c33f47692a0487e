/** Near misses: the word that was meant. */
import { closest, distance } from "fastest-levenshtein";

const LONGEST_WORD = 60;
/** The candidate nearest in spelling, if it is near enough to be meant. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const short = candidates.filter((candidate) => candidate.length <= LONGEST_WORD);
  if (word === "" || word.length > LONGEST_WORD || short.length === 0) return null;
  const near = closest(word, short);
  const within = Math.max(1, Math.floor(Math.max(word.length, near.length) * 0.6));
  return distance(word, near) <= within ? near : null;
}

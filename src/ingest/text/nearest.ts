/** Near misses: the word that was meant. */
import { closest, distance } from "fastest-levenshtein";

const LONGEST_WORD = 60;
/** Among more words the nearest takes too long to find, for every wrong cell anew. */
const MOST_WORDS = 5000;

/**
 * The word of a vocabulary that was meant, if it may be said: a reader follows the hint. So they have
 * a character in common, and neither denies nor turns round what the other says.
 */
export function meantBy(word: string, candidates: readonly string[]): string | null {
  if (candidates.length > MOST_WORDS) return null;
  const sense = senseOf(word);
  const said = word.replace(SAYS_LITTLE, "");
  const alike = (candidate: string) =>
    senseOf(candidate) === sense &&
    [...candidate.replace(SAYS_LITTLE, "")].some(
      (character) => /\p{L}/u.test(character) && said.includes(character),
    );
  return nearest(word, candidates.filter(alike));
}

/** What in a word turns its meaning: 未办结 is near 已办结 only in spelling, 申请人 near 被申请人. */
function senseOf(word: string): string {
  return (word.match(TURNING) ?? []).map((found) => (DENIAL.test(found) ? "不" : found)).join();
}
const DENIAL = /^[不未无非没否免拒失]$/;
const TURNING =
  /非常|[不未无非没否免拒失被原反待]|正在|部分|全部|基本|[逾超]期|提前|[一二三再]审|上诉|撤[销回诉]|[中终]止|暂扣|吊销|司法/g;
/** 不予立案 has nothing in common with 不予处罚. */
const SAYS_LITTLE = /[不未无非没否免拒]予?/g;

/** The candidate nearest in spelling, if it is near enough to be meant. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  if (candidates.length > MOST_WORDS) return null;
  const short = candidates.filter((candidate) => candidate.length <= LONGEST_WORD);
  if (word === "" || word.length > LONGEST_WORD || short.length === 0) return null;
  const near = closest(word, short);
  const within = Math.max(1, Math.floor(Math.max(word.length, near.length) * 0.6));
  return distance(word, near) <= within ? near : null;
}

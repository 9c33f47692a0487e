/**
 * Names of persons in a free text. No dictionary has them all: a surname, characters that parents
 * choose, words that part before and behind, what a segmenter makes of it, and words beside it that
 * say whose it is, are weighed together.
 */
import { tidy } from "../tidy.ts";
import {
  HONORIFIC,
  LABEL_BEFORE,
  MET_BEFORE,
  MET_BEHIND,
  MET_EARLIER,
  OFFICE_BEFORE,
  OFFICE_BEHIND,
  PLACE_BEHIND,
  PREPOSITION,
} from "./cues.ts";
import { isCommonWord, isGiven, isSurname, isTitle, isWord } from "./surnames.ts";
import type { TaggedWord, Tagger } from "./tagger.ts";

export interface Person {
  name: string;
  surname: string;
  /** A citizen's for certain; otherwise it may be a word, or somebody in office. */
  certain: boolean;
}

/** Known to everybody, and part of the names of doctrines, campaigns and prizes. */
const PUBLIC_FIGURES = ["习近平", "毛泽东", "邓小平", "江泽民", "胡锦涛", "雷锋", "焦裕禄", "孔子"];

/** Names that may stand in the text; `known`: what is no name, as somebody has confirmed. */
export function personsIn(
  text: string,
  tagger: Tagger,
  known: (name: string) => boolean = () => false,
): Person[] {
  const plain = normalised(text);
  const words = new Words(tagger(plain));
  const persons: Person[] = [];
  for (let at = 0; at < plain.length; ) {
    const best = bestAt(plain, at, words);
    if (best && !known(best.name)) persons.push(best);
    at += best ? best.name.length : 1;
  }
  return persons;
}
/** 王 小明, 张　伟. */
const SPACED = /(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g;

/**
 * Whether there is anything to ask a segmenter: a name that would be one if it fitted between the
 * words as well as can be. Hardly a text has it, and the dictionary takes 60 MB.
 */
export function mayHoldName(text: string): boolean {
  const plain = normalised(text);
  for (let at = 0; at + 1 < plain.length; at++) if (bestAt(plain, at, FITS)) return true;
  return false;
}

function normalised(text: string): string {
  return tidy(text.normalize("NFKC")).replace(SPACED, "");
}

/** How well a name fits between the words; `cued` as in Words. */
interface Fit {
  fit(
    start: number,
    end: number,
    surname: number,
    cued: { before: boolean; behind: boolean },
  ): number;
}
const BEST_FIT = 1.5;
/** The name is a word, or some whole words. */
const TILED = 1;
const FITS: Fit = { fit: () => BEST_FIT };

interface Candidate extends Person {
  score: number;
}

function bestAt(text: string, at: number, words: Fit): Candidate | null {
  const candidates: Candidate[] = [];
  for (const surname of [text.slice(at, at + 2), text.slice(at, at + 1)]) {
    if (!isSurname(surname)) continue;
    for (const given of [2, 1]) {
      const name = text.slice(at, at + surname.length + given);
      if (name.length < surname.length + given || !/^[\u4e00-\u9fff]+$/.test(name)) continue;
      const candidate = weighed(text, at, name, surname, words);
      if (candidate) candidates.push(candidate);
    }
    if (candidates.length > 0 && surname.length === 2) break;
  }
  return candidates.sort((a, b) => b.score - a.score)[0] ?? null;
}

/** What speaks for a name and against it. */
function weighed(
  text: string,
  at: number,
  name: string,
  surname: string,
  words: Fit,
): Candidate | null {
  const end = at + name.length;
  const before = text.slice(Math.max(0, at - 14), at);
  const behind = text.slice(end, end + 24);
  if (PUBLIC_FIGURES.some((figure) => figure.startsWith(name) && text.startsWith(figure, at))) {
    return null;
  }
  const given = name.slice(surname.length);
  const likely = [...given].filter(isGiven).length;
  if (isTitle(given) || given.includes("某") || isCommonWord(name)) return null;
  const labelled = LABEL_BEFORE.test(before) && !/^[\u4e00-\u9fff]/.test(behind);
  if (labelled && !isWord(surname) && name.length > 2) {
    return { name, surname, certain: true, score: CERTAIN };
  }
  if (likely < given.length && isCommonWord(name.slice(0, 2))) return null;

  const cued = { before: MET_BEFORE.test(before), behind: MET_BEHIND.test(behind) };
  const inOffice = { before: OFFICE_BEFORE.test(before), behind: OFFICE_BEHIND.test(behind) };
  const met = cued.before || cued.behind || MET_EARLIER.test(before);
  const office = inOffice.before || inOffice.behind;
  const fit = words.fit(at, end, surname.length, {
    before: cued.before || inOffice.before || PREPOSITION.test(before),
    behind: cued.behind || inOffice.behind,
  });
  // Parents choose any character: then the words beside it must leave hardly another reading.
  const isHonoured = HONORIFIC.test(behind);
  const isTold = cued.before && (cued.behind || (name.length > 2 && fit >= TILED));
  if (likely === 0 && !isTold && !isHonoured) return null;
  let score = [0, 0.5, 2][likely === given.length ? 2 : likely]!;
  if (surname.length === 2) score += 2;
  if (given.length === 1) score -= 0.5;
  if (isWord(surname)) score -= 1.5;
  if (name.endsWith("家")) score -= 1;
  score += fit;
  if (PLACE_BEHIND.test(behind)) score -= 4;
  if (met) score += 3;
  if (isHonoured || (cued.before && cued.behind && fit >= TILED)) score += 1;
  if (office) score += 2;
  const enough = met || office ? ENOUGH_WITH_CUE : ENOUGH;
  return score >= enough ? { name, surname, certain: met && score >= CERTAIN, score } : null;
}
const ENOUGH = 3.5;
const ENOUGH_WITH_CUE = 3.5;
const CERTAIN = 4.5;

/** The segmenter's words by where they stand. */
class Words implements Fit {
  readonly #words: { start: number; end: number; tag: string; word: string }[] = [];
  /** By place in the text: which of them stands there. */
  readonly #at: number[] = [];

  constructor(tagged: readonly TaggedWord[]) {
    let start = 0;
    for (const [index, { word, tag }] of tagged.entries()) {
      for (let at = 0; at < word.length; at++) this.#at.push(index);
      this.#words.push({ start, end: start + word.length, tag, word });
      start += word.length;
    }
  }

  /**
   * How well a name fits between the words. `cued`: what is written before or behind says that it
   * begins or ends here, whatever the segmenter made of it.
   */
  fit(start: number, end: number, surname: number, cued: { before: boolean; behind: boolean }) {
    const inside = this.#words.slice(this.#at[start], this.#at[end - 1]! + 1);
    const first = inside[0]!;
    const last = inside.at(-1)!;
    let score = 0;
    if (first.start < start) score -= straddling(first.tag, cued.before);
    if (last.end > end) score -= straddling(last.tag, cued.behind);
    if (inside.length === 1 && first.start === start && first.end === end) {
      if (NAME.test(first.tag)) return score + BEST_FIT;
      if (first.tag === "x") return score + TILED;
      if (end - start === 2 || !/^n/.test(first.tag)) return score - 4;
      return score - (cued.before || cued.behind ? 0.5 : 2);
    }
    const tiled = first.start === start && last.end === end;
    if (tiled && inside.every(({ word, tag }) => word.length > 1 || !FUNCTION.test(tag)))
      score += TILED;
    // Words of a dictionary inside that are not the given name as a whole speak against it.
    for (const { start: from, end: to, tag, word } of inside) {
      if (from < start || to > end || word.length < 2 || NAME.test(tag) || tag === "x") continue;
      const isGivenName = from === start + surname && to === end;
      if (!isGivenName) score -= 2;
      else if (!/^[naszt]/.test(tag)) score -= 2;
    }
    return score;
  }
}

/** What a word costs that begins before the name or ends behind it; one of no dictionary may be cut wrongly. */
function straddling(tag: string, cued: boolean): number {
  const unknown = NAME.test(tag) || tag === "x";
  if (cued) return unknown ? 0 : 1;
  return unknown ? 1.5 : 3;
}
/** Words that join others, count or ask. */
const FUNCTION = /^[cdfmpquyr]/;
const NAME = /^nr/;

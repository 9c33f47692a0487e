/** How well a name fits between the words that a segmenter makes of a text. */
import { givenness, isSurname, isWord } from "./surnames.ts";
import type { Tagger } from "./tagger.ts";

export interface Fit {
  /** The higher the better; what is `cued` begins or ends there, whatever the segmenter made of it. */
  fit(start: number, end: number, surname: number, cued: Sides): number;
  /** Whether what is beside it begins or ends something: a verb, a preposition, no text at all. */
  parted(start: number, end: number): Sides;
  /** Whether the segmenter, too, takes what begins there for a name. */
  isName(start: number, surname: number): boolean;
}
export interface Sides {
  before: boolean;
  behind: boolean;
  /** Somebody is spoken of, by the words beside it. */
  told?: boolean;
}
export const BEST_FIT = 2;
/** The name is a word, or some whole words. */
export const TILED = 1;
interface Segment {
  start: number;
  end: number;
  tag: string;
  word: string;
}

/** The segmenter's words by where they stand. */
export class Segmented implements Fit {
  readonly #words: Segment[] = [];
  /** By place in the text: which of them stands there. */
  readonly #at: number[] = [];

  readonly #text: string;
  readonly #tagger: Tagger;

  constructor(text: string, tagger: Tagger) {
    this.#text = text;
    this.#tagger = tagger;
    let start = 0;
    for (const [index, { word, tag }] of tagger(text).entries()) {
      for (let at = 0; at < word.length; at++) this.#at.push(index);
      this.#words.push({ start, end: start + word.length, tag, word });
      start += word.length;
    }
  }

  parted(start: number, end: number): Sides {
    const before = this.#words[this.#at[start - 1] ?? -1];
    const behind = this.#words[this.#at[end] ?? -1];
    return {
      before: !before || (before.end === start && PARTS_BEFORE.test(before.tag)),
      behind: !behind || (behind.start === end && PARTS_BEHIND.test(behind.tag)),
    };
  }

  isName(start: number, surname: number): boolean {
    const word = this.#words[this.#at[start]!]!;
    if (word.start !== start) return false;
    const next = this.#words[this.#at[start]! + 1];
    if (word.end === start + surname) return [word, next].some((one) => NAME.test(one?.tag ?? ""));
    return NAME.test(word.tag) || word.tag === "x";
  }

  fit(start: number, end: number, surname: number, cued: Sides): number {
    const inside = this.#words.slice(this.#at[start], this.#at[end - 1]! + 1);
    const first = inside[0]!;
    const last = inside.at(-1)!;
    let score = 0;
    if (first.start < start) score -= straddling(first.tag, cued.before);
    if (last.end > end) score -= straddling(last.tag, cued.behind);
    const here = score + this.#within(inside, start, end, surname, cued);
    if (!cued.before || !cued.behind || end - start === this.#text.length) return here;
    // What is beside it says where it begins and ends: asked again, without the rest.
    const alone = new Segmented(this.#text.slice(start, end), this.#tagger);
    return Math.max(here, score + alone.fit(0, end - start, surname, cued));
  }

  #within(
    inside: readonly Segment[],
    start: number,
    end: number,
    surname: number,
    cued: Sides,
  ): number {
    const first = inside[0]!;
    const last = inside.at(-1)!;
    const tiled = first.start === start && last.end === end;
    if (tiled && inside.length === 1) {
      if (NAME.test(first.tag)) return end - start > 2 ? BEST_FIT : TILED;
      if (first.tag === "x") return TILED;
      if (end - start === 2 || !/^n/.test(first.tag)) return -4;
      return cued.told ? -0.5 : -3;
    }
    let score = tiled && inside.every(mayBePart) ? TILED : 0;
    // Words of a dictionary inside that are not the given name as a whole speak against it.
    for (const { start: from, end: to, tag, word } of inside) {
      if (from < start || to > end || word.length < 2 || NAME.test(tag) || tag === "x") continue;
      const isGivenName = from === start + surname && to === end;
      score -= isGivenName ? againstGiven(first, tag, cued) : againstOther(word, cued);
    }
    return score;
  }
}

/** 才 and 元 are of names as well, 和 and 由 of sentences. */
const mayBePart = ({ word, tag }: Segment) =>
  word.length > 1 || !FUNCTION.test(tag) || (!/^[cpr]/.test(tag) && givenness(word) === 1);

/** What it costs that the given name is a word of a dictionary: 王跃进 is still a name, 和群众 none. */
function againstGiven(first: Segment, tag: string, cued: Sides): number {
  const couldBe = /^[naszt]/.test(tag);
  if (NAME.test(first.tag)) return couldBe ? 0 : cued.behind ? 0.5 : 2;
  const isParted = cued.before && cued.behind;
  if (isWord(first.word)) return first.tag === "c" ? 3 : cued.told ? 1 : isParted ? 1.5 : 2.5;
  return couldBe ? 0 : isParted ? 1 : 2;
}

/** And that another part of it is one: 王家 of 王家琼, 唐国 of 唐国荣. */
function againstOther(word: string, cued: Sides): number {
  if (word.endsWith("家")) return 0;
  return isSurname(word[0]!) && cued.before && cued.behind ? 1 : 2;
}

/** What a word costs that begins before the name or ends behind it; one of no dictionary may be cut wrongly. */
function straddling(tag: string, cued: boolean): number {
  const unknown = NAME.test(tag) || tag === "x";
  if (cued) return unknown ? 0 : 1;
  return unknown ? 1.5 : 3;
}
/** Verbs, prepositions, conjunctions, signs. */
const PARTS_BEFORE = /^(?:[vpcx]|uj)/;
const PARTS_BEHIND = /^(?:[vpcdxtil]|u[jl])/;
/** Words that join others, count or ask. */
const FUNCTION = /^[cdfmpquyr]/;
const NAME = /^nr/;

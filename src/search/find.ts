/** Looks for words in the texts of all pages, from one character on, anywhere in a word. */
import MiniSearch from "minisearch";
import { otherWords } from "./other-words.ts";
import type { SearchIndex } from "./packed.ts";

export interface Hit {
  /** From the site's root, to the place on the page where it stands first. */
  href: string;
  title: string;
  /** What stands there, in turns: text, what was looked for, text … */
  excerpt: readonly string[];
}

export interface SearchResult {
  hits: readonly Hit[];
  /** The words that pages say: what was asked for, or another word for it. */
  said: readonly string[];
  /** SearchResult by the letters of titles. */
  isTyped: boolean;
}

interface Doc {
  id: number;
  title: string;
  text: string;
}

/** Characters before what was found, and in all, that an excerpt shows. */
const BEFORE = 16;
const LENGTH = 80;
/** A page is added at a time, so that typing is never held up. */
const AT_ONCE = 10;

/** Written alike: full-width and small letters, whatever the page and the reader chose. */
const alike = (text: string) => text.normalize("NFKC").toLowerCase();

/** Each character with the one behind it: whatever part of a word is asked for begins some of them. */
function pairs(text: string): string[] {
  return (alike(text).match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((run) => {
    const characters = [...run];
    return characters.map((character, i) => character + (characters[i + 1] ?? ""));
  });
}

/** What is asked for, without the last character of a word, which stands for all that begins so. */
function asked(text: string): string[] {
  return (alike(text).match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((run) => {
    const characters = [...run];
    if (characters.length === 1) return characters;
    return characters.slice(1).map((character, i) => characters[i]! + character);
  });
}

export class Finder {
  readonly #index: SearchIndex;
  readonly #texts: readonly string[];
  readonly #search = new MiniSearch<Doc>({
    fields: ["title", "text"],
    tokenize: pairs,
    processTerm: (term) => term,
  });

  private constructor(index: SearchIndex) {
    this.#index = index;
    this.#texts = index.texts.map(alike);
  }

  static async of(index: SearchIndex): Promise<Finder> {
    const finder = new Finder(index);
    const docs = index.pages.map(([, title, ...places], id) => ({
      id,
      title,
      text: places.flatMap(([, ...texts]) => texts.map((n) => index.texts[n])).join("\n"),
    }));
    await finder.#search.addAllAsync(docs, { chunkSize: AT_ONCE });
    return finder;
  }

  /**
   * The pages that say every word asked for, the one that is about it first; then those that say it
   * in another word; then, of Latin letters, those whose title is typed so.
   */
  look(words: string): SearchResult {
    const hits = new Map<string, Hit>();
    const said: string[] = [];
    for (const one of [words, ...otherWords(words)]) {
      const own = this.#said(one);
      if (own.length > 0) said.push(one);
      for (const hit of own) {
        const page = hit.href.replace(/#.*$/, "");
        if (!hits.has(page)) hits.set(page, hit);
      }
    }
    const typed = hits.size === 0 ? this.#typed(words) : [];
    return { hits: [...hits.values(), ...typed], said, isTyped: typed.length > 0 };
  }

  find(words: string): readonly Hit[] {
    return this.look(words).hits;
  }

  #typed(words: string): Hit[] {
    const letters = alike(words).trim();
    if (!/^[a-z]{2,}$/.test(letters)) return [];
    return this.#index.pages.flatMap(([address, title, first], id) => {
      const fits = this.#index.initials[id]?.includes(letters) || address.includes(letters);
      const text = first?.[2] === undefined ? "" : this.#index.texts[first[2]]!;
      return fits ? [{ href: address, title, excerpt: excerptOf(text, []) }] : [];
    });
  }

  #said(words: string): Hit[] {
    const wanted = alike(words).split(/\s+/).filter(Boolean);
    if (asked(words).length === 0) return [];
    return this.#search
      .search(words, {
        tokenize: asked,
        combineWith: "AND",
        prefix: true,
        boost: { title: 4 },
      })
      .flatMap(({ id }) => this.#hit(id, wanted) ?? []);
  }

  /** Null where a page only has the word's characters, in other words. */
  #hit(id: number, wanted: readonly string[]): Hit | null {
    const [address, title, ...places] = this.#index.pages[id]!;
    const all = places.flatMap(([id, ...texts]) => texts.map((n) => ({ id, n })));
    const where = wanted.map((word) => all.find(({ n }) => this.#texts[n]!.includes(word)));
    if (where.includes(undefined)) return null;
    // The heading is shown anyway: another place says more.
    const best =
      all.find(
        ({ n }) =>
          this.#index.texts[n] !== title && wanted.every((word) => this.#texts[n]!.includes(word)),
      ) ?? where[0]!;
    return {
      href: best.id ? `${address}#${best.id}` : address,
      title,
      excerpt: excerptOf(this.#index.texts[best.n]!, wanted),
    };
  }
}

/** The text around the first of the words, parted at all of them. */
export function excerptOf(text: string, wanted: readonly string[]): string[] {
  // The places of words are found in the text as it is written, if it is as long as its likeness.
  const like = alike(text).length === text.length ? alike(text) : text;
  const first = Math.min(...wanted.map((word) => like.indexOf(word)).filter((at) => at >= 0));
  const from = Number.isFinite(first) && first > BEFORE ? startOf(text, first - BEFORE) : 0;
  const to = from + LENGTH >= text.length ? text.length : startOf(text, from + LENGTH);
  const parts: string[] = [];
  let at = from;
  while (at < to) {
    const next = wanted
      .map((word) => ({ start: like.indexOf(word, at), length: word.length }))
      .filter(({ start }) => start >= 0 && start < to)
      .sort((a, b) => a.start - b.start || b.length - a.length)[0];
    if (!next) break;
    parts.push(text.slice(at, next.start), text.slice(next.start, next.start + next.length));
    at = next.start + next.length;
  }
  parts.push(text.slice(Math.min(at, to), to));
  if (from > 0) parts[0] = `……${parts[0]}`;
  if (to < text.length) parts[parts.length - 1] += "……";
  return parts;
}

/** Never within a character of two units. */
function startOf(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text[at] ?? "") ? at - 1 : at;
}

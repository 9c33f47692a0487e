/** Cell → word of a vocabulary, the dataset's own and the bureau's. */
import type { Column } from "../../datasets/define.ts";
import { nearest } from "../text/nearest.ts";
import { tidy, wordKey } from "../text/tidy.ts";
import { type Parsed, remembered } from "./parsed.ts";

/** The bureau's own words by vocabulary name: writing (its wordKey) → word. */
export type Vocabularies = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** A vocabulary of words that have no other writing. */
export function wordsOnly(words: readonly string[]): ReadonlyMap<string, string> {
  return new Map(words.map((word) => [wordKey(word), word]));
}

const WORDS_LISTED = 12;

/** The reader of one word column. */
export function lexicon(
  column: Column,
  vocabularies: Vocabularies,
): (raw: string) => Parsed<string> {
  const words = new Map<string, string>();
  for (const word of column.words ?? []) words.set(wordKey(word), word);
  for (const [alias, word] of Object.entries(column.synonyms ?? {})) {
    words.set(wordKey(alias), word);
  }
  const bureauWords = column.vocabulary ? vocabularies.get(column.vocabulary) : undefined;
  for (const [alias, word] of bureauWords ?? []) words.set(alias, word);
  return remembered<string>((raw) => {
    const word = words.get(wordKey(raw));
    if (word !== undefined) return { ok: true, value: word };
    // A bureau that has listed no words of its own may write any.
    if (words.size === 0) return { ok: true, value: withoutGaps(raw) };
    return unknownWord(tidy(raw), column, words);
  });
}

/** 燃 气 is 燃气: spaces between Chinese characters are for looks. */
function withoutGaps(text: string): string {
  return tidy(text).replace(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g, "");
}

function unknownWord(
  word: string,
  column: Column,
  words: ReadonlyMap<string, string>,
): Parsed<never> {
  const allowed = [...new Set(words.values())];
  const near = words.get(nearest(wordKey(word), [...words.keys()]) ?? "");
  const listed = allowed.slice(0, WORDS_LISTED).join("、");
  const more = allowed.length > WORDS_LISTED ? "等" : "";
  return {
    ok: false,
    code: "word",
    why: `这个词不在“${column.label}”的词表里`,
    fix: [
      near ? `是不是“${near}”？` : "",
      `可用的词：${listed}${more}`,
      column.vocabulary && !column.given
        ? `；确实是新词，就加进 vocabularies.yaml 的“${column.vocabulary}”`
        : "",
    ].join(""),
  };
}

/** Cell → word of a vocabulary, the dataset's own and the bureau's. */
import type { Column } from "../../datasets/define.ts";
import { listText } from "../../text/format.ts";
import { LETTERS_LOST } from "../problems/letters-lost.ts";
import { isOfMakers } from "../text/footnotes.ts";
import { isLostInChinese } from "../text/garbled.ts";
import { meantBy } from "../text/nearest.ts";
import { summaryOf } from "../text/summary-words.ts";
import { tidy, wordForm, wordKey } from "../text/tidy.ts";
import { ways } from "./kind-ways.ts";
import { failed, type Parsed, remembered } from "./parsed.ts";

/** The bureau's own words by vocabulary name: writing (its wordKey) → word. */
export type Vocabularies = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** A vocabulary of words that have no other writing. */
export function wordsOnly(words: readonly string[]): ReadonlyMap<string, string> {
  return new Map(words.map((word) => [wordKey(word), word]));
}

const WORDS_LISTED = 12;

/** The words of a column by their writings; none where the bureau has listed none and may write any. */
export function wordsOf(column: Column, vocabularies: Vocabularies): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const word of column.words ?? []) words.set(wordKey(word), word);
  for (const [alias, word] of Object.entries(column.synonyms ?? {})) {
    words.set(wordKey(alias), word);
  }
  const bureauWords = column.vocabulary ? vocabularies.get(column.vocabulary) : undefined;
  for (const [alias, word] of bureauWords ?? []) words.set(alias, word);
  return words;
}

/** The reader of one word column. */
export function lexicon(
  column: Column,
  vocabularies: Vocabularies,
): (raw: string) => Parsed<string> {
  const words = wordsOf(column, vocabularies);
  return remembered<string>((raw) => {
    const word = words.get(wordKey(raw));
    if (word !== undefined) return { ok: true, value: word };
    // What no page shows, as 用于指标, is compared as it is written.
    if (words.size === 0 && column.private) return { ok: true, value: tidy(raw) };
    if (summaryOf(raw) || OF_THE_TABLE.test(wordKey(raw)) || isOfMakers(raw)) return NO_CATEGORY;
    if (words.size === 0 && !/[\p{L}\p{N}]/u.test(raw)) return NO_WORD;
    if (words.size === 0) {
      const says = isLostInChinese(raw) ? { says: LETTERS_LOST } : {};
      return { ok: true, value: wordForm(raw), ...says };
    }
    if (WHOLE.test(wordKey(raw))) return NO_CATEGORY;
    return unknownWord(tidy(raw), column, words);
  });
}

const NO_CATEGORY = failed(
  "word",
  "合计、小计、其中、平均之类说的是别的行，不是一类",
  "汇总的行删掉，网站自己会算；不是汇总就改成它的类别",
);

/** Where words are listed it is none to be added; where they are not, a bureau may have such a kind. */
const WHOLE = /^全[县市区州省局镇乡街]$/;
const NO_WORD = failed("word", "只有符号，不是一类", "写上是哪一类；没有的空着");

/** A sign for a sum, what is left, a year: never what a matter is. */
const OF_THE_TABLE = /^(?:[∑σς计]|剩余(?:数量?|件数)?|(?:19|20)\d\d年?度?)$/;

function unknownWord(
  word: string,
  column: Column,
  words: ReadonlyMap<string, string>,
): Parsed<never> {
  const instead = column.notHere?.[wordKey(word)];
  if (instead) return failed("word", `这不是${column.label}的一种`, instead);
  const allowed = [...firstOf(words.values(), WORDS_LISTED + 1)];
  const several = severalIn(wordKey(word), words);
  if (several.length > 1) {
    const named = listText(several.map((one) => `“${one}”`));
    return failed(
      "word",
      `这一格写着${named}，“${column.label}”一格只写一个词`,
      "核对后只留一个；是几件事的，一件写一行",
    );
  }
  const alike = words.get(meantBy(wordKey(word), [...words.keys()]) ?? "");
  const longer = alike ? [] : longerThan(wordKey(word), words);
  const near = alike ?? (longer.length === 1 ? longer[0] : undefined);
  const listed = allowed.slice(0, WORDS_LISTED).join("、");
  const more = allowed.length > WORDS_LISTED ? "等" : "";
  const kinds = column.kinds ? `，写成${listText(ways(word, column), "或")}` : "";
  return {
    ok: false,
    code: "word",
    ...(near ? { instead: near } : {}),
    why: `这个词不在“${column.label}”的词表里`,
    fix: [
      near ? `是不是“${near}”？` : "",
      longer.length > 1
        ? `写全，是${listText(
            longer.map((one) => `“${one}”`),
            "还是",
          )}？`
        : "",
      `可用的词：${listed}${more}`,
      column.vocabulary && !column.given
        ? `；确实是新词，就加进 vocabularies.yaml 的“${column.vocabulary}”${kinds}`
        : column.given
          ? ""
          : "；这一列的词是固定的，不能另加",
    ].join(""),
  };
}

/** The words that begin as a shorter one does: 没收 is 没收违法所得 or 没收非法财物. */
function longerThan(text: string, words: ReadonlyMap<string, string>): string[] {
  if (text.length < 2) return [];
  const found: string[] = [];
  for (const word of words.values()) {
    if (word.startsWith(text) && !found.includes(word)) found.push(word);
    if (found.length > MOST_LONGER) return [];
  }
  return found;
}
const MOST_LONGER = 4;

/** The words that stand apart in a text: 东街道/西街道. Of very many it takes too long to look for each. */
function severalIn(text: string, words: ReadonlyMap<string, string>): string[] {
  if (words.size > MOST_LOOKED_FOR || !/[/／、,，;；+＋&\s和与及或]/.test(text)) return [];
  const parts = text.split(/[/／、,，;；+＋&\s和与及或]/).map((part) => words.get(part));
  return [...new Set(parts.filter((word) => word !== undefined))];
}
const MOST_LOOKED_FOR = 5000;

/** The first different words; of sixty thousand, the others are not looked at. */
function firstOf(words: Iterable<string>, most: number): ReadonlySet<string> {
  const first = new Set<string>();
  for (const word of words) {
    first.add(word);
    if (first.size === most) break;
  }
  return first;
}

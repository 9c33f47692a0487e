/**
 * What is the same for all rows of an export: its system keeps nothing else, or a title says so. In a
 * list of 12345热线, 电话 and 微信 under 诉求渠道 are ways into the hotline, and no channels of the bureau.
 */
import { type Vocabularies, wordsOf } from "../ingest/cells/lexicon.ts";
import type { RawRow } from "../ingest/rows/piece.ts";
import { isBlank, meant, wordKey } from "../ingest/text/tidy.ts";
import type { Answers } from "./answers.ts";
import { wordIn } from "./profile.ts";
import type { Recognised } from "./recognise.ts";
import { type Left, type Taken, wordsFor } from "./taken-heads.ts";

export interface SaidOfAll {
  rows: readonly RawRow[];
  /** What stands above the head, and the sheet's name. */
  titles: readonly string[];
  vocabularies: Vocabularies;
  /** The bureau's words by column. */
  words: Answers["words"];
}

export function withSameForAll(recognised: Recognised, said: SaidOfAll): Recognised {
  const { system, certain } = recognised;
  const isTaken = (key: string) => recognised.taken.some((one) => one.key === key);
  // Of a system that nobody knows a column says more than what such systems usually are.
  const constants = Object.entries(system.constants ?? {});
  const always = constants.filter(([key]) => certain || !isTaken(key));
  const usual = { ...system.usually, ...titled(recognised, said.titles) };
  const unsaid = Object.entries(usual).filter(([key]) => !isTaken(key));
  const taken: Taken[] = [];
  const left: Left[] = [...recognised.left];
  for (const one of recognised.taken) {
    const way = usual[one.key];
    const only = system.of.ways?.[one.key] && onlyWays(one, recognised, said, way);
    if (only && way) taken.push({ ...one, way });
    // How it came in is no answer to where: what all rows are is asked once.
    else if (only) left.push({ head: one.head, why: "unused", maybe: [] });
    else taken.push(one);
  }
  return { ...recognised, taken, left, fixed: Object.fromEntries([...unsaid, ...always]) };
}

/** The one word that titles say of a column. */
function titled({ system }: Recognised, titles: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(system.of.titled ?? {}).flatMap(([key, words]) => {
      const said = new Set(titles.flatMap((title) => wordIn(words, title) ?? []));
      return said.size === 1 ? [[key, [...said][0]!] as const] : [];
    }),
  );
}

/** Whether all that a column says is how matters came in, and some of it is no word of the column. */
function onlyWays(
  { index, key, column }: Taken,
  { system }: Recognised,
  { rows, vocabularies, words }: SaidOfAll,
  usual: string | undefined,
): boolean {
  const texts = rows
    .map(({ cells }) => meant(cells[index] ?? "").replace(/^其它/, "其他"))
    .filter((text) => text !== "" && !isBlank(text));
  const ways = system.of.ways![key]!;
  const listed = wordsOf(column, vocabularies);
  const exported = wordsFor(system, key);
  const read = (text: string) =>
    words.get(key)?.get(wordKey(text)) ?? listed.get(wordKey(text)) ?? wordIn(exported, text);
  const isWay = (text: string) => ways.test(wordKey(text)) || (usual && read(text) === usual);
  if (texts.length === 0 || !texts.every(isWay)) return false;
  return texts.some((text) => read(text) === undefined);
}

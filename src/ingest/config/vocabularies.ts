/** vocabularies.yaml: the bureau's own words, and other writings of them. */
import type { Column } from "../../datasets/define.ts";
import { datasets } from "../../datasets/index.ts";
import type { OwnKinds } from "../../datasets/kinds.ts";
import { type Vocabularies, wordsOnly } from "../cells/lexicon.ts";
import type { Problems } from "../problems/problems.ts";
import { nearest } from "../text/nearest.ts";
import { tidy, wordKey } from "../text/tidy.ts";
import { sayPersonalInYaml } from "./personal-yaml.ts";
import { ADDRESS, entryOf, kindIn } from "./word-entry.ts";
import { isRecord, readYaml } from "./yaml.ts";

const VOCABULARY_FILE = "vocabularies.yaml";
const VOCABULARY_FORM =
  "写成“词表名:”，下面每行“  词: [别的写法, 别的写法]”，没有别的写法就写“  词:”";
const WORD_COLUMNS = datasets
  .flatMap((dataset) => Object.values<Column>(dataset.columns))
  .filter((column) => !column.given);
const VOCABULARY_NAMES = [...new Set(WORD_COLUMNS.flatMap((column) => column.vocabulary ?? []))];

/** The lists whose words have a page each (src/tickets). */
const HAVE_PAGES = ["街道", "投诉类别"];

/** Two lists of another kind: what looks like a person's name and is none, and who is named for the office held. */
export const NO_NAMES = "不是人名";
export const IN_OFFICE = "因职务公开";

function columnsOf(vocabulary: string): Column[] {
  return WORD_COLUMNS.filter((column) => column.vocabulary === vocabulary);
}

/** What vocabularies.yaml says: vocabulary → writing → word, and what the bureau's own words are. */
export interface OwnWords {
  vocabularies: Vocabularies;
  kinds: OwnKinds;
  addresses: Addresses;
}

/** What a word is and was called in the addresses of its pages. */
export interface WordAddress {
  /** 编号, where the bureau gives one. */
  own?: string;
  /** Its other writings: what it was called before may be one of them. */
  writings: readonly string[];
}

/** Of the words that have pages: vocabulary → word. */
export type Addresses = ReadonlyMap<string, ReadonlyMap<string, WordAddress>>;

export const NO_ADDRESSES: Addresses = new Map();

export function readVocabularies(source: string, problems: Problems): OwnWords {
  const vocabularies = new Map<string, ReadonlyMap<string, string>>();
  const kinds = new Map<string, ReadonlyMap<string, string>>();
  const addresses = new Map<string, ReadonlyMap<string, WordAddress>>();
  const yaml = readYaml(source, VOCABULARY_FILE, problems);
  const wrong = (path: readonly (string | number)[], why: string, fix = VOCABULARY_FORM) =>
    problems.add({
      code: "yaml-field",
      file: VOCABULARY_FILE,
      cell: `第${yaml?.lineOf(path) ?? 1}行`,
      column: path.join(" › "),
      why,
      fix,
    });
  if (yaml) sayPersonalInYaml(source, yaml, VOCABULARY_FILE, problems);
  const all = yaml?.value ?? {};
  if (!isRecord(all)) {
    wrong([], "整个文件应当是一张张词表");
    return { vocabularies, kinds, addresses };
  }
  for (const [name, words] of Object.entries(all)) {
    if (name === NO_NAMES || name === IN_OFFICE) {
      const names = listIn(words);
      if (names) vocabularies.set(name, wordsOnly(names));
      else wrong([name], "下面应当是一个个名字", `写成“${name}: [江南春, 高新区]”`);
      continue;
    }
    const users = columnsOf(name);
    if (users.length === 0) {
      const near = nearest(name, VOCABULARY_NAMES);
      const isFixed = WORD_COLUMNS.some(({ label, words }) => words && label === name);
      wrong(
        [name],
        isFixed
          ? `“${name}”一列的词是固定的，不能另加；这里写的不起作用`
          : "没有一列用这张词表，里面的词不起作用",
        isFixed
          ? "删掉它，表里改用固定的词，数据字典里列着"
          : near
            ? `是不是“${near}”？`
            : `可用的词表：${VOCABULARY_NAMES.join("、")}`,
      );
    }
    const fixed = new Map(
      users.flatMap((column) => (column.words ?? []).map((word) => [wordKey(word), word])),
    );
    const writings = new Map<string, string>();
    vocabularies.set(name, writings);
    const kindOfWord = new Map<string, string>();
    kinds.set(name, kindOfWord);
    const hasPages = HAVE_PAGES.includes(name);
    const addressOfWord = new Map<string, WordAddress>();
    const takers = new Map<string, string>();
    if (hasPages) addresses.set(name, addressOfWord);
    const kinded = users.find((column) => column.kinds);
    const entries = isRecord(words)
      ? Object.entries(words)
      : listIn(words)?.map((word) => [word, ""] as const);
    if (!entries) {
      wrong([name], "词表下面应当是一个个词");
      continue;
    }
    for (const [word, said] of entries) {
      const entry = entryOf(word, said, kinded);
      if ("why" in entry) {
        wrong([name, word], entry.why, entry.fix ?? VOCABULARY_FORM);
        continue;
      }
      const kind = kindIn(word, entry, name, kinded);
      if (typeof kind === "object") wrong([name, word], kind.why, kind.fix);
      else if (kind !== undefined) kindOfWord.set(tidy(word), kind);
      const { address: own, writings: others } = entry;
      const taker = own && takers.get(own);
      if (own !== undefined && !hasPages)
        wrong([name, word], `“${name}”里的词没有自己的网页，不用编号`, `删掉“${ADDRESS}”`);
      else if (taker)
        wrong(
          [name, word],
          `编号“${own}”已经是“${taker}”的`,
          "两个词的编号要不同，它们是各自网页的网址",
        );
      else {
        addressOfWord.set(tidy(word), { ...(own && { own }), writings: others.map(tidy) });
        if (own) takers.set(own, tidy(word));
      }
      for (const alias of [word, ...entry.writings]) {
        const key = wordKey(alias);
        const other = writings.get(key) ?? fixed.get(key);
        if (other !== undefined && other !== word) {
          wrong([name, word], `“${alias}”既是“${other}”又是“${word}”，不知道算哪一个`);
        }
        writings.set(key, tidy(word));
      }
    }
  }
  return { vocabularies, kinds, addresses };
}

/** `[甲, 乙]`, or a word a line as in a vocabulary; null when it is neither. */
function listIn(words: unknown): string[] | null {
  if (words === "" || words === null) return [];
  if (isRecord(words)) return Object.keys(words);
  if (!Array.isArray(words)) return null;
  return words.every((word) => typeof word === "string") ? words : null;
}

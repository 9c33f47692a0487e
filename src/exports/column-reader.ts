/** A column of an export → a reader of its cells: what each says in the words of the dataset, or why nobody can tell. */
import { type CellReader, cellReader } from "../ingest/cells/cell.ts";
import { type Vocabularies, wordsOf } from "../ingest/cells/lexicon.ts";
import type { Parsed } from "../ingest/cells/parsed.ts";
import { reversedIn } from "../ingest/problems/letters-lost.ts";
import { isReversed } from "../ingest/text/garbled.ts";
import { meantBy } from "../ingest/text/nearest.ts";
import { personalData } from "../ingest/text/privacy.ts";
import { isBlank, meant, numberForm, wordKey } from "../ingest/text/tidy.ts";
import type { Value } from "../values/value.ts";
import type { Answers } from "./answers.ts";
import { BESIDE, dayIn, dayOfMoment, isCutShort, onlyDay, SPAN } from "./cell-days.ts";
import { type Read, sameWord, severalWords } from "./cell-words.ts";
import { wordIn } from "./profile.ts";
import type { Recognised } from "./recognise.ts";
import { plainName } from "./row-names.ts";
import { type Taken, wordsFor } from "./taken-heads.ts";

/** How many different texts of a column are kept in mind; ids and texts are not worth it. */
export const REMEMBERED = 20_000;

export interface ExportReading {
  recognised: Recognised;
  vocabularies: Vocabularies;
  answers: Answers;
  /** Makes a name for a matter that tells nothing of its number. */
  nameId: (id: string) => string;
  /** Of days without one. */
  year?: number | undefined;
}

export function columnReader(
  taken: Taken,
  { recognised, vocabularies, answers, nameId, year }: ExportReading,
): (raw: string) => Read {
  const { key, column, scale } = taken;
  if (column.type === "id") {
    const readNumber = cellReader(column, 0, vocabularies);
    return (raw) => {
      // The one column in which no cell is like another.
      const name = plainName(raw, nameId);
      if (name !== undefined) return { text: name, how: "same" };
      if (saysNothing(raw)) return NOTHING;
      const text = meant(raw);
      const number = readNumber(text);
      if (!number.ok) return { why: number.why, fix: number.fix };
      if (number.value === null) return NOTHING;
      return { text: nameId(numberForm(text)), how: "same" };
    };
  }
  const answersOf = answers.words.get(key) ?? new Map<string, string>();
  const isAbout = column.type === "quantity" && /[(（]约[)）]/.test(taken.head);
  const isWord = column.type === "word" || column.type === "words";
  const listed = isWord ? wordsOf(column, vocabularies) : new Map<string, string>();
  const exported = wordsFor(recognised.system, key);
  const parse = cellReader(column, scale, vocabularies);
  const begins = recognised.system.of.dataset.dated?.by[0] === key;
  const otherwise = recognised.system.otherwise?.[key];
  const ways = recognised.system.of.ways?.[key];
  const bare = recognised.system.of.bare?.[key];
  const marks = recognised.system.of.marks?.[key];
  const marked = marks?.head.test(taken.head) ? marks.words : [];
  const isBeside = BESIDE.test(taken.head);
  const dayText = (text: string) =>
    dayOfMoment(text) ?? (isBeside ? onlyDay(text) : dayIn(text, year, begins));
  const one = (raw: string): Read => {
    // Before the mark is tidied away that tells it.
    if (isReversed(raw)) return reversedIn("这一格");
    const whole = isWord ? meant(raw).replace(/^其它/, "其他") : meant(raw);
    const written = bare ? bare(whole, taken.isOfPaths) : whole;
    if (taken.amountIn) {
      const amount = taken.amountIn(written);
      if (amount === "") return NOTHING;
      const own = amount === undefined ? null : parsedWords(parse, amount);
      const read = own?.inWords ? parse(own.inWords) : own;
      if (read?.ok) return { text: textOf(read.value, amount!, 1), how: "same" };
      return { why: "看不出是多少钱", fix: "导出时加上金额一列" };
    }
    // 参加人数（约） says of every number that it is about so many.
    const text = isAbout && /^\d+$/.test(written) ? `约${written}` : written;
    const answered = answersOf.get(wordKey(text));
    if (taken.way && answered === undefined && ways?.test(wordKey(text))) {
      return { text: taken.way, how: "replaced" };
    }
    const replaced =
      answered ?? (isWord && !listed.has(wordKey(text)) ? wordIn(exported, text) : undefined);
    if (replaced !== undefined) return { text: replaced, how: "replaced" };
    const own = parsedWords(parse, text);
    if (own.inWords) return { text: own.inWords, how: "replaced" };
    const day = own.ok || column.type !== "date" ? own : parse(dayText(text));
    const parsed = day.ok ? day : own;
    if (!parsed.ok) {
      // 5个工作日 is how long, and not until when.
      if (column.ahead && SPAN.test(text)) return { text: "", how: "replaced" };
      if (column.type === "date" && isCutShort(text)) {
        const [month, day] = text.split(".");
        const why = `看不出是${month}月${day}日还是${month}月${day}0日，Excel 把两样都存成 ${text}`;
        return { why, fix: `写成“${month}月${day}日”这样` };
      }
      if (otherwise && /\p{L}/u.test(text)) return { text: otherwise, how: "replaced" };
      const proposal =
        wordIn(marked, text) ?? listed.get(meantBy(wordKey(text), [...listed.keys()]) ?? "");
      // Where the site counts by kinds of words, the bureau's own word is most likely one of them.
      const isOwn = column.vocabulary && !column.kinds && !/^[a-z\d]{1,4}$/i.test(text);
      const isFixed = isWord && !isOwn;
      return { why: parsed.why, fix: parsed.fix, isFixed, ...(proposal ? { proposal } : {}) };
    }
    if (column.type === "text" && personalData(text)) {
      return { why: "里面有个人信息", fix: "没有写入；不用改", isPersonal: true };
    }
    if (column.type === "text") {
      if (saysOnlyNumber(text)) return NOTHING;
      return { text: text.replace(DOCUMENT, "（文号略）"), how: "same" };
    }
    const read = textOf(parsed.value, text, scale);
    // 个人 is 自然人 in every office: the site's own table may say it, and it is said all the same.
    return { text: read, how: isWord && wordKey(read) !== wordKey(text) ? "replaced" : "same" };
  };
  const read =
    column.type === "words"
      ? severalWords(one, exported)
      : column.type === "word"
        ? sameWord(one, recognised.system.of.wider?.[key])
        : one;
  return column.type === "date" && !isBeside ? rememberedDays(read) : remembered(read);
}

/** 五百余 is 500余 and nothing else: it is read so, and said; what the tables do not take is asked. */
function parsedWords(parse: CellReader, text: string): Parsed<Value> & { inWords?: string } {
  const parsed = parse(text);
  if (parsed.ok || parsed.code !== "number" || parsed.instead === undefined) return parsed;
  return parse(parsed.instead).ok ? { ...parsed, inWords: parsed.instead } : parsed;
}

/** 虚执罚〔2023〕9号: the number of a decision leads to whom it is about. */
export const DOCUMENT =
  /\p{Script=Han}{0,10}[〔[［(（【]\s*(?:19|20)\d{2}\s*[〕\]］)）】]\s*\S{0,8}?\d+(?:[-—]\d+)?\s*号/gu;

/** What a cell that says nothing is read as. */
export const NOTHING: Read = { text: "", how: "same" };

/** A reader that knows what it has read before, as long as texts come again. */
function remembered(read: (raw: string) => Read): (raw: string) => Read {
  const seen = new Map<string, Read>();
  return (raw) => {
    let found = seen.get(raw);
    if (!found) {
      found = saysNothing(raw) ? NOTHING : read(raw);
      if (seen.size < REMEMBERED) seen.set(raw, found);
    }
    return found;
  };
}

/** Of days with a time of day, which hardly ever come again: read once a day. */
function rememberedDays(read: (raw: string) => Read): (raw: string) => Read {
  const days = remembered(read);
  return (raw) => days(WITH_TIME.test(raw) ? raw.slice(0, DAY) : raw);
}
const WITH_TIME = /^(?:19|20)\d\d-\d\d-\d\d[ T](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/;
const DAY = "2024-03-05".length;

/** The number of a decision, and not what it decides. */
export function saysOnlyNumber(raw: string): boolean {
  return saysNothing(raw) || !/[\p{L}\d]/u.test(meant(raw).replace(DOCUMENT, ""));
}

export function saysNothing(raw: string): boolean {
  return raw === "" || isBlank(raw) || isNoValue(raw);
}

/** #N/A and the like: Excel found no value. */
export function isNoValue(raw: string): boolean {
  return raw.includes("#") && /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/i.test(raw.trim());
}

/** A value as it stands in a clean file: days and amounts in one form, the rest as it was written. */
function textOf(value: Value, text: string, scale: number): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.join("、");
  if (typeof value === "object" && "value" in value) {
    if (value.suppressed) return "<5";
    if (scale === 0 && value.qualifier !== "exact") return text;
    // 约2 under 罚款金额（万元） is 约20000, and not 20000.
    return (
      { exact: "", about: "约", at_least: "" }[value.qualifier] +
      value.value +
      (value.qualifier === "at_least" ? "余" : "")
    );
  }
  return text;
}

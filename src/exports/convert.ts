/** A row of an export → the cells of a clean row, and its year. */
import { type CellReader, cellReader } from "../ingest/cells/cell.ts";
import { type Vocabularies, wordsOf } from "../ingest/cells/lexicon.ts";
import type { Parsed } from "../ingest/cells/parsed.ts";
import { cellName } from "../ingest/problems/problems.ts";
import type { RawRow } from "../ingest/rows/piece.ts";
import { meantBy } from "../ingest/text/nearest.ts";
import { personalData } from "../ingest/text/privacy.ts";
import { isBlank, meant, numberForm, wordKey } from "../ingest/text/tidy.ts";
import type { Value } from "../values/value.ts";
import type { Answers } from "./answers.ts";
import { BESIDE, dayIn, dayOfMoment, isCutShort, onlyDay, SPAN } from "./cell-days.ts";
import { type Read, sameWord, severalWords, type Unread } from "./cell-words.ts";
import { headKey } from "./heads.ts";
import { wordIn } from "./profile.ts";
import type { Recognised } from "./recognise.ts";
import { HeadPlaces } from "./row-says.ts";
import { type Taken, wordsFor } from "./taken-heads.ts";
import { WORD_LENGTH } from "./told-by-values.ts";

/** A clean row; keys are the dataset's columns. */
export type CleanRow = Record<string, string>;

/** What became of the different texts of a column. */
export interface ColumnWords {
  label: string;
  /** 回复完成 → 已办结, and in how many rows. */
  replaced: Map<string, { word: string; rows: number }>;
  /** What could not be read, why, and where first. */
  unknown: Map<string, Unread & { rows: number; cell: string }>;
  /** Rows with prose under a head that may stand over it: its text is nobody's to see. */
  prose: number;
}

/** How many different texts of a column are kept in mind; ids and texts are not worth it. */
const REMEMBERED = 20_000;

/** A column of the export that is taken, made ready. */
interface ColumnReader {
  taken: Taken;
  /** Where more of the same stands. */
  joined: number[];
  /** Where a row's day, or what it was about, may stand instead. */
  otherwise: readonly number[];
  isSilent: (raw: string) => boolean;
  read: (raw: string) => Read;
}

/** Whether somebody has answered for all that is personal in a cell of the export. */
export type MayStay = (text: string, cell: string) => boolean;

export class Converter {
  readonly recognised: Recognised;
  readonly words = new Map<string, ColumnWords>();
  /** Rows with an amount of two columns, of which nothing tells what of it is which. */
  unparted = 0;
  /** By the head of a column of numbers: rows whose cell is merged with the one above, and the first. */
  readonly shared = new Map<string, { rows: number; cell: string }>();
  /** By head: cells in which Excel found no value (#N/A), and the first of them. */
  readonly noValues = new Map<string, { rows: number; cell: string; text: string }>();
  readonly #readers: readonly ColumnReader[];
  readonly #fixed: CleanRow;
  /** Columns that a head may be which nobody has said: nobody has read them. */
  readonly #asked: ReadonlySet<string>;
  readonly #heads: HeadPlaces;
  readonly #nameId: (id: string) => string;
  readonly #mayStay: MayStay;

  /** `nameId` makes a name for a matter that tells nothing of its number; `year` is that of days without one. */
  constructor(
    recognised: Recognised,
    vocabularies: Vocabularies,
    answers: Answers,
    nameId: (id: string) => string,
    year?: number,
    mayStay: MayStay = () => false,
  ) {
    this.recognised = recognised;
    this.#heads = new HeadPlaces(recognised.places);
    this.#mayStay = mayStay;
    this.#nameId = nameId;
    const { system, taken, left } = recognised;
    const maybe = new Set(left.flatMap((one) => one.maybe));
    this.#asked = new Set(
      Object.entries(system.of.dataset.columns).flatMap(([key, { label }]) =>
        maybe.has(label) ? [key] : [],
      ),
    );
    this.#fixed = { ...recognised.fixed, ...answers.whole };
    this.#readers = taken
      .filter(({ key }) => !(key in this.#fixed))
      .map((one) => ({
        taken: one,
        joined: (system.joins?.[one.key] ?? []).flatMap(
          (head) => recognised.places.get(headKey(head)) ?? [],
        ),
        // A matter that was refused was never 受理.
        otherwise:
          one.column.type === "text" ||
          system.of.dataset.dated?.by.includes(one.key) ||
          // Where it was put off, until then; else until the first day.
          /^延期/.test(one.head)
            ? one.otherwise
            : [],
        isSilent: one.column.type === "text" ? saysOnlyNumber : saysNothing,
        read: this.#reader(one, vocabularies, answers, year),
      }));
  }

  /** Whether the export, or an answer for the whole of it, says a column. */
  says(key: string): boolean {
    return key in this.#fixed || this.#readers.some(({ taken }) => taken.key === key);
  }

  /** The columns that the clean rows have. */
  get keys(): string[] {
    const { system } = this.recognised;
    const has = new Set([
      ...Object.keys(this.#fixed),
      ...this.#readers.flatMap(({ taken }) => taken.either?.columns ?? taken.key),
      ...(system.of.derives ?? []),
      // A required column is there, and says nothing.
      ...Object.entries(system.of.dataset.columns).flatMap(([key, { required }]) =>
        required ? [key] : [],
      ),
    ]);
    return Object.keys(system.of.dataset.columns).filter((key) => has.has(key));
  }

  /**
   * The cells of a row that are its own: a word or a day of merged cells is meant for each row, of a
   * number nobody can tell, and in each of them it would be counted several times over.
   */
  own({ cells, row, continued }: RawRow): readonly string[] {
    if (!continued) return cells;
    const own = [...cells];
    for (const { index, head, column } of this.recognised.taken) {
      if (!continued.has(index) || (column.type !== "quantity" && column.type !== "money"))
        continue;
      if (!/[1-9]/.test(own[index]!)) continue;
      own[index] = "";
      const first = { rows: 0, cell: cellName(index, row) };
      const shared = this.shared.get(head) ?? first;
      shared.rows++;
      this.shared.set(head, shared);
    }
    return own;
  }

  convert(cells: readonly string[], cellAt: (index: number) => string): CleanRow {
    const row: CleanRow = { ...this.#fixed };
    let unread: Set<string> | undefined;
    for (const { taken, joined, otherwise, isSilent, read } of this.#readers) {
      const own = said(cells, taken.index, otherwise, isSilent);
      const raw =
        joined.length === 0
          ? own
          : [own, ...joined.map((at) => cells[at])].filter(Boolean).join("；");
      const found = read(raw);
      if (found === NOTHING) {
        if (raw !== "" && isNoValue(raw)) this.#sayNoValue(taken, raw, cellAt);
        if (taken.way) row[taken.key] = taken.way;
        continue;
      }
      if ("text" in found && found.how === "same") {
        const key = taken.either ? taken.either.of(row) : taken.key;
        if (key && found.text !== "") row[key] = found.text;
        else if (/[1-9]/.test(found.text)) this.unparted++;
        continue;
      }
      if ("isPersonal" in found && this.#mayStay(raw, cellAt(taken.index))) {
        row[taken.key] = meant(raw).replace(DOCUMENT, "（文号略）");
        continue;
      }
      const words = this.#wordsOf(taken);
      if ("text" in found) {
        if (found.text !== "") row[taken.key] = found.text;
        const text = meant(raw);
        const replaced = words.replaced.get(text) ?? { word: found.text, rows: 0 };
        replaced.rows++;
        words.replaced.set(text, replaced);
        continue;
      }
      unread ??= new Set();
      unread.add(taken.key);
      const text = meant(raw);
      if (taken.mayBeProse && text.length > WORD_LENGTH) {
        words.prose++;
        continue;
      }
      const unknown = words.unknown.get(text) ?? { ...found, rows: 0, cell: cellAt(taken.index) };
      unknown.rows++;
      if (words.unknown.size < REMEMBERED) words.unknown.set(text, unknown);
    }
    const { system } = this.recognised;
    const isUnread = (key: string) => this.#asked.has(key) || (unread?.has(key) ?? false);
    const says = this.#heads.saysOf(cells, isUnread);
    system.of.derive?.(row, says);
    system.derive?.(row, says);
    return row;
  }

  #sayNoValue({ head, index }: Taken, raw: string, cellAt: (index: number) => string): void {
    const first = { rows: 0, cell: cellAt(index), text: raw.trim() };
    const said = this.noValues.get(head) ?? first;
    said.rows++;
    this.noValues.set(head, said);
  }

  /** The year that the number of a row's matter says. */
  numberedYear(cells: readonly string[]): number | undefined {
    return this.recognised.system.of.numbered?.year(this.#heads.saysOf(cells));
  }

  /** Whether a row is none of the dataset's. */
  isOther(cells: readonly string[]): boolean {
    const { of } = this.recognised.system;
    return of.isOther?.(this.#heads.saysOf(cells)) ?? false;
  }

  #wordsOf({ key, column }: Taken): ColumnWords {
    let words = this.words.get(key);
    if (!words) {
      words = { label: column.label, replaced: new Map(), unknown: new Map(), prose: 0 };
      this.words.set(key, words);
    }
    return words;
  }

  #reader(
    taken: Taken,
    vocabularies: Vocabularies,
    answers: Answers,
    year: number | undefined,
  ): (raw: string) => Read {
    const { key, column, scale } = taken;
    if (column.type === "id") {
      const readNumber = cellReader(column, 0, vocabularies);
      return (raw) => {
        if (saysNothing(raw)) return NOTHING;
        const text = meant(raw);
        const number = readNumber(text);
        if (!number.ok) return { why: number.why, fix: number.fix };
        return { text: this.#nameId(numberForm(text)), how: "same" };
      };
    }
    const answersOf = answers.words.get(key) ?? new Map<string, string>();
    const isAbout = column.type === "quantity" && /[(（]约[)）]/.test(taken.head);
    const isWord = column.type === "word" || column.type === "words";
    const listed = isWord ? wordsOf(column, vocabularies) : new Map<string, string>();
    const exported = wordsFor(this.recognised.system, key);
    const parse = cellReader(column, scale, vocabularies);
    const begins = this.recognised.system.of.dataset.dated?.by[0] === key;
    const otherwise = this.recognised.system.otherwise?.[key];
    const ways = this.recognised.system.of.ways?.[key];
    const bare = this.recognised.system.of.bare?.[key];
    const isBeside = BESIDE.test(taken.head);
    const dayText = (text: string) =>
      dayOfMoment(text) ?? (isBeside ? onlyDay(text) : dayIn(text, year, begins));
    const one = (raw: string): Read => {
      const whole = isWord ? meant(raw).replace(/^其它/, "其他") : meant(raw);
      const written = bare ? bare(whole) : whole;
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
        const proposal = listed.get(meantBy(wordKey(text), [...listed.keys()]) ?? "");
        const isFixed = isWord && (!column.vocabulary || /^[a-z\d]{1,4}$/i.test(text));
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
          ? sameWord(one, this.recognised.system.of.wider?.[key])
          : one;
    return column.type === "date" && !isBeside ? rememberedDays(read) : remembered(read);
  }
}

/** 五百余 is 500余 and nothing else: it is read so, and said; what the tables do not take is asked. */
function parsedWords(parse: CellReader, text: string): Parsed<Value> & { inWords?: string } {
  const parsed = parse(text);
  if (parsed.ok || parsed.code !== "number" || parsed.instead === undefined) return parsed;
  return parse(parsed.instead).ok ? { ...parsed, inWords: parsed.instead } : parsed;
}

/** 虚执罚〔2023〕9号: the number of a decision leads to whom it is about. */
const DOCUMENT =
  /\p{Script=Han}{0,10}[〔[［(（【]\s*(?:19|20)\d{2}\s*[〕\]］)）】]\s*\S{0,8}?\d+(?:[-—]\d+)?\s*号/gu;

/** What a cell that says nothing is read as. */
const NOTHING: Read = { text: "", how: "same" };

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

/** What a row says in a column, or else where the same may stand. */
function said(
  cells: readonly string[],
  index: number,
  otherwise: readonly number[],
  isSilent: (raw: string) => boolean,
): string {
  const own = cells[index] ?? "";
  if (otherwise.length === 0 || !isSilent(own)) return own;
  return otherwise.map((at) => cells[at] ?? "").find((cell) => !isSilent(cell)) ?? "";
}

/** The number of a decision, and not what it decides. */
function saysOnlyNumber(raw: string): boolean {
  return saysNothing(raw) || !/[\p{L}\d]/u.test(meant(raw).replace(DOCUMENT, ""));
}

function saysNothing(raw: string): boolean {
  return raw === "" || isBlank(raw) || isNoValue(raw);
}

/** #N/A and the like: Excel found no value. */
function isNoValue(raw: string): boolean {
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

/** The year that a row belongs to: the latest of the days that tell a dataset's. Undefined without any. */
export function yearOf({ recognised }: Converter, row: CleanRow): number | undefined {
  let last = "";
  for (const key of recognised.system.of.dataset.dated?.by ?? []) {
    const day = row[key];
    if (day !== undefined && day > last) last = day;
  }
  return last === "" ? undefined : Number(last.slice(0, 4));
}

/** A row of an export → the cells of a clean row, and its year. */
import type { Vocabularies } from "../ingest/cells/lexicon.ts";
import { cellName } from "../ingest/problems/problems.ts";
import type { Piece, RawRow } from "../ingest/rows/piece.ts";
import { meant } from "../ingest/text/tidy.ts";
import { sumOf } from "./amount-parts.ts";
import type { Answers } from "./answers.ts";
import type { Read, Unread } from "./cell-words.ts";
import {
  columnReader,
  DOCUMENT,
  isNoValue,
  NOTHING,
  REMEMBERED,
  saysNothing,
  saysOnlyNumber,
} from "./column-reader.ts";
import { headKey } from "./heads.ts";
import { nameIn } from "./named-aside.ts";
import type { CleanRow } from "./profile.ts";
import type { Recognised } from "./recognise.ts";
import { HeadPlaces } from "./row-says.ts";
import type { Taken } from "./taken-heads.ts";
import { WORD_LENGTH } from "./told-by-values.ts";

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

/** A column of the export that is taken, made ready. */
interface ColumnReader {
  taken: Taken;
  /** Where more of the same stands. */
  joined: number[];
  /** Where a row's day, or what it was about, may stand instead. */
  otherwise: readonly number[];
  /** Whether its own cell is all that it says. */
  isAlone: boolean;
  isSilent: (raw: string) => boolean;
  read: (raw: string) => Read;
  /** The same of a cell in a usual row of a piece: each text of it is read once. */
  readAt: (piece: Piece, row: number, raw: string) => Read;
  /** Readers of the other parts of an amount. */
  parts: readonly { index: number; read: (raw: string) => Read }[];
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
    const { system, taken, left } = recognised;
    const maybe = new Set(left.flatMap((one) => one.maybe));
    this.#asked = new Set(
      Object.entries(system.of.dataset.columns).flatMap(([key, { label }]) =>
        maybe.has(label) ? [key] : [],
      ),
    );
    this.#fixed = { ...recognised.fixed, ...answers.whole };
    const reading = { recognised, vocabularies, answers, nameId, year };
    this.#readers = taken
      .filter(({ key }) => !(key in this.#fixed))
      .map((one) => {
        const joined = (system.joins?.[one.key] ?? []).flatMap(
          (head) => recognised.places.get(headKey(head)) ?? [],
        );
        // A matter that was refused was never 受理.
        const mayStandElsewhere =
          one.column.type === "text" ||
          system.of.dataset.dated?.by.includes(one.key) ||
          // Where it was put off, until then; else until the first day.
          /^延期/.test(one.head);
        const otherwise = mayStandElsewhere ? one.otherwise : [];
        const read = columnReader(one, reading);
        const parts = (one.parts ?? []).map(({ index, scale }) => ({
          index,
          read: columnReader({ ...one, scale }, reading),
        }));
        return {
          ...{ taken: one, joined, otherwise, read, parts },
          isAlone: joined.length + otherwise.length + parts.length === 0,
          isSilent: one.column.type === "text" ? saysOnlyNumber : saysNothing,
          readAt: byPiece(one, read),
        };
      });
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
      ...Object.entries(system.of.derivesUnder ?? {}).flatMap(([key, form]) =>
        [...this.recognised.places.keys()].some((head) => form.test(head)) ? [key] : [],
      ),
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
    const amounts = this.recognised.taken.flatMap((one) => [
      one,
      ...(one.parts ?? []).map((part) => ({ ...one, ...part })),
    ]);
    for (const { index, head, column } of amounts) {
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

  /** `at` is the row's number in its file; `piece` the one of which its cells are texts, if they are. */
  convert(cells: readonly string[], at: number, piece?: Piece): CleanRow {
    const row: CleanRow = { ...this.#fixed };
    let unread: Set<string> | undefined;
    const usual = piece?.odd.has(at - piece.firstRow) ? undefined : piece;
    for (const reader of this.#readers) {
      const { taken } = reader;
      const raw = reader.isAlone ? (cells[taken.index] ?? "") : saidBy(reader, cells);
      const found =
        reader.isAlone && usual ? reader.readAt(usual, at, raw) : readTogether(reader, cells, raw);
      if (found === NOTHING) {
        if (raw !== "" && isNoValue(raw)) this.#sayNoValue(taken, raw, at);
        if (taken.way) row[taken.key] = taken.way;
        continue;
      }
      if ("text" in found && found.how === "same") {
        const key = taken.either ? taken.either.of(row) : taken.key;
        if (key && found.text !== "") row[key] = found.text;
        else if (/[1-9]/.test(found.text)) this.unparted++;
        continue;
      }
      if ("isPersonal" in found && this.#mayStay(raw, cellName(taken.index, at))) {
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
      const unknown = words.unknown.get(text) ?? {
        ...found,
        rows: 0,
        cell: cellName(taken.index, at),
      };
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

  #sayNoValue({ head, index }: Taken, raw: string, at: number): void {
    const first = { rows: 0, cell: cellName(index, at), text: raw.trim() };
    const said = this.noValues.get(head) ?? first;
    said.rows++;
    this.noValues.set(head, said);
  }

  /** The year that the number of a row's matter says, or a day beside those of its columns. */
  numberedYear(cells: readonly string[]): number | undefined {
    const { numbered, yearUnder } = this.recognised.system.of;
    const says = this.#heads.saysOf(cells);
    const [year] = (yearUnder ? says.under(yearUnder) : []).flatMap(
      (text) => /^((?:19|20)\d\d)(?:\D|\d{4})/.exec(text)?.[1] ?? [],
    );
    return numbered?.year(says) ?? (year === undefined ? undefined : Number(year));
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
}

/** A reader of the cells of a piece, where most say what one near them says. */
function byPiece({ index, column }: Taken, read: (raw: string) => Read): ColumnReader["readAt"] {
  const isNumber = column.type === "id";
  let known: Piece | null = null;
  let found: Read[] = [];
  return (piece, row, raw) => {
    const number = piece.numbers[index * piece.length + (row - piece.firstRow)]!;
    const name = isNumber ? nameIn(piece, index, number) : undefined;
    if (name !== undefined) return { text: name, how: "same" };
    if (piece !== known) [known, found] = [piece, []];
    found[number] ??= read(raw);
    return found[number];
  };
}

/** What a row says in a column, the parts of an amount together. */
function readTogether({ read, parts }: ColumnReader, cells: readonly string[], raw: string): Read {
  if (parts.length === 0) return read(raw);
  return sumOf([read(raw), ...parts.map((part) => part.read(cells[part.index] ?? ""))]);
}

/** What a row says in a column, and where else more of the same stands. */
function saidBy({ taken, joined, otherwise, isSilent }: ColumnReader, cells: readonly string[]) {
  const own = said(cells, taken.index, otherwise, isSilent);
  if (joined.length === 0) return own;
  return [own, ...joined.map((at) => cells[at])].filter(Boolean).join("；");
}

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

/** The year that a row belongs to: the latest of the days that tell a dataset's. Undefined without any. */
export function yearOf({ recognised }: Converter, row: CleanRow): number | undefined {
  let last = "";
  for (const key of recognised.system.of.dataset.dated?.by ?? []) {
    const day = row[key];
    if (day !== undefined && day > last) last = day;
  }
  return last === "" ? undefined : Number(last.slice(0, 4));
}

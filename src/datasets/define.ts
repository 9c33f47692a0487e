/** What a dataset is: one CSV a year, its columns, and what may leave the build. */

import type { RowValues, Value } from "../values/value.ts";
import { type Dialect, sqlTexts } from "./sql.ts";

export type ColumnType =
  | "text"
  | "word"
  | "words"
  | "date"
  /** The time from one day to another, as 2023-01-01/2023-11-30. */
  | "period"
  | "quantity"
  | "money"
  | "id";

export interface Column {
  /** The header as staff export it. */
  label: string;
  /** Other headers that mean the same. */
  aliases?: readonly string[];
  type: ColumnType;
  /** The words allowed; `vocabulary` adds the bureau's own from vocabularies.yaml. */
  words?: readonly string[];
  vocabulary?: string;
  /** The words by what they are, where metrics ask for it: see kinds.ts. */
  kinds?: Readonly<Record<string, readonly string[]>>;
  /** The vocabulary is the program's own, handed to ingest: vocabularies.yaml adds nothing to it. */
  given?: true;
  /** Other writings of a word, where every office knows they mean the same. */
  synonyms?: Readonly<Record<string, string>>;
  /** What is no word of it, however often it is written there: what to do instead. */
  notHere?: Readonly<Record<string, string>>;
  /** The column must be there. */
  required?: true;
  /** Its cells must not be blank. */
  filled?: true;
  /** May hold fractions; other quantities are counts. */
  fraction?: true;
  /** Measure words that may stand behind its numbers; a number with another is in the wrong column. */
  units?: readonly string[];
  /** The column that says the unit of its numbers. */
  unitIn?: string;
  /** What is counted has no fraction: the units, said by that column, of which there are no parts. */
  wholeIn?: readonly string[];
  /** Stays inside the build: numbers of cases and tickets, names, texts. */
  private?: true;
  /** The day of the matter itself, which every row has: one without it is worth a word. */
  expected?: true;
  /** A month, as 2023-01. */
  month?: true;
  /** Its days may leave the build; other dates leave as months. */
  daily?: true;
  /** A day until which something lasts: it may lie many years ahead. */
  lasting?: true;
  /** A blank in a measure is none of it, and nothing missing, in a row that is said to have none. */
  none?: NoneIn;
  /** While another column says one of these words a blank is no answer yet, and nothing missing. */
  notYetWhile?: readonly [column: string, words: readonly string[]];
  /** A day by which something shall be done: it is known before it has come. */
  ahead?: true;
  /** Of several rows of one matter the first of these words that one says holds: a suit is heard twice. */
  once?: readonly string[];
  /** What it means, for the dictionary. */
  note?: string;
}

/** Which blank cells of a measure are none of it (see none.ts). */
export interface NoneIn {
  /** The column of several words that tells, and its words with which there is some of the measure. */
  unless: readonly [column: string, words: readonly string[]];
  /** Words of another column with which there is none, where the first one is blank. */
  ended: readonly [column: string, words: readonly string[]];
}

/**
 * A column computed from others of the same row. A file may also bring it ready-made, in place of
 * the columns it comes from: that is what a GROUP BY over a billion rows does (npm run cube).
 */
export interface Derived extends Column {
  from: readonly string[];
  /** Those that are enough to tell it, where others only say it by another way; all, where it is not said. */
  tells?: readonly string[];
  /** `asOf` is the day up to which the year's data go: what is still open is judged as of it. */
  value: (values: RowValues, asOf: string) => Value;
  sql: (dialect: Dialect, asOf: string) => string;
  /** The day whose deadline in working days the SQL reads as `deadline` (see sqlFrom). */
  deadline?: { of: string; workdays: number };
  /**
   * Columns of which a blank cell says that something has not been done. Where no row of a file
   * fills one, the file says nothing of it: such a column counts as one that the file does not have.
   */
  blankSays?: readonly string[];
  /** Days of which only matters whether there are any: it stands where they break an order, too. */
  onlyWhether?: readonly string[];
}

/** Which rows of a dataset are about people. */
export interface People {
  column: string;
  words: readonly string[];
  /** Rows that may appear in totals only for another reason: column → words. */
  totalsOnly?: Readonly<Record<string, readonly string[]>>;
}

/** Two date columns of which the first is never after the second. */
export type Order<K extends string = string> = readonly [earlier: K, later: K];

/** Which days tell the year of a row. */
export interface Dated<K extends string = string> {
  /** The first of them that is filled tells it; none of them lies after the folder's year. */
  by: readonly K[];
  /** A row may have begun in an earlier year, and go on in the folder's. */
  carriedOver?: true;
  /** Days of what counts in the year in which it was done, whatever year the row is reported in. */
  ofTheYear?: readonly K[];
}

/** What a column says once a day has come, and what it says until then. */
export interface Afterwards<K extends string = string> {
  day: K;
  column: K;
  /** The word that the day brings; any where none is named. */
  word?: string;
  /** What stands there until then; null for nothing. */
  until: string | null;
  /** Words that are said only until then: a row that has both contradicts itself, and is in no share of what was in time. */
  before?: readonly string[];
}

/** A brand: no dataset has it, and it keeps the keys of columns in the type, so that a misspelt one does not compile. */
declare const KEYS: unique symbol;

export interface Dataset<K extends string = string> {
  id: string;
  label: string;
  /** Unit of one counted row. */
  unit: string;
  description: string;
  columns: Readonly<Record<string, Column>>;
  derived?: Readonly<Record<string, Derived>>;
  /** Columns that together name a row; checked where all are filled. */
  key?: readonly string[];
  /** A number of one matter too, and columns that may tell apart the rows that have it: of those one must be filled. */
  numbers?: readonly string[];
  /** A row that breaks one is an error, and has no derived column that comes from both days. */
  orders?: readonly Order[];
  /** Orders that a row may break and be right; mostly it is a slip. */
  usualOrders?: readonly Order[];
  dated?: Dated;
  /** What is not yet so while the day that brings it has not come (see as-of.ts). */
  afterwards?: readonly Afterwards[];
  /**
   * Its rows are about people: all of them, or those with these words. Numbers of 1 to 4
   * by two columns never leave the build, and rows only where at least five are alike (src/protect).
   */
  people?: true | People;
  /**
   * The column whose words are counted apart and never added, as tickets and messages are: a
   * condition on it says what is counted, and nothing of it.
   */
  countedApart?: string;
  /**
   * Rows that no number is of but their own, by a column and its words, as tickets that went back: to
   * rule them out says what is counted, too. They are not released.
   */
  leftOut?: Readonly<Record<string, readonly string[]>>;
  /**
   * The column whose words are never added, though all are counted in the unit of the dataset: suits
   * and reconsiderations.
   */
  listedApart?: string;
  /** Columns that say the same of a matter, beside those worked out of one another. */
  sameAttribute?: readonly (readonly string[])[];
  /**
   * Columns that visitors may filter by, the most important first. Rows about people show only
   * these, and the last ones first give way.
   */
  explore?: readonly string[];
  /** Whether an absent file is worth a word: lists such as 核对说明 may simply not exist. */
  optional?: true;
  readonly [KEYS]?: K;
}

/**
 * A dataset with the keys of its columns and derived columns kept in its type. Its derived columns
 * are empty in rows that break an order of the days they come from, or say that a day they come
 * from has not come: no such row is on time, or in a median. Throws where a dataset about people has no `explore`: lists without it are shown whole.
 */
export function defineDataset<C extends string, D extends string = never>(
  dataset: Omit<
    Dataset,
    | "columns"
    | "derived"
    | "key"
    | "numbers"
    | "orders"
    | "usualOrders"
    | "dated"
    | "afterwards"
    | "explore"
    | typeof KEYS
  > & {
    columns: Readonly<Record<C, Column>>;
    derived?: Readonly<Record<D, Derived>>;
    key?: readonly NoInfer<C>[];
    numbers?: readonly NoInfer<C>[];
    orders?: readonly Order<NoInfer<C>>[];
    usualOrders?: readonly Order<NoInfer<C>>[];
    dated?: Dated<NoInfer<C>>;
    afterwards?: readonly Afterwards<NoInfer<C>>[];
    explore?: readonly NoInfer<C | D>[];
  },
): Omit<Dataset<C | D>, "columns"> & { columns: Readonly<Record<C, Column>> } {
  const { id, people, explore, derived, orders = [], afterwards = [] } = dataset;
  if (people && !explore) throw new Error(`${id} is about people and must say what to explore`);
  if (!derived) return dataset;
  const sound = Object.entries<Derived>(derived).map(([key, one]) => [
    key,
    inAgreement(inOrder(one, orders), afterwards),
  ]);
  return { ...dataset, derived: Object.fromEntries(sound) };
}

/** A derived column that is empty where the days it comes from cannot be. */
function inOrder(derived: Derived, orders: readonly Order[]): Derived {
  const { from, onlyWhether = [], value, sql } = derived;
  const read = from.filter((key) => !onlyWhether.includes(key));
  const own = orders.filter((order) => order.every((key) => read.includes(key)));
  if (own.length === 0) return derived;
  const broken = own.map(([earlier, later]) => `${later} < ${earlier}`).join(" OR ");
  return {
    ...derived,
    value: (values, asOf) =>
      own.some((order) => breaks(values, order)) ? null : value(values, asOf),
    sql: (dialect, asOf) => `CASE WHEN ${broken} THEN NULL ELSE ${sql(dialect, asOf)} END`,
  };
}

function breaks(values: RowValues, [earlier, later]: Order): boolean {
  const [from, to] = [dayOf(values, earlier), dayOf(values, later)];
  return from !== null && to !== null && to < from;
}

/** A derived column that is empty where a row has a day, and a word that is said only until it comes. */
function inAgreement(derived: Derived, afterwards: readonly Afterwards[]): Derived {
  const { from, value, sql } = derived;
  const own = afterwards.filter(
    ({ day, column, before }) => before && from.includes(day) && from.includes(column),
  );
  if (own.length === 0) return derived;
  const contradicts = (values: RowValues, asOf: string) =>
    own.some(({ day, column, before }) => {
      const come = dayOf(values, day);
      return come !== null && come <= asOf && before!.some((word) => word === values[column]);
    });
  const contradictsSql = (asOf: string) =>
    own.map(
      ({ day, column, before }) => `(${day} <= '${asOf}' AND ${column} IN ${sqlTexts(before!)})`,
    );
  return {
    ...derived,
    value: (values, asOf) => (contradicts(values, asOf) ? null : value(values, asOf)),
    sql: (dialect, asOf) =>
      `CASE WHEN ${contradictsSql(asOf).join(" OR ")} THEN NULL ELSE ${sql(dialect, asOf)} END`,
  };
}

/** The working-day deadline that one of these columns is judged by, if any is. */
export function deadlineOf(dataset: Dataset, keys: readonly string[]): Derived["deadline"] {
  return keys.map((key) => dataset.derived?.[key]?.deadline).find(Boolean);
}

/** What the SQL of these columns reads from: a table of the rows, with the deadlines of their days. */
export function sqlFrom(dataset: Dataset, keys: readonly string[], table = dataset.id): string {
  const deadline = deadlineOf(dataset, keys);
  return deadline
    ? `${table} LEFT JOIN workday_deadlines ON workday_deadlines.day = ${deadline.of}`
    : table;
}

/** The day in a date column, if there is one. */
export function dayOf(values: RowValues, column: string): string | null {
  const value = values[column];
  return typeof value === "string" ? value : null;
}

/** What a dataset is: one CSV a year, its columns, and what may leave the build. */

import { COUNTED } from "../text/measure-words.ts";
import { exact } from "../values/quantity.ts";
import type { RowValues, Value } from "../values/value.ts";
import { daysBetween, WEEKDAYS, weekdayOf } from "./days.ts";
import { type Dialect, sqlCase, sqlDays, sqlMonth, sqlWeekday } from "./sql.ts";

export type ColumnType = "text" | "word" | "words" | "date" | "quantity" | "money" | "id";

export interface Column {
  /** The header as staff export it. */
  label: string;
  /** Other headers that mean the same. */
  aliases?: readonly string[];
  type: ColumnType;
  /** The words allowed; `vocabulary` adds the bureau's own from vocabularies.yaml. */
  words?: readonly string[];
  vocabulary?: string;
  /** The vocabulary is the program's own, handed to ingest: vocabularies.yaml adds nothing to it. */
  given?: true;
  /** Other writings of a word, where every office knows they mean the same. */
  synonyms?: Readonly<Record<string, string>>;
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
  /** Stays inside the build: numbers of cases and tickets, names, texts. */
  private?: true;
  /** Its days may leave the build; other dates leave as months. */
  daily?: true;
  /** What it means, for the dictionary. */
  note?: string;
}

/**
 * A column computed from others of the same row. A file may also bring it ready-made, in place of
 * the columns it comes from: that is what a GROUP BY over a billion rows does (npm run cube).
 */
export interface Derived extends Column {
  from: readonly string[];
  /** `year` is the data folder's: what is still open is judged as of its last day. */
  value: (values: RowValues, year: number) => Value;
  sql: (dialect: Dialect, year: number) => string;
  /** The day whose deadline in working days the SQL reads as `deadline` (see sqlFrom). */
  deadline?: { of: string; workdays: number };
}

/** Which rows of a dataset are about people. */
export interface People {
  column: string;
  words: readonly string[];
  /** Rows that may appear in totals only for another reason: column → words. */
  totalsOnly?: Readonly<Record<string, readonly string[]>>;
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
  /**
   * Its rows are about people: all of them, or those with these words. Their small numbers never
   * leave the build, and their rows only where at least five are alike (src/protect).
   */
  people?: true | People;
  /**
   * Columns that visitors may filter by, the most important first. Rows about people show only
   * these, and the last ones first give way.
   */
  explore?: readonly string[];
  /** Whether an absent file is worth a word: lists such as 核对说明 may simply not exist. */
  optional?: true;
  readonly [KEYS]?: K;
}

/** A dataset with the keys of its columns and derived columns kept in its type. */
export function defineDataset<C extends string, D extends string = never>(
  dataset: Omit<Dataset, "columns" | "derived" | "key" | "explore" | typeof KEYS> & {
    columns: Readonly<Record<C, Column>>;
    derived?: Readonly<Record<D, Derived>>;
    key?: readonly NoInfer<C>[];
    explore?: readonly NoInfer<C | D>[];
  },
): Omit<Dataset<C | D>, "columns"> & { columns: Readonly<Record<C, Column>> } {
  return dataset;
}

/**
 * 件数: how many matters the row stands for. Without the column a row is one; an empty cell in it
 * is unknown. So one file may hold an export row by row, a monthly total or a GROUP BY.
 */
export const COUNT = {
  label: "件数",
  aliases: ["数量", "合计件数", "count"],
  type: "quantity",
  units: COUNTED,
  note: "本行代表多少件；没有这一列时每行算一件，有这一列而不填为未公布。可写“30余”",
} as const satisfies Column;

/** Where the year's report states the row's number, e.g. 一（三）1（2）. */
export const SECTION = {
  label: "报告章节",
  aliases: ["章节", "报告位置", "section"],
  type: "text",
  note: "年度报告中写有这个数字的章节",
} as const satisfies Column;

/**
 * What a row is counted for, where one matter stands in several rows: a GROUP BY that keeps for each
 * metric only the columns it needs (npm run cube -- --compact). Without it a row is for all metrics.
 */
export const FOR_METRICS = {
  label: "用于指标",
  type: "words",
  private: true,
  note: "只由 npm run cube -- --compact 写出：这一行只给这些编号的指标用；自己导出的表没有这一列",
} as const satisfies Column;

export const STREET = {
  label: "街道",
  aliases: ["所属街道", "乡镇街道", "镇街"],
  type: "word",
  vocabulary: "街道",
} as const satisfies Column;

/** A derived month (2023-01) of a date column. */
export function monthOf(column: string, label: string): Derived {
  return {
    label,
    type: "text",
    from: [column],
    value: (values) => dayOf(values, column)?.slice(0, 7) ?? null,
    sql: (dialect) => sqlMonth(dialect, column),
  };
}

/** A derived weekday (周一 … 周日) of a date column. */
export function weekdayColumn(column: string, label: string): Derived {
  return {
    label,
    type: "word",
    words: WEEKDAYS,
    from: [column],
    value: (values) => {
      const day = dayOf(values, column);
      return day === null ? null : (WEEKDAYS[weekdayOf(day)] ?? null);
    },
    sql: (dialect) => sqlWeekday(dialect, column),
  };
}

/** Whole days from one date column to another; a negative span is left out, not counted as zero. */
export function daysColumn(from: string, to: string, label: string): Derived {
  return {
    label,
    type: "quantity",
    from: [from, to],
    value: (values) => {
      const [start, end] = [dayOf(values, from), dayOf(values, to)];
      const days = start === null || end === null ? -1 : daysBetween(start, end);
      return days < 0 ? null : exact(days);
    },
    sql: (dialect) => {
      const days = sqlDays(dialect, from, to);
      return sqlCase([[`${days} >= 0`, days]]);
    },
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

/** A yes-or-no column; 是 and 否 are the words, the rest is how exports write them. */
export const YES_NO = {
  type: "word",
  words: ["是", "否"],
  synonyms: {
    有: "是",
    "√": "是",
    y: "是",
    yes: "是",
    true: "是",
    n: "否",
    no: "否",
    "×": "否",
    false: "否",
  },
} as const satisfies Omit<Column, "label">;

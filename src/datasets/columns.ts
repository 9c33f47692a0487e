/** Columns that several datasets have: how many matters a row is, streets, months, yes or no. */

import { COUNTED } from "../text/measure-words.ts";
import { exact } from "../values/quantity.ts";
import { daysBetween, WEEKDAYS, weekdayOf } from "./days.ts";
import { type Column, type Derived, dayOf } from "./define.ts";
import { sqlDays, sqlMonth, sqlWeekday } from "./sql.ts";

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
  note: "年度报告中写有这个数字的章节，例如 一(四)",
} as const satisfies Column;

/**
 * What a row is counted for, where one matter stands in several rows: a GROUP BY that keeps for each
 * metric only the columns it needs (npm run cube -- --compact). Without it a row is for all metrics.
 */
export const FOR_METRICS = {
  label: "用于指标",
  type: "words",
  private: true,
  note: "这一行只给这些编号的指标用；由程序汇总时写出，自己导出的表没有这一列",
} as const satisfies Column;

export const STREET = {
  label: "街道",
  aliases: ["所属街道", "乡镇街道", "镇街", "乡镇", "社区", "村", "村（社区）"],
  type: "word",
  vocabulary: "街道",
} as const satisfies Column;

/** A derived month (2023-01) of a date column. */
export function monthOf(column: string, label: string, ...aliases: string[]): Derived {
  return {
    label,
    aliases: [label.replace(/份$/, ""), ...aliases],
    type: "text",
    month: true,
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

/** Whole days from one date column to another, which are an order of the dataset. */
export function daysColumn(from: string, to: string, label: string): Derived {
  return {
    label,
    type: "quantity",
    from: [from, to],
    value: (values) => {
      const [start, end] = [dayOf(values, from), dayOf(values, to)];
      return start === null || end === null ? null : exact(daysBetween(start, end));
    },
    sql: (dialect) => sqlDays(dialect, from, to),
  };
}

/** A yes-or-no column; 是 and 否 are the words, the rest is how exports write them. */
export const YES_NO = {
  type: "word",
  words: ["是", "否"],
  synonyms: {
    有: "是",
    "√": "是",
    "✓": "是",
    "✔": "是",
    "☑": "是",
    y: "是",
    yes: "是",
    true: "是",
    n: "否",
    no: "否",
    "×": "否",
    "✗": "否",
    "✘": "否",
    false: "否",
  },
} as const satisfies Omit<Column, "label">;

/**
 * What the engines that a province may have write differently. Day columns are dates here: the
 * tables of the metrics hold dates, and the cube makes them dates before anything else.
 */
import { WEEKDAYS } from "./days.ts";

export const DIALECTS = ["duckdb", "postgres", "clickhouse", "spark"] as const;
export type Dialect = (typeof DIALECTS)[number];

/** A date of what a column holds: a date, a day with a time, or 2023-01-05 as text. */
export function sqlDay(dialect: Dialect, column: string): string {
  // ClickHouse: its DATE begins in 1970 (1960-02-29 becomes 2139-08-05) and cannot be NULL.
  return dialect === "clickhouse" ? `toDate32(${column})` : `CAST(${column} AS DATE)`;
}

/** Whole days from one day to another, negative when the second comes first. */
export function sqlDays(dialect: Dialect, from: string, to: string): string {
  return {
    duckdb: `date_diff('day', ${from}, ${to})`,
    postgres: `(${to} - ${from})`,
    clickhouse: `dateDiff('day', ${from}, ${to})`,
    spark: `datediff(${to}, ${from})`,
  }[dialect];
}

/** A whole number as it is written. */
export function sqlDigits(dialect: Dialect, number: string): string {
  if (dialect === "clickhouse") return `toString(${number})`;
  return `CAST(${number} AS ${dialect === "spark" ? "STRING" : "VARCHAR"})`;
}

/** 2023-01 of a day. */
export function sqlMonth(dialect: Dialect, day: string): string {
  return {
    duckdb: `strftime(${day}, '%Y-%m')`,
    postgres: `to_char(${day}, 'YYYY-MM')`,
    clickhouse: `formatDateTime(${day}, '%Y-%m')`,
    spark: `date_format(${day}, 'yyyy-MM')`,
  }[dialect];
}

/** 周一 … 周日 of a day. */
export function sqlWeekday(dialect: Dialect, day: string): string {
  const monday1 = {
    duckdb: `isodow(${day})`,
    postgres: `extract(isodow FROM ${day})`,
    clickhouse: `toDayOfWeek(${day})`,
    spark: `(weekday(${day}) + 1)`,
  }[dialect];
  return sqlCase(
    WEEKDAYS.map((word, i) => [`${i + 1}`, sqlText(word)]),
    monday1,
  );
}

/** A plain number whatever type the engine counts in: never 3.00 for a count, nor 0.30000000000000004. */
export function sqlNumber(dialect: Dialect, number: string, decimals: 0 | 2): string {
  if (dialect !== "clickhouse") {
    return `CAST(${number} AS ${decimals === 0 ? "BIGINT" : "DECIMAL(20, 2)"})`;
  }
  // A CAST of ClickHouse's cannot give NULL.
  return decimals === 0 ? `toInt64(${number})` : `round(${number}, 2)`;
}

/** What the first condition that holds says, or the first value that `of` has; NULL where none does. */
export function sqlCase(
  branches: readonly (readonly [when: string, then: string])[],
  of?: string,
): string {
  const list = branches.map(([when, then]) => `WHEN ${when} THEN ${then}`);
  return ["CASE", ...(of ? [of] : []), ...list, "END"].join(" ");
}

/** A text in SQL. */
export function sqlText(word: string): string {
  return `'${word.replace(/'/g, "''")}'`;
}

/** A list of texts, behind IN. */
export function sqlTexts(words: readonly string[]): string {
  return `(${words.map(sqlText).join(", ")})`;
}

/** The name of a column. In Spark a text stands in double quotes too. */
export function sqlName(dialect: Dialect, label: string): string {
  return dialect === "spark" ? `\`${label}\`` : `"${label}"`;
}

/** Whether some row of a table fills a column: one that none fills says of no row that it is late. */
export function sqlIsKept(table: string, column: string): string {
  return `(SELECT COUNT(${column}) FROM ${table}) > 0`;
}

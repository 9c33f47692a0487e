/** What the SQL of derived columns needs, in the dialects of the engines that a province may have. */

export const DIALECTS = ["duckdb", "postgres", "clickhouse", "spark"] as const;
export type Dialect = (typeof DIALECTS)[number];

/** A day column as a date. */
function day(dialect: Dialect, column: string): string {
  return dialect === "clickhouse" ? `toDate(${column})` : `CAST(${column} AS DATE)`;
}

/** Whole days from one day to another. */
export function sqlDays(dialect: Dialect, from: string, to: string): string {
  const [start, end] = [day(dialect, from), day(dialect, to)];
  return {
    duckdb: `date_diff('day', ${start}, ${end})`,
    postgres: `(${end} - ${start})`,
    clickhouse: `dateDiff('day', ${start}, ${end})`,
    spark: `datediff(${end}, ${start})`,
  }[dialect];
}

/** 2023-01 of a day column. */
export function sqlMonth(dialect: Dialect, column: string): string {
  const text = dialect === "clickhouse" ? `toString(${column})` : `CAST(${column} AS VARCHAR(10))`;
  return `substr(${text}, 1, 7)`;
}

/** 周一 … 周日 of a day column. */
export function sqlWeekday(dialect: Dialect, column: string): string {
  const iso = {
    duckdb: `isodow(${day(dialect, column)})`,
    postgres: `extract(isodow from ${day(dialect, column)})`,
    clickhouse: `toDayOfWeek(${day(dialect, column)})`,
    spark: `(weekday(${day(dialect, column)}) + 1)`,
  }[dialect];
  const cases = WEEKDAYS.map((word, i) => `WHEN ${i + 1} THEN '${word}'`);
  return `CASE ${iso} ${cases.join(" ")} END`;
}

export const WEEKDAYS = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"] as const;

/** A text in SQL. */
export function sqlText(word: string): string {
  return `'${word.replace(/'/g, "''")}'`;
}

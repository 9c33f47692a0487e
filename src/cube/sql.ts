/**
 * The GROUP BY of a dataset, for an engine that holds more rows than a website should read. Its
 * result has the columns of the dataset's CSV, derived ones ready-made, and gives the same figures.
 */
import {
  type Column,
  type ColumnType,
  type Dataset,
  deadlineOf,
  sqlFrom,
} from "../datasets/define.ts";
import type { Dialect } from "../datasets/sql.ts";
import { columnOf, type Metric } from "../metrics/define.ts";
import { type CubeColumns, cubeColumns } from "./columns.ts";
import { deadlinesSql } from "./deadlines.ts";

/** What an engine's table holds for a column of the dataset. */
const HELD: Record<ColumnType, string> = {
  text: "文字",
  word: "文字",
  words: "文字，几个之间用分号",
  date: "日期",
  quantity: "数",
  money: "数，元",
  id: "文字",
};

/** The SQL without a semicolon, so that it can stand inside COPY (…); null where nothing is counted. */
export function cubeSql(
  dataset: Dataset,
  metrics: readonly Metric[],
  year: number,
  dialect: Dialect,
): string | null {
  const columns = cubeColumns(dataset, metrics);
  if (!columns) return null;
  const { keys, sums } = columns;
  const totals = [...sums, "count"];
  const deadline = deadlineOf(dataset, keys);
  const tables = deadline
    ? [`workday_deadlines AS (\n  ${deadlinesSql(dialect, deadline.workdays)}\n)`]
    : [];
  const read = [...keys, ...totals].map((key) => {
    const derived = dataset.derived?.[key];
    return derived ? `    ${derived.sql(dialect, year)} AS ${key}` : `    ${key}`;
  });
  tables.push(`matters AS (\n  SELECT\n${read.join(",\n")}\n  FROM ${sqlFrom(dataset, keys)}\n)`);
  const shown = [
    ...keys.map((key) => [key, key] as const),
    ...totals.map((key) => [key, total(key, columnOf(dataset, key), dialect)] as const),
  ].map(([key, sql]) => `  ${sql} AS ${quoted(columnOf(dataset, key).label, dialect)}`);
  const groups = [...keys, ...totals.map((key) => `(${key} IS NULL)`)];
  return [
    ...head(dataset, columns, year),
    `WITH ${tables.join(",\n")}`,
    `SELECT\n${shown.join(",\n")}`,
    "FROM matters",
    // What is not known stays apart: a sum that leaves it out must not look complete.
    `GROUP BY ${groups.join(", ")}`,
    // The same rows give the same bytes.
    `ORDER BY ${shown.map((_, i) => i + 1).join(", ")}`,
    ...(dialect === "clickhouse" ? CLICKHOUSE : []),
  ].join("\n");
}

/** Without them, days that have no deadline get 1970-01-01, and what is unknown is written \N. */
const CLICKHOUSE = ["SETTINGS join_use_nulls = 1, format_csv_null_representation = ''"];

/** What the engine must have, as a comment above the SQL. */
function head(dataset: Dataset, { keys, sums }: CubeColumns, year: number): string[] {
  const needed = new Set<string>();
  for (const key of [...keys, ...sums, "count"]) {
    const derived = dataset.derived?.[key];
    for (const raw of derived ? [...derived.from, derived.deadline?.of ?? key] : [key]) {
      if (raw in dataset.columns) needed.add(raw);
    }
  }
  return [
    `-- ${dataset.label}，${year}年度的汇总。结果存成 CSV，放在 data/${year}/${dataset.id}.csv，代替逐行的文件。`,
    `-- 读一张表（或视图）${dataset.id}，里面只有这一年度的行，空着的是 NULL，用词与数据字典一致：`,
    ...[...needed].map((key) => {
      const { label, type } = columnOf(dataset, key);
      return `--   ${key}  ${label}：${HELD[type]}${key === "count" ? "，逐行的表都是 1" : ""}`;
    }),
  ];
}

/** Sums print as plain numbers whatever type the engine adds in: never 3.0000000000000004 or 1e6. */
function total(key: string, { type }: Column, dialect: Dialect): string {
  const sum = `SUM(${key})`;
  if (type === "money") {
    return dialect === "clickhouse" ? `round(${sum}, 2)` : `CAST(${sum} AS DECIMAL(20, 2))`;
  }
  return dialect === "clickhouse" ? `toInt64(${sum})` : `CAST(${sum} AS BIGINT)`;
}

function quoted(label: string, dialect: Dialect): string {
  return dialect === "spark" ? `\`${label}\`` : `"${label}"`;
}

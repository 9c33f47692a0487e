/**
 * The GROUP BY of a dataset, for an engine that holds more rows than a website should read. Its
 * result has the columns of the dataset's CSV, derived ones ready-made, and gives the same figures.
 */
import {
  type ColumnType,
  type Dataset,
  deadlineOf,
  FOR_METRICS,
  sqlFrom,
} from "../datasets/define.ts";
import { type Dialect, sqlText } from "../datasets/sql.ts";
import { columnOf, type Metric } from "../metrics/define.ts";
import { type Cut, smallCuts, wholeCut } from "./columns.ts";
import { deadlinesSql } from "./deadlines.ts";

export interface CubeOptions {
  year: number;
  dialect: Dialect;
  /** For each metric only the columns it needs, in one pass: GROUPING SETS. */
  compact?: boolean;
}

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
  { year, dialect, compact = false }: CubeOptions,
): string | null {
  const whole = wholeCut(dataset, metrics);
  if (!whole) return null;
  const cuts = compact ? smallCuts(dataset, metrics) : [whole];
  const all = [...Object.keys(dataset.columns), ...Object.keys(dataset.derived ?? {})];
  const keys = all.filter((key) => cuts.some((cut) => cut.keys.includes(key)));
  const sums = all.filter((key) => cuts.some((cut) => cut.sums.includes(key)));
  const shown = [
    ...keys.map((key) => [key, columnOf(dataset, key).label]),
    ...sums.map((key) => [sumSql(dataset, key, compact, dialect), columnOf(dataset, key).label]),
    [sumSql(dataset, "count", false, dialect), columnOf(dataset, "count").label],
    ...(compact ? [[cutSql(cuts), FOR_METRICS.label]] : []),
  ].map(([sql, label]) => `  ${sql} AS ${quoted(label ?? "", dialect)}`);
  const [only, ...more] = cuts.map((cut) => groupsOf(cut).join(", "));
  return [
    ...head(dataset, keys, sums, year),
    `WITH ${tables(dataset, keys, sums, { year, dialect }).join(",\n")}`,
    `SELECT\n${shown.join(",\n")}`,
    "FROM matters",
    more.length === 0
      ? `GROUP BY ${only}`
      : `GROUP BY GROUPING SETS (\n${[only, ...more].map((set) => `  (${set})`).join(",\n")}\n)`,
    // The same rows give the same bytes.
    `ORDER BY ${shown.map((_, i) => i + 1).join(", ")}`,
    ...(dialect === "clickhouse" ? CLICKHOUSE : []),
  ].join("\n");
}

/** Else a day without a deadline has 1970-01-01, a column left out is zero, what is unknown is \N. */
const CLICKHOUSE = [
  "SETTINGS join_use_nulls = 1, group_by_use_nulls = 1, format_csv_null_representation = ''",
];

/** What is not known stays apart: a sum that leaves it out must not look complete. */
function groupsOf({ keys, sums }: Cut): string[] {
  return [...keys, ...[...sums, "count"].map((key) => `${key}_unknown`)];
}

/** The rows with the derived columns, and the deadlines where one is judged by them. */
function tables(
  dataset: Dataset,
  keys: readonly string[],
  sums: readonly string[],
  { year, dialect }: CubeOptions,
): string[] {
  const deadline = deadlineOf(dataset, keys);
  const read = [
    ...keys.map((key) => {
      const derived = dataset.derived?.[key];
      return derived ? `${derived.sql(dialect, year)} AS ${key}` : key;
    }),
    ...[...sums, "count"].flatMap((key) => [key, `${key} IS NULL AS ${key}_unknown`]),
  ].map((sql) => `    ${sql}`);
  return [
    ...(deadline
      ? [`workday_deadlines AS (\n  ${deadlinesSql(dialect, deadline.workdays)}\n)`]
      : []),
    `matters AS (\n  SELECT\n${read.join(",\n")}\n  FROM ${sqlFrom(dataset, keys)}\n)`,
  ];
}

/** What the engine must have, as a comment above the SQL. */
function head(
  dataset: Dataset,
  keys: readonly string[],
  sums: readonly string[],
  year: number,
): string[] {
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

/** A sum prints as a plain number whatever type the engine adds in: never 3.0000000000000004. */
function sumSql(dataset: Dataset, key: string, mayBeAbsent: boolean, dialect: Dialect): string {
  const money = columnOf(dataset, key).type === "money";
  const sum =
    dialect === "clickhouse"
      ? money
        ? `round(SUM(${key}), 2)`
        : `toInt64(SUM(${key}))`
      : `CAST(SUM(${key}) AS ${money ? "DECIMAL(20, 2)" : "BIGINT"})`;
  return mayBeAbsent ? `CASE WHEN GROUPING(${key}_unknown) = 0 THEN ${sum} END` : sum;
}

/** Which metrics a row is for: those of the set that keeps all its columns. No set holds another. */
function cutSql(cuts: readonly Cut[]): string {
  const cases = cuts.map((cut) => {
    const kept = cut.keys.map((key) => `GROUPING(${key}) = 0`);
    return `WHEN ${kept.join(" AND ")} THEN ${sqlText(cut.metrics.join("、"))}`;
  });
  return `CASE\n    ${cases.join("\n    ")}\n  END`;
}

function quoted(label: string, dialect: Dialect): string {
  return dialect === "spark" ? `\`${label}\`` : `"${label}"`;
}

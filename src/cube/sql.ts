/**
 * The GROUP BY of a dataset, for an engine that holds more rows than a website should read. Its
 * result has the columns of the dataset's CSV, derived ones ready-made, and gives the same figures.
 *
 *   given              the columns read, days as days, as they stood on the day of the data
 *   workday_deadlines  day, deadline: where one is judged by it
 *   matters            given with the derived columns, and of each measure whether it is known
 *   SELECT             matters added up by the keys of one cut, or of several: GROUPING SETS
 */
import { asOfSql, neededAsOf } from "../datasets/as-of.ts";
import { FOR_METRICS } from "../datasets/columns.ts";
import { type ColumnType, type Dataset, deadlineOf, sqlFrom } from "../datasets/define.ts";
import { summedColumns, summedSql } from "../datasets/none.ts";
import { type Dialect, sqlCase, sqlName, sqlNumber, sqlText } from "../datasets/sql.ts";
import { columnOf } from "../metrics/define.ts";
import { dateText } from "../text/format.ts";
import { lastDay } from "../values/period.ts";
import { type Cut, columnsOf, type Served, smallCuts, wholeCut } from "./cuts.ts";
import { deadlinesSql } from "./deadlines.ts";

export interface CubeOptions {
  year: number;
  /** The day up to which the data go; the year's last where it is not said. */
  asOf?: string;
  dialect: Dialect;
  /** For each metric only the columns it needs, in one pass: GROUPING SETS. */
  compact?: boolean;
}

/** A cube of one dataset, all that its parts are written from. */
interface Cube extends Required<CubeOptions> {
  dataset: Dataset;
  /** One where not compact. */
  cuts: readonly Cut[];
  /** Of all cuts together, in the order of the dataset; a column may be key of one and sum of another. */
  keys: readonly string[];
  sums: readonly string[];
}

/**
 * The SQL without a semicolon, so that it can stand inside COPY (…); null where nothing is counted.
 * A CubeError where no row could hold what the metrics want.
 */
export function cubeSql(
  dataset: Dataset,
  metrics: readonly Served[],
  { year, asOf = lastDay(year), dialect, compact = false }: CubeOptions,
): string | null {
  const whole = compact ? null : wholeCut(dataset, metrics);
  const cuts = compact ? smallCuts(dataset, metrics) : whole ? [whole] : [];
  if (cuts.length === 0) return null;
  const all = columnsOf(dataset);
  const keys = all.filter((key) => cuts.some((cut) => cut.keys.includes(key)));
  const sums = all.filter((key) => cuts.some((cut) => cut.sums.includes(key)));
  const cube: Cube = { dataset, year, asOf, dialect, compact, cuts, keys, sums };
  const shown = shownColumns(cube);
  return [
    ...head(cube),
    `WITH ${tables(cube).join(",\n")}`,
    `SELECT\n${shown.map((column) => `  ${column}`).join(",\n")}`,
    "FROM matters",
    groupBy(cube),
    // The same rows give the same bytes.
    `ORDER BY ${shown.map((_, i) => i + 1).join(", ")}`,
    ...(dialect === "clickhouse" ? [CLICKHOUSE] : []),
  ].join("\n");
}

/** Else a day without a deadline has 1970-01-01, a column left out is zero, what is unknown is \N. */
const CLICKHOUSE =
  "SETTINGS join_use_nulls = 1, group_by_use_nulls = 1, format_csv_null_representation = ''";

/** What a table holds for a column of the dataset. */
const HELD: Record<ColumnType, string> = {
  text: "文字",
  word: "文字",
  words: "文字，几个之间用分号",
  date: "日期",
  period: "文字",
  quantity: "数",
  money: "数，元",
  id: "文字",
};

/** What the engine must have, as a comment above the SQL. */
function head(cube: Cube): string[] {
  const { dataset, year, asOf } = cube;
  return [
    `-- ${dataset.label}，${year}年度的汇总，截至${dateText(asOf)}。结果存成 CSV，放在 data/${year}/${dataset.id}.csv，代替逐行的文件。`,
    `-- 读一张表（或视图）${dataset.id}，里面只有这一年度的行，空着的是 NULL，用词与数据字典一致：`,
    ...columnsRead(cube).map((key) => {
      const { label, type } = columnOf(dataset, key);
      return `--   ${key}  ${label}：${HELD[type]}${key === "count" ? "，逐行的表都是 1" : ""}`;
    }),
  ];
}

/** The columns of the dataset's table that the cube is made of. */
function columnsRead({ dataset, keys, sums }: Cube): string[] {
  const read = [...keys, ...sums.flatMap((key) => summedColumns(dataset, key))].flatMap(
    (key) => dataset.derived?.[key]?.from ?? [key],
  );
  const needed = neededAsOf(dataset, read);
  return Object.keys(dataset.columns).filter((key) => needed.includes(key));
}

/** The tables of the WITH. */
function tables(cube: Cube): string[] {
  const { dataset, asOf, dialect, keys, sums } = cube;
  const given = columnsRead(cube).map((key) => {
    const sql = asOfSql(dataset, key, dialect, asOf);
    return sql === key ? key : `${sql} AS ${key}`;
  });
  const matters = [
    ...columnsOf(dataset)
      .filter((key) => keys.includes(key) || sums.includes(key))
      .map((key) => {
        const derived = dataset.derived?.[key];
        return derived ? `${derived.sql(dialect, asOf)} AS ${key}` : key;
      }),
    ...sums
      .filter((key) => addend(dataset, key) !== key)
      .map((key) => `${summedSql(dataset, key)} AS ${addend(dataset, key)}`),
    ...sums.map((key) => {
      const summed = dataset.derived?.[key]?.sql(dialect, asOf) ?? summedSql(dataset, key);
      return `${summed} IS NULL AS ${unknown(key)}`;
    }),
  ];
  const deadline = deadlineOf(dataset, keys);
  const select = (columns: readonly string[], from: string) =>
    `  SELECT\n${columns.map((column) => `    ${column}`).join(",\n")}\n  FROM ${from}`;
  return [
    `given AS (\n${select(given, dataset.id)}\n)`,
    ...(deadline
      ? [`workday_deadlines AS (\n  ${deadlinesSql(dialect, deadline.workdays)}\n)`]
      : []),
    `matters AS (\n${select(matters, sqlFrom(dataset, keys, "given"))}\n)`,
  ];
}

/** What is added up of a measure: of one whose blanks may be none, a column of its own. */
function addend({ columns }: Dataset, key: string): string {
  return columns[key]?.none ? `${key}_or_none` : key;
}

/** Whether a measure is empty. Such rows stay apart: a sum that leaves them out must not look complete. */
function unknown(key: string): string {
  return `${key}_unknown`;
}

/** Sets even where there is only one: Spark knows GROUPING() nowhere else. */
function groupBy({ cuts, compact }: Cube): string {
  const sets = cuts.map(({ keys, sums }) => [...keys, ...sums.map(unknown)].join(", "));
  return compact
    ? `GROUP BY GROUPING SETS (\n${sets.map((set) => `  (${set})`).join(",\n")}\n)`
    : `GROUP BY ${sets.join(", ")}`;
}

/** What is selected, under the headers of the CSV: keys, then sums, then which metrics a row is for. */
function shownColumns(cube: Cube): string[] {
  const { dataset, dialect, compact, keys, sums } = cube;
  const columns = [...keys.filter((key) => !sums.includes(key)), ...sums].map(
    (key) => `${cellSql(cube, key)} AS ${sqlName(dialect, columnOf(dataset, key).label)}`,
  );
  return compact
    ? [...columns, `${forMetrics(cube)} AS ${sqlName(dialect, FOR_METRICS.label)}`]
    : columns;
}

/** What a column holds in a row of each cut: what rows are told apart by, their sum, or nothing. */
function cellSql({ dataset, dialect, cuts, keys }: Cube, key: string): string {
  const { type, fraction } = columnOf(dataset, key);
  const number = (sql: string) =>
    type === "money" || fraction
      ? sqlNumber(dialect, sql, 2)
      : type === "quantity"
        ? sqlNumber(dialect, sql, 0)
        : sql;
  const summed = cuts.filter((cut) => cut.sums.includes(key));
  if (summed.length === 0) return number(key);
  const sum = number(`SUM(${addend(dataset, key)})`);
  if (summed.length === cuts.length) return sum;
  return sqlCase([
    ...(keys.includes(key) ? [[`GROUPING(${key}) = 0`, number(key)] as const] : []),
    [`GROUPING(${unknown(key)}) = 0`, sum],
  ]);
}

/** The metrics of the first cut all of whose keys the row has: its own (see smallCuts). */
function forMetrics({ cuts }: Cube): string {
  return sqlCase(
    cuts.map(({ keys, metrics }) => [
      keys.map((key) => `GROUPING(${key}) = 0`).join(" AND "),
      sqlText(metrics.join("、")),
    ]),
  );
}

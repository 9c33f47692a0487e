/** A metric's sentence in Chinese and in SQL, both from the one declaration. */
import { asOfSql } from "../datasets/as-of.ts";
import { sqlFrom } from "../datasets/define.ts";
import { summedColumns, summedSql } from "../datasets/none.ts";
import { type Dialect, sqlCase, sqlText, sqlTexts } from "../datasets/sql.ts";
import { periodText } from "../text/period.ts";
import { inPlaceWord } from "../text/place.ts";
import { SMALL_BASE } from "../values/amount.ts";
import type { Period } from "../values/period.ts";
import {
  columnOf,
  fewestIn,
  keysOf,
  type RatioMetric,
  REST,
  type RowMetric,
  type TableMetric,
} from "./define.ts";
import { UNSTATED } from "./engine/counter.ts";
import { THEN } from "./engine/paths.ts";

/** “2023年‘办理的案件’表中，执法领域为规划建设的件数相加”. */
export function metricWords(
  metric: RowMetric | RatioMetric,
  period: Period,
  labelOf: (id: string) => string,
  place = "",
): string {
  const time = periodText(period);
  if (metric.kind === "ratio") {
    return `${time}${labelOf(metric.numerator)}÷${labelOf(metric.denominator)}×100%`;
  }
  const column = (key: string) => {
    const { label } = columnOf(metric.dataset, key);
    return place ? inPlaceWord(label, place) : label;
  };
  const conditions = Object.entries(metric.where).map(
    ([key, words]) => `${column(key)}为${typeof words === "string" ? words : words.join("或")}`,
  );
  const except = Object.entries(metric.except ?? {}).map(
    ([key, words]) => `${column(key)}不是${typeof words === "string" ? words : words.join("或")}`,
  );
  conditions.push(...except);
  const of = `${time}“${metric.dataset.label}”表中${conditions.length > 0 ? `，${conditions.join("、")}的` : ""}`;
  const by = metric.by ? `，按${column(metric.by)}分` : "";
  switch (metric.kind) {
    case "count":
      return `${of}件数相加${by}`;
    case "sum":
      return `${of}${column(metric.of)}相加${by}`;
    case "quantile":
      return `${of}${column(metric.of)}，从小到大排到${metric.q * 100}%处的一个${by}；不足${metric.by ? fewestIn(metric) : SMALL_BASE}件时不算`;
    case "path":
      return `${of}各行，按${column(metric.key)}归到一起、按${column(metric.order)}排列，看${column(metric.of)}怎样变化`;
  }
}

/** The same sentence as SQL over the dataset's table with its English columns. */
export function metricSql(
  metric: RowMetric | TableMetric,
  asOf: string,
  dialect: Dialect = "duckdb",
): string {
  const { dataset } = metric;
  const column = (key: string) => dataset.derived?.[key]?.sql(dialect, asOf) ?? key;
  const summed = (key: string) => (dataset.derived?.[key] ? column(key) : summedSql(dataset, key));
  const conditions = Object.entries(metric.where).map(([key, words]) => {
    return `${column(key)} IN ${sqlTexts([words].flat())}`;
  });
  for (const [key, words] of Object.entries(metric.except ?? {})) {
    conditions.push(
      `(${column(key)} IS NULL OR ${column(key)} NOT IN ${sqlTexts([words].flat())})`,
    );
  }
  const given = givenSql(metric, asOf, dialect);
  const { notOnly } = metric;
  const having = notOnly
    ? `HAVING COUNT(CASE WHEN ${column(notOnly.column)} <> ${sqlText(notOnly.word)} THEN 1 END) > 0`
    : "";
  const from = sqlFrom(dataset, keysOf(metric), given ? "given" : dataset.id);
  const where = conditions.length > 0 ? `WHERE ${conditions.join("\n  AND ")}` : "";
  const merged = metric.kind === "table" && metric.merged;
  const groups = [metric.by ?? []].flat().map((key, at) => {
    if (!merged || at === 0) return { key, sql: column(key) };
    const cases = Object.entries(merged).map(
      ([word, words]) => [`${column(key)} IN ${sqlTexts(words)}`, sqlText(word)] as const,
    );
    return { key, sql: sqlCase([...cases, ["TRUE", sqlText(REST)]]) };
  });
  const lines = (value: string) => [
    `SELECT ${groups.map(({ key, sql }) => `${sql} AS ${key}, `).join("")}${value} AS value`,
    `FROM ${from}`,
    where,
    groups.length > 0 ? `GROUP BY ${groups.map(({ sql }) => sql).join(", ")}` : having,
  ];
  const middle = (of: string, q: number) =>
    `percentile_disc(${q}) WITHIN GROUP (ORDER BY ${column(of)})`;
  const sql = () => {
    switch (metric.kind) {
      case "count":
        return lines("SUM(count)");
      case "sum":
        return lines(`SUM(${summed(metric.of)})`);
      case "quantile":
        return lines(middle(metric.of, metric.q));
      case "table":
        return lines(
          metric.quantile ? middle(metric.quantile.of, metric.quantile.q) : "SUM(count)",
        );
      case "path": {
        const [key, order, step] = [metric.key, metric.order, metric.of].map(column);
        const filled = `${where ? `${where} AND` : "WHERE"} ${key} IS NOT NULL`;
        const way = `string_agg(${step}, ${sqlText(THEN)} ORDER BY ${order} NULLS FIRST, ${step})`;
        return [
          "SELECT way, COUNT(*) AS value",
          // Of a step that is not said nobody knows the way.
          `FROM (SELECT CASE WHEN COUNT(*) = COUNT(${step}) THEN ${way} ELSE ${sqlText(UNSTATED)} END AS way`,
          `FROM ${from} ${filled} GROUP BY ${key}) ways`,
          "GROUP BY way",
        ];
      }
    }
  };
  return [given, ...sql()].filter(Boolean).join("\n");
}

/** The rows as they stood on the day, where that is not the same; empty where nothing asks for it. */
function givenSql(metric: RowMetric | TableMetric, asOf: string, dialect: Dialect): string {
  const { dataset } = metric;
  const read = [
    ...keysOf(metric),
    ...(metric.notOnly ? [metric.notOnly.column] : []),
    ...(metric.kind === "sum" ? summedColumns(dataset, metric.of) : []),
  ].flatMap((key) => dataset.derived?.[key]?.from ?? [key]);
  const columns = [...new Set([...read, "count"])];
  const seen = columns.map((key) => ({ key, sql: asOfSql(dataset, key, dialect, asOf) }));
  if (!seen.some(({ sql }) => sql.startsWith("CASE"))) return "";
  const list = seen.map(({ key, sql }) => (sql === key ? key : `${sql} AS ${key}`));
  return `WITH given AS (\n  SELECT ${list.join(", ")}\n  FROM ${dataset.id}\n)`;
}

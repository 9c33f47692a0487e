/** A metric's sentence in Chinese and in SQL, both from the one declaration. */
import { type CountMetric, columnOf, type Metric } from "./define.ts";

/** “2023年办理的案件中，执法领域为规划建设的件数”. */
export function metricWords(metric: Metric, year: number, labelOf: (id: string) => string): string {
  if (metric.kind === "reported") return `${year}年度报告直接写明的数字，没有逐行数据`;
  if (metric.kind === "ratio") {
    return `${year}年${labelOf(metric.numerator)}÷${labelOf(metric.denominator)}×100%`;
  }
  const conditions = Object.entries(metric.where).map(
    ([key, words]) =>
      `${columnOf(metric.dataset, key).label}为${typeof words === "string" ? words : words.join("或")}`,
  );
  const by = metric.by ? `，按${columnOf(metric.dataset, metric.by).label}分` : "";
  const of = `${year}年“${metric.dataset.label}”表中`;
  return `${of}${conditions.length > 0 ? `，${conditions.join("、")}` : ""}的件数相加${by}`;
}

/** The same sentence as standard SQL over the dataset's table with its English columns. */
export function metricSql(metric: CountMetric): string {
  const conditions = Object.entries(metric.where).map(([key, words]) => {
    const list = typeof words === "string" ? [words] : words;
    return `${sqlColumn(metric, key)} IN (${list.map(sqlText).join(", ")})`;
  });
  const by = metric.by ? sqlColumn(metric, metric.by) : "";
  return [
    `SELECT ${by ? `${by} AS ${metric.by}, ` : ""}SUM(count) AS value`,
    `FROM ${metric.dataset.id}`,
    conditions.length > 0 ? `WHERE ${conditions.join("\n  AND ")}` : "",
    by ? `GROUP BY ${by}` : "",
  ]
    .filter(Boolean)
    .join("\n");
}

function sqlColumn(metric: CountMetric, key: string): string {
  return metric.dataset.derived?.[key]?.sql ?? key;
}

function sqlText(word: string): string {
  return `'${word.replace(/'/g, "''")}'`;
}

/**
 * What a number tells of somebody. By one attribute it links nothing to a person, and statutory
 * tables print it, however small; by two it is a cross, and tells one to whoever knows the other.
 */
import type { Dataset } from "../datasets/define.ts";
import { keysOf, type RowMetric } from "../metrics/define.ts";

/** Whether a metric tells rows about people apart by two attributes or more. */
export function isCross(metric: RowMetric): boolean {
  const { dataset } = metric;
  if (countsNobody(metric)) return false;
  // The way of a matter is one attribute of it, whatever it is made of.
  const own = metric.kind === "path" ? { ...metric, kind: "count" as const } : metric;
  const keys = keysOf(own).filter(
    (key) =>
      key === metric.by ||
      (key !== dataset.countedApart && !isLeftOut(metric, key) && !isOfLeftOut(metric, key)),
  );
  return new Set(keys.map((key) => attributeOf(dataset, key))).size > 1;
}

/** Whether a metric is of rows that are about nobody, by the words of the column that tells. */
function countsNobody({ dataset: { people }, where }: RowMetric): boolean {
  // Other rows may be in totals only as well.
  if (typeof people !== "object" || people.totalsOnly) return false;
  const words = where[people.column];
  return words !== undefined && ![words].flat().some((word) => people.words.includes(word));
}

/** Whether a column only rules out what no number of the dataset is of. */
export function isLeftOut({ dataset, where, except = {} }: RowMetric, key: string): boolean {
  const left = dataset.leftOut?.[key];
  const out = [except[key] ?? []].flat();
  return !(key in where) && left !== undefined && out.every((word) => left.includes(word));
}

/** Whether a column only says that the number is of what is left out: no row of it is released. */
function isOfLeftOut({ dataset, where }: RowMetric, key: string): boolean {
  const left = dataset.leftOut?.[key];
  const own = [where[key] ?? []].flat();
  return left !== undefined && own.length > 0 && own.every((word) => left.includes(word));
}

/** The first of the columns that say the same as a column. */
function attributeOf({ sameAttribute = [], derived = {} }: Dataset, key: string): string {
  const said = sameAttribute.find((keys) => keys.includes(key))?.[0];
  const { from = [], type } = derived[key] ?? {};
  // A month says the same as its day, and a weekday no more.
  return said ?? (from.length === 1 && type !== undefined ? from[0]! : key);
}

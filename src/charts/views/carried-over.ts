/** What must not be added over the years: a matter that goes on is in the number of each of them. */
import { figureOf } from "../../figures/figures.ts";
import { isRowMetric } from "../../metrics/define.ts";
import type { Year } from "../../site/year.ts";
import { namesText } from "../../text/format.ts";

/** The note under a chart of several years; a part of a whole (办结) is said with its whole. */
export function carriedOverNote(year: Year, ids: readonly string[]): string[] {
  if (year.earlier.length === 0) return [];
  const labels = ids
    .map((id) => figureOf(year, id).metric)
    .filter((metric) => metric.kind === "count" && !metric.within)
    .filter(
      (metric) =>
        isRowMetric(metric) && metric.dataset.dated?.carriedOver && !metric.except?.acceptance,
    )
    .map(({ label }) => label);
  return labels.length === 0
    ? []
    : [`${namesText(labels)}：跨年办理的，有关各年都计，所以各年的数不能相加。`];
}

/** Which numbers of people's matters tell of a few when two states of them are subtracted. */
import { datasets } from "../datasets/index.ts";
import type { Figure } from "../figures/figures.ts";
import type { CountMetric } from "../metrics/define.ts";
import { sortsOf } from "../metrics/sorts.ts";
import type { Site, Year } from "../site/year.ts";

/**
 * Whole sorts of people's matters that are counted from rows by two columns at least. A part of a sort
 * (handled in time, of one channel) tells no more than the whole does, what the report alone says has
 * no rows, and of rows that are told apart by one column nothing can be joined.
 */
export function peopleSorts(site: Site, year: Year): { sort: CountMetric; figure: Figure }[] {
  return datasets
    .filter(({ people }) => people)
    .flatMap((dataset) => sortsOf(dataset, [...site.metrics.values()]))
    .flatMap((sort) => {
      const figure = year.figures.get(sort.id);
      if (!figure || figure.provenance.total === 0 || columnsOf(site, year, sort) < 2) return [];
      return [{ sort, figure }];
    });
}

/** By how many columns its rows are counted in public. */
function columnsOf({ metrics }: Site, { figures }: Year, sort: CountMetric): number {
  const columns = [...metrics.values()].flatMap((metric) => {
    if (metric.kind !== "count" || metric.dataset.id !== sort.dataset.id) return [];
    const figure = metric.by === undefined ? undefined : figures.get(metric.id);
    return figure?.groups && !figure.groupsStated && figure.groups.length > 1 ? [metric.by] : [];
  });
  return new Set(columns.map(String)).size;
}

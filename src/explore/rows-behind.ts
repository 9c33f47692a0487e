/** The rows that a number is taken of: in words, and where they can be read. */
import type { Chart } from "../charts/define.ts";
import type { Dataset } from "../datasets/define.ts";
import { linesOf } from "../downloads/rows.ts";
import type { Figure } from "../figures/figures.ts";
import { isRowMetric, type RowMetric } from "../metrics/define.ts";
import { UNSTATED } from "../metrics/engine/counter.ts";
import type { Year } from "../site/year.ts";
import { placesText } from "../text/places.ts";
import type { Provenance } from "../values/provenance.ts";
import { exploreHref } from "./href.ts";

/**
 * The explorer where it shows exactly these; else the file of rows, where its lines name their place
 * (来源行); else no address, and no places that nobody could look up.
 */
export function rowsBehind(
  root: string,
  year: Year,
  metric: RowMetric,
  provenance: Provenance,
  group?: string,
): { href: string | null; text: string } {
  const shown = exploreHref(root, year, metric, group);
  const named = namesPlaces(year, metric.dataset);
  const text = placesText(named ? provenance : { ...provenance, rows: [] });
  const file = named ? `${root}data/${year.year}/${metric.dataset.id}.csv` : null;
  return { href: shown ?? file, text };
}

/**
 * From a chart to rows: of its largest group, else of the first number it draws whose rows the
 * explorer shows exactly; null where it shows none of them.
 */
export function rowsOfChart(
  root: string,
  year: Year,
  { figures }: Pick<Chart, "figures">,
): { href: string; label: string } | null {
  for (const id of figures) {
    const figure = year.figures.get(id);
    if (!figure || !isRowMetric(figure.metric)) continue;
    const { metric } = figure;
    const word = largestWord(figure);
    const ofWord = word === null ? null : exploreHref(root, year, metric, word);
    if (word !== null && ofWord) return { href: ofWord, label: word };
    const href = exploreHref(root, year, metric);
    if (href) return { href, label: metric.label };
  }
  return null;
}

/** The explorer with a year's rows of the table that a chart counts, where it cannot show just those counted. */
export function rowsOfTable(
  root: string,
  year: Year,
  { figures }: Pick<Chart, "figures">,
): { href: string; label: string } | null {
  for (const id of figures) {
    const metric = year.figures.get(id)?.metric;
    if (!metric || !isRowMetric(metric)) continue;
    const { dataset } = metric;
    if (dataset.explore && linesOf(year, dataset.id) > 0)
      return {
        href: `${root}explore/${dataset.id}/?year=${year.year}`,
        label: `${dataset.label}，${year.year}年`,
      };
  }
  return null;
}

/** The group that the chart's title names: one, of a column that is written, not made of days. */
function largestWord({ metric, groups }: Figure): string | null {
  if (!groups || !isRowMetric(metric) || !metric.dataset.columns[metric.by ?? ""]) return null;
  const sizes = groups.map(({ amount }) => (amount.state === "known" ? amount.value : -1));
  const most = Math.max(...sizes);
  const largest = groups.filter((_, i) => sizes[i] === most);
  const [only] = largest;
  return largest.length === 1 && only && only.word !== UNSTATED ? only.word : null;
}

/** Whether the public rows of a dataset say in which row of which file each of them stands. */
function namesPlaces(year: Year, { id }: Dataset): boolean {
  const release = year.release(id);
  return release ? release.rowNumbers !== null : linesOf(year, id) > 0;
}

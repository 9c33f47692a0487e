/** The rows that a number is taken of: in words, and where they can be read. */
import type { Dataset } from "../datasets/define.ts";
import { linesOf } from "../downloads/rows.ts";
import type { RowMetric } from "../metrics/define.ts";
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

/** Whether the public rows of a dataset say in which row of which file each of them stands. */
function namesPlaces(year: Year, { id }: Dataset): boolean {
  const release = year.release(id);
  return release ? release.rowNumbers !== null : linesOf(year, id) > 0;
}

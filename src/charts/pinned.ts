/** Where a chart of a year stands as it is now and for ever. */
import { pinnedPath, publicationsOf } from "../editions/of-chart.ts";
import type { Site } from "../site/year.ts";
import { idsOf } from "./renamed.ts";
import type { Rendered } from "./render.ts";

/**
 * The address, from the site's root, of the published state that says what the chart says now; null
 * while that has not been published as a version (npm run release): then only its live address exists.
 */
export function pinnedAddress(site: Site, { chart, year, content }: Rendered): string | null {
  const last = publicationsOf(site.editions, idsOf(site, chart.id), year).at(-1);
  return last && last.state.content === content ? pinnedPath(last.version, last.state) : null;
}

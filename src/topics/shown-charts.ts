/** The charts that a site shows: those of its topics that say something in some year. Apart from the topics, as they are drawn to tell. */
import type { Chart } from "../charts/define.ts";
import { chartsOf } from "../charts/of-site.ts";
import { isGiven } from "../charts/render.ts";
import type { Site } from "../site/year.ts";
import { shownTopics } from "./shown.ts";

const cache = new WeakMap<Site["years"], readonly Chart[]>();

/** The charts that have a page. */
export function shownCharts(site: Site): readonly Chart[] {
  let charts = cache.get(site.years);
  if (!charts) {
    const topics = shownTopics(site);
    charts = chartsOf(site).filter(
      (chart) =>
        topics.some(({ id }) => id === chart.topic) &&
        site.years.some((year) => isGiven(site, chart, year)),
    );
    cache.set(site.years, charts);
  }
  return charts;
}

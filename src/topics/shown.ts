/** What of topics, charts and metrics a site shows: all that was published in some year, nothing else. */
import type { Chart } from "../charts/define.ts";
import { chartsOf } from "../charts/of-site.ts";
import { isGiven } from "../charts/render.ts";
import { isSilent } from "../figures/figures.ts";
import type { Metric } from "../metrics/define.ts";
import { everPublished } from "../site/published.ts";
import type { Site } from "../site/year.ts";
import type { Topic } from "./define.ts";
import { isHidden, topicsOf } from "./of-site.ts";

interface Shown {
  topics: readonly Topic[];
  charts: readonly Chart[];
}

const cache = new WeakMap<Site["years"], Shown>();

/** The topics of which the body has anything, in the order of the navigation. */
export function shownTopics(site: Site): readonly Topic[] {
  return shown(site).topics;
}

/** The charts that have a page: those of its topics that show something in some year. */
export function shownCharts(site: Site): readonly Chart[] {
  return shown(site).charts;
}

/** The topics of which it has nothing. */
export function absentTopics(site: Site): readonly Topic[] {
  return topicsOf(site).filter((topic) => !hasData(site, topic));
}

/** The topics of which it has something and shows no page. */
export function hiddenTopics(site: Site): readonly Topic[] {
  return topicsOf(site).filter((topic) => hasData(site, topic) && isHidden(site, topic));
}

/** The metrics that have a page: of a topic that is shown what is missing too, else what was published. */
export function listedMetrics(site: Site): ReadonlyMap<string, Metric> {
  return new Map(
    [...site.metrics].filter(
      ([id, { topic }]) =>
        shownTopics(site).some((one) => one.id === topic) || everPublished(site.latest, id),
    ),
  );
}

/** The metrics of a topic of which nothing is published in the latest year. */
export function unpublishedOf({ metrics, latest }: Site, topic: Topic): readonly Metric[] {
  return [...metrics.values()].filter(({ id, topic: of }) => {
    const figure = latest.figures.get(id);
    return of === topic.id && (figure === undefined || isSilent(figure));
  });
}

function shown(site: Site): Shown {
  let made = cache.get(site.years);
  if (!made) {
    const topics = topicsOf(site).filter((topic) => hasData(site, topic) && !isHidden(site, topic));
    made = {
      topics,
      charts: chartsOf(site).filter(
        (chart) =>
          topics.some(({ id }) => id === chart.topic) &&
          site.years.some((year) => isGiven(site, chart, year)),
      ),
    };
    cache.set(site.years, made);
  }
  return made;
}

function hasData({ years, latest }: Site, { id, datasets }: Topic): boolean {
  return (
    datasets.some((dataset) => years.some((year) => year.release(dataset.id))) ||
    [...latest.figures.values()].some(
      ({ metric }) => metric.topic === id && everPublished(latest, metric.id),
    )
  );
}

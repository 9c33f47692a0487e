/** What of topics and metrics a site shows: all that was published in some year, nothing else. */
import { isSilent } from "../figures/figures.ts";
import type { Metric } from "../metrics/define.ts";
import { everPublished } from "../site/published.ts";
import type { Site } from "../site/year.ts";
import type { Topic } from "./define.ts";
import { isHidden, topicsOf } from "./of-site.ts";

const cache = new WeakMap<Site["years"], readonly Topic[]>();

/** The topics of which the body has anything, in the order of the navigation. */
export function shownTopics(site: Site): readonly Topic[] {
  let topics = cache.get(site.years);
  if (!topics) {
    topics = topicsOf(site).filter((topic) => hasData(site, topic) && !isHidden(site, topic));
    cache.set(site.years, topics);
  }
  return topics;
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

function hasData({ years, latest }: Site, { id, datasets }: Topic): boolean {
  return (
    datasets.some((dataset) => years.some((year) => year.release(dataset.id))) ||
    [...latest.figures.values()].some(
      ({ metric }) => metric.topic === id && everPublished(latest, metric.id),
    )
  );
}

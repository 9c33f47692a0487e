/** What stands on a topic's page in a year: a section a question with one picture, and where the rest is. */
import type { Chart } from "../charts/define.ts";
import { isGiven, render } from "../charts/render.ts";
import type { Site, Year } from "../site/year.ts";
import type { Topic, TopicSection } from "./define.ts";
import { shownTopics } from "./shown.ts";
import { shownCharts } from "./shown-charts.ts";

/** More pictures are no story. */
export const MOST_PICTURES = 7;

/** A section that has something to say in the year, with the chart that says it. */
export interface Answered extends TopicSection {
  chart: Chart;
}

export interface Story {
  /** Empty where a list is clearer: a jump list of one leads nowhere. */
  sections: readonly Answered[];
  /** The pictures of no section: all of a topic without sections, else the body's own, while there is room. */
  others: readonly Chart[];
  /** What has no place on the page. */
  rest: readonly Chart[];
}

/** The charts of a topic that say something in a year. */
export function chartsOfTopic(site: Site, { id }: Topic, year: Year): readonly Chart[] {
  return shownCharts(site).filter((chart) => chart.topic === id && isGiven(site, chart, year));
}

export function storyOf(site: Site, topic: Topic, year: Year): Story {
  const given = chartsOfTopic(site, topic, year);
  const used = new Set<Chart>();
  const answered = (topic.sections ?? []).flatMap((section): Answered[] => {
    const chart = pictureOf(
      site,
      section,
      year,
      given.filter((one) => !used.has(one)),
    );
    if (!chart) return [];
    used.add(chart);
    return [{ ...section, chart }];
  });
  const sections = answered.length > 1 ? answered.slice(0, MOST_PICTURES) : [];
  const shown = new Set(sections.map(({ chart }) => chart));
  const others = given
    .filter((chart) => !shown.has(chart) && (chart.own || sections.length === 0))
    .slice(0, MOST_PICTURES - sections.length);
  for (const chart of others) shown.add(chart);
  return { sections, others, rest: given.filter((chart) => !shown.has(chart)) };
}

/** The address of a topic in a year, from the site's root; the latest is the topic's own. */
export function pathOf(site: Site, topic: string, year: Year): string {
  return year === site.latest ? `${topic}/` : `${topic}/${year.year}/`;
}

/** The page of all charts of a topic in a year. */
export function allChartsPath(site: Site, topic: string, year: Year): string {
  return `${pathOf(site, topic, year)}charts/`;
}

/** Where among the pages of its topic a chart stands in a year. */
export function placeOf(site: Site, chart: Chart, year: Year): string {
  const topic = shownTopics(site).find(({ id }) => id === chart.topic);
  const away = topic && storyOf(site, topic, year).rest.includes(chart);
  return `${away ? allChartsPath(site, chart.topic, year) : pathOf(site, chart.topic, year)}#${chart.id}`;
}

/** The first that shows a disagreement, else that knows a number; what is all unknown is no answer. */
function pictureOf(
  site: Site,
  { charts }: TopicSection,
  year: Year,
  given: readonly Chart[],
): Chart | undefined {
  const own = charts.flatMap((id) => given.find((chart) => chart.id === id) ?? []);
  const viewOf = (chart: Chart) => render(site, chart, year).view;
  return (
    own.find((chart) => viewOf(chart).finding) ??
    own.find((chart) => viewOf(chart).items.some(({ amount }) => amount.state !== "unknown"))
  );
}

/** The topics that in some year have more charts than their pages show. */
export function topicsWithMore(site: Site): readonly Topic[] {
  return shownTopics(site).filter((topic) =>
    site.years.some((year) => storyOf(site, topic, year).rest.length > 0),
  );
}

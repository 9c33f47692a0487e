/** The questions of a site: those of its topics, in the order that its site.yaml gives. */
import type { Chart } from "../charts/define.ts";
import type { Problems } from "../ingest/problems/problems.ts";
import { nearest } from "../ingest/text/nearest.ts";
import { everPublished } from "../site/published.ts";
import type { Site } from "../site/year.ts";
import { shownTopics } from "../topics/shown.ts";
import { shownCharts } from "../topics/shown-charts.ts";
import { type Question, questions } from "./index.ts";

/** Those that are asked: a body without courts or tickets has none of them. */
export function questionsOf(site: Site): readonly Question[] {
  const topics = shownTopics(site);
  const listed = site.config.questions;
  const placeOf = ({ name }: Question) => {
    const place = listed.findIndex((one) => one.name === name);
    return place < 0 ? listed.length : place;
  };
  return questions
    .filter(({ topic }) => topic === null || topics.some(({ id }) => id === topic))
    .filter(({ askedOf }) => askedOf === undefined || everPublished(site.latest, askedOf))
    .filter((question) => !isLeftOut(site, question))
    .toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Every chart with a page of its own, those of the questions among them. */
export function chartsToEmbed(site: Site): readonly Chart[] {
  return [...shownCharts(site), ...questionsOf(site).map(({ chart }) => chart)];
}

/** Whether site.yaml leaves it out. */
export function isLeftOut({ config }: Pick<Site, "config">, { name }: Question): boolean {
  return config.questions.some((one) => one.hidden && one.name === name);
}

/** Each name in 问题 is that of a question. */
export function sayQuestions({ config }: Pick<Site, "config">, problems: Problems): void {
  const names = questions.map(({ name }) => name);
  for (const { name } of config.questions) {
    if (names.includes(name)) continue;
    const near = nearest(name, names);
    problems.add({
      code: "yaml-field",
      file: "site.yaml",
      column: "问题",
      value: name,
      why: `没有“${name}”这个问题`,
      fix: near ? `是不是“${near}”？` : `可用的有：${names.join("、")}`,
    });
  }
}

/** The words of a site, each with the page that tells of it: what stands on the page of the search as it is. */
import { datasets } from "../datasets/index.ts";
import { linesOf } from "../downloads/rows.ts";
import { findingsOf } from "../findings/find.ts";
import { findingPath } from "../findings/words.ts";
import { columnOf, isRowMetric } from "../metrics/define.ts";
import { UNSTATED } from "../metrics/engine/counter.ts";
import { questionsOf } from "../questions/of-site.ts";
import type { Site } from "../site/year.ts";
import { fragmentOf } from "../text/links.ts";
import { inPlaceWord } from "../text/place.ts";
import { ASPECTS } from "../tickets/aspects.ts";
import { pathOf, subjectsOf } from "../tickets/of-site.ts";
import { listedMetrics } from "../topics/shown.ts";
import { shownCharts } from "../topics/shown-charts.ts";

export interface Word {
  label: string;
  /** From the site's root. */
  href: string;
}

export interface WordList {
  title: string;
  words: readonly Word[];
}

/** Every list that has a word. */
export function wordLists(site: Site): WordList[] {
  return [
    { title: "问题", words: questions(site) },
    ...ofColumns(site),
    { title: "数字", words: figures(site) },
    { title: "图表", words: charts(site) },
    { title: "报告的章节", words: reportParts(site) },
    { title: "对不上的地方", words: findings(site) },
    { title: "数据表和列", words: tables(site) },
  ].filter(({ words }) => words.length > 0);
}

function questions(site: Site): Word[] {
  return questionsOf(site).map(({ id, question }) => ({
    label: question,
    href: `questions/${id}/`,
  }));
}

/** Streets, categories, fields, channels: the bureau's own words, by the column that they stand in. */
function ofColumns(site: Site): WordList[] {
  const lists = new Map<string, Map<string, string>>();
  for (const metric of listedMetrics(site).values()) {
    if (!isRowMetric(metric) || metric.by === undefined) continue;
    const column = columnOf(metric.dataset, metric.by);
    const groups = site.latest.figures.get(metric.id)?.groups ?? [];
    if (!column.vocabulary) continue;
    const title = inPlaceWord(column.label, site.latest.place);
    const words = lists.get(title) ?? new Map<string, string>();
    lists.set(title, words);
    const aspect = ASPECTS.find(({ count }) => count === metric.id);
    for (const subject of aspect ? subjectsOf(site, aspect, site.latest) : []) {
      words.set(subject.word, pathOf(site, aspect!, site.latest, subject));
    }
    for (const { word } of groups) {
      if (word !== UNSTATED && !words.has(word))
        words.set(word, `figures/${metric.id}/#${fragmentOf(word)}`);
    }
  }
  return [...lists].map(([title, words]) => ({
    title,
    words: [...words].map(([label, href]) => ({ label, href })),
  }));
}

function figures(site: Site): Word[] {
  return [...listedMetrics(site).values()].map(({ id, label }) => ({
    label,
    href: `figures/${id}/`,
  }));
}

function charts(site: Site): Word[] {
  return shownCharts(site).map(({ id, question }) => ({ label: question, href: `charts/${id}/` }));
}

function reportParts({ years }: Site): Word[] {
  return [...years].reverse().flatMap(({ year, report }) =>
    (report?.parts ?? []).map(({ id, title }) => ({
      label: `${year}年：${title}`,
      href: `${year}/#${id}`,
    })),
  );
}

function findings({ years }: Site): Word[] {
  return [...years].reverse().flatMap((year) =>
    findingsOf(year).map((check) => ({
      label: `${year.year}年：${check.figure.metric.label}`,
      href: findingPath(year, check),
    })),
  );
}

function tables({ years, latest }: Site): Word[] {
  return datasets
    .filter(({ id }) => years.some((year) => linesOf(year, id) > 0))
    .flatMap(({ id, label, columns }) => [
      { label, href: `data/#${id}` },
      ...Object.values(columns).map((column) => ({
        label: `${label}：${inPlaceWord(column.label, latest.place)}`,
        href: `data/#${id}`,
      })),
    ]);
}

/** The charts of a site: those declared, and those of what its data state beyond them. */
import type { Figure } from "../figures/figures.ts";
import { conditionsText, isRowMetric, type Metric } from "../metrics/define.ts";
import type { Site, Year } from "../site/year.ts";
import { writtenText } from "../text/format.ts";
import type { Amount } from "../values/amount.ts";
import type { Chart } from "./define.ts";
import { charts } from "./index.ts";
import { isOwn, partsOf } from "./own/own-metrics.ts";
import { partsChart } from "./own/parts.ts";
import { trendChart } from "./own/trend.ts";

/** A total with more parts than these is a line alone; each part has its own on its page. */
const MOST_LINES = 6;

const cache = new WeakMap<Site["years"], readonly Chart[]>();

/** Every chart of a site, in the order of the topic pages. */
export function chartsOf({ years }: Pick<Site, "years">): readonly Chart[] {
  let all = cache.get(years);
  if (!all) {
    all = [...charts, ...ownCharts(years)];
    cache.set(years, all);
  }
  return all;
}

/** A chart of the parts for each total that has some of the bureau's own, a trend for each head. */
function ownCharts(years: readonly Year[]): Chart[] {
  return [...(years.at(-1)?.figures.values() ?? [])].flatMap(({ metric }) => {
    const parts = allParts(years, metric.id);
    const ownParts = parts.filter(isOwn);
    const own: Chart[] = [];
    if (ownParts.length > 0 && !areInRows(years, metric)) own.push(partsChart(metric, parts));
    if (isHead(years, metric.id)) {
      const lines = [...(isOwn(metric.id) ? [metric.id] : []), ...below(years, metric.id)];
      if (lines.length > 0)
        own.push(trendChart(metric, lines.length > MOST_LINES ? lines.slice(0, 1) : lines));
    }
    return own.filter(({ view }) => years.some((year) => view(year).form !== null));
  });
}

/** Whether in every year the rows break a total down into the same numbers: their chart says it. */
function areInRows(years: readonly Year[], whole: Metric): boolean {
  if (!isRowMetric(whole)) return false;
  return years.every((year) => {
    const parts = partsOf(year, whole.id).map((id) => year.figures.get(id)?.amount);
    const isSame = ({ metric, groups, groupsStated }: Figure) =>
      isRowMetric(metric) &&
      metric.by !== undefined &&
      metric.dataset === whole.dataset &&
      conditionsText(metric) === conditionsText(whole) &&
      !groupsStated &&
      numbersOf((groups ?? []).map(({ amount }) => amount)) === numbersOf(parts);
    return parts.length === 0 || [...year.figures.values()].some(isSame);
  });
}

function numbersOf(amounts: readonly (Amount | undefined)[]): string {
  return JSON.stringify(amounts.map((one) => one && writtenText(one, "")).sort());
}

function allParts(years: readonly Year[], id: string): string[] {
  return [...new Set(years.flatMap((year) => partsOf(year, id)))];
}

/** Whether no year says that it is part of another. */
function isHead(years: readonly Year[], id: string): boolean {
  return years.every(({ figures }) =>
    (figures.get(id)?.statements ?? []).every(({ parent }) => parent === null),
  );
}

/** The bureau's own numbers that are part of it in some year, 合计 or 其中. */
function below(years: readonly Year[], id: string): string[] {
  const found = years.flatMap(({ figures }) =>
    [...figures.values()].flatMap(({ metric, statements }) =>
      isOwn(metric.id) && statements.some(({ parent }) => parent === id) ? [metric.id] : [],
    ),
  );
  return [...new Set(found)];
}

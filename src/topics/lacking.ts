/** What a topic lacks: columns of which nothing is published, and with which of them what will come. */
import type { Dataset } from "../datasets/define.ts";
import { isSilent } from "../figures/figures.ts";
import { ROWS, STATISTICS } from "../figures/origin.ts";
import { isRowMetric, keysOf, type Metric, type RowMetric } from "../metrics/define.ts";
import type { Release } from "../protect/index.ts";
import { everPublished } from "../site/published.ts";
import type { Site, Year } from "../site/year.ts";
import { listText } from "../text/format.ts";
import { inPlaceWord } from "../text/place.ts";
import type { Topic } from "./define.ts";
import { unpublishedOf } from "./shown.ts";

/** What is to be said of each table of a topic in a year; nothing of one that the body never had. */
export function tableNotes(year: Year, { datasets }: Topic): readonly string[] {
  return datasets.flatMap((dataset) => {
    const release = year.release(dataset.id);
    if (release) {
      const labels = emptyColumns(dataset, release).map((label) => inPlaceWord(label, year.place));
      return labels.length > 0 ? `“${dataset.label}”还没有公布：${labels.join("、")}。` : [];
    }
    const own = [...year.figures.values()].filter(
      ({ metric }) => isRowMetric(metric) && metric.dataset === dataset,
    );
    // Sums that a database made are rows of figures, and no list of matters.
    if (own.some(({ provenance }) => provenance.total > 0))
      return `“${dataset.label}”只有汇总好的行，没有一件一行的数据。`;
    if (own.some((figure) => !isSilent(figure)))
      return `“${dataset.label}”没有${ROWS}，只有报告写的总数。`;
    return own.some(({ metric }) => everPublished(year, metric.id))
      ? `${year.year}年没有公布“${dataset.label}”。`
      : [];
  });
}

/** Public columns of which a year says nothing. */
function emptyColumns(dataset: Dataset, release: Release): string[] {
  const later = notYet(dataset, release);
  return Object.entries(dataset.columns)
    .filter(([key, column]) => !column.private && key !== "count" && key !== "section")
    .filter(([key]) => !release.filledColumns.has(key) && !later.has(key))
    .map(([, column]) => column.label);
}

/** Columns that a day brings which has come for no row, as all of them say: of suits that are pending, the result. */
function notYet(
  { afterwards = [] }: Dataset,
  { columns, lines }: Release,
): ReadonlyMap<string, string> {
  const open = afterwards.flatMap(({ day, column, word = "", before = [] }) => {
    const state = columns.find(({ key }) => key === column);
    const said = state ? [...new Set(state.codes)].map((code) => state.values[code]) : [];
    const isOpen = lines > 0 && said.every((one) => before.some((own) => own === one));
    return isOpen && said.length > 0 ? [{ day, word }] : [];
  });
  return new Map(
    open.flatMap(({ day, word }) => {
      const brought = afterwards.filter((one) => one.day === day && one.until === null);
      return [day, ...brought.map(({ column }) => column)].map((key) => [key, word] as const);
    }),
  );
}

/** Numbers of a topic that are not published, by what must be written for them to come. */
export function awaited(site: Site, topic: Topic): ReadonlyMap<string, readonly Metric[]> {
  const isListed = ({ id }: Metric) =>
    site.years.some(({ figures }) => figures.get(id)?.statements.some(({ listed }) => listed));
  return Map.groupBy(unpublishedOf(site, topic), (metric) =>
    isListed(metric) ? BY_TABLE : needOf(site.latest, metric),
  );
}

const BY_TABLE = `${STATISTICS}写明`;
const BY_REPORT = "报告写明总数";

function needOf(year: Year, metric: Metric): string {
  if (isRowMetric(metric)) return columnsNeeded(year, metric);
  if (metric.kind === "reported") return BY_REPORT;
  const parts = [metric.denominator, metric.numerator].flatMap((id) => year.figures.get(id) ?? []);
  const silent = parts.find(isSilent);
  return silent ? needOf(year, silent.metric) : `${listText(parts.map(said))}都是确数`;
}

const said = ({ metric: { label } }: { metric: Metric }) => `“${label}”`;

/** The columns that it reads and that are empty; where none is, rows of the kind that it counts. */
function columnsNeeded(year: Year, metric: RowMetric): string {
  const { dataset } = metric;
  const release = year.release(dataset.id);
  const read = [...keysOf(metric), ...(metric.kind === "sum" ? [metric.of] : [])];
  // What is derived may be known without all that it is derived from.
  const told = new Set(
    release?.columns.flatMap(({ key, values }) => (values.length > 1 ? key : [])),
  );
  const columns = read
    .filter((key) => !told.has(key))
    .flatMap((key) => {
      const derived = dataset.derived?.[key];
      return derived ? (derived.tells ?? derived.from) : [key];
    });
  const later = release ? notYet(dataset, release) : new Map<string, string>();
  const word = columns.map((key) => later.get(key)).find(Boolean);
  if (word) return `“${dataset.label}”有“${word}”的行`;
  const labels = [...new Set(columns)]
    .filter((key) => !release?.filledColumns.has(key))
    .map((key) => inPlaceWord(dataset.columns[key]?.label ?? key, year.place));
  if (labels.length > 0) return `“${dataset.label}”写明${labels.join("、")}`;
  return release ? `“${dataset.label}”有这样的行` : `有了“${dataset.label}”的行`;
}

/** All numbers of the home page: which of them stand there, and what each is worth saying beside it. */
import { groupItems, itemOf } from "../charts/items.ts";
import { figureOf } from "../figures/figures.ts";
import { findingOf } from "../findings/find.ts";
import { metrics } from "../metrics/index.ts";
import { everPublished } from "../site/published.ts";
import type { Year } from "../site/year.ts";
import { enumerate } from "../text/sentences.ts";
import { largest } from "../text/standing-out.ts";
import type { Period } from "../values/period.ts";
import type { Topic } from "./define.ts";
import { timed } from "./told.ts";

interface Entry {
  id: string;
  /** Beside a number of a time that is said with it. */
  note?: (year: Year, said: Period) => string;
}

const beside =
  (...ids: [string, string][]) =>
  (year: Year, said: Period) =>
    enumerate(
      timed(
        year,
        ids
          .filter(([id]) => everPublished(year, id) && !isOfDisputed(year, id))
          .map(([id, label]) => itemOf(year, id, label))
          // Why a rate is not worked out stands on its own page, and of what it is in dispute.
          .filter(({ amount }) => amount.state !== "small"),
        said,
      ),
    );

/** A rate of which a part is two numbers. */
function isOfDisputed(year: Year, id: string): boolean {
  const { metric, amount, computed } = figureOf(year, id);
  if (metric.kind !== "ratio" || amount !== computed) return false;
  return [metric.numerator, metric.denominator].some((part) => findingOf(year, part));
}

const mostly = (id: string, whole: string) => (year: Year, said: Period) => {
  const items = groupItems(year, id, "sorted");
  return items.length > 0 ? largest(timed(year, items, said), itemOf(year, whole)) : "";
};

interface Section {
  title: string;
  entries: readonly Entry[];
}

/** What a home page tells of: the numbers that were ever published, of the topics that are shown. */
const isTold = (year: Year, topics: readonly Topic[] | null, id: string) =>
  everPublished(year, id) &&
  (topics === null || topics.some((topic) => topic.id === figureOf(year, id).metric.topic));

/** The numbers at a glance, in their sections. */
export function glanceOf(year: Year, topics: readonly Topic[]): readonly Section[] {
  const known = GLANCE.map(({ title, entries }) => ({
    title,
    entries: entries.filter(({ id }) => isTold(year, topics, id)),
  }));
  const room = ROWS - known.flatMap(({ entries }) => entries).length;
  const own = {
    title: "还有这些数字",
    entries: ownEntries(year, topics).slice(0, Math.max(room, 0)),
  };
  return [...known, own].filter(({ entries }) => entries.length > 0);
}

/** So many rows are a glance: where fewer of ours are known, the body's own numbers have the room. */
const ROWS = 8;

/** The body's own numbers, but those that are part of another. */
function ownEntries(year: Year, topics: readonly Topic[] | null): Entry[] {
  return [...year.figures.values()]
    .filter(({ metric }) => metric.kind === "reported" && !OURS.has(metric.id))
    .filter(({ statements }) => statements.every(({ parent }) => parent === null))
    .filter(({ metric, amount }) => amount.state !== "unknown" && isTold(year, topics, metric.id))
    .map(({ metric }) => ({ id: metric.id }));
}

const OURS: ReadonlySet<string> = new Set(metrics.map(({ id }) => id));

const GLANCE: readonly Section[] = [
  {
    title: "做了什么",
    entries: [
      { id: "cases", note: mostly("cases-by-field", "cases") },
      { id: "licences", note: beside(["levies", "行政征收征用"]) },
      { id: "complaints", note: beside(["complaints-resolved", "办结"]) },
      {
        id: "inspections",
        note: beside(["inspected", "抽取对象"], ["inspection-problems", "发现问题"]),
      },
      { id: "publicity-events", note: mostly("publicity-by-form", "publicity-events") },
    ],
  },
  {
    title: "依法情况",
    entries: [
      {
        id: "legal-reviews",
        note: (year, said) =>
          everPublished(year, "legal-reviews-passed")
            ? `${enumerate(timed(year, [itemOf(year, "legal-reviews-passed", "审核通过")], said))}；件次与件不能相减`
            : "",
      },
      { id: "penalty-disclosures" },
      {
        id: "litigation",
        note: (year, said) => {
          const instances = timed(year, groupItems(year, "litigation-by-instance", "own"), said);
          return instances.length > 0 ? `各审级分别计件：${enumerate(instances)}` : "";
        },
      },
      {
        id: "head-appearances",
        note: beside(["hearings", "一审开庭"], ["head-appearance-rate", "出庭率"]),
      },
      { id: "reconsiderations" },
    ],
  },
  {
    title: "群众反映",
    entries: [
      { id: "online-opinions", note: beside(["news-releases", "发布新闻稿"]) },
      { id: "messages", note: beside(["rectification-updates", "公布整改情况"]) },
    ],
  },
];

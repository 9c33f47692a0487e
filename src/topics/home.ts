/** The home page: which figures stand at a glance, and what each is worth saying beside it. */
import { groupItems, itemOf } from "../charts/items.ts";
import { figureOf, fullOrigin } from "../figures/figures.ts";
import { findingsOf, madeOf } from "../findings/find.ts";
import { metrics } from "../metrics/index.ts";
import { everPublished } from "../site/published.ts";
import type { Year } from "../site/year.ts";
import { countWord, UNKNOWN } from "../text/format.ts";
import { wholeText } from "../text/period.ts";
import { enumerate, itemText, largest, valueText } from "../text/sentences.ts";
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
        ids.filter(([id]) => everPublished(year, id)).map(([id, label]) => itemOf(year, id, label)),
        said,
      ),
    );

const mostly = (id: string) => (year: Year, said: Period) => {
  const items = groupItems(year, id, "sorted");
  return items.length > 0 ? largest(timed(year, items, said)) : "";
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
    .filter(({ metric }) => isTold(year, topics, metric.id))
    .map(({ metric }) => ({ id: metric.id }));
}

const OURS: ReadonlySet<string> = new Set(metrics.map(({ id }) => id));

const GLANCE: readonly Section[] = [
  {
    title: "做了什么",
    entries: [
      { id: "cases", note: mostly("cases-by-field") },
      { id: "licences", note: beside(["levies", "行政征收征用"]) },
      { id: "complaints", note: beside(["complaints-resolved", "办结"]) },
      {
        id: "inspections",
        note: beside(["inspected", "抽取对象"], ["inspection-problems", "发现问题"]),
      },
      { id: "publicity-events", note: mostly("publicity-by-form") },
    ],
  },
  {
    title: "依法情况",
    entries: [
      {
        id: "legal-reviews",
        note: (year, said) =>
          everPublished(year, "legal-reviews-passed")
            ? `${enumerate(timed(year, [itemOf(year, "legal-reviews-passed", "基本满足处罚条件")], said))}；件次与件不能相减`
            : "",
      },
      { id: "penalty-disclosures" },
      {
        id: "litigation",
        note: (year, said) =>
          enumerate(timed(year, groupItems(year, "litigation-by-instance", "own"), said)),
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

/** The year in one sentence, with what does not add up. */
export function homeHeadline(year: Year, topics: readonly Topic[] | null = null): string {
  const found = findingsOf(year);
  const numbers = found.filter(({ rule }) => rule.about !== "procedure");
  const broken = numbers.length;
  const unlawful = found.length - broken;
  const where = numbers.every(({ figure }) => fullOrigin(figure).sections.length > 0)
    ? "报告里"
    : "";
  const checked = madeOf(year).length;
  const start = firstWork(year, topics);
  if (broken > 0) return `${start}；\u200b${where}有${countWord(broken)}处\u200b数字对不上`;
  if (unlawful > 0) return `${start}；\u200b法制审核有${countWord(unlawful)}处\u200b要核实`;
  return checked > 0 ? `${start}；\u200b核对过的数字都对得上` : start;
}

/** What a year's work is told by, the most telling first; the first two that the body publishes are. */
const WORK: readonly [id: string, label: string][] = [
  ["cases", "办案"],
  ["penalties-by-kind", "作出处罚决定"],
  ["litigation", "被诉"],
  ["complaints", "受理投诉工单"],
  ["licences", "办理许可"],
  ["reconsiderations", "行政复议"],
  ["inspections", "随机抽查"],
  ["publicity-events", "普法宣传"],
  ["messages", "群众反映"],
];

function firstWork(year: Year, topics: readonly Topic[] | null): string {
  const work = WORK.filter(([id]) => isTold(year, topics, id));
  // Decisions stand for the cases only where nothing else is known of them.
  const isOfCases = work.some(([id]) => id === "cases");
  const published = work.filter(([id]) => id !== "penalties-by-kind" || !isOfCases).slice(0, 2);
  if (published.length === 0) return ownWork(year, topics);
  const said = published.map(([id, label]) => ({
    time: wholeText(figureOf(year, id).period),
    text: `${label.replace("投诉工单", year.tickets)}${valueText(itemOf(year, id))}`,
  }));
  // Said once where they are of one time.
  const one = new Set(said.map(({ time }) => time)).size === 1;
  return said.map(({ time, text }, i) => `${i === 0 || !one ? time : ""}${text}`).join("，\u200b");
}

/** The first of the body's own numbers, where it publishes none of ours. */
function ownWork(year: Year, topics: readonly Topic[] | null): string {
  const own = ownEntries(year, topics)
    .map(({ id }) => figureOf(year, id))
    .find(({ amount }) => amount.state !== "unknown");
  return own
    ? `${wholeText(own.period)}${itemText(itemOf(year, own.metric.id))}`
    : `${wholeText(year.period)}的数字${UNKNOWN}`;
}

export function homeLead(year: Year): string {
  const heads = ["hearings", "head-appearances"].some((id) => everPublished(year, id))
    ? "一审开庭{{hearings}}，其中负责人出庭{{head-appearances}}。"
    : "";
  return `${heads}下面每个数字都能点开，看到定义、出处和数据行；没有公布的写“未公布”，不写零。`;
}

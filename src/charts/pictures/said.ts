/** What every picture of a chart says, out of its context: whose, of which year, marked, from where. */
import { CORRECTED } from "../../findings/define.ts";
import type { Site, Year } from "../../site/year.ts";
import { DEMO, inventedBehind } from "../../text/demo.ts";
import { dateText, UNKNOWN } from "../../text/format.ts";
import { yearText } from "../../text/period.ts";
import { valueText } from "../../text/sentences.ts";
import { type Item, type View, yearPageOf } from "../define.ts";
import { plain, type Rendered } from "../render.ts";

export interface PictureWords {
  bureau: string;
  year: string;
  demo: string;
  /** What disagrees, or was put right. */
  states: readonly string[];
  calm: boolean;
  /** With the marks where a line may break. */
  title: string;
  subtitle: string;
  /** The subtitle without what it says of the drawing, for a picture that has none. */
  scope: string;
  /** Of what the numbers in the place of a drawing are, where their names do not say it; a sentence or empty. */
  what: string;
  notes: readonly string[];
  /** In the place of a drawing: its numbers, or where there are none, that they are not published. */
  items: readonly { name: string; value: string }[];
  instead: string;
  foot: readonly string[];
}

/** A year at a glance: its questions and their answers. */
export function saidOfYear(
  { config }: Site,
  year: Year,
  title: string,
  answers: PictureWords["items"],
): PictureWords {
  return {
    bureau: `${config.bureau}${inventedBehind(config.demo)}`,
    year: yearText(year.period),
    demo: config.demo ? DEMO : "",
    states: [],
    calm: true,
    title,
    subtitle: "",
    scope: "",
    what: "",
    notes: [],
    items: answers,
    instead: UNKNOWN,
    foot: [`来源：${config.title}`, ...(config.url ? [config.url] : [])],
  };
}

export function saidBy({ config }: Site, rendered: Rendered): PictureWords {
  const { view, state, chart, year, source, corrected } = rendered;
  const numbers = [...view.items, ...(view.told ?? []), ...(view.total ? [view.total] : [])];
  const isSettled =
    !state.includes(CORRECTED) && numbers.some(({ settled }) => settled?.includes(CORRECTED));
  const listed = listedOf(view);
  const day = corrected && `（${dateText(corrected)}）`;
  // The note of it may have no room; what is in dispute says it with its day.
  const isSaid = Boolean(corrected) && state.endsWith(`${dateText(corrected ?? "")}${CORRECTED}`);
  const mark = corrected === null ? (isSettled ? CORRECTED : "") : `${CORRECTED}${day}`;
  return {
    bureau: `${config.bureau}${inventedBehind(config.demo)}`,
    year: yearText(rendered.period),
    demo: config.demo ? DEMO : "",
    states: [state, isSaid ? "" : mark].filter((text) => text !== ""),
    calm: rendered.calm,
    title: view.title,
    subtitle: plain(view.subtitle),
    scope: scopeOf(plain(view.subtitle)),
    what: listed.what,
    notes: view.notes.map(plain),
    instead: plain(rendered.instead),
    items: rendered.instead === UNKNOWN ? [] : listed.items,
    foot: [`来源：${source}`, ...(config.url ? [`${config.url}${yearPageOf(chart, year)}`] : [])],
  };
}

/** What is counted, and in which unit. */
function scopeOf(subtitle: string): string {
  const [counted = "", ...others] = subtitle.split(/(?<=。)/);
  return [counted, ...others.filter((sentence) => sentence.startsWith("单位"))].join("");
}

/** The numbers in the place of a drawing: each says of what it is, or one sentence says it of all. */
function listedOf({ listed, items }: View): { what: string; items: PictureWords["items"] } {
  const all = listed?.items ?? items;
  const series = new Set(all.map(seriesOf));
  const [only = ""] = series.size === 1 ? series : [];
  const what = listed?.what ?? only;
  return {
    what: what && `列出的是${what}。`,
    items: all.map((item) => {
      const own = only ? "" : seriesOf(item);
      return { name: [plain(item.label), own].filter(Boolean).join("，"), value: valueText(item) };
    }),
  };
}

/** Which of several numbers of the same thing it is, where its label does not say it. */
function seriesOf({ label, series = "" }: Item): string {
  return label.includes(series) ? "" : series;
}

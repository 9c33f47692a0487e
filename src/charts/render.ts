/** What every place that shows a chart needs of it: drawings, words, tidy data — computed once. */

import type { PublicValue } from "../editions/define.ts";
import { isSilent } from "../figures/figures.ts";
import { originOfAll } from "../figures/origin.ts";
import { checksBeside, findingsOf } from "../findings/find.ts";
import { isAnswered } from "../findings/settled.ts";
import { checkText, datedStateText, isOpenState, OPEN } from "../findings/words.ts";
import { originText } from "../site/origin-text.ts";
import type { Site, Year } from "../site/year.ts";
import { demoBefore } from "../text/demo.ts";
import { UNKNOWN } from "../text/format.ts";
import { wordText } from "../text/labels.ts";
import { periodText } from "../text/period.ts";
import { EXPLAINED, enumerate, itemText, UNEQUAL } from "../text/sentences.ts";
import { isWholeYear, type Period } from "../values/period.ts";
import { type CorrectedText, correctedText } from "./corrections.ts";
import { type Chart, type Item, type View, WIDTHS, type Width } from "./define.ts";
import { spanOf, timeText, withPeriods } from "./own-periods.ts";
import { contentOf, publicValues } from "./public-values.ts";
import { publishedText } from "./published.ts";

export interface Rendered {
  chart: Chart;
  year: number;
  /** The time that the year's data are of. */
  period: Period;
  view: View;
  /** The finding without the marks for line breaks. */
  title: string;
  /** SVG drawings of two widths for pages, or null when there is nothing to draw. */
  narrow: string | null;
  wide: string | null;
  /** The wide one of an embed, and that of the upright picture; drawn when one asks. */
  column: () => string | null;
  phone: () => string | null;
  /** What stands in the place of the drawing where there is none: the values, or 未公布. */
  instead: string;
  /** Text alternative of a picture that stands alone: form, finding, values, total, conflict or gap. */
  alt: string;
  /** The form and its values. */
  values: string;
  /** The same without what the finding says, for where that stands beside the drawing. */
  beside: string;
  /** The tag of what it is about, where two numbers disagree: ≠ 核对发现：未核定. */
  state: string;
  /** Whether all that disagrees in it has been explained: then nothing is red. */
  calm: boolean;
  /** The time that all its numbers are of, in words; empty where that is the whole year. */
  time: string;
  /** “来源：” without the word: what its numbers were taken of. */
  source: string;
  /** “报告2024年1月31日公布”; empty where no day is known or nothing is published. */
  published: string;
  /** The day on which a number was put right last, ISO; empty where it is not known; null where none was. */
  corrected: string | null;
  /** Its numbers as everybody can read them, and a word that changes with what it says. */
  numbers: readonly PublicValue[];
  content: string;
}

const cache = new WeakMap<Year, Map<string, Rendered>>();

/** A chart of a year, drawn once however many pages show it. */
export function render(site: Site, chart: Chart, year: Year): Rendered {
  let charts = cache.get(year);
  if (!charts) {
    charts = new Map();
    cache.set(year, charts);
  }
  const done = charts.get(chart.id);
  if (done) return done;
  const settled = withSettled(withPeriods(year, chart.view(year)));
  const numbers = publicValues(site, { view: settled, year: year.year });
  const corrected = correctedText(site, chart, year.year, numbers);
  const view = saidOnce(withBeside(chart, year, withCorrected(settled, corrected)));
  const calm = isCalm(year, view);
  const draw = (width: Width) => {
    const svg = view.form?.draw(width) ?? null;
    return calm ? (svg?.replaceAll("var(--alert)", "var(--ink)") ?? null) : svg;
  };
  const source = sourceText(site, year, view);
  const rendered: Rendered = {
    chart,
    year: year.year,
    period: year.period,
    view,
    title: plain(view.title),
    narrow: draw(WIDTHS.narrow),
    wide: draw(WIDTHS.wide),
    column: once(() => draw(WIDTHS.column)),
    phone: once(() => draw(WIDTHS.phone)),
    instead: view.items.some(({ amount }) => amount.state !== "unknown")
      ? enumerate(view.items)
      : UNKNOWN,
    alt: altText(site, year, view),
    values: formText(site, view, spoken(year, view)),
    beside: formText(site, view, besideTitle(year, view)),
    calm,
    state: view.finding
      ? `${isAnswered(year, view.finding) ? EXPLAINED : UNEQUAL} 核对发现：${datedStateText(year, view.finding)}`
      : "",
    time: timeText(year, view),
    source,
    published: numbers.some(({ state }) => state !== "unknown") ? publishedText(year) : "",
    corrected: corrected.day,
    numbers,
    content: contentOf(view, source, numbers),
  };
  charts.set(chart.id, rendered);
  return rendered;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Whether a chart has something to draw in a year; otherwise it waits for data. */
export function isDrawn(site: Site, chart: Chart, year: Year): boolean {
  return render(site, chart, year).view.form !== null;
}

/**
 * Whether it says anything in a year, drawn or written: a chart of nothing has no page. Of a breakdown
 * the words alone say something; of single numbers one among several that are unknown does not.
 */
export function isGiven(site: Site, chart: Chart, year: Year): boolean {
  // A question that has no answer says so, and what is missing.
  if (chart.folder === "questions") return true;
  const { view, instead } = render(site, chart, year);
  const published = chart.figures
    .flatMap((id) => year.figures.get(id) ?? [])
    .filter((figure) => !isSilent(figure));
  if (view.idle || published.length === 0) return false;
  if (view.form === null) return instead !== UNKNOWN;
  if (published.some(({ groups }) => (groups ?? []).length > 0)) return true;
  const known = view.items.filter(({ amount }) => amount.state !== "unknown").length;
  return known >= Math.min(2, view.items.length / 2);
}

/** The years in which it says something, ascending: only these have its embed, download and citation. */
export function givenYears(site: Site, chart: Chart): Year[] {
  return site.years.filter((year) => isGiven(site, chart, year));
}

/** A page a chart and year: the latest has one as well, its address stays when another is the latest. */
export function chartYears(site: Site, charts: readonly Chart[]) {
  return charts.flatMap((chart) =>
    givenYears(site, chart).map((year) => ({
      params: { id: chart.id, year: String(year.year) },
      props: { chart, year },
    })),
  );
}

/** Whether a year's data lack what it asks; a chart over years lacks nothing where there is one year. */
export function isWaiting(site: Site, chart: Chart, year: Year): boolean {
  return !chart.own && !render(site, chart, year).view.idle && !isGiven(site, chart, year);
}

/** What the bureau has put right or explained is said to be so, under the drawing. */
function withSettled(view: View): View {
  const own = [...view.items, ...(view.told ?? []), ...(view.total ? [view.total] : [])];
  const notes = own.flatMap(({ settled, ...item }) =>
    settled
      ? [`${itemText(item)}：${settled}，原来各处写的见“核对”。`]
      : item.explained
        ? [`${wordText(item.label)}：两处写的不同，${item.explained}，见“核对”。`]
        : [],
  );
  return notes.length > 0 ? { ...view, notes: [...new Set([...view.notes, ...notes])] } : view;
}

/** Two of the numbers may bring the same note. */
function saidOnce(view: View): View {
  return { ...view, notes: [...new Set(view.notes)] };
}

/** What was put right since it was first published is said for good. */
function withCorrected(view: View, { notes }: CorrectedText): View {
  return notes.length > 0 ? { ...view, notes: [...view.notes, ...notes] } : view;
}

/** Another record of the same that says otherwise is said under the drawing: the first, and how many more. */
function withBeside({ figures }: Chart, year: Year, view: View): View {
  const broken = findingsOf({ checks: figures.flatMap((id) => checksBeside(year, id)) });
  const [first, ...more] = broken.filter((check) => check !== view.finding);
  if (!first) return view;
  const rest = more.length > 0 ? `，另有${more.length}处，` : "，";
  const note = `${first.figure.metric.label}：${checkText(first)}${rest}见“核对”。`;
  return { ...view, notes: [...view.notes, note] };
}

/** Whether something disagrees and all of it has been explained; what counts disagreements (a mark each) is none itself. */
function isCalm(year: Year, { finding, items }: View): boolean {
  const disputed = items.filter(({ against }) => against);
  if (!finding && disputed.length === 0) return false;
  const open = disputed.some(({ disputed: state }) => isOpenState(state ?? OPEN));
  return !open && (!finding || isAnswered(year, finding));
}

export function plain(title: string): string {
  return title.replace(/\u200b/g, "");
}

/** What the numbers were really taken of, and up to when they go. */
function sourceText(site: Site, year: Year, view: View): string {
  const { items, beyond = [], told = [], total, from } = view;
  if (from !== undefined)
    return `${demoBefore(site.config.demo, "，")}${site.config.bureau}${from}`;
  const all = [...items, ...beyond, ...told, ...(total ? [total] : [])];
  const known = all.filter(({ amount }) => amount.state !== "unknown");
  // Where no number is known, the words are from somewhere.
  const shown = known.length > 0 ? known : all;
  const origin = originText(
    site,
    [...year.earlier, year].map((one) => ({
      year: one,
      origin: originOfAll(
        shown.flatMap(({ year: of = year.year, origin }) => (of === one.year ? [origin] : [])),
      ),
    })),
  );
  const demo = demoBefore(site.config.demo, "，");
  if (origin === "") return `${demo}${site.config.bureau}没有公布`;
  const span = spanOf(year, shown);
  const several = shown.some((item) => item.year !== undefined && item.year !== year.year);
  const until = isWholeYear(span) || several ? "" : `，数据${periodText(span)}`;
  return `${demo}${origin}${until}`;
}

const SPOKEN = 12;

function altText(site: Site, year: Year, view: View): string {
  const demo = demoBefore(site.config.demo, "。");
  if (!view.form) return `${demo}${plain(view.title)}。没有可以画的数据。`;
  const time = timeText(year, view);
  const finding = `${plain(view.title)}${time && `（${time}）`}`;
  return `${demo}${view.form.kind}：${finding}。${spoken(year, view)}。`;
}

/** The form and its values alone, where the finding stands beside the drawing. */
function formText(site: Site, { form }: View, values: string): string {
  return `${demoBefore(site.config.demo, "。")}${form?.kind ?? ""}：${values}`;
}

/** The values but those that the finding says: nobody hears them twice. */
function besideTitle(year: Year, view: View): string {
  const title = plain(view.title);
  const rest = view.items.filter((item) => !title.includes(itemText(item)));
  if (rest.length === view.items.length || view.aloud) return spoken(year, view);
  return rest.length > 0 ? `标题之外，${spoken(year, { ...view, items: rest })}` : "数字见标题";
}

/** Every value, if there are few; the rest is in the table. */
function spoken(year: Year, view: View): string {
  // One more is told as soon as counted.
  const most = view.items.length === SPOKEN + 1 ? SPOKEN + 1 : SPOKEN;
  const items = view.items.slice(0, most);
  const rest = view.items.length - items.length;
  const values = view.aloud ?? bySeries(items).replace(/[≠※]/g, "，另一处写");
  const more = rest > 0 && !view.aloud ? `，另有${rest}项见表` : "";
  const total = view.total ? `；${itemText(view.total)}` : "";
  const conflict = view.finding ? `。两个数字不一致，${datedStateText(year, view.finding)}` : "";
  return `${values}${more}${total}${conflict}`;
}

/** A series is named once: “诉讼2023年10件、2024年8件；复议…”. */
function bySeries(items: readonly Item[]): string {
  const runs = Map.groupBy(items, ({ series }) => series);
  if (runs.size < 2 || runs.size === items.length) return enumerate(items);
  return [...runs]
    .map(([series = "", own]) => {
      const prefix = `${series}，`;
      const short = own.map((item) => ({
        ...item,
        label: item.label.startsWith(prefix) ? item.label.slice(prefix.length) : item.label,
      }));
      return `${series}${short.map(itemText).join("、")}`;
    })
    .join("；");
}

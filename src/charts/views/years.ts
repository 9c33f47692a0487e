/** The view of measures over the years: small multiples, and what changed against the year before. */

import { figureOf } from "../../figures/figures.ts";
import { NO_ORIGIN } from "../../figures/origin.ts";
import { findingOf } from "../../findings/find.ts";
import type { RatioMetric } from "../../metrics/define.ts";
import { type Reason, whyNot } from "../../site/comparable.ts";
import type { Year } from "../../site/year.ts";
import { changeText, partChangeText } from "../../text/change.ts";
import { listText, namesText, UNKNOWN } from "../../text/format.ts";
import { asideText, fullText, periodText } from "../../text/period.ts";
import { itemText } from "../../text/sentences.ts";
import { UNKNOWN_AMOUNT } from "../../values/amount.ts";
import { isSamePeriod, isWholeYear } from "../../values/period.ts";
import type { Item, View } from "../define.ts";
import { rateScale, trend } from "../forms/trend.ts";
import { itemOf } from "../items.ts";
import { carriedOverNote } from "./carried-over.ts";

/** Every year from the first one to this; a year without data keeps its place as unknown. */
export function yearItems(year: Year, id: string): Item[] {
  const years = [...year.earlier, year];
  const first = years[0]?.year ?? year.year;
  return Array.from({ length: year.year - first + 1 }, (_, i) => {
    const one = years.find((other) => other.year === first + i);
    const label = String(first + i);
    if (!one)
      return { label, amount: UNKNOWN_AMOUNT, unit: figureOf(year, id).unit, origin: NO_ORIGIN };
    const item = itemOf(one, id);
    return { ...item, label, period: figureOf(one, id).period };
  });
}

/** Years that cannot be held against the one before them, and why. */
export function breaksOf(years: readonly Year[], id: string): { at: string; why: Reason }[] {
  return years.flatMap((one, i) => {
    const before = years[i - 1];
    const why = before ? whyNot(before, one, id) : null;
    return why ? [{ at: String(one.year), why }] : [];
  });
}

interface Line {
  id: string;
  label: string;
  items: readonly Item[];
  breaks: ReturnType<typeof breaksOf>;
}

/** “（截至11月30日）” behind the year of a number that is not of all of it. */
function partText({ amount, period }: Item): string {
  const isPart = amount.state !== "unknown" && period && !isWholeYear(period);
  return isPart ? asideText(period) : "";
}

/** Which points are of a part of their year: beside a drawing that shows only years. */
function partNotes(series: readonly Line[]): string[] {
  return series.flatMap(({ label, items, breaks }) => {
    const times = items.flatMap((item) => (partText(item) === "" ? [] : fullText(item.period!)));
    const unsaid = times.filter((time) => !breaks.some(({ why }) => why.long.includes(time)));
    return unsaid.length > 0 ? [`${label}：${unsaid.join("、")}的数不是全年的。`] : [];
  });
}

/** A part is held against its whole: fewer heads in court may be of fewer hearings. */
function lineChange(year: Year, { id, label, items }: Line): { text: string; counts?: string } {
  const { metric } = figureOf(year, id);
  const before = year.earlier.find((one) => one.year === year.year - 1);
  if (metric.kind === "ratio") return { text: rateChange(year, before, metric) };
  const whole = metric.kind === "count" ? metric.within : undefined;
  const [was, is] = [items.at(-2), items.at(-1)];
  if (!whole) return { text: changeText(label, was, is) };
  if (!before || !was || !is || whyNot(before, year, whole)) return { text: "" };
  const text = partChangeText(label, [itemOf(before, whole), was], [itemOf(year, whole), is]);
  // Where few are counted, both years' wholes are in it.
  return /上年|两年/.test(text) ? { text, counts: whole } : { text };
}

/** A rate is said to change by what it is made of: of few both years' counts are told. */
function rateChange(year: Year, before: Year | undefined, metric: RatioMetric): string {
  const { id, numerator, denominator } = metric;
  if (!before || [id, numerator, denominator].some((one) => whyNot(before, year, one))) return "";
  const [was, is] = [before, year].map(
    (one) => [decided(itemOf(one, denominator)), decided(itemOf(one, numerator))] as const,
  );
  return partChangeText(figureOf(year, numerator).metric.label, was!, is!);
}

/** Those of which it cannot be told are in neither part of a rate. */
function decided(item: Item): Item {
  const { amount } = item;
  return amount.state === "known" ? { ...item, amount: { ...amount, undetermined: 0 } } : item;
}

const SAME = "几乎没有变";

/** Longer, and a title takes more than two lines of a phone. */
const LONGEST = 26;

/** The first two, if a title holds both; where nothing has changed, that once of all. */
function changesText(changes: readonly string[]): string {
  const both = changes.slice(0, 2);
  const told = both.join("").replaceAll("\u200b", "").length > LONGEST ? both.slice(0, 1) : both;
  if (told.length < 2 || !told.every((text) => text.endsWith(SAME))) return told.join("；\u200b");
  return `${listText(told.map((text) => text.slice(0, -SAME.length)))}\u200b${SAME}`;
}

/** A number that is small and withheld is published as such: <5. */
function isTold({ items }: Pick<Line, "items">): boolean {
  const { state = "unknown" } = items.at(-1)?.amount ?? {};
  return state === "known" || state === "suppressed";
}

/** What is known of the year where it cannot be held against the one before, and why not. */
function latestText(year: Year, series: readonly Line[]): string {
  // What has been explained is no news.
  const isNews = ({ items }: Line) => items.at(-1)?.explained === undefined;
  const lines = series.some((line) => isNews(line) && isTold(line))
    ? series.filter(isNews)
    : series;
  const told = lines.flatMap(({ label, items, breaks }) => {
    const item = items.at(-1);
    if (!item || !isTold({ items })) return [];
    const why = breaks.find(({ at }) => at === String(year.year))?.why.short ?? "";
    const time = !item.period || isSamePeriod(item.period, year.period) ? "" : partText(item);
    return [{ text: itemText({ ...item, label: `${label}${time}` }), why }];
  });
  if (told.length === 0) return `${year.year}年的数${UNKNOWN}`;
  const [first, second] = told as [(typeof told)[0], (typeof told)[0] | undefined];
  const both = second?.why === first.why ? `${first.text}，${second.text}` : "";
  const text = both === "" || both.length > LONGEST ? first.text : both;
  return `${periodText(year.period)}${isWholeYear(year.period) ? "" : "，"}\u200b${text}${first.why && `；\u200b${first.why}`}`;
}

export function yearsView(year: Year, ids: readonly string[]): View {
  const all = ids.map(
    (id): Line => ({
      id,
      label: figureOf(year, id).metric.label,
      items: yearItems(year, id),
      breaks: breaksOf([...year.earlier, year], id),
    }),
  );
  // Of what was never published there is no line to draw; where nothing was, all say so.
  const known = all.filter(({ items }) => items.some(({ amount }) => amount.state !== "unknown"));
  const series = known.length > 0 ? known : all;
  const form = trend(
    series.map(({ breaks, ...one }) => ({ ...one, breaks: breaks.map(({ at }) => at) })),
  );
  const scale = rateScale(series);
  const others = series.some(({ items }) => items.at(-1)?.unit !== "%");
  // Only what is drawn is explained.
  const gaps = series.some(
    ({ items, breaks }) =>
      breaks.length > 0 || items.some(({ amount, against }) => amount.state !== "known" || against),
  );
  const scales = [
    ...(scale ? [`比率画在${scale[0]}%到${scale[1]}%之间`] : []),
    ...(others ? [`${scale ? "其余" : "各图"}从零开始，单位相同的刻度相同`] : []),
  ];
  const [first] = series;
  const span = `${first?.items[0]?.label}–${year.year}年`;
  const changes = series
    // Across a changed definition nothing has grown or shrunk.
    .filter(({ breaks }) => !breaks.some(({ at }) => at === String(year.year)))
    .map((line) => ({ of: line.id, ...lineChange(year, line) }))
    .filter(({ text }) => text !== "");
  const said = changes.filter(({ of }) => !changes.some(({ counts }) => counts === of));
  const disputed = series.filter(({ id }) =>
    [...year.earlier, year].some((one) => findingOf(one, id)),
  );
  return {
    title: !form
      ? "各年变化\u200b未公布"
      : said.length > 0
        ? `与${year.year - 1}年相比，\u200b${changesText(said.map(({ text }) => text))}`
        : latestText(year, series),
    subtitle: form
      ? `${span}，${scales.join("；")}。${gaps ? "虚线：没有可画的数，线在那里断开。" : ""}`
      : `${periodText(year.period)}。`,
    dimension: "指标与年度",
    category: "年度",
    items: form
      ? series.flatMap(({ label, items }) =>
          items.map((item) => ({
            ...item,
            label: `${label}，${item.label}年${partText(item)}`,
            series: label,
            year: Number(item.label),
            category: "",
          })),
        )
      : [],
    form,
    ...(form ? {} : { idle: true }),
    notes: [
      ...(disputed.length > 0
        ? [`${namesText(disputed.map(({ label }) => label))}有的年度报告数字不一致，不画。`]
        : []),
      ...partNotes(series),
      ...breakNotes(series),
      ...carriedOverNote(
        year,
        series.map(({ id }) => id),
      ),
    ],
  };
}

/** What is true of several lines alike is said once of all of them. */
function breakNotes(series: readonly Pick<Line, "label" | "breaks">[]): string[] {
  const all = series.flatMap(({ label, breaks }) =>
    breaks.map(({ why }) => ({ label, long: why.long })),
  );
  return [...Map.groupBy(all, ({ long }) => long)].map(([long, own]) => {
    const labels = [...new Set(own.map(({ label }) => label))];
    return `${namesText(labels)}：${long}。`;
  });
}

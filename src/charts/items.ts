/** Figures → items. */

import { daysIn } from "../datasets/days.ts";
import { type Figure, figureOf, fullOrigin, groupOrigin, groupPeriod } from "../figures/figures.ts";
import { originOfRows, originOfStatement } from "../figures/origin.ts";
import { isUnlike } from "../figures/own-labels.ts";
import type { Statement } from "../figures/statements.ts";
import { undeterminedText } from "../figures/undetermined.ts";
import { findingOf } from "../findings/find.ts";
import { isAnswered } from "../findings/settled.ts";
import { checkText, datedStateText, stateText } from "../findings/words.ts";
import { UNSTATED } from "../metrics/engine/counter.ts";
import { LAST } from "../metrics/engine/group-order.ts";
import { everPublished } from "../site/published.ts";
import type { Year } from "../site/year.ts";
import { amountText } from "../text/format.ts";
import { labelled } from "../text/labels.ts";
import type { Whole } from "../text/sentences.ts";
import { type Amount, isExact, isOfNone, known, UNKNOWN_AMOUNT } from "../values/amount.ts";
import { isSamePeriod, type Period } from "../values/period.ts";
import type { Item } from "./define.ts";

/** A figure as one item, with the second value if the report contradicts itself. */
export function itemOf(year: Year, id: string, label?: string): Item {
  const figure = figureOf(year, id);
  const finding = findingOf(year, id);
  const explained = finding && isAnswered(year, finding) && datedStateText(year, finding);
  return {
    label: label ?? figure.metric.label,
    amount: finding ? finding.left.amount : figure.amount,
    ...(finding
      ? {
          against: finding.right.amount,
          sides: [finding.left.origin, finding.right.origin] as const,
          disputed: stateText(year, finding),
        }
      : {}),
    ...(explained ? { explained } : {}),
    unit: figure.unit,
    ...(figure.settled ? { settled: figure.settled } : {}),
    origin: finding || figure.settled ? fullOrigin(figure) : figure.origin,
    ...ownPeriod(year, figure.period),
  };
}

/** What is left of a figure's number: of its unit, time and origin, and nothing of a dispute about it. */
export function restOf(item: Item, label: string, amount: Amount): Item {
  const { unit, origin, period, year } = item;
  return { label, amount, unit, origin, ...(period && { period }), ...(year && { year }) };
}

/** The time of a number, where it is another than that of the year's data. */
function ownPeriod(year: Pick<Year, "period">, period: Period): { period?: Period } {
  return isSamePeriod(period, year.period) ? {} : { period };
}

/** A number as the report states it in one place. */
export function statementItem(year: Year, said: Statement, label: string): Item {
  const { amount, unit, period } = said;
  return { label, amount, unit, origin: originOfStatement(said), ...ownPeriod(year, period) };
}

/** What the rows of a figure add up to, whatever is shown of it. */
export function countedItem(year: Year, id: string, label: string): Item {
  const { metric, computed: amount, unit, provenance } = figureOf(year, id);
  return { label, amount, unit, origin: originOfRows(metric, amount, provenance) };
}

/**
 * The groups of a breakdown as items. `sorted`: largest first, 其他 and 未注明 last; `own`: in
 * their own order, which is also that of ties (see inOrder).
 */
export function groupItems(year: Year, id: string, order: "sorted" | "own"): Item[] {
  const figure = figureOf(year, id);
  const items = (figure.groups ?? []).map((group) => ({
    label: group.word,
    amount: group.amount,
    unit: figure.unit,
    origin: groupOrigin(figure, group),
    ...ownPeriod(year, groupPeriod(figure, group)),
  }));
  if (order === "own") return items;
  const last = ({ label }: Item) => LAST.indexOf(label);
  const size = (item: Item) => (item.amount.state === "known" ? item.amount.value : -1);
  return items.sort((a, b) => last(a) - last(b) || size(b) - size(a));
}

/**
 * The rows as the whole of their groups, where another number than theirs is shown for it, or beside
 * it: what they say is said of those that are listed.
 */
export function listedWhole(year: Year, of: string, whole: string): (Item & Whole) | null {
  const [{ groups, groupsStated, computed }, { metric, amount, computed: counted }] = [
    of,
    whole,
  ].map((id) => figureOf(year, id)) as [Figure, Figure];
  if (groupsStated || !groups || groups.length === 0 || !isExact(computed)) return null;
  if (amount === counted && !findingOf(year, whole)) return null;
  return { ...countedItem(year, of, metric.label), which: "逐行列出的" };
}

/** Figures with their labels as items, but those that the body has never published; all where it has none. */
export function everItems(year: Year, asked: readonly (readonly [string, string])[]): Item[] {
  const all = asked.map(([id, short]) => {
    const { metric } = figureOf(year, id);
    // The short word is for the program's name; a body's own stands as it is.
    return { id, item: itemOf(year, id, isUnlike(metric) ? metric.label : short) };
  });
  const ever = all.filter(({ id }) => everPublished(year, id));
  return (ever.length > 0 ? ever : all).map(({ item }) => item);
}

/** A figure as the closing row of a table, unless it is unknown or in dispute. */
export function totalOf(year: Year, id: string): { total?: Item } {
  const item = itemOf(year, id, "合计");
  return item.amount.state === "unknown" || item.against ? {} : { total: item };
}

/** The months of a year that its data reach, the last of them perhaps in part. */
export function monthsOf({ period }: Pick<Year, "period">): number {
  return Number(period.until.slice(5, 7));
}

/** The month that the data do not reach the end of, as a note. */
export function partMonth({ period: { until } }: Pick<Year, "period">): string[] {
  const [year, month, day] = until.split("-").map(Number) as [number, number, number];
  return day === daysIn(year, month) ? [] : [`${month}月只到${day}日。`];
}

/**
 * The months of the year, as far as its data go: later ones are not there. Between the first and the last month that rows name, a month
 * without rows is zero; outside them it is unknown, because the export may not reach so far.
 */
export function monthItems(year: Year, id: string): Item[] {
  const groups = groupItems(year, id, "own");
  const own = groups.filter(({ label }) => label.startsWith(`${year.year}-`));
  const first = own[0];
  if (!first) return [];
  const labels = own.map(({ label }) => label);
  return Array.from({ length: monthsOf(year) }, (_, i) => {
    const month = `${year.year}-${String(i + 1).padStart(2, "0")}`;
    const item = own.find(({ label }) => label === month);
    const within = labels.some((label) => label < month) && labels.some((label) => label > month);
    const amount = item?.amount ?? (within ? known(0) : UNKNOWN_AMOUNT);
    return { ...first, ...item, amount, label: `${i + 1}月` };
  });
}

/**
 * What has no date and so no month: a row of the table, and a note under a drawing that cannot show
 * it; and the month that is not over.
 */
export function withoutMonth(year: Year, id: string): { items: Item[]; notes: string[] } {
  const items = groupItems(year, id, "own").filter(
    ({ label, amount }) => label === UNSTATED && amount.state !== "unknown",
  );
  const notes = items.map(
    ({ amount, unit }) => `另有${amountText(amount, unit)}没有写日期，不知道是哪个月。`,
  );
  return { items, notes: [...notes, ...partMonth(year)] };
}

/** Items of which something is known: what has not been published is not drawn. */
export function knownItems(items: readonly Item[]): Item[] {
  return items.filter(({ amount }) => amount.state !== "unknown");
}

/**
 * What the report states where a breakdown is not published: its total, and what its rate is made
 * of, or the rate alone.
 */
export function statedItems(year: Year, of: string, rate?: string): Item[] {
  const ratio = rate === undefined ? undefined : figureOf(year, rate).metric;
  const parts = ratio?.kind === "ratio" ? [ratio.denominator, ratio.numerator] : [];
  const items = knownItems([of, ...parts].map((id) => itemOf(year, id)));
  if (items.length > 0 || rate === undefined) return items;
  return knownItems([itemOf(year, rate)]);
}

/** A rate with its division, as the note under a chart; what it leaves out is said. */
export function rateNote(year: Year, id: string): string[] {
  const { metric, amount, computed } = figureOf(year, id);
  if (metric.kind !== "ratio") return [];
  const [numerator, denominator] = [metric.numerator, metric.denominator].map((part) =>
    figureOf(year, part),
  );
  if (isOfNone(amount)) return [];
  if (amount.state === "small") return [`${metric.label}：${amountText(amount, "%")}。`];
  if (amount.state !== "known" || !numerator || !denominator) return [];
  const said = labelled(metric.label, amountText(amount, "%"), "%");
  const dispute = findingOf(year, id);
  if (dispute) return [`${metric.label}：${checkText(dispute)}。`];
  if (amount !== computed) {
    const isAlone = [numerator, denominator].every((part) => part.amount.state === "unknown");
    return [`报告写的${said}${isAlone ? "，分子、分母没有写" : ""}。`];
  }
  const left = undeterminedText(denominator);
  const out = left ? `；${left}缺少有关内容，没有计入` : "";
  const disputed = [numerator, denominator].some((part) => findingOf(year, part.metric.id));
  // Of two numbers of the report neither is the base.
  if (disputed && !isOfRows([numerator, denominator])) return [];
  return [
    `${disputed ? BY_ROWS : ""}${said}，${divisionText(numerator.amount, denominator.amount)}${out}。`,
  ];
}

/** Before a rate of which a part is another number in the report. */
export const BY_ROWS = "按逐行数据，";

export function isOfRows(parts: readonly Figure[]): boolean {
  return parts.every(({ amount, computed }) => amount === computed && amount.state === "known");
}

/** “即38÷40”. What cannot be told is in neither part, so neither of them is 至少. */
export function divisionText(numerator: Amount, denominator: Amount): string {
  const [above, below] = [numerator, denominator].map((amount) =>
    amountText(amount.state === "known" ? { ...amount, undetermined: 0 } : amount, ""),
  );
  return `即${above}÷${below}`;
}

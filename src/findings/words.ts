import { amountText, dateText } from "../text/format.ts";
import { labelled } from "../text/labels.ts";
import { periodText } from "../text/period.ts";
import { isExact, isPartial, isWithheld } from "../values/amount.ts";
import { isSamePeriod } from "../values/period.ts";
import type { Check, Side } from "./define.ts";
import { ASKED } from "./define.ts";
import { type Checked, madeOf } from "./find.ts";
import type { Notes } from "./notes.ts";

/** A check as one plain sentence: “报告总数40件，逐行数据相加23+5+5+3+2+2＝40件，一致”. */
export function checkText(check: Check): string {
  const alike = isSamePeriod(check.left.period, check.right.period);
  const side = (side: Side) => {
    const value = amountText(side.amount, check.unit);
    const label = alike ? side.label : `${periodText(side.period)}${side.label}`;
    return labelled(label, `${side.working ? `${side.working}＝` : ""}${value}`, check.unit);
  };
  const shared = alike && !isSamePeriod(check.left.period, check.figure.rowsPeriod);
  const time = shared ? `${periodText(check.left.period)}，` : "";
  if (!alike) return `${side(check.left)}，${side(check.right)}，期间不同，不能核对`;
  if (check.relation === "at-most" && check.holds !== null) {
    return `${time}${side(check.left)}，${check.holds ? "不大于" : "大于"}${side(check.right)}`;
  }
  const amounts = [check.left.amount, check.right.amount];
  const isWhole = amounts.every((amount) => amount.state === "known" && !isPartial(amount));
  const why = amounts.some(isWithheld) ? "有的数隐去" : isWhole ? "有的不是确数" : "数据不全";
  const [first, second] = amounts.map((amount) => amountText(amount, ""));
  // 至少50 and 至少100 may be one number, and may be two.
  const mayDiffer = first !== second && !amounts.some(isExact);
  const agreed = check.difference ? "四舍五入后一致" : mayDiffer ? "不矛盾" : "一致";
  const verdict = check.holds === null ? `${why}，不能核对` : check.holds ? agreed : "不一致";
  return `${time}${side(check.left)}，${side(check.right)}，${verdict}`;
}

/** Two numbers of one thing as a title: as two passages write it, or as it is written and adds up. */
export function disputeTitle({ rule, left, right, unit }: Check, noun: string): string {
  const [first, second] = [left, right].map(({ amount }) => amountText(amount, unit));
  return rule.id === "passages"
    ? `同一份报告，\u200b${noun}写了${first}，\u200b也写了${second}`
    : `${noun}总数写${first}，\u200b${right.label}是${second}`;
}

/** What is said of a year of which nothing disagrees: that nothing was checked is no agreement. */
export function noneBroken(year: Checked): string {
  return madeOf(year).length > 0 ? "核对过的数字没有不一致。" : "没有可以核对的数字。";
}

/** Nobody has said anything of it yet. */
export const OPEN = "未核定";

/** Whether what is said of a disagreement is no answer yet. */
export function isOpenState(state: string): boolean {
  return state === OPEN || state === ASKED;
}

/** Where a disagreement stands: what the bureau says in notes.csv, until then 未核定. */
export function stateText(year: Pick<Notes, "notes">, check: Check): string {
  return year.notes.get(check.id)?.state || OPEN;
}

/** The same with the day on which the bureau said it: 2025年2月18日已更正. */
export function datedStateText(year: Pick<Notes, "notes">, check: Check): string {
  const date = year.notes.get(check.id)?.date;
  return `${date ? dateText(date) : ""}${stateText(year, check)}`;
}

/** The finding on the page of all of them, which has every year: the same may disagree in two. */
export function findingId({ year }: { year: number }, check: Check): string {
  return `${check.id}-${year}`;
}

/** From the site's root. */
export function findingPath(year: { year: number }, check: Check): string {
  return `findings/#${findingId(year, check)}`;
}

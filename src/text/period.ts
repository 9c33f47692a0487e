/** Of which time a number is, in words. 全年 is said only of a whole year. */
import { isWholeYear, type Period } from "../values/period.ts";
import { dateText } from "./format.ts";

/** “2023年”, “截至2023年11月30日”, “2023年3月1日至2023年5月31日”: stands before what happened in it. */
export function periodText(period: Period): string {
  return isWholeYear(period) ? `${period.from.slice(0, 4)}年` : spanText(period);
}

/** “全年”, “截至2023年11月30日”: stands before a number of it. */
export function wholeText(period: Period): string {
  return isWholeYear(period) ? "全年" : spanText(period);
}

/** “2023年度”, “2023年度（截至11月30日）”: names the year of a page. */
export function yearText(period: Period): string {
  const year = `${period.from.slice(0, 4)}年度`;
  return isWholeYear(period) ? year : `${year}（${shortSpan(period)}）`;
}

/** “2023年全年”, “截至2023年11月30日”: says the period itself. */
export function fullText(period: Period): string {
  return isWholeYear(period) ? `${period.from.slice(0, 4)}年全年` : spanText(period);
}

function spanText({ from, until }: Period): string {
  if (from.endsWith("-01-01")) return `截至${dateText(until)}`;
  return `${dateText(from)}至${dateText(until)}`;
}

/** “（截至11月30日）”: behind a number, where its year is said already. */
export function asideText(period: Period): string {
  return `（${isWholeYear(period) ? fullText(period) : shortSpan(period)}）`;
}

/** The same without its year, where that stands beside it. */
export function shortSpan(period: Period): string {
  return spanText(period).replace(/\d{4}年/g, "");
}

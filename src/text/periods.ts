/** Months and days of a week in words: the fullest and the emptiest where they stand out, else from how few to how many. */
import { isExact } from "../values/amount.ts";
import { amountText, listText, reachText } from "./format.ts";
import { enumerate, type Named } from "./sentences.ts";

/** Nearly equal: less than a tenth apart. */
const NEAR = 0.9;
const MOST_NAMED = 3;
const WEEK = 7;
/** Begins what is said of some of the months or days: those of which there is a number. */
export const OF_SOME = "有数的";

/** How the periods of a kind are spoken of. */
export interface PeriodWords {
  /** Before from how few to how many: of all, and of those of which there is a number. */
  all: string;
  some: string;
  /** Before the number of one: in what time it was counted, where the name does not say it. */
  within: string;
  /** Fewer of them are not all that there are. */
  least: number;
}

export const MONTHS: PeriodWords = {
  all: "每月",
  some: `${OF_SOME}月份每月`,
  within: "",
  least: 0,
};

/** A day of the week has come round many times: the number is of all of them in `time`, 全年, and not of one day. */
export const weekdays = (time: string): PeriodWords => ({
  all: `周一到周日，\u200b${time}各`,
  some: `${OF_SOME}几天，\u200b${time}各`,
  within: time,
  least: WEEK,
});

/** “7月最多，2799件；2月最少，1390件”, “每月42件到63件”, “周日最少，全年周日共2432件”. */
export function periodsOf(items: readonly Named[], words: PeriodWords): string {
  const [first] = items;
  if (!first) return "";
  if (items.length === 1) return enumerate(items);
  const told = items.filter(({ amount }) => amount.state !== "unknown");
  if (told.length === 0 || !told.every(({ amount }) => isExact(amount))) return unsureOf(items);
  // An unknown month may be the fullest or the emptiest, and so may a day on which nothing is listed.
  const isWhole = told.length === items.length && items.length >= words.least;
  if (!isWhole) return told.length < 2 ? enumerate(told) : reachOf(told, words.some);
  const values = items.map(value).sort((a, b) => a - b);
  const [low, high] = [values[0]!, values.at(-1)!];
  if (low === high) return reachOf(items, words.all);
  const most = items.filter((item) => value(item) === high);
  const least = items.filter((item) => value(item) === low);
  const said = [
    ...(standsOut(most, high * NEAR, (n) => values.filter((one) => one > n).length)
      ? [extremeOf(most, "最多", words)]
      : []),
    ...(standsOut(least, low / NEAR, (n) => values.filter((one) => one < n).length)
      ? [extremeOf(least, "最少", words)]
      : []),
  ];
  return said.length > 0 && items.length > 2
    ? said.join("；\u200b")
    : items.length === 2
      ? enumerate(items)
      : reachOf(items, words.all);
}

/** “7月最多，2799件”, “周六和周日最少，全年各300件”. */
function extremeOf(some: readonly Named[], how: string, { within }: PeriodWords): string {
  const [{ amount, unit }] = some as [Named];
  const names = namesOf(some);
  // 全年2432件 alone would be of all days.
  const each = some.length > 1 ? `${within}各` : within && `${within}${names}共`;
  return `${names}${how}，${each}${amountText(amount, unit)}`;
}

/** “每月42到63件”. */
function reachOf(items: readonly Named[], each: string): string {
  const reach = reachText(items.map(value));
  return `${reach.startsWith("都") ? each.replace(/各$/, "") : each}${reach}${items[0]!.unit}`;
}

const value = ({ amount }: Named) => (amount.state === "known" ? amount.value : 0);

/** One or two, and no other near them. */
function standsOut(some: readonly Named[], limit: number, within: (limit: number) => number) {
  return some.length <= 2 && within(limit) <= some.length;
}

const namesOf = (items: readonly Named[]) => listText(items.map(({ label }) => label));

/** Of an unknown or vague number nothing is said of most or least. */
function unsureOf(items: readonly Named[]): string {
  const known = items.filter(({ amount }) => amount.state !== "unknown");
  const told = known.length > 0 ? known : items;
  return `${enumerate(told.slice(0, MOST_NAMED))}${items.length > MOST_NAMED ? "等" : ""}`;
}

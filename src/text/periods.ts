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

/** “7月最多，2799件；2月最少，1390件”, “每月42件到63件”; `each` is 每月. */
export function periodsOf(items: readonly Named[], each: string): string {
  const [first] = items;
  if (!first) return "";
  if (items.length === 1) return enumerate(items);
  const told = items.filter(({ amount }) => amount.state !== "unknown");
  if (told.length === 0 || !told.every(({ amount }) => isExact(amount))) return unsureOf(items);
  // An unknown month may be the fullest or the emptiest, and so may a day on which nothing is listed.
  const isWhole = told.length === items.length && (each !== "每天" || items.length >= WEEK);
  if (!isWhole)
    return told.length < 2
      ? enumerate(told)
      : reachOf(told, `${OF_SOME}${each === "每月" ? "月份" : ""}${each}`);
  const values = items.map(value).sort((a, b) => a - b);
  const [low, high] = [values[0]!, values.at(-1)!];
  const { unit } = first;
  if (low === high) return reachOf(items, each);
  const most = items.filter((item) => value(item) === high);
  const least = items.filter((item) => value(item) === low);
  const said = [
    ...(standsOut(most, high * NEAR, (n) => values.filter((one) => one > n).length)
      ? [`${namesOf(most)}最多，${most.length > 1 ? "各" : ""}${amountText(most[0]!.amount, unit)}`]
      : []),
    ...(standsOut(least, low / NEAR, (n) => values.filter((one) => one < n).length)
      ? [
          `${namesOf(least)}最少，${least.length > 1 ? "各" : ""}${amountText(least[0]!.amount, unit)}`,
        ]
      : []),
  ];
  return said.length > 0 && items.length > 2
    ? said.join("；\u200b")
    : items.length === 2
      ? enumerate(items)
      : reachOf(items, each);
}

/** “每月42到63件”. */
function reachOf(items: readonly Named[], each: string): string {
  return `${each}${reachText(items.map(value))}${items[0]!.unit}`;
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

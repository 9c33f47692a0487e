import { HANDLING_DAYS, MOST_DAYS } from "../../datasets/complaints.ts";
import { figureOf } from "../../figures/figures.ts";
import { originOfAll } from "../../figures/origin.ts";
import { UNSTATED } from "../../metrics/engine/counter.ts";
import type { Year } from "../../site/year.ts";
import { amountText } from "../../text/format.ts";
import { isExact, known, sum } from "../../values/amount.ts";
import { defineChart, type Item } from "../define.ts";
import { type Bin, histogram } from "../forms/histogram.ts";
import { groupItems } from "../items.ts";
import { timeOf } from "../own-periods.ts";
import { paceTitle } from "../views/pace.ts";

/** So many columns can be told from each other on a phone. */
const COLUMNS = 24;
/** Nine tenths stand left of the middle: what is slow is seen, and not drawn out. */
const BEYOND = 2.2;

export const handlingByDay = defineChart({
  id: "handling-by-day",
  topic: "complaints",
  question: "每天办结多少，慢的有多慢？",
  view(year) {
    const groups = groupItems(year, "handling-by-day", "own");
    const [middle, most] = ["handling-days", "handling-days-p90"].map((id) => daysIn(year, id));
    const title = paceTitle(year, groups);
    const isTold = groups.length > 1 && groups.every(({ amount }) => isExact(amount));
    const scope = `受理、已办结的${year.tickets}，按从受理到办结的自然日数`;
    const dimension = "用时";
    if (
      title === null ||
      middle === undefined ||
      most === undefined ||
      most > MOST_DAYS ||
      !isTold
    ) {
      // The bands say it, where the days cannot.
      return {
        title: "每天办结的件数未公布",
        subtitle: `${scope}。`,
        dimension,
        items: groups,
        form: null,
        notes: [],
        idle: true,
      };
    }
    const bins = binsOf(groups, most);
    const unstated = groups.find(({ label }) => label === UNSTATED);
    const wide = bins[0]!.until - bins[0]!.from;
    return {
      title,
      subtitle: `${timeOf(year, groups)}${scope}，${wide > 1 ? `每${wide}天合为一柱` : "一天一柱"}。单位：${groups[0]!.unit}。`,
      dimension,
      items: bins.map(({ item }) => item),
      form: histogram(bins, [
        { at: middle, text: middle === 0 ? "一半当天" : `一半${middle}天内` },
        { at: most, text: most === 0 ? "九成当天" : `九成${most}天内` },
      ]),
      notes: unstated
        ? [`另有${amountText(unstated.amount, unstated.unit)}没有写清日期，算不出用时。`]
        : [],
    };
  },
});

/** Days as the rows give them: another number of the report's own has no place among them. */
function daysIn(year: Year, id: string): number | undefined {
  const { amount, computed } = figureOf(year, id);
  return amount === computed && isExact(amount) ? amount.value : undefined;
}

/** One column a day, or some days a column where it takes long; the last is of all that took longer. */
function binsOf(groups: readonly Item[], most: number): Bin[] {
  const days = groups.flatMap((item) => {
    const day = HANDLING_DAYS.indexOf(item.label);
    return day >= 0 ? [{ day, item }] : [];
  });
  const longest = Math.max(...days.map(({ day }) => day));
  const reach = Math.min(longest, Math.ceil(most * BEYOND) + 1, MOST_DAYS);
  const wide = [1, 2, 5].find((one) => (reach + 1) / one <= COLUMNS) ?? 10;
  // What took longer than is told by day is in no column of days.
  const whole = longest > MOST_DAYS ? Math.floor : Math.ceil;
  const until = whole((reach + 1) / wide) * wide;
  const count = until / wide;
  const first = days[0]!.item;
  const bin = (from: number, to: number, label: string): Bin => {
    const own = days.filter(({ day }) => day >= from && day < to).map(({ item }) => item);
    const amount = own.length > 0 ? sum(own.map(({ amount }) => amount)) : known(0);
    const origin = originOfAll((own.length > 0 ? own : [first]).map(({ origin }) => origin));
    return { from, until: to, item: { ...first, label, amount, origin } };
  };
  const name = (from: number) =>
    wide === 1 ? HANDLING_DAYS[from]! : `${from}至${from + wide - 1}天`;
  const bins = Array.from({ length: count }, (_, i) =>
    bin(i * wide, (i + 1) * wide, name(i * wide)),
  );
  return longest < until ? bins : [...bins, bin(until, Number.POSITIVE_INFINITY, `${until}天以上`)];
}

/** A chart's values one by one, as its downloads have them: the table, and what only the drawing shows. */
import type { Origin } from "../figures/origin.ts";
import type { Site } from "../site/year.ts";
import type { Amount } from "../values/amount.ts";
import { type Period, yearUntil } from "../values/period.ts";
import type { Item, View } from "./define.ts";

export interface TidyValue {
  year: number;
  /** The time that it is of, where it is another than its year's data are. */
  period?: Period;
  /** Empty where the chart is of one series. */
  series: string;
  label: string;
  /** Whether it is the sum of others in the table. */
  total: boolean;
  amount: Amount;
  unit: string;
  /** The other writing of a number that is in dispute. */
  second?: true;
  /** What is known of a number that another one contradicts; empty for the others. */
  check: string;
  origin: Origin;
}

export function tidyValues({ view, year }: { view: View; year: number }): TidyValue[] {
  const valuesOf = (item: Item, total: boolean): TidyValue[] => {
    const disputed = item.disputed ?? (item.against ? "未核定" : "");
    const { amount, unit, series = "", sides = [item.origin, item.origin] } = item;
    const label = item.category ?? item.label;
    const time = item.period ? { period: item.period } : {};
    const own = { year: item.year ?? year, ...time, series, label, total, unit, origin: sides[0] };
    const first = { ...own, amount, check: disputed && `数字不一致，${disputed}` };
    const second = { ...own, second: true, check: `数字不一致，${disputed}，另一处写法` } as const;
    return item.against ? [first, { ...second, amount: item.against, origin: sides[1] }] : [first];
  };
  return [
    ...view.items.flatMap((item) => valuesOf(item, false)),
    ...(view.beyond ?? []).flatMap((item) => valuesOf(item, false)),
    ...(view.total ? valuesOf(view.total, true) : []),
  ];
}

/** Its own time, else that of its year's data. */
export function periodOf(
  { years }: Pick<Site, "years">,
  { period, year }: Pick<TidyValue, "period" | "year">,
): Period {
  return period ?? years.find((one) => one.year === year)?.period ?? yearUntil(year);
}

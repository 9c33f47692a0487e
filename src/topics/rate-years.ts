/** A rate over the years in one sentence, where a drawing of its own has no room on the topic's page. */
import { itemOf } from "../charts/items.ts";
import { figureOf } from "../figures/figures.ts";
import { whyNot } from "../site/comparable.ts";
import type { Year } from "../site/year.ts";
import { amountText } from "../text/format.ts";

/** “按时办结率：2022年94.6%，2023年95.36%，2024年96.05%”; empty where one of two years cannot be held against the other. */
export function rateYears(year: Year, id: string): string {
  const years = [...year.earlier, year];
  const told = years.map((one) => ({ one, item: itemOf(one, id) }));
  const isPlain = told.every(({ item }) => item.amount.state === "known" && !item.against);
  const differ = years.some((one, i) => i > 0 && whyNot(years[i - 1]!, one, id) !== null);
  if (years.length < 2 || !isPlain || differ) return "";
  const before = told
    .slice(0, -1)
    .map(({ one, item }) => `${one.year}年${amountText(item.amount, item.unit)}`);
  const { label } = figureOf(year, id).metric;
  return `${label}：${[...before, `${year.year}年{{${id}}}`].join("，")}。`;
}

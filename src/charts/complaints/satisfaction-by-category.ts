import { figureOf } from "../../figures/figures.ts";
import { UNSTATED } from "../../metrics/engine/counter.ts";
import { ratingIn } from "../../site/ticket-tables.ts";
import type { Year } from "../../site/year.ts";
import { amountText, namesText } from "../../text/format.ts";
import { ratePerHundred, reachOf } from "../../text/per-hundred.ts";
import { isLeftOver } from "../../text/rests.ts";
import { enumerate } from "../../text/sentences.ts";
import { known } from "../../values/amount.ts";
import { defineChart, type Item } from "../define.ts";
import { lengthOf } from "../forms/length.ts";
import { foldedRates, rates } from "../forms/rates.ts";
import { groupItems, itemOf, rateNote } from "../items.ts";
import { timeOf } from "../own-periods.ts";
import { unsatisfiedPerHundred } from "./rate-per-hundred.ts";

const TABLE = "category-rating";

export const satisfactionByCategory = defineChart({
  id: "satisfaction-by-category",
  topic: "complaints",
  question: "哪类问题的办理，群众更不满意？",
  view(year) {
    const counts = groupItems(year, "complaints-by-category", "sorted");
    const all = rateOfAll(year);
    const kinds = counts.filter(({ label }) => label !== UNSTATED && !isLeftOver(label));
    const rows = kinds
      .map((count) => ({
        count,
        base: ratedOf(year, count),
        rate: unsatisfiedPerHundred(year, TABLE, count),
      }))
      .filter(({ rate }) => rate.amount.state === "known")
      .toSorted((a, b) => lengthOf(b.rate.amount) - lengthOf(a.rate.amount));
    const left = kinds.filter(({ label }) => !rows.some(({ rate }) => rate.label === label));
    const isTold = rows.length > 1 && all !== null;
    return {
      title: isTold ? titleOf(all, rows, kinds.length) : "各类问题的满意情况未公布",
      subtitle: `${timeOf(year, counts)}的${year.tickets}，按反映的问题。${isTold ? "每100件评价里不满意的件数，多的在前；虚线是全部评价的。只列数，不评优劣。" : ""}`,
      dimension: "类别",
      items: isTold ? rows.map(({ base }) => base) : [],
      beyond: isTold ? rows.map(({ rate }) => rate) : [],
      ...(isTold
        ? {
            listed: { what: "每100件评价里不满意的件数", items: rows.map(({ rate }) => rate) },
            aloud: `每100件评价里不满意的：${enumerate([...foldedRates(rows).rows.map(({ rate }) => rate), all])}`,
          }
        : {}),
      form: isTold ? rates(rows, all, { base: "评价", rate: "不满意", all: "全部" }) : null,
      notes: isTold
        ? [
            ...rateNote(year, "satisfaction-rate"),
            ...(left.length > 0
              ? [
                  `${namesText(left.map(({ label }) => label))}：评价不足30件，或者列出来就能推算出小数目，不算。`,
                ]
              : []),
          ]
        : [],
      ...(isTold ? {} : { idle: true as const }),
    };
  },
});

/** Of all who are known to have answered; null where the report says another rate, or too few did. */
function rateOfAll(year: Year): Item | null {
  const told = figureOf(year, "satisfaction-rate");
  if (told.amount !== told.computed) return null;
  const [rated, satisfied] = ["complaints-rated", "complaints-satisfied"].map((id) => {
    const { amount } = itemOf(year, id);
    return amount.state === "known" && amount.qualifier === "exact" ? amount.value : Number.NaN;
  }) as [number, number];
  const amount = ratePerHundred(known(rated - satisfied), known(rated));
  return amount && { ...itemOf(year, "complaints-rated", "全部"), amount, unit: "件" };
}

function titleOf(all: Item, rows: readonly { rate: Item }[], kinds: number): string {
  const rates = rows.flatMap(({ rate: { amount } }) => (amount.state === "known" ? amount : []));
  const some = rates.length < kinds ? `算得出的${rates.length}类` : "各类";
  return `每100件评价里${amountText(all.amount, all.unit)}不满意，\u200b${some}${reachOf(rates, all.unit)}`;
}

function ratedOf(year: Year, count: Item): Item {
  const rating = ratingIn(year, TABLE, count.label, count.amount);
  return { ...count, amount: rating?.rated ?? { state: "hidden" }, series: "作了评价的" };
}

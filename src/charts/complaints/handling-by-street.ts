import { figureOf } from "../../figures/figures.ts";
import { UNSTATED } from "../../metrics/engine/counter.ts";
import { amountText } from "../../text/format.ts";
import { joinedDaysNote } from "../../text/joined-days.ts";
import { wordText } from "../../text/labels.ts";
import { range } from "../../values/amount.ts";
import { defineChart, type Item } from "../define.ts";
import { intervals } from "../forms/intervals.ts";
import { groupItems } from "../items.ts";
import { timeOf } from "../own-periods.ts";

/** Those without a median stand behind all others. */
function daysOf({ amount }: Item): number {
  return amount.state === "known" ? amount.value : Number.POSITIVE_INFINITY;
}

export const handlingByStreet = defineChart({
  id: "handling-by-street",
  topic: "complaints",
  question: "我住的地方，诉求要办多久？",
  view(year) {
    const { place } = year;
    // The quickest first; equal ones keep their order.
    const middle = groupItems(year, "handling-days-by-street", "own").toSorted(
      (a, b) => daysOf(a) - daysOf(b),
    );
    const most = groupItems(year, "handling-days-p90-by-street", "own");
    const rows = middle.flatMap((item) => {
      const reach = most.find(({ label }) => label === item.label);
      return reach && item.label !== UNSTATED ? [{ middle: item, most: reach }] : [];
    });
    const overall = figureOf(year, "handling-days").amount;
    const told = rows.filter(({ middle: { amount } }) => amount.state === "known");
    const days = told.flatMap(({ middle }) => range(middle.amount)!);
    const [low, high] = [Math.min(...days), Math.max(...days)];
    return {
      title:
        told.length === 0
          ? rows.some(({ middle: { amount } }) => amount.state === "small")
            ? `各${place}的件数都不够，\u200b不算办结用时`
            : `各${place}的办结用时未公布`
          : told.length === 1
            ? `${wordText(told[0]!.middle.label)}办结用时的中位数\u200b是${amountText(told[0]!.middle.amount, "天")}`
            : `${told.length < rows.length ? "算得出的" : "各"}${place}办结用时的中位数\u200b${low === high ? `都是${low}天` : `在${low}天到${high}天之间`}`,
      subtitle: `${timeOf(year, middle)}受理、已办结的${year.tickets}。单位：自然日。只列数，不评优劣。圆点：中位数；横线末端：九成工单不超过的天数。${
        overall.state === "known" ? `全部工单的中位数是${amountText(overall, "天")}。` : ""
      }`,
      dimension: place,
      items: rows.map(({ middle: item }) => ({ ...item, series: "中位数" })),
      beyond: rows.map(({ most: item }) => ({ ...item, series: "九成工单不超过" })),
      form: intervals(rows, ["中位数", "从受理到办结"]),
      notes: [
        ...(rows.some(({ middle: item }) => item.amount.state === "small")
          ? [
              `受理不足20件或办结不足10件的${place}不算中位数，受理不足60件或办结不足50件的不画横线。`,
            ]
          : []),
        ...joinedDaysNote(rows.flatMap(({ middle, most }) => [middle.amount, most.amount])),
      ],
    };
  },
});

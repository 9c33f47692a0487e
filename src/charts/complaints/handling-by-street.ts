import { figureOf } from "../../figures/figures.ts";
import { UNSTATED } from "../../metrics/engine/counter.ts";
import { amountText } from "../../text/format.ts";
import { wordText } from "../../text/labels.ts";
import { defineChart } from "../define.ts";
import { intervals } from "../forms/intervals.ts";
import { groupItems } from "../items.ts";
import { timeOf } from "../own-periods.ts";
import { hiddenDaysNote } from "./hidden-days.ts";

export const handlingByStreet = defineChart({
  id: "handling-by-street",
  topic: "complaints",
  question: "我住的地方，诉求要办多久？",
  view(year) {
    const { place } = year;
    const middle = groupItems(year, "handling-days-by-street", "sorted").reverse();
    const most = groupItems(year, "handling-days-p90-by-street", "own");
    const rows = middle.flatMap((item) => {
      const reach = most.find(({ label }) => label === item.label);
      return reach && item.label !== UNSTATED ? [{ middle: item, most: reach }] : [];
    });
    const overall = figureOf(year, "handling-days").amount;
    const days = rows.flatMap(({ middle: { amount } }) =>
      amount.state === "known" ? [amount.value] : [],
    );
    const first = rows.find(({ middle: { amount } }) => amount.state === "known");
    const [low, high] = [Math.min(...days), Math.max(...days)];
    return {
      title:
        days.length === 0
          ? rows.some(({ middle: { amount } }) => amount.state === "small")
            ? `各${place}的件数都不够，\u200b不算办结用时`
            : rows.some(({ middle: { amount } }) => amount.state === "hidden")
              ? `各${place}的办结用时隐去`
              : `各${place}的办结用时未公布`
          : days.length === 1
            ? `${wordText(first!.middle.label)}办结用时的中位数\u200b是${low}天`
            : `${days.length < rows.length ? "算得出的" : "各"}${place}办结用时的中位数\u200b${low === high ? `都是${low}天` : `在${low}天到${high}天之间`}`,
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
        ...hiddenDaysNote(rows.flatMap(({ middle: item, most: reach }) => [item, reach])),
      ],
    };
  },
});

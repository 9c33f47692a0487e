import { figureOf } from "../../figures/figures.ts";
import { amountText } from "../../text/format.ts";
import { saysNothing } from "../../text/rests.ts";
import { isExact, sum } from "../../values/amount.ts";
import { defineChart } from "../define.ts";
import { breakdownView } from "../views/breakdown.ts";

export const handlingBands = defineChart({
  id: "handling-bands",
  topic: "complaints",
  question: "工单多久办结？",
  view(year) {
    const view = breakdownView(year, {
      of: "handling-bands",
      noun: "办结的工单",
      scope: `受理、已办结的${year.tickets}，按从受理到办结的自然日数`,
      dimension: "用时",
      order: "own",
    });
    const middle = figureOf(year, "handling-days").amount;
    const most = figureOf(year, "handling-days-p90").amount;
    if (middle.state !== "known" || most.state !== "known") return view;
    const timed = view.items.filter(({ label }) => !saysNothing(label));
    const count = sum(timed.map(({ amount }) => amount));
    const of = isExact(count) ? amountText(count, figureOf(year, "handling-bands").unit) : "";
    const whole = `办结的${of}${year.tickets}`;
    const half = middle.value < most.value ? `一半不超过${amountText(middle, "天")}，\u200b` : "";
    const title = `${whole}，\u200b${half}九成不超过${amountText(most, "天")}`;
    return { ...view, title };
  },
});

import { figureOf } from "../../figures/figures.ts";
import { amountText } from "../../text/format.ts";
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
    const title = `一半的工单${amountText(middle, "天")}内办结，\u200b九成在${amountText(most, "天")}内`;
    return { ...view, title };
  },
});

import { HANDLING_BANDS } from "../datasets/complaints.ts";
import { amountText } from "../text/format.ts";
import { largestOf } from "../text/sentences.ts";
import { defineChart, figureOf } from "./define.ts";
import { bars } from "./forms/bars.ts";
import { itemOf, orderedItems } from "./items.ts";

export const handlingBands = defineChart({
  id: "handling-bands",
  topic: "complaints",
  question: "投诉工单多久办结？",
  figures: ["handling-bands", "handling-days", "handling-days-p90"],
  view(year) {
    const items = orderedItems(year, "handling-bands", HANDLING_BANDS);
    const middle = figureOf(year, "handling-days").amount;
    const most = figureOf(year, "handling-days-p90").amount;
    return {
      title:
        middle.state === "known" && most.state === "known"
          ? `一半的工单${amountText(middle, "天")}内办结，\u200b九成在${amountText(most, "天")}内`
          : largestOf(itemOf(year, "handling-bands"), "办结的工单", items),
      subtitle: `${year.year}年受理、已办结的投诉工单，按从受理到办结的天数。单位：件。`,
      dimension: "用时",
      items,
      form: bars(items),
      notes: [],
    };
  },
});

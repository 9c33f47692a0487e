import { periodText } from "../../text/period.ts";
import { largest } from "../../text/sentences.ts";
import { defineChart } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { groupItems } from "../items.ts";

export const reviewReturns = defineChart({
  id: "review-returns",
  topic: "cases",
  question: "法制审核因为什么退回案件？",
  view(year) {
    const items = groupItems(year, "legal-reviews-returned", "sorted");
    const unknown = items.every((item) => item.amount.state === "unknown");
    return {
      title:
        items.length === 0
          ? "审核退回的原因未公布"
          : unknown
            ? `审核退回的原因有${items.length}类，\u200b各类件数未公布`
            : `审核退回的原因里，${largest(items)}`,
      subtitle: `${periodText(year.period)}法制审核未通过的案件，按原因。单位：件。${
        items.some((item) => item.amount.state === "unknown") ? "虚线框：件数未公布。" : ""
      }`,
      dimension: "未通过的原因",
      items,
      form: bars(items),
      notes: [],
    };
  },
});

import { figureOf } from "../../figures/figures.ts";
import { wordText } from "../../text/labels.ts";
import { valueText } from "../../text/sentences.ts";
import { largest } from "../../text/standing-out.ts";
import { unitText } from "../../text/units.ts";
import { isExact } from "../../values/amount.ts";
import { defineChart } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { groupItems, statedItems } from "../items.ts";
import { timeOf } from "../own-periods.ts";

export const reviewReturns = defineChart({
  id: "review-returns",
  topic: "cases",
  question: "法制审核因为什么退回案件？",
  view(year) {
    const items = groupItems(year, "legal-reviews-returned", "sorted");
    const stated = statedItems(year, "legal-reviews-returned");
    const unknown = items.every((item) => item.amount.state === "unknown");
    const [only] = items.length === 1 ? items : [];
    return {
      title:
        items.length === 0
          ? `${stated.map((item) => `审核未通过${valueText(item)}，\u200b`).join("")}审核退回的原因未公布`
          : unknown
            ? `审核退回的原因有${items.length}类，\u200b各类件数未公布`
            : only
              ? `审核退回${valueText(only)}，\u200b原因${isExact(only.amount) && only.amount.value === 1 ? "" : "都"}是${wordText(only.label)}`
              : `审核退回的原因里，${largest(items)}`,
      subtitle: `${timeOf(year, items)}法制审核未通过的案件，按原因。${unitText([figureOf(year, "legal-reviews-returned").unit])}${
        items.some((item) => item.amount.state === "unknown") ? "虚线框：件数未公布。" : ""
      }`,
      dimension: "未通过的原因",
      items: items.length > 0 ? items : stated,
      form: bars(items.length > 0 ? items : stated),
      notes: [],
    };
  },
});

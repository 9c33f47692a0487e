import { periodText } from "../../text/period.ts";
import { enumerate } from "../../text/sentences.ts";
import { defineChart } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { itemOf, knownItems } from "../items.ts";
import { timeOf } from "../own-periods.ts";
import { shareView } from "../views/share.ts";

/** Of all cases nothing is said: the law asks a review of four kinds of decision only. */
export const reviewDuty = defineChart({
  id: "review-duty",
  topic: "cases",
  question: "应当法制审核的处罚，都审核了吗？",
  view(year) {
    const required = shareView(year, {
      whole: ["reviews-required", "应当审核"],
      part: ["reviews-required-done", "审核了"],
      rate: "review-rate",
      noun: "处罚决定",
      which: "应当审核的",
      did: "经过审核",
      asked: "是否法制审核",
      scope: (span) => `${periodText(span)}作出、写明应当法制审核的处罚决定`,
    });
    const heard = knownItems([
      itemOf(year, "heard-decisions", "经过听证"),
      itemOf(year, "heard-decisions-reviewed", "其中审核了"),
    ]);
    if (required.items.length > 0 || heard.length === 0) return required;
    return {
      ...required,
      title: `处罚决定${enumerate(heard)}`,
      subtitle: `${timeOf(year, heard)}经过听证的处罚决定。没有写明哪些决定应当法制审核，只能数听证的。单位：件。`,
      items: heard,
      form: bars(heard),
      notes: [],
    };
  },
});

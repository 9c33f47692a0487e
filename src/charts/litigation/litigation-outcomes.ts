import { AGAINST } from "../../datasets/litigation.ts";
import { defineChart } from "../define.ts";
import { breakdownView, isOneOf } from "../views/breakdown.ts";
import { rateTitle } from "../views/rate.ts";

export const litigationOutcomes = defineChart({
  id: "litigation-outcomes",
  topic: "litigation",
  question: "一审行政诉讼的结果怎样？",
  view: (year) =>
    breakdownView(year, {
      of: "litigation-outcomes",
      noun: "审结的一审",
      scope: "审结的一审行政诉讼，按结果；不予立案和移送的不在内",
      dimension: "结果",
      rate: "litigation-loss-rate",
      outcomes: true,
      asked: { is: isOneOf(AGAINST), word: "败诉" },
      finding: () =>
        rateTitle(year, {
          whole: "litigation-concluded",
          part: "litigation-lost",
          rate: "litigation-loss-rate",
          of: "一审行政诉讼",
          which: "审结的",
          did: "败诉",
        }),
    }),
});

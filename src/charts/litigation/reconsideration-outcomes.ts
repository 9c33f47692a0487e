import { CORRECTED } from "../../datasets/litigation.ts";
import { defineChart } from "../define.ts";
import { breakdownView, isOneOf } from "../views/breakdown.ts";
import { rateTitle } from "../views/rate.ts";

export const reconsiderationOutcomes = defineChart({
  id: "reconsideration-outcomes",
  topic: "litigation",
  question: "行政复议的结果怎样？",
  view: (year) =>
    breakdownView(year, {
      of: "reconsideration-outcomes",
      noun: "审结的复议",
      scope: "已受理并审结的行政复议，按结果",
      dimension: "结果",
      rate: "reconsideration-correction-rate",
      outcomes: true,
      asked: { is: isOneOf(CORRECTED), word: "被纠正" },
      finding: () =>
        rateTitle(year, {
          whole: "reconsiderations-concluded",
          part: "reconsiderations-corrected",
          rate: "reconsideration-correction-rate",
          of: "行政复议",
          which: "审结的",
          did: "被纠正",
        }),
    }),
});

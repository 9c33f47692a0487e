import { defineChart } from "../define.ts";
import { breakdownView } from "../views/breakdown.ts";

export const litigationOutcomes = defineChart({
  id: "litigation-outcomes",
  topic: "litigation",
  question: "行政诉讼的结果怎样？",
  view: (year) =>
    breakdownView(year, {
      of: "litigation-outcomes",
      noun: "审结的诉讼",
      scope: "审结的行政诉讼，按结果",
      dimension: "结果",
      rate: "litigation-loss-rate",
    }),
});

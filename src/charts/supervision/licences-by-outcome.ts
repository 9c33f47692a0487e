import { defineChart } from "../define.ts";
import { breakdownView } from "../views/breakdown.ts";

export const licencesByOutcome = defineChart({
  id: "licences-by-outcome",
  topic: "supervision",
  question: "许可申请的结果怎样？",
  view: (year) =>
    breakdownView(year, {
      of: "licences-by-outcome",
      whole: "licences",
      noun: "许可",
      scope: "办理的行政许可，按当年的决定",
      dimension: "结果",
    }),
});

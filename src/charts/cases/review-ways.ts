import { defineChart } from "../define.ts";
import { breakdownView } from "../views/breakdown.ts";

export const reviewWays = defineChart({
  id: "review-ways",
  topic: "cases",
  question: "案件的审核结论是怎样变化的？",
  view: (year) =>
    breakdownView(year, {
      of: "review-ways",
      noun: "案件",
      scope: "经过法制审核的案件，把每件案件各次审核的结论按先后连起来",
      dimension: "经过",
    }),
});

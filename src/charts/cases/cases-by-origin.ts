import { defineChart } from "../define.ts";
import { breakdownView } from "../views/breakdown.ts";

export const casesByOrigin = defineChart({
  id: "cases-by-origin",
  topic: "cases",
  question: "案件是从哪里来的？",
  view: (year) =>
    breakdownView(year, {
      of: "cases-by-origin",
      noun: "案件",
      scope: "办理的案件，按来源",
      dimension: "来源",
    }),
});

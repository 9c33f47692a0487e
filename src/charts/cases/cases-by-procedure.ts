import { defineChart } from "../define.ts";
import { breakdownView } from "../views/breakdown.ts";

export const casesByProcedure = defineChart({
  id: "cases-by-procedure",
  topic: "cases",
  question: "案件适用什么程序？",
  view: (year) =>
    breakdownView(year, {
      of: "cases-by-procedure",
      noun: "案件",
      scope: "办理的案件，按程序",
      dimension: "程序",
    }),
});

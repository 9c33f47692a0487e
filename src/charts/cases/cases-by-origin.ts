import { A_CASE } from "../../datasets/decisions.ts";
import { caseWord } from "../../figures/case-words.ts";
import { defineChart } from "../define.ts";
import { breakdownView } from "../views/breakdown.ts";

export const casesByOrigin = defineChart({
  id: "cases-by-origin",
  topic: "cases",
  question: "案件是从哪里来的？",
  view: (year) =>
    breakdownView(year, {
      of: "cases-by-origin",
      noun: caseWord(year),
      scope: `${caseWord(year) === A_CASE ? "办理" : "作出"}的${caseWord(year)}，按来源`,
      dimension: "来源",
    }),
});

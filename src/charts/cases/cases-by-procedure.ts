import { A_CASE } from "../../datasets/decisions.ts";
import { caseWord } from "../../figures/case-words.ts";
import { defineChart } from "../define.ts";
import { breakdownView } from "../views/breakdown.ts";

export const casesByProcedure = defineChart({
  id: "cases-by-procedure",
  topic: "cases",
  question: "案件适用什么程序？",
  view: (year) =>
    breakdownView(year, {
      of: "cases-by-procedure",
      noun: caseWord(year),
      scope: `${caseWord(year) === A_CASE ? "办理" : "作出"}的${caseWord(year)}，按程序`,
      dimension: "程序",
    }),
});

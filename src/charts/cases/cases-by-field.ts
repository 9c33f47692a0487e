import { A_CASE } from "../../datasets/decisions.ts";
import { caseWord } from "../../figures/case-words.ts";
import { enumerate } from "../../text/sentences.ts";
import { defineChart } from "../define.ts";
import { itemOf } from "../items.ts";
import { breakdownView } from "../views/breakdown.ts";

export const casesByField = defineChart({
  id: "cases-by-field",
  topic: "cases",
  question: "办理的案件集中在哪些领域？",
  view(year) {
    const view = breakdownView(year, {
      of: "cases-by-field",
      whole: "cases",
      noun: caseWord(year),
      scope: `${caseWord(year) === A_CASE ? "办理" : "作出"}的${caseWord(year)}，按涉嫌违反的领域`,
      dimension: "领域",
    });
    return view.items.length > 0 ? view : { ...view, notes: [enumerate([itemOf(year, "cases")])] };
  },
});

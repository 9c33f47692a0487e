import { defineChart } from "../define.ts";
import { breakdownView } from "../views/breakdown.ts";

export const penaltiesByKind = defineChart({
  id: "penalties-by-kind",
  topic: "cases",
  question: "处罚以哪些种类为主？",
  view: (year) =>
    breakdownView(year, {
      of: "penalties-by-kind",
      noun: "处罚",
      scope: "作出处罚决定的案件，一份决定有几种处罚的按最重的一种计",
      counted: "按最重的一种计",
      dimension: "处罚种类",
    }),
});

import { defineChart } from "../define.ts";
import { breakdownView } from "../views/breakdown.ts";

export const publicityByForm = defineChart({
  id: "publicity-by-form",
  topic: "publicity",
  question: "对社会的普法宣传用了哪些形式？",
  view: (year) =>
    breakdownView(year, {
      of: "publicity-by-form",
      whole: "publicity-events",
      noun: "普法宣传",
      scope: "，面向社会的普法宣传，按形式",
      dimension: "形式",
    }),
});

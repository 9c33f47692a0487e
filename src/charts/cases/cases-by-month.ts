import { defineChart } from "../define.ts";
import { monthItems, withoutMonth } from "../items.ts";
import { periodsView } from "../views/periods.ts";

export const casesByMonth = defineChart({
  id: "cases-by-month",
  topic: "cases",
  question: "各月立案多少？",
  view: (year) =>
    periodsView(year, {
      of: ["cases-by-month", "cases"],
      items: monthItems(year, "cases-by-month"),
      outside: withoutMonth(year, "cases-by-month"),
      noun: "立案",
      scope: "立案的案件，按月份",
      dimension: "月份",
    }),
});

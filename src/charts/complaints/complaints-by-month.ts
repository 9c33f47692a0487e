import { defineChart } from "../define.ts";
import { monthItems, withoutMonth } from "../items.ts";
import { periodsView } from "../views/periods.ts";

export const complaintsByMonth = defineChart({
  id: "complaints-by-month",
  topic: "complaints",
  question: "诉求在哪些月份多？",
  view: (year) =>
    periodsView(year, {
      of: ["complaints-by-month", "complaints"],
      items: monthItems(year, "complaints-by-month"),
      outside: withoutMonth(year, "complaints-by-month"),
      noun: year.tickets,
      scope: `受理的${year.tickets}，按月份`,
      dimension: "月份",
    }),
});

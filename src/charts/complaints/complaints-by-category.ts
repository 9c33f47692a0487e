import { defineChart } from "../define.ts";
import { breakdownView } from "../views/breakdown.ts";

export const complaintsByCategory = defineChart({
  id: "complaints-by-category",
  topic: "complaints",
  question: "群众的诉求是哪些事？",
  view: (year) =>
    breakdownView(year, {
      of: "complaints-by-category",
      noun: year.tickets,
      scope: `受理的${year.tickets}，按类别`,
      dimension: "类别",
    }),
});

import { defineChart } from "../define.ts";
import { breakdownView } from "../views/breakdown.ts";

export const complaintsByStreet = defineChart({
  id: "complaints-by-street",
  topic: "complaints",
  question: "工单集中在哪些地方？",
  view: (year) =>
    breakdownView(year, {
      of: "complaints-by-street",
      noun: year.tickets,
      scope: `受理的${year.tickets}，按${year.place}`,
      dimension: year.place,
      are: "在",
    }),
});

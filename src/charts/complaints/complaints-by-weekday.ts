import { defineChart } from "../define.ts";
import { groupItems } from "../items.ts";
import { periodsView } from "../views/periods.ts";

export const complaintsByWeekday = defineChart({
  id: "complaints-by-weekday",
  topic: "complaints",
  question: "诉求在星期几多？",
  view: (year) =>
    periodsView(year, {
      items: groupItems(year, "complaints-by-weekday", "own"),
      noun: year.tickets,
      scope: `受理的${year.tickets}，按受理那天是星期几`,
      dimension: "星期",
    }),
});

import { WEEKDAYS } from "../datasets/days.ts";
import { defineChart } from "./define.ts";
import { orderedItems } from "./items.ts";
import { periodsView } from "./periods.ts";

export const complaintsByWeekday = defineChart({
  id: "complaints-by-weekday",
  topic: "complaints",
  question: "投诉在星期几多？",
  figures: ["complaints-by-weekday"],
  view: (year) =>
    periodsView(year, {
      items: orderedItems(year, "complaints-by-weekday", WEEKDAYS),
      noun: "投诉工单",
      scope: "受理的投诉工单，按受理那天是星期几",
      dimension: "星期",
    }),
});

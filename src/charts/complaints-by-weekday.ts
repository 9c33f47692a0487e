import { WEEKDAYS } from "../datasets/days.ts";
import { largest } from "../text/sentences.ts";
import { defineChart } from "./define.ts";
import { columns } from "./forms/columns.ts";
import { orderedItems } from "./items.ts";

export const complaintsByWeekday = defineChart({
  id: "complaints-by-weekday",
  topic: "complaints",
  question: "投诉在星期几多？",
  figures: ["complaints-by-weekday"],
  view(year) {
    const items = orderedItems(year, "complaints-by-weekday", WEEKDAYS);
    return {
      title: items.length > 0 ? `投诉工单${largest(items)}` : "投诉工单的星期未公布",
      subtitle: `${year.year}年受理的投诉工单，按受理那天是星期几。单位：件。`,
      dimension: "星期",
      items,
      form: columns(items),
      notes: [],
    };
  },
});

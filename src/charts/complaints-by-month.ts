import { largest } from "../text/sentences.ts";
import { defineChart } from "./define.ts";
import { columns } from "./forms/columns.ts";
import { monthItems } from "./items.ts";

export const complaintsByMonth = defineChart({
  id: "complaints-by-month",
  topic: "complaints",
  question: "投诉在哪些月份多？",
  figures: ["complaints-by-month"],
  view(year) {
    const items = monthItems(year, "complaints-by-month");
    return {
      title: items.length > 0 ? `投诉工单${largest(items)}` : "投诉工单的月份未公布",
      subtitle: `${year.year}年受理的投诉工单，按月份。单位：件。`,
      dimension: "月份",
      items,
      form: columns(items),
      notes: [],
    };
  },
});

import { largest } from "../text/sentences.ts";
import { defineChart } from "./define.ts";
import { columns } from "./forms/columns.ts";
import { monthItems } from "./items.ts";

export const casesByMonth = defineChart({
  id: "cases-by-month",
  topic: "cases",
  question: "各月立案多少？",
  figures: ["cases-by-month"],
  view(year) {
    const items = monthItems(year, "cases-by-month");
    return {
      title: items.length > 0 ? `立案${largest(items)}` : "立案的月份未公布",
      subtitle: `${year.year}年立案的案件，按月份。单位：件。`,
      dimension: "月份",
      items,
      form: columns(items),
      notes: [],
    };
  },
});

import { largestOf } from "../text/sentences.ts";
import { defineChart } from "./define.ts";
import { bars } from "./forms/bars.ts";
import { groupItems, itemOf } from "./items.ts";

export const complaintsByCategory = defineChart({
  id: "complaints-by-category",
  topic: "complaints",
  question: "群众投诉些什么？",
  figures: ["complaints-by-category"],
  view(year) {
    const items = groupItems(year, "complaints-by-category", "sorted");
    return {
      title: largestOf(itemOf(year, "complaints-by-category"), "投诉工单", items),
      subtitle: `${year.year}年受理的投诉工单，按类别。单位：件。`,
      dimension: "类别",
      items,
      form: bars(items),
      notes: [],
    };
  },
});

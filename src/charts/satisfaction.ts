import { SATISFACTION } from "../datasets/complaints.ts";
import { largestOf } from "../text/sentences.ts";
import { defineChart } from "./define.ts";
import { bars } from "./forms/bars.ts";
import { itemOf, orderedItems, rateNote } from "./items.ts";

export const satisfaction = defineChart({
  id: "satisfaction",
  topic: "complaints",
  question: "群众对办理结果满意吗？",
  figures: ["satisfaction", "complaints-rated", "complaints-satisfied", "satisfaction-rate"],
  view(year) {
    const items = orderedItems(year, "satisfaction", SATISFACTION);
    return {
      title: largestOf(itemOf(year, "satisfaction"), "投诉工单", items),
      subtitle: `${year.year}年的投诉工单，按群众的评价。单位：件。`,
      dimension: "评价",
      items,
      form: bars(items),
      notes: rateNote(year, "satisfaction-rate"),
    };
  },
});

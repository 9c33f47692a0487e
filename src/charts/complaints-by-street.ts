import { largestOf } from "../text/sentences.ts";
import { defineChart } from "./define.ts";
import { bars } from "./forms/bars.ts";
import { groupItems, itemOf } from "./items.ts";

export const complaintsByStreet = defineChart({
  id: "complaints-by-street",
  topic: "complaints",
  question: "投诉工单集中在哪些街道？",
  figures: ["complaints-by-street"],
  view(year) {
    const items = groupItems(year, "complaints-by-street", "sorted");
    return {
      title: largestOf(itemOf(year, "complaints-by-street"), "投诉工单", items),
      subtitle: `${year.year}年受理的投诉工单，按街道。单位：件。`,
      dimension: "街道",
      items,
      form: bars(items),
      notes: [],
    };
  },
});

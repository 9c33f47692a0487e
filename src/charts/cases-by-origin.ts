import { largestOf } from "../text/sentences.ts";
import { defineChart } from "./define.ts";
import { bars } from "./forms/bars.ts";
import { groupItems, itemOf } from "./items.ts";

export const casesByOrigin = defineChart({
  id: "cases-by-origin",
  topic: "cases",
  question: "案件是从哪里来的？",
  figures: ["cases-by-origin"],
  view(year) {
    const items = groupItems(year, "cases-by-origin", "sorted");
    return {
      title: largestOf(itemOf(year, "cases-by-origin"), "案件", items),
      subtitle: `${year.year}年办理的案件，按来源。单位：件。`,
      dimension: "来源",
      items,
      form: bars(items),
      notes: [],
    };
  },
});

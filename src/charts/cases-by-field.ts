import { enumerate, largestOf } from "../text/sentences.ts";
import { defineChart } from "./define.ts";
import { bars } from "./forms/bars.ts";
import { groupItems, itemOf, totalOf } from "./items.ts";

export const casesByField = defineChart({
  id: "cases-by-field",
  topic: "cases",
  question: "办理的案件集中在哪些领域？",
  figures: ["cases", "cases-by-field"],
  view(year) {
    const items = groupItems(year, "cases-by-field", "sorted");
    return {
      title: largestOf(itemOf(year, "cases"), "案件", items),
      subtitle: `${year.year}年办理的案件，按涉嫌违反的领域。单位：件。`,
      dimension: "领域",
      items,
      ...totalOf(year, "cases"),
      form: bars(items),
      notes: items.length === 0 ? [enumerate([itemOf(year, "cases")])] : [],
    };
  },
});

import { largestOf } from "../text/sentences.ts";
import { defineChart } from "./define.ts";
import { bars } from "./forms/bars.ts";
import { groupItems, itemOf } from "./items.ts";

export const casesByProcedure = defineChart({
  id: "cases-by-procedure",
  topic: "cases",
  question: "案件适用什么程序？",
  figures: ["cases-by-procedure"],
  view(year) {
    const items = groupItems(year, "cases-by-procedure", "sorted");
    return {
      title: largestOf(itemOf(year, "cases-by-procedure"), "案件", items),
      subtitle: `${year.year}年办理的案件，按程序。单位：件。`,
      dimension: "程序",
      items,
      form: bars(items),
      notes: [],
    };
  },
});

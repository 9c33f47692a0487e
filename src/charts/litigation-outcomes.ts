import { largestOf } from "../text/sentences.ts";
import { defineChart } from "./define.ts";
import { bars } from "./forms/bars.ts";
import { groupItems, itemOf, rateNote } from "./items.ts";

export const litigationOutcomes = defineChart({
  id: "litigation-outcomes",
  topic: "litigation",
  question: "行政诉讼的结果怎样？",
  figures: [
    "litigation-outcomes",
    "litigation-concluded",
    "litigation-lost",
    "litigation-loss-rate",
  ],
  view(year) {
    const items = groupItems(year, "litigation-outcomes", "sorted");
    return {
      title: largestOf(itemOf(year, "litigation-outcomes"), "审结的诉讼", items),
      subtitle: `${year.year}年审结的行政诉讼，按结果。单位：件。`,
      dimension: "结果",
      items,
      form: bars(items),
      notes: rateNote(year, "litigation-loss-rate"),
    };
  },
});

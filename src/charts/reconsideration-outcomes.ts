import { largestOf } from "../text/sentences.ts";
import { defineChart } from "./define.ts";
import { bars } from "./forms/bars.ts";
import { groupItems, itemOf, rateNote } from "./items.ts";

export const reconsiderationOutcomes = defineChart({
  id: "reconsideration-outcomes",
  topic: "litigation",
  question: "行政复议的结果怎样？",
  figures: [
    "reconsideration-outcomes",
    "reconsiderations-concluded",
    "reconsiderations-corrected",
    "reconsideration-correction-rate",
  ],
  view(year) {
    const items = groupItems(year, "reconsideration-outcomes", "sorted");
    return {
      title: largestOf(itemOf(year, "reconsideration-outcomes"), "审结的复议", items),
      subtitle: `${year.year}年审结的行政复议，按结果。单位：件。`,
      dimension: "结果",
      items,
      form: bars(items),
      notes: rateNote(year, "reconsideration-correction-rate"),
    };
  },
});

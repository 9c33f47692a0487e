import { largestOf } from "../text/sentences.ts";
import { defineChart } from "./define.ts";
import { bars } from "./forms/bars.ts";
import { groupItems, itemOf } from "./items.ts";

export const reviewWays = defineChart({
  id: "review-ways",
  topic: "cases",
  question: "案件的审核结论是怎样变化的？",
  figures: ["review-ways"],
  view(year) {
    const items = groupItems(year, "review-ways", "sorted");
    return {
      title: largestOf(itemOf(year, "review-ways"), "案件", items),
      subtitle: `${year.year}年经过法制审核的案件，把每件案件各次审核的结论按先后连起来。单位：件。`,
      dimension: "经过",
      items,
      form: bars(items),
      notes: [],
    };
  },
});

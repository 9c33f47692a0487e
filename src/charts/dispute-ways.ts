import { largestOf } from "../text/sentences.ts";
import { defineChart } from "./define.ts";
import { bars } from "./forms/bars.ts";
import { groupItems, itemOf } from "./items.ts";

export const disputeWays = defineChart({
  id: "dispute-ways",
  topic: "litigation",
  question: "一起争议会走过哪些审级？",
  figures: ["dispute-ways"],
  view(year) {
    const items = groupItems(year, "dispute-ways", "sorted");
    return {
      title: largestOf(itemOf(year, "dispute-ways"), "争议", items),
      subtitle: `${year.year}年的争议，把每一起经过的复议、仲裁和各审级按先后连起来。单位：起。`,
      dimension: "经过",
      items,
      form: bars(items),
      notes: [],
    };
  },
});

import { largestOf } from "../text/sentences.ts";
import { defineChart } from "./define.ts";
import { bars } from "./forms/bars.ts";
import { groupItems, itemOf, totalOf } from "./items.ts";

export const messagesByChannel = defineChart({
  id: "messages-by-channel",
  topic: "complaints",
  question: "群众反映从哪些渠道来？",
  figures: ["messages", "messages-by-channel"],
  view(year) {
    const items = groupItems(year, "messages-by-channel", "sorted");
    return {
      title: largestOf(itemOf(year, "messages"), "群众反映", items),
      subtitle: `${year.year}年接到的群众反映，按渠道。单位：次。`,
      dimension: "渠道",
      items,
      ...totalOf(year, "messages"),
      // One channel alone is a sentence and a table, not a chart.
      form: items.length > 1 ? bars(items) : null,
      notes: [],
    };
  },
});

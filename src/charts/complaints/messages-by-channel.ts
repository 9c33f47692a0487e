import { defineChart } from "../define.ts";
import { breakdownView } from "../views/breakdown.ts";

export const messagesByChannel = defineChart({
  id: "messages-by-channel",
  topic: "complaints",
  question: "群众反映从哪些渠道来？",
  view(year) {
    const view = breakdownView(year, {
      of: "messages-by-channel",
      whole: "messages",
      noun: "群众反映",
      scope: "接到的群众反映，按渠道",
      dimension: "渠道",
      are: "来自",
    });
    // One channel alone is a sentence and a table, not a chart.
    return view.items.length > 1 ? view : { ...view, form: null };
  },
});

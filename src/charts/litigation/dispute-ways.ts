import { defineChart } from "../define.ts";
import { breakdownView } from "../views/breakdown.ts";

export const disputeWays = defineChart({
  id: "dispute-ways",
  topic: "litigation",
  question: "一起争议会走过哪些审级？",
  view: (year) =>
    breakdownView(year, {
      of: "dispute-ways",
      noun: "争议",
      scope: "的争议，把每一起经过的复议、仲裁和各审级按先后连起来",
      dimension: "经过",
    }),
});

import { defineChart } from "../define.ts";
import { breakdownView } from "../views/breakdown.ts";
import { rateTitle } from "../views/rate.ts";

export const satisfaction = defineChart({
  id: "satisfaction",
  topic: "complaints",
  question: "群众对办理结果满意吗？",
  view: (year) =>
    breakdownView(year, {
      of: "satisfaction",
      noun: year.tickets,
      scope: `的${year.tickets}，按群众的评价`,
      dimension: "评价",
      order: "own",
      rate: "satisfaction-rate",
      outcomes: true,
      finding: () =>
        rateTitle(year, {
          whole: "complaints-rated",
          part: "complaints-satisfied",
          rate: "satisfaction-rate",
          of: year.tickets,
          which: "作了评价的",
          did: "满意（含基本满意）",
        }),
    }),
});

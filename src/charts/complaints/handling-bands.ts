import { defineChart } from "../define.ts";
import { breakdownView } from "../views/breakdown.ts";
import { paceTitle } from "../views/pace.ts";

export const handlingBands = defineChart({
  id: "handling-bands",
  topic: "complaints",
  question: "工单多久办结？",
  view(year) {
    const view = breakdownView(year, {
      of: "handling-bands",
      noun: "办结的工单",
      scope: `受理、已办结的${year.tickets}，按从受理到办结的自然日数`,
      dimension: "用时",
      order: "own",
    });
    const title = paceTitle(year, view.items);
    return title === null ? view : { ...view, title };
  },
});

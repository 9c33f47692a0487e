import { amountText } from "../../text/format.ts";
import { saysNothing } from "../../text/rests.ts";
import { defineChart } from "../define.ts";
import type { Look } from "../forms/looks.ts";
import { breakdownView } from "../views/breakdown.ts";
import { rateTitle } from "../views/rate.ts";
import { wholeStrip } from "../views/whole.ts";

/** The words that every bureau has; of its own ones nothing says on which side they are. */
const LOOKS: Readonly<Record<string, Look>> = {
  非常满意: "done",
  满意: "half",
  基本满意: "next",
  不满意: "left",
  非常不满意: "left",
};

export const satisfaction = defineChart({
  id: "satisfaction",
  topic: "complaints",
  question: "群众对办理结果满意吗？",
  view(year) {
    const view = breakdownView(year, {
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
          isState: true,
        }),
    });
    // Who was not asked or did not answer is no part of the answer.
    const silent = view.items.filter(({ label }) => saysNothing(label));
    const form = wholeStrip(
      view.items.filter((item) => !silent.includes(item)),
      LOOKS,
    );
    if (!form) return view;
    const notes = silent.map(
      ({ amount, unit }) => `另有${amountText(amount, unit)}没有评价，不画。`,
    );
    return { ...view, form, notes: [...notes, ...view.notes] };
  },
});

import { figureOf } from "../../figures/figures.ts";
import { wholeText } from "../../text/period.ts";
import { saysNothing } from "../../text/rests.ts";
import { isExact } from "../../values/amount.ts";
import { defineChart, type Item } from "../define.ts";
import type { Look } from "../forms/looks.ts";
import { strip } from "../forms/strip.ts";
import { breakdownView } from "../views/breakdown.ts";
import { groupsTitle } from "../views/rate.ts";

/** The words that every bureau has; its own ones are part of neither. */
const [SOLVED, PARTLY, UNSOLVED] = ["已解决", "部分解决", "未解决"] as const;
const LOOKS: Readonly<Record<string, Look>> = {
  [SOLVED]: "done",
  [PARTLY]: "next",
  [UNSOLVED]: "left",
};

export const complaintsSolved = defineChart({
  id: "complaints-solved",
  topic: "complaints",
  question: "办结等于解决吗？",
  view(year) {
    const view = breakdownView(year, {
      of: "complaints-by-solved",
      noun: year.tickets,
      scope: `受理的${year.tickets}，按登记的解决情况。办结是程序走完，不等于问题解决`,
      dimension: "解决情况",
      order: "own",
      outcomes: true,
      finding: (items) =>
        groupsTitle(items, (label) => label === SOLVED, {
          of: year.tickets,
          which: "",
          did: "已解决",
          time: wholeText(figureOf(year, "complaints-by-solved").period),
        }),
    });
    const standard = view.items.every(({ label }) => label in LOOKS || saysNothing(label));
    const isWhole = standard && view.items.every(({ amount }) => isExact(amount));
    return isWhole && view.items.length > 1
      ? { ...view, form: strip(view.items.map(painted)) }
      : view;
  },
});

function painted(item: Item) {
  return { ...item, look: LOOKS[item.label] ?? ("unknown" as const) };
}

import { figureOf } from "../../figures/figures.ts";
import { wholeText } from "../../text/period.ts";
import { defineChart } from "../define.ts";
import type { Look } from "../forms/looks.ts";
import { breakdownView } from "../views/breakdown.ts";
import { groupsTitle } from "../views/rate.ts";
import { wholeStrip } from "../views/whole.ts";

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
          isState: true,
          time: wholeText(figureOf(year, "complaints-by-solved").period),
        }),
    });
    return { ...view, form: wholeStrip(view.items, LOOKS) ?? view.form };
  },
});

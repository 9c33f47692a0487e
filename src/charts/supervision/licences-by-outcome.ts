import { DECISIONS, GRANTED } from "../../datasets/licences.ts";
import { figureOf } from "../../figures/figures.ts";
import { wholeText } from "../../text/period.ts";
import { defineChart } from "../define.ts";
import { breakdownView } from "../views/breakdown.ts";
import { groupsTitle } from "../views/rate.ts";

const isOneOf = (words: readonly string[], label: string) => words.includes(label);

export const licencesByOutcome = defineChart({
  id: "licences-by-outcome",
  topic: "supervision",
  question: "许可申请的结果怎样？",
  view: (year) =>
    breakdownView(year, {
      of: "licences-by-outcome",
      whole: "licences",
      noun: "许可",
      scope: "办理的行政许可，按当年的决定",
      dimension: "结果",
      outcomes: true,
      finding(items) {
        const decisions = items.filter(({ label }) => isOneOf(DECISIONS, label));
        const granted = decisions.filter(({ label }) => isOneOf(GRANTED, label));
        // A list of grants alone is no proof that none was refused, nor the other way round.
        const isOfBoth = granted.length > 0 && granted.length < decisions.length;
        return groupsTitle(decisions, (label) => isOneOf(GRANTED, label), {
          of: "许可决定",
          which: isOfBoth ? "作出的" : "列出的",
          did: "准予",
          time: wholeText(figureOf(year, "licences").period),
        });
      },
    }),
});

import { EARLIER_JUDGMENT } from "../../datasets/litigation.ts";
import { figureOf } from "../../figures/figures.ts";
import { wholeText } from "../../text/period.ts";
import { enumerate } from "../../text/sentences.ts";
import { defineChart } from "../define.ts";
import { itemOf, knownItems } from "../items.ts";
import { breakdownView } from "../views/breakdown.ts";
import { groupsTitle } from "../views/rate.ts";

const UPHELD = EARLIER_JUDGMENT[0];

export const appealOutcomes = defineChart({
  id: "appeal-outcomes",
  topic: "litigation",
  question: "二审维持了一审判决吗？",
  view(year) {
    // Of none there is nothing that stays as it was.
    const dismissed = knownItems([
      itemOf(year, "own-appeals-dismissed", `其中${year.self}上诉被驳回`),
    ]).filter(({ amount }) => amount.state !== "known" || amount.value > 0);
    const view = breakdownView(year, {
      of: "appeal-outcomes",
      noun: "审结的二审",
      scope: `审结的二审行政诉讼，按对一审判决怎样。撤销、变更对的是一审判决，不等于${year.self}输了`,
      dimension: "对一审判决",
      outcomes: true,
      asked: { is: (label) => label === UPHELD, word: "维持" },
      finding: (items) =>
        groupsTitle(items, (label) => label === UPHELD, {
          of: "二审",
          which: "审结的",
          did: "维持一审判决",
          time: wholeText(figureOf(year, "appeal-outcomes").period),
        }),
    });
    const notes =
      view.form && dismissed.length > 0 ? [`${enumerate(dismissed)}，一审的输赢不变。`] : [];
    return { ...view, told: [...(view.told ?? []), ...dismissed], notes };
  },
});

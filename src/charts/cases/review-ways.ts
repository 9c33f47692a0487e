import { RETURNED } from "../../datasets/legal_reviews.ts";
import { figureOf } from "../../figures/figures.ts";
import { THEN } from "../../metrics/engine/paths.ts";
import { wholeText } from "../../text/period.ts";
import { defineChart } from "../define.ts";
import { breakdownView } from "../views/breakdown.ts";
import { groupsTitle } from "../views/rate.ts";

const PASSED = "通过";
const STEPS = [PASSED, ...RETURNED];

export const reviewWays = defineChart({
  id: "review-ways",
  topic: "cases",
  question: "案件的审核结论是怎样变化的？",
  view: (year) =>
    breakdownView(year, {
      of: "review-ways",
      noun: "案件",
      scope: "经过法制审核的案件，把每件案件当年各次审核的结论按先后连起来",
      dimension: "经过",
      outcomes: true,
      // A bureau's own words for a conclusion do not say here which of them is the better one.
      finding: (items) =>
        items.every(({ label }) => label.split(THEN).every((step) => STEPS.includes(step)))
          ? groupsTitle(items, (way) => way === PASSED, {
              of: "案件",
              which: "经过审核的",
              did: "当年一次通过",
              time: wholeText(figureOf(year, "review-ways").period),
            })
          : null,
    }),
});

import { groupItems, itemOf, listedWhole } from "../charts/items.ts";
import { cases } from "../datasets/cases.ts";
import { legalReviews } from "../datasets/legal_reviews.ts";
import { caseWord } from "../figures/case-words.ts";
import { figureOf } from "../figures/figures.ts";
import { everPublished } from "../site/published.ts";
import type { Year } from "../site/year.ts";
import { largestOf } from "../text/of-whole.ts";
import { asideText, wholeText } from "../text/period.ts";
import type { Topic } from "./define.ts";
import { headline, named, numberOf, prose, timed } from "./told.ts";

export const casesTopic: Topic = {
  id: "cases",
  nav: "案件",
  label: "案件与法制审核",
  description: "办理的案件、执法领域、法制审核和处罚信息公示。",
  headline: (year) =>
    headline(year, "cases", [
      [["cases", "cases-by-field"], () => byField(year)],
      [["penalty-disclosures"], () => `公示信息${numberOf(year, "penalty-disclosures")}`],
    ]),
  lead: (year) =>
    prose(
      year,
      [
        figureOf(year, "cases").only
          ? "作出处罚决定{{penalties-by-kind}}"
          : named(year, "cases", "办理各类案件"),
      ],
      [
        named(year, "legal-reviews", "法制审核"),
        named(year, "legal-reviews-passed", "其中审核通过的"),
      ],
      [named(year, "penalty-disclosures", "公示处罚信息")],
    ),
  sections: [
    { id: "way", question: "案子怎样走", charts: ["review-to-disclosure"] },
    { id: "fields", question: "查了什么", charts: ["cases-by-field"] },
    {
      id: "origins",
      question: "案子从哪里来",
      charts: ["cases-by-origin", "cases-by-procedure", "cases-by-month"],
    },
    {
      id: "reviews",
      question: "审核了吗",
      charts: ["review-duty", "review-returns", "review-ways"],
    },
    { id: "penalties", question: "怎么罚的", charts: ["penalties-by-kind"] },
    { id: "disclosure", question: "公开了吗", charts: ["disclosure-on-time"] },
    { id: "years", question: "比往年多吗", charts: ["cases-by-year"] },
  ],
  datasets: [cases, legalReviews],
  method: [
    [["cases-by-field"], "案件按涉嫌违反的领域分，一件案件只计一次。"],
    [
      ["legal-reviews"],
      "法律只要求四类处罚决定法制审核：涉及重大公共利益的，直接关系重大权益、经过听证的，疑难复杂的，法律法规规定的其他；所以不拿全部案件作分母。",
    ],
    [
      ["legal-reviews"],
      "法制审核按件次计，同一件案件审核两次计两次，所以不能与件数相减，也不算通过率。",
    ],
    [
      ["penalties-by-kind", "fines", "confiscations"],
      "处罚计入作出决定的年度，后来被撤销、变更的也在内；一份决定有两种以上处罚的，按最重的一种计一次，轻重依统计表填表说明。",
    ],
    [["disclosures-due"], "应公示的是定为公开的处罚决定；没有写公开方式的不能判断，不算超期。"],
  ],
};

function byField(year: Year): string {
  const whole = listedWhole(year, "cases-by-field", "cases") ?? itemOf(year, "cases");
  return everPublished(year, "cases-by-field")
    ? largestOf(
        whole,
        `${caseWord(year)}${whole.period ? asideText(whole.period) : ""}`,
        // The whole's time is said with it.
        timed(year, groupItems(year, "cases-by-field", "sorted"), whole.period),
        wholeText(figureOf(year, "cases").period),
      )
    : `办理案件${numberOf(year, "cases")}`;
}

import type { Item } from "../charts/define.ts";
import { groupItems, itemOf } from "../charts/items.ts";
import { publicity } from "../datasets/publicity.ts";
import { figureOf } from "../figures/figures.ts";
import { findingOf } from "../findings/find.ts";
import { isAnswered } from "../findings/settled.ts";
import { disputeTitle } from "../findings/words.ts";
import type { Year } from "../site/year.ts";
import { shareOf } from "../text/of-whole.ts";
import { wholeText } from "../text/period.ts";
import { valueText } from "../text/sentences.ts";
import { largest } from "../text/standing-out.ts";
import type { Topic } from "./define.ts";
import { headline, named, prose, timed } from "./told.ts";

export const publicityTopic: Topic = {
  id: "publicity",
  nav: "普法",
  label: "普法与学习培训",
  description: "面向社会的普法宣传，以及本单位人员的学习、培训和考试。",
  headline: (year) => {
    const forms = groupItems(year, "publicity-by-form", "sorted");
    const whole = itemOf(year, "publicity-events");
    const finding = findingOf(year, "publicity-events");
    // What has been explained is no news; of two numbers none is the total.
    const explained = finding !== undefined && isAnswered(year, finding);
    const total = finding
      ? disputeTitle(finding, "普法宣传")
      : inOrder("普法宣传", wholeText(figureOf(year, "publicity-events").period)) +
        valueText(whole);
    const most = mostText(year, forms, whole);
    if (explained) {
      return headline(
        year,
        "publicity",
        most === "" ? [] : [[["publicity-by-form"], () => `普法宣传${most}`]],
      );
    }
    return headline(year, "publicity", [
      [["publicity-events", "publicity-by-form"], () => `${total}${most && `；\u200b${most}`}`],
    ]);
  },
  lead: (year) =>
    prose(year, [named(year, "publicity-events", "面向社会的普法宣传"), ...dutyText(year)]),
  sections: [
    { id: "forms", question: "怎样普法", charts: ["publicity-by-form"] },
    { id: "total", question: "数字对得上吗", charts: ["publicity-total"] },
    { id: "when", question: "什么时候", charts: ["publicity-calendar"] },
    { id: "reach", question: "多少人参加", charts: ["publicity-reach"] },
    { id: "learning", question: "自己学了吗", charts: ["staff-learning"] },
    { id: "years", question: "比往年多吗", charts: ["publicity-by-year"] },
  ],
  datasets: [publicity],
  method: [
    [
      ["publicity-events", "staff-learning"],
      "本单位人员的学习、培训和考试，不计入面向社会的普法宣传。",
    ],
    [["publicity-participants", "publicity-events"], "网上的浏览量不是参与人次。"],
  ],
};

/** What share of all the largest form is, or how many, where they do not make up the whole; empty of one form. */
function mostText(year: Year, forms: readonly Item[], whole: Item): string {
  if (forms.length < 2) return "";
  const isOfOneTime = forms.every(({ period }) => !period);
  const share =
    isOfOneTime && !whole.against ? shareOf(whole, forms, (count) => count, "是", true) : null;
  // How many there are stands before it.
  return share ?? largest(timed(year, forms), whole);
}

/** A part of the whole where the data say so; where they do not, nobody knows whether it is. */
function dutyText(year: Year): string[] {
  const { amount, statements } = figureOf(year, "duty-publicity");
  if (amount.state !== "known") return [];
  const whole = figureOf(year, "publicity-events").amount;
  if (whole.state === "unknown") return ["按普法责任制开展的普法宣传{{duty-publicity}}"];
  return statements.some(({ parent }) => parent === "publicity-events")
    ? ["其中按普法责任制开展的{{duty-publicity}}"]
    : ["另列按普法责任制开展的{{duty-publicity}}（是不是前面的一部分，数据没有写明）"];
}

/** 普法宣传全年58次, 截至2024年6月30日普法宣传12次. */
function inOrder(what: string, time: string): string {
  return time === "全年" ? `${what}${time}` : `${time}${what}`;
}

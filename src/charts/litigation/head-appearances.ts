import { type Figure, figureOf } from "../../figures/figures.ts";
import { originOfAll } from "../../figures/origin.ts";
import type { Year } from "../../site/year.ts";
import { amountText } from "../../text/format.ts";
import { wholeText } from "../../text/period.ts";
import { enumerate, valueText } from "../../text/sentences.ts";
import { unitText } from "../../text/units.ts";
import { isExact, isWithheld, known, SMALL_BASE, UNKNOWN_AMOUNT } from "../../values/amount.ts";
import { defineChart, type Item } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { unitMarks } from "../forms/marks.ts";
import { BY_ROWS, divisionText, isOfRows, itemOf, knownItems, restOf } from "../items.ts";
import { timeOf } from "../own-periods.ts";

/** A rate of which the report writes neither part: nor is it known of which instances it is. */
export const RATE_ALONE = "报告只写了率，没有写开庭、出庭各几起，是不是只算一审不知道";

export const headAppearances = defineChart({
  id: "head-appearances",
  topic: "litigation",
  question: "开庭时，行政机关负责人出庭了几次？",
  view(year) {
    const hearings = itemOf(year, "hearings", "一审开庭");
    const present = itemOf(year, "head-appearances", "负责人出庭");
    const missed: Item = {
      ...restOf(present, "未出庭", difference(hearings, present)),
      origin: originOfAll([hearings.origin, present.origin]),
    };
    const marks = unitMarks(present, missed);
    // Only the rate is published.
    const only =
      knownItems([hearings, present]).length > 0
        ? []
        : knownItems([itemOf(year, "head-appearance-rate")]);
    const rate = figureOf(year, "head-appearance-rate");
    const items = only.length > 0 ? only : [hearings, present, missed];
    const exempt = itemOf(year, "hearings-not-applicable");
    return {
      title:
        only.length > 0
          ? enumerate(only)
          : title(hearings, present, wholeText(figureOf(year, "hearings").period)),
      subtitle:
        only.length > 0
          ? `${timeOf(year, items)}，${RATE_ALONE}。${unitText(only.map(({ unit }) => unit))}`
          : `${timeOf(year, items)}，以${year.self}为被告、实际开庭的一审案件。${
              marks
                ? `一个方块为一${hearings.unit}开庭；带斜线的未出庭。`
                : unitText([hearings.unit, present.unit])
            }`,
      dimension: "项目",
      items,
      told: exemptText(exempt).length > 0 ? [exempt] : [],
      form: marks ?? bars(only.length > 0 ? only : [hearings, present]),
      notes: [
        ...rateText(year, hearings, present, rate),
        ...exemptText(exempt),
        "负责人指正职、副职和参与分管被诉行为的负责人，一案开庭几次到一次即可；每个审级都应当出庭" +
          (only.length > 0 ? "。" : "，这里只数一审。"),
      ],
    };
  },
});

/** Where the duty is said not to apply, nobody was absent. */
function exemptText({ amount, unit }: Item): string[] {
  const none = amount.state === "unknown" || (isExact(amount) && amount.value === 0);
  return none ? [] : [`另有${amountText(amount, unit)}开庭写明负责人出庭不适用，不算未出庭。`];
}

/** The rate with its division: of the rows where the report has another number of either, and of two of the report's none. */
function rateText(year: Year, hearings: Item, present: Item, rate: Figure): string[] {
  const { amount } = rate;
  if (isExact(hearings.amount) && hearings.amount.value === 0) return ["没有开庭，不算出庭率。"];
  if (amount.state === "small")
    return [`开庭不足${SMALL_BASE}${hearings.unit}，只列${hearings.unit}数，不算出庭率。`];
  const said = `出庭率${amountText(amount, "%")}`;
  if (amount.state !== "known") return [`${said}。`];
  if (amount !== rate.computed) return [`报告写的出庭率是${amountText(amount, "%")}。`];
  const parts = [figureOf(year, "head-appearances"), figureOf(year, "hearings")] as const;
  const disputed = hearings.against || present.against;
  if (disputed && !isOfRows(parts)) return [];
  return [`${disputed ? BY_ROWS : ""}${said}，${divisionText(parts[0].amount, parts[1].amount)}。`];
}

/** Null counts stay unknown, and those of different times; more appearances than hearings is a finding, not a negative number. */
function difference(whole: Item, part: Item): Item["amount"] {
  if (whole.period?.until !== part.period?.until || whole.period?.from !== part.period?.from)
    return UNKNOWN_AMOUNT;
  if (isWithheld(whole.amount) || isWithheld(part.amount)) return { state: "hidden" };
  if (!isExact(whole.amount) || !isExact(part.amount)) return UNKNOWN_AMOUNT;
  if (whole.against || part.against || part.amount.value > whole.amount.value)
    return UNKNOWN_AMOUNT;
  return known(whole.amount.value - part.amount.value);
}

function title(hearings: Item, present: Item, time: string): string {
  if (hearings.amount.state === "unknown" && present.amount.state === "unknown") {
    return "一审开庭和负责人出庭情况未公布";
  }
  const plain = isExact(hearings.amount) && isExact(present.amount);
  const disputed = hearings.against || present.against;
  if (plain && !disputed && isExact(hearings.amount) && isExact(present.amount)) {
    const [held, came] = [hearings.amount.value, present.amount.value];
    if (held === 0) return `${time}没有一审开庭`;
    if (held === 1)
      return `一审开庭${valueText(hearings)}，\u200b负责人${came === 1 ? "" : "没有"}出庭`;
    if (came === held)
      return `一审开庭${valueText(hearings)}，\u200b负责人${valueText(present)}都出庭`;
    if (came === 0) return `一审开庭${valueText(hearings)}，\u200b负责人都没有出庭`;
  }
  return `一审开庭${valueText(hearings)}，\u200b负责人出庭${valueText(present)}`;
}

import { figureOf } from "../../figures/figures.ts";
import type { Year } from "../../site/year.ts";
import { amountText } from "../../text/format.ts";
import { periodText, wholeText } from "../../text/period.ts";
import { enumerate } from "../../text/sentences.ts";
import { shareText } from "../../text/shares.ts";
import { unitText } from "../../text/units.ts";
import { type Amount, isExact, known } from "../../values/amount.ts";
import { isSamePeriod } from "../../values/period.ts";
import { defineChart, type Item } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { itemOf, knownItems } from "../items.ts";
import { timeOf } from "../own-periods.ts";
import { shareView } from "../views/share.ts";

const TOLD_WHAT = "审核了没有";
const TOLD = `写明${TOLD_WHAT}`;

/** Of all cases nothing is said: the law asks a review of four kinds of decision only. */
export const reviewDuty = defineChart({
  id: "review-duty",
  topic: "cases",
  question: "应当法制审核的处罚，都审核了吗？",
  view(year) {
    const required = itemOf(year, "reviews-required", "应当审核");
    const told = figureOf(year, "reviews-told").amount;
    const isAllTold =
      told.state === "unknown" ||
      (isExact(required.amount) && blankOf(required.amount, told) === 0);
    const share = shareView(year, {
      whole: told.state === "unknown" ? ["reviews-required", "应当审核"] : ["reviews-told", TOLD],
      part: ["reviews-required-done", "审核了"],
      rate: "review-rate",
      noun: "处罚决定",
      which: isAllTold ? "应当审核的" : `应当审核、${TOLD}的`,
      did: "经过审核",
      left: "没有审核",
      asked: "是否法制审核",
      scope: (span) => `${periodText(span)}作出、写明应当法制审核的处罚决定`,
    });
    const blank = blankOf(required.amount, told);
    if (blank > 0) {
      const all = `应当审核的${amountText(required.amount, required.unit)}处罚决定`;
      const none = `都没有写${TOLD_WHAT}`;
      if (told.state === "known" && told.value === 0) {
        const items = [required];
        return { ...share, title: `${all}，\u200b${none}`, items, form: bars(items), notes: [] };
      }
      const some = `${amountText(known(blank), required.unit)}没有写${TOLD_WHAT}`;
      return { ...share, notes: [...share.notes, `${all}里，${some}，没有算在内。`] };
    }
    const allHeard = figureOf(year, "heard-decisions").amount;
    const heard = knownItems([
      itemOf(year, "heard-decisions-told", `${TOLD}的`),
      itemOf(year, "heard-decisions-reviewed", "审核了的"),
    ]);
    if (share.items.length > 0 || heard.length === 0) return share;
    return {
      ...share,
      title: heardTitle(year, heard, allHeard),
      subtitle: `${timeOf(year, heard)}经过听证的处罚决定。没有写明哪些决定应当法制审核，只能数听证的。${unitText(heard.map(({ unit }) => unit))}`,
      items: heard,
      form: bars(heard),
      notes: [],
    };
  },
});

/** Of those heard, where nothing tells of the others: “经过听证的17件处罚决定全部经过审核”. */
function heardTitle(year: Year, heard: readonly Item[], all: Amount): string {
  const [whole, part] = heard;
  const told = figureOf(year, "heard-decisions-told");
  const isAll = isExact(all) && blankOf(all, told.amount) === 0;
  const share =
    whole && part && isSamePeriod(told.period, figureOf(year, "heard-decisions-reviewed").period)
      ? shareText({
          whole,
          part,
          of: "处罚决定",
          which: isAll ? "经过听证的" : `经过听证、${TOLD}的`,
          did: "经过审核",
          time: wholeText(told.period),
        })
      : null;
  return share ?? `经过听证的处罚决定：\u200b${enumerate(heard)}`;
}

/** Of how many it is not written whether they were reviewed. */
function blankOf(required: Amount, told: Amount): number {
  return isExact(required) && isExact(told) ? required.value - told.value : 0;
}

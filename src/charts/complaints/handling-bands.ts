import { BANDS } from "../../datasets/complaints.ts";
import { figureOf } from "../../figures/figures.ts";
import type { Year } from "../../site/year.ts";
import { wholeText } from "../../text/period.ts";
import { saysNothing } from "../../text/rests.ts";
import { defineChart, type Item } from "../define.ts";
import { breakdownView } from "../views/breakdown.ts";
import { groupsTitle } from "../views/rate.ts";

/** So large a share is what one may count on. */
const MOST = 3 / 4;

export const handlingBands = defineChart({
  id: "handling-bands",
  topic: "complaints",
  question: "工单多久办结？",
  view: (year) =>
    breakdownView(year, {
      of: "handling-bands",
      noun: "办结的工单",
      scope: `受理、已办结的${year.tickets}，按从受理到办结的自然日数`,
      dimension: "用时",
      order: "own",
      finding: (items) => withinTitle(year, items),
    }),
});

/** “办结的25,557件诉求工单，85%不超过7天”: of the shortest time in which most were done. */
function withinTitle(year: Year, items: readonly Item[]): string | null {
  const timed = items.filter(({ label }) => !saysNothing(label));
  const sum = (some: readonly Item[]) =>
    some.reduce((all, { amount }) => all + (amount.state === "known" ? amount.value : 0), 0);
  const within = (days: number) => {
    const words = BANDS.flatMap(([until, word]) => (until <= days ? [word] : []));
    return (label: string) => words.includes(label);
  };
  const ends = BANDS.flatMap(([days]) => (Number.isFinite(days) ? [days] : []));
  const all = sum(timed);
  const days =
    ends.find((end) => sum(timed.filter(({ label }) => within(end)(label))) >= all * MOST) ??
    ends.at(-1)!;
  return groupsTitle(timed, within(days), {
    of: year.tickets,
    which: timed.length < items.length ? "算得出用时的" : "办结的",
    did: days === 0 ? "当天办结" : `不超过${days}天`,
    time: wholeText(figureOf(year, "handling-bands").period),
  });
}

/** How long it took, as a title says it: half and nine tenths of how many. */
import { figureOf } from "../../figures/figures.ts";
import type { Year } from "../../site/year.ts";
import { amountText } from "../../text/format.ts";
import { saysNothing } from "../../text/rests.ts";
import { isExact, sum } from "../../values/amount.ts";
import type { Item } from "../define.ts";

/** Null where either is not known. */
export function paceTitle(year: Year, items: readonly Item[]): string | null {
  const middle = figureOf(year, "handling-days").amount;
  const most = figureOf(year, "handling-days-p90").amount;
  if (middle.state !== "known" || most.state !== "known") return null;
  const timed = items.filter(({ label }) => !saysNothing(label));
  const count = sum(timed.map(({ amount }) => amount));
  const of = isExact(count) ? amountText(count, items[0]?.unit ?? "") : "";
  const half = middle.value < most.value ? `一半不超过${amountText(middle, "天")}，\u200b` : "";
  return `办结的${of}${year.tickets}，\u200b${half}九成不超过${amountText(most, "天")}`;
}

/** A rate in whole numbers: of every hundred so many. */
import { type Amount, isExact, type KnownAmount, known, range } from "../values/amount.ts";
import { shareIn } from "../values/decimals.ts";
import { amountText } from "./format.ts";

/** A rate of fewer answers is no rate: then both numbers are said. */
const BASE = 30;

/** Whole numbers, as few answers allow no finer ones, and neither none nor all where it is neither; null under the base. */
export function ratePerHundred(part: Amount, whole: Amount): KnownAmount | null {
  if (!isExact(part) || !isExact(whole) || whole.value < BASE) return null;
  const rate = shareIn(100, part.value, whole.value);
  if (rate > 0 && rate < 1) return nearly("不到", 1, [0, 1]);
  if (rate > 99 && rate < 100) return nearly("超过", 99, [99, 100]);
  return known(Math.round(rate));
}

/** The same in digits: 14, 不到1. */
export function perHundred(part: Amount, whole: Amount): string | null {
  const rate = ratePerHundred(part, whole);
  return rate && amountText(rate, "");
}

function nearly(before: string, value: number, bounds: readonly [number, number]): KnownAmount {
  const words = { before, digits: String(value), after: "", behind: "" };
  return { ...known(value, "about"), words, bounds };
}

/** “9到22件”, “都是14件”, “都不到1件”, “不到1件到3件”: what several rates reach. */
export function reachOf(rates: readonly KnownAmount[], unit: string): string {
  const least = (one: KnownAmount) => range(one)![0] + one.value / 1000;
  const sorted = rates.toSorted((a, b) => least(a) - least(b));
  const [low, high] = [sorted[0]!, sorted.at(-1)!];
  const most = amountText(high, unit);
  // None is fewer than one, too.
  if (amountText(low, unit) === most || range(high)![1] <= 1) {
    return isExact(high) && low.value === high.value ? `都是${most}` : `都${most}`;
  }
  return `${amountText(low, isExact(low) && isExact(high) ? "" : unit)}到${most}`;
}

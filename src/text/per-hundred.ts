/** A rate in whole numbers: of every hundred so many. */
import { type Amount, isExact } from "../values/amount.ts";
import { shareIn } from "../values/decimals.ts";
import { numberText } from "./format.ts";

/** A rate of fewer answers is no rate: then both numbers are said. */
const BASE = 30;
/** Whole numbers, as few answers allow no finer ones; null under the base. */
export function perHundred(part: Amount, whole: Amount): string | null {
  if (!isExact(part) || !isExact(whole) || whole.value < BASE) return null;
  const rate = shareIn(100, part.value, whole.value);
  return rate > 0 && rate < 1 ? "不到1" : numberText(Math.round(rate));
}

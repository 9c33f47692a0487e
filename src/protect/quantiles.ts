/**
 * Quantiles by group, as they may be published. One is the value of a matter of the group, and how
 * many have each value is public: of a value that a single matter has, it would tell whose it is.
 */
import type { Amount } from "../values/amount.ts";
import { THRESHOLD } from "./threshold.ts";

/** What is told of such a quantile. `spread`: how many matters in all have each value. */
export function toldQuantile(
  amounts: Iterable<Amount>,
  spread: ReadonlyMap<number, number> = new Map(),
): (amount: Amount) => Amount {
  /** Each group that tells a value holds one of its matters at least. */
  const holders = new Map<number, number>();
  for (const amount of amounts) {
    if (amount.state !== "known") continue;
    holders.set(amount.value, (holders.get(amount.value) ?? 0) + 1);
  }
  return (amount) => {
    if (amount.state !== "known") return amount;
    const others = (spread.get(amount.value) ?? 0) - holders.get(amount.value)!;
    return others < THRESHOLD ? { state: "hidden" } : amount;
  };
}

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
  const untold = untoldOf(holders, spread);
  return (amount) =>
    amount.state === "known" && untold.has(amount.value) ? { state: "hidden" } : amount;
}

/**
 * Values that tell whose they are. That one is withheld tells that it is among them: of too few
 * matters together they would tell it all the same, so the next seldom ones join.
 */
function untoldOf(
  holders: ReadonlyMap<number, number>,
  spread: ReadonlyMap<number, number>,
): ReadonlySet<number> {
  const others = (value: number) => (spread.get(value) ?? 0) - (holders.get(value) ?? 0);
  const values = [...new Set([...holders.keys(), ...spread.keys()])];
  const untold = new Set<number>();
  let matters = 0;
  for (const value of values.sort((a, b) => others(a) - others(b) || a - b)) {
    if (others(value) >= THRESHOLD && (matters === 0 || matters >= THRESHOLD)) break;
    untold.add(value);
    matters += spread.get(value) ?? 0;
  }
  return untold;
}

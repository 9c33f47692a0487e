/** Says why some days are told as 10–12 (src/protect/quantiles.ts), where some are. */
import type { Amount } from "../values/amount.ts";

export function joinedDaysNote(amounts: Iterable<Amount>): string[] {
  const isJoined = (amount: Amount) => amount.state === "known" && amount.bounds !== undefined;
  return [...amounts].some(isJoined)
    ? ["写成几天到几天的，就在这几天之内：其中有的天数件数少，写明是哪一天，就知道它们在哪里。"]
    : [];
}

/** 数值, 精确程度 of an amount as cells of a download: three states, three values. */
import { type Amount, isOfNone, isPartial } from "../values/amount.ts";
import { AT_LEAST, HIDDEN, OF_NONE, SUPPRESSED, statusText, UNKNOWN, WRITTEN } from "./format.ts";

export function amountCells(amount: Amount): [string, string] {
  switch (amount.state) {
    case "unknown":
      return ["", UNKNOWN];
    case "suppressed":
      return [SUPPRESSED, "少于5"];
    case "hidden":
      return [HIDDEN, "以免推算出少于5的数"];
    case "small":
      return ["", isOfNone(amount) ? OF_NONE : `${statusText(amount)}不算`];
    case "known": {
      if (isPartial(amount)) {
        return [String(amount.value), `${amount.value === 0 ? WRITTEN : AT_LEAST}（部分未公布）`];
      }
      if (amount.words?.digits.includes("–")) {
        return [String(amount.value), `在${amount.words.digits}之间`];
      }
      const label = { exact: "确数", at_least: "至少", about: "约" }[amount.qualifier];
      return [String(amount.value), label];
    }
  }
}

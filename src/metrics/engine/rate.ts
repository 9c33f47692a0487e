/** The rate of two amounts. */
import {
  type Amount,
  isWithheld,
  type KnownAmount,
  known,
  SMALL_BASE,
  UNKNOWN_AMOUNT,
} from "../../values/amount.ts";
import { ratePercent } from "../../values/decimals.ts";

/**
 * A rate in percent, with the rules of the house: exact parts only, none under ten concluded.
 * Matters of which it cannot be told whether they belong must be in neither part: then the page
 * says how many. `unit` is what they are counted in. Were they only missing above the line, the rate would be too low.
 */
export function rate(numerator: Amount, denominator: Amount, unit?: string): Amount {
  if (isWithheld(numerator) || isWithheld(denominator)) return { state: "hidden" };
  if (!isPlain(numerator) || !isPlain(denominator)) return UNKNOWN_AMOUNT;
  if (numerator.undetermined !== denominator.undetermined) return UNKNOWN_AMOUNT;
  const counted = unit ? { counted: unit } : {};
  if (denominator.value === 0) {
    const isNone = numerator.value === 0 && denominator.undetermined === 0;
    return isNone ? { state: "small", under: 1, ...counted } : UNKNOWN_AMOUNT;
  }
  if (denominator.value < SMALL_BASE) return { state: "small", ...counted };
  return known(ratePercent(numerator.value, denominator.value));
}

function isPlain(amount: Amount): amount is KnownAmount {
  return amount.state === "known" && amount.qualifier === "exact" && amount.missing === 0;
}

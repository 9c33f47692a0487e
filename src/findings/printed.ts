/** Numbers as they are printed: a rounded one stands for all that rounds to it at its last digit. */
import { type Amount, isExact, type KnownAmount } from "../values/amount.ts";
import { decimalsOf } from "../values/decimals.ts";

/** Decimals are not exact in binary: 97.4 - 97.35 is a little more than 0.05. */
export const BINARY = 1e-9;

/** How many decimals are printed: of 98.70 two. */
export function printedDecimals({ value, words }: KnownAmount): number {
  return words ? (words.digits.split(".")[1]?.match(/^\d+/)?.[0].length ?? 0) : decimalsOf(value);
}

/** An exact number as what rounds to it: 41.85 is between 41.845 and 41.855. */
export function asPrinted(amount: Amount): Amount {
  if (!isExact(amount)) return amount;
  const step = 0.5 * 10 ** -printedDecimals(amount) + BINARY;
  return { ...amount, bounds: [amount.value - step, amount.value + step] };
}

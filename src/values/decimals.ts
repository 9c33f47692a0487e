/** Decimals of numbers: as many as are written, without what binary adds to them. */

/** How many decimals a number has: 2420.7968 → 4. */
export function decimalsOf(value: number): number {
  return plainDigits(value).split(".")[1]?.length ?? 0;
}

/** A sum or difference of decimals rounded to as many as its parts have: 0.1 + 0.2 is 0.3. */
export function roundTo(value: number, decimals: number): number {
  return Number(value.toFixed(Math.min(decimals, 20)));
}

/** A number in digits, all of them and none that only binary has: 0.004, never 4e-3. */
export function plainDigits(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  if (!text.includes("e")) return text;
  const decimals = Number(/e-(\d+)$/.exec(text)?.[1] ?? 0);
  const more = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  return decimals > 0 ? value.toFixed(Math.min(decimals + more, 100)) : BigInt(value).toString();
}

/** Of so many how many a share is: multiplied before it is divided, or 23 of 40 would be a little less than 57.5 in a hundred. */
export function shareIn(per: number, part: number, whole: number): number {
  return (part * per) / whole;
}

/**
 * A share in percent as rates are published, with two decimals: 1 of 3 is 33.33. With as many more as
 * it takes to say neither all nor none of what is neither: 2 of 1,000,000 less than all is 99.9998.
 */
export function ratePercent(part: number, whole: number): number {
  const rounded = Math.round(shareIn(10_000, part, whole)) / 100;
  const isSo = rounded === 0 ? part === 0 : rounded !== 100 || part === whole;
  if (isSo) return rounded;
  const few = shareIn(100, rounded === 0 ? part : whole - part, whole);
  const decimals = Array.from({ length: MOST_DECIMALS }, (_, i) => i + 3);
  const told = roundTo(few, decimals.find((one) => roundTo(few, one) !== 0) ?? MOST_DECIMALS);
  return rounded === 0 ? told : differenceOf(100, told);
}

const MOST_DECIMALS = 17;

/** A difference of two numbers, with no more decimals than they have. */
export function differenceOf(one: number, other: number): number {
  return roundTo(one - other, Math.max(decimalsOf(one), decimalsOf(other)));
}

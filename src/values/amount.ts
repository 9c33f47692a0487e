/** An amount as it may be published: known, unknown (未公布), suppressed (<5), hidden (隐去); never 0. */
import { decimalsOf, roundTo } from "./decimals.ts";
import type { Qualifier, Quantity, Wording } from "./quantity.ts";

export type Amount =
  | KnownAmount
  | { state: "unknown" }
  | { state: "suppressed" }
  | HiddenAmount
  | SmallBase;

export interface KnownAmount extends Wording {
  state: "known";
  value: number;
  qualifier: Qualifier;
  /** Matters that belong here but whose number is 未公布; then the value is a lower bound. */
  missing: number;
  /** Matters of which it cannot be told whether they belong here, because a cell is empty. */
  undetermined: number;
}

/** Withheld: with it a number of 1 to 4 about people would be told, or could be worked out. */
export interface HiddenAmount {
  state: "hidden";
}

/** A rate or a quantile of fewer matters says more than they do: it is not computed. */
export const SMALL_BASE = 10;

/** A rate or a quantile that is not computed, because there are too few matters. */
export interface SmallBase {
  state: "small";
  /** There are fewer than so many; than ten where it is not said. Fewer than one: there is none, see isOfNone. */
  under?: number;
  /** What they are counted in; 件 where it is not said. */
  counted?: string;
}

/** A share of nothing: neither 0 nor 未公布. */
export function isOfNone(amount: Amount): boolean {
  return amount.state === "small" && amount.under === 1;
}

export const UNKNOWN_AMOUNT: Amount = Object.freeze({ state: "unknown" });

export function known(value: number, qualifier: Qualifier = "exact"): KnownAmount {
  return { state: "known", value, qualifier, missing: 0, undetermined: 0 };
}

export function fromQuantity(quantity: Quantity | null): Amount {
  if (quantity === null) return UNKNOWN_AMOUNT;
  if (quantity.suppressed) return { state: "suppressed" };
  const { value, qualifier, words, bounds } = quantity;
  return { ...known(value, qualifier), ...(words && { words }), ...(bounds && { bounds }) };
}

/** The weaker of two qualifiers: a sum says no more than its vaguest part. */
export function weaker(a: Qualifier, b: Qualifier): Qualifier {
  if (a === "about" || b === "about") return "about";
  return a === "at_least" || b === "at_least" ? "at_least" : "exact";
}

/** Whether rows are missing from the amount, or may be: then its value is a lower bound. */
export function isPartial({ missing, undetermined }: KnownAmount): boolean {
  return missing > 0 || undetermined > 0;
}

/** True when the amount is a plain, complete, exact number. */
export function isExact(amount: Amount): amount is KnownAmount {
  return amount.state === "known" && amount.qualifier === "exact" && !isPartial(amount);
}

/** Whether the amount is known to the build but must not be told. */
export function isWithheld({ state }: Amount): boolean {
  return state === "suppressed" || state === "hidden";
}

/** Between which numbers a sum lies, where it is no number as a report writes it: 73余 and 3, 约2 and 30余. */
export function sumBounds(
  value: number,
  qualifier: Qualifier,
  [low, high]: readonly [number, number],
): Pick<Wording, "bounds"> {
  if (qualifier === "exact") return {};
  // 3至5 and 2 are at most 7, but nothing is written of that.
  return { bounds: qualifier === "at_least" ? [value, Number.POSITIVE_INFINITY] : [low, high] };
}

/** Sum of amounts; unknown when any part is, withheld when all are known and one must not be told. */
export function sum(amounts: readonly Amount[]): Amount {
  if (amounts.some((amount) => amount.state !== "known" && !isWithheld(amount))) {
    return UNKNOWN_AMOUNT;
  }
  let total = known(0);
  let [low, high] = [0, 0];
  for (const amount of amounts) {
    if (amount.state !== "known") return { state: "hidden" };
    const [least, most] = range(amount)!;
    [low, high] = [low + least, high + most];
    const decimals = Math.max(decimalsOf(total.value), decimalsOf(amount.value));
    total = {
      ...total,
      value: roundTo(total.value + amount.value, decimals),
      qualifier: weaker(total.qualifier, amount.qualifier),
      missing: total.missing + amount.missing,
      undetermined: total.undetermined + amount.undetermined,
    };
  }
  if (amounts.length === 1) return amounts[0]!;
  return { ...total, ...sumBounds(total.value, total.qualifier, [low, high]) };
}

/**
 * The range an amount can stand for. 73余 is 73 or more; 约2 is whatever rounds to it at its last
 * significant digit; a sum with missing rows is a lower bound. Null when nothing is known.
 */
export function range(amount: Amount): readonly [number, number] | null {
  if (amount.state === "suppressed") return [1, 4];
  if (amount.state !== "known") return null;
  const { value, qualifier, bounds } = amount;
  const [low, high] =
    bounds ??
    (qualifier === "about"
      ? [value - halfStep(value), value + halfStep(value)]
      : [value, qualifier === "at_least" ? Number.POSITIVE_INFINITY : value]);
  return [low, isPartial(amount) ? Number.POSITIVE_INFINITY : high];
}

/** Half a unit of the last significant digit: 2 → 0.5, 100 → 50, 2.3 → 0.05. */
export function halfStep(value: number): number {
  const text = String(value);
  const decimals = decimalsOf(value);
  const zeros = decimals === 0 ? (/0*$/.exec(text)?.[0].length ?? 0) : 0;
  return 0.5 * 10 ** (zeros - decimals);
}

/** Whether two amounts can both be true of one thing; null when one of them is unknown. */
export function agree(a: Amount, b: Amount): boolean | null {
  const [first, second] = [range(a), range(b)];
  if (!first || !second) return null;
  return first[0] <= second[1] && second[0] <= first[1];
}

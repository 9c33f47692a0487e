/** A number as it is published: its value, and how exactly it is said. */

/** exact: 40; at_least: 73余, 100多, 5以上, 3至5; about: 约2, 近100, 不到100, 10左右. */
export type Qualifier = "exact" | "at_least" | "about";

/** A number in the report's own words, of which the digits are the number: 不少于|50||次, 7万|余. */
export interface Written {
  before: string;
  digits: string;
  /** Before the unit: 30余件. */
  after: string;
  /** Behind the unit: 50件以上. */
  behind: string;
}

/**
 * How a vague number is written, and between which numbers it lies, where its qualifier does not say
 * so. A sum has no words of its own, only bounds: 73余 and 3 are 至少76, and 76余 would say more.
 */
export interface Wording {
  words?: Written;
  bounds?: readonly [low: number, high: number];
}

/** A number as published. `suppressed` stands for a small cell printed as `<5`. */
export interface Quantity extends Wording {
  value: number;
  qualifier: Qualifier;
  suppressed?: true;
}

const exactNumbers: Quantity[] = [];
/** An exact quantity; small whole numbers are shared objects, because a million rows say 1. */
export function exact(value: number): Quantity {
  if (!Number.isInteger(value) || value < 0 || value > 1000) return { value, qualifier: "exact" };
  exactNumbers[value] ??= Object.freeze({ value, qualifier: "exact" });
  return exactNumbers[value];
}

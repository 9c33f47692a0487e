/** A number as it is published: its value, and how exactly it is said. */

/** exact: 40; at_least: 73余, 100多, 5以上; about: 约2, 近100, 10左右. */
export type Qualifier = "exact" | "at_least" | "about";

/** A number as published. `suppressed` stands for a small cell printed as `<5`. */
export interface Quantity {
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

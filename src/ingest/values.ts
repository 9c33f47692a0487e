/** What one cell can say: a value, or why it is none. */
import type { Code } from "./problems.ts";

/** exact: 40; at_least: 73余, 100多, 5以上; about: 约2, 近100, 10左右. */
export type Qualifier = "exact" | "at_least" | "about";

/** A number as published. `suppressed` stands for a small cell printed as `<5`. */
export interface Quantity {
  value: number;
  qualifier: Qualifier;
  suppressed?: true;
}

/** `normalised` is how a certain but unusual writing was read; `unit` what stood behind a number. */
export type Parsed<T> =
  | { ok: true; value: T; normalised?: string; unit?: string }
  | { ok: false; code: Code; why: string; mend: string };

const exactNumbers: Quantity[] = [];
/** An exact quantity; small whole numbers are shared objects, because a million rows say 1. */
export function exact(value: number): Quantity {
  if (!Number.isInteger(value) || value < 0 || value > 1000) return { value, qualifier: "exact" };
  exactNumbers[value] ??= Object.freeze({ value, qualifier: "exact" });
  return exactNumbers[value];
}

export function failed(code: Code, why: string, mend: string): Parsed<never> {
  return { ok: false, code, why, mend };
}

const REMEMBERED = 10_000;
/** A reader that knows what it has read before: columns repeat their days and words. */
export function remembered<T>(read: (raw: string) => Parsed<T>): (raw: string) => Parsed<T> {
  const seen = new Map<string, Parsed<T>>();
  return (raw) => {
    let parsed = seen.get(raw);
    if (!parsed) {
      parsed = read(raw);
      if (seen.size < REMEMBERED && raw.length < 100) seen.set(raw, parsed);
    }
    return parsed;
  };
}

/** What one cell can say: a value, or why it is none. */
import type { Code } from "../problems/kinds.ts";
import type { Message } from "../problems/problems.ts";

/**
 * `normalised` is how a certain but unusual writing was read; `unit` what stood behind a number;
 * `says` what there is to say of a reading that is not plain.
 */
export type Parsed<T> =
  | { ok: true; value: T; normalised?: string; unit?: string; says?: Message }
  | { ok: false; code: Code; why: string; fix: string; instead?: string };

export function failed(code: Code, why: string, fix: string): Parsed<never> {
  return { ok: false, code, why, fix };
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

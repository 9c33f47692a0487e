/** How words are sorted: the same on every machine, whatever its language. */
import type { Quantity } from "./quantity.ts";
import type { Value } from "./value.ts";

export function byText<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Values of one column: words as the vocabulary has them, others behind it; numbers by size. Never
 * equal unless the values are.
 */
export function byValue(words: readonly string[]): (a: Value, b: Value) => number {
  const places = new Map(words.map((word, at) => [word, at]));
  const place = (text: string) => places.get(text) ?? words.length;
  return (a, b) => {
    if (isNumber(a) && isNumber(b)) return a.value - b.value || byText(textOf(a), textOf(b));
    const [one, other] = [textOf(a), textOf(b)];
    return place(one) - place(other) || byText(one, other);
  };
}

function isNumber(value: Value): value is Quantity {
  return typeof value === "object" && value !== null && "qualifier" in value;
}

function textOf(value: Value): string {
  if (value === null) return "";
  if (isNumber(value)) {
    return `${value.qualifier}${value.suppressed ?? ""}${Object.values(value.words ?? {}).join()}`;
  }
  return typeof value === "string" ? value : value.join("、");
}

/** The place of a word in a vocabulary; words that it does not have share the place behind it. */
export function placeIn(words: readonly string[]): (word: string) => number {
  return (word) => {
    const at = words.indexOf(word);
    return at < 0 ? words.length : at;
  };
}

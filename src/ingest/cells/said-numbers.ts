/** Numbers that reports write without one number: 3至5, 近千, 百余, 数十. Kept in their words. */

import { halfStep } from "../../values/amount.ts";
import type { Quantity, Written } from "../../values/quantity.ts";
import { failed, type Parsed } from "./parsed.ts";

const POWERS: Record<string, number> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };
const DECIMAL = "\\d+(?:\\.\\d+)?";

/** Null where a text is none of them; `unit` is the pattern of a unit. */
export function saidOtherwise(text: string, unit: string): Parsed<Quantity> | null {
  return between(text, unit) ?? rounded(text, unit);
}

/** 3-5, 3万至5万, 10%~12%. */
function between(text: string, unit: string): Parsed<Quantity> | null {
  const range = new RegExp(
    `^(约|大约)?(${DECIMAL})(万|亿)?(%)?\\s*(?:-|—|~|至|到)\\s*(${DECIMAL})(万|亿)?\\s*(${unit})?(左右)?$`,
  );
  const match = range.exec(text);
  if (!match) return null;
  const [, before = "", first = "", power1, percent, second = "", power2 = "", named = percent] =
    match;
  const low = Number(`${first}e${POWERS[power1 ?? power2] ?? 0}`);
  const high = Number(`${second}e${POWERS[power2] ?? 0}`);
  if (low >= high) {
    return failed(
      "number-ambiguous",
      "两个数之间写了“至”，而前面的不比后面的小",
      "从小到大写，例如 3至5；是别的意思就写在说明里",
    );
  }
  const digits = `${first}${power1 ?? ""}–${second}${power2}`;
  return said(
    low,
    "at_least",
    { before, digits, after: "", behind: match[8] ?? "" },
    [low, high],
    named,
  );
}

/** A power of ten alone is a number only with a word that says how it is meant. */
function rounded(text: string, unit: string): Parsed<Quantity> | null {
  const match = new RegExp(
    `^(约|大约|大概|近|将近|接近|上|成|逾|超|超过|过|不到|不足)?(数|几|好几)?([十百千]?[万亿]|[十百千])(余|多|来|几)?\\s*(${unit})?(以上|左右|上下)?$`,
  ).exec(text);
  if (!match) return null;
  const [, before = "", several = "", power = "", after = "", named, behind = ""] = match;
  if (!before && !several && !after && !behind) return null;
  const value = 10 ** [...power].reduce((sum, one) => sum + (POWERS[one] ?? 0), 0);
  const words = { before, digits: `${several}${power}`, after, behind };
  if (several) return said(2 * value, "at_least", words, [2 * value, 10 * value - 1], named);
  if (/^(?:不到|不足)$/.test(before)) return said(value, "about", words, [0, value], named);
  if (/近$|接近/.test(before)) {
    return said(value, "about", words, [value - halfStep(value), value], named);
  }
  const about = /约|大概/.test(before) || after === "来" || /左右|上下/.test(behind);
  return said(value, about ? "about" : "at_least", words, undefined, named);
}

function said(
  value: number,
  qualifier: Quantity["qualifier"],
  words: Written,
  bounds: Quantity["bounds"],
  unit: string | undefined,
): Parsed<Quantity> {
  return {
    ok: true,
    value: { value, qualifier, words, ...(bounds && { bounds }) },
    ...(unit ? { unit } : {}),
  };
}

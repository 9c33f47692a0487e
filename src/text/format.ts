/** Numbers and lists in Chinese: the one place that knows how a value is written. */
import {
  type Amount,
  halfStep,
  isOfNone,
  isPartial,
  type KnownAmount,
  SMALL_BASE,
} from "../values/amount.ts";
import { plainDigits } from "../values/decimals.ts";
import type { Written } from "../values/quantity.ts";

/** To its last digit; up to four digits as they are, from five grouped: 1472, 12,345 (GB/T 15835). */
export function numberText(value: number): string {
  return digitsText(plainDigits(value));
}

/** 都是4, or 4到11. */
export function reachText(values: readonly number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)].map(numberText);
  return low === high ? `都是${low}` : `${low}到${high}`;
}

/** The digits of a number in groups, where there are five or more before the point. */
export function digitsText(digits: string): string {
  return digits.replace(/(?<![\d.])\d{5,}/g, (whole) =>
    whole.replace(/\B(?=(\d{3})+(?!\d))/g, ","),
  );
}

export const UNKNOWN = "未公布";
export const SUPPRESSED = "<5";
export const HIDDEN = "隐去";
/** In the place of a share or an average of what there is none of. */
export const OF_NONE = "没有可算的";
/** Before a number that may be more; “at least none” says nothing, so of none it is said that it is what is written. */
export const AT_LEAST = "至少";
export const WRITTEN = "写明的";
/** Stands where a cell is empty or must not be told: which of the two would tell it. */
export const NOT_LISTED = "未列明";

/** What is written in the place of a value that is not known or must not be told; empty for one that is. */
export function statusText(amount: Amount): string {
  if (amount.state === "small") {
    const { under = SMALL_BASE, counted = "件" } = amount;
    return isOfNone(amount) ? OF_NONE : `不足${under}${counted}`;
  }
  return { known: "", unknown: UNKNOWN, suppressed: SUPPRESSED, hidden: HIDDEN }[amount.state];
}

/** An amount where there is no room for its unit: 40, 约30, <5, 隐去. */
export function shortText(amount: Amount): string {
  return statusText(amount) || amountText(amount, "");
}

/** An amount as part of a sum: 6+<5+未公布. */
export function addendText(amount: Amount): string {
  return statusText(amount) || amountText(amount, "");
}

/** A number in the report's own words, for where it is said how the report writes it: 7万余人次, 3.5万元. */
export function writtenText(amount: Amount, unit: string): string {
  if (amount.state !== "known" || !amount.words) return amountText(amount, unit);
  const { before, digits, after } = wordsParts(amount.words, unit);
  return `${before}${digits}${after}`;
}

function wordsParts({ before, digits, after, behind }: Written, unit: string) {
  return { before, digits: digitsText(digits), after: `${after}${unit}${behind}` };
}

/** An amount taken apart for setting: what stands before the digits, the digits, what follows. */
export function amountParts(
  amount: Amount,
  unit: string,
): { before: string; digits: string; after: string } {
  switch (amount.state) {
    case "unknown":
    case "hidden":
      return { before: "", digits: "", after: statusText(amount) };
    case "suppressed":
      return { before: "", digits: statusText(amount), after: unit };
    case "small":
      return {
        before: "",
        digits: "",
        after: isOfNone(amount)
          ? OF_NONE
          : `${statusText(amount)}，只列${amount.counted ?? "件"}数`,
      };
    case "known": {
      const digits = numberText(amount.value);
      if (isPartial(amount)) return { before: leastText(amount), digits, after: unit };
      const { words } = amount;
      // 3.5万 is a number like another, and stands among them as 35,000.
      if (words && !(amount.qualifier === "exact" && /[万亿]/.test(words.digits))) {
        return wordsParts(words, unit);
      }
      const before = sumText(amount);
      const more = amount.qualifier === "at_least" && before === "" ? "余" : "";
      return { before, digits, after: `${more}${unit}` };
    }
  }
}

/** Before a number to which more may be added: of 约 and something unknown nothing is certain but that. */
function leastText({ qualifier, value }: KnownAmount): string {
  return value === 0 ? WRITTEN : qualifier === "about" ? "至少约" : AT_LEAST;
}

/** Before a vague number that has no words; a sum of 余, 以上 and 不少于 says no more than 至少. */
function sumText(amount: KnownAmount): string {
  const { qualifier, bounds, value } = amount;
  if (qualifier === "exact" || (qualifier === "at_least" && !bounds)) return "";
  const [low, high] = bounds ?? [value, value];
  if (high === Number.POSITIVE_INFINITY) return leastText(amount);
  // 不到300 and 20 are less than 320, however much.
  return high <= value && low < value - halfStep(value) ? "至多" : "约";
}

/** An amount in a sentence: 40件, 73余条, 约2家, 未公布. */
export function amountText(amount: Amount, unit: string): string {
  const { before, digits, after } = amountParts(amount, unit);
  return `${before}${digits}${after}`;
}

/** Two amounts of one thing, each with its own 余, before a unit that stands once: 73余 and 37. */
export function pairParts(first: Amount, second: Amount, unit: string): [string, string, string] {
  const [one, other] = [first, second].map((amount) => shortText(amount)) as [string, string];
  return [one, other, unit];
}

/** A section number as Chinese documents set it: 一(三)1(2) → 一（三）1（2）. */
export function sectionText(section: string): string {
  return section.replace(/\(/g, "（").replace(/\)/g, "）").replace(/\s/g, "");
}

/** 甲、乙和丙. */
export function listText(words: readonly string[], last = "和"): string {
  if (words.length <= 1) return words.join("");
  return `${words.slice(0, -1).join("、")}${last}${words[words.length - 1]}`;
}

/** Names in a list; where one of them holds a 、 itself, each in quotes: “警告、通报批评”和“罚款”. */
export function namesText(names: readonly string[], last = "、"): string {
  const isClear = names.length < 2 || !names.some((name) => name.includes("、"));
  return listText(isClear ? names : names.map((name) => `“${name}”`), last);
}

/** 2024-01-31 → 2024年1月31日. */
export function dateText(iso: string): string {
  const [year, month, day] = iso.split("-");
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** A small whole number as a Chinese word, for sentences: 2 → 两 (before a measure word). */
export function countWord(n: number): string {
  return ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"][n] ?? String(n);
}

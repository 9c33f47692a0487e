/** Labels in sentences: words of the data that stand before a number, and must not run into it. */
import { MONEY, POINTS, SHARES, SPANS } from "./measure-words.ts";

/** A label as a word of a sentence. One without a letter is quoted: 3 would pass for a number. */
export function wordText(label: string): string {
  return /\p{L}/u.test(label) ? label : `“${label}”`;
}

/** After 汉字 that count nothing, or a bracket, a number begins for certain; after 1, A, Ⅲ or 〇 it may go on. */
const ENDS = /[\p{Script=Han}）)】》」』”]$/u;
const COUNTS = /[〇零两百佰千仟万亿]$/;
const MEASURED: readonly string[] = [...MONEY, ...SHARES, ...POINTS, ...SPANS];

/** A label and its value: 一审10件, 网格1有30件, 网格1为3天, 网格1未公布. */
export function labelled(label: string, value: string, unit: string): string {
  const short = withoutUnit(label, value, unit);
  if (short !== label) return labelled(short, value, "");
  return `${/^[\d<]/.test(value) ? beforeNumber(label, unit) : wordText(label)}${value}`;
}

/** A label with what holds it and a number apart. */
export function beforeNumber(label: string, unit: string): string {
  const word = wordText(label);
  const joined = ENDS.test(word) && !COUNTS.test(word);
  // A text from right to left would take digits behind a mark with it; a 汉字 holds them apart.
  return `${word}${joined ? "" : MEASURED.includes(unit) ? "为" : "有"}`;
}

/** 参与人次120人次 is 参与120人次. */
function withoutUnit(label: string, value: string, unit: string): string {
  const isTwice = unit.length > 1 && value.includes(unit) && label.endsWith(unit);
  const rest = isTwice ? label.slice(0, -unit.length) : label;
  return rest.length > 1 && ENDS.test(rest) ? rest : label;
}

/** Change against the year before, in words: never a percentage on a tiny base. */
import { isExact, known } from "../values/amount.ts";
import { differenceOf } from "../values/decimals.ts";
import { amountText } from "./format.ts";
import type { Valued } from "./sentences.ts";

/** Below this a percentage would make much of little. */
const BASE = 30;

/** “受理投诉工单增加120件（4.2%）”; empty when either year is not a plain number. */
export function changeText(
  label: string,
  before: Valued | undefined,
  now: Valued | undefined,
): string {
  // Of two values there is no change to speak of.
  if (!before || !now || before.against || now.against) return "";
  if (!isExact(before.amount) || !isExact(now.amount)) return "";
  const difference = differenceOf(now.amount.value, before.amount.value);
  if (difference === 0) return `${label}不变`;
  const size = amountText(known(Math.abs(difference)), now.unit === "%" ? "个百分点" : now.unit);
  const word = difference > 0 ? "增加" : "减少";
  const percent = Math.round((Math.abs(difference) / before.amount.value) * 1000) / 10;
  const telling = now.unit !== "%" && before.amount.value >= BASE && percent > 0;
  const share = telling ? `（${percent}%）` : "";
  return `${label}${word}${size}${share}`;
}

/** ▲ 12件, ▼ 3件, ＝: the same for a table; the mark never stands without the words. */
export function changeMark(before: Valued | undefined, now: Valued | undefined): string {
  const text = changeText("", before, now);
  if (text === "") return "";
  return `${text.startsWith("增加") ? "▲" : text.startsWith("减少") ? "▼" : "＝"}${text}`;
}

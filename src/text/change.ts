/** Change against the year before, in words: never a percentage on a tiny base. */
import { isExact, known } from "../values/amount.ts";
import { differenceOf, ratePercent } from "../values/decimals.ts";
import { amountText, numberText } from "./format.ts";
import { wordText } from "./labels.ts";
import { PERCENT_BASE, percentText } from "./percent.ts";
import type { Valued } from "./sentences.ts";

/** Less than a hundredth, or of a rate a hundredth of the whole, is no change: */
const SLIGHT = 0.01;
/** but a rate's smaller side may have changed much, as 5 late of 100 become 4, */
const MUCH = 0.1;
/** less than a thousandth never is one, */
const NOTHING = 0.001;
/** which chance does where that side is few. */
const FEW = PERCENT_BASE;

/**
 * “办理案件从625件增加到665件（6%）”, “受理工单几乎没有变”; of few the counts alone. Empty when either
 * year is not a plain number.
 */
export function changeText(
  label: string,
  before: Valued | undefined,
  now: Valued | undefined,
): string {
  const values = bothOf(before, now);
  if (!values) return "";
  const [was, is] = values;
  const unit = now!.unit;
  const word = wordText(label);
  if (was === is) return `${word}不变，都是${amountText(known(is), unit)}`;
  if (isSlight(was, is, unit)) return `${word}几乎没有变`;
  const from = `从${amountText(known(was), unit)}${is > was ? "增加" : "减少"}到${amountText(known(is), unit)}`;
  if (unit === "%" || was < PERCENT_BASE) return `${word}${from}`;
  return `${word}${from}${shareOf(Math.abs(differenceOf(is, was)), was)}`;
}

/** “负责人出庭：一审开庭13起里12起，上年19起里19起”, “…：两年都是13起里12起”: a part is never said to fall without its whole. */
export function partChangeText(
  label: string,
  before: readonly [whole: Valued, part: Valued],
  now: readonly [whole: Valued, part: Valued],
): string {
  const [wholes, parts] = [bothOf(before[0], now[0]), bothOf(before[1], now[1])];
  if (!wholes || !parts) return "";
  const word = wordText(label);
  if (wholes.some((whole, i) => whole === 0 || parts[i]! > whole)) return "";
  if (Math.min(...wholes) >= PERCENT_BASE) {
    const [was, is] = wholes.map((whole, i) => parts[i]! / whole) as [number, number];
    const fewest = Math.max(...wholes.map((whole, i) => Math.min(parts[i]!, whole - parts[i]!)));
    if (isSlightShare(was, is, fewest)) return `${word}的比例几乎没有变`;
    const rounded = wholes.map((whole, i) => percentText(parts[i]!, whole));
    const printed = wholes.map((whole, i) => `${numberText(ratePercent(parts[i]!, whole))}%`);
    if (printed[0] === printed[1]) return `${word}的比例几乎没有变`;
    const isRounded = rounded[0] !== rounded[1] && !rounded.some((text) => text.includes("."));
    const [first, second] = isRounded ? rounded : printed;
    return `${word}的比例从${first}${is > was ? "升" : "降"}到${second}`;
  }
  const of = (i: 0 | 1) =>
    `${amountText(known(wholes[i]), now[0].unit)}里${parts[i] === 0 ? "没有" : amountText(known(parts[i]), now[1].unit)}`;
  if (of(0) === of(1)) return `${word}：两年都是${of(1)}`;
  return `${word}：${of(1)}，上年${of(0)}`;
}

/**
 * Whether two shares of a whole, of 0 to 1, are so near that nothing is said to have changed. Of a rate near all
 * or nothing the smaller side is looked at too; `fewest` says how many it is, where that is known.
 */
export function isSlightShare(was: number, is: number, fewest = FEW): boolean {
  const difference = Math.abs(differenceOf(is, was));
  if (difference >= SLIGHT) return false;
  if (difference < NOTHING) return true;
  const side = Math.max(Math.min(was, 1 - was), Math.min(is, 1 - is));
  return difference === 0 || fewest < FEW || difference < side * MUCH;
}

/** Of two values of one year there is no change to speak of. */
function bothOf(before?: Valued, now?: Valued): readonly [number, number] | null {
  if (!before || !now || before.against || now.against) return null;
  if (!isExact(before.amount) || !isExact(now.amount)) return null;
  return [before.amount.value, now.amount.value];
}

function isSlight(was: number, is: number, unit: string): boolean {
  if (unit === "%") return isSlightShare(was / 100, is / 100);
  return was >= PERCENT_BASE && Math.abs(differenceOf(is, was)) < was * SLIGHT;
}

/** Ten times as much and more is seen of the two numbers: nobody reads 6,944,338%. */
const MOST_TIMES = 10;

function shareOf(size: number, was: number): string {
  return size >= was * MOST_TIMES ? "" : `（${percentText(size, was)}）`;
}

/** ▲增加12件（4%）, ▼减少3件, ＝几乎没有变: for a table where both numbers stand; the mark never without words. */
export function changeMark(before: Valued | undefined, now: Valued | undefined): string {
  const values = bothOf(before, now);
  if (!values) return "";
  const [was, is] = values;
  const unit = now!.unit;
  if (was === is) return "＝不变";
  if (isSlight(was, is, unit)) return "＝几乎没有变";
  const size = Math.abs(differenceOf(is, was));
  const text = amountText(known(size), unit === "%" ? "个百分点" : unit);
  const share = unit === "%" || was < PERCENT_BASE ? "" : shareOf(size, was);
  return `${is > was ? "▲增加" : "▼减少"}${text}${share}`;
}

/** What is said of a street or a kind: true for increase, tie, zero, few and none. */
import { UNSTATED } from "../metrics/engine/counter.ts";
import { LAST } from "../metrics/engine/group-order.ts";
import type { Rating } from "../site/ticket-tables.ts";
import type { Year } from "../site/year.ts";
import { amountText, HIDDEN, listText, numberText, statusText } from "../text/format.ts";
import { labelled, wordText } from "../text/labels.ts";
import { perHundred } from "../text/per-hundred.ts";
import { countedPlaces } from "../text/place.ts";
import { leading } from "../text/standing-out.ts";
import { type Amount, isExact } from "../values/amount.ts";
import { isWholeYear } from "../values/period.ts";
import { overall, type Parts, type SubjectTold, valueIn } from "./told.ts";

/** Less than half as much again is no season. */
const SEASON = 1.5;

const matters = (amount: Amount) => amountText(amount, "件");
const isTold = (amount: Amount | null): amount is Amount => amount?.state === "known";

/** Days, or of how many too few there are: 4天, 不足20件. */
export function daysText(amount: Amount): string {
  return amount.state === "known" ? amountText(amount, "天") : statusText(amount);
}

type Timed = Pick<Year, "period">;
const isOver = ({ period }: Timed) => isWholeYear(period);

/** Which of the numbers by two columns stand on a page, and why not the others. */
export function toldNote(year: Timed): string {
  return isOver(year)
    ? "两样一起说的数目，小的不列：不足5件的，和列出来就能推算出它们的，一律不单列，合计照样准确。"
    : "年度没有过完，两样一起说的数目都还不列，过完了才列：公布两次的，相减就是中间那几件。合计照样准确。";
}

/** The same for a table of some years, where such numbers stand as 隐去. */
export function hiddenNote(years: readonly Timed[]): string {
  const some = "隐去的是不足5件的，或者能让人推算出这样的数的";
  const waiting = "没有过完的年度，两样一起说的数目都还隐去";
  const said = [...(years.some(isOver) ? [some] : []), ...(years.every(isOver) ? [] : [waiting])];
  return `${said.join("；")}。`;
}

/** “霁川街道：3549件诉求，一半5天内办结（全部诉求4天）”: `all` is the median of all tickets, said where it is another. */
export function headline({ word, count, median }: SubjectTold, all: Amount): string {
  const differs = isExact(median) && isExact(all) && median.value !== all.value;
  const others = differs ? `\u200b（全部诉求${all.value === 0 ? "当天" : daysText(all)}）` : "";
  const fast = isTold(median) ? `，\u200b${fastText(median, "一半")}${others}` : "";
  return `${wordText(word)}：\u200b${matters(count)}诉求${fast}`;
}

function fastText(amount: Amount, share: string): string {
  return valueIn(amount) === 0 ? `${share}当天办结` : `${share}${daysText(amount)}内办结`;
}

/** The most of what is told, only where nothing that is not told can be as much. */
export function mostText({ told, untold, left }: Parts, noun: string): string | null {
  const named = told.filter(({ word, amount }) => !LAST.includes(word) && valueIn(amount) > 0);
  if (left === null || named.length === 0) return null;
  const others = told.find(({ word }) => word === LAST[0]);
  const least = Math.max(left, others ? valueIn(others.amount) : 0);
  const value = (at: number) => valueIn(named[at]?.amount ?? { state: "unknown" });
  const stands = [3, 2, 1].find(
    (n) => n <= named.length && value(n - 1) > value(n) && value(n - 1) > least,
  );
  if (stands === undefined) return null;
  const top = named
    .slice(0, stands)
    .map(({ word, amount }) => labelled(word, matters(amount), "件"));
  const some = [...told.map(({ word }) => word), ...untold].includes(UNSTATED);
  const isAll = stands === named.length && left === 0 && !others;
  return `${some ? `写明${noun}的诉求里，` : ""}${top.join("、")}${isAll ? "" : "最多"}。`;
}

/** How long it took, beside all tickets. */
export function paceText(year: Year, { median, most }: SubjectTold): string | null {
  const all = overall(year);
  if (!isTold(median)) return null;
  const own = [fastText(median, "已办结的一半"), isTold(most) ? `九成${daysText(most)}内` : ""];
  const others = isTold(all.median) && [
    `全部诉求是${daysText(all.median)}`,
    isTold(most) && isTold(all.most) ? `和${daysText(all.most)}` : "",
  ];
  return `${own.filter(Boolean).join("，")}；${others ? others.join("") : ""}。`.replace(
    "；。",
    "。",
  );
}

export function lateText({ late }: SubjectTold): string | null {
  if (late === null) return null;
  if (!isExact(late)) return "逾期的件数没有单列：太少，或者列出来会让人推算出别的小数目。";
  if (late.value === 0) return "没有逾期的。";
  return `${matters(late)}逾期：过了应办结日期才办结，或者过了还没有办结。`;
}

/** “打了分的1352件里，183件不满意，每100件14件；全部诉求每100件14件”. */
export function ratingText(year: Year, rating: Rating): string {
  const { unsatisfied, rated } = rating;
  if (!isExact(rated)) return "评价的件数没有单列：太少，或者列出来会让人推算出别的小数目。";
  if (rated.value === 0) return "没有人作出评价。";
  if (!isExact(unsatisfied)) {
    return `${matters(rated)}有人作出评价，其中不满意的件数没有单列：太少，或者列出来会让人推算出别的小数目。`;
  }
  const head = `作出评价的${matters(rated)}里，${unsatisfied.value === 0 ? "没有不满意的" : `${matters(unsatisfied)}不满意`}`;
  const all = overall(year);
  const rate = perHundred(unsatisfied, rated);
  const others = perHundred(all.unsatisfied, all.rated);
  if (rate === null) return `${head}。`;
  return `${head}，每100件${rate}件${others === null ? "" : `；全部诉求每100件${others}件`}。`;
}

/** “183件÷1352件，每100件14件”, for a cell. */
export function ratedText({ unsatisfied, rated }: Rating): string {
  const rate = perHundred(unsatisfied, rated);
  if (!isExact(unsatisfied) && !isExact(rated)) return HIDDEN;
  return `${matters(unsatisfied)}÷${matters(rated)}${rate === null ? "" : `，每100件${rate}件`}`;
}

/** When there is most of it. */
export function seasonText(months: NonNullable<SubjectTold["months"]>): string | null {
  const told = months.filter(({ amount }) => isExact(amount));
  if (told.length === 0) return "各月的件数都没有单列：太少，或者列出来会让人推算出别的小数目。";
  const values = told.map(({ amount }) => valueIn(amount));
  const [high, low] = [Math.max(...values), Math.min(...values)];
  const at = (value: number, is: string) => {
    const same = told.filter(({ amount }) => valueIn(amount) === value);
    const names = listText(same.map(({ month }) => `${month}月`));
    return `${names}${is}，${same.length > 1 ? "各" : ""}${numberText(value)}件`;
  };
  const untold = months.length - told.length;
  if (months.length === 1) return null;
  const rest = untold > 0 ? `另有${untold}个月没有单列。` : "";
  if (told.length === 1) return `列出的只有${told[0]!.month}月，${numberText(high)}件。${rest}`;
  if (high === low) return `${untold > 0 ? "列出的" : ""}各月都是${numberText(high)}件。${rest}`;
  // A month that is not told may have more.
  const scope = untold > 0 ? "列出的月份里，" : "";
  if (high < low * SEASON)
    return `${scope}各月在${numberText(low)}件到${numberText(high)}件之间，相差不大。${rest}`;
  return `${scope}${at(high, "最多")}；${at(low, "最少")}。${rest}`;
}

/** What a table leaves out, in one line: how many words, how many matters. */
export function leftText({ untold, left }: Parts, noun: string): string | null {
  if (untold.length === 0 || left === 0) return null;
  const sum = left === null ? "" : `，合计${numberText(left)}件`;
  // What names none is no street.
  const named = untold.filter((word) => word !== UNSTATED);
  const unsaid = named.length < untold.length ? `没有写明${noun}的` : "";
  if (named.length === 0) return `${unsaid}没有单列${sum}`;
  const list = `：${named.join("、")}`;
  return `另有${named.length}个${countedPlaces(noun, named)}${unsaid && `和${unsaid}，`}没有单列${sum}${list}`;
}

/**
 * “18个类别的诉求：占道经营最多，4936件”; from how few to how many where none stands out. `unsaid` are of none of
 * them by name, and might be of any.
 */
export function listHeadline(noun: string, list: readonly SubjectTold[], unsaid: Amount): string {
  const values = list.flatMap(({ count }) => (isExact(count) ? [count.value] : []));
  const places = countedPlaces(
    noun,
    list.map(({ word }) => word),
  );
  const head = `${list.length}个${places}的诉求`;
  if (list.length < 2 || values.length < list.length) return head;
  const [high, low] = [Math.max(...values), Math.min(...values)];
  if (high === low) return `${head}：\u200b各${numberText(high)}件`;
  const named = list.map(({ word, count }) => ({ label: word, amount: count, unit: "件" }));
  const others = { label: UNSTATED, amount: unsaid, unit: "件" };
  const { text } = leading(isExact(unsaid) && unsaid.value === 0 ? named : [...named, others]);
  if (text.includes("最多，")) return `${head}：\u200b${text}`;
  return `${head}：\u200b最多${numberText(high)}件，\u200b最少${numberText(low)}件`;
}

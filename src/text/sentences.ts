/** Sentences that stay true when the data change: increase, tie, zero, unknown, one only. */
import { type Amount, isExact, range } from "../values/amount.ts";
import { amountText, listText, UNKNOWN } from "./format.ts";
import { labelled, wordText } from "./labels.ts";

/** An amount with its unit. */
export interface Valued {
  amount: Amount;
  unit: string;
  /** A second value that the report gives for the same thing. */
  against?: Amount;
}

export interface Named extends Valued {
  label: string;
}

/** “一审10件，二审7件，再审0件”; always true, whatever the amounts. */
export function enumerate(items: readonly Named[]): string {
  return items.map(itemText).join("，");
}

/** “一审10件”: a label with its value. */
export function itemText(item: Named): string {
  return labelled(item.label, valueText(item), item.unit);
}

/** An amount, or both where the report gives two: 6件≠11件. */
export function valueText(item: Named): string {
  const first = amountText(item.amount, item.unit);
  return item.against ? `${first}≠${amountText(item.against, item.unit)}` : first;
}

/**
 * Which of several categories is the largest: “规划建设最多，23件”. Says so only when it is
 * certain: an at-least value may be larger than it looks, an unknown one too.
 */
export function largest(items: readonly Named[]): string {
  const known = items.filter((item) => item.amount.state === "known");
  const first = known[0];
  if (!first) return items.length > 0 ? noneKnown(items) : UNKNOWN;
  if (items.length === 1) return `都是${wordText(first.label)}`;
  const value = (item: Named) => (item.amount.state === "known" ? item.amount.value : 0);
  const max = Math.max(...known.map(value));
  const top = known.filter((item) => value(item) === max);
  const floor = Math.min(...top.map((item) => range(item.amount)?.[0] ?? 0));
  const certain =
    known.length === items.length &&
    items.every((item) => top.includes(item) || (range(item.amount)?.[1] ?? floor) < floor) &&
    top.every(
      (item) =>
        item.amount.state === "known" && (top.length === 1 || item.amount.qualifier === "exact"),
    );
  if (!certain) return enumerate(items.slice(0, 3)) + (items.length > 3 ? "等" : "");
  if (max === 0) return `${items.length}类都是0${first.unit}`;
  const each = amountText(top[0]!.amount, first.unit);
  if (top.length === items.length)
    return `${listText(top.map((item) => wordText(item.label)))}各${each}`;
  if (top.length > 1) return `${listText(top.map((item) => wordText(item.label)))}最多，各${each}`;
  return `${wordText(top[0]!.label)}最多，${each}`;
}

/** Of none of them the number is told: why not, where it is for one reason. */
function noneKnown(items: readonly Named[]): string {
  const states = [...new Set(items.map(({ amount }) => amount.state))];
  if (states.length > 1) return enumerate(items.slice(0, 3)) + (items.length > 3 ? "等" : "");
  return states[0] === "unknown"
    ? `${items.length}类都未公布件数`
    : `${items.length}类都${amountText(items[0]!.amount, items[0]!.unit)}`;
}

/**
 * “40件案件里，规划建设最多，23件”; without the whole when it is unknown or in dispute. `time` says
 * of what time the whole is: 全年, 截至2023年11月30日; `counted` how each is put into one group, where
 * it may be of several: 按最重的一种计.
 */
export function largestOf(
  whole: Named | undefined,
  noun: string,
  items: readonly Named[],
  time: string,
  counted = "",
): string {
  const none = whole?.amount.state === "known" && whole.amount.value === 0;
  // “At least 0” says nothing: some rows have no number.
  const known =
    whole && whole.amount.state === "known" && !whole.against && (!none || isExact(whole.amount));
  if (items.length === 0) return `${noun}的分类${UNKNOWN}`;
  if (known && none) return `${time}没有${noun}`;
  const only = items.length === 1 && items[0]!.amount.state === "known";
  const by = counted && `${counted}，`;
  if (!known)
    return only ? `${noun}：${by}${enumerate(items)}` : `${noun}里，${by}${largest(items)}`;
  const count = `${amountText(whole.amount, whole.unit)}${noun}`;
  if (only) return `${count}${by && `，\u200b${by}`}都是${wordText(items[0]!.label)}`;
  return `${count}里，${by}${largest(items)}`;
}

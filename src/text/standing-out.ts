/** Which of several counts stands out, said only where it is certain: increase, tie, zero, unknown, one only. */
import { type Amount, isExact, range } from "../values/amount.ts";
import { amountText, namesText, numberText, UNKNOWN } from "./format.ts";
import { wordText } from "./labels.ts";
import { isLeftOver, saysNothing } from "./rests.ts";
import { enumerate, type Named, type Valued } from "./sentences.ts";

/**
 * Which of several categories stands out: “规划建设最多，23件”. Says so only when it is certain: an
 * at-least value may be larger than it looks, an unknown one too, and so what of the whole none of
 * them names. What names nothing (其他, 未注明, 未评价) is never the largest, and of what is nearly
 * equal none is.
 */
export function largest(items: readonly Named[], whole?: Valued, each = KINDS): string {
  const { text, first } = leading(items, each);
  const rest = whole ? unnamed(whole, items) : 0;
  if (rest === 0) return text;
  const size = ({ amount }: Named) => (amount.state === "known" ? amount.value : 0);
  const others = items.filter((item) => item !== first).map(size);
  // What of the whole is in none of them might make another the largest.
  const isFirst = first && size(first) - Math.max(0, ...others) > rest;
  return isFirst ? text : listedText(items);
}

function listedText(items: readonly Named[]): string {
  return `${enumerate(items.slice(0, MOST_NAMED))}${items.length > MOST_NAMED ? "等" : ""}`;
}

/** How many of a whole, the larger of two numbers where it is in dispute, its parts do not name. */
function unnamed({ amount, against }: Valued, parts: readonly Named[]): number {
  const most = (one: Amount | undefined) =>
    one?.state === "known" ? one.value + one.undetermined : 0;
  const named = parts.reduce(
    (sum, part) => sum + (part.amount.state === "known" ? part.amount.value : 0),
    0,
  );
  return Math.max(0, Math.max(most(amount), most(against)) - named);
}

/** Nearly equal: less than a tenth apart. */
export const NEAR = 0.9;
export const MOST_NAMED = 3;

/** How many of them there are is told so: 4类; of places 4处. */
const KINDS = "类";

/** The same, and the one item that stands out, if there is one. */
export function leading(
  items: readonly Named[],
  each = KINDS,
): { text: string; first?: Named; but?: string } {
  const named = items.filter(({ label }) => !isLeftOver(label) && !saysNothing(label));
  const isKnown = items.filter(({ amount }) => amount.state === "known");
  const some = isKnown[0];
  if (!some) return { text: items.length > 0 ? noneKnown(items, each) : UNKNOWN };
  if (items.length === 1) return { text: `${allText(some)}是${wordText(some.label)}` };
  const listed = listedText(items);
  if (isKnown.length < items.length || named.length < 2) return { text: listed };
  const value = (item: Named) => (item.amount.state === "known" ? item.amount.value : 0);
  const values = named.map(value);
  const max = Math.max(...values);
  const top = named.filter((item) => value(item) === max);
  const floor = Math.min(...top.map((item) => range(item.amount)?.[0] ?? 0));
  const certain =
    named.every((item) => top.includes(item) || (range(item.amount)?.[1] ?? floor) < floor) &&
    (top.length === 1 || top.every(({ amount }) => isExact(amount)));
  if (!certain) return { text: listed };
  const unit = some.unit;
  if (max === 0 && items.length === named.length)
    return { text: `${items.length}${each}都是0${unit}` };
  if (max === 0) return { text: listed };
  const near = named.filter((item) => value(item) >= max * NEAR);
  const unsaid = items.filter(({ label }) => saysNothing(label));
  // Those of which it is not said might make another the largest.
  const most = unsaid.reduce((all, { amount }) => all + (range(amount)?.[1] ?? 0), 0);
  if (most >= floor) return { text: enumerate(unsaid) };
  const behind = (front: readonly Named[]) =>
    Math.max(
      0,
      ...named.filter((item) => !front.includes(item)).map((item) => range(item.amount)?.[1] ?? 0),
    );
  const words = (list: readonly Named[]) =>
    list.length > MOST_NAMED
      ? `${list.length}${each}`
      : namesText(
          list.map(({ label }) => wordText(label)),
          "和",
        );
  const so = amountText(top[0]!.amount, unit);
  if (top.length === named.length)
    return { text: `${words(top)}${top.length > MOST_NAMED ? "都是" : "各"}${so}` };
  const isFirst = floor - behind(top) > most;
  if (top.length > 1 && near.length === top.length)
    return { text: isFirst ? `${words(top)}最多，各${so}` : listed };
  if (near.length === 1) {
    const [first] = near as [Named];
    // Where the others are none, there is nothing that it is more than.
    if (behind(top) === 0) return { text: listed };
    const rest = items.find(
      (item) => isLeftOver(item.label) && (range(item.amount)?.[1] ?? 0) >= floor,
    );
    const but = rest ? `除“${rest.label}”外，` : "";
    const text = isFirst ? `${but}${wordText(first.label)}最多，${so}` : listed;
    return { text, first, ...(but ? { but } : {}) };
  }
  if (!near.every(({ amount }) => isExact(amount))) return { text: listed };
  const least = Math.min(...near.map(value));
  // Nor may it be said of those in front, or of all alike, what the unsaid could undo.
  if (near.length < named.length ? least - behind(near) <= most : least < (max + most) * NEAR)
    return { text: listed };
  const reach = least < max ? `${numberText(least)}到${numberText(max)}${unit}` : so;
  // The numbers stand with their words: “甲和乙相差不大，127到133件” would give each the other's.
  if (near.length === named.length && near.length <= MOST_NAMED)
    return { text: `${enumerate(near)}，相差不大` };
  if (near.length === named.length) return { text: `${words(near)}相差不大，${reach}` };
  return { text: `${words(near)}居前，各${reach}` };
}

/** Of one alone it is not said that all are. */
export function allText({ amount }: Named): string {
  return isExact(amount) && amount.value === 1 ? "" : "都";
}

/** Of none of them the number is told: why not, where it is for one reason. */
function noneKnown(items: readonly Named[], each: string): string {
  const states = [...new Set(items.map(({ amount }) => amount.state))];
  if (states.length > 1) return enumerate(items.slice(0, 3)) + (items.length > 3 ? "等" : "");
  return states[0] === "unknown"
    ? `${items.length}${each}都未公布件数`
    : `${items.length}${each}都${amountText(items[0]!.amount, items[0]!.unit)}`;
}

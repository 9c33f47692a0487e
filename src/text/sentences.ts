/** Sentences that stay true when the data change: increase, tie, zero, unknown, one only. */
import { type Amount, isExact, range } from "../values/amount.ts";
import { amountText, namesText, numberText, UNKNOWN } from "./format.ts";
import { labelled, wordText } from "./labels.ts";
import { PERCENT_BASE, percentText } from "./percent.ts";
import { isLeftOver, saysNothing } from "./rests.ts";
import { sameUnit } from "./units.ts";

/** An amount with its unit. */
export interface Valued {
  amount: Amount;
  unit: string;
  /** A second value that the report gives for the same thing. */
  against?: Amount;
  /** When and how the bureau explained the two: from then on they are no news. */
  explained?: string;
}

export interface Named extends Valued {
  label: string;
}

/** A whole of which only some are meant: 逐行列出的. */
export interface Whole extends Named {
  which?: string;
}

/** “一审10件，二审7件，再审0件”; always true, whatever the amounts. */
export function enumerate(items: readonly Named[]): string {
  return items.map(itemText).join("，");
}

/** Between two numbers of one thing; ※ once the bureau has explained them. */
export const UNEQUAL = "≠";
export const EXPLAINED = "※";

/** “一审10件”: a label with its value. */
export function itemText(item: Named): string {
  return labelled(item.label, valueText(item), item.unit);
}

/** An amount, or both where the report gives two: 6件≠11件, 6件※11件. */
export function valueText(item: Named): string {
  const first = amountText(item.amount, item.unit);
  const sign = item.explained ? EXPLAINED : UNEQUAL;
  return item.against ? `${first}${sign}${amountText(item.against, item.unit)}` : first;
}

/**
 * Which of several categories stands out: “规划建设最多，23件”. Says so only when it is certain: an
 * at-least value may be larger than it looks, an unknown one too, and so what of the whole none of them names. What names nothing (其他, 未注明,
 * 未评价) is never the largest, and of what is nearly equal none is.
 */
export function largest(items: readonly Named[], whole?: Valued): string {
  const { text, first } = leading(items);
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
const NEAR = 0.9;
const MOST_NAMED = 3;

/** The same, and the one item that stands out, if there is one. */
export function leading(items: readonly Named[]): { text: string; first?: Named; but?: string } {
  const named = items.filter(({ label }) => !isLeftOver(label) && !saysNothing(label));
  const isKnown = items.filter(({ amount }) => amount.state === "known");
  const some = isKnown[0];
  if (!some) return { text: items.length > 0 ? noneKnown(items) : UNKNOWN };
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
  if (max === 0 && items.length === named.length) return { text: `${items.length}类都是0${unit}` };
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
      ? `${list.length}类`
      : namesText(
          list.map(({ label }) => wordText(label)),
          "和",
        );
  const each = amountText(top[0]!.amount, unit);
  if (top.length === named.length)
    return { text: `${words(top)}${top.length > MOST_NAMED ? "都是" : "各"}${each}` };
  const isFirst = floor - behind(top) > most;
  if (top.length > 1 && near.length === top.length)
    return { text: isFirst ? `${words(top)}最多，各${each}` : listed };
  if (near.length === 1) {
    const [first] = near as [Named];
    // Where the others are none, there is nothing that it is more than.
    if (behind(top) === 0) return { text: listed };
    const rest = items.find(
      (item) => isLeftOver(item.label) && (range(item.amount)?.[1] ?? 0) >= floor,
    );
    const but = rest ? `除“${rest.label}”外，` : "";
    const text = isFirst ? `${but}${wordText(first.label)}最多，${each}` : listed;
    return { text, first, ...(but ? { but } : {}) };
  }
  if (!near.every(({ amount }) => isExact(amount))) return { text: listed };
  const least = Math.min(...near.map(value));
  // Nor may it be said of those in front, or of all alike, what the unsaid could undo.
  if (near.length < named.length ? least - behind(near) <= most : least < (max + most) * NEAR)
    return { text: listed };
  const reach = least < max ? `${numberText(least)}到${numberText(max)}${unit}` : each;
  // The numbers stand with their words: “甲和乙相差不大，127到133件” would give each the other's.
  if (near.length === named.length && near.length <= MOST_NAMED)
    return { text: `${enumerate(near)}，相差不大` };
  if (near.length === named.length) return { text: `${words(near)}相差不大，${reach}` };
  const front = near.length > MOST_NAMED ? `前${near.length}类` : words(near);
  return { text: `${front}居前，各${reach}` };
}

/**
 * What a few counts of one unit have to say that no list says: which is the most, or that none is;
 * where that is not certain, the one that is asked about. Of two numbers in dispute the larger is held against the others.
 */
export function standingOut(items: readonly Named[], asked: Named | undefined = items[0]): string {
  if (!asked) return UNKNOWN;
  // What is not published is told behind what is; what has been explained is no news.
  const told = items.filter(({ amount }) => amount.state !== "unknown");
  const isNews = ({ amount, explained }: Named) =>
    !explained && !(isExact(amount) && amount.value === 0);
  const subject = isNews(asked) ? asked : (told.find(isNews) ?? asked);
  if (asked.amount.state === "unknown" && told.length > 0)
    return `${enumerate(told.slice(0, MOST_NAMED))}；\u200b${itemText(asked)}`;
  const size = (amount: Amount) => range(amount)?.[1] ?? 0;
  const most = items.map(({ against, ...item }) =>
    against && size(against) > size(item.amount) ? { ...item, amount: against } : item,
  );
  const known = most.filter(({ amount }) => amount.state === "known");
  const oneUnit = items.every(({ unit }) => sameUnit(unit, asked.unit));
  if (!oneUnit || known.length < 2) return itemText(subject);
  if (most.every(({ amount }) => isExact(amount) && amount.value === 0))
    return `${namesText(
      most.map(({ label }) => wordText(label)),
      "和",
    )}都没有`;
  const { text, first } = leading(most);
  const disputed = items.some(({ label, against }) => against && (!first || first.label === label));
  return disputed || text.startsWith(enumerate(most.slice(0, MOST_NAMED)))
    ? itemText(subject)
    : text.replace("类都是", "类各");
}

/** Of one alone it is not said that all are. */
function allText({ amount }: Named): string {
  return isExact(amount) && amount.value === 1 ? "" : "都";
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
 * “40件案件，58%是规划建设” (see shareOf). Without the whole when it is
 * unknown or in dispute, and without a share where the parts do not make it up. `time` says of what
 * time the whole is: 全年, 截至2023年11月30日; `counted` how each is put into one group, where it may be
 * of several: 按最重的一种计; `are` what all are where all are of one: 都是噪声, 都在一街.
 */
export function largestOf(
  whole: Whole | undefined,
  noun: string,
  items: readonly Named[],
  time: string,
  counted = "",
  are = "是",
): string {
  const none = whole?.amount.state === "known" && whole.amount.value === 0;
  // “At least 0” says nothing: some rows have no number.
  const known =
    whole && whole.amount.state === "known" && !whole.against && (!none || isExact(whole.amount));
  if (items.length === 0) return `${noun}的分类${UNKNOWN}`;
  if (known && none) return whole.which ? `${noun}的分类${UNKNOWN}` : `${time}没有${noun}`;
  const only = items.length === 1 && items[0]!.amount.state === "known";
  // Of a whole that may have more in it than is told, the others may be something else.
  const alone = only && valueText(items[0]!) === (whole ? valueText(whole) : "");
  const by = counted && `${counted}，`;
  if (!known)
    return only ? `${noun}：${by}${enumerate(items)}` : `${noun}里，${by}${largest(items, whole)}`;
  const count = `${whole.which ?? ""}${amountText(whole.amount, whole.unit)}${noun}`;
  if (alone)
    return `${count}${by && `，\u200b${by}`}${allText(whole)}${are}${wordText(items[0]!.label)}`;
  if (only) return `${count}里，${by}${enumerate(items)}`;
  const share = shareOf(whole, items, (count) => `${count}${noun}`, are);
  if (!share) return `${count}里，${by}${largest(items, whole)}`;
  return `${share}${counted && `，\u200b${counted}`}`;
}

/** “17件审结的一审：驳回起诉3件，撤销2件”: outcomes are told, none of them is the largest. */
export function outcomesOf(
  whole: Whole | undefined,
  noun: string,
  items: readonly Named[],
  time: string,
): string {
  const told = items.slice(0, MOST_NAMED);
  if (whole?.amount.state !== "known" || whole.amount.value === 0 || items.length < 2)
    return largestOf(whole, noun, items, time);
  const count = whole.against
    ? noun
    : `${whole.which ?? ""}${amountText(whole.amount, whole.unit)}${noun}`;
  return `${count}：\u200b${enumerate(told)}${items.length > told.length ? "等" : ""}`;
}

/** How few words a heading names, and what share of the whole they must then have. */
const FEW = 3;
const MOST = 1 / 2;
const NEARLY = 0.45;
/** So large a share is told alone. */
const LARGE = 1 / 3;

/**
 * What the parts of a whole say of it: “665件案件，38%是市容环卫”, “写明的25,082件诉求，过半在甲、乙和丙” where no
 * part is large by itself, “甲最多，占……的12%” where three are no half. Of fewer than thirty the counts.
 * Null where the parts make no whole, or what is said of none could be more than the largest.
 */
export function shareOf(
  whole: Whole,
  items: readonly Named[],
  named: (count: string) => string,
  are = "是",
): string | null {
  if (!isExact(whole.amount) || !items.every(({ amount }) => isExact(amount))) return null;
  const value = ({ amount }: Named) => (amount.state === "known" ? amount.value : 0);
  const sum = (some: readonly Named[]) => some.reduce((all, item) => all + value(item), 0);
  if (sum(items) !== whole.amount.value) return null;
  const unsaid = sum(items.filter(({ label }) => saysNothing(label)));
  const base = whole.amount.value - unsaid;
  const largestFirst = items
    .filter(({ label }) => !isLeftOver(label) && !saysNothing(label))
    .toSorted((a, b) => value(b) - value(a));
  const [first] = largestFirst;
  if (!first || unsaid >= value(first)) return null;
  const of = `${whole.which ?? ""}${unsaid > 0 ? "写明的" : ""}${named(`${numberText(base)}${whole.unit}`)}`;
  const count = (some: number) =>
    base < PERCENT_BASE ? `里，\u200b${numberText(some)}${whole.unit}` : null;
  const { first: alone, but = "" } = leading(items);
  const word = wordText(first.label);
  if (!alone) return null;
  if (!but && value(first) >= base * LARGE)
    return `${of}${count(value(first)) ?? `，\u200b${percentText(value(first), base)}`}${are}${word}`;
  const together = largestFirst.findIndex(
    (_, i) => sum(largestFirst.slice(0, i + 1)) >= base * MOST,
  );
  const some = largestFirst.slice(0, Math.min(FEW, together < 0 ? FEW : together + 1));
  const next = largestFirst[some.length];
  const share = sum(some) / base;
  // Nothing that is nearly as large is left out, and all of them would be no finding.
  const isApart = next !== undefined && value(next) < value(some.at(-1)!) * NEAR;
  if (some.length > 1 && isApart && !but && share >= NEARLY) {
    const words = namesText(
      some.map(({ label }) => wordText(label)),
      "和",
    );
    return `${of}${count(sum(some)) ?? `，\u200b${halfText(sum(some), base)}`}${are}${words}`;
  }
  return `${but}${word}最多，\u200b${
    base < PERCENT_BASE
      ? `${of}里${numberText(value(first))}${whole.unit}`
      : `占${of}的${percentText(value(first), base)}`
  }`;
}

/** A share about one half, as one says it. */
function halfText(part: number, whole: number): string {
  const share = part / whole;
  if (share === MOST) return "一半";
  if (share < MOST) return "近一半";
  return share < 0.6 ? "过半" : percentText(part, whole);
}

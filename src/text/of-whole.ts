/** What the parts of a whole say of it. */
import { isExact } from "../values/amount.ts";
import { amountText, namesText, numberText, UNKNOWN } from "./format.ts";
import { wordText } from "./labels.ts";
import { PERCENT_BASE, percentText } from "./percent.ts";
import { isLeftOver, saysNothing } from "./rests.ts";
import { enumerate, type Named, valueText, type Whole } from "./sentences.ts";
import { allText, largest, leading, MOST_NAMED, NEAR } from "./standing-out.ts";

/**
 * “40件案件，58%是规划建设” (see shareOf). Without the whole when it is
 * unknown or in dispute, and without a share where the parts do not make it up. `time` says of what
 * time the whole is: 全年, 截至2023年11月30日; `counted` how each is put into one group, where it may be
 * of several: 按最重的一种计; `are` what all are where all are of one: 都是噪声, 都在一街; what they are in is a place.
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
  const each = are === "在" ? "处" : "类";
  if (!known)
    return only
      ? `${noun}：${by}${enumerate(items)}`
      : `${noun}里，${by}${largest(items, whole, each)}`;
  const count = `${whole.which ?? ""}${amountText(whole.amount, whole.unit)}${noun}`;
  if (alone)
    return `${count}${by && `，\u200b${by}`}${allText(whole)}${are}${wordText(items[0]!.label)}`;
  if (only) return `${count}里，${by}${enumerate(items)}`;
  const share = shareOf(whole, items, (count) => `${count}${noun}`, are);
  if (!share) return `${count}里，${by}${largest(items, whole, each)}`;
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
 * Where the whole `isSaid` before, only what is of it: “38%是市容环卫”. Null where the parts make no whole, or what is said of none could be more than the largest.
 */
export function shareOf(
  whole: Whole,
  items: readonly Named[],
  named: (count: string) => string,
  are = "是",
  isSaid = false,
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
  const head = isSaid && unsaid === 0 && !whole.which ? null : of;
  const behind = (some: number, percent: string) => {
    const few = base < PERCENT_BASE;
    const told = few ? `${numberText(some)}${whole.unit}` : percent;
    return head === null ? told : `${head}${few ? "里" : ""}，\u200b${told}`;
  };
  const { first: alone, but = "" } = leading(items);
  const word = wordText(first.label);
  if (!alone) return null;
  if (!but && value(first) >= base * LARGE)
    return `${behind(value(first), percentText(value(first), base))}${are}${word}`;
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
    return `${behind(sum(some), halfText(sum(some), base))}${are}${words}`;
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

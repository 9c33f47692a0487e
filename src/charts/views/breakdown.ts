/** The view of a whole by its groups: a bar each, and which of them is the largest. */

import { figureOf } from "../../figures/figures.ts";
import type { Year } from "../../site/year.ts";
import { largestOf, outcomesOf } from "../../text/of-whole.ts";
import { wholeText } from "../../text/period.ts";
import { enumerate } from "../../text/sentences.ts";
import { unitText } from "../../text/units.ts";
import { isExact } from "../../values/amount.ts";
import type { Item, View } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { markRows } from "../forms/marks.ts";
import { groupItems, itemOf, listedWhole, rateNote, statedItems, totalOf } from "../items.ts";
import { timeOf } from "../own-periods.ts";

/** Whether a group is one of those that are meant. */
export function isOneOf(words: readonly string[]): (label: string) => boolean {
  return (label) => words.includes(label);
}

interface Breakdown {
  /** The metric whose groups are drawn. */
  of: string;
  /** The metric that the groups make up, where it is one of its own; it closes the table. */
  whole?: string;
  /** What is counted, as the title says it: “40件案件里”. */
  noun: string;
  /** What is counted and by what, behind “2023年”. */
  scope: string;
  /** Heads the table's first column. */
  dimension: string;
  /** Groups that follow one another (用时段, 评价) keep their order; else the largest comes first. */
  order?: "own";
  /** How each is put into one group, where it may be of several: 按最重的一种计. */
  counted?: string;
  /** What all are, where all are of one group: 都在一街; 是 where it is not said. */
  are?: string;
  /** A rate of two groups, for the note. */
  rate?: string;
  /** What the groups say of the whole, where that is more than which of them is the largest. */
  finding?: (items: readonly Item[]) => string | null;
  /** Which of them the finding is about: while they can be counted there is a mark each, and those are filled. */
  asked?: { is: (label: string) => boolean; word: string };
  /** Groups of which none is better for being the largest (维持, 通过): their list says no 最多. */
  outcomes?: true;
}

export function breakdownView(year: Year, breakdown: Breakdown): View {
  const { of, whole, noun, scope, dimension, order = "sorted", counted, are, rate } = breakdown;
  const { finding, outcomes, asked } = breakdown;
  const stood = itemOf(year, whole ?? of);
  const listed = listedWhole(year, of, whole ?? of);
  const all = listed ?? stood;
  const groups = groupItems(year, of, order);
  const stated = groups.length > 0 ? [] : statedItems(year, of, rate);
  const nothing = stated.every(({ amount }) => isExact(amount) && amount.value === 0);
  const items = groups.length > 0 ? groups : stated;
  // What the finding is about stands first.
  if (asked) groups.sort((a, b) => Number(asked.is(b.label)) - Number(asked.is(a.label)));
  const marks =
    asked && groups.length > 0 && groups.every(({ amount }) => isExact(amount))
      ? markRows(
          groups.map(
            (item) => ({ ...item, look: asked.is(item.label) ? "done" : "left" }) as const,
          ),
        )
      : null;
  return {
    title:
      stated.length > 0
        ? `${enumerate(stated)}${nothing ? "" : "，\u200b分类未公布"}`
        : ((groups.length > 0 ? finding?.(groups) : null) ??
          (outcomes ? outcomesOf : largestOf)(
            all,
            noun,
            items,
            wholeText(figureOf(year, whole ?? of).period),
            counted,
            are,
          )),
    subtitle: `${timeOf(year, items)}${scope}。${unitText(items.length > 0 ? items.map(({ unit }) => unit) : [figureOf(year, of).unit])}${marks && asked ? `一个方块是一${groups[0]!.unit}，实心的是${asked.word}的。` : ""}`,
    dimension,
    items,
    // The title says of how many.
    ...(stated.length > 0 ? {} : { told: [all] }),
    ...(listed ? { total: { ...listed, label: "逐行合计" } } : whole ? totalOf(year, whole) : {}),
    form: marks ?? bars(items),
    notes: rate ? rateNote(year, rate) : [],
  };
}

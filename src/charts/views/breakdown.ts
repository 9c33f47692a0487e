/** The view of a whole by its groups: a bar each, and which of them is the largest. */

import { figureOf } from "../../figures/figures.ts";
import type { Year } from "../../site/year.ts";
import { periodText, wholeText } from "../../text/period.ts";
import { largestOf } from "../../text/sentences.ts";
import type { View } from "../define.ts";
import { bars } from "../forms/bars.ts";
import { groupItems, itemOf, rateNote, totalOf } from "../items.ts";

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
  /** A rate of two groups, for the note. */
  rate?: string;
}

export function breakdownView(year: Year, breakdown: Breakdown): View {
  const { of, whole, noun, scope, dimension, order = "sorted", rate } = breakdown;
  const all = itemOf(year, whole ?? of);
  const items = groupItems(year, of, order);
  return {
    title: largestOf(all, noun, items, wholeText(figureOf(year, whole ?? of).period)),
    subtitle: `${periodText(year.period)}${scope}。单位：${figureOf(year, of).metric.unit}。`,
    dimension,
    items,
    ...(whole ? totalOf(year, whole) : {}),
    form: bars(items),
    notes: rate ? rateNote(year, rate) : [],
  };
}

/** The view of the months of a year or the days of a week: a column each, in their order. */

import type { Year } from "../../site/year.ts";
import { periodText, wholeText } from "../../text/period.ts";
import { MONTHS, OF_SOME, periodsOf, weekdays } from "../../text/periods.ts";
import { unitText } from "../../text/units.ts";
import type { Item, View } from "../define.ts";
import { columns } from "../forms/columns.ts";
import { listedWhole } from "../items.ts";

interface Periods {
  /** The metric of which the months or days are, and that of their whole. */
  of: readonly [id: string, whole: string];
  items: readonly Item[];
  /** What is in none of them. */
  outside?: { items: readonly Item[]; notes: readonly string[] };
  /** What is counted, as the title says it. */
  noun: string;
  /** What is counted and by what, behind “2023年”. */
  scope: string;
  /** What the periods are: heads the table's first column. */
  dimension: string;
}

export function periodsView(
  year: Year,
  { of, items, outside = { items: [], notes: [] }, noun, scope, dimension }: Periods,
): View {
  const which = listedWhole(year, ...of)?.which ?? "";
  const stated = which + (outside.items.length > 0 ? `写明${dimension}的` : "");
  const said = periodsOf(items, dimension === "星期" ? weekdays(wholeText(year.period)) : MONTHS);
  return {
    title:
      items.length > 0
        ? `${stated}${noun}${said.startsWith(OF_SOME) ? "，" : ""}${said}`
        : `${noun}的${dimension}未公布`,
    subtitle: `${periodText(year.period)}${scope}。${unitText(items.map(({ unit }) => unit))}`,
    dimension,
    items: [...items, ...outside.items],
    form: columns(items),
    notes: items.length > 0 ? outside.notes : [],
  };
}

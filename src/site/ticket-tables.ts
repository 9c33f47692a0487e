/** What the tables of two columns tell of one street or one kind: as they are published, nothing else. */
import { NOT_RATED, SATISFIED_ALL, UNSATISFIED } from "../metrics/complaint-tables.ts";
import { type Amount, isExact, known } from "../values/amount.ts";
import type { Year } from "./year.ts";

export interface Rating {
  unsatisfied: Amount;
  rated: Amount;
}

export interface MonthTold {
  month: number;
  amount: Amount;
}

/** Null where nobody's rating is told. */
export function ratingIn(year: Year, id: string, word: string, count: Amount): Rating | null {
  const table = year.tables.get(id);
  if (!table) return null;
  const of = (column: string) =>
    table.columns.includes(column) ? table.amountOf(word, column) : known(0);
  const [unsatisfied, satisfied, rest] = [of(UNSATISFIED), of(SATISFIED_ALL), of(NOT_RATED)];
  const rated =
    isExact(unsatisfied) && isExact(satisfied)
      ? known(unsatisfied.value + satisfied.value)
      : isExact(count) && isExact(rest)
        ? known(count.value - rest.value)
        : ({ state: "hidden" } as const);
  return { unsatisfied, rated };
}

/**
 * By month of the year's data, from the first to the last that rows name: the export may not reach
 * further. Null where months are not told.
 */
export function monthsIn(year: Year, id: string, word: string): MonthTold[] | null {
  const table = year.tables.get(id);
  if (!table) return null;
  const named = table.columns
    .filter((column) => column.startsWith(`${year.year}-`))
    .map((column) => Number(column.slice(5, 7)));
  if (named.length === 0) return null;
  const [first, last] = [Math.min(...named), Math.max(...named)];
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const month = first + i;
    const key = `${year.year}-${String(month).padStart(2, "0")}`;
    // A month in which nobody asked for anything is none of its words.
    return { month, amount: table.columns.includes(key) ? table.amountOf(word, key) : known(0) };
  });
}

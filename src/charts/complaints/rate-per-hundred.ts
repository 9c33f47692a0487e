/** Of a hundred who answered so many were not satisfied: of one street, of one kind. */
import { ratingIn } from "../../site/ticket-tables.ts";
import type { Year } from "../../site/year.ts";
import { ratePerHundred } from "../../text/per-hundred.ts";
import { type Amount, UNKNOWN_AMOUNT } from "../../values/amount.ts";
import type { Item } from "../define.ts";

/** What was counted of a word, turned into its rate as the table of two columns may be told. */
export function unsatisfiedPerHundred(year: Year, table: string, count: Item): Item {
  const rating = ratingIn(year, table, count.label, count.amount);
  const amount: Amount =
    rating === null
      ? UNKNOWN_AMOUNT
      : (ratePerHundred(rating.unsatisfied, rating.rated) ?? { state: "hidden" });
  return { ...count, amount, unit: "件", series: "每100件评价里不满意（件）" };
}

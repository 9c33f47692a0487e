/** legal_reviews.csv of a year: of its own cases and of those carried over. */
import { type DateForm, firstDay, lastDay } from "../calendar.ts";
import type { Sheet } from "../output.ts";
import { seeded } from "../random.ts";
import { sometimes } from "../words.ts";
import { dealtWith } from "./life.ts";

export interface ReviewTotals {
  reviews: number;
  passed: number;
}

/** Writes the reviews held in a year, of its own cases and of those carried over. */
export function writeReviews(
  year: number,
  sheet: Sheet,
  { date, aliases }: { date: DateForm; aliases: boolean },
): ReviewTotals {
  const random = seeded(`${year} reviews as exported`);
  const { carried, filed } = dealtWith(year);
  const held = [...carried, ...filed]
    .flatMap((one) => one.reviews.map((review) => ({ ...review, number: one.number })))
    .filter(({ on }) => on >= firstDay(year) && on <= lastDay(year))
    .sort((a, b) => a.on - b.on || (a.number < b.number ? -1 : 1));
  sheet.row(["审核编号", "案件编号", "审核日期", "审核次序", "审核结论", "未通过原因"]);
  for (const [index, { on, number, round, passed, reason }] of held.entries()) {
    const conclusion = passed ? (aliases ? "同意" : "通过") : aliases ? "退回补正" : "未通过";
    sheet.row([
      `示审〔${year}〕${String(index + 1).padStart(3, "0")}`,
      number,
      date(on),
      String(round),
      conclusion,
      passed ? "" : sometimes(random, reason),
    ]);
  }
  sheet.end();
  return { reviews: held.length, passed: held.filter(({ passed }) => passed).length };
}

import { cases } from "../datasets/cases.ts";
import { legalReviews } from "../datasets/legal_reviews.ts";
import type { YearFigures } from "../figures/figures.ts";
import { NO_ORIGIN } from "../figures/origin.ts";
import { known } from "../values/amount.ts";
import { compare } from "./compare.ts";
import type { Check } from "./define.ts";

/** Of the penalties whose reviews are known there are none that break the rule; no check of none. */
export function noneOf(
  figures: YearFigures,
  compared: number,
  broken: number,
  label: string,
): Omit<Check, "id" | "rule">[] {
  const figure = figures.get("legal-reviews");
  if (!figure || compared === 0) return [];
  const period = figure.rowsPeriod;
  const own = { working: "", sections: [], period };
  const origin = { ...NO_ORIGIN, rows: [cases, legalReviews] };
  const left = { ...own, amount: known(broken), label, origin };
  const right = { ...own, amount: known(0), label: "应有的", origin: NO_ORIGIN };
  return [{ ...compare(figure, left, right, "at-most"), unit: "件" }];
}

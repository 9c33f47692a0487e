import type { YearFigures } from "../figures/figures.ts";
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
  const left = { amount: known(broken), label, working: "", sections: [], period };
  const right = { amount: known(0), label: "应有的", working: "", sections: [], period };
  return [{ ...compare(figure, left, right, "at-most"), unit: "件" }];
}

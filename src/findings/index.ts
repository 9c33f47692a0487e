import type { YearFigures } from "../figures/figures.ts";
import type { Check, Rule } from "./define.ts";
import { formRows } from "./form-rows.ts";
import { passages } from "./passages.ts";
import { rates } from "./rates.ts";
import { reportRows } from "./report-rows.ts";
import { reviewBefore } from "./review-before.ts";
import { reviewPassed } from "./review-passed.ts";
import type { ReviewedDecisions } from "./reviewed-decisions.ts";
import { totalParts } from "./total-parts.ts";
import { within } from "./within.ts";

/** Every rule; a new one is one file and one line here. */
export const rules: readonly Rule[] = [
  passages,
  totalParts,
  reportRows,
  formRows,
  rates,
  within,
  reviewPassed,
  reviewBefore,
];

/** All checks of a year; the broken ones are the findings. */
export function checkFigures(figures: YearFigures, reviewed: ReviewedDecisions): Check[] {
  const ids = new Map<string, number>();
  return rules.flatMap((rule) =>
    rule.check(figures, reviewed).map((check) => {
      const base = `${check.figure.metric.id}-${rule.id}`;
      const n = (ids.get(base) ?? 0) + 1;
      ids.set(base, n);
      return { ...check, rule, id: n === 1 ? base : `${base}-${n}` };
    }),
  );
}

export type { Check, Rule, Side } from "./define.ts";

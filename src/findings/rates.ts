import type { Figure } from "../figures/figures.ts";
import { originOfAll, originOfStatement } from "../figures/origin.ts";
import { halfStep, isExact, type KnownAmount, known, range } from "../values/amount.ts";
import { roundTo } from "../values/decimals.ts";
import { isSamePeriod } from "../values/period.ts";
import { compare } from "./compare.ts";
import type { Rule } from "./define.ts";
import { BINARY, printedDecimals } from "./printed.ts";
import { divisionText } from "./sides.ts";

/** A rate or an average that the report writes equals its numerator divided by its denominator. */
export const rates: Rule = {
  id: "rate",
  label: "比率和平均数等于分子除以分母",
  broken: "比率与分子、分母不符",
  matters: "率和它的分子、分母不符，这个率就不能拿来和别的年度比。",
  check: (figures) =>
    [...figures.values()].flatMap((figure) =>
      figure.statements.flatMap((statement) => {
        const { metric } = figure;
        const numeratorId =
          statement.numerator ?? (metric.kind === "ratio" ? metric.numerator : "");
        const denominatorId =
          statement.denominator ?? (metric.kind === "ratio" ? metric.denominator : "");
        // A number divided by itself, or said to be made of itself, is no check.
        if (new Set([metric.id, numeratorId, denominatorId]).size < 3) return [];
        const numerator = figures.get(numeratorId);
        const denominator = figures.get(denominatorId);
        if (!numerator || !denominator || statement.amount.state !== "known") return [];
        const quotient = divide(numerator, denominator, statement.unit === "%" ? 100 : 1);
        if (quotient === null) return [];
        const check = compare(
          figure,
          {
            amount: statement.amount,
            label: "报告写的",
            working: "",
            sections: [statement.section],
            origin: originOfStatement(statement),
            period: statement.period,
          },
          {
            amount: known(roundTo(quotient, Math.max(2, printedDecimals(statement.amount)))),
            label: `${numerator.metric.label}÷${denominator.metric.label}`,
            working: divisionText(numerator, denominator),
            sections: [],
            origin: originOfAll([numerator.origin, denominator.origin]),
            period: isSamePeriod(numerator.period, statement.period)
              ? denominator.period
              : numerator.period,
          },
        );
        if (check.holds === null) return [check];
        const [low, high] = printedRange(statement.amount, statement.unit);
        return [{ ...check, holds: quotient >= low && quotient <= high }];
      }),
    ),
};

function divide(numerator: Figure, denominator: Figure, scale: number): number | null {
  if (!isExact(numerator.amount) || !isExact(denominator.amount)) return null;
  if (denominator.amount.value === 0) return null;
  return (numerator.amount.value / denominator.amount.value) * scale;
}

/** A printed rate is rounded: it stands for all that rounds to it at its last digit. */
function printedRange(amount: KnownAmount, unit: string): readonly [number, number] {
  const vague = amount.qualifier === "exact" ? null : range(amount);
  const decimals = printedDecimals(amount);
  // A percentage ending in 0 is no estimate.
  const step = unit === "%" || decimals > 0 ? 0.5 * 10 ** -decimals : halfStep(amount.value);
  const [low, high] = vague ?? [amount.value - step, amount.value + step];
  return [low - BINARY, high + BINARY];
}

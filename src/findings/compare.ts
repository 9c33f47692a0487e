import type { Figure } from "../figures/figures.ts";
import { agree, isExact, range } from "../values/amount.ts";
import { differenceOf } from "../values/decimals.ts";
import { isSamePeriod } from "../values/period.ts";
import type { Check, Relation, Side } from "./define.ts";

/** Holds two sides against each other. Their ranges decide, so 100余 and 120 do agree. */
export function compare(
  figure: Figure,
  left: Side,
  right: Side,
  relation: Relation = "equal",
): Omit<Check, "id" | "rule"> {
  const [first, second] = [range(left.amount), range(right.amount)];
  const alike = isSamePeriod(left.period, right.period);
  const holds = !alike
    ? null
    : relation === "equal"
      ? agree(left.amount, right.amount)
      : first && second
        ? isAtMost(first, second)
        : null;
  const difference =
    alike && isExact(left.amount) && isExact(right.amount)
      ? Math.abs(differenceOf(left.amount.value, right.amount.value))
      : null;
  return { figure, left, right, relation, unit: figure.unit, holds, difference };
}

/** Null where it may be so or not: of 至少50 and 至少100 nobody knows which is more. */
function isAtMost(
  [low, high]: readonly [number, number],
  [least, most]: readonly [number, number],
): boolean | null {
  if (high <= least) return true;
  return low > most ? false : null;
}

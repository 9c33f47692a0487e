import type { Figure } from "../figures/figures.ts";
import { isRowMetric } from "../metrics/define.ts";
import { sameUnit } from "../text/units.ts";
import { compare } from "./compare.ts";
import type { Rule, Side } from "./define.ts";
import { saidSide, stated } from "./sides.ts";

/** A part does not exceed its whole: hearings attended ≤ held, closed ≤ received, 其中 ≤ 上级. */
export const within: Rule = {
  id: "within",
  label: "部分不大于整体",
  broken: "部分大于整体",
  matters: "部分比整体还多，两个数字里至少有一个不对。",
  check: (figures) =>
    [...figures.values()].flatMap((part) => {
      const wholes = new Set(
        part.statements
          .filter((statement) => statement.relation === "part")
          .map((statement) => statement.parent),
      );
      if (part.metric.within) wholes.add(part.metric.within);
      return [...wholes].flatMap((id) => {
        const whole = id === null ? undefined : figures.get(id);
        if (!whole || !sameUnit(whole.unit, part.unit)) return [];
        const sides = sidesOf(part, whole);
        if (!sides || sides.some(({ amount }) => amount.state === "unknown")) return [];
        return [compare(part, ...sides, "at-most")];
      });
    }),
};

/**
 * What the report says of both, where it does; else what is shown of them. Rows that are counted for
 * both are the same rows: of them a part cannot exceed its whole, and that is no check.
 */
function sidesOf(part: Figure, whole: Figure): [Side, Side] | null {
  const [first, second] = [saidSide(part), saidSide(whole)];
  if (first && second) return [first, second];
  const ofRows = ({ amount, computed }: Figure) => amount === computed;
  const same =
    isRowMetric(part.metric) &&
    isRowMetric(whole.metric) &&
    part.metric.dataset === whole.metric.dataset;
  return same && ofRows(part) && ofRows(whole) ? null : [stated(part), stated(whole)];
}

import { compare } from "./compare.ts";
import type { Rule } from "./define.ts";
import { stated } from "./sides.ts";

/** A part does not exceed its whole: hearings attended ≤ held, closed ≤ received, 其中 ≤ 上级. */
export const within: Rule = {
  id: "within",
  label: "部分不大于整体",
  broken: "部分大于整体",
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
        if (!whole || whole.amount.state === "unknown" || part.amount.state === "unknown")
          return [];
        if (whole.metric.unit !== part.metric.unit) return [];
        return [compare(part, stated(part), stated(whole), "at-most")];
      });
    }),
};

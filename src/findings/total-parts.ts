import { originOfAll, originOfStatement } from "../figures/origin.ts";
import type { Statement } from "../figures/statements.ts";
import { addendText } from "../text/format.ts";
import { sameUnit } from "../text/units.ts";
import { sum } from "../values/amount.ts";
import { isSamePeriod } from "../values/period.ts";
import { compare } from "./compare.ts";
import type { Rule } from "./define.ts";
import { stated } from "./sides.ts";

/** The parts that indicators.csv names (关系: 合计) add up to their total. */
export const totalParts: Rule = {
  id: "parts",
  label: "各分项相加等于总数",
  broken: "分项相加与总数不同",
  matters: "分项加不出总数，就有事情漏了或者重了，各项所占的比例也不准。",
  check: (figures) => {
    const all = [...figures.values()];
    const named = all.filter(({ statements }) => statements.some(isPart));
    return all.flatMap((total) => {
      // One statement a part: a part that two passages state is still one part.
      const parts = named.flatMap(
        (figure) =>
          figure.statements.find(
            (statement) =>
              isPart(statement) &&
              statement.parent === total.metric.id &&
              sameUnit(statement.unit, total.unit),
          ) ?? [],
      );
      if (parts.length === 0 || total.amount.state === "unknown") return [];
      return [
        compare(total, stated(total), {
          amount: sum(parts.map((part) => part.amount)),
          label: "分项相加",
          working: parts.map((part) => addendText(part.amount)).join("+"),
          sections: [...new Set(parts.map((part) => part.section))],
          origin: originOfAll(parts.map(originOfStatement)),
          period: (parts.find(({ period }) => !isSamePeriod(period, total.period)) ?? total).period,
        }),
      ];
    });
  },
};

function isPart({ relation }: Statement): boolean {
  return relation === "total";
}

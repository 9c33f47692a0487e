import type { Figure } from "../figures/figures.ts";
import { originOfStatement } from "../figures/origin.ts";
import { conditionsText } from "../metrics/define.ts";
import { sectionText } from "../text/format.ts";
import { type Amount, isExact, isPartial } from "../values/amount.ts";
import { compare } from "./compare.ts";
import type { Rule } from "./define.ts";
import { fromRows } from "./sides.ts";

/** One row that names the passage is that passage's own number, written down twice. */
function isCopy({ provenance }: Figure, section: string): boolean {
  const [only] = provenance.sections;
  return provenance.total === 1 && only !== undefined && sectionText(only) === sectionText(section);
}

const POWERS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** 12.35万 is written to the hundred: what rounds to it agrees with it. */
function asRounded(amount: Amount): Amount {
  if (!isExact(amount)) return amount;
  const [, decimals = "", power = ""] =
    /(?:\.(\d+))?(万|亿)$/.exec(amount.words?.digits ?? "") ?? [];
  const half = ((POWERS[power] ?? 0) / 10 ** decimals.length) * 0.5;
  return half > 0.5 ? { ...amount, bounds: [amount.value - half, amount.value + half] } : amount;
}

/** What the report writes as a total equals what the rows add up to. */
export const reportRows: Rule = {
  id: "rows",
  label: "报告写的总数等于逐行数据相加",
  broken: "逐行相加与报告总数不同",
  matters: "列出来的每一项加起来不是报告写的总数，不知道该信哪一个，各项占多少也说不准。",
  check: (figures) =>
    [...figures.values()].flatMap((figure) => {
      const { kind } = figure.metric;
      if ((kind !== "count" && kind !== "sum") || figure.computed.state === "unknown") return [];
      // The breakdown of the same sentence shows what was added.
      const { dataset } = figure.metric;
      const conditions = conditionsText(figure.metric);
      const breakdown = [...figures.values()].find(
        ({ metric, groups }) =>
          metric.kind === kind &&
          metric.by !== undefined &&
          groups !== null &&
          metric.dataset === dataset &&
          conditionsText(metric) === conditions,
      );
      const first = figure.statements.find((statement) => statement.amount.state !== "unknown");
      if (!first) return [];
      const check = compare(
        figure,
        {
          amount: asRounded(first.amount),
          label: "报告总数",
          working: "",
          sections: [first.section],
          origin: originOfStatement(first),
          period: first.period,
        },
        fromRows(figure, breakdown?.groups ?? null),
      );
      // A number holds against itself; two writings of one passage that differ are a finding all the same.
      if (check.holds && isCopy(figure, first.section)) return [];
      // Rows without a count can only disprove the total, never confirm it.
      const partial = figure.computed.state === "known" && isPartial(figure.computed);
      return [partial && check.holds ? { ...check, holds: null } : check];
    }),
};

import { originOfStatement } from "../figures/origin.ts";
import { sectionText } from "../text/format.ts";
import { agree } from "../values/amount.ts";
import { isSamePeriod } from "../values/period.ts";
import { compare } from "./compare.ts";
import type { Rule, Side } from "./define.ts";

/** Two passages of the report that state the same number state the same value. */
export const passages: Rule = {
  id: "passages",
  label: "报告各处对同一件事的写法一致",
  broken: "报告两处数字不同",
  matters: "前后两处写的不同，不知道该信哪一个，也没法和别的年度比。",
  check: (figures) =>
    [...figures.values()].flatMap((figure) => {
      const [first, ...others] = figure.statements;
      if (!first || others.length === 0) return [];
      // Every passage that differs from the first is a finding; if none does, one check is enough.
      const differing = others.filter(
        (other) =>
          isSamePeriod(first.period, other.period) && agree(first.amount, other.amount) === false,
      );
      const side = (statement: typeof first): Side => ({
        amount: statement.amount,
        label: statement.label,
        working: "",
        sections: [statement.section],
        origin: originOfStatement(statement),
        period: statement.period,
      });
      // A passage that is written down twice says nothing new.
      const elsewhere = others.filter(
        ({ section }) => sectionText(section) !== sectionText(first.section),
      );
      return (differing.length > 0 ? differing : elsewhere.slice(0, 1)).map((other) =>
        compare(figure, side(first), side(other)),
      );
    }),
};

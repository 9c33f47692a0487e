import { type Figure, fullOrigin } from "../figures/figures.ts";
import { originOfRows, originOfStatement, STATISTICS } from "../figures/origin.ts";
import type { Group } from "../metrics/engine/counter.ts";
import { addendText, amountText, sectionText } from "../text/format.ts";
import type { Side } from "./define.ts";

/** A figure as it is shown, as one side of a comparison. */
export function stated(figure: Figure, label = figure.metric.label): Side {
  return {
    amount: figure.amount,
    label,
    working: "",
    sections: placesOf(figure),
    origin: figure.origin,
    period: figure.period,
  };
}

/** Where a figure stands, all of them: the other side of a dispute is said beside it. */
function placesOf(figure: Figure): string[] {
  const { sections, statistics } = fullOrigin(figure);
  return [...sections, ...(statistics ? [STATISTICS] : [])];
}

/** “报告一（三）”: what is no section of it is named by itself. */
export function whereText(sections: readonly string[]): string {
  const where = sections.map(sectionText).join("、");
  return sections.some((section) => section !== STATISTICS) ? `报告${where}` : where;
}

/** What the report itself writes of a figure, if it does. */
export function saidSide({ metric, statements }: Figure): Side | null {
  const said = statements.find(({ amount }) => amount.state !== "unknown");
  if (!said) return null;
  const { amount, section, period } = said;
  const origin = originOfStatement(said);
  return { amount, label: metric.label, working: "", sections: [section], origin, period };
}

/** What the rows add up to; its working lists the addends while they are few. */
export function fromRows(figure: Figure, groups: readonly Group[] | null): Side {
  const few = groups !== null && groups.length > 1 && groups.length <= 8;
  return {
    amount: figure.computed,
    label: few ? "分项相加" : "逐行数据相加",
    working: few ? groups.map((group) => addendText(group.amount)).join("+") : "",
    sections: figure.provenance.sections,
    origin: originOfRows(figure.metric, figure.computed, figure.provenance),
    period: figure.rowsPeriod,
  };
}

/** A division in words: 10÷10. */
export function divisionText(numerator: Figure, denominator: Figure): string {
  return `${amountText(numerator.amount, "")}÷${amountText(denominator.amount, "")}`;
}

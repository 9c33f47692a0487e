/** Every figure of a year as a tidy table and as JSON: the report's numbers and the rows'. */

import { type Figure, fullOrigin, groupOrigin, groupPeriod } from "../figures/figures.ts";
import { kindsText, originOfStatement, REPORT, ROWS, STATISTICS } from "../figures/origin.ts";
import { checksOf } from "../findings/find.ts";
import type { Site, Year } from "../site/year.ts";
import { amountCells } from "../text/amount-cells.ts";
import { sectionText, writtenText } from "../text/format.ts";
import { fullText } from "../text/period.ts";
import { type Amount, isPartial } from "../values/amount.ts";
import type { CsvTable } from "./files.ts";

/** One line a number: the figure's own, each group's, each passage's. */
export function figuresTable(years: readonly Year[], listed: Site["metrics"]): CsvTable {
  return {
    fields: [
      "年度",
      "编号",
      "名称",
      "分组",
      "来源",
      "数值",
      "精确程度",
      "单位",
      "统计期间",
      "报告章节",
    ],
    data: years.flatMap((year) =>
      listedFigures(year, listed).flatMap((figure) => {
        const line = (
          name: string,
          group: string,
          source: string,
          amount: Amount,
          sections: readonly string[],
          { period = year.period, unit = figure.unit } = {},
        ) => [
          String(year.year),
          figure.metric.id,
          name,
          group,
          source,
          ...amountCells(amount),
          unit,
          fullText(period),
          sections.map(sectionText).join("、"),
        ];
        const { metric, computed, groups, statements, provenance } = figure;
        return [
          ...(metric.kind !== "reported" || statements.length === 0
            ? [
                line(
                  metric.label,
                  "",
                  metric.kind === "ratio" ? "计算" : ROWS,
                  computed,
                  provenance.sections,
                  { period: metric.kind === "ratio" ? figure.period : year.period },
                ),
              ]
            : []),
          ...(groups ?? []).map((group) =>
            line(
              metric.label,
              group.word,
              figure.groupsStated ? REPORT : ROWS,
              group.amount,
              groupOrigin(figure, group).sections,
              { period: groupPeriod(figure, group) },
            ),
          ),
          ...statements.map((said) =>
            line(
              said.label,
              "",
              said.listed ? STATISTICS : REPORT,
              said.amount,
              originOfStatement(said).sections,
              said,
            ),
          ),
        ];
      }),
    ),
  };
}

/** A year's figures that have a page. */
export function listedFigures({ figures }: Year, listed: Site["metrics"]): Figure[] {
  return [...figures.values()].filter(({ metric }) => listed.has(metric.id));
}

/** A figure as JSON, with everything its page says. */
export function figureJson(year: Year, figure: Figure): Record<string, unknown> {
  const { metric, amount, period, rowsPeriod, computed, groups, statements, provenance } = figure;
  return {
    id: metric.id,
    label: metric.label,
    unit: figure.unit,
    definition: metric.definition,
    basis: metric.basis,
    year: year.year,
    amount: amountJson(amount),
    period,
    origin: kindsText(figure.origin),
    sections: fullOrigin(figure).sections.map(sectionText),
    rows: {
      amount: amountJson(computed),
      period: rowsPeriod,
      count: provenance.total,
      places: provenance.rows,
    },
    groups: (groups ?? []).map((group) => ({ label: group.word, ...amountJson(group.amount) })),
    statements: statements.map((said) => ({
      label: said.label,
      ...amountJson(said.amount),
      period: said.period,
      section: sectionText(said.section),
      place: { file: said.file, row: said.row },
    })),
    checks: checksOf(year, metric.id).map((check) => ({
      id: check.id,
      rule: check.rule.label,
      holds: check.holds,
      difference: check.difference,
    })),
  };
}

/** value is null unless known; state tells 未公布 from <5. */
export function amountJson(amount: Amount): Record<string, unknown> {
  if (amount.state !== "known") return { state: amount.state, value: null };
  const { value, missing } = amount;
  const qualifier = isPartial(amount) ? "at_least" : amount.qualifier;
  const written = amount.words && writtenText(amount, "");
  return {
    state: "known",
    value,
    qualifier,
    ...(written && { written }),
    ...(missing > 0 && { missing }),
  };
}

/** The numbers that only the data name: what the program has no metric for. */
import type { Figure } from "../../figures/figures.ts";
import type { Statement } from "../../figures/statements.ts";
import { metrics } from "../../metrics/index.ts";
import type { Year } from "../../site/year.ts";
import { sameUnit } from "../../text/units.ts";

const DECLARED = new Set(metrics.map(({ id }) => id));

export function isOwn(id: string): boolean {
  return !DECLARED.has(id);
}

/** A year and those before it. */
export function yearsTo(year: Year): readonly Year[] {
  return [...year.earlier, year];
}

/** The first statement of a figure that says a number. */
export function saidOf(figure: Figure | undefined): Statement | undefined {
  return figure?.statements.find(({ amount }) => amount.state !== "unknown");
}

/** The ids of the numbers that add up to another in a year (关系: 合计), in their order, of its unit. */
export function partsOf(year: Year, whole: string): readonly string[] {
  const unit = year.figures.get(whole)?.metric.unit;
  return [...year.figures.values()].flatMap(({ metric, statements }) =>
    statements.some(
      ({ parent, relation, unit: own }) =>
        parent === whole && relation === "total" && unit !== undefined && sameUnit(own, unit),
    )
      ? [metric.id]
      : [],
  );
}

/**
 * Whether a number means the same in all years up to this one that state it. Label, unit and 说明
 * are each year's own: where one of them differs, the years are not compared.
 */
export function sameThroughout(year: Year, id: string): boolean {
  const said = yearsTo(year).flatMap(({ figures }) => saidOf(figures.get(id)) ?? []);
  const meant = said.map(({ label, unit, note }) => [label, unit, note].join("\n"));
  return new Set(meant).size <= 1;
}

/** What the rows of a year's cases are: cases, or decisions alone. */
import { cases } from "../datasets/cases.ts";
import { A_CASE } from "../datasets/decisions.ts";
import { isRowMetric, type Metric } from "../metrics/define.ts";
import { figureOf, type YearFigures } from "./figures.ts";

/** 案件 or 处罚决定: what a breakdown of all rows is of. */
export function caseWord(year: { figures: YearFigures }): string {
  return figureOf(year, "cases").only ?? A_CASE;
}

/** Breakdowns of all rows, called by what the rows are. */
export function inCaseWord<M extends Metric>(metric: M, only: string | undefined): M {
  const isOfAll =
    isRowMetric(metric) &&
    metric.dataset === cases &&
    metric.by !== undefined &&
    Object.keys(metric.where).length === 0;
  if (only === undefined || !isOfAll) return metric;
  const said = (text: string) =>
    text.replaceAll("办理的案件", `作出的${only}`).replaceAll(A_CASE, only);
  return { ...metric, label: said(metric.label), definition: said(metric.definition) };
}

/** What is said of the matters of which it cannot be told whether they belong. */
import { columnOf, isRowMetric, type Metric, unitOfMatters } from "../metrics/define.ts";
import { numberText } from "../text/format.ts";
import type { Figure } from "./figures.ts";

/**
 * “另有4件”, or “还有一些” where the number would link two things about people: which tickets have no 评价, and
 * which of them are closed. By one column it is a number like another. Empty where all can be told.
 */
export function undeterminedText({ metric, computed, unit }: Figure): string {
  if (computed.state !== "known" || computed.undetermined === 0 || !isRowMetric(metric)) return "";
  return isLinked(metric)
    ? "还有一些"
    : `另有${numberText(computed.undetermined)}${metric.kind === "count" ? unit : unitOfMatters(metric)}`;
}

function isLinked(metric: Metric): boolean {
  if (!isRowMetric(metric) || !metric.dataset.people) return false;
  return Object.keys(metric.where).some((key) => columnOf(metric.dataset, key).notYetWhile);
}

/** In which word a year counts: the report's own, where it is the same unit as the metric's. */
import { conditionsText, isRowMetric, type Metric, type RowMetric } from "../metrics/define.ts";
import { sameUnit } from "../text/units.ts";
import type { Statement } from "./statements.ts";

/**
 * The unit of each metric. Where the report states no number of it, that of the whole which it
 * breaks down or is a part of: 40起 are not 23件 and 17件.
 */
export function ownUnits(
  metrics: readonly Metric[],
  statements: readonly Statement[],
): (metric: Metric) => string {
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  const counted = metrics.filter(isRowMetric).filter(({ kind }) => kind === "count");
  const wholesOf = (metric: Metric): Metric[] => {
    const within = metric.within === undefined ? undefined : byId.get(metric.within);
    if (!isRowMetric(metric)) return within ? [within] : [];
    const ofSame = (other: RowMetric) => other.dataset === metric.dataset && other !== metric;
    const conditions = conditionsText(metric);
    return [
      ...counted.filter((other) => ofSame(other) && conditionsText(other) === conditions),
      ...(within ? [within] : []),
      ...counted.filter((other) => ofSame(other) && Object.keys(other.where).length === 0),
    ];
  };
  const stated = (metric: Metric) =>
    statements.find(({ id, unit }) => id === metric.id && sameUnit(unit, metric.unit))?.unit;
  const unitOf = (metric: Metric, seen: ReadonlySet<Metric>): string | undefined => {
    const own = stated(metric);
    if (own !== undefined) return own;
    for (const whole of wholesOf(metric)) {
      if (seen.has(whole) || !sameUnit(whole.unit, metric.unit)) continue;
      const unit = unitOf(whole, new Set([...seen, metric]));
      if (unit !== undefined) return unit;
    }
    return undefined;
  };
  return (metric) => unitOf(metric, new Set()) ?? metric.unit;
}

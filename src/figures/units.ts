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
  const stated = new Map<string, string>();
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  for (const { id, unit } of statements) {
    const metric = byId.get(id);
    if (metric && !stated.has(id) && sameUnit(unit, metric.unit)) stated.set(id, unit);
  }
  if (stated.size === 0) return ({ unit }) => unit;
  const counted = metrics.filter(isRowMetric).filter(({ kind }) => kind === "count");
  const alike = Map.groupBy(counted, likeness);
  const bySame = Map.groupBy(counted, ({ dataset }) => dataset);
  const wholesOf = (metric: Metric): Metric[] => {
    const within = metric.within === undefined ? undefined : byId.get(metric.within);
    if (!isRowMetric(metric)) return within ? [within] : [];
    const ofSame = bySame.get(metric.dataset) ?? [];
    // A decision is no case: it is counted in the word that the bureau has for decisions, if it has one.
    const isApart = !isOfAll(metric) && ofSame.some(({ notOnly }) => notOnly !== undefined);
    return [
      ...(alike.get(likeness(metric)) ?? []),
      ...(within ? [within] : []),
      ...ofSame.filter((other) => isOfAll(other) !== isApart),
    ];
  };
  /** Each metric is looked at once, however many ways lead to it. */
  const unitOf = (metric: Metric, seen: Set<Metric>): string | undefined => {
    seen.add(metric);
    const own = stated.get(metric.id);
    if (own !== undefined) return own;
    for (const whole of wholesOf(metric)) {
      if (seen.has(whole) || !sameUnit(whole.unit, metric.unit)) continue;
      const unit = unitOf(whole, seen);
      if (unit !== undefined) return unit;
    }
    return undefined;
  };
  return (metric) => unitOf(metric, new Set()) ?? metric.unit;
}

/** Whether it counts whatever the rows are. */
function isOfAll({ where }: RowMetric): boolean {
  return Object.keys(where).length === 0;
}

/** What metrics share that count the same rows. */
function likeness(metric: RowMetric): string {
  return `${metric.dataset.id} ${conditionsText(metric)}`;
}

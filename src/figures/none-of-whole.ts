/** A part of which no row speaks, while its whole is known row by row: there is none of it, and that is known. */
import { isRowMetric, type Metric, type RowMetric } from "../metrics/define.ts";
import type { Computed } from "../metrics/engine/counter.ts";
import { known } from "../values/amount.ts";

/**
 * Where a part asks of the same column for some of the words of its whole, every row of the whole
 * that is counted has said another word. Of those that could not be told it still cannot be.
 */
export function withNoneOfWhole(
  metrics: readonly Metric[],
  computed: ReadonlyMap<string, Computed>,
): ReadonlyMap<string, Computed> {
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  const filled = new Map(computed);
  for (const metric of metrics) {
    const whole = byId.get(metric.within ?? "");
    const [own, all] = [computed.get(metric.id), filled.get(whole?.id ?? "")];
    if (!own || !all || !whole || !isPartOf(metric, whole)) continue;
    if (own.amount.state !== "unknown" || all.amount.state !== "known") continue;
    const { undetermined } = all.amount;
    filled.set(metric.id, { ...own, amount: { ...known(0), undetermined } });
  }
  return filled;
}

function isPartOf(metric: Metric, whole: Metric): boolean {
  if (!isCount(metric) || !isCount(whole) || metric.dataset !== whole.dataset) return false;
  const asked = Object.entries(metric.where);
  const except = [metric, whole].map((one) => JSON.stringify(one.except ?? {}));
  return (
    except[0] === except[1] &&
    metric.by === undefined &&
    asked.length === Object.keys(whole.where).length &&
    asked.every(([key, words]) => {
      const all = [whole.where[key] ?? []].flat();
      return [words].flat().every((word) => all.includes(word));
    })
  );
}

function isCount(metric: Metric): metric is RowMetric {
  return isRowMetric(metric) && metric.kind === "count";
}

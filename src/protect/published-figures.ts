/**
 * The results of all metrics of a year as they may be published. Numbers by one attribute are exact.
 * Of two attributes there are only quantiles, where the groups are large; whoever declares another
 * cross finds it withheld, and must say here how it is protected.
 */
import { fewestIn, isRowMetric, type Metric, type RowMetric } from "../metrics/define.ts";
import type { Computed, Group } from "../metrics/engine/counter.ts";
import { type Amount, UNKNOWN_AMOUNT } from "../values/amount.ts";
import type { Provenance } from "../values/provenance.ts";
import { isCross } from "./attributes.ts";
import { toldQuantile } from "./quantiles.ts";
import { THRESHOLD } from "./threshold.ts";

/** Other datasets' results pass unchanged. */
export function protectFigures(
  metrics: readonly Metric[],
  computed: ReadonlyMap<string, Computed>,
): ReadonlyMap<string, Computed> {
  const result = new Map(computed);
  const own = metrics.filter(isRowMetric).filter(({ dataset }) => dataset.people);
  for (const metric of own) {
    const one = computed.get(metric.id);
    if (one)
      result.set(
        metric.id,
        published(metric, one, () => sizesOf(metric, own, computed)),
      );
  }
  return result;
}

function published(
  metric: RowMetric,
  computed: Computed,
  sizes: () => ReadonlyMap<string, Amount>,
): Computed {
  const { provenance, groups } = computed;
  const all = groups?.map((group) => ({ ...group, provenance: withoutRows(group.provenance) }));
  const whole = { ...computed, provenance: withoutRows(provenance), groups: all ?? null };
  // What the report itself writes is public.
  if (isStated(provenance) || !isCross(metric)) return whole;
  if (metric.kind === "quantile" && all) {
    const own = sizes();
    const fewest = fewestIn(metric) + 2 * THRESHOLD;
    const large = everyGroup(all, own).map((group) =>
      hasNone(all) ? group : ofLargeGroup(group, own, fewest),
    );
    const told = toldQuantile(
      large.map(({ amount }) => amount),
      computed.spread,
    );
    return { ...whole, groups: large.map((group) => ({ ...group, amount: told(group.amount) })) };
  }
  return { ...whole, amount: { state: "hidden" }, groups: all ? [] : null };
}

/** Numbers of rows in two lists of places, held together, would tell what no number tells. */
function withoutRows(provenance: Provenance): Provenance {
  return isStated(provenance) ? provenance : { ...provenance, rows: [] };
}

/** Whether all rows are what the report itself writes. */
function isStated({ stated, total }: Provenance): boolean {
  return stated > 0 && stated === total;
}

/**
 * The quantile of a group that is public to be large. That it has a quantile tells that enough of
 * its matters have a value, and that it has none, that they have not: of so many neither tells that
 * only a few have, or lack, one.
 */
function ofLargeGroup(group: Group, sizes: ReadonlyMap<string, Amount>, fewest: number): Group {
  const size = sizes.get(group.word);
  const isLarge = size?.state === "known" && size.value >= fewest;
  return isLarge ? group : { ...group, amount: { state: "small", under: fewest } };
}

/** A group of which nothing is closed is said of as the others are: that it is left out would tell. */
function everyGroup(groups: readonly Group[], sizes: ReadonlyMap<string, Amount>): Group[] {
  const listed = new Set(groups.map(({ word }) => word));
  const others = groups.length > 0 ? [...sizes.keys()].filter((word) => !listed.has(word)) : [];
  const none = { amount: UNKNOWN_AMOUNT, provenance: NO_ROWS };
  return [...groups, ...others.map((word): Group => ({ word, ...none }))];
}
const NO_ROWS: Provenance = { rows: [], total: 0, stated: 0, sections: [] };

/** Where no matter has a value, it is not said of any group that it has few. */
function hasNone(groups: readonly Group[]): boolean {
  return groups.every(({ amount }) => amount.state === "unknown");
}

/** How many matters each group of a breakdown has, as it is published. */
function sizesOf(
  { dataset, by }: RowMetric,
  metrics: readonly RowMetric[],
  computed: ReadonlyMap<string, Computed>,
): ReadonlyMap<string, Amount> {
  const counted = metrics.find(
    (metric) => metric.kind === "count" && metric.dataset === dataset && metric.by === by,
  );
  const groups = (counted && computed.get(counted.id)?.groups) ?? [];
  return new Map(groups.map(({ word, amount }) => [word, amount]));
}

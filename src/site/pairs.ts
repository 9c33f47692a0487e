/** Two years held against each other, figure by figure: rates by how far they moved, each total once. */
import { type Figure, figureOf, isSilent } from "../figures/figures.ts";
import { findingOf } from "../findings/find.ts";
import { conditionsText, isRowMetric, type Metric } from "../metrics/define.ts";
import { changeMark } from "../text/change.ts";
import { PERCENT_BASE } from "../text/percent.ts";
import { type Amount, isExact, isOfNone, UNKNOWN_AMOUNT } from "../values/amount.ts";
import { differenceOf } from "../values/decimals.ts";
import { whyNot } from "./comparable.ts";
import type { Site, Year } from "./year.ts";

export interface Pair {
  metric: Metric;
  /** The change in words, or why there is none to tell. */
  change: string;
  /** How far a rate moved, in percentage points; null where it is no rate or is not compared. */
  points: number | null;
  /** The same up or down; of a count in percent of the earlier one. Null where it is not compared, or of too few. */
  moved: number | null;
}

/** Every figure that is known in one of the two years. */
export function pairsOf(site: Site, from: Year, to: Year): Pair[] {
  const shown = [...site.metrics.values()].filter(({ id }) =>
    [from, to].some((year) => {
      const amount = amountOf(year, id);
      return amount.state !== "unknown" && !isOfNone(amount);
    }),
  );
  return shown
    .filter((metric) => !repeats(metric, shown, [from, to]))
    .map((metric) => pairOf(metric, from, to));
}

/** Rates, the one that moved farthest first; those that are not compared last, in their own order. */
export function ratesByChange(pairs: readonly Pair[]): Pair[] {
  return pairs.filter(isRate).toSorted((a, b) => (b.points ?? -1) - (a.points ?? -1));
}

/** Counts, but those that are none in both years, which come last. */
export function countsFirst(pairs: readonly Pair[], from: Year, to: Year): Pair[] {
  const isNone = ({ metric }: Pair) =>
    [from, to].every((year) => {
      const amount = amountOf(year, metric.id);
      return isExact(amount) && amount.value === 0;
    });
  const counts = pairs.filter((pair) => !isRate(pair));
  return [...counts.filter((pair) => !isNone(pair)), ...counts.filter(isNone)];
}

export function isRate({ metric }: Pair): boolean {
  return metric.unit === "%";
}

function pairOf(metric: Metric, from: Year, to: Year): Pair {
  const { id } = metric;
  const [before, now] = [from, to].map((year) => pairedOf(year, id, metric.unit)) as [
    PairValue,
    PairValue,
  ];
  const reason = [from, to].some((year) => findingOf(year, id))
    ? "有一年未核定，不比较"
    : whyNot(from, to, id)?.short;
  const difference =
    !reason && isExact(before.amount) && isExact(now.amount)
      ? differenceOf(now.amount.value, before.amount.value)
      : null;
  const points = metric.unit === "%" && difference !== null ? Math.abs(difference) : null;
  const share =
    isExact(before.amount) && before.amount.value >= PERCENT_BASE && difference !== null
      ? (100 * difference) / before.amount.value
      : null;
  // The later year's own name, where it has a number: another year may have called it otherwise.
  const named = [to, from]
    .map((year) => year.figures.get(id))
    .find((figure) => figure && !isSilent(figure));
  return {
    metric: named?.metric ?? metric,
    change: reason ?? changeMark(before, now),
    points,
    moved: metric.unit === "%" ? difference : share,
  };
}

interface PairValue {
  amount: Amount;
  unit: string;
}

function pairedOf(year: Year, id: string, unit: string): PairValue {
  return { amount: amountOf(year, id), unit: year.figures.get(id)?.unit ?? unit };
}

function amountOf(year: Year, id: string): Amount {
  return year.figures.get(id)?.amount ?? UNKNOWN_AMOUNT;
}

/** A breakdown whose whole stands in another row already, wherever it has a number itself. */
function repeats(metric: Metric, shown: readonly Metric[], years: readonly Year[]): boolean {
  if (!("by" in metric)) return false;
  const sum = sumOf(metric);
  // Of several breakdowns without a plain total the first stands for it.
  const others = shown.filter(
    (one, at) => one !== metric && (!("by" in one) || at < shown.indexOf(metric)),
  );
  return others.some(
    (one) =>
      sumOf(one) === sum &&
      years.every(
        (year) =>
          amountOf(year, metric.id).state === "unknown" ||
          amountOf(year, one.id).state !== "unknown",
      ),
  );
}

/** Two metrics that add up the same of the same rows have the same text. */
function sumOf(metric: Metric): string | null {
  if (!isRowMetric(metric)) return null;
  const { kind, dataset, unit } = metric;
  const what = kind === "quantile" ? `${metric.of} ${metric.q}` : kind === "sum" ? metric.of : "";
  return kind === "path" ? null : [kind, dataset.id, unit, what, conditionsText(metric)].join("|");
}

/** What a rate is of, where both are counted: a rate is never said to change without its counts. */
export function countsOf(year: Year, { metric }: Pair): [part: Figure, whole: Figure] | null {
  if (metric.kind !== "ratio") return null;
  const counts = [metric.numerator, metric.denominator].map((id) => figureOf(year, id));
  const [part, whole] = counts as [Figure, Figure];
  return isExact(part.amount) && isExact(whole.amount) ? [part, whole] : null;
}

/**
 * Differencing: an intruder subtracts what the released rows show from a count published elsewhere,
 * and learns what is left (“residual disclosure”, Fellegi 1972). Published counts are true, and so
 * count suppressed records too. The residual of each must be 0 or at least k; where it is not,
 * another class is suppressed and falls to it.
 */
import { isUnsafe } from "../threshold.ts";
import type { Codes } from "./coded-columns.ts";
import type { EquivalenceClasses } from "./equivalence-classes.ts";
import { everyRow, Grouping, weigh } from "./grouping.ts";
import { type Microdata, suppressionOf } from "./local-suppression.ts";
import { columnsOf, isCounted, isShown, type PublishedCount } from "./published-counts.ts";

/** Suppresses classes until no residual is unsafe; gives the counts where that cannot be reached. */
export function protectFromDifferencing(
  microdata: Microdata,
  classes: EquivalenceClasses,
  counts: readonly PublishedCount[],
): PublishedCount[] {
  const { columns, weights } = classes;
  const residuals = residualsOf(microdata, classes, counts);
  const unprotected = new Set<number>();
  for (;;) {
    const at = residuals.findIndex((residual, i) => isUnsafe(residual) && !unprotected.has(i));
    if (at < 0) return [...unprotected].map((i) => counts[i]!);
    const count = counts[at]!;
    const one = classes.last((one) => weights[one]! > 0 && isShown(columns, one, count));
    if (one === null) {
      unprotected.add(at);
      continue;
    }
    const weight = weights[one]!;
    const before = counts.map((other) => isShown(columns, one, other));
    const now = classes.suppress(one, suppressionFor(microdata, count));
    for (const [i, was] of before.entries()) {
      if (!was || isShown(columns, now, counts[i]!)) continue;
      residuals[i]! += weight;
      unprotected.delete(i);
    }
  }
}

/** Of each count, all matters that it counts less those that are shown to be counted. */
function residualsOf(
  microdata: Microdata,
  classes: EquivalenceClasses,
  counts: readonly PublishedCount[],
): number[] {
  const counted = totals(counts, microdata, isCounted);
  const shown = totals(counts, classes, isShown);
  return counts.map((_, i) => counted[i]! - shown[i]!);
}

/** What the rows weigh of which something holds; rows the same in a count's columns are asked once. */
function totals(
  counts: readonly PublishedCount[],
  { columns, weights }: Pick<Microdata, "columns" | "weights">,
  holds: (columns: readonly Codes[], row: number, count: PublishedCount) => boolean,
): number[] {
  const grouping = new Grouping(columns);
  const rows = everyRow(weights.length);
  const grouped = new Map<string, { first: Uint32Array; sums: Float64Array }>();
  const groupedBy = (by: readonly number[]) => {
    const key = by.join();
    let found = grouped.get(key);
    if (!found) {
      const groups = grouping.group(rows, by);
      found = { first: groups.first, sums: weigh(groups, weights) };
      grouped.set(key, found);
    }
    return found;
  };
  return counts.map((count) => {
    const { first, sums } = groupedBy(columnsOf(count));
    let total = 0;
    for (const [i, row] of first.entries()) {
      if (holds(columns, row, count)) total += sums[i]!;
    }
    return total;
  });
}

/** The least important quasi-identifier of a count; of a difference, all that tell the part. */
function suppressionFor(microdata: Microdata, { where, minus }: PublishedCount): number {
  const suppressions = (minus ?? where).flatMap(({ column }) => {
    const at = microdata.quasiIdentifiers.findIndex((columns) => columns.includes(column));
    return at < 0 ? [] : [suppressionOf(microdata, at)];
  });
  return minus ? suppressions.reduce((all, one) => all | one, 0) : Math.min(...suppressions);
}

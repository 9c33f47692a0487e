/**
 * k-anonymity by local suppression (Samarati & Sweeney 1998, Sweeney 2002): every record stands in
 * an equivalence class of at least k matters, and keeps as many quasi-identifiers as it can, the
 * most important first. Then any filter over the classes, and any difference of two filters, is 0
 * or at least k. Published counts ask for more: see differencing.ts.
 */
import { isUnsafe, THRESHOLD } from "../threshold.ts";
import { protectFromDifferencing } from "./differencing.ts";
import { EquivalenceClasses } from "./equivalence-classes.ts";
import { everyRow, Grouping, weigh } from "./grouping.ts";
import { columnsUnder, fullSuppression, type Microdata } from "./local-suppression.ts";
import type { PublishedCount } from "./published-counts.ts";

export interface Anonymised {
  /** By record, which quasi-identifiers are suppressed. */
  suppressions: Uint32Array;
  /** Published counts that still disclose something, because no class that shows them is left. */
  unprotected: PublishedCount[];
}

export function anonymise(microdata: Microdata, counts: readonly PublishedCount[]): Anonymised {
  const suppressions = leastSuppressions(microdata);
  const classes = new EquivalenceClasses(microdata, suppressions);
  enlargeFullySuppressed(microdata, classes);
  return { suppressions, unprotected: protectFromDifferencing(microdata, classes, counts) };
}

/** By record, the least suppression that puts it into a class of k; the full one where none does. */
function leastSuppressions(microdata: Microdata): Uint32Array {
  const { columns, weights } = microdata;
  const suppressions = new Uint32Array(weights.length);
  const grouping = new Grouping(columns);
  const full = fullSuppression(microdata);
  let rest = everyRow(weights.length);
  for (let suppression = 0; suppression <= full && rest.length > 0; suppression++) {
    const groups = grouping.group(rest, columnsUnder(microdata, suppression));
    const sums = weigh(groups, weights);
    let small = 0;
    for (let i = 0; i < rest.length; i++) {
      const row = rest[i]!;
      suppressions[row] = suppression;
      if (sums[groups.groupOf[i]!]! < THRESHOLD) rest[small++] = row;
    }
    rest = rest.subarray(0, small);
  }
  return suppressions;
}

/** Matters that are under k even fully suppressed take the smallest class to them. */
function enlargeFullySuppressed(microdata: Microdata, classes: EquivalenceClasses): void {
  const rest = classes.find((one) => classes.isFullySuppressed(one));
  if (rest === null || !isUnsafe(classes.weights[rest]!)) return;
  const smallest = classes.smallest((one) => one !== rest);
  if (smallest !== null) classes.suppress(smallest, fullSuppression(microdata));
}

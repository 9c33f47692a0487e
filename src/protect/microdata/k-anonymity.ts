/**
 * k-anonymity by local suppression (Samarati & Sweeney 1998, Sweeney 2002): every record stands in
 * an equivalence class of at least k matters, and keeps as many quasi-identifiers as it can, the
 * most important first. Then any filter over the classes, and any difference of two filters, is 0
 * or at least k. Published counts ask for more: see differencing.ts and mixed-remainder.ts.
 */
import { THRESHOLD } from "../threshold.ts";
import { protectFromDifferencing } from "./differencing.ts";
import { EquivalenceClasses } from "./equivalence-classes.ts";
import { everyRow, Grouping, weigh } from "./grouping.ts";
import { protectJointAttributes } from "./joint-attributes.ts";
import { columnsUnder, fullSuppression, type Microdata } from "./local-suppression.ts";
import { mixRemainder } from "./mixed-remainder.ts";
import type { PublishedCount } from "./published-counts.ts";

export interface Anonymised {
  /** By record, which quasi-identifiers are suppressed. */
  suppressions: Uint32Array;
  /** Published counts that still disclose something, because no class that shows them is left. */
  unprotected: PublishedCount[];
}

/** `populations`: by record, 1 where it belongs to the rows that published tables are of. */
export function anonymise(
  microdata: Microdata,
  counts: readonly PublishedCount[],
  populations: readonly Uint8Array[],
): Anonymised {
  const suppressions = leastSuppressions(microdata);
  const classes = new EquivalenceClasses(microdata, suppressions);
  const unprotected = protectFromDifferencing(microdata, classes, counts);
  mixRemainder(microdata, classes, populations);
  protectJointAttributes(microdata, classes);
  return { suppressions, unprotected };
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

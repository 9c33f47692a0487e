/**
 * Rows that may only leave where at least five are alike. Each row keeps as many attributes as it
 * can: the least important are masked first, until it stands in a class of five or more. Then any
 * filter over the classes, and any difference of two filters, is 0 or at least 5.
 *
 * Numbers published elsewhere (“watches”) are true and so count masked rows too. What such a
 * number has beyond the rows that show it must also be 0 or at least 5; where it is not, another
 * class is masked with it.
 */
import { Classes } from "./classes.ts";
import type { Codes } from "./columns.ts";
import { everyRow, Grouping, weigh } from "./groups.ts";
import { smallestMasks } from "./masks.ts";
import { fullMask, maskOf, type Pool } from "./pool.ts";
import { isSmall } from "./suppress.ts";

/** For each column that a number is about, the codes it counts. */
export interface Condition {
  column: number;
  takes: Uint8Array;
}

/** A published number, or what follows by taking a part from a whole. */
export interface Watch {
  all: readonly Condition[];
  /** Rows that meet all of these are taken out. */
  without?: readonly Condition[];
}

export interface Anonymous {
  /** By row, which units are masked: bit 0 is the least important. */
  masks: Uint32Array;
  /** Watches whose surplus stays small because no class that shows them is left. */
  left: Watch[];
}

export function anonymise(pool: Pool, watches: readonly Watch[]): Anonymous {
  const masks = smallestMasks(pool);
  const classes = new Classes(pool, masks);
  absorb(pool, classes);
  const left = settle(pool, classes, watches);
  return { masks, left };
}

/** Matters left over that are under five even with everything masked take the smallest class to them. */
function absorb(pool: Pool, classes: Classes): void {
  const rest = classes.find((one) => classes.isBlank(one));
  if (rest === null || !isSmall(classes.weights[rest]!)) return;
  const smallest = classes.smallest((one) => one !== rest);
  if (smallest !== null) classes.mask(smallest, fullMask(pool));
}

/** Masks classes until what each watch has beyond the rows that show it is 0 or at least five. */
function settle(pool: Pool, classes: Classes, watches: readonly Watch[]): Watch[] {
  const { columns, weights } = classes;
  const surplus = surpluses(pool, classes, watches);
  const left = new Set<number>();
  for (;;) {
    const w = surplus.findIndex((sum, i) => isSmall(sum) && !left.has(i));
    if (w < 0) return [...left].map((i) => watches[i]!);
    const watch = watches[w]!;
    const one = classes.smallest((one) => weights[one]! > 0 && isShown(columns, one, watch));
    if (one === null) {
      left.add(w);
      continue;
    }
    const weight = weights[one]!;
    const before = watches.map((other) => isShown(columns, one, other));
    const now = classes.mask(one, maskFor(pool, watch));
    for (const [i, was] of before.entries()) {
      if (!was || isShown(columns, now, watches[i]!)) continue;
      surplus[i]! += weight;
      left.delete(i);
    }
  }
}

/** What each watch has beyond the rows that show it: all that it counts, less what is shown of it. */
function surpluses(pool: Pool, classes: Classes, watches: readonly Watch[]): number[] {
  const counted = totals(watches, pool, isCounted);
  const shown = totals(watches, classes, isShown);
  return watches.map((_, i) => counted[i]! - shown[i]!);
}

/** What the rows weigh of which something holds; rows the same in a watch's columns are asked once. */
function totals(
  watches: readonly Watch[],
  { columns, weights }: Pick<Pool, "columns" | "weights">,
  holds: (columns: readonly Codes[], row: number, watch: Watch) => boolean,
): number[] {
  const grouping = new Grouping(columns);
  const rows = everyRow(weights.length);
  const known = new Map<string, { first: Uint32Array; sums: Float64Array }>();
  return watches.map((watch) => {
    const by = columnsOf(watch);
    let folded = known.get(by.join());
    if (!folded) {
      const groups = grouping.groups(by, rows);
      folded = { first: groups.first, sums: weigh(groups, weights) };
      known.set(by.join(), folded);
    }
    let total = 0;
    for (const [i, row] of folded.first.entries()) {
      if (holds(columns, row, watch)) total += folded.sums[i]!;
    }
    return total;
  });
}

/** The columns that a watch is about, each once, ascending. */
function columnsOf({ all, without = [] }: Watch): number[] {
  const columns = new Set([...all, ...without].map(({ column }) => column));
  return [...columns].sort((a, b) => a - b);
}

function isCounted(columns: readonly Codes[], row: number, { all, without }: Watch): boolean {
  const meets = ({ column, takes }: Condition) => takes[columns[column]![row]!] === 1;
  return all.every(meets) && !without?.every(meets);
}

/** Whether what is shown tells that it is counted, which an empty cell cannot. */
function isShown(columns: readonly Codes[], row: number, { all, without }: Watch): boolean {
  const tells = ({ column, takes }: Condition, wanted: 0 | 1) => {
    const code = columns[column]![row]!;
    return code !== 0 && takes[code] === wanted;
  };
  return all.every((one) => tells(one, 1)) && (!without || without.some((one) => tells(one, 0)));
}

/** The least important attribute of a number; of a difference, all that tell the part. */
function maskFor(pool: Pool, { all, without }: Watch): number {
  const masks = (without ?? all).flatMap(({ column }) => {
    const unit = pool.units.findIndex((columns) => columns.includes(column));
    return unit < 0 ? [] : [maskOf(pool, unit)];
  });
  return without ? masks.reduce((sum, one) => sum | one, 0) : Math.min(...masks);
}

/**
 * A sum of the whole bureau is published exactly. What rows one by one show of it, taken off, leaves
 * the rest: where that is a sum of people's matters that must not be known (dominance.ts), their
 * amounts leave as bands, and the rest is a range as well; where the range is narrow, not at all.
 */
import type { RowMetric } from "../../metrics/define.ts";
import type { Quantity } from "../../values/quantity.ts";
import type { Value } from "../../values/value.ts";
import { Contributions } from "../dominance.ts";
import { subpopulationOf } from "../subpopulations.ts";
import { IN_CLASS, INDIVIDUAL } from "./individual-rows.ts";
import type { KeptRows } from "./kept-rows.ts";
import { filtersOf, isCounted, type ValuesByKey } from "./published-counts.ts";

/** How the amounts of individual rows leave. */
export type Telling = "exact" | "bands" | "withheld";

/** Where the bands begin, in yuan. */
const BANDS = [0, 1_000, 5_000, 10_000, 50_000, 100_000, 500_000];

/** The band of an amount, as it is written; nothing is no amount, and stays what it is. */
export function bandOf(value: Value): Value {
  if (!isAmount(value) || value.value === 0) return value;
  const at = BANDS.findLastIndex((from) => from <= value.value);
  const to = BANDS[at + 1];
  return to === undefined ? `${BANDS[at]}及以上` : `${BANDS[at]}至不足${to}`;
}

/** How far the amounts of a band may lie apart; there is no end to the last. */
function widthOf({ value }: Quantity): number {
  if (value === 0) return 0;
  const at = BANDS.findLastIndex((from) => from <= value);
  return (BANDS[at + 1] ?? Number.POSITIVE_INFINITY) - BANDS[at]!;
}

/** How exactly amounts may be told, so that no published sum less what rows show tells too much. */
export function tellingOf(rows: KeptRows, columns: ValuesByKey): Telling {
  const rests = rows.metrics
    .flatMap((metric) => (metric.kind === "sum" ? restsOf(metric, rows, columns) : []))
    .filter(({ people }) => people.isUnsafe);
  if (rests.length === 0) return "exact";
  // The range must be as wide as the rest itself.
  return rests.every(({ people, width }) => width >= people.total) ? "bands" : "withheld";
}

interface Rest {
  /** What of the sum is of matters that must stand in classes. */
  people: Contributions;
  /** How far what individual rows show of it lies apart, in bands. */
  width: number;
}

/** Of each published sum of a metric, and of each of its groups. */
function restsOf(metric: RowMetric & { kind: "sum" }, rows: KeptRows, columns: ValuesByKey) {
  const amounts = columns.get(metric.of);
  if (!amounts) return [];
  const codes = rows.columns.map((column) => column.codes);
  const modes = rows.modes.codes;
  const where = filtersOf(subpopulationOf(metric), columns);
  const by = metric.by === undefined ? undefined : columns.get(metric.by);
  const rests = new Map<number, Rest>();
  for (let row = 0; row < modes.length; row++) {
    const amount = amounts.values[codes[amounts.index]![row]!]!;
    if (!isAmount(amount) || amount.value === 0) continue;
    if (!isCounted(codes, row, { where })) continue;
    for (const group of by ? [-1, codes[by.index]![row]!] : [-1]) {
      const rest = rests.get(group) ?? { people: new Contributions(), width: 0 };
      rests.set(group, rest);
      if (modes[row] === IN_CLASS) rest.people.add(amount.value);
      // What the report itself writes is known.
      else if (modes[row] === INDIVIDUAL) rest.width += widthOf(amount);
    }
  }
  return [...rests.values()];
}

function isAmount(value: Value): value is Quantity {
  return typeof value === "object" && value !== null && "qualifier" in value;
}

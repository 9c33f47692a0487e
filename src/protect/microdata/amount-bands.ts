/**
 * A sum of the whole bureau is published exactly. Where rows one by one show all of it but what fewer
 * than five people's matters come to, their amounts leave as bands: the rest is then a range as well.
 */
import type { RowMetric } from "../../metrics/define.ts";
import type { Quantity } from "../../values/quantity.ts";
import type { Value } from "../../values/value.ts";
import { subpopulationOf } from "../subpopulations.ts";
import { isUnsafe } from "../threshold.ts";
import { IN_CLASS } from "./individual-rows.ts";
import type { KeptRows } from "./kept-rows.ts";
import { filtersOf, isCounted, type ValuesByKey } from "./published-counts.ts";

/** Where the bands begin, in yuan. */
const BANDS = [0, 1_000, 5_000, 10_000, 50_000, 100_000, 500_000];

/** The band of an amount, as it is written; nothing is no amount, and stays what it is. */
export function bandOf(value: Value): Value {
  if (!isAmount(value) || value.value === 0) return value;
  const at = BANDS.findLastIndex((from) => from <= value.value);
  const to = BANDS[at + 1];
  return to === undefined ? `${BANDS[at]}及以上` : `${BANDS[at]}至不足${to}`;
}

/** Whether some published sum, less what the individual rows show, is of one to four matters. */
export function restIsOfFew(rows: KeptRows, columns: ValuesByKey): boolean {
  return rows.metrics.some(
    (metric) => metric.kind === "sum" && restsOf(metric, rows, columns).some(isUnsafe),
  );
}

/** Of each published sum of a metric, of how many matters that must stand in classes it holds an amount. */
function restsOf(
  metric: RowMetric & { kind: "sum" },
  rows: KeptRows,
  columns: ValuesByKey,
): number[] {
  const amounts = columns.get(metric.of);
  if (!amounts) return [];
  const codes = rows.columns.map((column) => column.codes);
  const modes = rows.modes.codes;
  const where = filtersOf(subpopulationOf(metric), columns);
  const by = metric.by === undefined ? undefined : columns.get(metric.by);
  const rests = new Map<number, number>([[-1, 0]]);
  for (let row = 0; row < modes.length; row++) {
    const amount = amounts.values[codes[amounts.index]![row]!]!;
    if (modes[row] !== IN_CLASS || !isAmount(amount) || amount.value === 0) continue;
    if (!isCounted(codes, row, { where })) continue;
    const count = rows.counts.values[rows.counts.codes[row]!] as Quantity | null;
    for (const group of by ? [-1, codes[by.index]![row]!] : [-1]) {
      rests.set(group, (rests.get(group) ?? 0) + Math.max(1, count?.value ?? 1));
    }
  }
  return [...rests.values()];
}

function isAmount(value: Value): value is Quantity {
  return typeof value === "object" && value !== null && "qualifier" in value;
}

/** From a number to its rows: the explorer's address that shows exactly what a metric counts. */

import type { Metric } from "../metrics/define.ts";
import { UNSTATED } from "../metrics/engine/counter.ts";
import { isLeftOut } from "../protect/attributes.ts";
import type { Year } from "../site/year.ts";
import { isExact } from "../values/amount.ts";
import { Engine } from "./engine.ts";
import { searchOf } from "./head.ts";
import { exploreTable } from "./table.ts";

/**
 * The address of the rows that a count metric (or one group of it) counts in a year. Null where
 * the explorer cannot show exactly those: another kind of metric, a column that is no filter, or
 * rows about people of which some do not show what they are.
 */
export function exploreHref(
  root: string,
  year: Year,
  metric: Metric,
  group?: string,
): string | null {
  if (metric.kind !== "count") return null;
  // What is left out of all numbers is not among the rows either.
  if (!Object.keys(metric.except ?? {}).every((key) => isLeftOut(metric, key))) return null;
  const { dataset, where, by } = metric;
  const figure = year.figures.get(metric.id);
  if (group !== undefined && figure?.groupsStated) return null;
  const amount =
    group === undefined
      ? figure?.computed
      : figure?.groups?.find(({ word }) => word === group)?.amount;
  if (!amount || !isExact(amount) || amount.value === 0) return null;
  const filters = new Map<string, readonly string[]>([["year", [String(year.year)]]]);
  for (const [key, words] of Object.entries(where)) {
    filters.set(key, typeof words === "string" ? [words] : words);
  }
  if (group !== undefined) {
    if (by === undefined) return null;
    filters.set(by, [group === UNSTATED ? "" : group]);
  }
  const engine = engineOf(year, dataset.id);
  const facets = ["year", ...(dataset.explore ?? [])];
  if (!engine || ![...filters.keys()].every((key) => facets.includes(key))) return null;
  const query = { filters, text: "", sort: null, by: "", of: "", page: 0 };
  const shown = engine.answer({ ...query, by: "year" });
  if (!shown.exact || shown.matters !== amount.value || shown.others.length > 0) return null;
  return `${root}explore/${dataset.id}/${searchOf(query, "")}`;
}

const engines = new WeakMap<Year, Map<string, Engine | null>>();

/** One year's rows, ready to count; made once. */
function engineOf(year: Year, id: string): Engine | null {
  let own = engines.get(year);
  if (!own) {
    own = new Map();
    engines.set(year, own);
  }
  let engine = own.get(id);
  if (engine === undefined) {
    const dataset = year.release(id)?.dataset;
    const table = dataset ? exploreTable([year], dataset) : null;
    engine = table ? new Engine(table) : null;
    own.set(id, engine);
  }
  return engine;
}

/** The counts that a dataset's metrics publish, and their differences, as filters of coded rows. */
import type { RowMetric, Where } from "../../metrics/define.ts";
import { UNSTATED } from "../../metrics/engine/counter.ts";
import type { Value } from "../../values/value.ts";
import {
  EMPTY_CELL,
  identityOf,
  isSubset,
  narrowed,
  type Subpopulation,
  subpopulationOf,
  wordsOf,
} from "../subpopulations.ts";
import type { Codes } from "./coded-columns.ts";

/** The codes of one column that are accepted: 1 by code. */
export interface CodeFilter {
  column: number;
  accepts: Uint8Array;
}

/** A published count, or what an intruder has of two by taking a part from a whole. */
export interface PublishedCount {
  where: readonly CodeFilter[];
  /** Rows that pass all of these are taken out. */
  minus?: readonly CodeFilter[];
}

/** Columns by key: where they stand, and their values by code. */
export type ValuesByKey = ReadonlyMap<string, { index: number; values: readonly Value[] }>;

/** Every count that the metrics publish, every group of it, and every difference of two of them. */
export function publishedCountsOf(
  metrics: readonly RowMetric[],
  columns: ValuesByKey,
): PublishedCount[] {
  const singles = subpopulationsOf(metrics, columns).map((subpopulation) => ({
    subpopulation,
    where: filtersOf(subpopulation, columns),
  }));
  const counts: PublishedCount[] = singles.map(({ where }) => ({ where }));
  for (const whole of singles) {
    for (const part of singles) {
      if (part === whole || !isSubset(part.subpopulation, whole.subpopulation)) continue;
      const minus = part.where.filter((one) => !whole.where.some((other) => isSame(one, other)));
      if (minus.length > 0) counts.push({ where: whole.where, minus });
    }
  }
  return counts;
}

/**
 * The rows that the published tables are of: all rows; the universe of a metric; what is broken
 * down.
 */
export function populationsOf(
  metrics: readonly RowMetric[],
  columns: ValuesByKey,
): (readonly CodeFilter[])[] {
  const found = new Map<string, Subpopulation>();
  const add = (where: Where) => {
    const one = { words: wordsOf(where), except: new Map() };
    if (Object.keys(where).every((key) => columns.has(key))) found.set(identityOf(one), one);
  };
  add({});
  for (const { where, universe, by } of metrics) {
    const conditions = Object.entries(where).filter(([key]) => key !== by);
    const isWhole = by === undefined && conditions.length < 2;
    if (!isWhole) add(Object.fromEntries(conditions.filter(([key]) => key === universe)));
    if (by !== undefined) add(Object.fromEntries(conditions));
  }
  return [...found.values()].map((one) => filtersOf(one, columns));
}

/** What is counted, each once; only what rows show can be held against them. */
function subpopulationsOf(metrics: readonly RowMetric[], columns: ValuesByKey): Subpopulation[] {
  const found = new Map<string, Subpopulation>();
  const add = (one: Subpopulation) => {
    const keys = [...one.words.keys(), ...one.except.keys()];
    if (keys.every((key) => columns.has(key))) found.set(identityOf(one), one);
  };
  for (const metric of metrics) {
    if (metric.kind !== "count") continue;
    const whole = subpopulationOf(metric);
    add(whole);
    if (metric.by === undefined) continue;
    for (const word of wordsIn(columns.get(metric.by)?.values ?? [])) {
      add(narrowed(whole, metric.by, word ?? UNSTATED));
    }
  }
  return [...found.values()];
}

/** The groups that a column makes: lists as they are joined in a breakdown. */
function wordsIn(values: readonly Value[]): (string | null)[] {
  return values.map((value) =>
    Array.isArray(value) ? value.join("、") : (value as string | null),
  );
}

export function filtersOf({ words, except }: Subpopulation, columns: ValuesByKey): CodeFilter[] {
  const filter = (wanted: 0 | 1) => {
    return ([key, set]: [string, ReadonlySet<string>]): CodeFilter => {
      const { index, values } = columns.get(key)!;
      return {
        column: index,
        accepts: Uint8Array.from(values, (value) => (says(value, set) ? wanted : 1 - wanted)),
      };
    };
  };
  return [...[...words].map(filter(1)), ...[...except].map(filter(0))];
}

function says(value: Value, words: ReadonlySet<string>): boolean {
  if (value === null) return words.has(EMPTY_CELL);
  if (typeof value === "string") return words.has(value);
  return Array.isArray(value) && value.some((word) => words.has(word));
}

function isSame(a: CodeFilter, b: CodeFilter): boolean {
  return a.column === b.column && a.accepts.every((accept, code) => accept === b.accepts[code]);
}

/** The columns that a count is about, each once, ascending. */
export function columnsOf({ where, minus = [] }: PublishedCount): number[] {
  const columns = new Set([...where, ...minus].map(({ column }) => column));
  return [...columns].sort((a, b) => a - b);
}

export function isCounted(
  columns: readonly Codes[],
  row: number,
  { where, minus }: PublishedCount,
): boolean {
  const passes = ({ column, accepts }: CodeFilter) => accepts[columns[column]![row]!] === 1;
  return where.every(passes) && !minus?.every(passes);
}

/** Whether what a row shows tells that it is counted, which an empty cell cannot. */
export function isShown(
  columns: readonly Codes[],
  row: number,
  { where, minus }: PublishedCount,
): boolean {
  const tells = ({ column, accepts }: CodeFilter, wanted: 0 | 1) => {
    const code = columns[column]![row]!;
    return code !== 0 && accepts[code] === wanted;
  };
  return where.every((one) => tells(one, 1)) && (!minus || minus.some((one) => tells(one, 0)));
}

/** The published numbers of a dataset, as conditions on coded rows. */

import type { RowMetric } from "../metrics/define.ts";
import { UNSTATED } from "../metrics/engine/counter.ts";
import type { Value } from "../values/value.ts";
import type { Condition, Watch } from "./anonymity.ts";
import { inside, keyOf, NO_WORD, type Place, placeOf, within } from "./places.ts";

/** A column's values by code; code 0 is an empty cell. */
export type Dictionaries = ReadonlyMap<string, { index: number; values: readonly Value[] }>;

/** Every count that the metrics publish, every group of it, and every difference of two of them. */
export function watchesOf(metrics: readonly RowMetric[], columns: Dictionaries): Watch[] {
  const places = new Map<string, Place>();
  const add = (place: Place) => {
    const keys = [...place.words.keys(), ...place.except.keys()];
    // What rows do not show cannot be held against them.
    if (keys.every((key) => columns.has(key))) places.set(keyOf(place), place);
  };
  for (const metric of metrics) {
    if (metric.kind !== "count") continue;
    const place = placeOf(metric);
    add(place);
    if (metric.by === undefined) continue;
    for (const word of wordsIn(columns.get(metric.by)?.values ?? [])) {
      add(within(place, metric.by, word ?? UNSTATED));
    }
  }
  const all = [...places.values()].map((place) => ({ place, all: conditionsOf(place, columns) }));
  const watches: Watch[] = all.map(({ all }) => ({ all }));
  for (const whole of all) {
    for (const part of all) {
      if (part === whole || !inside(part.place, whole.place)) continue;
      const own = part.all.filter((one) => !whole.all.some((other) => same(one, other)));
      if (own.length > 0) watches.push({ all: whole.all, without: own });
    }
  }
  return watches;
}

/** The groups that a column makes: lists as they are joined in a breakdown. */
function wordsIn(values: readonly Value[]): (string | null)[] {
  return values.map((value) =>
    Array.isArray(value) ? value.join("、") : (value as string | null),
  );
}

function conditionsOf({ words, except }: Place, columns: Dictionaries): Condition[] {
  const condition = (wanted: 0 | 1) => {
    return ([key, set]: [string, ReadonlySet<string>]): Condition => {
      const { index, values } = columns.get(key)!;
      return {
        column: index,
        takes: Uint8Array.from(values, (value) => (says(value, set) ? wanted : 1 - wanted)),
      };
    };
  };
  return [...[...words].map(condition(1)), ...[...except].map(condition(0))];
}

function says(value: Value, words: ReadonlySet<string>): boolean {
  if (value === null) return words.has(NO_WORD);
  if (typeof value === "string") return words.has(value);
  return Array.isArray(value) && value.some((word) => words.has(word));
}

function same(a: Condition, b: Condition): boolean {
  return a.column === b.column && a.takes.every((take, code) => take === b.takes[code]);
}

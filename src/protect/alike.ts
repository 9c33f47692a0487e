/** Alike rows as one: rows that hold the same before they are masked, and show the same after. */

import { weaker } from "../values/amount.ts";
import { exact, type Qualifier, type Quantity } from "../values/quantity.ts";
import type { Value } from "../values/value.ts";
import { shownCodes } from "./classes.ts";
import { type Codes, pick } from "./columns.ts";
import { everyRow, Grouping, type Groups, weigh } from "./groups.ts";
import type { KeptRows } from "./kept-rows.ts";
import type { Pool } from "./pool.ts";
import { isSmall } from "./suppress.ts";

export interface Alike extends Pool {
  /** By distinct row, how exact its weight is. */
  qualifiers: readonly Qualifier[];
}

/** Lines that each stand for alike rows. */
export interface Lines {
  /** By column, by line. */
  codes: readonly Codes[];
  /** How many matters a line stands for. */
  counts: readonly (Quantity | null)[];
}

/** Some of the rows as distinct ones; `told` are the columns in which they may differ. */
export function alikeOf(
  { columns, counts }: KeptRows,
  rows: Uint32Array,
  units: Pool["units"],
  told: Iterable<number>,
): Alike {
  const codes = columns.map((column) => column.codes);
  const sizes = columns.map(({ values }) => values.length);
  const groups = new Grouping(codes, sizes).groups(told, rows);
  const worth = counts.values.map(worthOf);
  const countCodes = counts.codes;
  const weights = new Float64Array(groups.first.length);
  for (let i = 0; i < rows.length; i++) {
    weights[groups.of[i]!]! += worth[countCodes[rows[i]!]!]!.value;
  }
  return {
    columns: codes.map((column) => pick(column, groups.first)),
    weights,
    units,
    qualifiers: weakest(groups, (row) => worth[countCodes[row]!]!.qualifier),
  };
}

/** What a row adds with its 件数: nothing certain where that is not known. */
function worthOf(count: Value): { value: number; qualifier: Qualifier } {
  const quantity = count as Quantity | null;
  return quantity === null || quantity.suppressed ? { value: 0, qualifier: "at_least" } : quantity;
}

/** What rows show under their masks, as lines; none that stands for one to four matters. */
export function linesOf(alike: Alike, masks: Uint32Array): Lines {
  const shown = shownCodes(alike, masks);
  const groups = new Grouping(shown).groups(alike.units.flat(), everyRow(masks.length));
  const weights = weigh(groups, alike.weights);
  const qualifiers = weakest(groups, (row) => alike.qualifiers[row]!);
  const lines = everyRow(weights.length).filter((line) => !isSmall(weights[line]!));
  const first = pick(groups.first, lines) as Uint32Array;
  return {
    codes: shown.map((codes) => pick(codes, first)),
    counts: [...lines].map((line) => countOf(weights[line]!, qualifiers[line]!)),
  };
}

function countOf(value: number, qualifier: Qualifier): Quantity | null {
  if (qualifier === "exact") return exact(value);
  return value === 0 ? null : { value, qualifier };
}

/** By group, the weakest qualifier of its rows. */
function weakest({ rows, of, first }: Groups, qualifierOf: (row: number) => Qualifier) {
  const found = new Array<Qualifier>(first.length).fill("exact");
  for (let i = 0; i < rows.length; i++) {
    const qualifier = qualifierOf(rows[i]!);
    if (qualifier !== "exact") found[of[i]!] = weaker(found[of[i]!]!, qualifier);
  }
  return found;
}

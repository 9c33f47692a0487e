/** A problem as the page says it, and which cells it is about. */
import { KINDS } from "../ingest/problems/kinds.ts";
import type { Problem } from "../ingest/problems/problems.ts";
import { placesText } from "../ingest/problems/words.ts";
import type { SaidProblem } from "./desk-state.ts";

export function said(problem: Problem): SaidProblem {
  const { severity, code, column, why, fix, instead } = problem;
  const title = `${KINDS[code][1]}${column ? `（${column}）` : ""}`;
  const places = placesText({ ...problem, places: problem.places.slice(0, PLACES_SAID) });
  return { severity, title, places, why, fix, ...(instead ? { instead } : {}) };
}
const PLACES_SAID = 5;

/** In place of a column: the row as a whole. */
export const WHOLE_ROW = -1;

/** B12 or 第12行 → its place, zero-based; null for what names no row. */
export function placeOf(cell: string): { row: number; column: number } | null {
  const [, letters = "", digits] = /^([A-Z]{1,3})(\d+)$/.exec(cell) ?? [];
  if (digits) {
    let column = 0;
    for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
    return { row: Number(digits) - 1, column: column - 1 };
  }
  const row = /^第(\d+)行/.exec(cell)?.[1];
  return row ? { row: Number(row) - 1, column: WHOLE_ROW } : null;
}

/** By zero-based row, then column (-1 the row as a whole): the places of problems in their list. */
export type Marks = Map<number, Map<number, number[]>>;

/** Those of a table of so many rows. */
export function marksOf(problems: readonly Problem[], length: number): Marks {
  const marks: Marks = new Map();
  for (const [at, { places, severity }] of problems.entries()) {
    if (severity === "note") continue;
    for (const { cell } of places) {
      const place = placeOf(cell);
      if (!place || place.row >= length) continue;
      const row = marks.get(place.row) ?? new Map<number, number[]>();
      row.set(place.column, [...(row.get(place.column) ?? []), at]);
      marks.set(place.row, row);
    }
  }
  return marks;
}

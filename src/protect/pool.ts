/** Rows that may only leave where at least five are alike. */
import type { Codes } from "./columns.ts";

/** Distinct rows: codes by column (0: empty cell) and how many matters each stands for. */
export interface Pool {
  columns: readonly Codes[];
  weights: Float64Array;
  /** Columns masked together, the most important first; columns in none of them are never shown. */
  units: readonly (readonly number[])[];
}

/** The mask of a single unit. Masks are numbers, and bit 0 is the least important unit. */
export function maskOf({ units }: Pool, unit: number): number {
  return 1 << (units.length - 1 - unit);
}

/** The mask of all units. */
export function fullMask({ units }: Pool): number {
  return 2 ** units.length - 1;
}

/** The columns that are shown under a mask. */
export function shownUnder(pool: Pool, mask: number): number[] {
  return pool.units.flatMap((columns, unit) => (mask & maskOf(pool, unit) ? [] : columns));
}

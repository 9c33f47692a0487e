/** What a cell tells of its row by itself, whatever else stands there. */
import type { Header } from "./header.ts";
import { ROW_CHECKS } from "./row-checks.ts";
import type { RowKind } from "./row-kind.ts";
import { ROW_KINDS } from "./row-kinds.ts";

/** The row must be looked at as a whole: it may be no data, or fail a check. */
export const CLOSER = 1;

const KINDS: readonly RowKind[] = Object.values(ROW_KINDS);
const CHECKS = Object.values(ROW_CHECKS).flat();
/** Each kind that some cell can rule out, under a bit of its own. */
const DENIABLE = KINDS.flatMap((kind) => ("neverWith" in kind ? [kind.neverWith] : [])).map(
  (test, i) => ({ test, bit: 2 << i }),
);
const NEEDS_ONE = [...KINDS, ...CHECKS].flatMap((one) => ("onlyWith" in one ? [one.onlyWith] : []));

/** All kinds are ruled out that a cell can rule out. Cells of a row do so together. */
export const DATA = DENIABLE.reduce((all, { bit }) => all | bit, 0);
/** The first bit that has no meaning here. */
export const FREE = DATA + 2;

/** Whether a row is data and passes every check, by what all its cells tell of it. */
export function tellsData(flags: number): boolean {
  return (flags & CLOSER) === 0 && (flags & DATA) === DATA;
}

/** What one cell tells: all of DATA and not CLOSER, among the cells of a row, is enough. */
export function flagsOf(cell: string, index: number, header: Header): number {
  if (NEEDS_ONE.some((test) => test(cell, index, header))) return CLOSER;
  let flags = 0;
  for (const { test, bit } of DENIABLE) if (test(cell, index, header)) flags |= bit;
  return flags;
}

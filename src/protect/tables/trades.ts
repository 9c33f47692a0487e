/**
 * A trade: two matters change a word with each other, of a column that the released lines show of
 * neither. Every total by one column stays, and every line: so what the trade changes cannot be
 * worked out from them. In a table of two columns it changes the four cells in which the two words
 * meet those of the other column; where none of the four is published, nothing published changes.
 */
import type { Dataset } from "../../datasets/define.ts";
import type { Grid } from "./grid.ts";

/** The matters behind some tables: rows that hold the same are one, as the release makes them. */
export interface Traders {
  /** So many different ones; each stands for one matter at least. */
  size: number;
  /** By column, the number of its word in each; the same number, the same word. */
  codes: ReadonlyMap<string, ArrayLike<number>>;
  /** Whether no released line shows what one holds in a column. */
  hides(one: number, key: string): boolean;
  /** By table, the cell in which each is counted. */
  cells: ReadonlyMap<Grid, Int32Array>;
}

/**
 * The columns that must change hands together, so that no matter says what cannot be: those worked
 * out of the same ones, those that say the same, and those that the same day brings.
 */
export function tiedTo(
  { sameAttribute = [], afterwards = [], derived = {} }: Dataset,
  key: string,
): readonly string[] {
  const ties: readonly (readonly string[])[] = [
    ...sameAttribute,
    ...afterwards.map(({ day, column }) => [day, column]),
    ...Object.entries(derived).map(([own, { from }]) => [own, ...from]),
  ];
  const found = new Set([key]);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const tie of ties)
      if (tie.some((one) => found.has(one))) for (const one of tie) found.add(one);
  }
  return [...found];
}

/** So many partners are looked at before the best of them will do. */
const ENOUGH = 4_000;

export interface Trade {
  /** The published cells that must be withheld for it. */
  gives: readonly (readonly [Grid, number])[];
  cost: number;
}

/** The trade that changes a cell and costs the least; null where there is none. */
export function cheapestTrade(
  traders: Traders,
  target: Grid,
  cell: number,
  bundle: readonly string[],
): Trade | null {
  const keys = bundle.filter((key) => traders.codes.has(key));
  const told = target.metric.by.find((key) => bundle.includes(key));
  if (told === undefined) return null;
  const own = traders.cells.get(target)!;
  const able = [...Array(traders.size).keys()].filter((one) => traders.hides(one, told));
  let best: Trade | null = null;
  for (const one of able) {
    if (own[one] !== cell) continue;
    for (const [looked, other] of able.entries()) {
      if (!changes(target, cell, own[other]!)) continue;
      if (best && looked > ENOUGH) break;
      if (!mayTrade(traders, keys, one, other)) continue;
      const trade = priced(traders, bundle, one, other, best?.cost ?? Number.POSITIVE_INFINITY);
      if (trade) best = trade;
      if (best?.cost === 0) return best;
    }
  }
  return best;
}

function changes(grid: Grid, cell: number, other: number): boolean {
  return (
    other >= 0 &&
    grid.rowOf(cell) !== grid.rowOf(other) &&
    grid.columnOf(cell) !== grid.columnOf(other)
  );
}

/** Whether lines show neither's word, or both have the same, in each of the columns. */
function mayTrade(
  { codes, hides }: Traders,
  keys: readonly string[],
  one: number,
  other: number,
): boolean {
  return keys.every((key) => {
    const column = codes.get(key)!;
    return column[one] === column[other] || (hides(one, key) && hides(other, key));
  });
}

/** What a trade costs over all tables; null where that is no less than another one. */
function priced(
  { cells }: Traders,
  bundle: readonly string[],
  one: number,
  other: number,
  limit: number,
): Trade | null {
  let cost = 0;
  const gives: (readonly [Grid, number])[] = [];
  for (const [grid, own] of cells) {
    const moved = grid.metric.by.filter((key) => bundle.includes(key)).length;
    const [a, b] = [own[one]!, own[other]!];
    if (moved !== 1 || a < 0 || b < 0 || !changes(grid, a, b)) continue;
    const crossed = [
      grid.cell(grid.rowOf(a), grid.columnOf(b)),
      grid.cell(grid.rowOf(b), grid.columnOf(a)),
    ];
    for (const cell of [a, b, ...crossed]) {
      if (grid.published[cell] === 0) continue;
      cost += grid.cost(cell);
      if (cost >= limit) return null;
      gives.push([grid, cell]);
    }
  }
  return cost < limit ? { gives, cost } : null;
}

/**
 * Cell suppression (Hundepool et al., Statistical Disclosure Control, 2012, ch. 4). Primary: cells
 * of fewer than five. Secondary: others, so that no small one follows from what remains, the totals
 * by one column and the released lines. All that is withheld looks alike.
 * - What a row or a column withholds is five matters at least, or nothing: its total is public.
 * - Every number of one to four, in a cell or as a part of one, has a trade (trades.ts): the same data with that number another, and
 *   all that is published the same, in all tables at once.
 */
import { isUnsafe } from "../threshold.ts";
import type { Grid } from "./grid.ts";
import {
  cheapestTrade,
  partsOf,
  type Target,
  type Trade,
  type Traders,
  targetOf,
  tiedTo,
} from "./trades.ts";

/** Withholds cells of tables of the same matters, until none of them gives a small number away. */
export function suppress(grids: readonly Grid[], traders: Traders): void {
  for (const grid of grids) fillLines(grid);
  for (const grid of grids) {
    const cells = grid.small.map((cell) => [cell, targetOf(traders, grid, cell)] as const);
    const own = traders.cells.get(grid)!;
    const parts = partsOf(traders, grid).map((part) => [own[part.members[0]!]!, part] as const);
    for (const [cell, target] of [...cells, ...parts]) {
      const trade = bestTrade(target, traders);
      if (trade) for (const [of, given] of trade.gives) of.published[given] = 0;
      // Nobody can trade with it: its row and its column say nothing.
      else for (const line of grid.lines) if (line.includes(cell)) withhold(grid, line);
    }
  }
  for (const grid of grids) fillLines(grid);
}

function bestTrade(target: Target, traders: Traders): Trade | null {
  const { dataset, by } = target.grid.metric;
  let best: Trade | null = null;
  for (const key of by) {
    const trade = cheapestTrade(traders, target, tiedTo(dataset, key));
    if (trade && (!best || trade.cost < best.cost)) best = trade;
    if (best?.cost === 0) return best;
  }
  return best;
}

function withhold(grid: Grid, cells: readonly number[]): void {
  for (const cell of cells) grid.published[cell] = 0;
}

/** Withholds more of every line of which fewer than five are withheld; it may be a column's turn again. */
function fillLines(grid: Grid): void {
  for (let again = true; again; ) {
    again = false;
    for (const line of grid.lines) {
      const withheld = line
        .filter((cell) => grid.published[cell] === 0)
        .reduce((sum, cell) => sum + grid.counts[cell]!, 0);
      if (!isUnsafe(withheld)) continue;
      const [cheapest] = line
        .filter((cell) => grid.published[cell] === 1)
        .sort((a, b) => grid.cost(a) - grid.cost(b) || a - b);
      if (cheapest === undefined) continue;
      grid.published[cheapest] = 0;
      again = true;
    }
  }
}

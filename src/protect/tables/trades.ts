/**
 * A trade: two matters change a word with each other, of a column that the released lines show of
 * neither. Every total by one column stays, and every line: so what the trade changes cannot be
 * worked out from them. Where medians by the column are public, both have the same span, so that these
 * stay as well: that there is one tells how many have a value, and which it is, how many are on
 * either side. In a table of two columns it changes the four cells in which the two words
 * meet those of the other column; where none of the four is published, nothing published changes.
 */
import type { Dataset } from "../../datasets/define.ts";
import { isUnsafe } from "../threshold.ts";
import type { Grid } from "./grid.ts";

/** The matters behind some tables: rows that hold the same are one, as the release makes them. */
export interface Traders {
  /** So many different ones; each stands for one matter at least. */
  size: number;
  /** How many each stands for. */
  weights: ArrayLike<number>;
  /** By column, the number of its word in each; the same number, the same word. */
  codes: ReadonlyMap<string, ArrayLike<number>>;
  quantiles: readonly Quantiles[];
  /** Whether no released line shows what one holds in a column. */
  hides(one: number, key: string): boolean;
  /** By table, the cell in which each is counted. */
  cells: ReadonlyMap<Grid, Int32Array>;
}

/** Public quantiles by a column. */
export interface Quantiles {
  of: string;
  by: string;
  /** The columns that tell the span of a value. */
  spans: readonly string[];
  /** By matter, 1 where its group is large enough to have one. */
  told: Uint8Array;
}

/** A number that a trade must change: a cell of a table, or a part of one that counts words as one. */
export interface Target {
  grid: Grid;
  members: readonly number[];
  /** Whether it is another number when a member trades with this one. */
  changesWith(other: number): boolean;
}

export function targetOf({ size, cells }: Traders, grid: Grid, cell: number): Target {
  const own = cells.get(grid)!;
  return {
    grid,
    members: everyOne(size).filter((one) => own[one] === cell),
    changesWith: (other) => changes(grid, cell, own[other]!),
  };
}

/**
 * The small numbers within what a table counts as one, where the lines show all the rest of it: of
 * ten that are late, six are shown as open, and a median tells that the other four are closed.
 */
export function partsOf({ size, cells, codes, weights, hides }: Traders, grid: Grid): Target[] {
  const own = cells.get(grid)!;
  const { by, merged } = grid.metric;
  const [rows, columns] = by.map((key) => codes.get(key));
  if (!merged || !rows || !columns) return [];
  const counted = everyOne(size).filter((one) => own[one]! >= 0);
  const hidden = counted.filter((one) => by.some((key) => hides(one, key)));
  return [...Map.groupBy(hidden, (one) => own[one]!).values()].flatMap((rest) => {
    const word = columns[rest[0]!]!;
    if (rest.some((one) => columns[one] !== word)) return [];
    const row = rows[rest[0]!]!;
    const members = counted.filter((one) => rows[one] === row && columns[one] === word);
    if (!isUnsafe(members.reduce((sum, one) => sum + weights[one]!, 0))) return [];
    const changesWith = (other: number) =>
      own[other]! >= 0 && rows[other] !== row && columns[other] !== word;
    return [{ grid, members, changesWith }];
  });
}

function everyOne(size: number): number[] {
  return [...Array(size).keys()];
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

/** The trade that changes a number and costs the least; null where there is none. */
export function cheapestTrade(
  traders: Traders,
  { grid, members, changesWith }: Target,
  bundle: readonly string[],
): Trade | null {
  const keys = bundle.filter((key) => traders.codes.has(key));
  const told = grid.metric.by.find((key) => bundle.includes(key));
  if (told === undefined) return null;
  const moved = traders.quantiles.filter(
    ({ of, by }) => bundle.includes(of) !== bundle.includes(by),
  );
  const able = everyOne(traders.size).filter((one) => traders.hides(one, told));
  let best: Trade | null = null;
  for (const one of members) {
    if (!traders.hides(one, told)) continue;
    for (const [looked, other] of able.entries()) {
      if (!changesWith(other)) continue;
      if (best && looked > ENOUGH) break;
      if (!mayTrade(traders, keys, moved, one, other)) continue;
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

/**
 * Whether lines show neither's word, or both have the same, in each of the columns; and quantiles
 * that the trade moves stay.
 */
function mayTrade(
  { codes, hides }: Traders,
  keys: readonly string[],
  quantiles: readonly Quantiles[],
  one: number,
  other: number,
): boolean {
  const isSame = (key: string) => codes.get(key)![one] === codes.get(key)![other];
  return (
    quantiles.every(
      ({ spans, told }) => (told[one] === 0 && told[other] === 0) || spans.every(isSame),
    ) && keys.every((key) => isSame(key) || (hides(one, key) && hides(other, key)))
  );
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

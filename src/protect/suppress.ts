/**
 * Small numbers about people: which cells of published tables are withheld, so that none of 1 to 4
 * follows from what stays. Pure: cells and the sums that bind them in, a state for each cell out.
 */
import { Bounds, type Equation, reduce } from "./bounds.ts";

/** The smallest number about people that may be published. */
export const LEAST = 5;

/** known: published; suppressed: `<5`; hidden: withheld because it would give another one away. */
export type State = "known" | "suppressed" | "hidden";

export interface Cell {
  value: number;
  /** Already public elsewhere, as in the report itself: never withheld. */
  fixed?: boolean;
  /** Never published, but follows when both sides of a subtraction are. */
  implied?: boolean;
}

/** One cell is what others add up to. */
export interface Sum {
  total: number;
  parts: readonly number[];
}

export function isSmall(value: number): boolean {
  return value > 0 && value < LEAST;
}

/**
 * States of the cells. `open` are sums whose parts cannot be protected because the total is public
 * and there is nothing left to withhold: their parts may not be published at all.
 */
export function suppress(
  published: readonly Cell[],
  breakdowns: readonly Sum[],
): { states: State[]; open: Sum[] } {
  const { cells, sums } = withUnions(published, breakdowns);
  const { states, open } = withhold(cells, sums);
  return {
    states: states.slice(0, published.length),
    open: open.filter((sum) => breakdowns.includes(sum)),
  };
}

/** The small parts of a breakdown together: a number of 1 to 4 as well, if no more than one hides it. */
function withUnions(
  published: readonly Cell[],
  breakdowns: readonly Sum[],
): { cells: Cell[]; sums: Sum[] } {
  const [cells, sums] = [[...published], [...breakdowns]];
  for (const { parts } of breakdowns) {
    const small = parts.filter((i) => !cells[i]!.fixed && isSmall(cells[i]!.value));
    const value = small.reduce((sum, i) => sum + cells[i]!.value, 0);
    if (small.length < 2 || !isSmall(value)) continue;
    sums.push({ total: cells.length, parts: small });
    cells.push({ value, implied: true });
  }
  return { cells, sums };
}

function withhold(cells: readonly Cell[], sums: readonly Sum[]): { states: State[]; open: Sum[] } {
  const states: State[] = cells.map(({ value, fixed, implied }) =>
    !fixed && !implied && isSmall(value) ? "suppressed" : "known",
  );
  const secret = cells.flatMap(({ value, fixed }, i) => (!fixed && isSmall(value) ? [i] : []));
  const open = new Set<Sum>();
  if (secret.length === 0) return { states, open: [] };
  for (;;) {
    const found = exposed(cells, sums, states, secret, open);
    if (found === null) return { states, open: [...open] };
    const next = cheapest(cells, sums, states, found);
    if (next !== null) states[next] = "hidden";
    else {
      const loose = sums.filter((sum) => !open.has(sum) && touches(sum, found));
      // Nothing binds it any more: it cannot be exposed.
      if (loose.length === 0) return { states, open: [...open] };
      for (const sum of loose) open.add(sum);
    }
  }
}

/** A secret cell that follows from what is published, or null. */
function exposed(
  cells: readonly Cell[],
  sums: readonly Sum[],
  states: readonly State[],
  secret: readonly number[],
  open: ReadonlySet<Sum>,
): number | null {
  const unknown = (i: number) => cells[i]!.implied === true || states[i] !== "known";
  const bounds = new Bounds(cells.length);
  for (const [i, { value, implied }] of cells.entries()) {
    if (implied) continue;
    const [low, high] = told(value, states[i]!);
    bounds.set(i, low, high);
  }
  const equations: Equation[] = [];
  for (const sum of sums) {
    if (open.has(sum)) continue;
    const terms = new Map<number, number>();
    let right = 0;
    const add = (i: number, factor: number) => {
      if (unknown(i)) terms.set(i, (terms.get(i) ?? 0) + factor);
      else right -= factor * cells[i]!.value;
    };
    add(sum.total, -1);
    for (const part of sum.parts) add(part, 1);
    if (terms.size > 0) equations.push({ terms, right });
  }
  bounds.tighten([...equations, ...reduce(equations)]);
  return secret.find((i) => bounds.width(i) === 0) ?? null;
}

/** What a reader knows of a published cell. That medians need ten matters is known as well. */
function told(value: number, state: State): [number, number] {
  if (state === "known") return [value, value];
  if (state === "suppressed") return [1, LEAST - 1];
  return value < 10 ? [LEAST, 9] : [10, Number.POSITIVE_INFINITY];
}

function touches({ total, parts }: Sum, cell: number): boolean {
  return total === cell || parts.includes(cell);
}

/**
 * The cell to withhold next: the smallest part bound to the exposed one by the fewest sums; a
 * total only where no part is left.
 */
function cheapest(
  cells: readonly Cell[],
  sums: readonly Sum[],
  states: readonly State[],
  start: number,
): number | null {
  const seen = new Set([start]);
  let reach = [start];
  while (reach.length > 0) {
    const near = sums.filter((sum) => reach.some((i) => touches(sum, i)));
    const may = (i: number) =>
      states[i] === "known" && !cells[i]!.fixed && !cells[i]!.implied && cells[i]!.value >= LEAST;
    const totals = new Set(sums.filter(({ parts }) => parts.length > 2).map(({ total }) => total));
    const candidates = [...new Set(near.flatMap(({ total, parts }) => [total, ...parts]))]
      .filter(may)
      .sort(
        (a, b) =>
          Number(totals.has(a)) - Number(totals.has(b)) || cells[a]!.value - cells[b]!.value,
      );
    if (candidates[0] !== undefined) return candidates[0];
    reach = [...new Set(near.flatMap(({ total, parts }) => [total, ...parts]))].filter(
      (i) => !seen.has(i) && (states[i] !== "known" || cells[i]!.implied === true),
    );
    for (const i of reach) seen.add(i);
  }
  return null;
}

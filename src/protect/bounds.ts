/** What linear equations over whole numbers that are not negative say about each of them. */

/** Σ factor × number = right. */
export interface Equation {
  terms: ReadonlyMap<number, number>;
  right: number;
}

const NEARLY = 1e-9;

/** For every number the least and the most it can be. */
export class Bounds {
  readonly #low: Float64Array;
  readonly #high: Float64Array;

  constructor(count: number) {
    this.#low = new Float64Array(count);
    this.#high = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  }

  set(i: number, low: number, high: number): void {
    this.#low[i] = low;
    this.#high[i] = high;
  }

  get(i: number): [number, number] {
    return [this.#low[i]!, this.#high[i]!];
  }

  width(i: number): number {
    return this.#high[i]! - this.#low[i]!;
  }

  /** Takes what each equation leaves for each of its numbers, until nothing changes. */
  tighten(equations: readonly Equation[], rounds = 200): void {
    let changed = true;
    for (let round = 0; changed && round < rounds; round++) {
      changed = false;
      for (const equation of equations) changed = this.#apply(equation) || changed;
    }
  }

  #apply({ terms, right }: Equation): boolean {
    // Least and most of the sum; infinite parts are counted apart, so that one of them can be taken out.
    let [least, most, freeBelow, freeAbove] = [0, 0, 0, 0];
    for (const [i, factor] of terms) {
      const [low, high] = this.#span(i, factor);
      if (Number.isFinite(low)) least += low;
      else freeBelow++;
      if (Number.isFinite(high)) most += high;
      else freeAbove++;
    }
    let changed = false;
    for (const [i, factor] of terms) {
      const [low, high] = this.#span(i, factor);
      const othersFreeAbove = freeAbove - (Number.isFinite(high) ? 0 : 1);
      const othersFreeBelow = freeBelow - (Number.isFinite(low) ? 0 : 1);
      const from =
        othersFreeAbove > 0
          ? Number.NEGATIVE_INFINITY
          : right - (most - (Number.isFinite(high) ? high : 0));
      const to =
        othersFreeBelow > 0
          ? Number.POSITIVE_INFINITY
          : right - (least - (Number.isFinite(low) ? low : 0));
      const [a, b] = factor > 0 ? [from / factor, to / factor] : [to / factor, from / factor];
      const [down, up] = [Math.ceil(a - NEARLY), Math.floor(b + NEARLY)];
      if (down > this.#low[i]!) {
        this.#low[i] = down;
        changed = true;
      }
      if (up < this.#high[i]!) {
        this.#high[i] = up;
        changed = true;
      }
    }
    return changed;
  }

  #span(i: number, factor: number): [number, number] {
    const [a, b] = [this.#low[i]! * factor, this.#high[i]! * factor];
    return factor > 0 ? [a, b] : [b, a];
  }
}

/** The equations solved into each other (reduced row echelon form): what follows from several at once. */
export function reduce(equations: readonly Equation[]): Equation[] {
  const rows = equations.map(({ terms, right }) => ({ terms: new Map(terms), right }));
  const done: typeof rows = [];
  for (const row of rows) {
    for (const { terms, right } of done) {
      const [pivot = -1] = terms.keys();
      const factor = row.terms.get(pivot);
      if (factor !== undefined) subtract(row, { terms, right }, factor);
    }
    const first = [...row.terms].find(([, factor]) => Math.abs(factor) > NEARLY);
    if (!first) continue;
    const [pivot, factor] = first;
    // The pivot stands first, with factor 1.
    const scaled = { terms: new Map([[pivot, 1]]), right: row.right / factor };
    for (const [i, f] of row.terms) if (i !== pivot) scaled.terms.set(i, f / factor);
    for (const other of done) {
      const f = other.terms.get(pivot);
      if (f !== undefined) subtract(other, scaled, f);
    }
    done.push(scaled);
  }
  return done;
}

function subtract(
  from: { terms: Map<number, number>; right: number },
  row: Equation,
  factor: number,
): void {
  for (const [i, f] of row.terms) {
    const left = (from.terms.get(i) ?? 0) - factor * f;
    if (Math.abs(left) > NEARLY) from.terms.set(i, left);
    else from.terms.delete(i);
  }
  from.right -= factor * row.right;
}

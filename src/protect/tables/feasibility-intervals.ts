/**
 * The feasibility interval of each number: the least and the most it can be, given that numbers are
 * whole and not negative and that equations tie them (Hundepool et al. 2012 call the search for
 * them the intruder's, or the auditor's, problem). Bounds are carried from number to number until
 * none moves, as in the shuttle algorithm (Buzzigoli & Giusti 1999), instead of a linear programme
 * for each.
 */

/** Σ factor × number = right. */
export interface LinearEquation {
  terms: ReadonlyMap<number, number>;
  right: number;
}

const NEARLY = 1e-9;

export class FeasibilityIntervals {
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

  width(i: number): number {
    return this.#high[i]! - this.#low[i]!;
  }

  /** Takes what each equation leaves for each of its numbers, until nothing changes. */
  tighten(equations: readonly LinearEquation[], rounds = 200): void {
    let changed = true;
    for (let round = 0; changed && round < rounds; round++) {
      changed = false;
      for (const equation of equations) changed = this.#apply(equation) || changed;
    }
  }

  #apply({ terms, right }: LinearEquation): boolean {
    // Least and most of the sum; infinite terms are counted apart, so that one of them can be taken out.
    let [least, most, infiniteBelow, infiniteAbove] = [0, 0, 0, 0];
    for (const [i, factor] of terms) {
      const [low, high] = this.#multiple(i, factor);
      if (Number.isFinite(low)) least += low;
      else infiniteBelow++;
      if (Number.isFinite(high)) most += high;
      else infiniteAbove++;
    }
    let changed = false;
    for (const [i, factor] of terms) {
      const [low, high] = this.#multiple(i, factor);
      const from = right - sumOfOthers(most, infiniteAbove, high, Number.POSITIVE_INFINITY);
      const to = right - sumOfOthers(least, infiniteBelow, low, Number.NEGATIVE_INFINITY);
      const [a, b] = factor > 0 ? [from / factor, to / factor] : [to / factor, from / factor];
      changed = this.#narrow(i, Math.ceil(a - NEARLY), Math.floor(b + NEARLY)) || changed;
    }
    return changed;
  }

  /** The interval of factor × number. */
  #multiple(i: number, factor: number): [number, number] {
    const [a, b] = [this.#low[i]! * factor, this.#high[i]! * factor];
    return factor > 0 ? [a, b] : [b, a];
  }

  #narrow(i: number, low: number, high: number): boolean {
    let changed = false;
    if (low > this.#low[i]!) {
      this.#low[i] = low;
      changed = true;
    }
    if (high < this.#high[i]!) {
      this.#high[i] = high;
      changed = true;
    }
    return changed;
  }
}

/** A sum less one of its terms; `finite` is the sum of those that are, `infinite` how many are not. */
function sumOfOthers(finite: number, infinite: number, own: number, infinity: number): number {
  if (Number.isFinite(own)) return infinite > 0 ? infinity : finite - own;
  return infinite > 1 ? infinity : finite;
}

/** The equations in reduced row echelon form: what follows from several at once. */
export function rowReduced(equations: readonly LinearEquation[]): LinearEquation[] {
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
  row: LinearEquation,
  factor: number,
): void {
  for (const [i, f] of row.terms) {
    const left = (from.terms.get(i) ?? 0) - factor * f;
    if (Math.abs(left) > NEARLY) from.terms.set(i, left);
    else from.terms.delete(i);
  }
  from.right -= factor * row.right;
}

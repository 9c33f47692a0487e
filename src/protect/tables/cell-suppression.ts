/**
 * Cell suppression in tables of counts (Hundepool et al. 2012). Primary: a cell below the threshold
 * is printed `<5`. Complementary (Fellegi 1972, Cox 1980): because rows and columns add up, further
 * cells are withheld until an intruder who subtracts is certain of none of the unsafe ones. Pure:
 * cells and the relations between them in, a status for each cell out.
 */
import { isUnsafe, THRESHOLD } from "../threshold.ts";
import { FeasibilityIntervals, type LinearEquation, rowReduced } from "./feasibility-intervals.ts";

/** Published; suppressed primarily, as `<5`; suppressed complementarily, as 隐去. */
export type CellStatus = "known" | "suppressed" | "hidden";

export interface TableCell {
  value: number;
  /** Already public elsewhere, as in the report itself: never withheld. */
  alreadyPublic?: boolean;
  /** Never printed, but follows when both sides of a subtraction are. */
  implied?: boolean;
}

/** One cell is what others add up to. */
export interface AdditiveRelation {
  total: number;
  parts: readonly number[];
}

export interface Suppressed {
  /** By cell. */
  status: CellStatus[];
  /**
   * Relations whose parts cannot be protected because the total is public and there is nothing left
   * to withhold: their parts may not be published at all.
   */
  unprotectable: AdditiveRelation[];
}

export function suppress(
  published: readonly TableCell[],
  breakdowns: readonly AdditiveRelation[],
): Suppressed {
  const { cells, relations } = withUnions(published, breakdowns);
  const { status, unprotectable } = new CellSuppression(cells, relations).run();
  return {
    status: status.slice(0, published.length),
    unprotectable: unprotectable.filter((relation) => breakdowns.includes(relation)),
  };
}

/** The unsafe parts of a breakdown together: unsafe as well, if no more than one cell hides them. */
function withUnions(
  published: readonly TableCell[],
  breakdowns: readonly AdditiveRelation[],
): { cells: TableCell[]; relations: AdditiveRelation[] } {
  const [cells, relations] = [[...published], [...breakdowns]];
  for (const { parts } of breakdowns) {
    const unsafe = parts.filter((i) => !cells[i]!.alreadyPublic && isUnsafe(cells[i]!.value));
    const value = unsafe.reduce((sum, i) => sum + cells[i]!.value, 0);
    if (unsafe.length < 2 || !isUnsafe(value)) continue;
    relations.push({ total: cells.length, parts: unsafe });
    cells.push({ value, implied: true });
  }
  return { cells, relations };
}

class CellSuppression {
  readonly #cells: readonly TableCell[];
  readonly #relations: readonly AdditiveRelation[];
  readonly #status: CellStatus[];
  readonly #unsafe: readonly number[];
  readonly #unprotectable = new Set<AdditiveRelation>();

  /** Primary suppression. */
  constructor(cells: readonly TableCell[], relations: readonly AdditiveRelation[]) {
    this.#cells = cells;
    this.#relations = relations;
    this.#unsafe = [...cells.keys()].filter(
      (i) => !cells[i]!.alreadyPublic && isUnsafe(cells[i]!.value),
    );
    this.#status = cells.map(() => "known");
    for (const i of this.#unsafe) if (!cells[i]!.implied) this.#status[i] = "suppressed";
  }

  /** Complementary suppression, a cell at a time, until an audit finds nothing. */
  run(): Suppressed {
    for (let found = this.#audit(); found !== null; found = this.#audit()) {
      const complement = this.#complementOf(found);
      if (complement !== null) this.#status[complement] = "hidden";
      else if (!this.#giveUp(found)) break;
    }
    return { status: this.#status, unprotectable: [...this.#unprotectable] };
  }

  /** An unsafe cell that is disclosed: it follows from what is published. Null if none does. */
  #audit(): number | null {
    if (this.#unsafe.length === 0) return null;
    const intervals = new FeasibilityIntervals(this.#cells.length);
    for (const [i, { value, implied }] of this.#cells.entries()) {
      if (!implied) intervals.set(i, ...intervalOf(value, this.#status[i]!));
    }
    const equations = this.#relations
      .filter((relation) => !this.#unprotectable.has(relation))
      .map((relation) => this.#equationOf(relation))
      .filter(({ terms }) => terms.size > 0);
    intervals.tighten([...equations, ...rowReduced(equations)]);
    return this.#unsafe.find((i) => intervals.width(i) === 0) ?? null;
  }

  /** A relation as the intruder sees it: cells that are published stand on the right. */
  #equationOf({ total, parts }: AdditiveRelation): LinearEquation {
    const terms = new Map<number, number>();
    let right = 0;
    const add = (i: number, factor: number) => {
      if (this.#isUnknown(i)) terms.set(i, (terms.get(i) ?? 0) + factor);
      else right -= factor * this.#cells[i]!.value;
    };
    add(total, -1);
    for (const part of parts) add(part, 1);
    return { terms, right };
  }

  #isUnknown(i: number): boolean {
    return this.#cells[i]!.implied === true || this.#status[i] !== "known";
  }

  /**
   * The cell to withhold next: the smallest part tied to the disclosed one by the fewest relations;
   * a total only where no part is left.
   */
  #complementOf(disclosed: number): number | null {
    const isTotal = new Set(
      this.#relations.filter(({ parts }) => parts.length > 2).map(({ total }) => total),
    );
    const compare = (a: number, b: number) =>
      Number(isTotal.has(a)) - Number(isTotal.has(b)) ||
      this.#cells[a]!.value - this.#cells[b]!.value;
    const seen = new Set([disclosed]);
    let reach = [disclosed];
    while (reach.length > 0) {
      const tied = this.#relations.filter((relation) => reach.some((i) => binds(relation, i)));
      const near = [...new Set(tied.flatMap(({ total, parts }) => [total, ...parts]))];
      const [complement] = near.filter((i) => this.#mayBeWithheld(i)).sort(compare);
      if (complement !== undefined) return complement;
      reach = near.filter((i) => !seen.has(i) && this.#isUnknown(i));
      for (const i of reach) seen.add(i);
    }
    return null;
  }

  #mayBeWithheld(i: number): boolean {
    const { value, alreadyPublic } = this.#cells[i]!;
    return !this.#isUnknown(i) && !alreadyPublic && value >= THRESHOLD;
  }

  /** Marks what ties a disclosed cell; false where nothing does any more: it cannot be disclosed. */
  #giveUp(disclosed: number): boolean {
    const ties = this.#relations.filter(
      (relation) => !this.#unprotectable.has(relation) && binds(relation, disclosed),
    );
    for (const relation of ties) this.#unprotectable.add(relation);
    return ties.length > 0;
  }
}

/** What an intruder knows of a cell. That medians need ten matters is known as well. */
function intervalOf(value: number, status: CellStatus): [number, number] {
  if (status === "known") return [value, value];
  if (status === "suppressed") return [1, THRESHOLD - 1];
  return value < 10 ? [THRESHOLD, 9] : [10, Number.POSITIVE_INFINITY];
}

function binds({ total, parts }: AdditiveRelation, cell: number): boolean {
  return total === cell || parts.includes(cell);
}

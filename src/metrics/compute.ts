/**
 * All sentences of a dataset in one pass over its rows, with flat memory.
 *
 * A metric whose first condition no row meets is unknown, not zero: in a file of counts, absence
 * says nothing. Zero is a row that says 0, or a universe in which no row meets the rest.
 */
import type { Value } from "../datasets/define.ts";
import type { Row } from "../ingest/rows.ts";
import type { Quantity } from "../ingest/values.ts";
import { type Amount, isWithheld, type KnownAmount, known, UNKNOWN_AMOUNT } from "./amount.ts";
import type { PathMetric, RowMetric, Where } from "./define.ts";
import { Histogram, type Measure, mattersOf, Sum } from "./measures.ts";

export interface RowRef {
  file: string;
  row: number;
}

/** Which rows a number adds up: the first ones by place, and how many there are. */
export interface Provenance {
  rows: RowRef[];
  total: number;
  /** Sections of the report that the rows name, in order of appearance. */
  sections: string[];
}

export interface Group {
  word: string;
  amount: Amount;
  provenance: Provenance;
}

export interface Computed {
  amount: Amount;
  provenance: Provenance;
  groups: Group[] | null;
}

const ROWS_KEPT = 200;
/** Group of the rows whose cell is empty. */
export const UNSTATED = "未注明";

/** A measure and the rows it was taken of. */
class Tally {
  readonly #measure: Measure;
  readonly #rows: RowRef[] = [];
  readonly #sections = new Set<string>();
  #matched = 0;

  constructor(measure: Measure) {
    this.#measure = measure;
  }

  add(row: Row): void {
    this.#matched++;
    this.#measure.add(row.values);
    if (this.#rows.length < ROWS_KEPT) this.#rows.push({ file: row.file, row: row.row });
    const section = row.values.section;
    if (typeof section === "string") this.#sections.add(section);
  }

  get matched(): number {
    return this.#matched;
  }

  result(): { amount: Amount; provenance: Provenance } {
    return { amount: this.#measure.amount(), provenance: this.provenance() };
  }

  provenance(): Provenance {
    return { rows: this.#rows, total: this.#matched, sections: [...this.#sections] };
  }
}

type Condition = [key: string, words: ReadonlySet<string>];

function conditions(where: Where): Condition[] {
  return Object.entries(where).map(([key, words]) => [
    key,
    new Set(typeof words === "string" ? [words] : words),
  ]);
}

/** Which rows a metric is about. */
class Selector {
  readonly #id: string;
  readonly #conditions: Condition[];
  readonly #exceptions: Condition[];
  /** Whether any row meets the first condition with a known answer. */
  universe = false;
  /** Matters of which it cannot be told whether they belong, because a cell is empty. */
  undetermined = 0;

  constructor({ id, where, except = {} }: { id: string; where: Where; except?: Where }) {
    this.#id = id;
    this.#conditions = conditions(where);
    this.#exceptions = conditions(except);
  }

  takes(row: Row): boolean {
    const only = row.values.for_metrics;
    if (Array.isArray(only) && !only.includes(this.#id)) return false;
    if (this.#exceptions.some(([key, words]) => meets(row.values[key], words))) return false;
    let open = false;
    let first = true;
    for (const [key, words] of this.#conditions) {
      const met = meets(row.values[key], words);
      // Rows outside the universe neither count nor make it known.
      if (met === false) {
        if (!first && !open) this.universe = true;
        return false;
      }
      if (met === null) open = true;
      first = false;
    }
    if (open) this.undetermined += mattersOf(row.values);
    else this.universe = true;
    return !open;
  }
}

/** Takes the rows of a dataset for one metric. */
export interface Accumulator {
  readonly metric: RowMetric;
  add(row: Row): void;
  result(): Computed;
}

export function accumulate(metric: RowMetric): Accumulator {
  return metric.kind === "path" ? new Paths(metric) : new Tallies(metric);
}

function measureOf(metric: Exclude<RowMetric, PathMetric>): Measure {
  switch (metric.kind) {
    case "count":
      return new Sum("count");
    case "sum":
      return new Sum(metric.of);
    case "quantile":
      return new Histogram(metric.of, metric.q);
  }
}

class Tallies implements Accumulator {
  readonly metric: Exclude<RowMetric, PathMetric>;
  readonly #selector: Selector;
  readonly #total: Tally;
  readonly #groups = new Map<string, Tally>();

  constructor(metric: Exclude<RowMetric, PathMetric>) {
    this.metric = metric;
    this.#selector = new Selector(metric);
    this.#total = new Tally(measureOf(metric));
  }

  add(row: Row): void {
    if (!this.#selector.takes(row)) return;
    this.#total.add(row);
    if (this.metric.by === undefined) return;
    const word = groupOf(row.values[this.metric.by]);
    let tally = this.#groups.get(word);
    if (!tally) {
      tally = new Tally(measureOf(this.metric));
      this.#groups.set(word, tally);
    }
    tally.add(row);
  }

  result(): Computed {
    const { universe, undetermined } = this.#selector;
    const nothingSaid = this.#total.matched === 0 && undetermined > 0;
    const { amount, provenance } = this.#total.result();
    const groups = [...this.#groups].map(([word, tally]) => ({ word, ...tally.result() }));
    // A column that no row fills breaks nothing down.
    const unstated = this.metric.by !== undefined && groups.every(({ word }) => word === UNSTATED);
    return {
      amount:
        !universe || nothingSaid || unstated
          ? UNKNOWN_AMOUNT
          : amount.state === "known"
            ? { ...amount, undeterminedRows: undetermined }
            : amount,
      provenance,
      groups: this.metric.by === undefined ? null : unstated ? [] : groups,
    };
  }
}

/** Rows of one key in their order, as one way: 复议→一审→二审. Memory grows with the keys. */
class Paths implements Accumulator {
  readonly metric: PathMetric;
  readonly #selector: Selector;
  readonly #total = new Tally(new Sum("count"));
  readonly #steps = new Map<string, { order: string | number; step: string; row: Row }[]>();

  constructor(metric: PathMetric) {
    this.metric = metric;
    this.#selector = new Selector(metric);
  }

  add(row: Row): void {
    if (!this.#selector.takes(row)) return;
    const key = row.values[this.metric.key];
    const step = row.values[this.metric.of];
    if (typeof key !== "string" || typeof step !== "string") return;
    this.#total.add(row);
    const steps = this.#steps.get(key) ?? [];
    this.#steps.set(key, steps);
    steps.push({ order: orderOf(row.values[this.metric.order]), step, row });
  }

  result(): Computed {
    const provenance = this.#total.provenance();
    if (this.#steps.size === 0) return { amount: UNKNOWN_AMOUNT, provenance, groups: [] };
    const groups = new Map<string, Tally>();
    for (const steps of this.#steps.values()) {
      // Of the same day, by the word: never by the order of the file.
      steps.sort((a, b) => compare(a.order, b.order) || compare(a.step, b.step));
      const way = steps.map(({ step }) => step).join("→");
      const tally = groups.get(way) ?? new Tally(new Sum("way"));
      groups.set(way, tally);
      for (const [i, { row }] of steps.entries()) {
        tally.add({ ...row, values: { ...row.values, way: i === 0 ? ONE : ZERO } });
      }
    }
    return {
      amount: known(this.#steps.size),
      provenance,
      groups: [...groups].map(([word, tally]) => ({ word, ...tally.result() })),
    };
  }
}
const ONE: Quantity = { value: 1, qualifier: "exact" };
const ZERO: Quantity = { value: 0, qualifier: "exact" };

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function orderOf(value: Value | undefined): string | number {
  if (typeof value === "string") return value;
  return typeof value === "object" && value !== null && "value" in value ? value.value : "";
}

function meets(value: Value | undefined, words: ReadonlySet<string>): boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return words.has(value);
  return Array.isArray(value) ? value.some((word) => words.has(word)) : false;
}

function groupOf(value: Value | undefined): string {
  if (typeof value === "string") return value;
  return Array.isArray(value) && value.length > 0 ? value.join("、") : UNSTATED;
}

/**
 * A rate in percent, with the rules of the house: exact parts only, none under ten concluded.
 * Matters of which it cannot be told whether they belong must be in neither part: then the page
 * says how many. Were they only missing above the line, the rate would be too low.
 */
export function rate(numerator: Amount, denominator: Amount): Amount {
  if (isWithheld(numerator) || isWithheld(denominator)) return { state: "hidden" };
  if (!isPlain(numerator) || !isPlain(denominator)) return UNKNOWN_AMOUNT;
  if (numerator.undeterminedRows !== denominator.undeterminedRows) return UNKNOWN_AMOUNT;
  if (denominator.value === 0) return UNKNOWN_AMOUNT;
  if (denominator.value < SMALL_BASE) return { state: "small" };
  return known(Math.round((numerator.value / denominator.value) * 10_000) / 100);
}
const SMALL_BASE = 10;

function isPlain(amount: Amount): amount is KnownAmount {
  return amount.state === "known" && amount.qualifier === "exact" && amount.missingRows === 0;
}

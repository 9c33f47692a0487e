/**
 * All sentences of a dataset in one pass over its rows, with flat memory.
 *
 * A metric whose first condition no row meets is unknown, not zero: in a file of counts, absence
 * says nothing. Zero is a row that says 0, or a universe in which no row meets the rest.
 */
import type { Value } from "../datasets/define.ts";
import type { Row } from "../ingest/rows.ts";
import type { Qualifier, Quantity } from "../ingest/values.ts";
import { type Amount, isExact, known, UNKNOWN_AMOUNT, weaker } from "./amount.ts";
import type { CountMetric } from "./define.ts";

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

class Tally {
  #value = 0;
  #qualifier: Qualifier = "exact";
  #matched = 0;
  #missing = 0;
  #suppressed = 0;
  readonly #rows: RowRef[] = [];
  readonly #sections = new Set<string>();

  add(row: Row, count: Quantity | null): void {
    this.#matched++;
    if (count === null) this.#missing++;
    else if (count.suppressed) {
      // <5 stands for one at least; a sum with it is a lower bound.
      this.#suppressed++;
      this.#value += 1;
    } else {
      this.#value += count.value;
      this.#qualifier = weaker(this.#qualifier, count.qualifier);
    }
    if (this.#rows.length < ROWS_KEPT) this.#rows.push({ file: row.file, row: row.row });
    const section = row.values.section;
    if (typeof section === "string") this.#sections.add(section);
  }

  /** `universe` says whether any row meets the metric's first condition with a known answer. */
  result(universe: boolean, undetermined: number): { amount: Amount; provenance: Provenance } {
    const provenance = {
      rows: this.#rows,
      total: this.#matched,
      sections: [...this.#sections],
    };
    if (this.#suppressed > 0 && this.#matched === 1) {
      return { amount: { state: "suppressed" }, provenance };
    }
    const nothingSaid = this.#matched === 0 && undetermined > 0;
    const nothingCounted = this.#matched > 0 && this.#missing === this.#matched;
    if (!universe || nothingSaid || nothingCounted) return { amount: UNKNOWN_AMOUNT, provenance };
    return {
      amount: {
        ...known(this.#value, this.#qualifier),
        missingRows: this.#missing + this.#suppressed,
        undeterminedRows: undetermined,
      },
      provenance,
    };
  }
}

/** Adds rows up for one metric. */
export class Counter {
  readonly metric: CountMetric;
  readonly #conditions: [string, ReadonlySet<string>][];
  readonly #total = new Tally();
  readonly #groups = new Map<string, Tally>();
  #universe = false;
  #undetermined = 0;

  constructor(metric: CountMetric) {
    this.metric = metric;
    this.#conditions = Object.entries(metric.where).map(([key, words]) => [
      key,
      new Set(typeof words === "string" ? [words] : words),
    ]);
  }

  add(row: Row): void {
    let open = false;
    let first = true;
    for (const [key, words] of this.#conditions) {
      const met = meets(row.values[key], words);
      // Rows outside the universe neither count nor make it known.
      if (met === false) {
        if (!first && !open) this.#universe = true;
        return;
      }
      if (met === null) open = true;
      first = false;
    }
    if (open) {
      this.#undetermined++;
      return;
    }
    this.#universe = true;
    const count = (row.values.count ?? null) as Quantity | null;
    this.#total.add(row, count);
    if (this.metric.by === undefined) return;
    for (const word of groupsOf(row.values[this.metric.by])) {
      let tally = this.#groups.get(word);
      if (!tally) {
        tally = new Tally();
        this.#groups.set(word, tally);
      }
      tally.add(row, count);
    }
  }

  result(): Computed {
    const total = this.#total.result(this.#universe, this.#undetermined);
    const groups =
      this.metric.by === undefined
        ? null
        : [...this.#groups].map(([word, tally]) => ({ word, ...tally.result(true, 0) }));
    return { ...total, groups };
  }
}

function meets(value: Value | undefined, words: ReadonlySet<string>): boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return words.has(value);
  return Array.isArray(value) ? value.some((word) => words.has(word)) : false;
}

function groupsOf(value: Value | undefined): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value) && value.length > 0) return [(value as string[]).join("、")];
  return [UNSTATED];
}

/** A rate in percent, with the rules of the house: exact parts only, none under ten concluded. */
export function rate(numerator: Amount, denominator: Amount): Amount {
  if (!isExact(numerator) || !isExact(denominator)) return UNKNOWN_AMOUNT;
  if (denominator.value === 0) return UNKNOWN_AMOUNT;
  if (denominator.value < SMALL_BASE) return { state: "small" };
  return known(Math.round((numerator.value / denominator.value) * 10_000) / 100);
}
const SMALL_BASE = 10;

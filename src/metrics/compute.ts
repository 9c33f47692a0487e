/**
 * All sentences of a dataset in one pass over its rows, with flat memory.
 *
 * A metric whose first condition no row meets is unknown, not zero: in a file of counts, absence
 * says nothing. Zero is a row that says 0, or a universe in which no row meets the rest.
 */
import type { Value } from "../datasets/define.ts";
import type { Batch, TypedColumns } from "../ingest/typed.ts";
import { type Amount, isWithheld, type KnownAmount, known, UNKNOWN_AMOUNT } from "./amount.ts";
import type { PathMetric, RowMetric } from "./define.ts";
import { Histogram, Matters, Sum, type Tally } from "./measures.ts";
import { Places, type Provenance, type RowRef } from "./provenance.ts";
import { type Selected, Selector } from "./select.ts";

export type { Provenance, RowRef } from "./provenance.ts";

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

/** Group of the rows whose cell is empty. */
export const UNSTATED = "未注明";

/** All sentences of a dataset, over its rows of one year. */
export class Sentences {
  readonly #table: TypedColumns;
  /** The metrics, together where they are about the same rows. */
  readonly #groups: readonly { selector: Selector; counters: readonly Counter[] }[];
  readonly #matters: Matters;

  constructor(metrics: readonly RowMetric[], table: TypedColumns) {
    this.#table = table;
    this.#matters = new Matters(table);
    const alike = Map.groupBy(metrics, ({ where, except }) => JSON.stringify([where, except]));
    this.#groups = [...alike.values()].map((group) => ({
      selector: new Selector(group[0]!, table),
      counters: group.map((metric) =>
        metric.kind === "path" ? new Paths(metric, table) : new Tallies(metric, table),
      ),
    }));
  }

  add(batch: Batch): void {
    const matters = this.#matters;
    matters.read(batch);
    const forMetrics = this.#table.placeOf("for_metrics");
    const isCut = batch.given.includes(forMetrics);
    for (const { selector, counters } of this.#groups) {
      if (!isCut) {
        const selected = selector.take(batch, matters);
        for (const counter of counters) counter.add(batch, selected, matters);
        continue;
      }
      for (const counter of counters) {
        const isFor = (at: number) => {
          const only = batch.value(forMetrics, at);
          return !Array.isArray(only) || only.includes(counter.metric.id);
        };
        counter.add(batch, selector.take(batch, matters, isFor), matters);
      }
    }
  }

  /** Every metric's number, by its id. */
  results(): Map<string, Computed> {
    const counters = this.#groups.flatMap(({ counters }) => counters);
    return new Map(counters.map((counter) => [counter.metric.id, counter.result()]));
  }
}

/** What a metric makes of its rows. */
interface Counter {
  readonly metric: RowMetric;
  add(batch: Batch, selected: Selected, matters: Matters): void;
  result(): Computed;
}

class Tallies implements Counter {
  readonly metric: Exclude<RowMetric, PathMetric>;
  readonly #table: TypedColumns;
  readonly #by: number;
  readonly #total: Tally;
  readonly #groups = new Map<string, Tally>();
  /** The same by the code of the column. */
  readonly #tallies: (Tally | undefined)[] = [];
  #universe = false;
  #undetermined = 0;

  constructor(metric: Exclude<RowMetric, PathMetric>, table: TypedColumns) {
    this.metric = metric;
    this.#table = table;
    this.#by = metric.by === undefined ? -1 : table.placeOf(metric.by);
    this.#total = tallyOf(metric, table);
  }

  add(batch: Batch, { rows, universe, undetermined }: Selected, matters: Matters): void {
    this.#universe ||= universe;
    this.#undetermined += undetermined;
    this.#total.add(batch, rows, matters);
    if (this.#by < 0) return;
    batch.settle(this.#by);
    const codes = batch.codes[this.#by]!;
    for (let i = 0; i < rows.length; i++) {
      const at = rows[i]!;
      const tally = this.#tallies[codes[at]!] ?? this.#group(codes[at]!, batch.value(this.#by, at));
      tally.addOne(batch, at, matters);
    }
  }

  #group(code: number, value: Value): Tally {
    const word = groupOf(value);
    const tally = this.#groups.get(word) ?? tallyOf(this.metric, this.#table);
    this.#groups.set(word, tally);
    this.#tallies[code] = tally;
    return tally;
  }

  result(): Computed {
    const amount = this.#total.amount();
    const { provenance } = this.#total.places;
    const nothingSaid = provenance.total === 0 && this.#undetermined > 0;
    const groups = [...this.#groups].map(([word, tally]) => ({
      word,
      amount: tally.amount(),
      provenance: tally.places.provenance,
    }));
    // A column that no row fills breaks nothing down.
    const unstated = this.metric.by !== undefined && groups.every(({ word }) => word === UNSTATED);
    return {
      amount:
        !this.#universe || nothingSaid || unstated
          ? UNKNOWN_AMOUNT
          : amount.state === "known"
            ? { ...amount, undeterminedRows: this.#undetermined }
            : amount,
      provenance,
      groups: this.metric.by === undefined ? null : unstated ? [] : groups,
    };
  }
}

function tallyOf(metric: Exclude<RowMetric, PathMetric>, table: TypedColumns): Tally {
  switch (metric.kind) {
    case "count":
      return new Sum();
    case "sum":
      return new Sum(table.placeOf(metric.of));
    case "quantile":
      return new Histogram(table.placeOf(metric.of), metric.q);
  }
}

interface Step extends RowRef {
  order: string | number;
  step: string;
  section: Value;
}

/** Rows of one key in their order, as one way: 复议→一审→二审. Memory grows with the keys. */
class Paths implements Counter {
  readonly metric: PathMetric;
  readonly #key: number;
  readonly #order: number;
  readonly #of: number;
  readonly #section: number;
  readonly #places = new Places();
  readonly #steps = new Map<string, Step[]>();

  constructor(metric: PathMetric, table: TypedColumns) {
    this.metric = metric;
    this.#key = table.placeOf(metric.key);
    this.#order = table.placeOf(metric.order);
    this.#of = table.placeOf(metric.of);
    this.#section = table.placeOf("section");
  }

  add(batch: Batch, selected: Selected): void {
    const { file, rows } = batch;
    for (const at of selected.rows) {
      const [key, step] = [batch.value(this.#key, at), batch.value(this.#of, at)];
      if (typeof key !== "string" || typeof step !== "string") continue;
      const section = batch.value(this.#section, at);
      this.#places.add(file, rows[at]!, section);
      const steps = this.#steps.get(key) ?? [];
      this.#steps.set(key, steps);
      const order = orderOf(batch.value(this.#order, at));
      steps.push({ order, step, section, file, row: rows[at]! });
    }
  }

  result(): Computed {
    const { provenance } = this.#places;
    if (this.#steps.size === 0) return { amount: UNKNOWN_AMOUNT, provenance, groups: [] };
    const groups = new Map<string, { ways: number; places: Places }>();
    for (const steps of this.#steps.values()) {
      // Of the same day, by the word: never by the order of the file.
      steps.sort((a, b) => compare(a.order, b.order) || compare(a.step, b.step));
      const way = steps.map(({ step }) => step).join("→");
      const group = groups.get(way) ?? { ways: 0, places: new Places() };
      groups.set(way, group);
      group.ways++;
      for (const { file, row, section } of steps) group.places.add(file, row, section);
    }
    return {
      amount: known(this.#steps.size),
      provenance,
      groups: [...groups].map(([word, { ways, places }]) => ({
        word,
        amount: known(ways),
        provenance: places.provenance,
      })),
    };
  }
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function orderOf(value: Value): string | number {
  if (typeof value === "string") return value;
  return typeof value === "object" && value !== null && "value" in value ? value.value : "";
}

function groupOf(value: Value): string {
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

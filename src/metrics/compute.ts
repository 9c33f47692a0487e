/**
 * All sentences of a dataset in one pass over its rows, with flat memory.
 *
 * A metric whose first condition no row meets is unknown, not zero: in a file of counts, absence
 * says nothing. Zero is a row that says 0, or a universe in which no row meets the rest.
 */
import type { Value } from "../datasets/define.ts";
import { Tuples } from "../ingest/pairs.ts";
import type { TypedColumns, TypedRow } from "../ingest/typed.ts";
import { type Amount, isWithheld, type KnownAmount, known, UNKNOWN_AMOUNT } from "./amount.ts";
import type { PathMetric, RowMetric } from "./define.ts";
import { Histogram, Matters, Sum, type Tally } from "./measures.ts";
import { Places, type Provenance, type RowRef } from "./provenance.ts";

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

/** What a metric makes of its rows, with flat memory. */
interface Counter {
  readonly metric: RowMetric;
  /** Its plain total, which may also be told of many rows at once; null where it has none. */
  readonly total: Sum | null;
  /** A row that meets every condition; `counted` where its total is told otherwise. */
  add(matters: Matters, counted: boolean): void;
  /** `universe`: a row meets the first condition; `undetermined`: matters that may belong. */
  result(universe: boolean, undetermined: number): Computed;
}

function counterOf(metric: RowMetric, table: TypedColumns): Counter {
  return metric.kind === "path" ? new Paths(metric, table) : new Tallies(metric, table);
}

function tallyOf(metric: Exclude<RowMetric, PathMetric>, table: TypedColumns): Tally {
  switch (metric.kind) {
    case "count":
      return new Sum();
    case "sum":
      return new Sum(table.placeOf(metric.of));
    case "quantile":
      return new Histogram(table, table.placeOf(metric.of), metric.q);
  }
}

class Tallies implements Counter {
  readonly metric: Exclude<RowMetric, PathMetric>;
  readonly #table: TypedColumns;
  readonly #by: number;
  readonly #total: Tally;
  readonly #groups = new Map<string, Tally>();
  /** The same by the code of the column. */
  readonly #tallies: (Tally | undefined)[] = [];
  /** By code: plain rows that the group's total has not been told of, and their matters. */
  readonly #rows: number[] = [];
  readonly #matters: number[] = [];

  constructor(metric: Exclude<RowMetric, PathMetric>, table: TypedColumns) {
    this.metric = metric;
    this.#table = table;
    this.#by = metric.by === undefined ? -1 : table.placeOf(metric.by);
    this.#total = tallyOf(metric, table);
  }

  get total(): Sum | null {
    return this.#total instanceof Sum ? this.#total : null;
  }

  add(matters: Matters, counted: boolean): void {
    if (!counted) this.#total.add(matters);
    if (this.#by < 0) return;
    const { row, plain } = matters;
    row.settle(this.#by);
    const code = row.codes[this.#by]!;
    const rows = this.#rows[code];
    if (rows !== undefined && plain >= 0) {
      this.#rows[code] = rows + 1;
      this.#matters[code] = this.#matters[code]! + plain;
      return;
    }
    const tally = this.#tallies[code] ?? this.#group(row);
    tally.add(matters);
    if (tally instanceof Sum && tally.takesMany) this.#takeMany(code);
  }

  #group(row: TypedRow): Tally {
    const word = groupOf(row.value(this.#by));
    const tally = this.#groups.get(word) ?? tallyOf(this.metric, this.#table);
    this.#groups.set(word, tally);
    this.#tallies[row.codes[this.#by]!] = tally;
    return tally;
  }

  #takeMany(code: number): void {
    this.#rows[code] ??= 0;
    this.#matters[code] ??= 0;
  }

  /** Tells the groups' totals. */
  #settle(): void {
    for (const [code, tally] of this.#tallies.entries()) {
      if (!(tally instanceof Sum) || this.#rows[code] === undefined) continue;
      tally.addMany(this.#rows[code], this.#matters[code]!);
      this.#rows[code] = 0;
      this.#matters[code] = 0;
    }
  }

  result(universe: boolean, undetermined: number): Computed {
    this.#settle();
    const amount = this.#total.amount();
    const { provenance } = this.#total.places;
    const nothingSaid = provenance.total === 0 && undetermined > 0;
    const groups = [...this.#groups].map(([word, tally]) => ({
      word,
      amount: tally.amount(),
      provenance: tally.places.provenance,
    }));
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

interface Step extends RowRef {
  order: string | number;
  step: string;
  section: Value;
}

/** Rows of one key in their order, as one way: 复议→一审→二审. Memory grows with the keys. */
class Paths implements Counter {
  readonly metric: PathMetric;
  readonly total = null;
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

  add({ row }: Matters): void {
    const [key, step] = [row.value(this.#key), row.value(this.#of)];
    if (typeof key !== "string" || typeof step !== "string") return;
    const section = row.value(this.#section);
    this.#places.add(row, section);
    const steps = this.#steps.get(key) ?? [];
    this.#steps.set(key, steps);
    const order = orderOf(row.value(this.#order));
    steps.push({ order, step, section, file: row.file, row: row.row });
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
      for (const step of steps) group.places.add(step, step.section);
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

/** What rows that hold the same in all columns of the conditions have in common. */
class Plan {
  readonly #counts: readonly Counter[];
  /** Numbers of the sentences of which it cannot be told whether they count the row. */
  readonly open: readonly number[];
  readonly #totals: readonly Sum[];
  /** Those that ask more of a row than to be added to their total. */
  readonly #rest: readonly Counter[];
  #warm = false;
  /** Plain rows that the totals have not been told of, and their matters. */
  #rows = 0;
  #matters = 0;

  constructor(counts: readonly Counter[], open: readonly number[]) {
    this.#counts = counts;
    this.open = open;
    this.#totals = counts.flatMap(({ metric, total }) =>
      metric.kind === "count" && total ? [total] : [],
    );
    this.#rest = counts.filter(({ metric }) => metric.kind !== "count" || metric.by !== undefined);
  }

  add(matters: Matters): void {
    if (this.#warm && matters.plain >= 0) {
      this.#rows++;
      this.#matters += matters.plain;
      for (let i = 0; i < this.#rest.length; i++) {
        const counter = this.#rest[i]!;
        counter.add(matters, counter.metric.kind === "count");
      }
      return;
    }
    for (const counter of this.#counts) counter.add(matters, false);
    this.#warm ||= this.#totals.every((total) => total.takesMany);
  }

  /** Tells the totals. */
  settle(): void {
    for (const total of this.#totals) total.addMany(this.#rows, this.#matters);
    this.#rows = 0;
    this.#matters = 0;
  }
}

/** All sentences of a dataset, over its rows of one year. */
export class Sentences {
  readonly #counters: readonly Counter[];
  readonly #table: TypedColumns;
  readonly #told: readonly number[];
  #matters: Matters | null = null;
  #tuples: Tuples;
  #plans: (Plan | undefined)[] = [];
  /** By sentence: whether any row meets its first condition with a known answer. */
  readonly #universe: boolean[];
  /** By sentence: matters of which it cannot be told whether they belong, because a cell is empty. */
  readonly #undetermined: number[];

  constructor(metrics: readonly RowMetric[], table: TypedColumns) {
    this.#counters = metrics.map((metric) => counterOf(metric, table));
    this.#table = table;
    const keys = metrics.flatMap(({ where, except = {} }) => [
      ...Object.keys(where),
      ...Object.keys(except),
    ]);
    this.#told = [...new Set([...keys, "for_metrics"])]
      .map((key) => table.placeOf(key))
      .filter((place) => place >= 0);
    this.#tuples = new Tuples(this.#told);
    this.#universe = metrics.map(() => false);
    this.#undetermined = metrics.map(() => 0);
  }

  add(row: TypedRow): void {
    for (let i = 0; i < this.#told.length; i++) row.settle(this.#told[i]!);
    const plan = this.#planOf(row);
    this.#matters ??= new Matters(this.#table, row);
    const matters = this.#matters;
    matters.moved(row);
    plan.add(matters);
    for (const i of plan.open) this.#undetermined[i]! += matters.least;
  }

  /** Every metric's number, by its id. */
  results(): Map<string, Computed> {
    for (const plan of this.#plans) plan?.settle();
    return new Map(
      this.#counters.map((counter, i) => [
        counter.metric.id,
        counter.result(this.#universe[i]!, this.#undetermined[i]!),
      ]),
    );
  }

  #planOf(row: TypedRow): Plan {
    const tuple = this.#tuples.numberOf(row.codes);
    const known = this.#plans[tuple];
    if (known) return known;
    if (this.#plans.length > MOST_PLANS) {
      for (const plan of this.#plans) plan?.settle();
      this.#tuples = new Tuples(this.#told);
      this.#plans = [];
      return this.#planOf(row);
    }
    const counts: Counter[] = [];
    const open: number[] = [];
    const valueAt = (key: string) => row.value(this.#table.placeOf(key));
    for (const [i, counter] of this.#counters.entries()) {
      const { verdict, inUniverse } = judge(counter.metric, valueAt);
      if (verdict === "counts") counts.push(counter);
      if (verdict === "open") open.push(i);
      this.#universe[i] ||= inUniverse;
    }
    const plan = new Plan(counts, open);
    this.#plans[tuple] = plan;
    return plan;
  }
}
/** Conditions on words and days have far fewer; past so many, plans are made anew. */
const MOST_PLANS = 1 << 18;

/** Whether a row with these values belongs to a metric, and whether it makes its universe known. */
function judge(
  { id, where, except = {} }: RowMetric,
  valueAt: (key: string) => Value,
): { verdict: "counts" | "open" | "not"; inUniverse: boolean } {
  const only = valueAt("for_metrics");
  if (Array.isArray(only) && !only.includes(id)) return { verdict: "not", inUniverse: false };
  const excepted = Object.entries(except).some(([key, words]) => meets(valueAt(key), words));
  if (excepted) return { verdict: "not", inUniverse: false };
  let open = false;
  for (const [i, [key, words]] of Object.entries(where).entries()) {
    const met = meets(valueAt(key), words);
    // Rows outside the universe neither count nor make it known.
    if (met === false) return { verdict: "not", inUniverse: i > 0 && !open };
    if (met === null) open = true;
  }
  return open ? { verdict: "open", inUniverse: false } : { verdict: "counts", inUniverse: true };
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function orderOf(value: Value): string | number {
  if (typeof value === "string") return value;
  return typeof value === "object" && value !== null && "value" in value ? value.value : "";
}

/** Null where the cell is empty. */
function meets(value: Value, words: string | readonly string[]): boolean | null {
  if (value === null) return null;
  const wanted = typeof words === "string" ? [words] : words;
  if (typeof value === "string") return wanted.includes(value);
  return Array.isArray(value) ? value.some((word) => wanted.includes(word)) : false;
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

/**
 * What of a dataset's rows may leave the build: public columns, dates as months; rows about people
 * only where at least five are alike, as one line that says how many. Everything that shows rows
 * (downloads, the explorer) shows a release and nothing else.
 */
import { COUNT, type Column, type Dataset, type Derived, type Value } from "../datasets/define.ts";
import { type Batch, NOTHING, type TypedColumns } from "../ingest/typed.ts";
import { exact, type Qualifier, type Quantity } from "../ingest/values.ts";
import { weaker } from "../metrics/amount.ts";
import { columnOf, type RowMetric } from "../metrics/define.ts";
import { anonymise, type Watch } from "./anonymity.ts";
import { CodedColumn, type Codes, GrowingCodes, KeptColumn } from "./columns.ts";
import type { Pool } from "./pool.ts";
import { isSmall, LEAST } from "./suppress.ts";
import { watchesOf } from "./watches.ts";

export interface ReleaseColumn {
  key: string;
  column: Column;
  /** By code; code 0 is an empty cell, or one that must not be told. */
  values: readonly Value[];
  codes: Codes;
}

export interface Release {
  dataset: Dataset;
  year: number;
  lines: number;
  /** The first lines are rows of the data, with their places; the rest stand for alike rows. */
  alone: number;
  columns: readonly ReleaseColumn[];
  files: readonly string[];
  fileCodes: Codes;
  rows: Codes;
  /** Public columns that some row fills, whether shown or not. */
  filled: ReadonlySet<string>;
}

/** The most attributes that rows about people show: each one more halves what the others can say. */
const MOST_UNITS = 8;

/** Takes a dataset's rows of one year, a few bytes each. */
export class ReleaseBuilder {
  readonly #dataset: Dataset;
  readonly #year: number;
  readonly #metrics: readonly RowMetric[];
  readonly #shown: readonly KeptColumn[];
  /** Those shown, and behind them those kept only to hold published numbers against the rows. */
  readonly #columns: readonly KeptColumn[];
  readonly #counts: KeptColumn;
  readonly #files: string[] = [];
  readonly #fileCodes = new GrowingCodes();
  readonly #rows = new GrowingCodes();
  readonly #apartness: (batch: Batch, at: number) => Apartness;
  readonly #apart = new GrowingCodes();
  /** Public columns that no row has filled so far, with their places. */
  readonly #unfilled: Map<string, number>;
  #finished: Release | null = null;

  constructor(table: TypedColumns, metrics: readonly RowMetric[]) {
    const { dataset } = table;
    this.#dataset = dataset;
    this.#year = table.year;
    this.#metrics = metrics.filter((metric) => metric.dataset === dataset);
    const shown = shownColumns(dataset);
    const keep = (key: string) => new KeptColumn(key, columnOf(dataset, key), table.placeOf(key));
    this.#shown = shown.map(keep);
    this.#columns = [...this.#shown, ...insideColumns(dataset, this.#metrics, shown).map(keep)];
    this.#counts = new KeptColumn("count", COUNT, table.placeOf("count"));
    this.#apartness = apartnessOf(table);
    this.#unfilled = new Map(publicKeys(dataset).map((key) => [key, table.placeOf(key)]));
  }

  add(batch: Batch): void {
    for (const column of this.#columns) column.take(batch);
    this.#counts.take(batch);
    if (this.#files.at(-1) !== batch.file) this.#files.push(batch.file);
    for (let at = 0; at < batch.length; at++) {
      const apart = this.#apartness(batch, at);
      this.#apart.push(apart);
      this.#fileCodes.push(this.#files.length - 1);
      this.#rows.push(apart === APART ? 0 : batch.rows[at]!);
    }
    for (const [key, place] of this.#unfilled) {
      const codes = batch.codes[place]!;
      for (let at = 0; at < batch.length && this.#unfilled.has(key); at++) {
        if (codes[at] !== NOTHING) this.#unfilled.delete(key);
      }
    }
  }

  /** Made when first asked for: a check of the data needs none. */
  get release(): Release {
    this.#finished ??= this.#finish();
    return this.#finished;
  }

  #finish(): Release {
    const { people } = this.#dataset;
    const told = typeof people !== "object" || !this.#unfilled.has(people.column);
    const pooled = new Set<number>();
    for (const [row, apart] of this.#apart.codes.entries()) {
      if (apart === APART || (apart === UNTOLD && told)) pooled.add(row);
    }
    const classes = pooled.size > 0 ? this.#classes(pooled) : [];
    const alone: number[] = [];
    for (let row = 0; row < this.#apart.length; row++) if (!pooled.has(row)) alone.push(row);
    return this.#release(alone, classes);
  }

  /** The classes of the rows that may not stand alone; takes more rows to them where it must. */
  #classes(pooled: Set<number>): Class[] {
    const columns = new Map(
      this.#columns.map(({ key, values }, index) => [key, { index, values }]),
    );
    const watches = watchesOf(this.#metrics, columns);
    for (;;) {
      const alike = this.#alike(pooled, watches);
      const { masks, left } = anonymise(alike, watches);
      if (!this.#take(left, pooled)) return classesOf(alike, masks);
    }
  }

  /** Rows that hold the same in all columns, once. */
  #alike(pooled: ReadonlySet<number>, watches: readonly Watch[]): Alike {
    const codes = this.#columns.map(({ codes }) => codes);
    const counts = this.#counts.codes;
    const units = unitsOf(this.#dataset, this.#columns);
    const watched = watches.flatMap(({ all, without = [] }) => [...all, ...without]);
    const told = new Set([...units.flat(), ...watched.map(({ column }) => column)]);
    const known = new Map<string, number>();
    const first: number[] = [];
    const weights: number[] = [];
    const vague = new Map<number, Qualifier>();
    for (const row of pooled) {
      let key = "";
      for (const column of told) key += String.fromCharCode(codes[column]![row]!);
      let at = known.get(key);
      if (at === undefined) {
        at = first.length;
        known.set(key, at);
        first.push(row);
        weights.push(0);
      }
      const quantity = this.#counts.values[counts[row]!] as Quantity | null;
      const counted = quantity !== null && !quantity.suppressed;
      if (counted) weights[at]! += quantity.value;
      const qualifier = counted ? quantity.qualifier : "at_least";
      if (qualifier !== "exact") vague.set(at, weaker(vague.get(at) ?? "exact", qualifier));
    }
    return {
      columns: codes.map((column) => Uint32Array.from(first, (row) => column[row]!)),
      weights: Float64Array.from(weights),
      units,
      vague,
    };
  }

  /** Moves rows that may stand alone to the others, so that what is left over counts five or more. */
  #take(left: readonly Watch[], pooled: Set<number>): boolean {
    const codes = this.#columns.map(({ codes }) => codes);
    const counts = this.#counts.codes;
    let taken = false;
    for (const { all, without } of left) {
      const meets = (row: number, list: Watch["all"]) =>
        list.every(({ column, takes }) => takes[codes[column]![row]!] === 1);
      let missing = LEAST - 1;
      for (let row = 0; row < this.#apart.length && missing > 0; row++) {
        const count = this.#counts.values[counts[row]!] as Quantity | null;
        if (pooled.has(row) || this.#isStated(row) || count?.qualifier !== "exact") continue;
        if (!meets(row, all) || (without && meets(row, without))) continue;
        pooled.add(row);
        missing -= count.value;
        taken = true;
      }
    }
    return taken;
  }

  #isStated(row: number): boolean {
    const section = this.#columns.find(({ key }) => key === "section");
    return (section?.codes[row] ?? NOTHING) !== NOTHING;
  }

  #release(alone: readonly number[], classes: readonly Class[]): Release {
    const shown = this.#shown;
    const orders = shown.map(({ column, values, codes }, at) =>
      orderOf(column, values, [
        ...alone.map((row) => codes[row]!),
        ...classes.map((c) => c.codes[at]!),
      ]),
    );
    // In the order of the vocabularies: nothing of the order of the rows is left.
    const ordered = [...classes].sort((a, b) => {
      for (const [at, order] of orders.entries()) {
        const x = order.get(a.codes[at]!) ?? LAST;
        const y = order.get(b.codes[at]!) ?? LAST;
        if (x !== y) return x - y;
      }
      return 0;
    });
    const columns = shown.map(({ key, column, values, codes }, at) => {
      const order = orders[at]!;
      const own = new GrowingCodes();
      for (const row of alone) own.push(order.get(codes[row]!) ?? 0);
      for (const one of ordered) own.push(order.get(one.codes[at]!) ?? 0);
      return {
        key,
        column,
        values: [null, ...[...order.keys()].map((code) => values[code]!)],
        codes: own.codes,
      };
    });
    const counts = new CodedColumn();
    for (const row of alone) counts.push(this.#counts.values[this.#counts.codes[row]!]!);
    for (const { count } of ordered) counts.push(count);
    const count = this.#dataset.columns.count;
    const [fileCodes, rows] = [new GrowingCodes(), new GrowingCodes()];
    for (const row of alone) {
      fileCodes.push(this.#fileCodes.codes[row]!);
      rows.push(this.#rows.codes[row]!);
    }
    return {
      dataset: this.#dataset,
      year: this.#year,
      lines: alone.length + ordered.length,
      alone: alone.length,
      columns: count
        ? [...columns, { key: "count", column: count, values: counts.values, codes: counts.codes }]
        : columns,
      files: this.#files,
      fileCodes: fileCodes.codes,
      rows: rows.codes,
      filled: new Set(publicKeys(this.#dataset).filter((key) => !this.#unfilled.has(key))),
    };
  }
}

/** Behind every value: what is not told comes last. */
const LAST = Number.MAX_SAFE_INTEGER;

interface Alike extends Pool {
  /** Rows whose 件数 is not an exact number. */
  vague: ReadonlyMap<number, Qualifier>;
}

/** Alike rows as one line. */
interface Class {
  codes: readonly number[];
  count: Quantity | null;
}

function classesOf({ columns, weights, units, vague }: Alike, masks: Uint32Array): Class[] {
  const found = new Map<string, { codes: number[]; weight: number; qualifier: Qualifier }>();
  for (const [row, mask] of masks.entries()) {
    const codes = columns.map(() => 0);
    for (const [u, unit] of units.entries()) {
      if (mask & (1 << (units.length - 1 - u))) continue;
      for (const column of unit) codes[column] = columns[column]![row]!;
    }
    const key = String.fromCharCode(...codes);
    const one = found.get(key) ?? { codes, weight: 0, qualifier: "exact" };
    found.set(key, one);
    one.weight += weights[row]!;
    one.qualifier = weaker(one.qualifier, vague.get(row) ?? "exact");
  }
  return [...found.values()]
    .filter(({ weight }) => !isSmall(weight))
    .map(({ codes, weight, qualifier }) => ({
      codes,
      count:
        qualifier === "exact" ? exact(weight) : weight === 0 ? null : { value: weight, qualifier },
    }));
}

/** Columns masked together: what is worked out of a column would tell it. */
function unitsOf({ explore = [], derived = {}, people }: Dataset, columns: readonly KeptColumn[]) {
  const hidden = typeof people === "object" ? people.column : undefined;
  const units: { keys: string[] }[] = [];
  for (const key of explore) {
    if (key === hidden) continue;
    const from = (derived[key] as Derived | undefined)?.from ?? [];
    const unit = units.find(({ keys }) => keys.some((other) => from.includes(other)));
    if (unit) unit.keys.push(key);
    else units.push({ keys: [key] });
  }
  return units
    .slice(0, MOST_UNITS)
    .map(({ keys }) => keys.map((key) => columns.findIndex((column) => column.key === key)));
}

/** Whether a row may stand alone, may not, or may not unless nobody fills the people column. */
type Apartness = typeof ALONE | typeof APART | typeof UNTOLD;
const [ALONE, APART, UNTOLD] = [0, 1, 2] as const;

function apartnessOf(table: TypedColumns): (batch: Batch, at: number) => Apartness {
  const { people } = table.dataset;
  if (people === undefined) return () => ALONE;
  const section = table.placeOf("section");
  const alone = (batch: Batch, at: number) => (batch.codes[section]?.[at] ?? NOTHING) !== NOTHING;
  // A row that names its section is what the report itself writes.
  if (people === true) return (batch, at) => (alone(batch, at) ? ALONE : APART);
  const whose = table.placeOf(people.column);
  const totals = Object.entries(people.totalsOnly ?? {}).map(
    ([key, words]) => [table.placeOf(key), words] as const,
  );
  const says = (batch: Batch, at: number, place: number, words: readonly string[]) =>
    words.includes(batch.value(place, at) as string);
  return (batch, at) => {
    if (alone(batch, at)) return ALONE;
    if (totals.some(([place, words]) => says(batch, at, place, words))) return APART;
    if (batch.value(whose, at) === null) return UNTOLD;
    return says(batch, at, whose, people.words) ? APART : ALONE;
  };
}

/** Columns that may be shown at all. */
function publicKeys({ columns }: Dataset): string[] {
  return Object.keys(columns).filter((key) => !columns[key]!.private);
}

/** The columns to show of a row. Of people only what visitors may filter by; the section for what is public. */
function shownColumns({ columns, derived = {}, explore = [], people }: Dataset): string[] {
  const derivedOnes = explore.filter((key) => derived[key]);
  // A month of a day says the same as the day, which leaves as a month.
  const asMonth = derivedOnes.flatMap((key) => {
    const { type, from } = derived[key]!;
    return type === "text" && from.length === 1 && !columns[from[0]!]?.daily ? from : [];
  });
  const base = Object.entries(columns).filter(
    ([key, column]) =>
      !column.private &&
      key !== "count" &&
      !asMonth.includes(key) &&
      (people !== true || explore.includes(key) || key === "section"),
  );
  const order = (key: string) => (explore.includes(key) ? explore.indexOf(key) : explore.length);
  return [...derivedOnes, ...base.map(([key]) => key)].sort((a, b) => order(a) - order(b));
}

/** Columns kept only to hold published numbers against the rows. */
function insideColumns(
  { people }: Dataset,
  metrics: readonly RowMetric[],
  shown: readonly string[],
): string[] {
  if (people === undefined || people === true) return [];
  const watched = metrics.flatMap(({ where, except = {}, by }) => [
    ...Object.keys(where),
    ...Object.keys(except),
    ...(by ? [by] : []),
  ]);
  return [...new Set(watched)].filter((key) => !shown.includes(key));
}

/** New codes for the values that are used, in the order of the vocabulary. */
function orderOf(
  column: Column,
  values: readonly Value[],
  codes: readonly number[],
): Map<number, number> {
  const used = new Set(codes);
  used.delete(0);
  const place = (value: string) => {
    const at = column.words?.indexOf(value) ?? -1;
    return at < 0 ? (column.words?.length ?? 0) : at;
  };
  const order = [...used].sort((a, b) => {
    const [x, y] = [values[a]!, values[b]!];
    if (typeof x !== "string" || typeof y !== "string") return a - b;
    return place(x) - place(y) || (x < y ? -1 : x > y ? 1 : 0);
  });
  return new Map(order.map((code, i) => [code, i + 1]));
}

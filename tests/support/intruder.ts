/**
 * An intruder: somebody who reads everything public about a dataset and year, knows the declarations
 * of the metrics and the definitions of the columns (their pages print them), and lets a solver work
 * out what is not said. Every number is an equation, every released line a group of so many matters
 * of which some attributes are not told; a number by two attributes is bounded by what fits them all.
 */
import loadHighs, { type Highs, type Model } from "highs";
import type { RowMetric, TableMetric } from "../../src/metrics/define.ts";
import { THRESHOLD } from "../../src/protect/threshold.ts";
import { seeded } from "./bureaus.ts";

/** One line of the public rows: column → word, null where it is not told or there is none. */
export interface Line {
  words: Readonly<Record<string, string | null>>;
  /** How many matters: at least and at most. */
  count: readonly [number, number];
}

/** One public number: state and, if known, value. */
export interface Said {
  state: string;
  value: number | null;
  /** Of how many too few there are. */
  under?: number;
  /** 10–12, of which it is one. */
  written?: string;
}

/** A table of two columns: of each pair of its words, how many; words that it counts as one stand together. */
export interface PublicTable {
  by: Pair;
  /** Where it tells a quantile of large cells, not how many they are. */
  metric: TableMetric;
  cells: readonly { words: readonly [readonly string[], readonly string[]]; said: Said }[];
}

export interface PublicYear {
  tables: readonly PublicTable[];
  /** By metric: its amount and its groups. */
  figures: ReadonlyMap<string, { amount: Said; groups: ReadonlyMap<string, Said> }>;
  /** Null: the rows are left out of account, to see what follows from the numbers alone. */
  lines: readonly Line[] | null;
}

/** What is public of a dataset by its declaration. */
export interface Declared {
  metrics: readonly RowMetric[];
  /** The columns of the rows, and those that only numbers are by; each with all its words. */
  columns: ReadonlyMap<string, readonly string[]>;
  /** The column whose words are counted apart, with those that are counted. */
  universe?: { column: string; words: readonly string[] };
  /** Whether no matter can have both words, by what the columns mean. */
  excludes(column: string, word: string, other: string, otherWord: string): boolean;
  /** What a condition on one column says in words of another. */
  inWordsOf(column: string, other: string, words: readonly string[]): readonly string[] | null;
  /** The place of a day in the words of each column of spans. */
  spans?: readonly { column: string; of: string; place(days: number): number }[];
}

/** An empty cell, among the words. */
export const EMPTY = "";
/** What numbers call a group of empty cells. */
const UNSTATED = "未注明";

/** A number by two attributes, and what the intruder knows of it. */
export interface Found {
  columns: Pair;
  cell: string;
  low: number;
  high: number;
}

export type Pair = readonly [string, string];

const highs: Highs = await loadHighs();

/** The small true numbers of a pair of columns: by cell, how many. */
export type Truth = ReadonlyMap<string, number>;

/**
 * Of the small true cells (those of 1 to 4), the ones that the intruder is certain of, who combines
 * all that is public of some columns: of every pair among them whose truth is given. The truth only
 * spares solving: what some solution gives another number is open.
 */
export function certain(
  year: PublicYear,
  declared: Declared,
  columns: readonly string[],
  truths: ReadonlyMap<Pair, Truth>,
): Found[] {
  return openIn(() => new System(year, declared, columns), columns, truths, FIRST);
}

/** The same of what came between two states; `truths` are of that. */
export function certainBetween(
  between: Between,
  declared: Declared,
  columns: readonly string[],
  truths: ReadonlyMap<Pair, Truth>,
): Found[] {
  const system = () => {
    const own = new System(between.before, declared, columns);
    own.goOn(between, declared);
    return own;
  };
  return openIn(system, columns, truths, CAME);
}

function openIn(
  systemOf: () => System,
  columns: readonly string[],
  truths: ReadonlyMap<Pair, Truth>,
  state: number,
): Found[] {
  const targets = [...truths].flatMap(([pair, truth]) =>
    [...truth]
      .filter(([, count]) => count >= 1 && count <= 4)
      .map(([cell, count]) => ({ pair, cell, count })),
  );
  if (targets.length === 0) return [];
  const system = systemOf();
  try {
    return openOf(system, columns, targets, state);
  } finally {
    system.dispose();
  }
}

interface Target {
  pair: Pair;
  cell: string;
  count: number;
}

/** Those of the targets that are certain. */
function openOf(
  system: System,
  columns: readonly string[],
  targets: readonly Target[],
  state: number,
): Found[] {
  const pairs = new Set(targets.map(({ pair }) => pair));
  const cells = new Map([...pairs].map((pair) => [pair, system.cellsOf(pair, state)] as const));
  let open = targets.map((target) => ({ ...target, terms: cells.get(target.pair)!(target.cell) }));
  const narrow = (solved: Solution | null) => {
    if (!solved)
      throw new Error(`${columns.join(" × ")}: the public numbers contradict each other`);
    const before = open.length;
    open = open.filter(({ terms, count }) => solved.valueOf(terms) === count);
    return open.length < before;
  };
  // Any corner of whole numbers may be the truth, and many cost less than one search for whole numbers.
  const random = seeded(targets.length);
  for (let tried = 0; tried < CORNERS && open.length > 0; tried++) {
    const corner = system.corner(open.map(({ terms }) => ({ terms, weight: random() - 0.5 })));
    if (corner) narrow(corner);
  }
  // All at once as far down, then up, as they go; each alone is left for what does not move.
  for (const sense of ["minimize", "maximize"] as const) {
    let moves = true;
    while (open.length > 0 && moves) {
      const terms = open.map((one) => one.terms);
      const sum = open.reduce((before, { count }) => before + count, 0);
      moves = !system.isStill(sense, terms, sum) && narrow(system.solve(sense, terms));
    }
  }
  return open.flatMap(({ pair, cell, count, terms }) => {
    const [low, high] = (["minimize", "maximize"] as const).map((sense) => {
      // All of it is told.
      if (terms.places.length === 0) return terms.fixed;
      if (system.isStill(sense, [terms], count)) return count;
      const solved = system.solve(sense, [terms]);
      if (!solved) throw new Error(`${cell} has no solution`);
      return solved.valueOf(terms);
    }) as [number, number];
    if (low > count || high < count) throw new Error(`${cell}: ${count} not in ${low}–${high}`);
    return low === high ? [{ columns: pair, cell, low, high }] : [];
  });
}

/** So many corners are tried: what they leave is looked for. */
const CORNERS = 12;

/** The name of a cell. */
export function cellOf(word: string, other: string): string {
  return `${word}\t${other}`;
}

interface Variable {
  /** Which state of the data it is of, where there are several. */
  state: number;
  group: number;
  /** Whether it is counted: its matters are of the universe. */
  counted: boolean;
  words: readonly string[];
}

type Holds = (one: Variable) => boolean;

/** A sum of variables by their places, and of those whose number is told. */
interface Terms {
  fixed: number;
  places: readonly number[];
}

/** Two states of one year, both public: what he works out of the matters between them. */
export interface Between {
  before: PublicYear;
  after: PublicYear;
  /** How many matters came, and how many went: the totals tell. */
  came: number;
  went: number;
}

/** Nothing is known of how many. */
const FREE = [0, null] as const;

/** The states of the variables: of the first edition, of the second, and what came and went between. */
const [FIRST, SECOND, CAME, WENT] = [0, 1, 2, 3];

type Sense = "minimize" | "maximize";

interface Solution {
  valueOf(terms: Terms): number;
}

/** The days that few tickets took: that a quantile is withheld tells that it is one of them. */
function rareIn(
  figures: PublicYear["figures"],
  { of }: { of: string },
  quantiles: Iterable<Said>,
): ReadonlySet<string> {
  if (of !== "days_to_close") return new Set();
  const told = [...quantiles].filter(({ state }) => state === "known" || state === "hidden");
  const days = figures.get("handling-by-day")?.groups ?? new Map<string, Said>();
  return new Set(
    [...days].filter(([, { value }]) => value! < THRESHOLD + told.length).map(([day]) => day),
  );
}

/** Whole numbers of matters by line, by universe and by some words, tied by all that is public. */
class System {
  readonly #variables: Variable[] = [];
  /** Lines that tell all these words are numbers: nothing of them is asked. */
  readonly #told: { one: Variable; count: number }[] = [];
  readonly #rows: { terms: readonly (readonly [number, number])[]; low: number; high: number }[] =
    [];
  #flow: Model | null = null;
  #whole: Model | null = null;
  readonly #columns: readonly string[];

  /** The state that is heard of now. */
  #state = FIRST!;

  constructor(year: PublicYear, declared: Declared, columns: readonly string[]) {
    this.#columns = columns;
    this.#hearAll(year, declared);
  }

  /** What is public later, and that it is what was before, with what came and without what went. */
  goOn({ after, came, went }: Between, declared: Declared): void {
    this.#state = SECOND!;
    this.#hearAll(after, declared);
    const any = this.#columns.map((column) => declared.columns.get(column)!);
    for (const [state, count] of [
      [CAME, came],
      [WENT, went],
    ] as const) {
      this.#state = state!;
      const others = declared.universe ? [{ allowed: any, counted: [false], count: FREE }] : [];
      this.#divide([{ allowed: any, counted: [true], count: [count, count] }, ...others], declared);
    }
    const signs = [-1, 1, -1, 1];
    const all = [...this.#variables, ...this.#told.map(({ one }) => one)];
    const nameOf = ({ counted, words }: Variable) => JSON.stringify([counted, words]);
    for (const name of new Set(all.map(nameOf))) {
      this.#weighAll(
        (one) => nameOf(one) === name,
        ({ state }) => signs[state]!,
        "=",
        0,
      );
    }
  }

  #hearAll(year: PublicYear, declared: Declared): void {
    this.#divide(groupsOf(year.lines, declared, this.#columns), declared);
    for (const metric of declared.metrics) this.#hear(year, declared, metric);
    for (const table of year.tables) this.#hearTable(table, declared, year);
  }

  #divide(groups: readonly Group[], declared: Declared): void {
    const columns = this.#columns;
    const state = this.#state;
    for (const [group, { allowed, counted, count }] of groups.entries()) {
      const own = wordsFrom(allowed, columns, declared).flatMap((words) =>
        counted
          .map((is) => ({ state, group, counted: is, words }))
          .filter((one) => isInUniverse(declared, columns, one)),
      );
      if (own.length === 1 && count[0] === count[1])
        this.#told.push({ one: own[0]!, count: count[0] });
      else {
        this.#variables.push(...own);
        this.#bound((one) => one.group === group, count[0], count[1]);
      }
    }
  }

  /** What a metric's numbers say, where they are about these columns. */
  #hear({ figures }: PublicYear, declared: Declared, metric: RowMetric): void {
    const figure = figures.get(metric.id);
    const holds = figure && this.#conditionOf(metric, declared);
    if (!figure || !holds) return;
    const { universe } = declared;
    const { by } = metric;
    if (metric.kind === "quantile") {
      if (by === undefined || !this.#columns.includes(by)) return;
      const rare = rareIn(figures, metric, figure.groups.values());
      for (const word of declared.columns.get(by) ?? []) {
        const has = this.#has(by, [word]);
        const own: Holds = (one) => holds(one) && has(one);
        const said = figure.groups.get(word === EMPTY ? UNSTATED : word);
        if (said) this.#hearQuantile(declared, metric, own, said, rare);
        // A group that is not listed has no matter.
        else if (figure.groups.size > 0) this.#bound(own, 0, 0);
      }
      return;
    }
    const isCounted = universe === undefined || metric.where[universe.column] !== undefined;
    if (metric.kind !== "count" || !isCounted) return;
    this.#say(holds, figure.amount);
    if (by === undefined || figure.groups.size === 0 || !this.#columns.includes(by)) return;
    for (const word of declared.columns.get(by) ?? []) {
      // A group that is not listed has no matter.
      const said = figure.groups.get(word === EMPTY ? UNSTATED : word);
      const has = this.#has(by, [word]);
      this.#say((one) => holds(one) && has(one), said ?? { state: "known", value: 0 });
    }
  }

  /** The conditions of a metric, where they can be said in words of these columns. */
  #conditionOf({ where }: Pick<RowMetric, "where">, declared: Declared): Holds | null {
    const { universe } = declared;
    const conditions: Holds[] = [];
    for (const [key, wanted] of Object.entries(where)) {
      const words = [wanted].flat();
      if (key === universe?.column && words.join() === universe.words.join()) {
        conditions.push(({ counted }) => counted);
        continue;
      }
      // What is counted is told by every row: the other words are what is not.
      if (key === universe?.column && words.every((word) => !universe.words.includes(word))) {
        const others = (declared.columns.get(key) ?? []).filter(
          (word) => word !== EMPTY && !universe.words.includes(word),
        );
        if (others.every((word) => words.includes(word))) {
          conditions.push(({ counted }) => !counted);
          continue;
        }
      }
      const holds = this.#said(declared, key, words);
      if (!holds) return null;
      conditions.push(holds);
    }
    return (one) => conditions.every((condition) => condition(one));
  }

  /** Tables are of what is counted. */
  #hearTable({ by, cells, metric }: PublicTable, declared: Declared, year: PublicYear): void {
    if (!by.every((column) => this.#columns.includes(column))) return;
    const holds = this.#conditionOf(metric, declared);
    if (!holds) return;
    const { quantile } = metric;
    const rare =
      quantile &&
      rareIn(
        year.figures,
        quantile,
        cells.map(({ said }) => said),
      );
    for (const { words, said } of cells) {
      const has = by.map((column, at) => this.#has(column, words[at]!));
      const own: Holds = (one) => holds(one) && has.every((is) => is(one));
      if (quantile) this.#hearQuantile(declared, quantile, own, said, rare!);
      else this.#say(own, said);
    }
  }

  /** A condition in words of these columns, if it can be said so. */
  #said(declared: Declared, key: string, words: readonly string[]): Holds | null {
    if (this.#columns.includes(key)) return this.#has(key, words);
    for (const column of this.#columns) {
      const same = declared.inWordsOf(key, column, words);
      if (same) return this.#has(column, same);
    }
    return null;
  }

  #has(column: string, words: readonly string[]): Holds {
    const at = this.#columns.indexOf(column);
    const set = new Set(words);
    return ({ words: own }) => set.has(own[at]!);
  }

  /** A quantile of some matters: so many have a value at least, and of these so many reach it. */
  #hearQuantile(
    { spans = [], columns }: Declared,
    { of, q }: { of: string; q: number },
    all: Holds,
    { state, value, under, written }: Said,
    rare: ReadonlySet<string>,
  ): void {
    if (spans.every((span) => span.of !== of)) return;
    const fewest = Math.round(5 / Math.min(q, 1 - q));
    if (state === "unknown") this.#boundValued(spans, of, all, 0);
    if (state === "small" && under === fewest) this.#boundValued(spans, of, all, fewest - 1);
    if (state === "known" || state === "hidden") this.#bound(all, fewest, null);
    if (state !== "known" && state !== "hidden") return;
    const low = Number(written?.split("–")[0] ?? value);
    for (const span of spans) {
      if (!this.#columns.includes(span.column)) continue;
      const words = (columns.get(span.column) ?? []).filter((one) => one !== EMPTY);
      const at = this.#columns.indexOf(span.column);
      const reach = (one: Variable) => words.indexOf(one.words[at]!);
      if (state === "hidden") {
        if (rare.size > 0) this.#bound((one) => all(one) && rare.has(one.words[at]!), 1, null);
        continue;
      }
      const [from, to] = [span.place(low), span.place(value!)];
      this.#bound((one) => all(one) && from <= reach(one) && reach(one) <= to, 1, null);
      // Up to the span at least the share q; before it, less.
      this.#weigh(all, (one) => (reach(one) <= to ? 1 : 0) - q, ">=", 0);
      this.#weigh(all, (one) => (reach(one) < from ? 1 : 0) - q, "<=", 0);
    }
  }

  /** At most so many have a value. */
  #boundValued(spans: NonNullable<Declared["spans"]>, of: string, all: Holds, most: number): void {
    for (const span of spans) {
      const at = span.of === of ? this.#columns.indexOf(span.column) : -1;
      if (at >= 0) this.#bound((one) => all(one) && one.words[at] !== EMPTY, 0, most);
    }
  }

  #say(holds: Holds, { state, value }: Said): void {
    if (state === "known") this.#bound(holds, value!, value!);
    else if (state === "suppressed") this.#bound(holds, 1, 4);
  }

  #bound(holds: Holds, low: number, high: number | null): void {
    const one = () => 1;
    if (low === high) this.#weigh(holds, one, "=", low);
    else {
      if (low > 0) this.#weigh(holds, one, ">=", low);
      if (high !== null) this.#weigh(holds, one, "<=", high);
    }
  }

  #weigh(
    holds: Holds,
    factor: (one: Variable) => number,
    side: "=" | ">=" | "<=",
    number: number,
  ): void {
    const own = this.#state;
    this.#weighAll((one) => one.state === own && holds(one), factor, side, number);
  }

  #weighAll(
    holds: Holds,
    factor: (one: Variable) => number,
    side: "=" | ">=" | "<=",
    number: number,
  ): void {
    // Asked of every variable by every number: a list of them all would be made each time.
    const terms: [number, number][] = [];
    for (let at = 0; at < this.#variables.length; at++) {
      const one = this.#variables[at]!;
      const own = holds(one) ? factor(one) : 0;
      if (own !== 0) terms.push([at, own]);
    }
    const told = this.#told
      .filter(({ one }) => holds(one))
      .reduce((sum, { one, count }) => sum + count * factor(one), 0);
    // A little room for sums of shares, which are not exact.
    const room = Number.isInteger(told) ? 0 : side === ">=" ? -1e-6 : 1e-6;
    const left = number - told + room;
    const isContradiction = side === "=" && Math.abs(left) > 1e-5;
    if (terms.length === 0 && !isContradiction) return;
    this.#rows.push({
      terms,
      low: side === "<=" ? -highs.infinity : left,
      high: side === ">=" ? highs.infinity : left,
    });
  }

  /** The matters of each cell of two of the columns. */
  cellsOf(pair: Pair, state: number): (cell: string) => Terms {
    const [a, b] = pair.map((column) => this.#columns.indexOf(column)) as [number, number];
    const cells = new Map<string, { fixed: number; places: number[] }>();
    const termsOf = ({ words }: Variable) => {
      const cell = cellOf(words[a]!, words[b]!);
      const terms = cells.get(cell) ?? { fixed: 0, places: [] };
      cells.set(cell, terms);
      return terms;
    };
    const isIn = (one: Variable) => one.state === state && one.counted;
    for (const { one, count } of this.#told) if (isIn(one)) termsOf(one).fixed += count;
    for (const [at, one] of this.#variables.entries()) if (isIn(one)) termsOf(one).places.push(at);
    return (cell) => cells.get(cell) ?? { fixed: 0, places: [] };
  }

  /** Whole numbers that make the sum of some cells as small, or as large, as can be. */
  solve(sense: Sense, cells: readonly Terms[]): Solution | null {
    const wanted = this.#costs(cells.map((terms) => ({ terms, weight: 1 })));
    // Most systems are flows, of which a corner is whole by itself.
    this.#flow ??= this.#model(false);
    const corner = solved(this.#flow, sense, wanted);
    if (corner) return corner;
    this.#whole ??= this.#model(true);
    return solved(this.#whole, sense, wanted);
  }

  /** Whether not even parts of matters could make the sum of some cells smaller, or larger, than it is. */
  isStill(sense: Sense, cells: readonly Terms[], sum: number): boolean {
    this.#flow ??= this.#model(false);
    const wanted = this.#costs(cells.map((terms) => ({ terms, weight: 1 })));
    if (!isOptimal(this.#flow, sense, wanted)) return false;
    const left = sum - cells.reduce((all, { fixed }) => all + fixed, 0);
    const reached = this.#flow.getObjectiveValue();
    return sense === "minimize"
      ? Math.ceil(reached - 1e-5) === left
      : Math.floor(reached + 1e-5) === left;
  }

  /** What makes a weighed sum of some cells smallest, where that is of whole numbers by itself. */
  corner(cells: readonly { terms: Terms; weight: number }[]): Solution | null {
    this.#flow ??= this.#model(false);
    return solved(this.#flow, "minimize", this.#costs(cells));
  }

  #costs(cells: readonly { terms: Terms; weight: number }[]): Float64Array {
    const costs = new Float64Array(this.#width);
    for (const { terms, weight } of cells) for (const at of terms.places) costs[at]! += weight;
    return costs;
  }

  /** Where all is told one variable that stands nowhere: a model of none has no answer. */
  get #width(): number {
    return Math.max(1, this.#variables.length);
  }

  /** The solver holds memory of its own. */
  dispose(): void {
    this.#flow?.dispose();
    this.#whole?.dispose();
  }

  /** It is asked again and again for another sum, and goes on from the last corner. */
  #model(isWhole: boolean): Model {
    const columns = this.#width;
    const rows = this.#rows;
    const starts = [0];
    for (const { terms } of rows) starts.push(starts.at(-1)! + terms.length);
    const terms = rows.flatMap((row) => row.terms);
    const all = (value: number) => new Float64Array(columns).fill(value);
    const model = highs.createModel({
      numCols: columns,
      numRows: rows.length,
      colCost: all(0),
      colLower: all(0),
      colUpper: all(highs.infinity),
      rowLower: rows.map(({ low }) => low),
      rowUpper: rows.map(({ high }) => high),
      matrix: {
        format: "csr",
        numRows: rows.length,
        numCols: columns,
        starts,
        indices: terms.map(([at]) => at),
        values: terms.map(([, factor]) => factor),
      },
      ...(isWhole ? { integrality: new Int32Array(columns).fill(1) } : {}),
    });
    // Of a flow nothing is to be taken away before; of whole numbers, most.
    model.options.set({ output_flag: false, ...(isWhole ? {} : { presolve: "off" }) });
    return model;
  }
}

function isOptimal(model: Model, sense: Sense, wanted: Float64Array): boolean {
  const { objectiveSense, modelStatus } = highs.constants;
  model.changeObjectiveSense(objectiveSense[sense]);
  model.changeColsCost({ kind: "range", from: 0, to: wanted.length - 1 }, wanted);
  model.run();
  return model.getModelStatus() === modelStatus.optimal;
}

/** Null where there is no solution, or none of whole numbers. */
function solved(model: Model, sense: Sense, wanted: Float64Array): Solution | null {
  if (!isOptimal(model, sense, wanted)) return null;
  const values = model.getSolution().colValue;
  if (!values.every((value) => Math.abs(value - Math.round(value)) < 1e-5)) return null;
  const whole = values.map(Math.round);
  return { valueOf: ({ fixed, places }) => places.reduce((sum, at) => sum + whole[at]!, fixed) };
}

interface Group {
  allowed: readonly (readonly string[])[];
  counted: readonly boolean[];
  count: readonly [number, number | null];
}

/** Every choice of a word of each column that one matter can have. */
function wordsFrom(
  allowed: Group["allowed"],
  columns: readonly string[],
  { excludes }: Declared,
): string[][] {
  return allowed.reduce<string[][]>(
    (before, words, at) =>
      before.flatMap((own) =>
        words
          .filter((word) =>
            own.every((other, i) => !excludes(columns[i]!, other, columns[at]!, word)),
          )
          .map((word) => [...own, word]),
      ),
    [[]],
  );
}

/** The lines that tell the same of some columns, as one group each. */
function groupsOf(
  lines: PublicYear["lines"],
  declared: Declared,
  columns: readonly string[],
): Group[] {
  const all = columns.map((column) => declared.columns.get(column)!);
  if (!lines) return [{ allowed: all, counted: [true, false], count: [0, null] }];
  const groups = new Map<string, Group>();
  const { universe } = declared;
  for (const { words, count } of lines) {
    const allowed = columns.map((column, at) => {
      const shown = words[column];
      if (shown != null) return [shown];
      return all[at]!.filter((word) =>
        Object.entries(words).every(
          ([other, own]) => own == null || !declared.excludes(other, own, column, word),
        ),
      );
    });
    const shown = universe && words[universe.column];
    const counted = !universe
      ? [true]
      : shown == null
        ? [true, false]
        : [universe.words.includes(shown)];
    const key = JSON.stringify([allowed, counted]);
    const before = groups.get(key)?.count ?? [0, 0];
    groups.set(key, { allowed, counted, count: [before[0] + count[0], before[1]! + count[1]] });
  }
  return [...groups.values()];
}

/** Whether a matter is counted as the word of the universe's column says. */
function isInUniverse(
  { universe }: Declared,
  columns: readonly string[],
  { counted, words }: Variable,
): boolean {
  if (!universe) return true;
  const at = columns.indexOf(universe.column);
  return at < 0 || universe.words.includes(words[at]!) === counted;
}

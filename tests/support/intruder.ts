/**
 * An intruder: somebody who reads everything public about a dataset and year, knows the declarations
 * of the metrics and the definitions of the columns (their pages print them), and lets a solver work
 * out what is not said. Every number is an equation, every released line a group of so many matters
 * of which some attributes are not told; a number by two attributes is bounded by what fits them all.
 */
import loadHighs, { type Highs } from "highs";
import type { RowMetric } from "../../src/metrics/define.ts";

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
}

/** A table of two columns: of each pair of its words, how many; words that it counts as one stand together. */
export interface PublicTable {
  by: Pair;
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
  /** The place of a day in the words of the column of spans. */
  span?: { column: string; of: string; place(days: number): number };
}

/** An empty cell, among the words. */
export const EMPTY = "";
/** What numbers call a group of empty cells. */
const UNSTATED = "未注明";

/** A number by two attributes, and what the intruder knows of it. */
export interface Found {
  columns: readonly [string, string];
  cell: string;
  low: number;
  high: number;
}

type Pair = readonly [string, string];

const highs: Highs = await loadHighs();

/**
 * Of the small true cells (those of 1 to 4), the ones that the intruder is certain of. `truth` only
 * spares solving: what some solution gives another number is open.
 */
export function certain(
  year: PublicYear,
  declared: Declared,
  columns: Pair,
  truth: ReadonlyMap<string, number>,
): Found[] {
  const system = new System(year, declared, columns);
  let open = [...truth].filter(([, count]) => count >= 1 && count <= 4);
  const narrow = (values: Float64Array | null) => {
    if (!values)
      throw new Error(`${columns.join(" × ")}: the public numbers contradict each other`);
    const before = open.length;
    open = open.filter(([cell, count]) => system.cell(cell, values) === count);
    return open.length < before;
  };
  // All at once as far down, then up, as they go; each alone is left for what does not move.
  for (const sense of ["Minimize", "Maximize"] as const) {
    while (
      open.length > 0 &&
      narrow(
        system.solve(
          sense,
          open.map(([cell]) => cell),
        ),
      )
    ) {}
  }
  return open.flatMap(([cell, count]) => {
    const [low, high] = (["Minimize", "Maximize"] as const).map((sense) => {
      const values = system.solve(sense, [cell]);
      if (!values) throw new Error(`${cell} has no solution`);
      return system.cell(cell, values);
    }) as [number, number];
    if (low > count || high < count) throw new Error(`${cell}: ${count} not in ${low}–${high}`);
    return low === high ? [{ columns, cell, low, high }] : [];
  });
}

/** The name of a cell. */
export function cellOf(word: string, other: string): string {
  return `${word}\t${other}`;
}

interface Variable {
  group: number;
  /** Whether it is counted: its matters are of the universe. */
  counted: boolean;
  words: Pair;
}

type Holds = (one: Variable) => boolean;

/** Whole numbers of matters by line, by universe and by two words, tied by all that is public. */
class System {
  readonly #variables: Variable[] = [];
  readonly #constraints: string[] = [];
  readonly #columns: Pair;
  readonly #cells = new Map<string, number[]>();

  constructor(year: PublicYear, declared: Declared, columns: Pair) {
    this.#columns = columns;
    const groups = groupsOf(year.lines, declared, columns);
    for (const [group, { allowed, counted }] of groups.entries()) {
      for (const word of allowed[0]) {
        for (const other of allowed[1]) {
          if (declared.excludes(columns[0], word, columns[1], other)) continue;
          for (const is of counted) {
            const one = { group, counted: is, words: [word, other] as const };
            if (isInUniverse(declared, columns, one)) this.#add(one);
          }
        }
      }
    }
    for (const [group, { count }] of groups.entries()) {
      this.#bound((one) => one.group === group, count[0], count[1]);
    }
    for (const metric of declared.metrics) this.#hear(year, declared, metric);
    for (const table of year.tables) this.#hearTable(table);
  }

  #add(one: Variable): void {
    const at = this.#variables.push(one) - 1;
    if (!one.counted) return;
    const cell = cellOf(...one.words);
    this.#cells.set(cell, [...(this.#cells.get(cell) ?? []), at]);
  }

  /** What a metric's numbers say, where they are about these columns. */
  #hear({ figures }: PublicYear, declared: Declared, metric: RowMetric): void {
    const figure = figures.get(metric.id);
    if (!figure) return;
    const { universe } = declared;
    const conditions: Holds[] = [];
    const own = new Set<string>();
    for (const [key, wanted] of Object.entries(metric.where)) {
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
      const said = this.#said(declared, key, words);
      if (!said) return;
      own.add(said.column);
      conditions.push(said.holds);
    }
    const holds: Holds = (one) => conditions.every((condition) => condition(one));
    const isCounted = universe === undefined || metric.where[universe.column] !== undefined;
    if (metric.kind === "quantile") {
      if (metric.by !== undefined) this.#hearQuantiles(declared, metric, figure.groups, holds);
      return;
    }
    if (metric.kind !== "count" || !isCounted) return;
    this.#say(holds, figure.amount);
    const { by } = metric;
    if (by === undefined || figure.groups.size === 0 || !this.#columns.includes(by)) return;
    for (const word of declared.columns.get(by) ?? []) {
      // A group that is not listed has no matter.
      const said = figure.groups.get(word === EMPTY ? UNSTATED : word);
      const has = this.#has(by, [word]);
      this.#say((one) => holds(one) && has(one), said ?? { state: "known", value: 0 });
    }
  }

  /** Tables are of what is counted. */
  #hearTable({ by, cells }: PublicTable): void {
    if (!by.every((column) => this.#columns.includes(column))) return;
    for (const { words, said } of cells) {
      const has = by.map((column, at) => this.#has(column, words[at]!));
      this.#say((one) => one.counted && has.every((holds) => holds(one)), said);
    }
  }

  /** A condition in words of these columns, if it can be said so. */
  #said(declared: Declared, key: string, words: readonly string[]) {
    if (this.#columns.includes(key)) return { column: key, holds: this.#has(key, words) };
    for (const column of this.#columns) {
      const same = declared.inWordsOf(key, column, words);
      if (same) return { column, holds: this.#has(column, same) };
    }
    return null;
  }

  #has(column: string, words: readonly string[]): Holds {
    const at = this.#columns.indexOf(column);
    const set = new Set(words);
    return ({ words: own }) => set.has(own[at]!);
  }

  /** A quantile of a group: so many have a value at least, and of these so many reach it. */
  #hearQuantiles(
    { span, columns }: Declared,
    metric: RowMetric & { kind: "quantile" },
    groups: ReadonlyMap<string, Said>,
    holds: Holds,
  ): void {
    if (!this.#columns.includes(metric.by!) || span?.of !== metric.of) return;
    for (const [word, { state, value }] of groups) {
      if (state !== "known") continue;
      const has = this.#has(metric.by!, [word === UNSTATED ? EMPTY : word]);
      const all: Holds = (one) => holds(one) && has(one);
      this.#bound(all, Math.round(5 / Math.min(metric.q, 1 - metric.q)), null);
      if (!this.#columns.includes(span.column)) continue;
      const words = (columns.get(span.column) ?? []).filter((one) => one !== EMPTY);
      const place = span.place(value!);
      const at = this.#columns.indexOf(span.column);
      const reach = (one: Variable) => words.indexOf(one.words[at]!);
      this.#bound((one) => all(one) && reach(one) === place, 1, null);
      // Up to the span at least the share q; before it, less.
      this.#weigh(all, (one) => (reach(one) <= place ? 1 : 0) - metric.q, ">= -0.000001");
      this.#weigh(all, (one) => (reach(one) < place ? 1 : 0) - metric.q, "<= -0.000001");
    }
  }

  #say(holds: Holds, { state, value }: Said): void {
    if (state === "known") this.#bound(holds, value!, value!);
    else if (state === "suppressed") this.#bound(holds, 1, 4);
  }

  #bound(holds: Holds, low: number, high: number | null): void {
    if (low === high) this.#weigh(holds, () => 1, `= ${low}`);
    else {
      if (low > 0) this.#weigh(holds, () => 1, `>= ${low}`);
      if (high !== null) this.#weigh(holds, () => 1, `<= ${high}`);
    }
  }

  #weigh(holds: Holds, factor: (one: Variable) => number, side: string): void {
    const terms = [...this.#variables.entries()]
      .filter(([, one]) => holds(one))
      .map(([at, one]) => [at, factor(one)] as const)
      .filter(([, own]) => own !== 0);
    if (terms.length > 0) this.#constraints.push(`${sumOf(terms)} ${side}`);
    else if (side.startsWith("=") && side !== "= 0") this.#constraints.push(`0 x0 ${side}`);
  }

  cell(cell: string, values: Float64Array): number {
    return (this.#cells.get(cell) ?? []).reduce((sum, at) => sum + values[at]!, 0);
  }

  /** Whole numbers that make the sum of some cells as small, or as large, as can be. */
  solve(sense: "Minimize" | "Maximize", cells: readonly string[]): Float64Array | null {
    const wanted = cells.flatMap((cell) => this.#cells.get(cell) ?? []);
    const aim = wanted.length > 0 ? sumOf(wanted.map((at) => [at, 1] as const)) : "0 x0";
    const names = this.#variables.map((_, at) => `x${at}`);
    const model = [
      `${sense} obj: ${aim}`,
      "Subject To",
      ...this.#constraints.map((text, at) => `c${at}: ${text}`),
    ];
    // Most systems are flows, of which a corner is whole by itself.
    return (
      this.#run([...model, "End"]) ?? this.#run([...model, "General", names.join("\n"), "End"])
    );
  }

  #run(model: readonly string[]): Float64Array | null {
    const { Status, Columns } = highs.solve(model.join("\n"), { output_flag: false });
    if (Status !== "Optimal") return null;
    const values = Float64Array.from(this.#variables, (_, at) => {
      const column = Columns[`x${at}`];
      return column && "Primal" in column ? column.Primal : 0;
    });
    if (!values.every((value) => Math.abs(value - Math.round(value)) < 1e-5)) return null;
    return values.map(Math.round);
  }
}

function sumOf(terms: readonly (readonly [number, number])[]): string {
  return terms
    .map(([at, factor]) => `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} x${at}`)
    .join("\n");
}

interface Group {
  allowed: readonly [readonly string[], readonly string[]];
  counted: readonly boolean[];
  count: readonly [number, number | null];
}

/** The lines that tell the same of two columns, as one group each. */
function groupsOf(lines: PublicYear["lines"], declared: Declared, columns: Pair): Group[] {
  const all = columns.map((column) => declared.columns.get(column)!);
  if (!lines) return [{ allowed: [all[0]!, all[1]!], counted: [true, false], count: [0, null] }];
  const groups = new Map<string, Group>();
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
    const { universe } = declared;
    const shown = universe && words[universe.column];
    const counted = !universe
      ? [true]
      : shown == null
        ? [true, false]
        : [universe.words.includes(shown)];
    const key = JSON.stringify([allowed, counted]);
    const before = groups.get(key)?.count ?? [0, 0];
    groups.set(key, {
      allowed: [allowed[0]!, allowed[1]!],
      counted,
      count: [before[0] + count[0], before[1]! + count[1]],
    });
  }
  return [...groups.values()];
}

/** Whether a matter is counted as the word of the universe's column says. */
function isInUniverse(
  { universe }: Declared,
  columns: Pair,
  { counted, words }: Variable,
): boolean {
  if (!universe) return true;
  const at = columns.indexOf(universe.column);
  return at < 0 || universe.words.includes(words[at]!) === counted;
}

/**
 * An intruder: somebody who reads everything public about complaints and works out what is not
 * said: bounds of every number about one or two attributes, from rows, totals, groups and their
 * differences. Knows the declarations of the metrics (their pages print them), and nothing of how
 * numbers are protected.
 */
import { isRowMetric, type Metric, type RowMetric } from "../../src/metrics/define.ts";

/** One line of the public rows: column → word, null where it is not told. */
export interface Line {
  words: Readonly<Record<string, string | null>>;
  count: number;
}

/** One public number: state and, if known, value. */
export interface Said {
  state: string;
  value: number | null;
}

export interface PublicYear {
  /** By metric: its amount and its groups. */
  figures: ReadonlyMap<string, { amount: Said; groups: ReadonlyMap<string, Said> }>;
  lines: readonly Line[];
}

export interface Known {
  /** column=word, joined by &, in the order of the columns. */
  what: string;
  low: number;
  high: number;
}

const OTHER = "未注明";

/** Bounds of all numbers about tickets that have one or two attributes of the public rows. */
export function attack(
  year: PublicYear,
  metrics: ReadonlyMap<string, Metric>,
  tickets: readonly string[],
  extra: readonly Known[] = [],
): Known[] {
  const columns = Object.keys(year.lines[0]?.words ?? {});
  const system = new System();
  const wordsOf = new Map(columns.map((column) => [column, new Set<string>([OTHER])]));
  for (const { words } of year.lines) {
    for (const column of columns) {
      const word = words[column];
      if (word != null) wordsOf.get(column)!.add(word);
    }
  }
  const counts = [...year.figures].flatMap(([id, figure]) => {
    const metric = metrics.get(id);
    return metric &&
      isRowMetric(metric) &&
      metric.kind === "count" &&
      metric.dataset.people === true
      ? [{ metric, figure }]
      : [];
  });
  for (const { metric, figure } of counts) {
    if (metric.by === undefined) continue;
    const own = wordsOf.get(metric.by);
    for (const word of figure.groups.keys()) own?.add(word);
  }

  // The rows say at least and at most how many have an attribute, or two.
  const isTicket = (line: Line) => {
    const channel = line.words.channel;
    return channel == null ? null : tickets.includes(channel);
  };
  const fromRows = (wanted: readonly (readonly [string, string])[]): [number, number] => {
    let [low, high] = [0, 0];
    for (const line of year.lines) {
      const told = [isTicket(line), ...wanted.map(([column, word]) => says(line, column, word))];
      if (told.includes(false)) continue;
      high += line.count;
      if (!told.includes(null)) low += line.count;
    }
    return [low, high];
  };
  const name = (wanted: readonly (readonly [string, string])[]) =>
    wanted
      .map(([column, word]) => `${column}=${word}`)
      .sort()
      .join("&");
  const number = (wanted: readonly (readonly [string, string])[]): string => {
    const id = name(wanted);
    if (!system.has(id)) system.add(id, ...fromRows(wanted));
    return id;
  };

  const total = number([]);
  for (const column of columns) {
    const words = [...wordsOf.get(column)!].filter(
      (word) => column !== "channel" || tickets.includes(word),
    );
    system.sum(
      total,
      words.map((word) => number([[column, word]])),
    );
    for (const other of columns) {
      if (other === column || other === "channel") continue;
      for (const word of words) {
        system.sum(
          number([[column, word]]),
          [...wordsOf.get(other)!].map((second) =>
            number([
              [column, word],
              [other, second],
            ]),
          ),
        );
      }
    }
  }

  // The figures: a metric without groups is a sum over the words of its condition.
  for (const { metric, figure } of counts) {
    const conditions = conditionsOf(metric, tickets);
    if (!conditions || conditions.some(([column]) => !wordsOf.has(column))) continue;
    const each = (fixed: readonly (readonly [string, string])[], said: Said) => {
      const free = conditions.filter(([column]) => !fixed.some(([own]) => own === column));
      if (free.length + fixed.length > 2) return;
      let parts: (readonly (readonly [string, string])[])[] = [fixed];
      for (const [column, words] of free) {
        parts = parts.flatMap((part) => words.map((word) => [...part, [column, word] as const]));
      }
      system.say(parts.map(number), said);
    };
    each([], figure.amount);
    if (metric.by === undefined || !wordsOf.has(metric.by) || figure.groups.size === 0) continue;
    const all = new Set([...wordsOf.get(metric.by)!, ...figure.groups.keys()]);
    for (const word of all) {
      const own = metric.where[metric.by];
      if (own !== undefined && !own.includes(word)) continue;
      // A group that is not listed has no row.
      each([[metric.by, word]], figure.groups.get(word) ?? { state: "known", value: 0 });
    }
  }
  for (const { what, low, high } of extra) system.bound(what, low, high);
  return system.solve();
}

/** Conditions beside “is a ticket”; null for metrics that are not about tickets. */
function conditionsOf(
  { where, except }: RowMetric,
  tickets: readonly string[],
): (readonly [string, readonly string[]])[] | null {
  if (except !== undefined) return null;
  const channel = where.channel;
  if (!Array.isArray(channel) || channel.join() !== tickets.join()) return null;
  return Object.entries(where)
    .filter(([key]) => key !== "channel")
    .map(([key, words]) => [key, typeof words === "string" ? [words] : words] as const);
}

/** Whether a line has the word; null where it is not told. An empty cell is never told. */
function says({ words }: Line, column: string, word: string): boolean | null {
  const own = words[column];
  return own == null ? null : own === word;
}

/** Whole numbers between bounds, tied by sums. */
class System {
  readonly #low = new Map<string, number>();
  readonly #high = new Map<string, number>();
  readonly #sums: { total: string; parts: readonly string[] }[] = [];

  has(id: string): boolean {
    return this.#low.has(id);
  }

  add(id: string, low: number, high: number): void {
    this.#low.set(id, low);
    this.#high.set(id, high);
  }

  bound(id: string, low: number, high: number): boolean {
    const [a, b] = [this.#low.get(id)!, this.#high.get(id)!];
    if (low <= a && high >= b) return false;
    if (low > b || high < a) throw new Error(`${id}: ${a}–${b} is not ${low}–${high}`);
    this.#low.set(id, Math.max(a, low));
    this.#high.set(id, Math.min(b, high));
    return true;
  }

  sum(total: string, parts: readonly string[]): void {
    this.#sums.push({ total, parts });
  }

  /** What is printed about the sum of some numbers. */
  say(parts: readonly string[], { state, value }: Said): void {
    if (state !== "known" && state !== "suppressed") return;
    const [low, high] = state === "known" ? [value!, value!] : [1, 4];
    if (parts.length === 1) this.bound(parts[0]!, low, high);
    else {
      const id = `said ${this.#sums.length}`;
      this.add(id, low, high);
      this.sum(id, parts);
    }
  }

  solve(): Known[] {
    for (let changed = true; changed; ) {
      changed = false;
      for (const { total, parts } of this.#sums) {
        let [low, high] = [0, 0];
        for (const part of parts) {
          low += this.#low.get(part)!;
          high += this.#high.get(part)!;
        }
        changed = this.bound(total, low, high) || changed;
        const [least, most] = [this.#low.get(total)!, this.#high.get(total)!];
        for (const part of parts) {
          const [a, b] = [this.#low.get(part)!, this.#high.get(part)!];
          changed = this.bound(part, least - (high - b), most - (low - a)) || changed;
          // The sums above stay bounds, if looser ones, while parts are tightened.
        }
      }
    }
    return [...this.#low.keys()]
      .filter((id) => !id.startsWith("said "))
      .map((what) => ({ what, low: this.#low.get(what)!, high: this.#high.get(what)! }));
  }
}

/** What the intruder is certain of and should not be. */
export function leaks(known: readonly Known[]): Known[] {
  return known.filter(({ low, high }) => low === high && low >= 1 && low <= 4);
}

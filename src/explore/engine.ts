/**
 * Filters, counts, sorts: everything the explorer works out of the rows. Runs in a worker of the
 * browser, and in the build for the first page. Works column by column in plain loops over codes:
 * these are fast from the first call on, before the browser has compiled them.
 */
import { NOT_LISTED } from "../text/format.ts";
import { type ColumnHead, PAGE, type Query, wordsOf } from "./head.ts";

export interface Rows {
  lines: number;
  columns: readonly (ColumnHead & { codes: ArrayLike<number> })[];
  weights: readonly number[];
  exact: readonly boolean[];
}

/** One word of a column and how many matters have it. */
export interface Option {
  word: string;
  matters: number;
}

/** A word, what is left of many words, or what is not listed. */
export interface Bar {
  label: string;
  matters: number;
  listed: boolean;
}

export interface Answer {
  lines: number;
  matters: number;
  /** False where some 件数 is 余, 约 or not published: then the numbers are “at least”. */
  exact: boolean;
  /** Column → its words, counted under the filters of the other columns. */
  facets: Record<string, Option[]>;
  /** The words of the chosen column under all filters. */
  bars: Bar[];
  /** The page's lines, a cell for each shown column. */
  rows: string[][];
  page: number;
  pages: number;
}

const BARS = 15;

/** The state of a line that more than one condition keeps out. */
const OUT = 255;

export class Engine {
  readonly #rows: Rows;
  readonly #count: ArrayLike<number>;
  readonly #facets: Facet[];

  constructor(rows: Rows) {
    this.#rows = rows;
    this.#count = rows.columns.find(({ key }) => key === "count")!.codes;
    this.#facets = rows.columns.filter(({ facet }) => facet).map((column) => new Facet(column));
  }

  answer(query: Query): Answer {
    const { weights, exact, columns } = this.#rows;
    const { found, missed } = this.#select(query);
    const counts = new Float64Array(weights.length);
    for (let i = 0; i < found.length; i++) counts[this.#count[found[i]!]!]! += 1;
    const facets: Answer["facets"] = {};
    let bars: Bar[] = [];
    for (const [f, facet] of this.#facets.entries()) {
      const { key, codes, values } = facet.column;
      const sums = new Float64Array(values.length);
      this.#add(sums, codes, found);
      if (key === query.by) bars = facet.bars(sums);
      this.#add(sums, codes, missed(f));
      facets[key] = facet.options(sums);
    }
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    const page = Math.min(query.page, pages - 1);
    const lines = this.#sorted(found, query).subarray(page * PAGE, (page + 1) * PAGE);
    const shown = columns.filter((column) => column.shown);
    return {
      lines: found.length,
      matters: counts.reduce((sum, count, code) => sum + count * weights[code]!, 0),
      exact: counts.every((count, code) => count === 0 || exact[code]),
      facets,
      bars,
      rows: Array.from(lines, (line) => shown.map(({ values, codes }) => values[codes[line]!]!)),
      page,
      pages,
    };
  }

  /** All lines of a query, sorted. */
  lines(query: Query): Uint32Array {
    return this.#sorted(this.#select(query).found, query);
  }

  /** The lines that meet a query, and by facet those that only that facet's filter keeps out. */
  #select({ filters, text }: Query): { found: Uint32Array; missed(facet: number): Uint32Array } {
    // By line: 0 where it meets the query, f + 1 where only facet f keeps it out, else OUT.
    const state = new Uint8Array(this.#rows.lines);
    for (const term of text.trim().toLowerCase().split(/\s+/)) {
      if (term !== "") this.#search(state, term);
    }
    for (const [f, facet] of this.#facets.entries()) {
      const { key, codes } = facet.column;
      const words = filters.get(key);
      if (!words || words.length === 0) continue;
      const takes = facet.takes(words);
      for (let line = 0; line < state.length; line++) {
        if (takes[codes[line]!] === 0) state[line] = state[line] === 0 ? f + 1 : OUT;
      }
    }
    const { order, ends } = arranged(state, OUT + 1);
    return {
      found: order.subarray(0, ends[0]),
      missed: (facet) => order.subarray(ends[facet], ends[facet + 1]),
    };
  }

  /** Takes out the lines without a text: it is searched in the values, of which there are far fewer. */
  #search(state: Uint8Array, term: string): void {
    const hit = new Uint8Array(state.length);
    for (const { kind, values, codes } of this.#rows.columns) {
      if (kind === "number") continue;
      const has = Uint8Array.from(values, (value) => (value.toLowerCase().includes(term) ? 1 : 0));
      if (!has.includes(1)) continue;
      for (let line = 0; line < hit.length; line++) hit[line]! |= has[codes[line]!]!;
    }
    for (let line = 0; line < hit.length; line++) if (hit[line] === 0) state[line] = OUT;
  }

  /** Adds to the sum of each code how many matters its lines are. */
  #add(sums: Float64Array, codes: ArrayLike<number>, lines: Uint32Array): void {
    const { weights } = this.#rows;
    const count = this.#count;
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i]!;
      sums[codes[line]!]! += weights[count[line]!]!;
    }
  }

  /** Values stand in order already, so codes are sorted. Cells without one come last. */
  #sorted(found: Uint32Array, { sort }: Query): Uint32Array {
    const column = sort && this.#rows.columns.find(({ key }) => key === sort.key);
    if (!column) return found;
    const { codes, values } = column;
    const last = values.length - 1;
    const keys = new Uint32Array(found.length);
    for (let i = 0; i < keys.length; i++) {
      const code = codes[found[i]!]!;
      keys[i] = code === 0 ? last : sort.down ? last - code : code - 1;
    }
    const { order } = arranged(keys, values.length);
    for (let i = 0; i < order.length; i++) order[i] = found[order[i]!]!;
    return order;
  }
}

/** The places of keys from small to large, equal ones as they stand; and where each key ends. */
function arranged(
  keys: Uint8Array | Uint32Array,
  size: number,
): { order: Uint32Array; ends: Uint32Array } {
  const next = new Uint32Array(size + 1);
  for (let i = 0; i < keys.length; i++) next[keys[i]! + 1]! += 1;
  for (let key = 1; key < size; key++) next[key]! += next[key - 1]!;
  const order = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i++) order[next[keys[i]!]!++] = i;
  return { order, ends: next };
}

/** A column with the words that its values hold. */
class Facet {
  readonly column: Rows["columns"][number];
  readonly #words: string[];
  readonly #at: number[][];

  constructor(column: Rows["columns"][number]) {
    this.column = column;
    const places = new Map<string, number>();
    this.#at = column.values.map((value) =>
      wordsOf(column, value).map((word) => {
        const at = places.get(word) ?? places.size;
        places.set(word, at);
        return at;
      }),
    );
    this.#words = [...places.keys()];
  }

  /** By code, 1 where a value holds one of the words. */
  takes(words: readonly string[]): Uint8Array {
    const wanted = new Set(words.map((word) => this.#words.indexOf(word)));
    return Uint8Array.from(this.#at, (places) => (places.some((at) => wanted.has(at)) ? 1 : 0));
  }

  /** Largest first where words have no order of their own; what is not listed last. */
  options(sums: Float64Array): Option[] {
    const matters = new Float64Array(this.#words.length);
    for (const [code, places] of this.#at.entries()) {
      for (const at of places) matters[at]! += sums[code]!;
    }
    const options = this.#words.map((word, at) => ({ word, matters: matters[at]! }));
    const listed = options.filter(({ word }) => word !== "");
    if (!this.column.ordered) listed.sort((a, b) => b.matters - a.matters);
    return [...listed, ...options.filter((one) => one.word === "" && one.matters > 0)];
  }

  /** Words that occur; where there are many without an order, the rest of them as one. */
  bars(sums: Float64Array): Bar[] {
    const options = this.options(sums).filter(({ matters }) => matters > 0);
    const bars = options.map(({ word, matters }) => ({
      label: word || NOT_LISTED,
      matters,
      listed: word !== "",
    }));
    const listed = bars.filter((bar) => bar.listed);
    const rest = this.column.ordered ? [] : listed.splice(BARS);
    if (rest.length > 0) {
      const matters = rest.reduce((sum, bar) => sum + bar.matters, 0);
      listed.push({ label: `其余${rest.length}项`, matters, listed: true });
    }
    return [...listed, ...bars.filter((bar) => !bar.listed)];
  }
}

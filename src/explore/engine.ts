/**
 * Filters, counts, sorts: everything the explorer works out of the rows. Runs in a worker of the
 * browser, and in the build for the first page.
 */
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

export interface Answer {
  lines: number;
  matters: number;
  /** False where some 件数 is 余, 约 or not published: then the numbers are “at least”. */
  exact: boolean;
  /** Column → its words, counted under the filters of the other columns. */
  facets: Record<string, Option[]>;
  /** The words of the chosen column under all filters. */
  bars: Option[];
  /** The page's lines, a cell for each shown column. */
  rows: string[][];
  page: number;
  pages: number;
}

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
    const chosen = this.#chosen(query);
    const sums = this.#facets.map(({ column }) => new Float64Array(column.values.length));
    const bars = this.#facets.findIndex(({ column }) => column.key === query.by);
    const barSums = new Float64Array(this.#facets[bars]?.column.values.length ?? 0);
    const found: number[] = [];
    let matters = 0;
    let isExact = true;
    this.#pass(chosen, query.text, (line, missed) => {
      const count = this.#count[line]!;
      const weight = weights[count]!;
      if (missed >= 0) {
        // Only one column's filter keeps it out: it counts among that column's words.
        sums[missed]![this.#facets[missed]!.column.codes[line]!]! += weight;
        return;
      }
      found.push(line);
      matters += weight;
      if (!exact[count]) isExact = false;
      for (let f = 0; f < sums.length; f++) {
        sums[f]![this.#facets[f]!.column.codes[line]!]! += weight;
      }
      barSums[this.#facets[bars]!.column.codes[line]!]! += weight;
    });
    const ordered = this.#sorted(found, query);
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    const page = Math.min(query.page, pages - 1);
    const shown = columns.filter((column) => column.shown);
    return {
      lines: found.length,
      matters,
      exact: isExact,
      facets: Object.fromEntries(
        this.#facets.map((facet, f) => [facet.column.key, facet.options(sums[f]!)]),
      ),
      bars: this.#facets[bars]?.options(barSums).filter((one) => one.matters > 0) ?? [],
      rows: [...ordered.slice(page * PAGE, (page + 1) * PAGE)].map((line) =>
        shown.map(({ values, codes }) => values[codes[line]!]!),
      ),
      page,
      pages,
    };
  }

  /** All lines of a query, sorted. */
  lines(query: Query): ArrayLike<number> {
    const found: number[] = [];
    this.#pass(this.#chosen(query), query.text, (line, missed) => {
      if (missed < 0) found.push(line);
    });
    return this.#sorted(found, query);
  }

  /** For each facet the codes that its filter takes; null where it has none. */
  #chosen({ filters }: Query): (Uint8Array | null)[] {
    return this.#facets.map((facet) => {
      const words = filters.get(facet.column.key);
      return words && words.length > 0 ? facet.codesOf(words) : null;
    });
  }

  /**
   * Every line that meets all filters but at most one; `missed` is that facet, -1 for none.
   * Text is searched in the values, not in the lines: there are far fewer.
   */
  #pass(
    chosen: readonly (Uint8Array | null)[],
    text: string,
    take: (line: number, missed: number) => void,
  ): void {
    const active = chosen.flatMap((takes, f) =>
      takes ? [{ f, takes, codes: this.#facets[f]!.column.codes }] : [],
    );
    const terms = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const searched = terms.map((term) =>
      this.#rows.columns.flatMap(({ values, codes, kind }) => {
        if (kind === "number") return [];
        const takes = Uint8Array.from(values, (value) =>
          value.toLowerCase().includes(term) ? 1 : 0,
        );
        return takes.includes(1) ? [{ takes, codes }] : [];
      }),
    );
    next: for (let line = 0; line < this.#rows.lines; line++) {
      for (const columns of searched) {
        if (!columns.some(({ takes, codes }) => takes[codes[line]!] === 1)) continue next;
      }
      let missed = -1;
      for (const { f, takes, codes } of active) {
        if (takes[codes[line]!] === 1) continue;
        if (missed >= 0) continue next;
        missed = f;
      }
      take(line, missed);
    }
  }

  /** Values stand in order already: sorting lines is counting codes. Cells without one come last. */
  #sorted(
    found: number[],
    { sort }: Query,
  ): ArrayLike<number> & { slice(a: number, b: number): Iterable<number> } {
    const column = sort && this.#rows.columns.find(({ key }) => key === sort.key);
    if (!column) return found;
    const size = column.values.length;
    const rank = ranks(column);
    const place = (code: number) =>
      code === 0 ? size - 1 : sort.down ? size - 1 - rank[code]! : rank[code]! - 1;
    const starts = new Uint32Array(size + 1);
    for (const line of found) starts[place(column.codes[line]!) + 1]! += 1;
    for (let i = 1; i <= size; i++) starts[i]! += starts[i - 1]!;
    const ordered = new Uint32Array(found.length);
    for (const line of found) ordered[starts[place(column.codes[line]!)]!++] = line;
    return ordered;
  }
}

/** Places of the values, from 1: numbers by size, the rest as they stand. */
function ranks({ kind, values }: ColumnHead): ArrayLike<number> {
  if (kind !== "number") return values.map((_, code) => code);
  const size = (text: string) => Number.parseFloat(text.replace(/[^\d.]/g, "")) || 0;
  const order = values.map((_, code) => code).slice(1);
  order.sort((a, b) => size(values[a]!) - size(values[b]!));
  const rank = new Uint32Array(values.length);
  for (const [i, code] of order.entries()) rank[code] = i + 1;
  return rank;
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

  codesOf(words: readonly string[]): Uint8Array {
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
    const rest = options.filter(({ word }) => word === "" && matters[0]! > 0);
    const own = options.filter(({ word }) => word !== "");
    return [...own, ...rest];
  }
}

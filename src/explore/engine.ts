/**
 * Filters, counts, sorts: everything the explorer works out of the rows. Runs in a worker of the
 * browser, and in the build for the first page. Works column by column in plain loops over codes:
 * these are fast from the first call on, before the browser has compiled them.
 */
import { AT_LEAST, numberText, UNKNOWN, WRITTEN } from "../text/format.ts";
import { arranged } from "./arranged.ts";
import { type Bar, Facet, type Option, tellOf, toldText } from "./facet.ts";
import { type Countable, PAGE, type Query, type Rows } from "./head.ts";
import { LinesOfParts } from "./lines-of-parts.ts";

/** A part and its number with its unit: 30余次. */
export interface Said extends Pick<Countable, "id" | "year" | "label" | "unit"> {
  text: string;
}

export interface Answer {
  /** Rows found, of whatever part. */
  lines: number;
  /** Whether nothing is chosen but years: then the numbers are those made at build, of all rows. */
  whole: boolean;
  /** The part that is counted: of it alone are the numbers, the facets and the bars. */
  part: Said;
  /** How many matters of it the rows are that are found, at least where `exact` is false. */
  matters: number;
  exact: boolean;
  /** Matters that only cells which are not listed keep out: they may belong here. */
  maybe: number;
  /** Other parts of which something is found; never added. */
  others: Said[];
  /** Found in its year, and of no part: counted nowhere, or nobody can tell where. */
  loose: number;
  /** Column → its words, counted under the filters of the other columns. */
  facets: Record<string, Option[]>;
  /** The words of the chosen column under all filters; none where most matters do not list it. */
  bars: Bar[];
  /** How many matters do not list the chosen column; of all of them when nothing is chosen. */
  unlisted: number;
  /** The page's lines, a cell for each shown column. */
  rows: string[][];
  page: number;
  pages: number;
}

/** The state of a line that more than one condition keeps out. */
const OUT = 255;
/** Why a line is kept out: a cell is not listed, or says something else. */
const [GAP, OTHER] = [1, 2];
/** How a number is written that is not exact, by the flags of what it is added up of. */
const BEFORE = ["", AT_LEAST, "约", "约"];

interface Found {
  found: Uint32Array;
  /** The lines that only a facet's filter keeps out. */
  missed(facet: number): Uint32Array;
  /** The lines that only cells which are not listed keep out. */
  maybe: Uint32Array;
}

/** By part. */
interface Sums {
  lines: Uint32Array;
  matters: Float64Array;
  vague: Uint8Array;
}

export class Engine {
  readonly #rows: Rows;
  readonly #count: ArrayLike<number>;
  readonly #facets: Facet[];
  readonly #of: LinesOfParts;

  constructor(rows: Rows) {
    this.#rows = rows;
    this.#count = rows.columns.find(({ key }) => key === "count")!.codes;
    this.#facets = rows.columns
      .filter(({ facet }) => facet)
      .map((column) => {
        const told = [...rows.parts].reverse().flatMap(({ columns }) => columns[column.key] ?? []);
        return new Facet(
          column,
          told.map(({ word }) => word),
        );
      });
    this.#of = new LinesOfParts(rows);
  }

  answer(query: Query): Answer {
    const selected = this.#select(query);
    const { found } = selected;
    const [sums, maybe] = [this.#sums(found), this.#sums(selected.maybe)];
    const whole = query.text === "" && [...query.filters.keys()].every((key) => key === "year");
    const at = this.#counted(query, whole, sums, maybe);
    const part = this.#of.parts[at]!;
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    const page = Math.min(query.page, pages - 1);
    const lines = this.#sorted(found, query).subarray(page * PAGE, (page + 1) * PAGE);
    const shown = this.#rows.columns.filter((column) => column.shown);
    return {
      lines: found.length,
      whole,
      part: this.#said(at, whole, sums),
      matters: sums.matters[at]!,
      exact: sums.vague[at] === 0,
      maybe: maybe.matters[at]! + maybe.matters[this.#of.noneOf(part.year)]!,
      others: this.#of.parts.flatMap(({ year }, i) => {
        const is = whole ? isOf(query, year) : sums.lines[i]! > 0;
        return is && i !== at ? [this.#said(i, whole, sums)] : [];
      }),
      loose: this.#loose(part.year, whole, sums),
      ...this.#facetsOf(query, part, whole, selected),
      rows: Array.from(lines, (line) => shown.map(({ values, codes }) => values[codes[line]!]!)),
      page,
      pages,
    };
  }

  /** All lines of a query, sorted. */
  lines(query: Query): Uint32Array {
    return this.#sorted(this.#select(query).found, query);
  }

  #sums(lines: Uint32Array): Sums {
    const { weights, vague } = this.#rows;
    const { of, size } = this.#of;
    const sums = {
      lines: new Uint32Array(size),
      matters: new Float64Array(size),
      vague: new Uint8Array(size),
    };
    for (let i = 0; i < lines.length; i++) {
      const [at, code] = [of[lines[i]!]!, this.#count[lines[i]!]!];
      sums.lines[at]! += 1;
      sums.matters[at]! += weights[code]!;
      sums.vague[at]! |= vague[code]!;
    }
    return sums;
  }

  /** The part asked for, where something of it is found; else the first of which something is, or may be. */
  #counted(query: Query, whole: boolean, sums: Sums, maybe: Sums): number {
    const { parts } = this.#of;
    const has = (own: Sums) => (_: Countable, at: number) => own.lines[at]! > 0;
    const is = whole ? ({ year }: Countable) => isOf(query, year) : has(sums);
    const at = parts.findIndex((part, i) => part.id === query.of && is(part, i));
    const first = at >= 0 ? at : parts.findIndex(is);
    return Math.max(0, first >= 0 ? first : parts.findIndex(has(maybe)));
  }

  #said(at: number, whole: boolean, { lines, matters, vague }: Sums): Said {
    const { id, year, label, unit, total } = this.#of.parts[at]!;
    // Where no row tells what it is, none of them is found, and 0 would be a number.
    if (!total && (whole || lines[at] === 0)) return { id, year, label, unit, text: UNKNOWN };
    const sum = matters[at]!;
    const before = sum === 0 && vague[at]! > 0 ? WRITTEN : BEFORE[vague[at]!]!;
    const own = whole && total ? toldText(total) : before + numberText(sum);
    return { id, year, label, unit, text: own + unit };
  }

  /** What the lines of a year are beyond its parts; when all rows are known, beyond their numbers. */
  #loose(year: string, whole: boolean, { matters }: Sums): number {
    const none = matters[this.#of.noneOf(year)]!;
    if (!whole) return none;
    const beyond = this.#of.parts.map(({ year: own, total }, at) =>
      own === year && total ? matters[at]! - total.matters : 0,
    );
    return Math.max(
      0,
      beyond.reduce((sum, one) => sum + one, none),
    );
  }

  #facetsOf({ by, filters }: Query, part: Countable, whole: boolean, { found, missed }: Found) {
    const of = this.#of;
    const own = of.within(found, [part]);
    const answer: Pick<Answer, "facets" | "bars" | "unlisted"> = {
      facets: {},
      bars: [],
      unlisted: 0,
    };
    for (const [f, facet] of this.#facets.entries()) {
      const { key } = facet.column;
      const beside = of.beside(part, key);
      const gap = of.tells(key) ? part.year : undefined;
      const unitOf = (word: string) => of.unitOf(key, word, beside);
      if (key === by) {
        // Years stand side by side; of sorts only one is drawn.
        const drawn = key === "year" ? beside : [part];
        const told = whole ? of.told(key, drawn) : null;
        const lines = key === "year" ? of.within(found, beside) : own;
        const totals = told ?? facet.counted(this.#byCode(facet, lines));
        const all = totals.reduce((sum, { matters }) => sum + matters, 0);
        answer.unlisted = totals.find(({ word }) => word === "")?.matters ?? 0;
        const isDrawn = told !== null || answer.unlisted * 2 <= all;
        answer.bars = isDrawn ? facet.bars(totals, told !== null) : [];
      }
      const told = whole ? of.told(key, beside) : null;
      const totals =
        told ??
        facet.counted(
          this.#byCode(
            facet,
            beside.length > 1 || gap ? of.within(found, beside, gap) : own,
            of.within(missed(f), beside, gap),
          ),
        );
      const options = facet.options(totals, told !== null, unitOf);
      const others = of.others(part, beside, options, filters.get(key) ?? []);
      for (const other of others) {
        const own = whole ? of.told(key, [other]) : null;
        const sums = () =>
          this.#byCode(facet, of.within(found, [other]), of.within(missed(f), [other]));
        tellOf(options, part, other, own ?? facet.counted(sums()));
      }
      answer.facets[key] = options;
    }
    return answer;
  }

  /** How many matters some lines are, by the code of a column. */
  #byCode({ column: { codes, values } }: Facet, ...some: readonly Uint32Array[]): Float64Array {
    const sums = new Float64Array(values.length);
    const { weights } = this.#rows;
    const count = this.#count;
    for (const lines of some) {
      for (let i = 0; i < lines.length; i++) {
        const line = lines[i]!;
        sums[codes[line]!]! += weights[count[line]!]!;
      }
    }
    return sums;
  }

  #select({ filters, text }: Query): Found {
    // By line: 0 where it meets the query, f + 1 where only facet f keeps it out, else OUT.
    const state = new Uint8Array(this.#rows.lines);
    const why = new Uint8Array(this.#rows.lines);
    for (const term of text.trim().toLowerCase().split(/\s+/)) {
      if (term !== "") this.#search(state, why, term);
    }
    for (const [f, facet] of this.#facets.entries()) {
      const { key, codes } = facet.column;
      const words = filters.get(key);
      if (!words || words.length === 0) continue;
      const takes = facet.takes(words);
      // What no number and no row says anywhere is not behind a cell that is not listed either.
      const gap = words.some((word) => facet.has(word)) ? GAP : OTHER;
      for (let line = 0; line < state.length; line++) {
        if (takes[codes[line]!] !== 0) continue;
        state[line] = state[line] === 0 ? f + 1 : OUT;
        why[line]! |= codes[line] === 0 ? gap : OTHER;
      }
    }
    const { order, ends } = arranged(state, OUT + 1);
    return {
      found: order.subarray(0, ends[0]),
      missed: (facet) => order.subarray(ends[facet], ends[facet + 1]),
      maybe: order.filter((line) => why[line] === GAP),
    };
  }

  /** Takes out the lines without a text: it is searched in the values, of which there are far fewer. */
  #search(state: Uint8Array, why: Uint8Array, term: string): void {
    const hit = new Uint8Array(state.length);
    for (const { kind, values, codes } of this.#rows.columns) {
      if (kind === "number") continue;
      const has = Uint8Array.from(values, (value) => (value.toLowerCase().includes(term) ? 1 : 0));
      if (!has.includes(1)) continue;
      for (let line = 0; line < hit.length; line++) hit[line]! |= has[codes[line]!]!;
    }
    for (let line = 0; line < hit.length; line++) {
      if (hit[line] !== 0) continue;
      state[line] = OUT;
      why[line]! |= this.#hasGap(line) ? GAP : OTHER;
    }
  }

  #hasGap(line: number): boolean {
    return this.#facets.some(({ column }) => column.codes[line] === 0);
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

function isOf({ filters }: Query, year: string): boolean {
  return filters.get("year")?.includes(year) ?? true;
}

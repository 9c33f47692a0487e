/** Which part each line is of: parts as they are listed, and behind them, by year, what is of none. */

import { UNKNOWN } from "../text/format.ts";
import { Facet, type Option } from "./facet.ts";
import type { Countable, Rows, Sort, Total } from "./head.ts";

export class LinesOfParts {
  readonly parts: readonly Countable[];
  readonly years: readonly string[];
  /** By line. */
  readonly of: Uint16Array;
  readonly #sorts: readonly Sort[];

  constructor(rows: Rows) {
    this.parts = rows.parts;
    this.years = [...new Set(rows.parts.map(({ year }) => year))];
    this.#sorts = rows.sorts;
    this.of = this.#told(rows);
  }

  get size(): number {
    return this.parts.length + this.years.length;
  }

  /** The place of what is of no part in a year. */
  noneOf(year: string): number {
    return this.parts.length + this.years.indexOf(year);
  }

  /** Whether a column tells the sorts apart. */
  tells(key: string): boolean {
    return this.#sorts.some(({ where }) => where.some(([column]) => column === key));
  }

  /** The parts that stand side by side, never added, under the words of a column. */
  beside(part: Countable, key: string): Countable[] {
    if (key === "year") return this.parts.filter(({ sort }) => sort === part.sort);
    return this.tells(key) ? this.parts.filter(({ year }) => year === part.year) : [part];
  }

  /**
   * The parts to ask of words that the counted one has none of: the year's other sorts, whose rows
   * stand among the listed ones; of other years where one of their words is chosen.
   */
  others(
    part: Countable,
    beside: readonly Countable[],
    options: readonly Option[],
    chosen: readonly string[],
  ): Countable[] {
    const missing = options.filter(({ word, matters }) => word !== "" && matters === 0);
    if (missing.length === 0) return [];
    const isChosen = missing.some(({ word }) => chosen.includes(word));
    const others = this.parts.filter(
      (other) => !beside.includes(other) && (isChosen || other.year === part.year),
    );
    return others.toSorted((a, b) => Number(a.year !== part.year) - Number(b.year !== part.year));
  }

  /** The lines that are of some parts, and with `gap` those of the year that are of none. */
  within(lines: Uint32Array, parts: readonly Countable[], gap?: string): Uint32Array {
    const is = new Uint8Array(this.size);
    for (const part of parts) is[this.parts.indexOf(part)] = 1;
    if (gap !== undefined) is[this.noneOf(gap)] = 1;
    return lines.filter((line) => is[this.of[line]!] === 1);
  }

  /** The numbers made at build of a column's words in some parts; null where there are none. */
  told(key: string, parts: readonly Countable[]): Total[] | null {
    if (key === "year") {
      return parts.map(({ year, total }) => ({
        word: year,
        ...(total ?? { matters: 0, text: UNKNOWN }),
      }));
    }
    const own = parts.map(({ columns }) => columns[key]);
    return own[0] ? own.flatMap((totals) => totals ?? []) : null;
  }

  /** The unit of a word of the column that tells the sorts apart. */
  unitOf(key: string, word: string, parts: readonly Countable[]): string {
    const units = new Set(parts.map(({ unit }) => unit));
    if (units.size < 2) return "";
    const own = parts.find(({ sort }) =>
      this.#sorts[sort]!.where.some(([column, words]) => column === key && words.includes(word)),
    );
    return own?.unit ?? "";
  }

  #told({ lines, columns }: Rows): Uint16Array {
    const column = (key: string) => columns.find((one) => one.key === key);
    const year = column("year")!;
    const of = new Uint16Array(lines);
    const noneByCode = year.values.map((word) => this.noneOf(word));
    for (let line = 0; line < lines; line++) of[line] = noneByCode[year.codes[line]!]!;
    for (const [at, { where, except }] of this.#sorts.entries()) {
      const own = year.values.map((word) =>
        this.parts.findIndex((part) => part.sort === at && part.year === word),
      );
      const is = new Uint8Array(lines).fill(1);
      for (const [conditions, wanted] of [
        [where, 1],
        [except, 0],
      ] as const) {
        for (const [key, words] of conditions) {
          const told = column(key);
          if (!told && wanted === 1) is.fill(0);
          if (!told) continue;
          const takes = new Facet(told).takes(words);
          for (let line = 0; line < lines; line++) {
            if (takes[told.codes[line]!] !== wanted) is[line] = 0;
          }
        }
      }
      for (let line = 0; line < lines; line++) {
        const part = own[year.codes[line]!]!;
        if (is[line] === 1 && part >= 0) of[line] = part;
      }
    }
    return of;
  }
}

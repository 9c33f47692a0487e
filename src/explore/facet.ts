/** A column that visitors filter by: its words, and how many matters have each. */
import { NOT_LISTED, numberText } from "../text/format.ts";
import { type Count, type Countable, type RowColumn, type Total, wordsOf } from "./head.ts";

/** One word of a column and how many matters have it. */
export interface Option {
  word: string;
  matters: number;
  text: string;
  /** The part that has it, where it is another than the one that is counted. */
  of?: string;
}

/** A word, what is left of many words, or what is not listed. */
export interface Bar {
  label: string;
  matters: number;
  text: string;
  listed: boolean;
}

const BARS = 15;

/** What stands at rows that say nothing of a column, where all rows are known. */
const BLANK = "没有填写";

export function toldText({ matters, text }: Count): string {
  return text ?? numberText(matters);
}

/**
 * Says of words that the counted part has none of how many another part has: rows of it are listed,
 * too, and nothing is added across parts.
 */
export function tellOf(
  options: readonly Option[],
  counted: Countable,
  { year, label, unit }: Countable,
  totals: readonly Total[],
): void {
  const of = year === counted.year ? label : `${year}年${label}`;
  for (const option of options) {
    const total = totals.find(({ word }) => word === option.word);
    if (option.matters > 0 || option.of || option.word === "" || !total?.matters) continue;
    option.text = `${of}${toldText(total)}${unit}`;
    option.of = of;
  }
}

/** A column with the words that its values hold. */
export class Facet {
  readonly column: RowColumn;
  /** Whether some line does not list it. */
  readonly #hasGaps: boolean;
  readonly #words: string[];
  readonly #at: number[][];
  /** By word, where words have an order of their own. */
  readonly #rank: ReadonlyMap<string, number>;

  /** `told`: words of which there are numbers, whether a row lists them or not. */
  constructor(column: RowColumn, told: readonly string[] = []) {
    this.column = column;
    const places = new Map<string, number>();
    this.#at = column.values.map((value) =>
      wordsOf(column, value).map((word) => {
        const at = places.get(word) ?? places.size;
        places.set(word, at);
        return at;
      }),
    );
    this.#words = [...new Set([...places.keys(), ...told])];
    const order = column.ordered ? [...told, ...places.keys()] : [];
    this.#rank = new Map([...new Set(order)].map((word, at) => [word, at]));
    this.#hasGaps = Array.prototype.includes.call(column.codes, 0);
  }

  has(word: string): boolean {
    return this.#words.includes(word);
  }

  /** By code, 1 where a value holds one of the words. */
  takes(words: readonly string[]): Uint8Array {
    const wanted = new Set(words.map((word) => this.#words.indexOf(word)));
    return Uint8Array.from(this.#at, (places) => (places.some((at) => wanted.has(at)) ? 1 : 0));
  }

  /** How many matters have each word: in the order of the words, what is not listed last. */
  counted(sums: Float64Array): Total[] {
    const matters = new Float64Array(this.#words.length);
    for (const [code, places] of this.#at.entries()) {
      for (const at of places) matters[at]! += sums[code]!;
    }
    const all = this.#words.map((word, at) => ({ word, matters: matters[at]! }));
    return [...all.filter(({ word }) => word !== ""), ...all.filter(({ word }) => word === "")];
  }

  /** Every word that rows or numbers have, with its number; one that no row lists is not 0. */
  options(totals: readonly Total[], known: boolean, unitOf: (word: string) => string): Option[] {
    const by = new Map(totals.map((total) => [total.word, total]));
    const gaps = !known && (by.get("")?.matters ?? 0) > 0;
    const words = new Set([...this.#words, ...by.keys()].filter((word) => word !== ""));
    const options = [...words].map((word): Option => {
      const total = by.get(word) ?? { matters: 0 };
      const text = gaps && total.matters === 0 ? NOT_LISTED : toldText(total) + unitOf(word);
      return { word, matters: total.matters, text };
    });
    this.#sort(options, ({ word }) => word);
    if (!this.#hasGaps && !by.get("")?.matters) return options;
    const blank = by.get("") ?? { matters: 0 };
    const text = !known ? toldText(blank) : blank.matters > 0 ? `${BLANK}的${toldText(blank)}` : "";
    return [...options, { word: "", matters: blank.matters, text }];
  }

  /** In their own order, or the largest first. */
  #sort<T extends { matters: number }>(all: T[], wordOf: (one: T) => string): void {
    const rank = (one: T) => this.#rank.get(wordOf(one)) ?? 0;
    all.sort((a, b) => (this.column.ordered ? rank(a) - rank(b) : b.matters - a.matters));
  }

  /** Words that occur; where there are many without an order, the rest of them as one. */
  bars(totals: readonly Total[], known: boolean): Bar[] {
    const barOf = (total: Total): Bar => ({
      label: total.word || (known ? BLANK : NOT_LISTED),
      matters: total.matters,
      text: toldText(total),
      listed: total.word !== "",
    });
    const bars = totals.filter(({ matters }) => matters > 0).map(barOf);
    const listed = bars.filter((bar) => bar.listed);
    this.#sort(listed, ({ label }) => label);
    const rest = this.column.ordered ? [] : listed.splice(BARS);
    if (rest.length > 0) {
      const matters = rest.reduce((sum, bar) => sum + bar.matters, 0);
      const text = numberText(matters);
      listed.push({ label: `其余${rest.length}项`, matters, text, listed: true });
    }
    return [...listed, ...bars.filter((bar) => !bar.listed)];
  }
}

/**
 * Typed rows as codes: each value of a column is kept once, and a column is a list of small numbers.
 * What is asked of every row is then asked of numbers; a value is looked up where it is needed.
 */
import type { Column, Dataset } from "../../datasets/define.ts";
import { lastDay } from "../../values/period.ts";
import type { Quantity } from "../../values/quantity.ts";
import type { RowValues, Value } from "../../values/value.ts";
import { Dictionary, type Encoded, NULL_CODE, UNINTERNED } from "./dictionary.ts";
import { PIECE_ROWS } from "./piece.ts";
import type { Row } from "./row.ts";

/** The columns of a dataset in the order of a typed row: its own, then the derived ones. */
export function columnKeys({ columns, derived = {} }: Dataset): string[] {
  return [...Object.keys(columns), ...Object.keys(derived)];
}

/** The columns of a dataset in one year, its derived ones behind the others. */
export class TypedColumns {
  readonly dataset: Dataset;
  readonly keys: readonly string[];
  readonly dictionaries: readonly Dictionary[];
  readonly #places: ReadonlyMap<string, number>;
  readonly year: number;
  /** The day up to which the year's data go. */
  readonly asOf: string;

  constructor(dataset: Dataset, year: number, asOf = lastDay(year)) {
    this.dataset = dataset;
    this.year = year;
    this.asOf = asOf;
    this.keys = columnKeys(dataset);
    this.dictionaries = this.keys.map(() => new Dictionary());
    this.#places = new Map(this.keys.map((key, place) => [key, place]));
  }

  placeOf(key: string): number {
    return this.#places.get(key) ?? -1;
  }

  /** How a value stands in a row; one that hardly another row holds stays uninterned. */
  encode(place: number, value: Value): Encoded {
    const dictionary = this.dictionaries[place]!;
    const column = this.column(place);
    const few = column.type !== "id" && dictionary.values.length < MOST_VALUES;
    const coded = value === null || few || isCoded(column);
    return { code: coded ? dictionary.codeOf(value) : UNINTERNED, value };
  }

  column(place: number): Column {
    const key = this.keys[place]!;
    return this.dataset.columns[key] ?? this.dataset.derived![key]!;
  }
}

/** Whether every value of a column has a code: its words and days come again. */
export function isCoded({ type }: Column): boolean {
  return type === "word" || type === "words" || type === "date";
}
/** Numbers and texts of a column past so many are hardly written twice. */
const MOST_VALUES = 1 << 16;

/**
 * Some rows of one file, column by column. There is one such object for all rows of a dataset and
 * year, filled again and again: who keeps rows keeps copies.
 */
export class Batch {
  readonly table: TypedColumns;
  file = "";
  /** Where each column stands in the file. */
  columns: Readonly<Record<string, number>> = {};
  /** Places that the file has, or that are computed from them. */
  given: readonly number[] = [];
  /** How many rows are in it. */
  length = 0;
  /** Row numbers as Excel shows them. */
  readonly rows = new Int32Array(PIECE_ROWS);
  /** By place, by row. */
  readonly codes: readonly Int32Array[];
  /** The values where the code is UNINTERNED. */
  readonly #uninterned: readonly Value[][];

  constructor(table: TypedColumns) {
    this.table = table;
    this.codes = table.keys.map(() => new Int32Array(PIECE_ROWS));
    this.#uninterned = table.keys.map(() => []);
  }

  /** Null too where there is no such place. */
  value(place: number, at: number): Value {
    const code = this.codes[place]?.[at] ?? NULL_CODE;
    if (code === UNINTERNED) return this.#uninterned[place]![at]!;
    return code === NULL_CODE ? null : this.table.dictionaries[place]!.values[code]!;
  }

  quantity(place: number, at: number): Quantity | null {
    const value = this.value(place, at);
    return typeof value === "object" && value !== null && "qualifier" in value ? value : null;
  }

  /**
   * Puts a cell where its row waits until it is taken in or another row waits there. A row may wait
   * at the next place or, as rows are taken in in their order, further on.
   */
  stage(place: number, at: number, { code, value }: Encoded): void {
    this.codes[place]![at] = code;
    if (code === UNINTERNED) this.#uninterned[place]![at] = value;
  }

  stageUninterned(place: number, at: number, value: Value): void {
    this.codes[place]![at] = UNINTERNED;
    this.#uninterned[place]![at] = value;
  }

  /** Takes in the row that waits at a place, by its number in the file; gives its place among the others. */
  takeIn(at: number, row: number): number {
    const to = this.length++;
    this.rows[to] = row;
    if (to === at) return to;
    for (const place of this.given) {
      const code = this.codes[place]![at]!;
      this.codes[place]![to] = code;
      if (code === UNINTERNED) this.#uninterned[place]![to] = this.#uninterned[place]![at]!;
    }
    return to;
  }

  /** Puts a value into all rows, of a column that the file does not have. */
  putAll(place: number, value: Value): void {
    this.codes[place]!.fill(this.table.dictionaries[place]!.codeOf(value));
  }

  /** Gives uninterned values a code, for who tells rows apart by it. */
  intern(place: number): void {
    if (isCoded(this.table.column(place))) return;
    const codes = this.codes[place]!;
    const dictionary = this.table.dictionaries[place]!;
    for (let at = 0; at < this.length; at++) {
      if (codes[at] === UNINTERNED) codes[at] = dictionary.codeOf(this.#uninterned[place]![at]!);
    }
  }

  row(at: number): Row {
    const { file, columns, table } = this;
    const values: RowValues = {};
    for (const place of this.given) values[table.keys[place]!] = this.value(place, at);
    return { file, row: this.rows[at]!, values, columns };
  }
}

/**
 * Typed rows as codes: each value of a column is kept once, and a row is a list of small numbers.
 * What is asked of every row is then asked of numbers; a value is looked up where it is needed.
 */
import type { Column, Dataset, Derived, RowValues, Value } from "../datasets/define.ts";
import { Tuples } from "./pairs.ts";
import type { Quantity } from "./values.ts";

/** One typed row and where it stands. */
export interface Row {
  file: string;
  /** Row number as Excel shows it. */
  row: number;
  values: RowValues;
  /** Where each column stands in the file; shared by all its rows. */
  columns: Readonly<Record<string, number>>;
}

/** The code of an empty cell, and of a column that the file does not have. */
export const NOTHING = 0;
/** In the place of a code: the value stands with the row itself, because few others hold the same. */
export const LOOSE = -1;

/** A value, and the code it stands under in a row. */
export interface Typing {
  code: number;
  value: Value;
}

/** The values of one column, each once. */
export class Dictionary {
  readonly values: Value[] = [null];
  readonly #codes = new Map<string, number>();

  codeOf(value: Value): number {
    if (value === null) return NOTHING;
    const key = keyOf(value);
    let code = this.#codes.get(key);
    if (code === undefined) {
      code = this.values.length;
      this.values.push(value);
      this.#codes.set(key, code);
    }
    return code;
  }
}

/** What no other value of the same column has. */
function keyOf(value: Exclude<Value, null>): string {
  if (typeof value === "string") return value;
  if ("qualifier" in value) {
    return `${value.value}\u0000${value.qualifier}\u0000${value.suppressed ?? ""}`;
  }
  return value.join("\u0000");
}

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

  constructor(dataset: Dataset, year: number) {
    this.dataset = dataset;
    this.year = year;
    this.keys = columnKeys(dataset);
    this.dictionaries = this.keys.map(() => new Dictionary());
    this.#places = new Map(this.keys.map((key, place) => [key, place]));
  }

  placeOf(key: string): number {
    return this.#places.get(key) ?? -1;
  }

  column(place: number): Column {
    const key = this.keys[place]!;
    return this.dataset.columns[key] ?? this.dataset.derived![key]!;
  }

  /** What computes these derived columns. */
  derive(keys: readonly string[]): Deriving[] {
    const groups = Map.groupBy(keys, (key) => this.dataset.derived![key]!.from.join());
    return [...groups.values()].map((group) => new Deriving(this, group));
  }
}

/** Computes derived columns: once for all rows that hold the same in the columns they come from. */
export class Deriving {
  readonly #columns: TypedColumns;
  readonly #derived: readonly { place: number; column: Derived }[];
  readonly #from: readonly number[];
  /** Those of them whose values may be without a code. */
  readonly #loose: readonly number[];
  #tuples: Tuples;
  #codes: number[][];

  /** Columns that come from the same ones. */
  constructor(columns: TypedColumns, keys: readonly string[]) {
    this.#columns = columns;
    this.#derived = keys.map((key) => ({
      place: columns.placeOf(key),
      column: columns.dataset.derived![key]!,
    }));
    this.#from = this.#derived[0]!.column.from.map((own) => columns.placeOf(own));
    this.#loose = this.#from.filter((place) => !isCoded(columns.column(place)));
    this.#tuples = new Tuples(this.#from);
    this.#codes = keys.map(() => []);
  }

  fill(row: TypedRow): void {
    for (let i = 0; i < this.#loose.length; i++) row.settle(this.#loose[i]!);
    const tuple = this.#tuples.numberOf(row.codes);
    if (tuple > MOST_TUPLES) {
      this.#tuples = new Tuples(this.#from);
      this.#codes = this.#codes.map(() => []);
      this.fill(row);
      return;
    }
    for (let i = 0; i < this.#derived.length; i++) {
      const { place, column } = this.#derived[i]!;
      const codes = this.#codes[i]!;
      codes[tuple] ??= this.#compute(row, place, column);
      row.codes[place] = codes[tuple];
    }
  }

  #compute(row: TypedRow, place: number, column: Derived): number {
    // Only what it says it comes from: then its result may be kept for the rows that hold the same.
    const values: RowValues = {};
    for (const from of this.#from) values[this.#columns.keys[from]!] = row.value(from);
    return this.#columns.dictionaries[place]!.codeOf(column.value(values, this.#columns.year));
  }
}

/** Whether every value of a column has a code: its words and days come again. */
function isCoded({ type }: Column): boolean {
  return type === "word" || type === "words" || type === "date";
}
/** Past so many, what has been computed is forgotten: rows that differ that much are better computed. */
const MOST_TUPLES = 1 << 20;

/** Numbers and texts of a column past so many are hardly written twice. */
const MOST_VALUES = 1 << 16;

/**
 * The row at hand. There is one such object for all rows of a dataset and year: who keeps rows
 * keeps copies.
 */
export class TypedRow implements Row {
  readonly table: TypedColumns;
  readonly codes: Int32Array;
  /** The values of the places whose code is LOOSE. */
  readonly loose: Value[];
  file = "";
  row = 0;
  columns: Readonly<Record<string, number>> = {};
  /** Places that the file has, or that are computed from them. */
  given: readonly number[] = [];
  #values: RowValues | null = null;

  constructor(table: TypedColumns) {
    this.table = table;
    this.codes = new Int32Array(table.keys.length);
    this.loose = table.keys.map(() => null);
  }

  /** Must be called when another row is put in place of this one. */
  moved(row: number): void {
    this.row = row;
    this.#values = null;
  }

  /** Null too where there is no such place. */
  value(place: number): Value {
    const code = this.codes[place];
    if (code === undefined) return null;
    return code === LOOSE ? this.loose[place]! : this.table.dictionaries[place]!.values[code]!;
  }

  quantity(place: number): Quantity | null {
    const value = this.value(place);
    return typeof value === "object" && value !== null && "qualifier" in value ? value : null;
  }

  put(place: number, value: Value): void {
    this.putTyping(place, this.typing(place, value));
  }

  putTyping(place: number, { code, value }: Typing): void {
    this.codes[place] = code;
    if (code === LOOSE) this.loose[place] = value;
  }

  putLoose(place: number, value: Value): void {
    this.codes[place] = LOOSE;
    this.loose[place] = value;
  }

  /** How a value stands in this row; one that hardly another row holds stays loose. */
  typing(place: number, value: Value): Typing {
    const dictionary = this.table.dictionaries[place]!;
    const column = this.table.column(place);
    const few = column.type !== "id" && dictionary.values.length < MOST_VALUES;
    const coded = value === null || few || isCoded(column);
    return { code: coded ? dictionary.codeOf(value) : LOOSE, value };
  }

  /** Gives a loose value a code, for who tells rows apart by it. */
  settle(place: number): void {
    if (this.codes[place] !== LOOSE) return;
    this.codes[place] = this.table.dictionaries[place]!.codeOf(this.value(place));
  }

  get values(): RowValues {
    if (!this.#values) {
      this.#values = {};
      for (const place of this.given) this.#values[this.table.keys[place]!] = this.value(place);
    }
    return this.#values;
  }

  copy(): Row {
    const { file, row, values, columns } = this;
    return { file, row, values, columns };
  }
}

/**
 * Whether a cell is an id that nothing is to be said of: Latin letters and digits with - _ / between
 * them, and nothing in it begins as somebody's number does (privacy.ts knows exactly). Ids are the
 * one column in which no cell is like another. What is not plain is no error, but looked at.
 */
export function isPlainId(cell: string): boolean {
  return cell.length >= 7 && cell.length <= 64 && PLAIN_ID.test(cell) && !PERSONAL.test(cell);
}
const PLAIN_ID = /^(?=.*\d)[a-z\d]+(?:[-_/][a-z\d]+)*$/i;
const PERSONAL = /(?<!\d)(?:0\d|1[3-9]|86|[456]\d{3}(?:-?\d){12}|\d{17})|vx|wechat/i;

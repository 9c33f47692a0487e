/**
 * Rows in which nothing is new: every cell holds what a cell of its column held before, or an id
 * that needs no look. What has been found out about a cell once, through the same functions as for
 * any other row, holds for all that are written alike. Rows with anything else in them are left to
 * the reader of rows.
 */
import { ByteSet } from "./byte-set.ts";
import { CLOSER, DATA, type Facts, type File, factsOf, SAYS } from "./cell-facts.ts";
import type { Cells } from "./csv.ts";
import type { Header, Matched } from "./header.ts";
import type { Written } from "./ledger.ts";
import { isPlainId } from "./plain-id.ts";
import { again, cellName, type Problem } from "./problems.ts";
import type { Saying } from "./read-cell.ts";
import { tidy } from "./text.ts";
import type { WholeRows } from "./twice.ts";
import { LOOSE, NOTHING, type TypedRow } from "./typed.ts";

/** So many different cells are remembered, and none longer than so many bytes. */
const MOST_CELLS = 1 << 17;
const LONGEST = 300;
const FLAG_BITS = 3;
const FLAGS = CLOSER | DATA | SAYS;
/** In the place of a cell's number: it is a plain id, or it is not remembered. */
const ID = -1;
const HERE = -2;

export class PlainRows implements Written {
  readonly cells: Cells;
  readonly #file: File;
  readonly #row: TypedRow;
  readonly #columns: readonly PlainColumn[];
  /** Where the values of each column stand in the typed row; -1 where nothing is done with them. */
  readonly #places: Int32Array;
  readonly #isId: Uint8Array;
  /** The cells met so far, each with what has been found out about it. */
  readonly #known = new ByteSet();
  readonly #facts: Facts[] = [];
  /** The code of its value and its flags, in one number. */
  readonly #codes: number[] = [];
  readonly #words: (number | undefined)[] = [];
  /** The number of each cell of the row at hand. */
  readonly #numbers: Int32Array;
  readonly #key: number;
  keyCell = -1;

  /** `cells` and `row` are the same objects for all rows of the file. */
  constructor(file: File, cells: Cells, row: TypedRow) {
    const { header, dataset } = file;
    this.cells = cells;
    this.#file = file;
    this.#row = row;
    this.#columns = header.names.map((name, index) => {
      const matched = header.columns.find((one) => one.index === index);
      return {
        matched,
        isId: matched?.column.type === "id",
        idFlags: /\d/.test(name) ? 0 : DATA,
        text: () => cells.text(index),
        here: { flags: CLOSER, value: null },
        problems: new Map(),
      };
    });
    this.#places = Int32Array.from(this.#columns, ({ matched }) => matched?.place ?? -1);
    this.#isId = Uint8Array.from(this.#columns, ({ isId }) => (isId ? 1 : 0));
    this.#numbers = new Int32Array(header.names.length);
    const [key, ...more] = dataset.key ?? [];
    this.#key = more.length === 0 ? header.columns.findIndex((one) => one.key === key) : -1;
    if (this.#key >= 0) this.#key = header.columns[this.#key]!.index;
  }

  /** Whether a file's rows may be taken one cell at a time. */
  static fits({ columns, names }: Header): boolean {
    return names.length < 256 && columns.every(({ column }) => !column.unitIn);
  }

  /** Types the row at hand, and says what is to be said of it; false where it needs a closer look. */
  take(row: number): boolean {
    const { cells } = this;
    const columns = this.#columns;
    const numbers = this.#numbers;
    if (cells.width !== columns.length || cells.rewritten) return false;
    const { codes } = this.#row;
    this.keyCell = -1;
    let flags = 0;
    for (let i = 0; i < columns.length; i++) {
      const start = cells.starts[i]!;
      const end = cells.ends[i]!;
      const place = this.#places[i]!;
      if (this.#isId[i] === 1 && isPlainId(cells.bytes, start, end)) {
        this.#takeId(i);
        flags |= columns[i]!.idFlags;
        continue;
      }
      let number = this.#known.find(cells.bytes, start, end, cells.hashes[i]!, i);
      if (number < 0) number = this.#learn(i);
      numbers[i] = number;
      if (number < 0) flags |= this.#takeHere(i);
      else {
        const known = this.#codes[number]!;
        flags |= known & FLAGS;
        if (place >= 0) codes[place] = known >> FLAG_BITS;
      }
    }
    if ((flags & CLOSER) !== 0 || (flags & DATA) === 0) return false;
    this.#row.moved(row);
    if ((flags & SAYS) !== 0) this.#say(row);
    this.#file.ledger.addRow(this.#row, this.#file.header, this);
    return true;
  }

  #takeId(index: number): void {
    const place = this.#places[index]!;
    this.#numbers[index] = ID;
    this.#row.codes[place] = LOOSE;
    this.#row.loose[place] = this.#columns[index]!.text;
    if (index === this.#key) this.keyCell = index;
  }

  #takeHere(index: number): number {
    const place = this.#places[index]!;
    const { here } = this.#columns[index]!;
    if (place >= 0) this.#row.put(place, here.value);
    return here.flags;
  }

  #say(row: number): void {
    const { path, problems } = this.#file;
    for (const [index, { matched, here, text, problems: own }] of this.#columns.entries()) {
      const number = this.#numbers[index]!;
      const say = number === HERE ? here.say : this.#facts[number]?.say;
      if (!say || !matched) continue;
      let problem = own.get(say);
      if (!problem) {
        problem = problems.of({ file: path, column: matched.column.label, ...say });
        own.set(say, problem);
      }
      again(problem, () => ({ cell: cellName(index, row), value: text() }));
    }
  }

  /** Finds out about a cell that was not met before; gives its number. */
  #learn(index: number): number {
    const column = this.#columns[index]!;
    const { starts, ends, hashes, bytes } = this.cells;
    const [start, end] = [starts[index]!, ends[index]!];
    const facts = factsOf(this.#file, index, column.matched, column.text());
    if (column.isId || this.#known.size >= MOST_CELLS || end - start > LONGEST) {
      column.here = facts;
      return HERE;
    }
    const number = this.#known.add(bytes, start, end, hashes[index]!, index);
    this.#facts[number] = facts;
    const place = this.#places[index]!;
    const code = place < 0 ? NOTHING : this.#row.table.dictionaries[place]!.codeOf(facts.value);
    this.#codes[number] = (code << FLAG_BITS) | facts.flags;
    return number;
  }

  tell(rows: WholeRows): void {
    for (const [index, number] of this.#numbers.entries()) {
      const text = () => tidy(this.#columns[index]!.text());
      const word = this.#words[number] ?? rows.numberOf(text());
      if (number >= 0) this.#words[number] = word;
      rows.add(word, text);
    }
  }
}

interface PlainColumn {
  matched: Matched | undefined;
  isId: boolean;
  /** What a plain id in it shows. */
  idFlags: number;
  /** The text of its cell in the row at hand. */
  text: () => string;
  /** What has been found out about that cell, where it is not remembered. */
  here: Facts;
  /** What was said of its cells so far. */
  problems: Map<Saying, Problem>;
}

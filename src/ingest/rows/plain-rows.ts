/**
 * Rows in which nothing is new: every cell is written as a cell of its column was before, or is an
 * id that needs no look. What was found out about a cell once, by the same functions as for any
 * other row, holds for all that are written alike: most of a large file is read by looking up words.
 * Rows with anything else in them are left to the reader of rows.
 */
import { cellName, type Message, type Problem, type Problems } from "../problems/problems.ts";
import { isPlainId } from "../text/plain-id.ts";
import { numberForm, tidy } from "../text/tidy.ts";
import { CLOSER, DATA, FREE, flagsOf, tellsData } from "./cell-alone.ts";
import type { Matched } from "./columns.ts";
import { type Encoded, NULL_CODE, UNINTERNED } from "./dictionary.ts";
import type { Header } from "./header.ts";
import type { Ledger } from "./ledger.ts";
import { cellsOf, PIECE_ROWS, type Piece } from "./piece.ts";
import { readCell } from "./read-cell.ts";
import type { Batch } from "./typed.ts";

/** There is something to say, and the row is good all the same. */
const SAYS = FREE;

/** All that one cell says, whatever else stands in its row. */
interface CachedCell extends Encoded {
  flags: number;
  message: Message | undefined;
  tidied: string;
}

/** So many different cells of a column are cached, and none longer than so many letters. */
const MOST_CELLS = 1 << 14;
const LONGEST = 100;

/** A file that is being read. */
interface File {
  path: string;
  header: Header;
  problems: Problems;
  ledger: Ledger;
}

export class PlainRows {
  readonly #file: File;
  readonly #batch: Batch;
  readonly #columns: readonly PlainColumn[];
  #piece: Piece | null = null;
  #kept = 0;
  /** By row of the piece. */
  readonly #flags = new Int32Array(PIECE_ROWS);

  constructor(file: File, batch: Batch) {
    const { header } = file;
    this.#file = file;
    this.#batch = batch;
    this.#columns = header.names.map((name, index) => {
      const matched = header.columns.find((one) => one.index === index);
      return {
        matched,
        place: matched?.place ?? -1,
        isId: matched?.column.type === "id",
        idFlags: plainIdFlags(name),
        form: matched?.column.private ? numberForm : (text: string) => text,
        cache: new Map(),
        problems: new Map(),
      };
    });
  }

  /** Types the rows of a piece from one on; each waits at its own place in the batch. */
  read(piece: Piece, from: number): void {
    this.#piece = piece;
    this.#flags.fill(0);
    const columns = this.#columns;
    if (piece.texts.length !== columns.length) this.#flags.fill(CLOSER);
    else for (let i = 0; i < columns.length; i++) this.#readColumn(i, piece, from);
    for (const at of piece.odd.keys()) this.#flags[at]! |= CLOSER;
  }

  #readColumn(index: number, piece: Piece, from: number): void {
    const { place, isId, idFlags, form } = this.#columns[index]!;
    const { numbers, length } = piece;
    const texts = piece.texts[index]!;
    const cells = texts.map((text) => (isId && isPlainId(text) ? null : this.#cell(index, text)));
    const [flags, batch] = [this.#flags, this.#batch];
    const codes = batch.codes[place];
    for (let at = from; at < length; at++) {
      const number = numbers[index * length + at]!;
      const cell = cells[number]!;
      if (cell === null) {
        flags[at]! |= idFlags;
        batch.stageUninterned(place, at, form(texts[number]!));
        continue;
      }
      flags[at]! |= cell.flags;
      if (!codes) continue;
      if (cell.code === UNINTERNED) batch.stageUninterned(place, at, cell.value);
      else codes[at] = cell.code;
    }
  }

  /**
   * Takes a row that waits into the batch, and says what is to be said of it; false where it needs a
   * closer look.
   */
  keep(at: number): boolean {
    const flags = this.#flags[at]!;
    if (!tellsData(flags)) return false;
    const row = this.#piece!.firstRow + at;
    if ((flags & SAYS) !== 0) this.#say(cellsOf(this.#piece!, at), row);
    const to = this.#batch.takeIn(at, row);
    this.#kept = at;
    this.#file.ledger.addRow(this.#batch, to, this.#file.header, this.#tidied);
    return true;
  }

  #cell(index: number, text: string): CachedCell {
    return this.#columns[index]!.cache.get(text) ?? this.#look(index, text);
  }

  /** The cells of the row that was taken in last. */
  readonly #tidied = (): string[] =>
    cellsOf(this.#piece!, this.#kept).map((cell, i) => this.#cell(i, cell).tidied);

  #say(cells: readonly string[], row: number): void {
    const { path, problems } = this.#file;
    for (const [index, { matched, isId, problems: met }] of this.#columns.entries()) {
      if (!matched || (isId && isPlainId(cells[index]!))) continue;
      const { message } = this.#cell(index, cells[index]!);
      if (!message) continue;
      let problem = met.get(message);
      if (!problem) {
        problem = problems.of({ file: path, column: matched.column.label, ...message });
        met.set(message, problem);
      }
      problems.again(problem, () => ({ cell: cellName(index, row), value: cells[index]! }));
    }
  }

  /** Looks at a cell that is not cached. */
  #look(index: number, text: string): CachedCell {
    const { matched, place, isId, cache } = this.#columns[index]!;
    const copy = copyOf(text);
    const alone = flagsOf(copy, index, this.#file.header);
    const read = matched && (alone & CLOSER) === 0 ? readCell(matched, copy) : { value: null };
    const flags =
      alone | (read.value === undefined ? CLOSER : 0) | (read.message === undefined ? 0 : SAYS);
    const { value = null, message } = read;
    const { code } = place < 0 ? { code: NULL_CODE } : this.#batch.table.encode(place, value);
    const cell: CachedCell = { code, value, flags, message, tidied: tidy(copy) };
    if (!isId && cache.size < MOST_CELLS && text.length <= LONGEST) cache.set(copy, cell);
    return cell;
  }
}

interface PlainColumn {
  matched: Matched | undefined;
  /** Where its values stand in the typed row; -1 where nothing is done with them. */
  place: number;
  isId: boolean;
  /** What a plain id in it shows. */
  idFlags: number;
  /** The form of a plain id. */
  form: (text: string) => string;
  /** By the cell as it is written. */
  cache: Map<string, CachedCell>;
  /** What was said of its cells so far. */
  problems: Map<Message, Problem>;
}

/** What a plain id tells of its row: that it is data, unless the header itself could be one. */
export function plainIdFlags(header: string): number {
  return /\d/.test(header) ? 0 : DATA;
}

/** A text that does not keep the whole piece of the file in memory that it was cut from. */
function copyOf(text: string): string {
  let copy = "";
  for (let from = 0; from < text.length; from += COPIED_AT_ONCE) {
    const units: number[] = [];
    const to = Math.min(text.length, from + COPIED_AT_ONCE);
    for (let i = from; i < to; i++) units.push(text.charCodeAt(i));
    copy += String.fromCharCode(...units);
  }
  return copy;
}
/** A function takes no more arguments than fit on the stack. */
const COPIED_AT_ONCE = 1 << 12;

/**
 * Rows in which nothing is new: every cell is written as a cell of its column was before, or is an
 * id that needs no look. What was found out about a cell once, by the same functions as for any
 * other row, holds for all that are written alike: most of a large file is read by looking up words.
 * Rows with anything else in them are left to the reader of rows.
 */
import type { Dataset } from "../../datasets/define.ts";
import {
  again,
  cellName,
  type Message,
  type Problem,
  type Problems,
} from "../problems/problems.ts";
import { tidy } from "../text/tidy.ts";
import type { Matched } from "./columns.ts";
import type { Encoded } from "./dictionary.ts";
import type { Header } from "./header.ts";
import type { Ledger } from "./ledger.ts";
import { cellsOf, PIECE_ROWS, type Piece } from "./piece.ts";
import { readCell } from "./read-cell.ts";
import { isCountLike, wrongIn } from "./row-checks.ts";
import { isHeaderWord, isNoteWord, isTotalWord } from "./row-kinds.ts";
import type { Batch } from "./typed.ts";

/** The row must be looked at as a whole: there is an error, or it may be no row of data. */
const CLOSER = 1;
/** The cell alone shows that the row is data, and no header once more. */
const DATA = 2;
/** There is something to say, and the row is good all the same. */
const SAYS = 4;

/** All that one cell says, whatever else stands in its row. */
interface Known extends Encoded {
  flags: number;
  message?: Message;
  tidied: string;
}

/** So many different cells of a column are remembered, and none longer than so many letters. */
const MOST_CELLS = 1 << 14;
const LONGEST = 100;

/** A file that is being read. */
interface File {
  path: string;
  header: Header;
  dataset: Dataset;
  problems: Problems;
  ledger: Ledger;
}

export class PlainRows {
  readonly #file: File;
  readonly #batch: Batch;
  readonly #columns: readonly PlainColumn[];
  #piece: Piece | null = null;
  /** By row of the piece. */
  readonly #flags = new Uint8Array(PIECE_ROWS);

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
        idFlags: /\d/.test(name) ? 0 : DATA,
        known: new Map(),
        problems: new Map(),
      };
    });
  }

  /** Whether the rows of a file may be taken one cell at a time. */
  static fits({ columns }: Header): boolean {
    return columns.every(({ column }) => !column.unitIn);
  }

  /** Types the rows of a piece from one on, each at its own place in the batch. */
  read(piece: Piece, from: number): void {
    this.#piece = piece;
    this.#flags.fill(0);
    const columns = this.#columns;
    if (piece.texts.length !== columns.length) this.#flags.fill(CLOSER);
    else for (let i = 0; i < columns.length; i++) this.#readColumn(i, piece, from);
    for (const at of piece.odd.keys()) this.#flags[at]! |= CLOSER;
  }

  #readColumn(index: number, { texts, numbers, length }: Piece, from: number): void {
    const { place, isId, idFlags } = this.#columns[index]!;
    const own = texts[index]!;
    const found = own.map((text) => (isId && isPlainId(text) ? null : this.#find(index, text)));
    const flags = this.#flags;
    for (let at = from; at < length; at++) {
      const number = numbers[index * length + at]!;
      const known = found[number]!;
      flags[at]! |= known === null ? idFlags : known.flags;
      if (known === null) this.#batch.putUninterned(place, at, own[number]!);
      else if (place >= 0) this.#batch.put(place, at, known);
    }
  }

  /**
   * Moves a row that was read behind the others of the batch, and says what is to be said of it;
   * false where it needs a closer look.
   */
  keep(at: number): boolean {
    const flags = this.#flags[at]!;
    if ((flags & CLOSER) !== 0 || (flags & DATA) === 0) return false;
    const row = this.#piece!.firstRow + at;
    if ((flags & SAYS) !== 0) this.#say(cellsOf(this.#piece!, at), row);
    this.#batch.move(at);
    this.#file.ledger.addRow(this.#batch, row, this.#file.header, () => this.#tidied(at));
    return true;
  }

  #find(index: number, cell: string): Known {
    return this.#columns[index]!.known.get(cell) ?? this.#learn(index, cell);
  }

  #tidied(at: number): string[] {
    return cellsOf(this.#piece!, at).map((cell, i) => this.#find(i, cell).tidied);
  }

  #say(cells: readonly string[], row: number): void {
    const { path, problems } = this.#file;
    for (const [index, { matched, problems: own }] of this.#columns.entries()) {
      const { message } = this.#find(index, cells[index]!);
      if (!message || !matched) continue;
      let problem = own.get(message);
      if (!problem) {
        problem = problems.of({ file: path, column: matched.column.label, ...message });
        own.set(message, problem);
      }
      again(problem, () => ({ cell: cellName(index, row), value: cells[index]! }));
    }
  }

  /** Finds out about a cell that was not met before. */
  #learn(index: number, cell: string): Known {
    const { matched, place, isId, known } = this.#columns[index]!;
    const own = copyOf(cell);
    const { value = null, ...said } = this.#facts(index, matched, own);
    const encoded = place < 0 ? { code: 0, value } : this.#batch.table.encode(place, value);
    const found = { ...encoded, ...said, tidied: tidy(own) };
    if (!isId && known.size < MOST_CELLS && cell.length <= LONGEST) known.set(own, found);
    return found;
  }

  #facts(index: number, matched: Matched | undefined, raw: string) {
    const { header, dataset } = this.#file;
    const name = tidy(raw);
    const named = (header.names[index] ?? "") !== "";
    const closer =
      wrongIn(raw) ||
      isTotalWord(raw) ||
      isNoteWord(raw) ||
      (!named && name !== "") ||
      (header.mayCount.includes(index) && isCountLike(name));
    if (closer) return { flags: CLOSER };
    const flags = name !== "" && !isHeaderWord(name, index, header, dataset) ? DATA : 0;
    if (!matched) return { flags };
    const { value, message } = readCell(matched, raw);
    if (value === undefined) return { flags: CLOSER };
    return message ? { flags: flags | SAYS, value, message } : { flags, value };
  }
}

interface PlainColumn {
  matched: Matched | undefined;
  /** Where its values stand in the typed row; -1 where nothing is done with them. */
  place: number;
  isId: boolean;
  /** What a plain id in it shows. */
  idFlags: number;
  /** By the cell as it is written. */
  known: Map<string, Known>;
  /** What was said of its cells so far. */
  problems: Map<Message, Problem>;
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

/** A text that does not keep the whole piece of the file in memory that it was cut from. */
function copyOf(text: string): string {
  return new TextDecoder("utf-16le", { ignoreBOM: true }).decode(
    Uint16Array.from(text, (_, i) => text.charCodeAt(i)),
  );
}

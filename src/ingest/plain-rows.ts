/**
 * Rows in which nothing is new: every cell is written as a cell of its column was before, or is an
 * id that needs no look. What was found out about a cell once, by the same functions as for any
 * other row, holds for all that are written alike: most of a large file is read by looking up words.
 * Rows with anything else in them are left to the reader of rows.
 */
import type { Dataset } from "../datasets/define.ts";
import type { Header, Matched } from "./header.ts";
import type { Ledger } from "./ledger.ts";
import { again, cellName, type Problem, type Problems } from "./problems.ts";
import { readCell, type Saying } from "./read-cell.ts";
import { isCountLike, wrongIn } from "./row-checks.ts";
import { isHeaderWord, isNoteWord, isTotalWord } from "./row-kinds.ts";
import { tidy } from "./text.ts";
import type { Batch, Typing } from "./typed.ts";

/** The row must be looked at as a whole: there is an error, or it may be no row of data. */
const CLOSER = 1;
/** The cell alone shows that the row is data, and no header once more. */
const DATA = 2;
/** There is something to say, and the row is good all the same. */
const SAYS = 4;

/** All that one cell says, whatever else stands in its row. */
interface Known extends Typing {
  flags: number;
  say?: Saying;
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

  /** Types the row that comes next, and says what is to be said of it; false where it needs a closer look. */
  take(cells: readonly string[], row: number): boolean {
    const columns = this.#columns;
    const batch = this.#batch;
    if (cells.length !== columns.length) return false;
    let flags = 0;
    for (let i = 0; i < columns.length; i++) {
      const cell = cells[i]!;
      const column = columns[i]!;
      const { place } = column;
      if (column.isId && isPlainId(cell)) {
        batch.putLoose(place, cell);
        flags |= column.idFlags;
        continue;
      }
      // Many cells say what the one above says: seeing that is faster than looking it up.
      const found = cell === column.above && column.found ? column.found : this.#find(i, cell);
      column.above = cell;
      column.found = found;
      flags |= found.flags;
      if (place >= 0) batch.put(place, found);
    }
    if ((flags & CLOSER) !== 0 || (flags & DATA) === 0) return false;
    if ((flags & SAYS) !== 0) this.#say(cells, row);
    const { ledger, header } = this.#file;
    ledger.addRow({ batch, at: batch.length, row }, header, () => this.#tidied(cells));
    return true;
  }

  #find(index: number, cell: string): Known {
    return this.#columns[index]!.known.get(cell) ?? this.#learn(index, cell);
  }

  #tidied(cells: readonly string[]): string[] {
    return cells.map((cell, i) => this.#find(i, cell).tidied);
  }

  #say(cells: readonly string[], row: number): void {
    const { path, problems } = this.#file;
    for (const [index, { matched, problems: own }] of this.#columns.entries()) {
      const { say } = this.#find(index, cells[index]!);
      if (!say || !matched) continue;
      let problem = own.get(say);
      if (!problem) {
        problem = problems.of({ file: path, column: matched.column.label, ...say });
        own.set(say, problem);
      }
      again(problem, () => ({ cell: cellName(index, row), value: cells[index]! }));
    }
  }

  /** Finds out about a cell that was not met before. */
  #learn(index: number, cell: string): Known {
    const { matched, place, isId, known } = this.#columns[index]!;
    const own = copyOf(cell);
    const { value = null, ...said } = this.#facts(index, matched, own);
    const typing = place < 0 ? { code: 0, value } : this.#batch.table.typing(place, value);
    const found = { ...typing, ...said, tidied: tidy(own) };
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
    const { value, say } = readCell(matched, raw);
    if (value === undefined) return { flags: CLOSER };
    return say ? { flags: flags | SAYS, value, say } : { flags, value };
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
  /** The cell looked up last, and what was found. */
  above?: string;
  found?: Known;
  /** What was said of its cells so far. */
  problems: Map<Saying, Problem>;
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

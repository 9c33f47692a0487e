/** Text → cells, streaming, with the row numbers that Excel shows. */
import Papa from "papaparse";
import { isBroken, textOf, Unreadable } from "../bytes/decode.ts";
import type { Source } from "../bytes/source.ts";
import { startOf } from "../bytes/start.ts";
import { cellName, type Remark } from "../problems/problems.ts";
import type { HeaderNames } from "./column-names.ts";
import { gluedHeader, gluedRow } from "./glued-rows.ts";
import { type Layout, layoutOf, partedWithin, uncertainRow } from "./layout.ts";
import { notATable } from "./not-a-table.ts";
import { PIECE_ROWS, type Piece, pieceOf } from "./piece.ts";

/** Excel itself holds no more in one cell. */
export const CELL_LIMIT = 32_767;
/** A row of so many characters is none: an open quotation mark swallows rows, or nothing ends lines. */
export const ROW_LIMIT = 8 * 1024 * 1024;
const FIRST_LOOK = 1 << 15;

/** A table's file, perhaps with a way of its own to be read. */
export interface TableSource extends Source {
  /** Reads it as `readTable` does, elsewhere: given for files that are worth it. */
  readTable?(
    names: HeaderNames,
    onPiece: (piece: Piece) => void,
    aside?: Aside,
  ): Promise<readonly Remark[]>;
}

/** What is to be found out of each piece besides its cells (Piece.told), by the thread that reads it. */
export interface Aside {
  /** The address of a module whose `aside(task)` gives what looks at a piece. */
  module: string;
  task: unknown;
}

/**
 * Calls `onPiece` with all rows of a CSV, blank ones too. Accepts every encoding of decode.ts, every
 * way of parting cells of layout.ts by which a header of these `names` becomes known, Excel's `sep=`
 * line, CRLF, LF and CR, and line breaks inside quotes. Returns what is to be said of the file as a
 * whole; an error among it ended the reading.
 */
export async function readTable(
  source: Source,
  names: HeaderNames,
  onPiece: (piece: Piece) => void,
): Promise<readonly Remark[]> {
  if (source.size === 0) return [EMPTY];
  const remarks: Remark[] = [];
  try {
    for await (const { rows, firstRow } of rowsOf(textOf(source), names, remarks)) {
      for (let at = 0; at < rows.length; at += PIECE_ROWS) {
        onPiece(pieceOf(rows.slice(at, at + PIECE_ROWS), firstRow + at));
      }
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { fault } = error;
    remarks.push(fault.code === "encoding" ? await brokenCell(source, names, fault) : fault);
  }
  return remarks;
}

/** Where the bytes of a table stop to be of its encoding, and what can be read there. */
async function brokenCell(source: Source, names: HeaderNames, fault: Remark): Promise<Remark> {
  try {
    for await (const { rows, firstRow } of rowsOf(textOf(source, { lossy: true }), names, [])) {
      for (const [at, cells] of rows.entries()) {
        const index = cells.findIndex(isBroken);
        if (index >= 0) return broken(cellName(index, firstRow + at), cells[index]!);
      }
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    if (error.fault.code === "not-csv") return error.fault;
  }
  return fault;
}

/** Some rows as they stand in the file, and the number that Excel shows beside the first. */
interface RowChunk {
  rows: string[][];
  firstRow: number;
}

/** The rows of a text that comes piece by piece. Throws Unreadable, perhaps only after some rows. */
async function* rowsOf(
  texts: AsyncIterable<string>,
  names: HeaderNames,
  remarks: Remark[],
): AsyncIterable<RowChunk> {
  let parser: RowParser | null = null;
  let rest = "";
  let waiting = 0;
  for await (const text of texts) {
    for (let at = 0; at < text.length; ) {
      // Exactly so many, however the text comes: a row is too long by its own length alone.
      const piece = text.slice(at, at + ROW_LIMIT - rest.length);
      at += piece.length;
      rest += piece;
      waiting += piece.length;
      // A long open cell is looked at again only when the text has doubled: never quadratic.
      const isFull = rest.length === ROW_LIMIT;
      if (!isFull && waiting < Math.max(FIRST_LOOK, rest.length / 2)) continue;
      waiting = 0;
      parser ??= new RowParser(rest, names, remarks);
      rest = yield* parser.parse(rest, false);
      if (rest.length === ROW_LIMIT) throw tooLong(rest, parser.nextRow);
    }
  }
  // Old systems end a file with Ctrl-Z.
  if (rest.endsWith("\u001a")) rest = rest.slice(0, -1);
  if (rest.trim() === "") {
    if (parser) return;
    throw new Unreadable(EMPTY);
  }
  parser ??= new RowParser(rest, names, remarks);
  yield* parser.parse(rest, true);
}

/** What the start of a text tells of it: however the text is cut, no more is looked at. */
function firstLook(start: string, names: HeaderNames) {
  const [declaration = "", declared] = /^"?sep=(.)"?\n/i.exec(start) ?? [];
  const sample = start.slice(declaration.length, FIRST_LOOK);
  const layout = layoutOf(sample, names, declared);
  const fault = notATable(sample, layout, names) ?? gluedHeader(layout);
  return { declaration, layout, fault };
}

/** The names that a first look at a table asks for and finds: all that a thread needs of many. */
export async function namesIn(source: Source, names: HeaderNames): Promise<HeaderNames> {
  const found = new Map<string, string>();
  class Asked extends Map<string, string> {
    override get(key: string): string | undefined {
      const name = names.get(key);
      if (name !== undefined) found.set(key, name);
      return name;
    }
  }
  firstLook(await startOf(source, FIRST_LOOK), new Asked());
  return found;
}

class RowParser {
  readonly #layout: Layout;
  readonly #parser: Papa.Parser;
  /** What stands before the first row, until that is read. */
  #declaration: string;
  nextRow = 1;

  constructor(start: string, names: HeaderNames, remarks: Remark[]) {
    const { declaration, layout, fault } = firstLook(start, names);
    this.#declaration = declaration;
    this.#layout = layout;
    if (fault) throw new Unreadable(fault);
    if (this.#layout.remark) remarks.push(this.#layout.remark);
    const { delimiter } = this.#layout;
    // Papa.Parser rather than Papa.parse: the same reader for a stream from disk or browser.
    this.#parser = new Papa.Parser({ delimiter, newline: "\n" });
  }

  /** The rows of a text; what remains of it is the start of a row that goes on. */
  *parse(text: string, last: boolean): Generator<RowChunk, string> {
    const rest = text.slice(this.#declaration.length);
    this.#declaration = "";
    const parsed = this.#parser.parse(rest, 0, !last) as Papa.ParseResult<string[]>;
    const { data, errors, meta } = parsed;
    // An error in the row that is still open may fix itself with the text to come.
    const wrong = errors.find((error) => (error.row ?? 0) < data.length)?.row;
    // What follows the last line break is no row.
    if (last && data.at(-1)?.join("") === "" && rest.endsWith("\n")) data.pop();
    const { within } = this.#layout;
    const whole = wrong === undefined ? data : data.slice(0, wrong);
    const rows = within === undefined ? whole : partedWithin(whole, within);
    const firstRow = this.nextRow;
    const uncertain = uncertainRow(this.#layout, rows, firstRow);
    if (uncertain >= 0) throw notCertain(this.#layout, firstRow + uncertain);
    const glued = gluedRow(rows, this.#layout, firstRow);
    if (glued) throw new Unreadable(glued);
    this.nextRow += rows.length;
    yield { rows, firstRow };
    if (wrong !== undefined) throw quoteOpen(this.nextRow);
    return last ? "" : rest.slice(meta.cursor);
  }
}

const EMPTY: Remark = {
  code: "file-empty",
  why: "文件里什么也没有",
  fix: "重新导出；没有这份数据就删掉这个文件，网站会写“未公布”",
};

function quoteOpen(row: number): Unreadable {
  return new Unreadable({
    code: "quote-open",
    why: "一个半角双引号开了头没有收尾，分不清一格到哪里为止，后面的行会被当成同一格",
    fix: "补上或删去多余的半角双引号；文字里的引号请用中文引号“”",
    cell: fromRow(row),
  });
}

function tooLong(text: string, row: number): Unreadable {
  if (text.includes('"')) return quoteOpen(row);
  return new Unreadable({
    code: "row-broken",
    why: "这一行长得不像一行，一直没有换行",
    fix: "从业务系统或 Excel 重新导出 CSV",
    cell: fromRow(row),
  });
}

function broken(cell: string, value: string): Remark {
  // One character, at the end: what a program leaves that cuts texts by their bytes.
  const half = /^[\p{ASCII}\p{Script=Han}\p{P}]+\ufffd{1,2}$/u.test(value);
  return {
    code: "encoding",
    cell,
    value,
    why: half
      ? "这一格末尾只剩半个汉字，多半是导出时按长度截断了"
      : "从这一格起文字编码变了，或者已损坏，读不出：多半是编码不同的两份文件拼在了一起",
    fix: half
      ? "从业务系统重新导出；还是这样的，照原文把这一格补全，另存为“CSV UTF-8（逗号分隔）”"
      : "从业务系统重新导出；是拼起来的，把原来的各份分别用 Excel 打开、另存为“CSV UTF-8（逗号分隔）”，再合成一份",
  };
}

function notCertain({ delimiter, within }: Layout, row: number): Unreadable {
  const mark = within ?? delimiter;
  return new Unreadable({
    code: "row-broken",
    why: `各格之间用的是“${mark}”，这一行分出的格数与表头不一样，分不清哪个“${mark}”是文字里的`,
    fix: "从业务系统重新导出为半角逗号分隔的 CSV；不能重新导出的，用 Excel 的“数据→分列”分好，核对这一行后另存为“CSV UTF-8（逗号分隔）”",
    cell: `第${row}行`,
  });
}

function fromRow(row: number): string {
  return `第${row}行起`;
}

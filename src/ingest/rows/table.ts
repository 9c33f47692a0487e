/** Text → cells, streaming, with the row numbers that Excel shows. */
import Papa from "papaparse";
import { textOf, Unreadable } from "../bytes/decode.ts";
import type { Source } from "../bytes/source.ts";
import type { Message } from "../problems/problems.ts";
import { PIECE_ROWS, type Piece, pieceOf } from "./piece.ts";

/** Excel itself holds no more in one cell. */
export const CELL_LIMIT = 32_767;
/** A row longer than this is none: an open quotation mark swallows rows, or nothing ends lines. */
const ROW_LIMIT = 4 * 1024 * 1024;
const FIRST_LOOK = 1 << 15;

/** What makes a table unreadable, and from which row on. */
export type TableFault = Message & { row?: number };

/** A table's file, perhaps with a way of its own to be read. */
export interface TableSource extends Source {
  /** Reads it as `readTable` does, elsewhere: given for files that are worth it. */
  readTable?(onPiece: (piece: Piece) => void): Promise<TableFault | null>;
}

/**
 * Calls `onPiece` with all rows of a CSV, blank ones too. Accepts every encoding of decode.ts, comma, tab and semicolon, Excel's `sep=` line, CRLF, LF and
 * CR, and line breaks inside quotes. Returns what made the file unreadable, or null.
 */
export async function readTable(
  source: Source,
  onPiece: (piece: Piece) => void,
): Promise<TableFault | null> {
  if (source.size === 0) return EMPTY;
  let parser: Papa.Parser | null = null;
  let rest = "";
  let row = 0;
  const feed = (last: boolean): TableFault | null => {
    if (!parser) {
      const { delimiter, body } = openingOf(rest);
      // Papa.Parser rather than Papa.parse: the same reader for a stream from disk or browser.
      parser = new Papa.Parser({ delimiter, newline: "\n" });
      rest = body;
    }
    const { data, errors, meta } = parser.parse(rest, 0, !last) as Papa.ParseResult<string[]>;
    // An error in the row that is still open may fix itself with the text to come.
    const wrong = errors.find((error) => (error.row ?? 0) < data.length)?.row;
    // What follows the last line break is no row.
    if (last && data.at(-1)?.join("") === "" && rest.endsWith("\n")) data.pop();
    for (let at = 0; at < (wrong ?? data.length); at += PIECE_ROWS) {
      const rows = data.slice(at, Math.min(at + PIECE_ROWS, wrong ?? data.length));
      onPiece(pieceOf(rows, row + 1));
      row += rows.length;
    }
    if (wrong !== undefined) return quoteOpen(row + 1);
    rest = last ? "" : rest.slice(meta.cursor);
    return rest.length > ROW_LIMIT ? tooLong(rest, row + 1) : null;
  };

  let waiting = 0;
  try {
    for await (const text of textOf(source)) {
      rest += text;
      waiting += text.length;
      // A long open cell is looked at again only when the text has doubled: never quadratic.
      if (waiting < Math.max(FIRST_LOOK, rest.length / 2)) continue;
      waiting = 0;
      const fault = feed(false);
      if (fault) return fault;
    }
  } catch (error) {
    if (error instanceof Unreadable) return error.fault;
    throw error;
  }
  // Old systems end a file with Ctrl-Z.
  if (rest.endsWith("\u001a")) rest = rest.slice(0, -1);
  if (rest.trim() === "") return row === 0 ? EMPTY : null;
  return rest.length > ROW_LIMIT ? tooLong(rest, row + 1) : feed(true);
}

const EMPTY: TableFault = {
  code: "file-empty",
  why: "文件里什么也没有",
  fix: "重新导出；没有这份数据就删掉这个文件，网站会写“未公布”",
};

function quoteOpen(row: number): TableFault {
  return {
    code: "quote-open",
    why: "一个半角双引号开了头没有收尾，分不清一格到哪里为止，后面的行会被当成同一格",
    fix: "补上或删去多余的半角双引号；文字里的引号请用中文引号“”",
    row,
  };
}

function tooLong(text: string, row: number): TableFault {
  if (text.includes('"')) return quoteOpen(row);
  return {
    code: "row-broken",
    why: "这一行长得不像一行，一直没有换行",
    fix: "从业务系统或 Excel 重新导出 CSV",
    row,
  };
}

/** The delimiter that the head of a file shows or declares, and the text without `sep=`. */
function openingOf(text: string): { delimiter: string; body: string } {
  const declared = /^"?sep=(.)"?\n/i.exec(text);
  const body = declared ? text.slice(declared[0].length) : text;
  return { delimiter: declared?.[1] ?? delimiterOf(body.slice(0, 65_536)), body };
}

/** The candidate that parts most of the first lines into the same number of cells. */
function delimiterOf(sample: string): string {
  const lines = sample
    .replace(/"[^"]*"/g, "")
    .split("\n", 20)
    .filter((line) => line !== "");
  const scores = [",", "\t", ";"].map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1).filter((n) => n > 0);
    const alike = Math.max(0, ...counts.map((n) => counts.filter((m) => m === n).length));
    return { delimiter, alike, all: counts.reduce((sum, n) => sum + n, 0) };
  });
  scores.sort((a, b) => b.alike - a.alike || b.all - a.all);
  return scores[0]?.delimiter ?? ",";
}

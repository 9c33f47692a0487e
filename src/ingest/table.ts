/** Bytes → rows of cells, streaming, with the row numbers that Excel shows. */
import { type Cells, CsvScanner, Misread } from "./csv.ts";
import { glance, sniff } from "./decode.ts";
import type { Source } from "./folder.ts";
import type { Report } from "./problems.ts";
import { utf8 } from "./utf8.ts";

/** Excel itself holds no more in one cell. */
export const CELL_LIMIT = 32_767;
/** An open quotation mark swallows rows: past this much text it is an error, not a long cell. */
const OPEN_LIMIT = 16 * 1024 * 1024;
/** Bytes; they hold the characters that show the delimiter. */
const FIRST_LOOK = 1 << 18;
const SAMPLE = 65_536;

type Trouble = Pick<Report, "code" | "why" | "mend"> & { row?: number };

/**
 * Calls `onRow` for every row of a CSV, blank ones too, with its spreadsheet row number (from 1);
 * the cells are only good until it returns. Accepts every encoding of decode.ts, comma, tab and
 * semicolon, Excel's `sep=` line, CRLF, LF and CR, and line breaks inside quotes. Returns what made
 * the file unreadable, or null.
 *
 * Throws Misread where the bytes are not what the first of them promised. Then the rows so far mean
 * nothing, and the file must be read anew, carefully: every byte is looked at before the first row.
 */
export async function readTable(
  source: Source,
  onRow: (cells: Cells, row: number) => void,
  carefully = false,
): Promise<Trouble | null> {
  if (source.size === 0) return EMPTY;
  const encoding = await (carefully ? sniff : glance)(source);
  if (typeof encoding === "object") return encoding;

  // Where the bytes are wrong as well, that is what is said.
  const open = (row: number) => {
    if (carefully) return quoteOpen(row);
    throw new Misread();
  };
  const scanner = new CsvScanner();
  let row = 0;
  let opened = false;
  const read = (last: boolean): Trouble | null => {
    if (!opened) settleDelimiter(scanner, last);
    opened = true;
    for (;;) {
      const found = scanner.next(last);
      if (found === "row") onRow(scanner, ++row);
      else return found === "wrong" ? open(row + 1) : null;
    }
  };

  let wanted = FIRST_LOOK;
  for await (const chunk of utf8(source, encoding)) {
    scanner.push(chunk);
    if (scanner.waiting < wanted) continue;
    const trouble = read(false);
    if (trouble) return trouble;
    if (scanner.waiting > OPEN_LIMIT && scanner.ahead(true).length > OPEN_LIMIT) {
      return open(row + 1);
    }
    // A long open cell is looked at again only when it has doubled: never quadratic.
    wanted = scanner.waiting + Math.max(FIRST_LOOK, scanner.waiting);
  }
  // Old systems end a file with Ctrl-Z.
  if (scanner.endsWith(0x1a)) scanner.drop(1);
  if (row === 0 && scanner.ahead(false).trim() === "") return EMPTY;
  return read(true);
}

/** Settles the delimiter from the first text that waits, and passes over a `sep=` line. */
function settleDelimiter(scanner: CsvScanner, last: boolean): void {
  const text = scanner.ahead(!last);
  const declared = /^"?sep=(.)"?(?:\r\n?|\n)/i.exec(text);
  if (declared) scanner.skip(new TextEncoder().encode(declared[0]).length);
  const body = text.slice(declared?.[0].length ?? 0).replace(/\r\n?/g, "\n");
  const delimiter = declared?.[1] ?? delimiterOf(body.slice(0, SAMPLE));
  // Nobody means these; the comma is what a reader of CSV takes then.
  scanner.delimiter = '"\ufeff'.includes(delimiter) ? "," : delimiter;
}

const EMPTY: Trouble = {
  code: "file-empty",
  why: "文件里什么也没有",
  mend: "重新导出；没有这份数据就删掉这个文件，网站会写“未公布”",
};

function quoteOpen(row: number): Trouble {
  return {
    code: "quote-open",
    why: "一个半角双引号开了头没有收尾，分不清一格到哪里为止，后面的行会被当成同一格",
    mend: "补上或删去多余的半角双引号；文字里的引号请用中文引号“”",
    row,
  };
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

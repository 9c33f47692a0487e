/** Text → cells, streaming, with the row numbers that Excel shows. */
import Papa from "papaparse";
import { decode, sniff } from "./decode.ts";
import type { Source } from "./folder.ts";
import type { Report } from "./problems.ts";

/** Excel itself holds no more in one cell. */
export const CELL_LIMIT = 32_767;
/** An open quotation mark swallows rows: past this much text it is an error, not a long cell. */
const OPEN_LIMIT = 16 * 1024 * 1024;

type Trouble = Pick<Report, "code" | "why" | "mend"> & { row?: number };

/**
 * Calls `onRow` for every row of a CSV, blank ones too, with its spreadsheet row number (from 1).
 * Accepts every encoding of decode.ts, comma, tab and semicolon, Excel's `sep=` line, CRLF, LF and
 * CR, and line breaks inside quotes. Returns what made the file unreadable, or null.
 */
export async function readTable(
  source: Source,
  onRow: (cells: string[], row: number) => void,
): Promise<Trouble | null> {
  if (source.size === 0) return EMPTY;
  const encoding = await sniff(source);
  if (typeof encoding === "object") return encoding;

  let parser: Papa.Parser | null = null;
  let rest = "";
  let row = 0;
  let openQuote = 0;
  const feed = (last: boolean): Trouble | null => {
    parser ??= parserFor(rest, (trimmed) => {
      rest = trimmed;
    });
    const { data, errors, meta } = parser.parse(rest, 0, !last) as Papa.ParseResult<string[]>;
    for (const cells of data) onRow(cells, ++row);
    if (errors.some((error) => error.code === "MissingQuotes")) openQuote = row;
    rest = last ? "" : rest.slice(meta.cursor);
    return rest.length > OPEN_LIMIT ? quoteOpen(row + 1) : null;
  };

  let waiting = 0;
  for await (const text of decode(source, encoding)) {
    rest += text;
    waiting += text.length;
    // A long open cell is looked at again only when the text has doubled: never quadratic.
    if (waiting < Math.max(FIRST_LOOK, rest.length / 2)) continue;
    waiting = 0;
    const trouble = feed(false);
    if (trouble) return trouble;
  }
  if (rest.trim() === "" && row === 0) return EMPTY;
  const trouble = rest === "" ? null : feed(true);
  return openQuote > 0 ? quoteOpen(openQuote) : trouble;
}
const FIRST_LOOK = 1 << 18;

const EMPTY: Trouble = {
  code: "file-empty",
  why: "文件里什么也没有",
  mend: "重新导出；没有这份数据就删掉这个文件，网站会写“未公布”",
};

function quoteOpen(row: number): Trouble {
  return {
    code: "quote-open",
    why: "一个半角双引号开了头没有收尾，后面的行都被当成同一格",
    mend: "补上或删去多余的半角双引号；文字里的引号请用中文引号“”",
    row,
  };
}

/** A parser with the delimiter and line ending that the head of the file shows. */
function parserFor(head: string, setRest: (rest: string) => void): Papa.Parser {
  const declared = /^sep=(.)\r?\n/i.exec(head);
  if (declared) setRest(head.slice(declared[0].length));
  const sample = (declared ? head.slice(declared[0].length) : head).slice(0, 65_536);
  const unquoted = sample.replace(/"[^"]*"/g, "");
  const newline = unquoted.includes("\n") ? "\n" : unquoted.includes("\r") ? "\r" : "\n";
  const delimiter = declared?.[1] ?? delimiterOf(unquoted);
  // Papa.Parser rather than Papa.parse: the same reader for a stream from disk or browser.
  return new Papa.Parser({ delimiter, newline });
}

/** The candidate that parts the first rows most often; a single column has none and is fine. */
function delimiterOf(sample: string): string {
  const lines = sample.split(/\r\n|\n|\r/, 10);
  const counts = [",", "\t", ";"].map(
    (delimiter) =>
      [delimiter, lines.reduce((n, line) => n + line.split(delimiter).length - 1, 0)] as const,
  );
  counts.sort((a, b) => b[1] - a[1]);
  return counts[0]?.[0] ?? ",";
}

/** What a person puts into the page → a table, and what it probably is. */
import type { Dataset } from "../datasets/define.ts";
import { datasets } from "../datasets/index.ts";
import { brokenBook } from "../exports/broken-book.ts";
import { unseenPersonal } from "../exports/unseen.ts";
import type { Sheet } from "../exports/workbook/sheet.ts";
import { firstSheetsOf, sheetsOf } from "../exports/workbook/sheets.ts";
import { isWorkbook } from "../exports/workbook/start.ts";
import { cellName, type Remark } from "../ingest/problems/problems.ts";
import { type HeaderNames, headerNames, namedBy } from "../ingest/rows/column-names.ts";
import { findHeader, HEADER_WITHIN } from "../ingest/rows/find-header.ts";
import { cellsOf, type RawRow } from "../ingest/rows/piece.ts";
import { readTable } from "../ingest/rows/table.ts";
import { withoutPersonal } from "../ingest/text/privacy.ts";
import { tidy } from "../ingest/text/tidy.ts";

export interface ReadFile {
  rows: string[][];
  /** What stopped the reading, or is to be said of the file as a whole. */
  remarks: readonly Remark[];
  /** Of a workbook: the sheet that is read, and others that hold something. */
  sheet?: { name: string; others: readonly string[] };
}

/** A CSV, the sheet of a workbook that looks most like a table of the site, or what was copied from one. */
export async function readFile(bytes: Uint8Array): Promise<ReadFile> {
  if (isWorkbook(bytes.subarray(0, 512))) return readWorkbook(bytes);
  const rows: string[][] = [];
  const source = { path: "", size: bytes.length, open: () => once(bytes) };
  const remarks = await readTable(source, NAMES, (piece) => {
    for (let at = 0; at < piece.length; at++) rows.push(cellsOf(piece, at).slice());
  });
  return { rows, remarks };
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/** The first rows of a long workbook; null for all else. */
export async function readStart(bytes: Uint8Array, rows: number): Promise<ReadFile | null> {
  const sheets = isWorkbook(bytes.subarray(0, 512)) ? await firstSheetsOf(bytes, rows) : null;
  return sheets && likeliestSheet(sheets);
}

async function readWorkbook(bytes: Uint8Array): Promise<ReadFile> {
  try {
    return likeliestSheet(await sheetsOf(bytes));
  } catch (error) {
    return { rows: [], remarks: [brokenBook(error, bytes, "再放进来")] };
  }
}

function likeliestSheet(all: readonly Sheet[]): ReadFile {
  const unseen = unseenPersonal(all);
  const sheets = all
    .filter(({ hidden, rows }) => !hidden.sheet && rows.length > 0)
    .map(({ name, rows }) => ({ name: withoutPersonal(name), rows: withOwnNumbers(rows) }));
  const known = sheets.map(({ rows }) => likeliest(rows)?.known ?? 0);
  const best = sheets[known.indexOf(Math.max(...known))];
  if (!best) return { rows: [], remarks: [EMPTY, ...unseen] };
  const others = sheets.filter((one) => one !== best).map(({ name }) => name);
  return { rows: best.rows, remarks: unseen, sheet: { name: best.name, others } };
}

/**
 * Rows as wide as their header: a workbook keeps no blank cells at the end of one. A number of merged
 * cells stands in the first row: in each of them it would be counted several times.
 */
function withOwnNumbers(raw: readonly RawRow[]): string[][] {
  const width = findHeader(headOf(raw.map(({ cells }) => cells)), NAMES)?.cells.length ?? 0;
  const rows = raw.map(({ cells }) => {
    const missing = cells.length === 0 ? 0 : Math.max(0, width - cells.length);
    return [...cells, ...Array.from({ length: missing }, () => "")];
  });
  const dataset = raw.some(({ continued }) => continued) ? datasetOf(rows) : undefined;
  if (!dataset) return rows;
  const names = headerNames(dataset);
  const types = headsOf(rows, dataset).map(
    (head) => dataset.columns[namedBy(head, names) ?? ""]?.type,
  );
  for (const [at, { continued = [] }] of raw.entries()) {
    for (const index of continued) {
      if (types[index] === "quantity" || types[index] === "money") rows[at]![index] = "";
    }
  }
  return rows;
}

const EMPTY: Remark = {
  code: "file-empty",
  why: "工作簿里没有一张表有内容（图片里的字读不出来），或者有内容的表都隐藏了",
  fix: "打开工作簿，右键点下面的表名“取消隐藏”，核对后保存，再放进来；表是图片的，照着填进格子里",
};

/** What is wrong with a table that nobody can tell, where it is no table at all. */
export function noTable(rows: readonly string[][]): Remark | undefined {
  const filled = rows.map((cells) => cells.filter((cell) => tidy(cell) !== ""));
  const lines = filled.filter(({ length }) => length > 0);
  if (rows.length > 0 && lines.length === 0) {
    const why = "里面的格子都是空的，没有列名，也没有数据";
    return { code: "file-empty", why, fix: "打开原来的表，核对有内容，保存，再放进来" };
  }
  if (lines.length === 0 || lines.some(({ length }) => length > 1)) return undefined;
  const at = filled.findIndex(({ length }) => length > 0);
  return {
    code: "header-missing",
    cell: cellName(
      rows[at]!.findIndex((cell) => tidy(cell) !== ""),
      at + 1,
    ),
    value: withoutPersonal(lines[0]![0]!),
    why: "只有标题这样的文字，每行只有一格有字：没有一行是列名，也没有一条一条的数据",
    fix: "核对是不是放错了文件；是这一份的，标题下面一行写列名，每格一个，再往下一行写一条，保存，再放进来",
  };
}

/** The names of the columns of all tables. */
const NAMES: HeaderNames = new Map(datasets.flatMap((dataset) => [...headerNames(dataset)]));

/** The table most of whose columns are in the header; undefined where hardly one is. */
export function datasetOf(rows: readonly string[][]): Dataset | undefined {
  return likeliest(rows)?.dataset;
}

function likeliest(rows: readonly string[][]) {
  const head = headOf(rows);
  let best: { dataset: Dataset; known: number } | undefined;
  for (const dataset of datasets) {
    const known = findHeader(head, headerNames(dataset))?.known ?? 0;
    if (known >= FEWEST && known > (best?.known ?? 0)) best = { dataset, known };
  }
  return best;
}
const FEWEST = 2;

/** What stands above the columns. */
export function headsOf(rows: readonly string[][], dataset: Dataset): readonly string[] {
  return findHeader(headOf(rows), headerNames(dataset))?.cells ?? [];
}

function headOf(rows: readonly string[][]) {
  return rows.slice(0, HEADER_WITHIN).map((cells) => ({ cells }));
}

/** The year that the name says, or most of the days in it; undefined where there is none. */
export function yearOf(name: string, rows: readonly string[][]): number | undefined {
  const named = /(?<!\d)20\d\d(?!\d)/.exec(name)?.[0];
  if (named) return Number(named);
  const counts = new Map<string, number>();
  for (const cell of rows.slice(0, LOOKED_AT).flat()) {
    const year = /^(20\d\d)(?:[-/.年]|\d{4}$)/.exec(tidy(cell))?.[1];
    if (year) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && Number(most[0]);
}
const LOOKED_AT = 500;

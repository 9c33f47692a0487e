/** A file of an export, whatever it is → tables of text cells, row by row. */
import type { Source } from "../ingest/bytes/source.ts";
import type { Remark } from "../ingest/problems/problems.ts";
import { findHeader, HEADER_WITHIN } from "../ingest/rows/find-header.ts";
import { cellsOf, type Piece, type RawRow } from "../ingest/rows/piece.ts";
import { type Aside, namesIn, readTable, type TableSource } from "../ingest/rows/table.ts";
import { withoutPersonal } from "../ingest/text/privacy.ts";
import { brokenBook } from "./broken-book.ts";
import { meantHead } from "./code-heads.ts";
import { dataRows } from "./data-rows.ts";
import { headKey } from "./heads.ts";
import type { NumbersColumn } from "./named-aside.ts";
import { isKnownHead, type Recognised, recognise } from "./recognise.ts";
import { type OpenTable, TablesApart } from "./tables-apart.ts";
import { unseenPersonal } from "./unseen.ts";
import { sheetsInTime } from "./workbook/in-time.ts";
import type { Sheet } from "./workbook/sheet.ts";
import { isWorkbook } from "./workbook/start.ts";

/** Something about a file that a clerk should know. */
export interface SheetNote {
  sheet?: string;
  says: string;
  /** Whether a person should look at it. */
  look?: false;
}

/**
 * Reads a CSV, .xlsx, .xls or HTML file; what it returns stopped the reading or is worth a word. With the
 * `key` of a row namer the numbers of a large file's matters are named while it is read.
 */
export async function readExport(
  source: TableSource,
  openTable: OpenTable,
  key?: string,
): Promise<{ remarks: readonly Remark[]; said: readonly SheetNote[] }> {
  const names = slackNames();
  const open = (sheet: string | null) => new TablesApart(openTable, sheet, names);
  const start = await headOf(source);
  if (isWorkbook(start)) return readWorkbook(source, open);
  const taker = open(null);
  const take = (piece: Piece) => {
    const isData = dataRows(piece);
    for (let at = 0; at < piece.length; at++) {
      taker.take({ cells: cellsOf(piece, at), row: piece.firstRow + at, piece }, isData[at]);
    }
  };
  const remarks = source.readTable
    ? await source.readTable(await namesIn(source, names), take, await naming(source, names, key))
    : await readTable(source, names, take);
  taker.end();
  return { remarks, said: [] };
}

/** Names the numbers of the column that the first rows look to have; another one costs time, and nothing else. */
async function naming(
  source: Source,
  names: ReadonlyMap<string, string>,
  key: string | undefined,
): Promise<Aside | undefined> {
  if (key === undefined) return undefined;
  const rows: RawRow[] = [];
  await readTable({ ...source, open: () => firstChunk(source) }, names, (piece) => {
    for (let at = 0; at < piece.length && rows.length < HEADER_WITHIN; at++) {
      rows.push({ cells: cellsOf(piece, at), row: piece.firstRow + at });
    }
  });
  const found = tableIn(rows, names)?.taken.find(({ column }) => column.type === "id");
  const task: NumbersColumn | undefined = found && { key, column: found.index };
  return task && { module: new URL("./named-aside.ts", import.meta.url).href, task };
}

async function* firstChunk(source: Source): AsyncIterable<Uint8Array> {
  for await (const chunk of source.open()) {
    yield chunk;
    return;
  }
}

/** The heads of all exports, found in whichever writing; the same cells are asked for many times. */
class SlackNames extends Map<string, string> {
  readonly #found = new Map<string, string | undefined>();
  override get(key: string): string | undefined {
    if (!this.#found.has(key)) {
      const head = headKey(meantHead(key));
      this.#found.set(key, isKnownHead(head) ? head : undefined);
    }
    return this.#found.get(key);
  }
}
export const slackNames = (): ReadonlyMap<string, string> => new SlackNames();

async function readWorkbook(source: Source, open: OpenTable) {
  const said: SheetNote[] = [];
  const bytes = await bytesOf(source);
  let sheets: Sheet[];
  try {
    sheets = await sheetsInTime(bytes);
  } catch (error) {
    return { remarks: [brokenBook(error, bytes, "再导入")], said };
  }
  for (const { name: written, rows, hidden } of sheets) {
    const name = withoutPersonal(written);
    if (hidden.sheet) {
      const says = "这张工作表是隐藏的，没有读";
      // Lists for drop-downs are hidden in many workbooks.
      if (tableIn(rows)) said.push({ sheet: name, says });
      else if (rows.length > 0) said.push({ sheet: name, says, look: false });
      continue;
    }
    if (hidden.rows > 0) {
      said.push({
        sheet: name,
        says: `有${hidden.rows}行是隐藏的（多半是筛选没有取消），照样读入`,
      });
    }
    if (hidden.columns > 0) {
      said.push({ sheet: name, says: `有${hidden.columns}列是隐藏的，照样看过`, look: false });
    }
    const taker = open(name);
    for (const row of rows) taker.take(row);
    taker.end();
  }
  return { remarks: unseenPersonal(sheets), said };
}

/** What a table is by its heads alone, before anybody has looked at what stands below; null where it is none. */
function tableIn(rows: readonly RawRow[], names = slackNames()): Recognised | null {
  const header = findHeader(rows.slice(0, HEADER_WITHIN), names);
  return header && recognise(header.cells.map(meantHead));
}

/** The rows of each sheet that is shown; null where a file is no workbook, or one that cannot be read. */
export async function workbookRows(
  source: Source,
  onUnseen: (remark: Remark) => void = () => {},
): Promise<RawRow[][] | null> {
  if (!isWorkbook(await headOf(source))) return null;
  const sheets: RawRow[][] = [];
  const { remarks } = await readWorkbook(source, () => {
    const rows: RawRow[] = [];
    sheets.push(rows);
    return { take: (row) => void rows.push(row), end: () => {} };
  });
  for (const remark of remarks) if (remark.code === "personal") onUnseen(remark);
  return remarks.some(({ code }) => code === "file-unreadable") ? null : sheets;
}

async function headOf(source: Source): Promise<Uint8Array> {
  for await (const chunk of source.open()) return chunk.slice(0, 512);
  return new Uint8Array();
}

async function bytesOf(source: Source): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.open()) chunks.push(chunk.slice());
  return Buffer.concat(chunks);
}

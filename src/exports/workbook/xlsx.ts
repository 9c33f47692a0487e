/** The sheets of an .xlsx. */
import { unzipSync } from "fflate";
import type { Cell, CellValue, Sheet as Read } from "hucre/xlsx";
import { readXlsx } from "hucre/xlsx";
import { DAY, dayText, GRID, numberText, rowsOf, type Sheet, truthText } from "./sheet.ts";

/** Null where the file is a workbook of another kind, or only the other library can read it. */
export async function xlsxSheets(bytes: Uint8Array): Promise<Sheet[] | null> {
  try {
    const { sheets, dateSystem } = await readXlsx(bytes, {
      ...{ range: GRID.range, readStyles: showsShares(bytes) },
    });
    return sheets.map((sheet) => sheetOf(sheet, dateSystem === "1904"));
  } catch {
    return null;
  }
}

/** Whether a style of the workbook shows shares: to learn the style of every cell takes twice as long. */
function showsShares(bytes: Uint8Array): boolean {
  const parts = unzipSync(bytes, { filter: ({ name }) => /styles\.xml$/i.test(name) });
  return Object.values(parts).some((part) => SHARES.test(new TextDecoder().decode(part)));
}
/** A format of its own with %, or one of the two that every program knows by number. */
const SHARES = /formatCode="[^"]*%|<(?:\w+:)?xf [^>]*numFmtId="(?:9|10)"/;

function sheetOf(read: Read, from1904: boolean): Sheet {
  const { name, rows, merges, columns = [], rowDefs, hidden, veryHidden } = read;
  return {
    name,
    rows: rowsOf(
      rows.map((cells, row) =>
        cells.map((value, column) => textOf(value, read.cells?.get(`${row},${column}`), from1904)),
      ),
      merges,
    ),
    comments: commentsOf(read),
    hidden: {
      sheet: hidden === true || veryHidden === true,
      rows: [...(rowDefs?.values() ?? [])].filter((row) => row.hidden).length,
      columns: columns.filter((column) => column.hidden).length,
    },
  };
}

function textOf(value: CellValue, cell: Cell | undefined, from1904: boolean): string {
  if (value === null) return "";
  if (typeof value === "boolean") return truthText(value);
  if (value instanceof Date) return dayText(serialOf(value, from1904), from1904);
  if (typeof value !== "number") return value.replace(/\r\n?/g, "\n");
  return numberText(value, cell?.style?.numFmt?.includes("%") ?? false);
}

/** The library gives a day as midnight in UTC; Excel counts a 29 February 1900 that never was. */
function serialOf(date: Date, from1904: boolean): number {
  const from = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 31);
  const days = (date.getTime() - from) / DAY;
  return from1904 || days < 60 ? days : days + 1;
}

/** In the order of the cells: the library has a cell with nothing but a comment behind all others. */
function commentsOf({ cells }: Read): Sheet["comments"] {
  const comments = [...(cells ?? [])].flatMap(([at, { comment }]) => {
    if (!comment) return [];
    const [row = 0, column = 0] = at.split(",").map(Number);
    return [{ row: row + 1, column, text: `${comment.author ?? ""}\n${comment.text}` }];
  });
  return comments.toSorted((a, b) => a.row - b.row || a.column - b.column);
}

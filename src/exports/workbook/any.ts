/** The sheets of a workbook of any kind: .xls, .xlsb, .ods, and a web page that is named .xls. */
import * as XLSX from "@e965/xlsx";
import { dayText, GRID, numberText, rowsOf, type Sheet, truthText } from "./sheet.ts";

/** Throws what the library says of a broken file. */
export function anySheets(bytes: Uint8Array): Sheet[] {
  const page = pageIn(bytes);
  const book = XLSX.read(page ?? bytes, {
    // What is written in a page is text: eighteen digits are no number, and 01 is not 1.
    ...(page === null ? { type: "array" } : { type: "string", raw: true }),
    ...{ dense: true, cellNF: true, cellStyles: true },
    // Not asked for, and slow; how a number is shown is asked for in an .xls alone.
    ...{ cellHTML: false, cellFormula: false, cellText: isOle(bytes) },
  });
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.map((name, at) => {
    const sheet = book.Sheets[name]!;
    const cells = cellsOf(sheet);
    return {
      name,
      rows: rowsOf(
        cells.map((row) => row.map((cell) => textOf(cell, from1904))),
        (sheet["!merges"] ?? []).map(({ s: { r: startRow, c: startCol }, e: { r: endRow } }) => ({
          ...{ startRow, endRow, startCol },
        })),
      ),
      comments: cells.flatMap((row, r) =>
        row.flatMap((cell, column) =>
          (cell?.c ?? []).map(({ a = "", t = "" }) => ({ row: r + 1, column, text: `${a}\n${t}` })),
        ),
      ),
      hidden: {
        sheet: (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0,
        rows: (sheet["!rows"] ?? []).filter((row) => row?.hidden).length,
        columns: (sheet["!cols"] ?? []).filter((column) => column?.hidden).length,
      },
    };
  });
}

type Cell = XLSX.CellObject | undefined;

/** Row by row; where nothing stands, the library leaves holes. */
function cellsOf(sheet: XLSX.WorkSheet): Cell[][] {
  const rows = (sheet["!data"] ?? []) as (Cell[] | undefined)[];
  return [...rows.slice(0, GRID.rows)].map((row) => [...(row ?? []).slice(0, GRID.columns)]);
}

const isOle = (bytes: Uint8Array) => bytes[0] === 0xd0 && bytes[1] === 0xcf;

/** The text of a web page, which most systems write as GBK whatever it says of itself; null for a workbook. */
function pageIn(bytes: Uint8Array): string | null {
  if (isOle(bytes) || (bytes[0] === 0x50 && bytes[1] === 0x4b)) return null;
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (isWide) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/**
 * Whether the number is a day in one of the formats that China's programs show days in: the file has
 * only a number for them, which the library has no format for, and shows as an American day.
 */
const isUnnamedDay = ({ z, w = "" }: XLSX.CellObject) =>
  z === undefined && /^\d{1,2}\/\d{1,2}\/\d{2}$/.test(w);

function textOf(cell: Cell, from1904: boolean): string {
  if (!cell || cell.t === "z" || cell.v === undefined) return "";
  if (cell.t === "e") return ERRORS[Number(cell.v)] ?? "#N/A";
  if (cell.t === "b") return truthText(Boolean(cell.v));
  if (cell.t === "d") return (cell.v as Date).toISOString().slice(0, 10);
  if (cell.t !== "n") return String(cell.v);
  const format = String(cell.z ?? "");
  return isUnnamedDay(cell) || XLSX.SSF.is_date(format)
    ? dayText(Number(cell.v), from1904)
    : numberText(Number(cell.v), format.includes("%"));
}

/** What Excel shows of a formula that failed, by its number in the file. */
const ERRORS: Readonly<Record<number, string>> = {
  ...{ 0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!" },
};

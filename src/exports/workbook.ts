/** A workbook → its sheets as rows of text, as they are meant and not as they are shown. */
import * as XLSX from "@e965/xlsx";
import { addDays } from "../datasets/days.ts";
import type { RawRow } from "../ingest/rows/piece.ts";

export interface Sheet {
  name: string;
  rows: RawRow[];
  /** What a clerk may not have seen. */
  hidden: { sheet: boolean; rows: number; columns: number };
  /** What is noted at cells, with whoever signed it; rows as Excel counts them, columns from 0. */
  comments: { row: number; column: number; text: string }[];
}

/** The sheets of .xlsx, .xls and of a web page that is named .xls. Throws what the library says of a broken file. */
export function sheetsOf(bytes: Uint8Array): Sheet[] {
  if (isCutOff(bytes)) throw new Error("the end of the file is missing");
  const page = pageIn(bytes);
  const book = XLSX.read(page ?? bytes, {
    // What is written in a page is text: eighteen digits are no number, and 01 is not 1.
    ...(page === null ? { type: "array" } : { type: "string", raw: true }),
    ...{ dense: true, cellNF: true, cellStyles: true },
    // Not asked for, and slow.
    ...{ cellHTML: false, cellFormula: false, cellText: false },
  });
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.map((name, at) => {
    const sheet = book.Sheets[name]!;
    return {
      name,
      rows: rowsOf(sheet, from1904),
      comments: commentsOf(sheet),
      hidden: {
        sheet: (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0,
        rows: (sheet["!rows"] ?? []).filter((row) => row?.hidden).length,
        columns: (sheet["!cols"] ?? []).filter((column) => column?.hidden).length,
      },
    };
  });
}

/** The text of a web page, which most systems write as GBK whatever it says of itself; null for a workbook. */
function pageIn(bytes: Uint8Array): string | null {
  const isBook = bytes[0] === 0xd0 || (bytes[0] === 0x50 && bytes[1] === 0x4b);
  if (isBook) return null;
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (isWide) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/** Whether an .xlsx lacks the list at its end: the library would look for it for ever. */
function isCutOff(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  const end = bytes.subarray(Math.max(0, bytes.length - LONGEST_END));
  return !new TextDecoder("latin1").decode(end).includes("PK\x05\x06");
}
const LONGEST_END = 22 + 0xffff;

function rowsOf(sheet: XLSX.WorkSheet, from1904: boolean): RawRow[] {
  const data = (sheet["!data"] ?? []) as (XLSX.CellObject | undefined)[][];
  const rows = [...data].map(
    (cells, at): RawRow => ({
      row: at + 1,
      cells: [...(cells ?? [])].map((cell) => textOf(cell, from1904)),
    }),
  );
  // What stands in a cell merged over rows is meant for each of them.
  for (const { s: start, e: end } of sheet["!merges"] ?? []) {
    const text = rows[start.r]?.cells[start.c] ?? "";
    for (let r = start.r + 1; r <= end.r && text !== ""; r++) {
      const row = rows[r];
      if (!row) continue;
      while (row.cells.length <= start.c) row.cells.push("");
      row.cells[start.c] = text;
      row.continued = new Set(row.continued).add(start.c);
    }
  }
  return rows;
}

function commentsOf(sheet: XLSX.WorkSheet): Sheet["comments"] {
  const data = (sheet["!data"] ?? []) as (XLSX.CellObject | undefined)[][];
  const comments: Sheet["comments"] = [];
  data.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      for (const { a: author = "", t = "" } of cell?.c ?? []) {
        comments.push({ row: row + 1, column, text: `${author}\n${t}` });
      }
    });
  });
  return comments;
}

/** A cell as a person would type it: a day in full, a number with all its digits, a share with %. */
function textOf(cell: XLSX.CellObject | undefined, from1904: boolean): string {
  if (!cell || cell.t === "z" || cell.v === undefined) return "";
  if (cell.t === "e") return ERRORS[Number(cell.v)] ?? "#N/A";
  if (cell.t === "b") return cell.v ? "是" : "否";
  if (cell.t === "d") return (cell.v as Date).toISOString().slice(0, 10);
  if (cell.t !== "n") return String(cell.v);
  const value = Number(cell.v);
  const format = String(cell.z ?? "");
  if (XLSX.SSF.is_date(format)) return dayOf(value, from1904) ?? XLSX.SSF.format(format, value);
  // 0.3 is 0.30000000000000004 after some sums: fifteen digits are what Excel itself keeps.
  const number = Number(value.toPrecision(15));
  return format.includes("%") ? `${Number((number * 100).toPrecision(15))}%` : plain(number);
}

/** What Excel shows of a formula that failed, by its number in the file. */
const ERRORS: Readonly<Record<number, string>> = {
  ...{ 0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!" },
};

/** A number without an exponent: 2.02E+17 would be told apart by nobody. */
function plain(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e21
    ? BigInt(value).toString()
    : String(value);
}

/** The day of a serial number; null for a time of day alone. */
function dayOf(serial: number, from1904: boolean): string | null {
  const day = Math.floor(serial);
  if (day < 1) return null;
  return addDays(from1904 ? "1904-01-01" : "1899-12-30", day);
}

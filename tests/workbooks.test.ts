/** Two libraries read workbooks: of an .xlsx both must tell the same. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as XLSX from "@e965/xlsx";
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { anySheets } from "../src/exports/workbook/any.ts";
import type { Sheet } from "../src/exports/workbook/sheet.ts";
import { sheetsOf } from "../src/exports/workbook/sheets.ts";
import { xlsxSheets } from "../src/exports/workbook/xlsx.ts";

/** What both tell, or a failed expectation. */
async function agreed(bytes: Uint8Array) {
  const sheets = await xlsxSheets(bytes);
  expect(sheets).toEqual(anySheets(bytes));
  return sheets!;
}

type Cells = (XLSX.CellObject | string | number | boolean | null)[][];

function bookOf(
  cells: Cells,
  change: (sheet: XLSX.WorkSheet, book: XLSX.WorkBook) => void = () => {},
) {
  const book = XLSX.utils.book_new();
  const sheet = XLSX.utils.aoa_to_sheet(cells as unknown[][]);
  XLSX.utils.book_append_sheet(book, sheet, "表");
  change(sheet, book);
  return new Uint8Array(XLSX.write(book, { type: "array", cellStyles: true }));
}

/** The parts of a workbook, as a program of one's own might write them. */
function rewritten(bytes: Uint8Array, part: string, rewrite: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const before = strFromU8(parts[part]!);
  const after = rewrite(before);
  expect(after).not.toBe(before);
  return zipSync({ ...parts, [part]: strToU8(after) });
}
const SHEET = "xl/worksheets/sheet1.xml";
const withRows = (rows: string) =>
  rewritten(bookOf([["a"]]), SHEET, (xml) =>
    xml.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${rows}</sheetData>`),
  );
const textsOf = ([sheet]: readonly Sheet[]) => sheet!.rows.map(({ cells }) => cells);
const cellsIn = async (bytes: Uint8Array) => textsOf(await agreed(bytes));

const OFFICE = join(import.meta.dirname, "fixtures/office");
it.each(readdirSync(OFFICE).filter((file) => file.endsWith(".xlsx")))(
  "%s of LibreOffice",
  async (file) => {
    const sheets = await agreed(new Uint8Array(readFileSync(join(OFFICE, file))));
    expect(sheets.flatMap(({ rows }) => rows).length).toBeGreaterThan(1);
  },
);

/** What a program can write into a cell; XML holds no control characters. */
const text = fc
  .string({ unit: "binary", maxLength: 12 })
  .map((any) => any.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ""));
const shown = (number: fc.Arbitrary<number>, ...formats: string[]) =>
  fc
    .record({ v: number, z: fc.constantFrom(...formats) })
    .map((numeric): XLSX.CellObject => ({ t: "n", ...numeric }));
const cell = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(0, 7, 15, 23, 29, 36, 42).map((v): XLSX.CellObject => ({ t: "e", v })),
  shown(
    fc.double({ min: 0, max: 60_000, noNaN: true }),
    ...["yyyy-mm-dd", "yyyy/m/d h:mm", 'yyyy"年"m"月"d"日"', "m/d/yy", "h:mm"],
  ),
  shown(fc.double({ min: -2, max: 2, noNaN: true }), "0%", "0.00%"),
  shown(fc.double({ min: -1e6, max: 1e6, noNaN: true }), "#,##0.00", '0"件"', "0.00E+00", "@"),
);
const place = fc.record({ r: fc.nat(6), c: fc.nat(4) });

it("whatever a program writes: cells, merged ones, comments, what is hidden, days since 1904", async () => {
  const tables = fc.record({
    cells: fc.array(fc.array(cell, { maxLength: 5 }), { minLength: 1, maxLength: 7 }),
    merges: fc.array(fc.tuple(place, place), { maxLength: 2 }),
    comments: fc.array(fc.record({ at: place, t: text }), {
      maxLength: 2,
    }),
    rows: fc.array(fc.boolean(), { maxLength: 7 }),
    columns: fc.array(fc.boolean(), { maxLength: 5 }),
    from1904: fc.boolean(),
    isHidden: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(tables, async (table) => {
      await agreed(
        bookOf(table.cells, (sheet, book) => {
          sheet["!merges"] = table.merges.map(([a, b]) => ({
            s: { r: Math.min(a.r, b.r), c: Math.min(a.c, b.c) },
            e: { r: Math.max(a.r, b.r), c: Math.max(a.c, b.c) },
          }));
          sheet["!rows"] = table.rows.map((hidden) => ({ hidden }));
          sheet["!cols"] = table.columns.map((hidden) => ({ hidden }));
          for (const { at, t } of table.comments) {
            const cell = sheet[XLSX.utils.encode_cell(at)] as XLSX.CellObject | undefined;
            if (cell) cell.c = [{ a: "clerk", t }];
          }
          XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["又一张"]]), "又");
          book.Workbook = {
            WBProps: { date1904: table.from1904 },
            Sheets: [{ Hidden: table.isHidden ? 1 : 0 }, { Hidden: 0 }],
          };
        }),
      );
    }),
    { numRuns: 300 },
  );
});

/** A number under each format: what it is taken for. */
const FORMATS: readonly (readonly [format: string, value: number, text: string])[] = [
  ["yyyy\\-mm\\-dd", 45292, "2024-01-01"],
  ["[$-804]yyyy年m月d日", 45292, "2024-01-01"],
  ["[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", 45292, "2024-01-01"],
  ['yyyy"年"m"月"', 45292.5, "2024-01-01"],
  ["[DBNum1][$-804]yyyy年m月d日", 45292, "2024-01-01"],
  ["yyyy/m/d;@", 45292.999_999_999, "2024-01-02"],
  ["h:mm:ss", 0.5, "12:00"],
  ["yyyy-mm-dd", 1, "1900-01-01"],
  ["yyyy-mm-dd", 0, "1900-01-00"],
  ["0.00%", 0.1234, "12.34%"],
  ["0%;-0%", 1, "100%"],
  ['0"天"', 12, "12"],
  ['0"day"', 12, "12"],
  ['"第"0"号 d"', 12, "12"],
  ["\\d0", 12, "12"],
  ["[Red]0", 12, "12"],
  ["[Red]0.0;[Blue]0.0", 12, "12"],
  ["#,##0.00_);[Red]\\(#,##0.00\\)", 1234.5, "1234.5"],
  ['_ ¥* #,##0.00_ ;_ ¥* \\-#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', 1234.5, "1234.5"],
  ["General", 12, "12"],
  ['G/通用格式"元"', 12, "12"],
  ["0.00E+00", 202_400_000_000_000_000, "202400000000000000"],
  ["# ?/?", 0.5, "0.5"],
];
it.each(FORMATS)("a number shown as %s: %d", async (z, v, told) => {
  expect(await cellsIn(bookOf([[{ t: "n", v, z }]]))).toEqual([[told]]);
});

/** Formats that have a number and no text in the file; most of them show days as China writes them. */
const NUMBERED = [14, 15, 22, 27, 28, 30, 31, 50, 51, 57, 58];
it.each(NUMBERED)("a number shown as format %i is a day: .xlsx", async (id) => {
  const bytes = rewritten(
    bookOf([[{ t: "n", v: 45292, z: "yyyy-mm-dd" }]]),
    "xl/styles.xml",
    (xml) => xml.replace(/(<xf [^>]*numFmtId=")(?!0")\d+/, `$1${id}`),
  );
  expect(textsOf(await sheetsOf(bytes))).toEqual([["2024-01-01"]]);
});
it.each(NUMBERED)("a number shown as format %i is a day: .xls", async (id) => {
  const book = XLSX.utils.book_new();
  const day: XLSX.CellObject = { t: "n", v: 45292, z: "yyyy/m/d;@" };
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([[day, 45292]]), "表");
  const bytes = new Uint8Array(XLSX.write(book, { type: "array", bookType: "biff8" }));
  // The record of a style: its kind, its length, the font, the format.
  const styles = [...bytes.keys()].filter((at) => STYLE.every((byte, i) => bytes[at + i] === byte));
  const style = styles.find((at) => bytes[at + 6] !== 0)!;
  bytes[style + 6] = id;
  expect(textsOf(await sheetsOf(bytes))).toEqual([["2024-01-01", "45292"]]);
});
const STYLE = [0xe0, 0, 20, 0];

/** What other programs write. */
const WRITTEN: readonly (readonly [name: string, rows: string, cells: readonly string[][]])[] = [
  [
    "a text in the cell",
    `<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>`,
    [["甲"]],
  ],
  [
    "runs and how it is pronounced",
    `<row r="1"><c r="A1" t="inlineStr"><is><r><t>东</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 街</t></r><rPh sb="0" eb="1"><t>dong</t></rPh></is></c></row>`,
    [["东 街"]],
  ],
  [
    "what a formula gave",
    `<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"</f><v>a</v></c></row>`,
    [["2", "a"]],
  ],
  [
    "a formula that was never run",
    `<row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><v>3</v></c></row>`,
    [["", "3"]],
  ],
  [
    "rows and cells without a place",
    `<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>`,
    [["1", "2"], ["3"]],
  ],
  ["rows left out", `<row r="3"><c r="B3"><v>1</v></c></row>`, [[], [], ["", "1"]]],
  [
    "cells that only have a colour",
    `<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="0"/></row><row r="9"><c r="C9" s="0"/></row>`,
    [["1"]],
  ],
  [
    "escapes of its own",
    `<row r="1"><c r="A1" t="inlineStr"><is><t>a_x000D_&#10;b&amp;&lt;_x005F_x0041_</t></is></c></row>`,
    [["a\nb&<_x0041_"]],
  ],
  ["an error", `<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>`, [["#N/A"]]],
  [
    "true and false",
    `<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c></row>`,
    [["是", "否"]],
  ],
];
it.each(WRITTEN)("%s", async (_, rows, cells) => {
  expect(await cellsIn(withRows(rows))).toEqual(cells);
});

it("a day that is written as text", async () => {
  const row = `<row r="1"><c r="A1" t="d"><v>2024-03-05T00:00:00</v></c></row>`;
  expect(textsOf(await sheetsOf(withRows(row)))).toEqual([["2024-03-05T00:00:00"]]);
});

describe("files that are no .xlsx", () => {
  it.each(["xls", "xlsb", "ods", "biff8", "html"] as const)(
    "%s is read by the other one",
    async (bookType) => {
      const book = XLSX.utils.book_new();
      XLSX.utils.book_append_sheet(
        book,
        XLSX.utils.aoa_to_sheet([
          ["街道", "件数"],
          ["东街", 3],
        ]),
        "表",
      );
      const bytes = new Uint8Array(XLSX.write(book, { type: "array", bookType }));
      const [sheet] = await sheetsOf(bytes);
      expect(sheet!.rows.map(({ cells }) => cells)).toEqual([
        ["街道", "件数"],
        ["东街", "3"],
      ]);
    },
  );
});

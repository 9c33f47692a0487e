/** The workbook that offices without a system fill in: what is filled in is read as it was meant. */
import * as XLSX from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, it } from "vitest";
import { datasets } from "../src/datasets/index.ts";
import { Imports } from "../src/exports/answers.ts";
import { importExports } from "../src/exports/import.ts";
import { askedColumns, templateWorkbook } from "../src/exports/template.ts";
import { memoryFolder } from "../src/ingest/folder.ts";

const asked = datasets.filter(({ dated }) => dated);
let bytes: Uint8Array;
beforeAll(async () => {
  bytes = await templateWorkbook(new Map());
});

async function imported(book: XLSX.WorkBook) {
  const file = new Uint8Array(XLSX.write(book, { type: "buffer", bookType: "xlsx" }));
  const [source] = (await memoryFolder({ "填报.xlsx": file }).files())!;
  return importExports([source!], {
    vocabularies: new Map(),
    imports: new Imports(""),
    year: 2024,
    nameId: (id) => id,
  });
}

it("left as it is, no row is read: the examples are known", async () => {
  const { tables, rows } = await imported(XLSX.read(bytes, { cellNF: true }));
  expect(
    tables.map(({ recognised, left }) => [recognised?.own, left.get("example")?.rows]),
  ).toEqual(asked.map(() => [true, 1]));
  expect(rows.size).toBe(0);
});

it("filled in, with days typed and as Excel keeps them, gives the same rows", async () => {
  const book = XLSX.read(bytes, { cellNF: true });
  for (const dataset of asked) {
    const line = askedColumns(dataset).map(([key, { type }]) =>
      type === "id"
        ? "0012"
        : type === "date" && dataset.dated!.by.includes(key)
          ? "2024-03-05"
          : "",
    );
    const serial = line.map((cell) =>
      cell === "2024-03-05" ? 45356 : cell === "0012" ? "0013" : cell,
    );
    XLSX.utils.sheet_add_aoa(book.Sheets[dataset.label]!, [line, serial], { origin: "A3" });
    for (const [at, cell] of serial.entries()) {
      if (typeof cell !== "number") continue;
      book.Sheets[dataset.label]![XLSX.utils.encode_cell({ r: 3, c: at })].z = "yyyy-mm-dd";
    }
  }
  const { rows } = await imported(book);
  for (const dataset of asked) {
    const [, years] = [...rows].find(([{ of }]) => of.dataset === dataset)!;
    const text = [...years.get(2024)!.csv()].join("");
    expect(text.match(/2024-03-05/g)?.length, dataset.id).toBe(2 * dataset.dated!.by.length);
    const hasId = askedColumns(dataset).some(([, { type }]) => type === "id");
    if (hasId) expect(text).toMatch(/0012[\s\S]*0013/);
  }
});

it("formats whole columns, so that Excel leaves numbers of matters and days alone", () => {
  const files = unzipSync(bytes);
  for (const [at, dataset] of asked.entries()) {
    const sheet = strFromU8(files[`xl/worksheets/sheet${at + 1}.xml`]!);
    const styled = [...sheet.matchAll(/<col style="\d+" min="(\d+)"/g)].map(([, place]) =>
      Number(place),
    );
    const wanted = askedColumns(dataset).flatMap(([, { type }], place) =>
      ["id", "date", "word", "words", "text"].includes(type) ? [place + 1] : [],
    );
    expect(styled).toEqual(expect.arrayContaining(wanted));
    expect(sheet).toContain("<dataValidation ");
  }
});

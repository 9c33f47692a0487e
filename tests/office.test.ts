/** What offices and newsrooms open our files with: LibreOffice reads and writes them, librsvg draws them. */
import { globSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import * as XLSX from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../scripts/lib/chromium/launch.ts";
import { datasets } from "../src/datasets/index.ts";
import { Imports } from "../src/exports/answers.ts";
import { importExports } from "../src/exports/import.ts";
import { rowNamer } from "../src/exports/row-names.ts";
import { askedColumns, templateWorkbook } from "../src/exports/template.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { built } from "./support/built.ts";
import { temporaryFolder } from "./support/command.ts";
import { type Office, office } from "./support/office.ts";
import { pixelsOf } from "./support/pixels.ts";

const folder = temporaryFolder();
let programs: Office;
beforeAll(() => {
  programs = office(join(folder, "office"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** All that an import of a file would write, by dataset and year. */
async function imported(file: string): Promise<string[]> {
  const [source] = (await memoryFolder({ [basename(file)]: readFileSync(file) }).files())!;
  const { rows, stopped } = await importExports([source!], {
    vocabularies: new Map(),
    imports: new Imports(""),
    year: 2024,
    nameId: rowNamer("a key of the tests"),
  });
  expect(stopped).toEqual([]);
  return [...rows].flatMap(([{ of }, years]) =>
    [...years].map(([year, one]) => `${year}/${of.dataset.id}\n${[...one.csv()].join("")}`),
  );
}

describe("workbooks that LibreOffice wrote", () => {
  const exports = globSync(join(import.meta.dirname, "exports", "*.csv"));
  const saved = (name: string, form: string) => join(folder, form, `${name}.${form}`);
  /** Columns as the program takes them when a CSV is opened: days and numbers become its own. */
  const OPENED = "--infilter=CSV:44,34,76,1,,2052,false,true";

  beforeAll(async () => {
    programs.converted(exports, "xlsx", join(folder, "xlsx"), [OPENED]);
    const template = join(folder, "filled.xlsx");
    const book = XLSX.read(await templateWorkbook(new Map()), { cellNF: true });
    for (const dataset of datasets.filter(({ dated }) => dated)) {
      const cells = askedColumns(dataset).map(([key, { type }]) =>
        type === "id" ? "00120240305000000012" : dataset.dated!.by.includes(key) ? 45356 : "",
      );
      const sheet = book.Sheets[dataset.label]!;
      XLSX.utils.sheet_add_aoa(sheet, [cells], { origin: "A3" });
      for (const [c, cell] of cells.entries())
        if (cell === 45356) sheet[XLSX.utils.encode_cell({ r: 2, c })].z = "yyyy-mm-dd";
    }
    writeFileSync(template, XLSX.write(book, { type: "buffer", bookType: "xlsx" }));
    programs.converted([template], "xlsx", join(folder, "xlsx"));
    programs.converted(globSync(join(folder, "xlsx", "*.xlsx")), "xls", join(folder, "xls"));
  });

  test.each(exports.map((file) => basename(file, ".csv")))("%s: the same rows", async (name) => {
    const rows = await imported(join(import.meta.dirname, "exports", `${name}.csv`));
    expect(rows.length).toBeGreaterThan(0);
    for (const form of ["xlsx", "xls"])
      expect(await imported(saved(name, form)), form).toEqual(rows);
  });

  test("the template, filled in and saved: the same rows, numbers of matters whole", async () => {
    const rows = await imported(join(folder, "filled.xlsx"));
    expect(rows.length).toBe(datasets.filter(({ dated }) => dated).length);
    expect(rows.join()).toContain("2024-03-05");
    for (const form of ["xlsx", "xls"])
      expect(await imported(saved("filled", form)), form).toEqual(rows);
  });
});

describe("drawings", () => {
  const pictures = join(folder, "png");
  let drawings: string[];
  let browser: Awaited<ReturnType<typeof launchChromium>>;
  let page: Awaited<ReturnType<typeof browser.newPage>>;
  beforeAll(async () => {
    const site = await built("real");
    drawings = globSync(join(site, "{charts,questions}", "*", "*.svg"));
    browser = await launchChromium();
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  /** What is in a picture: its colours, and whether anything touches its edge. */
  const lookedAt = (file: string) =>
    pixelsOf(page, readFileSync(file), "image/png", ({ data, width, height }) => {
      const counts = new Map<number, number>();
      let cut = 0;
      for (let at = 0; at < data.length; at += 4) {
        const colour = (data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!;
        counts.set(colour, (counts.get(colour) ?? 0) + 1);
        const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
        if ((x < 6 || y < 6 || x > width - 7 || y > height - 7) && colour !== 0xffffff) cut++;
      }
      const colours = [...counts.keys()].map((one) => one.toString(16).padStart(6, "0"));
      return { cut, black: (counts.get(0) ?? 0) / (width * height), colours };
    });
  /** Colours of areas, not of letters. */
  const areasOf = (svg: string) => {
    const of = svg.replace(/<text[\s\S]*?<\/text>/g, "");
    const hex = [...of.matchAll(/fill="#([\da-f]{6}|[\da-f]{3})"/g)].map(([, found]) => found!);
    return new Set(hex.map((one) => (one.length === 3 ? one.replace(/./g, "$&$&") : one)));
  };

  test("librsvg and LibreOffice draw each whole, in its colours", async () => {
    programs.converted(drawings, "png", pictures);
    expect(drawings.length).toBeGreaterThan(20);
    for (const file of drawings) {
      const name = basename(file, ".svg");
      const rsvg = join(pictures, `${name}-rsvg.png`);
      expect(programs.drawn(file, rsvg), name).toBe("");
      for (const picture of [rsvg, join(pictures, `${name}.png`)]) {
        const { cut, black, colours } = await lookedAt(picture);
        expect({ cut, black: black > 0.01 }, picture).toEqual({ cut: 0, black: false });
        for (const colour of areasOf(readFileSync(file, "utf8")))
          expect(colours, `${picture} #${colour}`).toContain(colour);
      }
    }
    expect(readdirSync(pictures)).toHaveLength(2 * drawings.length);
  });
});

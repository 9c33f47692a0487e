/**
 * Exports of systems that nobody has listed: tests/unlisted/<name>.csv as offices write them, all invented,
 * beside what is written of them (<name>.txt, which is made where it is missing). Personal cells begin with 机密.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as XLSX from "@e965/xlsx";
import iconv from "iconv-lite";
import Papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import { Imports } from "../src/exports/answers.ts";
import { importExports } from "../src/exports/import.ts";
import type { Imported } from "../src/exports/importing.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import { figuresSaid } from "./support/import-figures.ts";
import { KAILI } from "./support/kaili.ts";

const FOLDER = join(import.meta.dirname, "unlisted");
const SITE = readFileSync(join(KAILI, "site.yaml"));
const names = readdirSync(FOLDER).flatMap((file) => /^(.+)\.csv$/.exec(file)?.[1] ?? []);

/** What the public is told of some of them, worked out by hand. */
const FIGURES: Readonly<Record<string, string>> = {
  // Of seven one is 公共服务; one was not taken up, and has no day but that on which it was asked for; of the
  // time of one that was sent back nobody knows.
  "applications-of-a-portal":
    "2024: licences=6 licences-accepted=5 licences-granted=2 licences-refused=1 licences-due=4+1 licences-in-time=3+1",
  // In 万元, which the group says.
  "cases-amounts-in-groups": "2024: cases=4 fines=20500 confiscations=8200",
  // What was paid is no fine.
  "cases-due-and-paid": "2024: cases=3 fines=4000",
  "penalties-credit-two-confiscations": "2024: fines=2500 confiscations=550.5",
  "urban-management-steps": "2024: complaints=2 complaints-resolved=1 tickets-left-out=1",
  "grid-events-in-english":
    "2024: complaints=3 complaints-resolved=2 complaints-due=3 complaints-on-time=1 complaints-rated=2 complaints-satisfied=1",
  "reviews-register-of-decisions": "2024: legal-reviews=4 legal-reviews-passed=2",
  // An appeal is no hearing of the first instance.
  "suits-register-by-hand":
    "2024: litigation=5 hearings=3+1 head-appearances=1+1 litigation-concluded=4 litigation-lost=2",
  "reconsiderations-register-by-hand":
    "2024: reconsiderations=4 reconsiderations-concluded=3+1 reconsiderations-corrected=1+1",
  // One was put off, and closed before that day; two are in no figure.
  "hotline-province-put-off":
    "2024: complaints=5 complaints-resolved=3 tickets-left-out=2 complaints-due=4+1 complaints-on-time=3+1 complaints-repeated=0 complaints-rated=3 complaints-satisfied=2",
  // Of six rows three are no penalties.
  "acts-of-a-platform": "2024: fines=12200",
  // One was sent back; one comes due, and was closed, in the next year.
  "hotline-flow-of-orders":
    "2024: complaints=6 complaints-resolved=4 tickets-left-out=1 complaints-due=5 complaints-on-time=3 complaints-rated=3+1 complaints-satisfied=2+1",
  // The deadline of 结案 counts, and not that of 处置.
  "urban-management-two-deadlines":
    "2024: complaints=5 complaints-resolved=4 tickets-left-out=1 complaints-due=5 complaints-on-time=3",
  // Subtotals are none; what was paid is no fine.
  "penalties-register-of-groups": "2024: cases=3 fines=900",
  "penalties-unified-platform": "2024: cases=6 fines=58500 confiscations=2000",
  // What the court enforces, and a suit about a contract, are none.
  "suits-of-a-judgment-site": "2024: litigation=4 litigation-concluded=3 litigation-lost=1",
  // One was not taken up, and has no day but that.
  "reconsiderations-platform":
    "2024: reconsiderations=6 reconsiderations-concluded=3 reconsiderations-corrected=1",
  "suits-of-a-law-firm":
    "2024: litigation=4 hearings=2+1 head-appearances=1+1 litigation-concluded=2 litigation-lost=1 reconsiderations=1",
  // One of three is for the bureau's own.
  "publicity-monthly-form":
    "2024: publicity-events=2 publicity-participants=~320 publicity-leaflets=800",
  "publicity-questionnaire":
    "2024: publicity-events=3 publicity-participants=≥710 publicity-leaflets=≥1500",
  "internet-supervision-penalties": "2024: cases=4 fines=5500 confiscations=1000+1",
  "penalties-housing": "2024: fines=38500+1",
  // One was sent back; one of three was closed too late.
  "hotline-of-paths":
    "2024: complaints=4 complaints-resolved=3 tickets-left-out=1 complaints-due=3 complaints-on-time=2 complaints-rated=2 complaints-satisfied=1",
  // That it was sent back was granted in one, and refused in another.
  "tickets-sent-back": "2024: complaints=2 complaints-resolved=1 tickets-left-out=1",
  // One was void; of the time of one that cannot be done for now nobody knows the end.
  "urban-management-hung-up":
    "2024: complaints=4 complaints-resolved=2 tickets-left-out=1 complaints-due=3+1 complaints-on-time=1+1",
  // One was refused.
  "petitions-put-off": "2024: messages=3",
  // What was not filed is no case; how it was decided the court does not say.
  "case-files-of-a-platform": "2024: cases=5 fines=128050 confiscations=8000",
  // One was revoked; one was refused.
  "permits-with-codes": "2024: licences=5 licences-granted=4 licences-refused=1",
  "visits-and-calls": "2024: messages=3",
  "reconsiderations-two-row-head":
    "2024: reconsiderations=6 reconsiderations-concluded=4+1 reconsiderations-corrected=2+1",
  "suits-of-a-court-list": "2024: litigation=3 litigation-concluded=2",
  "reviews-with-opinions": "2024: legal-reviews=5 legal-reviews-passed=2+1",
  "supervision-platform-cases": "2024: cases=4 fines=12200 reviews-required=1",
};

/** An .xls of the rows; of the first, cells are merged from one column to another. */
function workbook(rows: readonly string[][], merged: readonly [number, number][] = []): Uint8Array {
  const sheet = XLSX.utils.aoa_to_sheet(rows as string[][]);
  sheet["!merges"] = merged.map(([from, to]) => ({ s: { r: 0, c: from }, e: { r: 0, c: to } }));
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, "导出");
  return new Uint8Array(XLSX.write(book, { type: "buffer", bookType: "biff8" }));
}

async function imported(text: string | Uint8Array, year?: number): Promise<Imported> {
  const name = typeof text === "string" ? "导出.csv" : "导出.xls";
  const [source] = (await memoryFolder({ [name]: text }).files())!;
  return importExports([source!], {
    vocabularies: new Map(),
    imports: new Imports(""),
    ...(year ? { year } : {}),
    // Which matter is which, and nothing of its number.
    nameId: (id) => `x${[...id].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0)}`,
  });
}

function filesOf({ rows }: Imported): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [{ of }, years] of rows) {
    for (const [year, one] of years) {
      files[`${year}/${of.dataset.id}.csv`] = [...one.csv()].join("").replace("\ufeff", "");
    }
  }
  return files;
}

describe.each(names.filter((name) => !name.startsWith("not-")))("%s", (name) => {
  const text = readFileSync(join(FOLDER, `${name}.csv`), "utf8");
  // Days of a ledger by months say no year.
  const year = name === "publicity-by-month" ? 2024 : undefined;
  let files: Record<string, string>;
  let result: Imported;
  beforeAll(async () => {
    result = await imported(text, year);
    files = filesOf(result);
  });

  it("is written as it should be", () => {
    const written = Object.entries(files)
      .map(([path, rows]) => `${path}\n${rows}`)
      .join("\n");
    const path = join(FOLDER, `${name}.txt`);
    if (!existsSync(path)) writeFileSync(path, written);
    expect(written).toBe(readFileSync(path, "utf8"));
  });

  it("is the same as .xls, in UTF-16, and under merged heads", async () => {
    const rows = Papa.parse<string[]>(text.trim()).data;
    const utf16 = iconv.encode(`\ufeff${rows.map((row) => row.join("\t")).join("\n")}`, "utf16le");
    const isPlain = rows.every((row) => row.every((cell) => !/[\t\n"]/.test(cell)));
    const books = [workbook(rows), ...(isPlain ? [new Uint8Array(utf16)] : [])];
    // A title that spans the table, and groups over its columns.
    const groups = rows[0]!.map((_, at) => (at === 0 ? "基本信息" : at === 3 ? "办理信息" : ""));
    const isOneHead = rows.findIndex(([first]) => first === result.tables[0]!.heads[0]) === 0;
    if (isOneHead)
      books.push(
        workbook(
          [groups, ...rows],
          [
            [0, 2],
            [3, rows[0]!.length - 1],
          ],
        ),
      );
    for (const bytes of books) expect(filesOf(await imported(bytes, year))).toEqual(files);
  });

  it("loses no row, and nothing personal is written", () => {
    const [table] = result.tables;
    const read = [...table!.years.values()].reduce((sum, n) => sum + n, 0);
    const left = [...table!.left.values()].reduce((sum, { rows }) => sum + rows, 0);
    expect([read > 0, read + left]).toEqual([true, table!.rows]);
    expect(JSON.stringify(files)).not.toContain("机密");
    for (const { head } of table!.recognised!.taken) {
      // 处罚类别（CFLB） stands as CFLB; 罚款（万元） below a group that says the unit.
      const written = /（(\w+)）$/.exec(head)?.[1] ?? head.replace(/[(（]万?元[)）]$/, "");
      // 性质 below 当事人 is 当事人性质.
      const cells = text.split(/[,\n]/).filter((cell) => cell.length > 1);
      const stands = text.includes(written) || cells.some((cell) => written.endsWith(cell));
      expect(stands, head).toBe(true);
    }
  });

  it("makes a site without an error", async () => {
    const { site, problems } = await loadSite(memoryFolder({ ...files, "site.yaml": SITE }));
    if (FIGURES[name]) expect(figuresSaid(site)).toEqual([FIGURES[name]]);
    const errors = problems.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, places, why }) => `${code} ${places[0]?.cell} ${why}`)).toEqual([]);
  });
});

it.each(names.filter((name) => name.startsWith("not-")))("%s is none of ours", async (name) => {
  const text = readFileSync(join(FOLDER, `${name}.csv`), "utf8");
  for (const year of [undefined, 2024]) {
    const { tables, rows } = await imported(text, year);
    expect(tables.map(({ recognised }) => recognised)).toEqual([null]);
    expect(rows.size).toBe(0);
  }
});

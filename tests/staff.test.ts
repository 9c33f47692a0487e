/** The page for staff: a table put in there is checked as in the data folder, mended, and handed back. */
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import * as XLSX from "@e965/xlsx";
import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { datasets } from "../src/datasets/index.ts";
import { Imports } from "../src/exports/answers.ts";
import { brokenBook } from "../src/exports/broken-book.ts";
import { importExports } from "../src/exports/import.ts";
import { firstSheetsOf, sheetsOf } from "../src/exports/workbook/sheets.ts";
import { ODD_ENDS } from "../src/ingest/bytes/decode.ts";
import { diskFolder } from "../src/ingest/disk.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { problemText } from "../src/ingest/problems/words.ts";
import { loadSite } from "../src/load/load-site.ts";
import { checkTable, type SiteAround } from "../src/staff/check.ts";
import { Desk } from "../src/staff/desk.ts";
import { EditedTable } from "../src/staff/edited-table.ts";
import { placeOf } from "../src/staff/marks.ts";
import { noTable, readFile } from "../src/staff/read.ts";
import { endlessText, foundText, NO_WORKBOOKS } from "../src/staff/say.ts";
import { topics } from "../src/topics/index.ts";
import { axeFaults } from "./support/axe.ts";
import { openSite } from "./support/browser.ts";
import { sidewaysScroll } from "./support/look.ts";
import { SITES } from "./support/sites.ts";

const SITE = "数据性质: 演示\n单位名称: 虚设局\n网站名称: 虚设局公开\n";
const AROUND: SiteAround = {
  site: SITE,
  days: {},
  words: "",
  topics: topics.flatMap(({ nav, alsoCalled = [] }) => [nav, ...alsoCalled]),
  years: {},
};
const bytesOf = (text: string) => new TextEncoder().encode(text);
const BROKEN = `受理日期,渠道,类别,件数\r
2024-01-05,12345热线,噪声,1\r
1/2/2024,12345热线,油烟,２\r
2024-01-06,12345热钱,占道经营,1\r
2024-01-07,12345热钱,噪声,1\r
`;

async function bytesIn(source: { open(): AsyncIterable<Uint8Array> }): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.open()) chunks.push(chunk.slice());
  return new Uint8Array(Buffer.concat(chunks));
}

describe("the same of a table as in the data folder", () => {
  const CASES = join(import.meta.dirname, "sites");
  // Every fourth, whichever they are, and those whose words or numbers other tables know.
  const some = readdirSync(CASES).filter(
    (name, at) => at % 4 === 0 || /^(?:topics|plan|notes|findings-noted|personal)/.test(name),
  );
  test.each(some)("%s", async (name) => {
    const files = (await diskFolder(join(CASES, name, "data")).files()) ?? [];
    for (const source of files) {
      const [, year, id] = /^(20\d\d)\/([a-z_]+)\.csv$/.exec(source.path) ?? [];
      const dataset = datasets.find((one) => one.id === id);
      if (!dataset || source.size > 1 << 20) continue;
      const bytes = await bytesIn(source);
      // Nothing is known of other tables, as below.
      const years = { [Number(year)]: { figures: [], findings: [], checks: [], planned: [] } };
      const around = { ...AROUND, years };
      const { problems } = await checkTable(bytes, dataset, Number(year), around);
      const folder = memoryFolder({ "site.yaml": SITE, [source.path]: bytes });
      const alone = (await loadSite(folder, { checkOnly: true })).problems.filter(
        // Names of persons are looked for with a dictionary that is too large for a browser.
        ({ file, code }) => file === source.path && !/^name/.test(code),
      );
      const shown = problems.filter(({ code }) => !/^name/.test(code));
      const said = (list: typeof shown) =>
        list.map((one) => problemText({ ...one, places: one.places.slice(0, 5) }));
      expect(said(shown), basename(source.path)).toEqual(said(alone));
    }
  });
});

test("what other tables know is known of the published site", async () => {
  const years = {
    2023: { figures: ["own"], findings: [], checks: [], planned: ["出台裁量权基准"] },
    2024: { figures: [], findings: ["cases-rows"], checks: ["cases-parts"], planned: [] },
  };
  const file = "2024/办理的案件.csv";
  const around = { ...AROUND, years, exceptions: [{ file, cell: "B2", content: "08****6" }] };
  for (const [id, text, said] of [
    ["plan", "安排,事项,对应的数字,提出年度\n甲,出台裁量权基准,cases,2023\n", []],
    ["plan", "安排,事项,对应的数字,提出年度\n甲,出台裁量标准,casez,2023\n", ["B2", "C2"]],
    ["notes", "核对编号,说明,状态,日期\ncases-rows,甲,已说明,2024-05-01\n", []],
    ["notes", "核对编号,说明,状态,日期\ncases-parts,甲,已更正,2024-05-01\n", []],
    ["notes", "核对编号,说明,状态,日期\ncase-rows,甲,已说明,2024-05-01\n", ["A2"]],
    ["cases", "执法领域,案由\n燃气,值班电话0855-8223456\n", []],
    ["cases", "执法领域,案由\n燃气,值班电话0855-8223457\n", ["B2"]],
    ["cases", "执法领域,案由\n燃气,没有\n燃气,值班电话0855-8223456\n", ["B3"]],
  ] as const) {
    const dataset = datasets.find((one) => one.id === id)!;
    const { problems } = await checkTable(bytesOf(text), dataset, 2024, around);
    const worth = problems.filter(({ severity }) => severity !== "note");
    const cells = worth.flatMap(({ places }) => places.map(({ cell }) => cell));
    expect(cells.toSorted(), text).toEqual(said);
  }
});

test("what is no table is told to be none, whatever it comes in", async () => {
  const title = [["青岚县2024年工单台账"], [], ["", "填报单位：办公室"]];
  for (const [rows, said] of [
    [title, ["header-missing", "A1"]],
    [title.slice(2), ["header-missing", "B1"]],
    [
      [["", " "], ["\u3000"]],
      ["file-empty", undefined],
    ],
    [[], ["file-empty", undefined]],
  ] as [string[][], (string | undefined)[]][]) {
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), "表");
    const xlsx = new Uint8Array(XLSX.write(book, { type: "array", bookType: "xlsx" }));
    for (const bytes of [xlsx, bytesOf(rows.map((cells) => cells.join(",")).join("\r\n"))]) {
      const { remarks, rows: read } = await readFile(bytes);
      const told = [...remarks, noTable(read) ?? []].flat();
      expect(told.map(({ code, cell }) => [code, cell])).toEqual([said]);
      const state = await new Desk(AROUND, { 2024: {} }).open("台账.xlsx", bytes);
      expect([state.errors, state.moved, state.problems.length]).toEqual([1, null, 1]);
      expect(foundText(state)).toContain("1处错误，没有查成");
    }
  }
});

describe("a workbook that would keep its library for ever", () => {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["受理日期", "渠道"]]), "表");
  const written = (bookType: XLSX.BookType) =>
    new Uint8Array(XLSX.write(book, { type: "array", bookType, compression: true }));

  // Of a ZIP's first part: how it is packed, how long it and its name are, and the name.
  test.each(["xlsx", "xlsb", "ods"] as const)(
    "%s: ends, whatever its beginning says",
    async (kind) => {
      const sound = written(kind);
      for (let at = 4; at < 46; at++) {
        for (const byte of [0x00, 0x7f, 0xf9, 0xff]) {
          const spoiled = sound.slice();
          spoiled[at] = byte;
          const { rows, remarks } = await readFile(spoiled);
          expect(rows.length + remarks.length, `${at} ${byte}`).toBeGreaterThan(0);
        }
      }
    },
  );

  test("is told in the words of the shell", () => {
    const said = brokenBook(new Error("timed out"), new Uint8Array(), "再导入");
    expect(said.why).toContain("读了很久");
    expect(endlessText("台账.xls")).toContain(`“台账.xls”：${said.why.slice(0, 8)}`);
  });

  test("a part that is said to unpack to more than it can", async () => {
    const sound = written("xlsx");
    const list = Buffer.from(sound).indexOf("PK\x01\x02", 0, "latin1");
    // How long the first part is said to be, packed and unpacked.
    for (const packed of [0x100, 0x0b000000]) {
      const spoiled = sound.slice();
      const said = new DataView(spoiled.buffer);
      said.setUint32(list + 20, packed, true);
      said.setUint32(list + 24, 0x5f000000, true);
      const { rows, remarks } = await readFile(spoiled);
      expect([rows, remarks.map(({ code }) => code)]).toEqual([[], ["file-unreadable"]]);
      expect(await firstSheetsOf(spoiled, 10)).toBeNull();
    }
  });

  test("a cell beyond the last column that there can be is passed over", async () => {
    const parts = unzipSync(written("xlsx"));
    const path = "xl/worksheets/sheet1.xml";
    const xml = new TextDecoder().decode(parts[path]);
    for (const at of ["ZZZZZZ1", "A99999999999"]) {
      const far = xml.replace("</sheetData>", `<row><c r="${at}"><v>1</v></c></row></sheetData>`);
      const { rows } = await readFile(zipSync({ ...parts, [path]: bytesOf(far) }));
      expect(rows, at).toEqual([["受理日期", "渠道"]]);
    }
  });
});

test("of a long workbook the first rows are looked at before the others are read", async () => {
  const row = (at: number) => [`2024-01-${10 + (at % 20)}`, "12345热线", `噪声${at % 300}`, at];
  const rows = [
    ["受理日期", "渠道", "类别", "件数"],
    ...Array.from({ length: 3000 }, (_, at) => row(at)),
  ];
  rows[5]![0] = "1/2/2024";
  for (const bookSST of [true, false]) {
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["说明"]]), "填表说明");
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), "工单");
    const bytes = new Uint8Array(
      XLSX.write(book, { type: "array", bookType: "xlsx", compression: true, bookSST }),
    );
    const all = await sheetsOf(bytes);
    const start = await firstSheetsOf(bytes, 2000);
    const firstOf = all.map((sheet) => sheet.rows.slice(0, 2000));
    // A difference of thousands of rows is not to be printed.
    expect(
      isDeepStrictEqual(
        start?.map((sheet) => sheet.rows),
        firstOf,
      ),
    ).toBe(true);
    const first: string[] = [];
    const desk = new Desk(AROUND, { 2024: {} });
    const whole = await desk.open("2024工单.xlsx", bytes, (state) => first.push(foundText(state)));
    expect(first).toEqual([
      "“2024工单.xlsx”里的“工单”（另有“填表说明”没有查，要查的另存成一个文件），先查了2000行：1处错误。正在查其余的……",
    ]);
    expect(whole.allRows).toBe(3001);
    expect(whole.problems.map(({ places }) => places)).toContain("A6“1/2/2024”");
  }
});

test("a workbook that cannot be read is told by what is wrong with it", async () => {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["受理日期"]]), "表");
  const xlsx = new Uint8Array(XLSX.write(book, { type: "array", bookType: "xlsx" }));
  const locked = XLSX.CFB.utils.cfb_new();
  for (const part of ["EncryptionInfo", "EncryptedPackage"]) {
    XLSX.CFB.utils.cfb_add(locked, part, Buffer.alloc(5000, 7));
  }
  // A part that cannot be unpacked, at which a library would never end.
  const parts = XLSX.write(book, { type: "array", bookType: "xlsb", compression: true });
  const spoiled = new Uint8Array(parts);
  const part = "xl/_rels/workbook.bin.rels";
  spoiled[Buffer.from(spoiled).indexOf(part) + part.length] = 0xff;
  const word = zipSync({ "word/document.xml": bytesOf("<w:document/>") });
  const old = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2000)]);
  for (const [bytes, why] of [
    [xlsx.subarray(0, xlsx.length / 2), "没有下载完"],
    [bytesOf("<!DOCTYPE html><html><body>请先登录</body></html>"), "这是网页，里面没有表格"],
    [new Uint8Array(XLSX.CFB.write(locked, { type: "buffer" }) as Buffer), "打开密码"],
    [word, "Word"],
    [new Uint8Array(old), "已损坏"],
    [spoiled, "已损坏"],
  ] as const) {
    const state = await new Desk(AROUND, { 2024: {} }).open("台账.xlsx", bytes);
    expect(state.problems.map((one) => one.why).join(), why).toContain(why);
    expect([state.problems[0]!.title, state.problems.length]).toEqual(["文件打不开", 1]);
  }
});

test("a table is known by its heads, its year by its name or its days", async () => {
  const desk = new Desk(AROUND, { 2023: {} });
  for (const [name, year] of [
    ["工单.csv", 2024],
    ["2022年工单.csv", 2022],
  ] as const) {
    const state = await desk.open(name, bytesOf(BROKEN));
    expect([state.dataset, state.year]).toEqual(["complaints", year]);
  }
  const other = await desk.open("别的.csv", bytesOf("甲,乙\r\n1,2\r\n"));
  expect([other.dataset, other.errors]).toEqual([null, 0]);
});

test("what is wrong stands beside its cell, is mended there or by its proposal, and undone", async () => {
  const desk = new Desk(AROUND, { 2024: { complaints: "4件" } });
  let state = await desk.open("工单.csv", bytesOf(BROKEN));
  expect(state.errors).toBe(2);
  expect(state.moved).toBeNull();
  expect(state.rows.map(({ row }) => row)).toEqual([3, 4, 5]);
  const [first] = state.rows;
  expect(state.problems[first!.cells[0]!.said[0]!]!.places).toContain("A3“1/2/2024”");
  const proposal = state.problems.findIndex(({ instead }) => instead === "12345热线");
  state = await desk.adopt(proposal);
  expect(state.rows.map(({ row }) => row)).toEqual([3]);
  state = await desk.set([{ row: 2, column: 0, text: "2024-02-01" }]);
  expect([state.errors, state.rows]).toEqual([0, []]);
  expect(state.moved).not.toBeNull();
  const count = state.moved!.find(({ label }) => label.includes("受理"));
  expect(count?.after).toBe("5件");
  expect(desk.file().text).toBe(
    `\ufeff${BROKEN.replace("1/2/2024", "2024-02-01").replaceAll("12345热钱", "12345热线")}`,
  );
  state = await desk.undo();
  expect(state.errors).toBe(1);
});

test("a workbook and what is copied from one are the same table", async () => {
  const rows = BROKEN.trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), "表");
  const xlsx = new Uint8Array(XLSX.write(book, { type: "array", bookType: "xlsx" }));
  const pasted = bytesOf(rows.map((cells) => cells.join("\t")).join("\n"));
  for (const bytes of [xlsx, pasted]) {
    expect((await readFile(bytes)).rows).toEqual(rows);
    const state = await new Desk(AROUND, { 2024: {} }).open("工单", bytes);
    expect(state.errors).toBe(2);
  }
});

test("of a workbook the sheet is read that is a table of the site, and the others are named", async () => {
  const book = XLSX.utils.book_new();
  const add = (name: string, rows: string[][]) =>
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), name);
  add("填表说明", [["请按要求填写"], ["1. 不得空行"]]);
  add("数据", [
    ["受理日期", "渠道", "件数"],
    ["2024-01-05", "12345热线", "1"],
  ]);
  const bytes = new Uint8Array(XLSX.write(book, { type: "array", bookType: "xlsx" }));
  const state = await new Desk(AROUND, { 2024: {} }).open("台账.xlsx", bytes);
  expect([state.dataset, state.errors]).toEqual(["complaints", 0]);
  expect(foundText(state)).toContain("里的“数据”（另有“填表说明”没有查");
});

describe("what somebody noted in a workbook and nobody sees", () => {
  const PHONE = "13812345678";
  const AWAY: Record<string, (book: XLSX.WorkBook, sheet: XLSX.WorkSheet) => string> = {
    批注: (_, sheet) => {
      sheet.B2.c = [{ a: "办公室", t: `群众 ${PHONE}` }];
      return "表 B2";
    },
    批注的作者: (_, sheet) => {
      sheet.A1.c = [{ a: PHONE, t: "核对" }];
      return "表 A1";
    },
    隐藏的工作表: (book) => {
      XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["底稿"], ["", PHONE]]), "底稿");
      book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
      return "底稿 B2";
    },
    深藏的工作表: (book) => {
      XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([[PHONE]]), "底稿");
      book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 2 }] };
      return "底稿 A1";
    },
    工作表的名称: (book) => {
      XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["底稿"]]), `某女士${PHONE}`);
      return "工作表“（名称里有个人信息）”";
    },
  };
  test.each(Object.keys(AWAY))(
    "%s stops the page, the import and the check, and is not printed",
    async (where) => {
      const rows = BROKEN.replace("1/2/2024", "2024-01-02").replaceAll("热钱", "热线");
      const cells = rows
        .trimEnd()
        .split("\r\n")
        .map((line) => line.split(","));
      const book = XLSX.utils.book_new();
      const sheet = XLSX.utils.aoa_to_sheet(cells);
      XLSX.utils.book_append_sheet(book, sheet, "表");
      const place = AWAY[where]!(book, sheet);
      const bytes = new Uint8Array(XLSX.write(book, { type: "array", bookType: "xlsx" }));
      const state = await new Desk(AROUND, { 2024: {} }).open("工单.xlsx", bytes);
      expect([state.errors, state.moved]).toEqual([1, null]);
      const [said] = state.problems.filter(({ severity }) => severity === "error");
      expect(said!.places).toContain(place);
      expect(JSON.stringify(state)).not.toContain(PHONE);
      const source = {
        path: "工单.xlsx",
        size: bytes.length,
        async *open() {
          yield bytes;
        },
      };
      const { stopped } = await importExports([source], {
        ...{ vocabularies: new Map(), imports: new Imports(""), year: 2024 },
        nameId: (id) => id,
      });
      expect(stopped.map(({ code, cell }) => [code, cell])).toEqual([["personal", place]]);
      // Put into the data folder as it is, an export or none, it stops the check as well.
      for (const path of ["2024/工单.xlsx", "工单.xls", "2024/complaints.csv"]) {
        const folder = memoryFolder({ "site.yaml": SITE, [path]: bytes });
        const { problems } = await loadSite(folder, { checkOnly: true });
        const errors = problems.filter(({ code }) => code === "personal");
        expect(errors.map(({ file, places }) => [file, places[0]?.cell])).toEqual([[path, place]]);
        expect(JSON.stringify(problems)).not.toContain(PHONE);
      }
    },
  );
});

test("an export is told by its system, and who brings it in", async () => {
  for (const [name, head] of [
    [
      "双公示.csv",
      "行政相对人名称,行政相对人类别,行政处罚决定书文号,违法行为类型,违法事实,处罚依据,处罚类别,处罚内容,罚款金额（万元）,处罚决定日期,处罚机关",
    ],
    ["导出 1.csv", "XZXDRMC,XZXDRLB,XZCFJDSWH,WFXWLX,WFSS,CFYJ,CFLB,CFNR,FKJE,CFJDRQ,CFJG"],
  ] as const) {
    const row = head
      .split(",")
      .map(() => "某")
      .join(",");
    const state = await new Desk(AROUND, { 2024: {} }).open(name, bytesOf(`${head}\r\n${row}\r\n`));
    expect(state.isExport).toBe(true);
    expect(foundText(state)).toContain("业务系统的导出");
    const file = name.includes(" ") ? `"${name}"` : name;
    expect(state.problems.map(({ fix }) => fix).join()).toContain(`npm run import -- ${file}`);
  }
});

test("any cells come back as they were", async () => {
  const text = fc.string({ unit: "grapheme" }).map((one) => one.replace(/[\r\ufeff]/g, ""));
  // A row wider than the header, with an end of lines that nobody sees in it, is told as two rows.
  const ends = new RegExp(`${ODD_ENDS.join("|")}|\\\\|<`, "g");
  const row = fc.oneof(
    fc.array(text, { minLength: 2, maxLength: 2 }),
    fc.array(
      text.map((one) => one.replace(ends, "")),
      { minLength: 2, maxLength: 4 },
    ),
    fc.constant<string[]>(["", "\u2028", ""]),
  );
  const table = fc.array(row, { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const head = ["受理日期", "渠道"];
      const { rows: back } = await readFile(bytesOf(new EditedTable([head, ...rows]).csv()));
      expect(back).toEqual([head, ...rows]);
    }),
    { numRuns: 100 },
  );
});

test("a cell's name is a place", () => {
  expect(["A1", "B12", "AA3", "第7行", "cases.csv"].map(placeOf)).toEqual([
    { row: 0, column: 0 },
    { row: 11, column: 1 },
    { row: 2, column: 26 },
    { row: 6, column: -1 },
    null,
  ]);
});

describe("in a browser", () => {
  const demo = SITES.find((site) => site.demo)!;
  const site = openSite(() => demo.folder);
  test("offline, without a mouse, and nothing leaves the computer", async () => {
    const context = await site.browser.newContext({ acceptDownloads: true });
    const page = await context.newPage();
    const asked: string[] = [];
    const said: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    // What reads workbooks comes later than the page, and no CSV waits for it.
    const WORKBOOKS = "**/staff/workbooks.js*";
    await page.route(WORKBOOKS, (route) => route.abort());
    await page.goto(new URL("staff/", site.url).href);
    await page.waitForSelector("#desk:not([hidden])");
    expect(await page.locator("meta[name=robots]").getAttribute("content")).toBe("noindex");
    // The pictures are there before the first file, of the size that is said of them.
    await page.waitForLoadState("load");
    const sizes = await page.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLImageElement>("figure img"), (image) => [
        ...[image.naturalWidth, image.naturalHeight],
        ...[Number(image.getAttribute("width")), Number(image.getAttribute("height"))],
      ]),
    );
    expect(sizes.length).toBeGreaterThan(0);
    for (const [width, height, ...said] of sizes) expect([width, height]).toEqual(said);
    const ready = () => page.waitForSelector("#desk:not([aria-busy]) #results:not([hidden])");
    const put = (name: string, buffer: Buffer) =>
      page.setInputFiles("#file", { name, mimeType: "application/octet-stream", buffer });
    await put("工单.csv", Buffer.from(BROKEN));
    await ready();
    expect(await page.textContent("#told")).toContain("3处错误");
    // Without any file it is asked for when the page has nothing else to do.
    const later = () => asked.filter((url) => url.includes("/workbooks.js")).length;
    await expect.poll(later).toBeGreaterThan(0);
    const book = XLSX.utils.book_new();
    const cells = BROKEN.split("\r\n").map((line) => line.split(","));
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(cells), "表");
    const workbooks = (["xlsx", "biff8"] as const).map((bookType) =>
      Buffer.from(XLSX.write(book, { type: "array", bookType })),
    );
    await put("工单.xlsx", workbooks[0]!);
    await page.waitForSelector("#desk:not([aria-busy])");
    expect(await page.textContent("#told")).toBe(NO_WORKBOOKS);
    expect(said.splice(0).filter((text) => !/ERR_FAILED/.test(text))).toEqual([]);
    await page.unroute(WORKBOOKS);
    await page.reload();
    await page.waitForResponse(WORKBOOKS);
    const loaded = asked.length;
    await context.setOffline(true);
    for (const [at, workbook] of workbooks.entries()) {
      await put(["工单.xlsx", "工单.xls"][at]!, workbook);
      await ready();
      expect(await page.textContent("#told")).toContain("3处错误");
    }
    await put("工单.csv", Buffer.from(BROKEN));
    await ready();
    expect(await page.textContent("#told")).toContain("3处错误");
    await page.locator("#problems button", { hasText: "都改成“12345热线”" }).press("Enter");
    await ready();
    const focus = () => page.evaluate(() => document.activeElement?.id);
    expect(await focus()).toBe("told");
    await page.locator("#undo").press("Enter");
    await ready();
    expect(await page.textContent("#told")).toContain("3处错误");
    expect(await focus()).toBe("told");
    await page.locator("#problems button", { hasText: "都改成“12345热线”" }).press("Enter");
    await ready();
    const wrong = page.locator("#rows input[aria-invalid]");
    expect(await wrong.count()).toBe(1);
    await wrong.fill("2024-02-01");
    await wrong.press("Enter");
    await page.waitForFunction(() => !document.querySelector("#rows input[aria-invalid]"));
    await ready();
    expect(await page.textContent("#told")).not.toContain("错误。");
    expect(await page.locator("#moved tbody tr").count()).toBeGreaterThan(0);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("#save").press("Enter"),
    ]);
    expect(download.suggestedFilename()).toBe("complaints.csv");
    const allowed = await page.evaluate(() =>
      fetch("/robots.txt").then(
        () => true,
        () => false,
      ),
    );
    expect(allowed).toBe(false);
    expect(asked.slice(loaded).filter((url) => !url.startsWith("blob:"))).toEqual([]);
    expect(said.filter((text) => !text.includes("Content Security Policy"))).toEqual([]);
    for (const [width, text] of [
      [320, ""],
      [360, "200%"],
      [1440, ""],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = size;
      }, text);
      // A table that is mended scrolls in its own box.
      const wide = (await page.evaluate(sidewaysScroll)).filter((one) => one.startsWith("page"));
      expect(wide, `${width} ${text}`).toEqual([]);
    }
    expect(await axeFaults(page)).toEqual([]);
    await context.close();
  });
});

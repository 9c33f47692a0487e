/**
 * Workbooks and texts that LibreOffice wrote, of systems whose exports nobody has listed: all invented.
 * What is said of each must not change in silence.
 */
import { createHmac } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as XLSX from "@e965/xlsx";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { mustLook } from "../scripts/lib/import-report/look.ts";
import { tableText } from "../scripts/lib/import-report/tables.ts";
import { datasets } from "../src/datasets/index.ts";
import { Imports } from "../src/exports/answers.ts";
import { brokenBook } from "../src/exports/broken-book.ts";
import { importExports } from "../src/exports/import.ts";
import type { Imported } from "../src/exports/importing.ts";
import { vocabularies } from "../src/exports/index.ts";
import { rowNamer } from "../src/exports/row-names.ts";
import { askedColumns } from "../src/exports/template.ts";
import { sheetsInTime } from "../src/exports/workbook/in-time.ts";
import { sheetsOf } from "../src/exports/workbook/sheets.ts";
import type { Source } from "../src/ingest/bytes/source.ts";
import { wordsOf } from "../src/ingest/cells/lexicon.ts";
import { diskTable } from "../src/ingest/disk.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import type { Site } from "../src/site/year.ts";
import { temporaryFolder } from "./support/command.ts";
import { figuresSaid } from "./support/import-figures.ts";

const FOLDER = join(import.meta.dirname, "fixtures/office");
const bytesOf = (file: string) => new Uint8Array(readFileSync(join(FOLDER, file)));

async function imported(files: Record<string, string | Uint8Array>, options = {}) {
  const sources = (await memoryFolder(files).files())! as Source[];
  return importExports(sources, {
    vocabularies: new Map(),
    imports: new Imports(""),
    bureau: "虚设县综合行政执法局",
    nameId: rowNamer("a key of the tests"),
    ...options,
  });
}

const SITE = "数据性质: 演示\n单位名称: 虚设县综合行政执法局\n网站名称: 虚设\n";

async function siteOf({ rows }: Imported): Promise<Site | null> {
  const files = [...rows].flatMap(([{ of }, years]) =>
    [...years].map(([year, one]) => [`${year}/${of.dataset.id}.csv`, [...one.csv()].join("")]),
  );
  if (files.length === 0) return null;
  const { site } = await loadSite(
    memoryFolder({ ...Object.fromEntries(files), "site.yaml": SITE }),
  );
  return site;
}

const textOf = ({ rows }: Imported) =>
  [...rows]
    .flatMap(([{ of }, years]) =>
      [...years].map(([year, one]) => `${year}/${of.dataset.id}\n${[...one.csv()].join("")}`),
    )
    .join("\n");

/** What each gives: rows by dataset, rows left out and why, what a person is asked. */
const OFFICE: Readonly<Record<string, readonly string[]>> = {
  "annual-form.xlsx": ["行政执法统计年报（行政处罚） 1/1", "done"],
  "case-system.xlsx": ["?“办理的案件” 5/5", "?“办理的案件” 3/3", "汇总表 0/3", "look"],
  "codes-over-chinese.csv": [
    "双公示行政处罚（数据平台的字段名） 4/5 head 1 处罚种类=2 状态=0",
    "look",
  ],
  "consumer-complaints.xlsx": ["?“12315投诉举报” 3/3", "look"],
  "counsel.xlsx": ["法律顾问、合法性审查台账 0/6", "done"],
  "disclosure-platform.xlsx": ["?“办理的案件” 3/6 other 2 total 1", "look"],
  "hotline-callbacks.xls": ["?“12345热线工单” 6/6 满意度=一般", "look"],
  "hotline-english.csv": ["12345热线工单（办理明细） 4/4", "done"],
  "hotline-monthly.xlsx": [
    "?“12345热线工单” 4/6 total 1 note 1",
    "?“12345热线工单” 5/7 total 1 note 1",
    "?“12345热线工单” 6/8 total 1 note 1",
    "look",
  ],
  "penalties-2021.xls": ["双公示行政处罚（2020年版） 5/5", "done"],
  "permits-2021.xls": ["双公示行政许可（2020年版） 5/6 guide 1 状态=无效", "look"],
  "petitions.xlsx": ["?“信访台账” 5/5", "look"],
  "publicity.xls": ["?“普法与学习培训” 4/7 total 2 note 1", "look"],
  "random-checks.xlsx": ["双随机、检查记录 0/4", "done"],
  "reconsiderations.xlsx": ["?“行政复议案件” 5/5", "look"],
  "reviews.xls": ["?“法制审核” 4/4", "look"],
  "staff.xlsx": ["执法人员、执法证名册 0/6", "done"],
  "suits-and-appeals.xls": ["?“行政应诉案件” 4/4", "?“行政应诉案件” 1/1", "look"],
  "supervision-acts.xlsx": ["双随机、检查记录 0/4", "done"],
  "urban-management.xls": ["?“数字城管” 7/7", "look"],
};

/** What the public is told of each, worked out of the workbook by hand; what is not told is 未公布. */
const FIGURES: Readonly<Record<string, readonly string[]>> = {
  "annual-form.xlsx": ["2023:"],
  "case-system.xlsx": ["2023: cases=8 fines=6600 confiscations=1000"],
  "codes-over-chinese.csv": ["2023: fines=800"],
  "consumer-complaints.xlsx": [
    "2023: complaints=2 complaints-resolved=1 tickets-left-out=1 complaints-due=2 complaints-on-time=1",
  ],
  "counsel.xlsx": [],
  "disclosure-platform.xlsx": ["2023: fines=5200"],
  "hotline-callbacks.xls": [
    "2023: complaints=6 complaints-resolved=6 complaints-rated=4+1 complaints-satisfied=3+1",
  ],
  "hotline-english.csv": [
    "2023: complaints=4 complaints-resolved=2 complaints-due=4 complaints-on-time=2 complaints-repeated=0 complaints-rated=4 complaints-satisfied=4",
  ],
  "hotline-monthly.xlsx": [
    "2023: complaints=13 complaints-resolved=10 tickets-left-out=2 handling-days=5 complaints-due=13 complaints-on-time=10 on-time-rate=76.92 complaints-rated=10 complaints-satisfied=6",
  ],
  "penalties-2021.xls": ["2023: fines=18800 confiscations=4000", "2024:"],
  "permits-2021.xls": ["2023: licences=5 licences-granted=5"],
  "petitions.xlsx": ["2023: messages=4"],
  "publicity.xls": ["2023: publicity-events=3 publicity-participants=~785 publicity-leaflets=≥920"],
  "random-checks.xlsx": [],
  "reconsiderations.xlsx": [
    "2023: reconsiderations=5 reconsiderations-concluded=3+1 reconsiderations-corrected=1+1",
  ],
  "reviews.xls": ["2023: legal-reviews=4 legal-reviews-passed=2"],
  "staff.xlsx": [],
  "suits-and-appeals.xls": [
    "2023: litigation=5 hearings=2+2 head-appearances=1+2 litigation-concluded=3+1 litigation-lost=1+1",
  ],
  "supervision-acts.xlsx": [],
  "urban-management.xls": ["2023: complaints=5 complaints-resolved=2 tickets-left-out=2"],
};

describe.each(readdirSync(FOLDER).filter((file) => !file.startsWith("template")))("%s", (file) => {
  it("is read, row by row, and nothing of a person is written", async () => {
    const result = await imported(
      { [file]: bytesOf(file) },
      file.startsWith("publicity") ? { year: 2023 } : {},
    );
    const said = result.tables.map(({ rows, years, left, form, noPlace, recognised, words }) => {
      const read = [...years.values()].reduce((sum, n) => sum + n, 0);
      const out = [...left].map(([why, { rows }]) => `${why} ${rows}`);
      if (!form && !noPlace) {
        expect(read + [...left.values()].reduce((sum, { rows }) => sum + rows, 0)).toBe(rows);
      }
      const asked = [...words.values()].flatMap(({ label, unknown }) =>
        [...unknown.keys()].map((word) => `${label}=${word}`),
      );
      const what = form ?? noPlace?.label ?? recognised?.system.label.replace(/^.*像是/, "?");
      return [what, `${read}/${rows}`, ...out, ...asked].join(" ");
    });
    expect([...said, mustLook(result) ? "look" : "done"]).toEqual(OFFICE[file]);
    expect(textOf(result)).not.toMatch(
      /虚[一二三四五六]|样例餐饮|虚设路|虚设公司|虚设物业|1391230|1101011900|92110101MA|DH2023|虚\S{0,6}〔2023〕|行初/,
    );
    expect(figuresSaid(await siteOf(result))).toEqual(FIGURES[file]);
  });
});

it("every table here is listed", () => {
  const files = readdirSync(FOLDER).filter((file) => !file.startsWith("template"));
  expect(files.toSorted()).toEqual(Object.keys(OFFICE).toSorted());
});

it.each(Object.keys(OFFICE).filter((file) => !file.endsWith(".csv")))(
  "%s gives the same as text",
  async (file) => {
    const sheets = (await sheetsOf(bytesOf(file))).filter(({ hidden }) => !hidden.sheet);
    const texts = sheets.map(({ rows }, at) => [
      `${at}.csv`,
      `\ufeff${Papa.unparse(rows.map(({ cells }) => cells))}`,
    ]);
    const options = { year: 2023 };
    const asText = textOf(await imported(Object.fromEntries(texts), options));
    expect(asText).toBe(textOf(await imported({ [file]: bytesOf(file) }, options)));
  },
);

it("ends the thread of a workbook that is not read in its time, and says so", async () => {
  // The first has the thread that is there; no other begins in so short a time.
  const cut = bytesOf(Object.keys(OFFICE).find((file) => file.endsWith(".xlsx"))!).subarray(0, 64);
  const [broken, late] = await Promise.all(
    [undefined, 0].map((least) =>
      sheetsInTime(cut, least).then(String, (error: unknown) => brokenBook(error, cut, "再导入")),
    ),
  );
  expect(late).toMatchObject({ code: "file-unreadable", why: expect.stringContaining("很久") });
  expect(broken).toMatchObject({ why: expect.stringContaining("没有下载完") });
});

describe("the template, filled in with LibreOffice", () => {
  /** How it was filled in: a row as the office's program keeps days and numbers, a row typed as text. */
  const FILLED: Readonly<Record<string, (words: readonly string[]) => [string, string]>> = {
    id: () => ["0012", "20240000000000000013"],
    date: () => ["2024-03-05", "2024-03-06"],
    money: () => ["1234.5", "20000"],
    quantity: () => ["3", "30余"],
    word: ([first = "", second = ""]) => [first, second],
    words: ([, second = "", third = ""]) => [second, [second, third].filter(Boolean).join("、")],
    text: () => ["样例文字", "又一个样例"],
  };

  it.each(["xlsx", "xls"])("gives the same rows: .%s", async (kind) => {
    const file = `template-filled.${kind}`;
    const result = await imported({ [file]: bytesOf(file) }, { nameId: (id: string) => id });
    for (const dataset of datasets.filter(({ dated }) => dated)) {
      const [, years] = [...result.rows].find(([{ of }]) => of.dataset === dataset)!;
      const [head = [], ...rows] = Papa.parse<string[]>(
        [...years.get(2024)!.csv()]
          .join("")
          .replace(/^\ufeff/, "")
          .trim(),
      ).data;
      const columns = askedColumns(dataset);
      expect(head).toEqual(columns.map(([, { label }]) => label));
      const wanted = columns.map(([, column]) =>
        FILLED[column.type]!([...new Set(wordsOf(column, new Map()).values())]),
      );
      expect(rows).toEqual([wanted.map(([first]) => first), wanted.map(([, second]) => second)]);
    }
    expect(mustLook(result)).toBe(false);
  });
});

describe("the unit of amounts", () => {
  const heads = "行政处罚决定文书号,行政相对人类别,处罚类别,罚款金额,处罚决定日期,公示截止期";
  const row = "虚罚1,自然人,罚款,0.02,2024-03-05,2025-03-05";
  const other = (head: string) => heads.replace("罚款金额", head);

  it.each([
    // 双公示 counts in 万元 by its standard, and some systems write 元.
    [heads, undefined],
    [other("罚款金额（万元）"), "200"],
    [`双公示行政处罚,,,,（单位：万元）\n${heads}`, "200"],
    [`填报单位：某局,,单位：件、万元\n${heads}`, "200"],
    [`填报单位：某局,,单位：元\n${heads}`, "0.02"],
    [`单位：万元\n${other("罚款金额（元）")}`, "0.02"],
    [`单位：万元\n立案号,立案日期,案由,处罚种类,罚款金额,处罚决定日期`, "200"],
  ])("%s", async (head, wanted) => {
    const line = head.includes("立案号") ? "虚立1,2024-02-01,占道,罚款,0.02,2024-03-05" : row;
    const { rows, tables } = await imported({ "导出.csv": `${head}\n${line}\n` });
    const [text = ""] = [...rows].flatMap(([, years]) =>
      [...years].map(([, one]) => [...one.csv()].join("")),
    );
    const [cells] = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ""), {
      header: true,
    }).data;
    expect(cells!.罚款金额).toBe(wanted);
    const asked = tables[0]!.recognised!.left.find(({ head }) => head === "罚款金额")?.maybe;
    expect(asked).toEqual(wanted ? undefined : ["罚款金额（元）", "罚款金额（万元）"]);
  });
});

it("罚没 is the fine of who was only fined, and of the others what nobody can part is told", async () => {
  const rows = [
    "罚款,0.2",
    "罚款、没收违法所得,0.35",
    "没收违法所得,0.02",
    "警告,0",
    "警告、罚款,0.05",
  ];
  const heads = "立案号,案由,立案日期,处罚决定日期,处罚种类,罚没金额（万元）";
  const lines = rows.map((row, at) => `虚${at},占道,2024-02-05,2024-03-0${at + 1},${row}`);
  const result = await imported({ "导出.csv": [heads, ...lines, "合计,,,,,0.62"].join("\n") });
  expect(figuresSaid(await siteOf(result))).toEqual([
    "2024: cases=5 fines=2500+1 confiscations=200+1",
  ]);
  expect([result.tables[0]!.unparted, result.tables[0]!.wrongTotals]).toEqual([1, []]);
  expect(tableText(result.tables[0]!)).toContain("有1行看不出哪一部分是罚款");
});

it("a ledger of suits is none of cases, whatever its file is called", async () => {
  const suits =
    "案号,案由,审级,立案日期,负责人是否出庭\n（2024）虚0101行初1号,行政处罚,一审,2024-02-05,是";
  expect(figuresSaid(await siteOf(await imported({ "cases.csv": suits })))).toEqual([
    "2024: litigation=1",
  ]);
});

it.each([
  ["受理状态,已受理", "2024: complaints=1 complaints-due=1"],
  ["受理状态,不予受理", "2024: tickets-left-out=1"],
  ["受理状态,走流程", "2024: complaints=1"],
  ["业务环节,走流程", "2024: complaints=1"],
])("a complaint that may be refused is not late: %s", async (said, wanted) => {
  const [head, state] = said.split(",");
  const heads = `投诉编号,投诉时间,提供方姓名,应办结时间,办结时间,来源,${head}`;
  const text = `${heads}\n1,2024-02-05,虚一,2024-02-10,,12315平台,${state}`;
  const [figures] = figuresSaid(await siteOf(await imported({ "导出.csv": text })));
  expect(figures!.replace(/ \S+=0(?:\+1)?(?= |$)/g, "")).toBe(wanted);
});

it("whose instance nobody says is told, and so is a day beside a word for not yet", async () => {
  const { tables } = await imported({ "应诉.xls": bytesOf("suits-and-appeals.xls") });
  expect([...tables[0]!.ofNobody]).toEqual([["负责人是否出庭", { rows: 1, first: [4] }]]);
  expect(tableText(tables[0]!)).toContain("没有写明是哪一审的");
  const petitions = await imported({ "信访.xlsx": bytesOf("petitions.xlsx") });
  expect(tableText(petitions.tables[0]!)).toContain("S5：办结日期2023-06-10，状态“办理中”");
});

it("no head that forms ask for is one that no head can be", () => {
  for (const { forms, like = {}, about } of vocabularies) {
    for (const { source } of [...Object.values(forms).flat(), ...Object.values(like), about]) {
      expect(source).not.toMatch(/时间|(?<!目)的|做出|财务/);
    }
  }
});

it("a table parted by a thread gives the same rows", async () => {
  for (const file of Object.keys(OFFICE).filter((file) => file.endsWith(".csv"))) {
    const path = join(FOLDER, file);
    const inThread = await importExports([diskTable(path, statSync(path).size, file, 1)], {
      vocabularies: new Map(),
      imports: new Imports(""),
      nameId: rowNamer("a key of the tests"),
    });
    expect(textOf(inThread)).toBe(textOf(await imported({ [file]: bytesOf(file) })));
  }
});

it("matters have the same names whichever thread gives them, and however their numbers are written", async () => {
  const numbers = ["GD20240101", "gd 20240102", "（2024）7号", "", "13800000000", "20240103.0"];
  const row = (at: number) => {
    const number = numbers[at % numbers.length];
    const cells = [number && `${number}${at}`, "2024-03-01", "投诉", "12345热线"];
    return (at % 7 === 0 ? [...cells, "多一格"] : cells).join(",");
  };
  // Below, the same system's table stands once more with its columns the other way round.
  const below = Array.from({ length: 300 }, (_, at) => row(at).split(",").slice(0, 4).toReversed());
  const text = [
    "工单编号,受理时间,诉求类型,诉求来源",
    ...Array.from({ length: 1500 }, (_, at) => row(at)),
    "诉求来源,诉求类型,受理时间,工单编号",
    ...below,
  ].join("\n");
  const folder = temporaryFolder();
  const path = join(folder, "工单.csv");
  writeFileSync(path, text);
  const inThread = await importExports([diskTable(path, statSync(path).size, "工单.csv", 1)], {
    vocabularies: new Map(),
    imports: new Imports(""),
    nameId: rowNamer("a key of the tests"),
  });
  rmSync(folder, { recursive: true });
  const said = textOf(inThread);
  expect(said).toBe(textOf(await imported({ "工单.csv": text })));
  expect(said.match(/^x[a-p]{16},/gm)?.length).toBeGreaterThan(1000);
});

it("a number of any length has the name that HMAC-SHA256 gives it", () => {
  const letters = (hex: string) => hex.replace(/\d/g, (digit) => "ghijklmnop"[Number(digit)]!);
  for (const id of ["1", "GD20240101001", "虚罚〔2024〕1号", "号".repeat(400)]) {
    const hex = createHmac("sha256", "a key").update(id).digest("hex").slice(0, 16);
    expect(rowNamer("a key")(id)).toBe(`x${letters(hex)}`);
  }
});

describe("a cell merged over rows of a workbook", () => {
  const numbers = datasets.flatMap(({ id, dated, columns }) =>
    Object.entries(columns)
      .filter(([, { type, private: own }]) => ["quantity", "money"].includes(type) && !own && dated)
      .map(([key, { label }]) => [id, key, label] as const),
  );

  it.each(numbers)("says a day of each row, and a number once: %s %s", async (id, _, label) => {
    const { columns, dated } = datasets.find((one) => one.id === id)!;
    const others = Object.entries(columns).filter(
      ([own, { type }]) => own === dated!.by[0] || type === "word",
    );
    const head = [...others.map(([, column]) => column.label), label];
    const words = others.map(([, { type, words: [word] = ["甲"] }]) =>
      type === "date" ? "2024-03-01" : word!,
    );
    const day = others.findIndex(([, { type }]) => type === "date");
    const below = words.map((word, at) => (at === day ? null : word));
    const sheet = XLSX.utils.aoa_to_sheet([
      head,
      [...words, 150],
      [...below, null],
      [...below, null],
      [...words, 20],
    ]);
    const over = (c: number) => ({ s: { r: 1, c }, e: { r: 3, c } });
    sheet["!merges"] = [over(day), over(head.length - 1)];
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, sheet, "台账");
    const bytes = new Uint8Array(XLSX.write(book, { type: "buffer", bookType: "xlsx" }));
    const { rows, tables } = await imported({ [`${id}.xlsx`]: bytes });
    const [text = ""] = [...rows].flatMap(([, years]) =>
      [...years].map(([, one]) => [...one.csv()].join("")),
    );
    const found = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ""), {
      header: true,
      skipEmptyLines: true,
    }).data;
    expect(found.map((row) => row[label])).toEqual(["150", "", "", "20"]);
    expect(new Set(found.map((row) => row[columns[dated!.by[0]!]!.label]))).toEqual(
      new Set(["2024-03-01"]),
    );
    expect(tableText(tables[0]!)).toContain(`${label}有2行与上一行合并成一格`);
  });

  it("a subtotal is none of its rows because a number above is merged into it", async () => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ["街道", "类别", "受理日期", "件数"],
      // So many are kept until the head is understood, and looked at again.
      ...Array.from({ length: 300 }, () => ["城东街道", "占道经营", "2024-03-01", 150]),
      ["城东街道", "小计", null, null],
    ]);
    sheet["!merges"] = [{ s: { r: 300, c: 3 }, e: { r: 301, c: 3 } }];
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, sheet, "台账");
    const bytes = new Uint8Array(XLSX.write(book, { type: "buffer", bookType: "xlsx" }));
    const { tables } = await imported({ "工单.xlsx": bytes });
    expect([...tables[0]!.left.keys()]).toEqual(["total"]);
  });
});

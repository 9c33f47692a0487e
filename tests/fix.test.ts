/** npm run fix: what is certain is written in one way, and the site reads what it read before. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import iconv from "iconv-lite";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { exportNamed } from "../src/exports/raw.ts";
import { type FixedFolder, fixFolder } from "../src/fix/fix.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import type { Problem } from "../src/ingest/problems/problems.ts";
import { loadSite } from "../src/load/load-site.ts";
import { topicWords } from "../src/topics/words.ts";
import { copyOfData, hashes, temporaryFolder } from "./support/command.ts";
import { runHere } from "./support/here.ts";
import { anyTable } from "./support/tables.ts";

const SITE = "数据性质: 演示\n单位名称: 青岚县综合行政执法局\n网站名称: 数据公开\n";
type Files = Record<string, Uint8Array | string>;

const fix = (files: Files) => fixFolder(memoryFolder(files), { givenFor: topicWords, exportNamed });

function written(files: Files, { files: fixed }: FixedFolder): Files {
  return { ...files, ...Object.fromEntries(fixed.map(({ path, text }) => [path, text])) };
}

/** The cells of one table of complaints after it is fixed. */
async function fixedRows(text: string, name = "2023/complaints.csv"): Promise<string[][]> {
  const { files } = await fix({ "site.yaml": SITE, [name]: text });
  const now = files.find(({ path }) => path === name)?.text ?? text;
  return Papa.parse<string[]>(now.replace("\ufeff", ""), { skipEmptyLines: true }).data;
}

describe("a cell", () => {
  const HEAD = "工单编号,受理日期,渠道,件数,办结日期";
  const cellOf = async (at: number, cell: string) => {
    const cells = ["GD1", "2023-01-05", "12345热线", "1", "2023-03-01"];
    cells[at] = cell;
    const line = cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(",");
    return (await fixedRows(`${HEAD}\n${line}\nGD2,2023-02-01,12345热线,1,2023-03-01\n`))[1]![at];
  };

  it.each([
    [1, "2023/1/5", "2023-01-05"],
    [1, "２０２３．１．５", "2023-01-05"],
    [1, "2023年1月5日", "2023-01-05"],
    [1, "二〇二三年一月五日", "2023-01-05"],
    [1, "20230105", "2023-01-05"],
    [1, "44931", "2023-01-05"],
    [1, " 2023-01-05 08:30:00 ", "2023-01-05"],
    [0, "ＧＤ１２", "GD12"],
    [0, "\u200bGD12 ", "GD12"],
    [2, "１２３４５ 热线", "12345热线"],
    [3, "１，４７２", "1472"],
    [3, "1,472件", "1472"],
    [3, "７３余", "73余"],
    [3, "\u00a03\u3000", "3"],
    [4, "无", ""],
    [4, "—", ""],
    [4, "N/A", ""],
    [1, "/", ""],
  ])("column %i: %j is written %j", async (at, before, after) => {
    expect(await cellOf(at, before)).toBe(after);
  });

  it.each([
    ...["1/2/2023", "5-Jan-23", "23.1.5", "2023-01", "2023-02-30", "1月5日", "20231", "去年"].map(
      (cell) => [1, cell] as const,
    ),
    ...["1,47", "1.47E+03", "约2至3", "二十九", "1.472", "(3)", "-3", "73余"].map(
      (cell) => [3, cell] as const,
    ),
    ...['="0012"', "'0012", "2.02E+17", "1月5日", "\u202e21DG", "无编号", "0"].map(
      (cell) => [0, cell] as const,
    ),
    ...["12345热钱", "合计", "热线/公众号"].map((cell) => [2, cell] as const),
  ])("column %i: %j is never touched", async (at, cell) => {
    expect(await cellOf(at, cell)).toBe(cell);
  });

  it("无 beside 有 says no and stays", async () => {
    const head = "文书文号,作出日期,是否公示,执法领域";
    const rows = await fixedRows(
      `${head}\n甲1,2023/1/5,有,燃气\n甲2,2023/1/6,无,燃气\n`,
      "2023/cases.csv",
    );
    expect(rows.slice(1).map((row) => row[2])).toEqual(["有", "无"]);
  });
});

describe("a file", () => {
  const CSV = "工单号,受理时间,受理渠道\nGD1,2023-01-05,12345热线\nGD2,2023-01-06,12345热线\n";

  it("has the names of the columns; units stay", async () => {
    expect((await fixedRows(CSV))[0]).toEqual(["工单编号", "受理日期", "渠道"]);
    const cases = "执法领域,罚没款(万元),数量\n燃气,3.5,1\n";
    expect((await fixedRows(cases, "2023/cases.csv"))[0]![1]).toMatch(/（万元）$|^罚没款\(万元\)$/);
  });

  it.each([
    ["GB18030", iconv.encode(CSV, "gb18030")],
    ["UTF-16", iconv.encode(CSV, "utf-16le", { addBOM: true })],
  ])("of %s becomes the UTF-8 that Excel opens", async (_, bytes) => {
    const { files } = await fix({ "site.yaml": SITE, "2023/complaints.csv": bytes });
    expect(files[0]!.text).toBe(
      "\ufeff工单编号,受理日期,渠道\nGD1,2023-01-05,12345热线\nGD2,2023-01-06,12345热线\n",
    );
  });

  it("keeps its mark, or that it has none, and its line ends where they are of one kind", async () => {
    for (const mark of ["", "\ufeff"]) {
      for (const end of ["\n", "\r\n"]) {
        const text = mark + CSV.replaceAll("\n", end);
        const { files } = await fix({ "site.yaml": SITE, "2023/complaints.csv": text });
        expect(files[0]!.text.startsWith("\ufeff")).toBe(mark !== "");
        expect(files[0]!.text.match(/\r?\n/g)).toEqual([end, end, end]);
      }
    }
    const mixed = CSV.replace("\n", "\r\n");
    const { files } = await fix({ "site.yaml": SITE, "2023/complaints.csv": mixed });
    expect(files[0]!.text.match(/\r?\n/g)).toEqual(["\r\n", "\r\n", "\r\n"]);
  });

  it("that has nothing to mend is left byte for byte, however it is quoted", async () => {
    const text = '"工单编号","受理日期"\n"GD1","2023-01-05"\n';
    expect(await fix({ "site.yaml": SITE, "2023/complaints.csv": text })).toEqual({
      files: [],
      left: [],
    });
  });

  it("that cannot be read, and an export of another system, are left", async () => {
    const { files } = await fix({
      "site.yaml": SITE,
      "2023/complaints.csv": '工单号\n"GD1\n',
      "2023/cases.csv": new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]),
    });
    expect(files).toEqual([]);
  });

  it("of text becomes UTF-8 too: site.yaml, vocabularies.yaml, report.md", async () => {
    const files = {
      "site.yaml": iconv.encode(SITE, "gb18030"),
      "2023/report.md": iconv.encode("# 一、基本情况\r\n\n青岚县综合行政执法局\n", "gb18030"),
      "2023/complaints.csv": CSV,
    };
    const fixed = written(files, await fix(files));
    expect(fixed["site.yaml"]).toBe(SITE);
    expect(fixed["2023/report.md"]).toBe("# 一、基本情况\n\n青岚县综合行政执法局\n");
  });
});

const MENDED = ["normalised", "date-zone"];
const saidOf = (problems: readonly Problem[]) =>
  problems
    .filter(({ code }) => !MENDED.includes(code))
    .map(({ code, file, column, why, fix, count, places }) =>
      JSON.stringify([code, file, column, why, fix, count, places.map(({ cell }) => cell)]),
    )
    .sort();

describe("any table", () => {
  const encoding = fc.constantFrom("utf8", "utf8-bom", "gb18030", "utf-16le");
  const encode = (text: string, name: string) =>
    name === "utf8-bom"
      ? `\ufeff${text}`
      : new Uint8Array(iconv.encode(text, name, { addBOM: true }));

  it("says the same fixed, is fixed but once, and loses no cell", async () => {
    let changed = 0;
    await fc.assert(
      fc.asyncProperty(
        anyTable,
        encoding,
        fc.constantFrom(",", "\t", ";"),
        fc.constantFrom("\n", "\r\n", "\r"),
        async ({ dataset, files: tables }, name, delimiter, newline) => {
          const files: Files = { "site.yaml": SITE };
          for (const [at, rows] of tables.entries()) {
            const text = Papa.unparse(rows, { delimiter, newline });
            files[`2023/${dataset}-${at + 1}.csv`] = encode(text, name);
          }
          const fixed = await fix(files);
          changed += fixed.files.length;
          const now = written(files, fixed);
          expect((await fix(now)).files).toEqual([]);
          const [one, other] = await Promise.all(
            [files, now].map((each) => loadSite(memoryFolder(each))),
          );
          expect(saidOf(other!.problems)).toEqual(saidOf(one!.problems));
          const figures = (loaded: typeof one) =>
            [...(loaded?.site?.latest.figures.values() ?? [])].map(({ metric, amount, groups }) =>
              JSON.stringify([
                metric.id,
                amount,
                groups?.map(({ word, amount }) => [word, amount]),
              ]),
            );
          expect(figures(other)).toEqual(figures(one));
          for (const { path, text } of fixed.files) {
            const at = Number(/-(\d)\.csv/.exec(path)![1]) - 1;
            const { data } = Papa.parse<string[]>(text.replace("\ufeff", ""), { delimiter: "," });
            expect(data.length).toBeGreaterThanOrEqual(tables[at]!.length);
          }
        },
      ),
      { seed: 20230101, numRuns: Number(process.env.FIX_RUNS ?? 60) },
    );
    expect(changed).toBeGreaterThan(20);
  });
});

describe("npm run fix", () => {
  it("shows first, writes when told, and then has nothing to do", async () => {
    const folder = temporaryFolder();
    const data = copyOfData(folder);
    const file = join(data, "2023/complaints.csv");
    writeFileSync(file, iconv.encode(readFileSync(file, "utf8"), "gb18030"));
    const before = hashes(data);
    const looked = await runHere("fix", ["--data", data]);
    expect(looked.code).toBe(3);
    expect(looked.stdout).toContain("文字编码　整份文件　GB18030/GBK → UTF-8");
    expect(looked.stdout).toContain("什么也没有写");
    expect(hashes(data)).toEqual(before);
    const wrote = await runHere("fix", ["--data", data, "--write"]);
    expect(wrote.code).toBe(0);
    expect(readFileSync(file, "utf8")).toMatch(/^\ufeff/);
    const again = await runHere("fix", ["--data", data, "--write"]);
    expect(again.code).toBe(0);
    expect(again.stdout).toContain("没有要统一的写法");
  });
});

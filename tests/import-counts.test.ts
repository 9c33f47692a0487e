/** npm run import --counts: for a repository that is public, nothing but what the site publishes. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { afterEach, beforeEach, expect, it } from "vitest";
import { diskFolder } from "../src/ingest/disk.ts";
import { loadSite } from "../src/load/load-site.ts";
import { temporaryFolder } from "./support/command.ts";
import { runHere } from "./support/here.ts";

let folder: string;
let data: string;
beforeEach(() => {
  folder = temporaryFolder();
  data = join(folder, "data");
  mkdirSync(data);
  writeFileSync(
    join(data, "site.yaml"),
    "数据性质: 演示\n单位名称: 虚设局\n网站名称: 虚设局公开\n",
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Rows of an export: head, and the nth row. */
const EXPORTS: Readonly<Record<string, readonly [head: string, row: (n: number) => string]>> = {
  "2024/complaints.csv": [
    "工单编号,创建时间,派单时间,被反映街道,工单状态,三级问题分类,来电人",
    (n) =>
      `单${n},2024-0${1 + (n % 3)}-1${n % 9},,${n % 7 ? "甲街" : "乙街"},${n % 4 ? "已办结" : "办理中"},${n % 11 ? "占道" : "噪声"},某人${n}`,
  ],
  "2024/cases.csv": [
    "行政相对人名称,行政处罚决定文书号,行政相对人类别,违法行为类型,处罚类别,罚款金额（万元）,处罚决定日期,公示截止期",
    (n) =>
      `某人${n},文${n},${n % 5 ? "自然人" : "法人"},占道,${n % 6 ? "罚款" : "警告"},${n % 6 ? 0.02 * (n % 4) + 0.01 : ""},2024-0${1 + (n % 3)}-1${n % 9},`,
  ],
};

it.each(Object.entries(EXPORTS))("%s", async (name, [head, row]) => {
  const file = join(folder, "导出.csv");
  writeFileSync(file, [head, ...Array.from({ length: 90 }, (_, n) => row(n))].join("\n"));
  const ran = await runHere("import", [file, "--counts", "--data", data]);
  expect(ran.stdout + ran.stderr).toContain("90行并成件数");
  // Which columns are not there, and why.
  const left = [...ran.stdout.matchAll(/没有写的列：(.+)（.+）/g)].flatMap(([, list]) =>
    list!.split("，"),
  );
  const number = name.includes("cases") ? "决定书文号" : "工单编号";
  const day = name.includes("cases") ? "决定日期" : "受理日期";
  expect(left).toEqual(expect.arrayContaining([number, day]));
  const text = readFileSync(join(data, name), "utf8").replace("\ufeff", "");
  const { data: lines } = Papa.parse<Record<string, string>>(text.trim(), { header: true });
  expect(text).not.toMatch(/编号|文号|某人|案由|\d{4}-\d\d-\d\d|未列明/);
  expect(lines.reduce((sum, line) => sum + Number(line.件数), 0)).toBe(90);
  // Of people none stands alone.
  const alone = lines.filter((line) => Number(line.件数) < 5 && line.当事人类型 !== "法人");
  expect(alone).toEqual([]);
  const { site, problems } = await loadSite(diskFolder(data));
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const id = name.includes("cases") ? "cases" : "complaints";
  expect(site!.latest.figures.get(id)?.amount).toMatchObject({ state: "known", value: 90 });
  // A second time it is replaced, and never added.
  await runHere("import", [file, "--counts", "--data", data]);
  expect(readFileSync(join(data, name), "utf8").replace("\ufeff", "")).toBe(text);
});

it("counts of an export that is older than what was written are asked for first", async () => {
  const [head, row] = EXPORTS["2024/complaints.csv"]!;
  const file = join(folder, "导出.csv");
  const write = (of: number, row: (n: number) => string) =>
    writeFileSync(file, [head, ...Array.from({ length: of }, (_, n) => row(n))].join("\n"));
  const ran = (...more: string[]) => runHere("import", [file, "--counts", "--data", data, ...more]);
  const written = () => readFileSync(join(data, "2024/complaints.csv"), "utf8");
  write(90, row);
  expect((await ran()).code).not.toBe(1);
  const first = written();
  // Fewer matters, and the same matters of which fewer are over.
  const older = [
    [80, row, "件数原来是90件，这份里是80件"],
    [90, (n: number) => row(n).replace("已办结", n % 2 ? "已办结" : "办理中"), "已办结"],
  ] as const;
  for (const [of, rowOf, says] of older) {
    write(of, rowOf);
    const asked = await ran();
    expect(asked.code).toBe(1);
    expect(asked.stdout).toContain(says);
    expect(asked.stdout).toContain("--back");
    expect(written()).toBe(first);
    expect((await ran("--back", "保留")).stdout).toContain("原来的留着");
    expect(written()).toBe(first);
  }
  expect((await ran("--back", "照写")).code).not.toBe(1);
  expect(written()).not.toBe(first);
  // One that tells of more is written as it is.
  write(90, row);
  expect((await ran()).code).not.toBe(1);
  expect(written()).toBe(first);
});

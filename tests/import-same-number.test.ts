/** Rows of one export with one number: one counts, and a person says which where they differ. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashes, temporaryFolder } from "./support/command.ts";
import { runHere } from "./support/here.ts";

let folder: string;
let data: string;
beforeEach(() => {
  folder = temporaryFolder();
  data = join(folder, "data");
  mkdirSync(data);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const rowsIn = (name: string) => readFileSync(join(data, name), "utf8").trim().split("\n").slice(1);
const imports = (...args: string[]) => runHere("import", [...args, "--data", data]);

function file(lines: readonly string[], name = "导出.csv"): string {
  writeFileSync(join(folder, name), `${lines.join("\n")}\n`);
  return join(folder, name);
}

/** Exports of which each has a number of a matter, by its table: head, one row, the same changed. */
const EXPORTS: Readonly<Record<string, readonly [head: string, row: string, other: string]>> = {
  "2024/cases.csv": [
    "行政相对人名称,行政处罚决定文书号,行政相对人类别,违法行为类型,处罚类别,罚款金额（万元）,处罚决定日期,公示截止期",
    "某某,文1,法人,占道,罚款,0.2,2024-03-01,2025-03-01",
    "某某,文1,法人,占道,罚款,0.3,2024-03-01,2025-03-01",
  ],
  "2024/complaints.csv": [
    "工单编号,创建时间,派单时间,被反映街道,工单状态,三级问题分类",
    "单1,2024-03-01,2024-03-01,甲街,办理中,占道",
    "单1,2024-03-01,2024-03-01,甲街,已办结,占道",
  ],
  "2024/licences.csv": [
    "行政相对人名称,行政许可决定文书号,行政相对人类别,许可类别,许可编号,许可决定日期,有效期至",
    "某某,许1,法人,普通,证1,2024-03-01,2025-03-01",
    "某某,许1,法人,普通,证1,2024-03-01,2026-03-01",
  ],
  "2024/litigation.csv": [
    "应诉通知书签收日期,受理法院,案号,被告,结案方式,结案时间",
    "2024-03-01,某院,案1,某局,驳回诉讼请求,2024-05-01",
    "2024-03-01,某院,案1,某局,驳回起诉,2024-05-01",
  ],
};

describe.each(Object.entries(EXPORTS))("%s", (name, [head, row, other]) => {
  it("twice the same is one row, and that is said; a second import changes nothing", async () => {
    const ran = await imports(file([head, row, row]));
    expect(ran.code, ran.stdout).toBe(0);
    expect(ran.stdout).toContain("有1行与前面的是同一件");
    expect(ran.stdout).toContain("第2行和第3行");
    expect(rowsIn(name)).toHaveLength(1);
    const before = hashes(data);
    const again = await imports(file([head, row, row]));
    expect(hashes(data)).toEqual(before);
    expect(again.stdout).not.toContain("这次导出里没有");
  });

  it("what says that there is no number names no matter: both rows are read", async () => {
    const none = (text: string) => text.replace(/(?<=^|,)[文单许证案]1(?=,)/g, "尚未编号");
    const { code, stdout } = await imports(file([head, none(row), none(other)]));
    expect(code, stdout).not.toBe(1);
    expect(rowsIn(name)).toHaveLength(2);
  });

  it("text that is shown from its other end is not read as it is stored", async () => {
    const turned = row.replace(
      /(甲街|占道|法人|驳回诉讼请求)/,
      (word) => `\u202e${[...word].reverse().join("")}`,
    );
    const { stdout } = await imports(file([head, turned]));
    expect(stdout).toContain("倒过来显示的控制符");
  });

  it("what differs is asked, with both places, and nothing is written until it is answered", async () => {
    const before = hashes(data);
    const ran = await imports(file([head, row, other]));
    expect(ran.code).toBe(1);
    expect(ran.stdout).toMatch(/第2行和第3行，\S+不同/);
    expect(hashes(data)).toEqual(before);
    expect((await imports(file([head, row, other]), "--same", "前一行")).code).toBe(0);
    const first = rowsIn(name);
    expect(first).toHaveLength(1);
    // Kept, and a newer word goes before it.
    expect((await imports(file([head, row, other]))).code).toBe(0);
    expect(rowsIn(name)).toEqual(first);
    expect((await imports(file([head, row, other]), "--same", "后一行")).code).toBe(0);
    expect(rowsIn(name)).toHaveLength(1);
    expect(rowsIn(name)).not.toEqual(first);
    expect((await imports(file([head, row, other]), "--same", "都要")).code).toBe(0);
    expect(rowsIn(name)).toHaveLength(2);
    // And back again: no row stays behind.
    expect((await imports(file([head, row, other]), "--same", "后一行")).code).toBe(0);
    expect(rowsIn(name)).toHaveLength(1);
  });

  it.each([
    ["2024-06-01", "2024-05-01"],
    ["2024/6/1 10:20:00", "2024/6/1 9:30:00"],
    ["20240601102000", "20240601093000"],
  ])("the later by its day of change counts, wherever it stands: %s", async (late, early) => {
    const lines = [`${head},数据更新时间`, `${row},${late}`, `${other},${early}`];
    const ran = await imports(file(lines));
    expect(ran.code, ran.stdout).toBe(0);
    expect(ran.stdout).toContain("更新日期晚的");
    const kept = rowsIn(name);
    await imports(file([lines[0]!, lines[2]!, lines[1]!]));
    expect(rowsIn(name)).toEqual(kept);
  });

  it("an equal day of change decides nothing", async () => {
    const ran = await imports(
      file([`${head},数据更新时间`, `${row},2024-06-01`, `${other},2024-06-01`]),
    );
    expect(ran.code).toBe(1);
  });
});

it("one decision about two parties is no repetition: it is asked, and the names are not said", async () => {
  const [head, row] = EXPORTS["2024/cases.csv"]!;
  const ran = await imports(file([head, row, row.replace("某某", "另一个")]));
  expect(ran.code).toBe(1);
  expect(ran.stdout).toContain("当事人不同");
  expect(ran.stdout).not.toMatch(/另一个|某某/);
  expect(
    (await imports(file([head, row, row.replace("某某", "另一个")]), "--same", "都要")).code,
  ).toBe(0);
  expect(rowsIn("2024/cases.csv")).toHaveLength(2);
});

it("what an earlier program wrote twice is one row after the next import", async () => {
  const [head, row] = EXPORTS["2024/cases.csv"]!;
  await imports(file([head, row]));
  const path = join(data, "2024/cases.csv");
  const [labels = "", written = ""] = readFileSync(path, "utf8").trim().split(/\r?\n/);
  writeFileSync(path, `${labels}\n${written}\n${written}\n`);
  const ran = await imports(file([head, row]));
  expect(ran.stdout).toContain("没有变1行，换掉或去掉原来的1行");
  expect(rowsIn("2024/cases.csv")).toHaveLength(1);
});

it.each(["两行", "后", ""])("--same %s is refused", async (answer) => {
  const [head, row] = EXPORTS["2024/cases.csv"]!;
  expect((await imports(file([head, row]), "--same", answer)).code).toBe(2);
});

/** npm run import as a clerk runs it: exit codes, what is written, and when nothing is. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as XLSX from "@e965/xlsx";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashes, run, temporaryFolder } from "./support/command.ts";
import { failingDisk } from "./support/failing-disk.ts";
import { runHere } from "./support/here.ts";

const FIXTURE = join(import.meta.dirname, "fixtures/kaili-2023");
const EXPORTS = join(import.meta.dirname, "exports");
let folder: string;
let data: string;
beforeEach(() => {
  folder = temporaryFolder();
  data = join(folder, "data");
  mkdirSync(data);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sample = (name: string) => join(EXPORTS, `${name}.csv`);
const imports = (...args: string[]) => runHere("import", [...args, "--data", data]);
const inData = (name: string) => readFileSync(join(data, name), "utf8");

/** A copy of a sample with one text put for another. */
function changed(name: string, from: string | RegExp, to: string): string {
  const file = join(folder, `${name}-2.csv`);
  writeFileSync(file, readFileSync(sample(name), "utf8").replace(from, to));
  return file;
}

it("ends with 0, and a second time changes nothing", async () => {
  // As a process of its own, the others within this one.
  const first = await run("import", [
    ...[sample("penalties-2020"), sample("letters")],
    ...["--data", data],
  ]);
  expect(first.stderr).toBe("");
  expect(first.code, first.stdout).toBe(0);
  const before = hashes(data);
  expect(Object.keys(before).toSorted()).toEqual([
    ".import-key",
    "2024/cases.csv",
    "2024/complaints.csv",
    "imports.yaml",
  ]);
  const second = await imports(sample("penalties-2020"), sample("letters"));
  expect(second.code, second.stdout).toBe(0);
  expect(hashes(data)).toEqual(before);
  expect(second.stdout).toContain("没有变4行");
});

it("ends with 3 where a word must be looked at, and takes the proposal with --accept, now and later", async () => {
  const file = changed(
    "letters",
    "留言编号,留言用户",
    "状态,留言编号,留言用户".replace("状态,", ""),
  );
  expect((await imports(file)).code).toBe(0);
  const unread = changed("penalties-2020", /,罚款,/, ",罚款了,");
  const asked = await imports(unread);
  expect(asked.code, asked.stdout).toBe(3);
  expect(asked.stdout).toContain("是不是“罚款”？");
  expect((await imports(unread, "--accept")).code).toBe(0);
  expect(inData("imports.yaml")).toContain("罚款了: 罚款");
  expect((await imports(unread)).code).toBe(0);
});

it("keeps what --set says and uses it at the next import", async () => {
  expect((await imports(sample("urban-management"), "--set", "状态=已办结")).code).toBe(0);
  const before = hashes(data);
  expect(inData("imports.yaml")).toContain("状态: 已办结");
  expect((await imports(sample("urban-management"))).code).toBe(0);
  expect(hashes(data)).toEqual(before);
});

describe("the same matter in two files of one import", () => {
  const rowsOf = (name: string) => inData(name).trim().split("\n").length - 1;

  it("counts once", async () => {
    for (const name of ["penalties-2020", "hotline-cases"]) {
      const ran = await imports(sample(name), changed(name, /$/, ""));
      expect(ran.code, ran.stdout).toBe(0);
      expect(ran.stdout).toContain("有4行与前面的是同一件");
    }
    expect([rowsOf("2024/cases.csv"), rowsOf("2024/complaints.csv")]).toEqual([4, 4]);
  });

  it("is said where they differ, and the later one is taken", async () => {
    const later = changed("hotline-cases", ",办理中,", ",回复完成,");
    const ran = await imports(sample("hotline-cases"), later);
    expect(ran.code).toBe(3);
    expect(ran.stdout).toContain("其中1行编号相同、内容不一样");
    expect(rowsOf("2024/complaints.csv")).toBe(4);
    expect(inData("2024/complaints.csv")).toMatch(/2024-04-05,.*已办结/);
  });
});

it("asks about a head that may be several columns of a system that it does not know", async () => {
  const file = join(folder, "不认识.csv");
  writeFileSync(
    file,
    "工单编号,登记时间,诉求渠道,小类,处理状态,结日期,被反映街道\n1,2024-03-01,12345,占道,1,2024-03-02,甲街\n",
  );
  const asked = await imports(file);
  expect(asked.code, asked.stdout).toBe(3);
  expect(asked.stdout).toMatch(/结日期（是不是“\S+”还是“\S+”/);
  expect(inData("2024/complaints.csv")).not.toContain("2024-03-02");
  writeFileSync(
    join(data, "imports.yaml"),
    `${inData("imports.yaml")}complaints:\n  列名: {结日期: 办结日期}\n`,
  );
  await imports(file);
  expect(inData("2024/complaints.csv")).toContain("2024-03-02");
});

it("columns that were merged cells are filled again the next time", async () => {
  const file = join(folder, "工单.csv");
  const head = "工单编号,受理时间,被反映街道,问题分类,工单状态,诉求渠道";
  const rows = (from: number) =>
    ["东街", "", "西街", "", "北街"].map(
      (street, n) =>
        `${from + n},2024-03-0${n + 1},${street},${n % 2 ? "噪声" : "占道"},已办结,电话`,
    );
  const written = () => readFileSync(join(data, "2024/complaints.csv"), "utf8");
  writeFileSync(file, [head, ...rows(1), ""].join("\n"));
  expect((await imports(file)).stdout).toContain("--down 街道");
  await imports(file, "--down", "街道");
  expect(written().match(/[东西北]街/g)).toHaveLength(5);
  writeFileSync(file, [head, ...rows(6), ""].join("\n"));
  expect((await imports(file)).stdout).toContain("照上一格填了");
  expect(written().match(/[东西北]街/g)).toHaveLength(10);
});

describe("an export that is older than what is there", () => {
  const HEAD = "工单编号,受理时间,问题分类,工单状态,办结时间,是否满意,诉求渠道";
  const [FIRST, DONE, LAST] = [
    "1,2024-03-01,占道,已办结,2024-03-05,满意,12345热线",
    "2,2024-03-02,占道,已办结,2024-03-06,满意,12345热线",
    "3,2024-03-20,占道,办理中,,,12345热线",
  ];
  const OPEN = "2,2024-03-02,占道,办理中,,,12345热线";
  const file = (...lines: string[]) => {
    writeFileSync(join(folder, "工单.csv"), [HEAD, ...lines, ""].join("\n"));
    return join(folder, "工单.csv");
  };
  const states = () => inData("2024/complaints.csv").match(/已办结|办理中/g);

  it("opens nothing again and loses nothing, until a person says which holds", async () => {
    expect((await imports(file(FIRST, DONE, LAST), "--confirm")).code).toBe(0);
    const before = hashes(data);
    const asked = await imports(file(FIRST, OPEN));
    expect(asked.code, asked.stdout).toBe(1);
    expect(asked.stdout).toMatch(/像是旧的导出.*工单\.csv 第3行的状态原来是已办结，这份里是办理中/);
    expect(hashes(data)).toEqual(before);
    const kept = await imports(
      file(FIRST, OPEN, "4,2024-03-03,占道,办理中,,,12345热线"),
      "--back",
      "保留",
    );
    expect(kept.code, kept.stdout).toBe(0);
    expect(states()).toEqual(["已办结", "已办结", "办理中", "办理中"]);
    expect((await imports(file(FIRST, OPEN), "--back", "照写")).code).toBe(0);
    expect(states()).toEqual(["已办结", "办理中", "办理中", "办理中"]);
    expect((await imports(file(FIRST), "--back", "旧的")).code).toBe(2);
  });

  it.each([
    ["a day that is gone", [FIRST, "2,2024-03-02,占道,已办结,,满意,12345热线", LAST]],
    ["a reply that is gone", [FIRST, "2,2024-03-02,占道,已办结,2024-03-06,,12345热线", LAST]],
  ])("is asked about for %s", async (_, lines) => {
    await imports(file(FIRST, DONE, LAST), "--confirm");
    expect((await imports(file(...lines))).code).toBe(1);
  });

  it("is asked about where no number names the matters: there are fewer, or fewer are closed", async () => {
    await imports(file(FIRST, DONE, LAST), "--confirm");
    rmSync(join(data, ".import-key"));
    const before = hashes(data);
    for (const lines of [
      [FIRST, OPEN, LAST],
      [FIRST, LAST],
    ]) {
      const asked = await imports(file(...lines));
      expect(asked.code, asked.stdout).toBe(1);
      expect(hashes(data)).toEqual(before);
    }
  });

  it("one that reaches farther is written, and what went back is pointed out", async () => {
    await imports(file(FIRST, DONE, LAST), "--confirm");
    const ran = await imports(file(FIRST, OPEN, LAST, "4,2024-04-02,占道,办理中,,,12345热线"));
    expect(ran.code, ran.stdout).toBe(3);
    expect(ran.stdout).toMatch(/要看：这份导出更新.*第3行的状态原来是已办结/);
    expect(states()).toEqual(["已办结", "办理中", "办理中", "办理中"]);
  });

  it("an earlier part of the year is no older export", async () => {
    await imports(file(LAST), "--confirm");
    const ran = await imports(file(FIRST, DONE));
    expect(ran.code, ran.stdout).toBe(0);
  });
});

describe("writes nothing", () => {
  async function refused(code: number, says: string, ...args: string[]): Promise<void> {
    const before = hashes(folder);
    const ran = await imports(...args);
    expect(ran.stdout + ran.stderr).toContain(says);
    expect(ran.code).toBe(code);
    expect(hashes(folder)).toEqual(before);
  }

  it("over a table that somebody filled in", async () => {
    mkdirSync(join(data, "2024"));
    writeFileSync(join(data, "2024/办理的案件.csv"), "执法领域,件数\n城市管理,3\n");
    await refused(1, "2024/办理的案件.csv 是手工填的", sample("penalties-2020"));
  });

  it("of a file that is not there, or a folder", async () => {
    await refused(2, "没有", join(folder, "没有这个.csv"));
    await refused(2, "没有", folder);
  });

  it.each(["24", "二〇二四", "20244", "1204"])("for the year %s", async (year) => {
    await refused(2, "--year 后面要写四位年份", sample("letters"), "--year", year);
  });

  it("where a file is no table", async () => {
    const file = join(folder, "说明.csv");
    writeFileSync(file, "今天天气很好\n");
    await refused(1, "认不出这是什么表", file);
    writeFileSync(file, "");
    await refused(1, "什么也没有", file);
  });

  it("of a workbook that is cut off", async () => {
    const file = join(folder, "断.xlsx");
    writeFileSync(file, Buffer.from("PK\u0003\u0004 [Content_Types].xml and no end", "latin1"));
    await refused(1, "没有下载完", file);
  });

  it("of a workbook with a password", async () => {
    const file = join(folder, "加密.xlsx");
    const book = XLSX.CFB.utils.cfb_new();
    XLSX.CFB.utils.cfb_add(book, "/EncryptionInfo", Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]));
    XLSX.CFB.utils.cfb_add(book, "/EncryptedPackage", Buffer.alloc(64, 7));
    writeFileSync(file, XLSX.CFB.write(book, { type: "buffer" }) as Buffer);
    await refused(1, "设了打开密码", file);
  });

  it.each([
    ["EACCES", "没有权限"],
    ["EROFS", "只读"],
    ["ENOSPC", "磁盘满了"],
  ])("into a folder that the disk refuses: %s", async (code, says) => {
    const before = hashes(folder);
    const ran = await run("import", [sample("letters"), "--data", data], failingDisk(code, /2024/));
    expect(ran.stderr).toContain(says);
    expect(ran.stderr).not.toMatch(/程序自己出错|at .*\.ts/);
    expect(ran.code).toBe(1);
    expect(hashes(folder)).toEqual(before);
  });

  it("where a file stands in the place of the year's folder", async () => {
    writeFileSync(join(data, "2024"), "");
    const ran = await imports(sample("letters"));
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(/2024/);
    expect(ran.stderr).not.toMatch(/程序自己出错/);
  });

  it("with --dry", async () => {
    await refused(0, "什么也没有写", sample("letters"), "--dry");
  });

  it.each(["没有这列=1", "状态=没有这个词", "受理日期=昨天"])("for --set %s", async (set) => {
    await refused(2, "--set", sample("letters"), "--set", set);
  });

  it.each([
    ["hotline-cases:\n  列名:\n    甲: 没有这列\n", "第3行"],
    ["letters:\n  整份:\n    渠道: 没有这个\n", "第3行"],
    ["letters: [1, 2]\n", "第1行"],
    ["letters:\n  列名: 甲\n", "第2行"],
    ["letters:\n  词:\n    状态: 好\n", "第3行"],
    ["letters:\n  别的: {}\n", "第2行"],
    ["letters:\n  词: {状态: {好: 没有这个词}}\n", "第2行"],
    ["- letters\n", "第1行"],
    ["letters: {\n  词: [\n", "行"],
    ["letters:\n\t列名: 1\n", "第2行"],
    ["没有这个系统:\n  整份: {}\n", "第1行"],
    ["Letters:\n  整份: {}\n", "是不是“letters”"],
    ["letters：\n  整份: {}\n", "第1行"],
    ["letters:\n  整份:\n    渠道：网站信箱\n", "第3行：冒号是全角的"],
    ["letters:\n  词:\n    状态:\n      好了 已办结\n", "第4行"],
    ["letters:\n  整份: {}\n   列名: {}\n", "第3行"],
    ["单位: 某县某局\n", "第1行"],
    ["单位:\n  某县某局: 不是\n", "第2行：只能写是本单位、别的单位"],
  ])("where imports.yaml says %j", async (yaml, line) => {
    writeFileSync(join(data, "imports.yaml"), yaml);
    await refused(1, line, sample("letters"), sample("hotline-cases"));
  });
});

it("reads what imports.yaml says of other bodies", async () => {
  writeFileSync(join(data, "imports.yaml"), "单位: { 某县城市管理局: 是本单位, 某局: 别的单位 }\n");
  const ran = await imports(sample("letters"));
  expect(ran.code, ran.stdout + ran.stderr).toBe(0);
});

it("asks whose the rows of another name are, and the one command answers it", async () => {
  copyFileSync(join(FIXTURE, "site.yaml"), join(data, "site.yaml"));
  const file = sample("penalties-2020");
  const asked = await imports(file);
  expect(asked.code, asked.stdout).toBe(3);
  const [, name] = /--body (\S+)=…/.exec(asked.stdout) ?? [];
  expect(readFileSync(file, "utf8")).toContain(name);
  const wrong = await imports(file, "--body", `${name}=是`);
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("是本单位、别的单位")]);
  const answered = await imports(file, "--body", `${name}=是本单位`);
  expect(answered.code, answered.stdout).toBe(0);
  expect(inData("imports.yaml")).toContain(`${name}: 是本单位`);
  expect((await imports(file)).code).toBe(0);
});

it("takes an export out of the data folder, and its clean table takes its place", async () => {
  mkdirSync(join(data, "2024"));
  copyFileSync(sample("penalties-2020"), join(data, "2024/cases.csv"));
  const ran = await imports(join(data, "2024/cases.csv"));
  expect(ran.code, ran.stdout + ran.stderr).toBe(0);
  expect(inData("2024/cases.csv")).not.toContain("欧阳试验");
  expect(inData(".imported/2024/cases.csv")).toBe(readFileSync(sample("penalties-2020"), "utf8"));
  const again = await imports(join(data, "2024/cases.csv"));
  expect(again.code).toBe(1);
  expect(again.stderr).toContain("是导入写出来的");
  expect(existsSync(join(data, "2024/cases.csv"))).toBe(true);
});

it("every command that is advised names the folder that was given", async () => {
  const said = [
    await imports(sample("letters")),
    await imports(changed("penalties-2020", /,罚款,/, ",罚款了,")),
    await runHere("fix", ["--data", data]),
    await runHere("check", ["--data", data]),
    await runHere("check", ["--data", data, "--format", "json"]),
    await runHere("check", ["--data", data, "--format", "markdown"]),
  ].map(({ stdout, stderr }) => stdout + stderr);
  mkdirSync(join(data, "2023"));
  copyFileSync(sample("penalties-2020"), join(data, "2023/cases.csv"));
  said.push((await runHere("check", ["--data", data, "--format", "json"])).stdout);
  const calls = said.flatMap((text) => text.match(/npm (?:run [a-z-]+|start)[^。；\n"]*/g) ?? []);
  expect(calls.length).toBeGreaterThan(6);
  expect(calls.filter((call) => !call.includes(`--data ${data}`))).toEqual([]);
});

/** What npm run import asks, what it is told, and what it keeps of that for the next month. */
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

const inData = (name: string) => readFileSync(join(data, name), "utf8");

function file(lines: readonly string[], name = "导出.csv"): string {
  writeFileSync(join(folder, name), `${lines.join("\n")}\n`);
  return join(folder, name);
}
const imports = (...args: string[]) => runHere("import", [...args, "--data", data]);

const UNKNOWN = [
  "工单编号,登记时间,诉求渠道,诉求分类,被反映街道",
  "甲1,2024-03-01,12345热线,占道经营,甲街",
  "甲2,2024-03-02,12345热线,噪声,乙街",
];

describe("a system that nobody knows", () => {
  it("is asked about until a person confirms its columns, and again when its heads change", async () => {
    expect((await imports(file(UNKNOWN))).code).toBe(3);
    const asked = await imports(file(UNKNOWN));
    expect(asked.code).toBe(3);
    expect(asked.stdout).toContain("加 --confirm");
    expect((await imports(file(UNKNOWN), "--confirm")).code).toBe(0);
    const next = UNKNOWN.map((line) => line.replace("甲1", "甲3").replace("2024-03", "2024-04"));
    const known = await imports(file(next));
    expect(known.code, known.stdout).toBe(0);
    expect(known.stdout).toContain("列已核对过");
    // The same columns in another order are the same.
    const turned = next.map((line) => line.split(",").reverse().join(","));
    expect((await imports(file(turned))).code).toBe(0);
    const more = next.map((line, at) => `${line},${at === 0 ? "紧急程度" : "一般"}`);
    expect((await imports(file(more))).code).toBe(3);
  });

  it("is not confirmed with --dry", async () => {
    await imports(file(UNKNOWN), "--confirm", "--dry");
    expect((await imports(file(UNKNOWN))).code).toBe(3);
  });
});

describe("a head that may be a column", () => {
  it.each(["诉求分类", "问题分类名称", "事项类型", "投诉类别", "举报种类", "业务分类"])(
    "%s is proposed as 类别, and taken when it is said",
    async (head) => {
      const lines = UNKNOWN.map((line) => line.replace("诉求分类", head));
      const asked = await imports(file(lines));
      if (head !== "问题分类名称") expect(asked.stdout).toMatch(`${head}（是不是`);
      const told = await imports(file(lines), "--head", `${head}=类别`);
      expect(told.stdout).toContain(`${head}→类别`);
      expect(inData("2024/complaints.csv")).toContain("占道经营");
      // Next month nobody needs to say it.
      expect((await imports(file(lines))).stdout).toContain(`${head}→类别`);
    },
  );

  it("is no word for all rows: --set says what to write instead, and nothing is written", async () => {
    const before = hashes(data);
    const ran = await imports(file(UNKNOWN), "--set", "类别=诉求分类");
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain("--head 诉求分类=类别");
    expect(hashes(data)).toEqual(before);
    writeFileSync(join(data, "imports.yaml"), "complaints: {整份: {类别: 诉求分类}}\n");
    expect((await imports(file(UNKNOWN))).stderr).toContain("是导出里的一列");
  });

  it("two answers of one kind are both taken", async () => {
    const ran = await imports(file(UNKNOWN), "--set", "诉求类型=投诉", "--set", "重复=否");
    expect(ran.stdout + ran.stderr).toContain("已写入");
    expect(inData("2024/complaints.csv")).toMatch(/投诉.*否/);
  });

  it.each(["没有这列=类别", "诉求分类=没有这列", "诉求分类"])(
    "--head %s is refused",
    async (head) => {
      const ran = await imports(file(UNKNOWN), "--head", head);
      expect([ran.code, ran.stderr.includes("--head")]).toEqual([2, true]);
    },
  );
});

describe("codes that only a person knows", () => {
  const CODES = [
    "工单编号,来电时间,诉求类型,工单状态,被反映街道,BJSJ",
    "甲1,2024-03-01,1,A,甲街,2024-03-09",
    "甲2,2024-03-02,2,B,乙街,",
    "甲3,2024-03-02,1,走 流程,乙街,",
  ];

  it("are answered by the one command that the report gives, and kept", async () => {
    const asked = await imports(file(CODES));
    expect(asked.code).toBe(3);
    const command = asked.stdout.split("npm run import -- ").at(-1)!.split("\n")[0]!;
    expect(command).toBe(
      `--data ${data} 导出.csv --head BJSJ=办结日期 --word 诉求类型=1=… --word 诉求类型=2=… --word 状态=A=… --word 状态=B=… --word '状态=走 流程=…' --confirm`,
    );
    const answers = ["诉求类型=1=投诉", "诉求类型=2=咨询", "状态=A=已办结", "状态=B=办理中"];
    const words = [...answers, "状态=走 流程="].flatMap((one) => ["--word", one]);
    const ran = await imports(file(CODES), "--head", "BJSJ=办结日期", ...words, "--confirm");
    expect(ran.code, ran.stdout).toBe(0);
    const rows = inData("2024/complaints.csv");
    expect(rows).toMatch(/投诉.*2024-03-09.*已办结/);
    expect(rows).toMatch(/咨询.*办理中/);
    const before = hashes(data);
    expect((await imports(file(CODES))).code).toBe(0);
    expect(hashes(data)).toEqual(before);
  });

  it.each([
    ["状态=A=好了", "“状态”不能是“好了”"],
    ["阶段=A=已办结", "没有“阶段”这一列"],
    ["状态=A", "--word 后面写"],
  ])("%s is refused, and nothing is written", async (answer, says) => {
    const before = hashes(data);
    const ran = await imports(file(CODES), "--word", answer);
    expect(ran.code).not.toBe(0);
    expect(ran.stdout + ran.stderr).toContain(says);
    expect(hashes(data)).toEqual(before);
  });
});

describe("a head that may stand over words or over prose", () => {
  const HEADS: readonly (readonly [head: string, words: string, lost: string])[] = [
    ["办理结果", "已办结 办理中 已退回", ""],
    ["处理结果", "办结 处理中 不予受理", ""],
    ["处置情况", "已结案 办理中 作废", "已与陈某某电话联系并告知办理结果"],
    ["办理情况", "办理中 已完成 待办", "经查，该处商户已自行整改，来电人表示认可"],
  ];
  it.each(HEADS)("%s: %s", async (head, words, prose) => {
    const texts = [...words.split(" "), ...(prose ? [prose] : [])];
    const lines = texts.map((text, at) => `甲${at},2024-03-0${at + 1},12345热线,"${text}",甲街`);
    const ran = await imports(file([`工单编号,登记时间,诉求渠道,${head},被反映街道`, ...lines]));
    expect(ran.stdout).toContain(`${head}→状态`);
    expect(inData("2024/complaints.csv")).toMatch(/办理中/);
    expect(ran.stdout).not.toMatch(/陈某某|商户/);
    expect(inData("2024/complaints.csv")).not.toMatch(/陈某某|商户/);
    if (prose) expect(ran.stdout).toContain("有1行是一段文字");
  });

  it("prose alone is personal", async () => {
    const lines = ["甲1,2024-03-01,12345热线,已联系张三处理完毕,甲街"];
    const ran = await imports(file(["工单编号,登记时间,诉求渠道,办理结果,被反映街道", ...lines]));
    expect(ran.stdout).toContain("有个人信息、不写入的列：办理结果");
    expect(ran.stdout + inData("2024/complaints.csv")).not.toContain("张三");
  });

  it("where another head says the state, nothing else is asked", async () => {
    const head = "工单编号,登记时间,诉求渠道,工单状态,办理结果,被反映街道";
    const ran = await imports(file([head, "甲1,2024-03-01,12345热线,已办结,办理中,甲街"]));
    expect(ran.stdout).toContain("有个人信息、不写入的列：办理结果");
  });
});

const CASES = "立案号,办理状态,结案状态,立案日期,行政处罚决定书日期,结案日期,当事人类型";

describe("what check would say of a file that nobody typed is said of the export", () => {
  it("columns that no row fills", async () => {
    const ran = await imports(file([CASES, "甲1,,,2024-01-02,,,法人", "甲2,,,2024-01-03,,,法人"]));
    expect(ran.stdout).toContain("导出里没有、写成空列的：执法领域");
    expect(ran.stdout).toMatch(/整份都空着的列：.*结案日期/);
    writeFileSync(
      join(data, "site.yaml"),
      "数据性质: 演示\n单位名称: 虚设局\n网站名称: 虚设局公开\n",
    );
    const checked = await runHere("check", ["--data", data]);
    expect(checked.stdout + checked.stderr).toContain("这一列每一行都空着");
    expect(checked.stdout + checked.stderr).not.toContain("取消合并");
  });

  it("days in an order that cannot be, at their cell", async () => {
    const ran = await imports(
      file([
        CASES,
        "甲1,,,2024-05-02,2024-03-01,2024-06-01,法人",
        "甲2,,,2024-05-02,,2024-04-01,法人",
      ]),
    );
    expect(ran.code).toBe(3);
    expect(ran.stdout).toContain("E2：决定日期2024-03-01，比立案日期2024-05-02还早");
    expect(ran.stdout).toContain("F3：结案日期2024-04-01，比立案日期2024-05-02还早");
  });
});

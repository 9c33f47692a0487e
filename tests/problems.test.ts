/** Messages are written for a clerk who only knows Excel. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, test } from "vitest";
import { diskFolder } from "../src/ingest/disk.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { KINDS } from "../src/ingest/problems/kinds.ts";
import { cellName, excerpt, type Problem, Problems } from "../src/ingest/problems/problems.ts";
import { problemCounts, problemText } from "../src/ingest/problems/words.ts";
import { loadSite } from "../src/load/load-site.ts";

const SITES = join(import.meta.dirname, "sites");
/** Names of programs, formats and files that staff see on their own screen. */
const KNOWN_NAMES =
  /Excel|WPS|CSV|UTF-8|UTF-16|GB18030|GBK|Big5|YAML|Tab|PDF|\.xlsx?|site\.yaml|vocabularies\.yaml|exceptions\.csv|README\.md|report\.md|https?:\/\/|ICP/g;
/** File names and indicator numbers that a message tells to write. */
const WRITTEN =
  /“[^”]*”|npm run [a-z]+(?: -- [^，；]*)?|\{\{[^}]*\}\}|[a-z_]+(?:-\d)?\.csv|例如[^；。]*|可用的[^；。]*/g;

const all: Problem[] = [];
beforeAll(async () => {
  for (const name of readdirSync(SITES).filter((name) => !name.startsWith("."))) {
    all.push(...(await loadSite(diskFolder(join(SITES, name, "data")))).problems);
  }
});

describe("every message", () => {
  it("is plain Chinese, without a word of programmers", () => {
    for (const { code, why, fix } of all) {
      const words = `${KINDS[code][1]} ${why} ${fix}`.replace(WRITTEN, "").replace(KNOWN_NAMES, "");
      expect(words, why).not.toMatch(/[A-Za-z]{2,}/);
      expect(words, why).not.toMatch(/解析|字段|数组|对象|索引(?!号)|异常|正则|空值|布尔|第0/);
    }
  });

  it("says where, what is written, why it cannot stay and how it should look", () => {
    for (const problem of all) {
      expect(problem.file).not.toBe("");
      expect(problem.file, "a path inside the data folder").not.toMatch(/^\/|\.\./);
      expect(problem.why.length, problem.code).toBeGreaterThan(4);
      expect(problem.fix.length, problem.code).toBeGreaterThan(2);
      expect(problem.count).toBeGreaterThan(0);
      for (const { cell, value } of problem.places) {
        expect(cell).toMatch(/^(?:[A-Z]{1,3}(?:[1-9]\d*|列)|第[1-9]\d*行起?)$/);
        expect([...value].length, "short enough to read").toBeLessThanOrEqual(31);
        expect(value, "nothing invisible").not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }
    }
  });

  it("names a cell where the problem stands in a cell", () => {
    const ofCells = all.filter(({ column, file }) => column !== undefined && file.endsWith(".csv"));
    for (const problem of ofCells) expect(problem.places.length, problem.why).toBeGreaterThan(0);
  });
});

describe("problems of one kind", () => {
  const report = (row: number, column: string) => ({
    code: "date" as const,
    file: "2023/cases.csv",
    cell: `B${row}`,
    column,
    value: `第${row}天`,
    why: "认不出这是哪一天",
    fix: "写成 2023-01-05 这样",
  });

  it("are one message with their count and the first cells", () => {
    const problems = new Problems();
    for (let row = 2; row < 102; row++) problems.add(report(row, "立案日期"));
    expect(problems.list).toHaveLength(1);
    expect(problems.list[0]?.count).toBe(100);
    expect(problemText(problems.list[0]!)).toBe(
      "【错误】日期写法不对：2023/cases.csv B2“第2天”、B3“第3天”、B4“第4天”、B5“第5天”、B6“第6天”等共100处（立案日期）\n" +
        "    原因：认不出这是哪一天\n    改法：写成 2023-01-05 这样",
    );
  });

  it("in two columns are two messages, errors before the rest", () => {
    const problems = new Problems();
    problems.add({ code: "total-row", file: "a.csv", why: "合计行不是一件事", fix: "不用改" });
    problems.add(report(2, "立案日期"));
    problems.add(report(2, "决定日期"));
    expect(problems.list.map(({ column }) => column)).toEqual(["立案日期", "决定日期", undefined]);
    expect(problemCounts(problems.list)).toBe("2处错误、1处已处理");
    expect(problems.hasErrors).toBe(true);
  });

  it("of every file come in one run", async () => {
    const { site, problems } = await loadSite(
      memoryFolder({
        "site.yaml": "单位名称：某局",
        "2022/cases.csv": "执法领域,立案日期\n燃气,1/2/2022\n燃气,2022-02-30\n",
        "2023/cases.csv": "执法领域,件数\n燃气,-1\n燃气,十\n",
        "2023/publicity.csv": "形式\n集中宣传\n",
        "2023/report.md": "# 一、举措\n\n40件\n",
      }),
    );
    expect(site).toBeNull();
    const errors = problems.filter(({ severity }) => severity === "error");
    expect(new Set(errors.map(({ file }) => file))).toEqual(
      new Set([
        "site.yaml",
        "2022/cases.csv",
        "2023/cases.csv",
        "2023/publicity.csv",
        "2023/report.md",
      ]),
    );
    expect(errors.filter(({ file }) => file === "2022/cases.csv")).toHaveLength(2);
  });
});

describe("what follows from a fault that is told", () => {
  const SITE = "数据性质: 演示\n单位名称: 虚设局\n网站名称: 虚设局公开\n";
  const HEAD = "指标编号,指标名称,数值,单位,栏目,上级指标,报告章节\n";
  const told = async (files: Record<string, string>) => {
    const { problems } = await loadSite(memoryFolder({ "site.yaml": SITE, ...files }), {
      checkOnly: true,
    });
    const codes = problems.filter(
      ({ severity, code }) => severity === "error" || /unknown|unsaid/.test(code),
    );
    return codes.map(({ code, file }) => `${code} ${file.slice(5)}`).toSorted();
  };
  /** What names a row, and that row: as it should be, with a fault, and not there at all. */
  const report = (text: string) => ({ "2024/report.md": `# 主要举措和成效\n\n${text}\n` });
  const row = "visits,走访企业,四x,家,案件,,一(一)\n";
  test.each<[string, Record<string, string>, string, string?]>([
    ["a reference", report("走访{{visits}}家。"), "report-reference report.md"],
    [
      "a parent",
      {},
      "indicator-unknown indicators.csv",
      "small,走访小企业,3,家,案件,visits,一(一)\n",
    ],
    [
      "a plan",
      { "2024/plan.csv": "安排,事项,对应的数字,提出年度\n甲,多走访,visits,\n" },
      "indicator-unknown plan.csv",
    ],
    [
      "a note",
      { "2024/notes.csv": "核对编号,说明,状态,日期\nvisits,甲,已说明,2024-05-01\n" },
      "note-unknown notes.csv",
    ],
  ])("%s to a row with a fault is not told, to none it is", async (_, naming, code, more = "") => {
    const files = (rows: string) => ({ ...naming, "2024/indicators.csv": HEAD + rows + more });
    const other = "calls,来电,3,件,案件,,一(一)\n";
    expect(await told(files(other))).toContain(code);
    const [faulty, renamed] = [
      await told(files(other + row)),
      await told(files(`${other}走 访,走访企业,4,家,案件,,一(一)\n`)),
    ];
    expect(faulty).toEqual(["number indicators.csv"]);
    // Which row of its own table is meant is asked at once.
    const asked = renamed.filter((one) => one !== "indicator-unknown indicators.csv");
    expect(asked).toEqual(["id indicators.csv"]);
  });

  test("a reference to nothing is told beside a fault of another row", async () => {
    const files = {
      ...report("走访{{visitz}}家。"),
      "2024/indicators.csv": `${HEAD}${row}calls,来电,3,件,案件,,一(一)\n`,
    };
    expect(await told(files)).toEqual(["number indicators.csv", "report-reference report.md"]);
  });

  test("a group is not missed where its word is written wrongly", async () => {
    const cases = (day: string) => `执法领域,立案日期\n燃气,${day}\n市容,2024-03-01\n`;
    const naming = report("燃气{{cases-by-field/燃气}}件。");
    const [sound, faulty] = [
      await told({ ...naming, "2024/cases.csv": cases("2024-02-01") }),
      await told({ ...naming, "2024/cases.csv": cases("2024-02-31") }),
    ];
    expect(sound).toEqual([]);
    expect(faulty).toEqual(["date-impossible cases.csv"]);
    // A fault of another table has nothing to do with it.
    const tickets = { "2024/complaints.csv": "渠道,受理日期\n12345热线,2024-02-31\n" };
    const elsewhere = await told({
      ...report("燃气{{cases-by-field/然气}}件。"),
      ...{ "2024/cases.csv": cases("2024-02-01"), ...tickets },
    });
    expect(elsewhere).toEqual(["date-impossible complaints.csv", "report-reference report.md"]);
  });

  test("what an earlier year set itself is not missed where a row of it has a fault", async () => {
    const plan = (rows: string) => `安排,事项,对应的数字,提出年度\n${rows}`;
    const files = (earlier: string) => ({
      "2023/plan.csv": plan(`甲,出台办法,,\n${earlier}`),
      "2024/plan.csv": plan("甲,修订办法,,2023\n"),
    });
    expect(await told(files(""))).toContain("plan-unsaid plan.csv");
    const faulty = await told(files(",修订办法,,\n"));
    expect(faulty).not.toContain("plan-unsaid plan.csv");
    expect(faulty.length).toBeGreaterThan(0);
  });
});

describe("personal data", () => {
  it.each([
    ["11010519491231002X", "11****X"],
    ["电话１３８００１３８０００，请回", "电话13****0,请回"],
    ["贵A12345停在路口", "贵A****5停在路口"],
    [`${"长".repeat(25)}13800138000`, `${"长".repeat(25)}13***…`],
  ])("in %s is never printed whole", (value, printed) => {
    expect(excerpt(value)).toBe(printed);
  });

  it("in a reason is not printed either", () => {
    const problems = new Problems();
    problems.add({ code: "word", file: "a.csv", why: "“13800138000”不是词", fix: "改成词" });
    expect(problems.list[0]?.why).toBe("“13****0”不是词");
  });
});

it.each([
  [0, 1, "A1"],
  [1, 12, "B12"],
  [25, 2, "Z2"],
  [26, 2, "AA2"],
  [701, 3, "ZZ3"],
  [702, 3, "AAA3"],
])("column %i, row %i is %s", (column, row, name) => {
  expect(cellName(column, row)).toBe(name);
});

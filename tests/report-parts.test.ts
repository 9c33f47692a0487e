/** The parts of a report are known by what their titles say, in whatever order and words they come. */
import { describe, expect, it } from "vitest";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import { partsNamed } from "../src/report/parts.ts";

describe("what a title says", () => {
  it.each([
    ["一、主要举措和成效", "measures"],
    ["一、2023年度法治政府建设工作情况", "measures"],
    ["二、法治建设主要做法", "measures"],
    ["第一部分 推进依法行政的主要措施", "measures"],
    ["三、2023年工作计划完成情况", "measures"],
    ["四、督察反馈问题整改落实情况", "measures"],
    ["二、存在的不足和原因", "shortcomings"],
    ["三、存在的主要问题", "shortcomings"],
    ["存在的困难和短板", "shortcomings"],
    ["五、薄弱环节", "shortcomings"],
    ["二、党政主要负责人履行推进法治建设第一责任人职责情况", "leader"],
    ["三、主要负责同志履行法治建设职责的有关情况", "leader"],
    ["三、履职", "leader"],
    ["三、履行职责", "leader"],
    ["一、依法履职情况", "measures"],
    ["四、下一年度主要安排", "plan"],
    ["四、下步工作打算", "plan"],
    ["四、2024年法治政府建设重点", "plan"],
    ["六、工作计划", "plan"],
    ["五、其他需要报告的情况", "other"],
    ["四、存在的问题和下一步打算", "shortcomings,plan"],
    ["主要做法、存在问题及下一步打算", "measures,shortcomings,plan"],
    ["存在问题及改进措施", "shortcomings,plan"],
    ["存在的问题和整改情况", "shortcomings"],
    ["落实法治责任存在的不足", "shortcomings"],
    ["第一责任人职责及存在的问题", "shortcomings,leader"],
    ["附件", ""],
    ["二、机构设置", ""],
    ["某局2023年度法治政府建设情况报告", ""],
    ["坚持党的领导，依法全面履行政府职能", ""],
    ["负责人履行出庭应诉职责情况", "measures"],
    ["把牢正确政治方向", ""],
    ["解决群众反映强烈的问题", ""],
  ])("%s: %s", (title, parts) => {
    expect(partsNamed(title, 2023).join()).toBe(parts);
  });
});

/** One title in the ways that bodies number it and begin it. */
const NUMBERS = [
  ...["", "一、", "（一）", "(一)", "㈠", "1.", "1、", "１．", "（1）", "①", "三 ", "叁、", "Ⅲ、"],
  ...["第三部分 ", "第三章 ", "十一、", "三、2023年度", "2023年", "三、　"],
];
const TITLES: Record<string, readonly string[]> = {
  leader: [
    ...["", "情况", "的情况", "工作情况", "工作", "落实情况", "履行情况", "的主要做法"].map(
      (end) => `党政主要负责人履行推进法治建设第一责任人职责${end}`,
    ),
    ...["第一责任人职责", "第一责任人职责情况", "履行第一责任职责", "法治建设第一责任人履责情况"],
    ...["主要领导履职尽责情况", "主要负责人抓法治建设情况", "一把手履职", "局长履行法治建设职责"],
    ...["党委（党组）书记履职情况", "党政主要负责同志法治建设责任落实情况", "负责人述法"],
  ],
  shortcomings: [
    ...[
      "不足",
      "问题",
      "存在问题",
      "存在的不足",
      "不足之处",
      "主要问题",
      "困难和问题",
      "差距和短板",
    ],
    ...["问题及原因", "原因分析", "工作中的问题", "面临的困难与挑战", "需要改进的地方", "薄弱环节"],
    ...["有待加强的方面", "推进法治政府建设存在的不足和原因", "对照检查的问题"],
  ],
  plan: [
    ...["下一步", "下步打算", "2024年重点工作", "努力方向", "改进措施", "工作要点", "明年思路"],
    ...["下一年度推进法治政府建设的主要安排", "今后工作", "整改措施", "接下来的工作"],
  ],
  measures: [
    ...["主要工作", "工作", "主要举措", "推进法治政府建设工作", "工作成果", "法治政府建设主要任务"],
    ...["主要做法及成效", "重点工作完成情况", "行政工作计划执行情况"],
  ],
  other: ["其他", "其它事项", "其他需要报告的情况", "需要报告的其他事项", "无其他需要报告的情况"],
};

describe.each(Object.entries(TITLES))("titles of %s", (part, titles) => {
  it.each(titles)("%s, however it is numbered", (title) => {
    expect(NUMBERS.filter((number) => partsNamed(number + title, 2023).join() !== part)).toEqual(
      [],
    );
  });
});

async function partsOf(...titles: string[]) {
  const text = ["---", "标题: 报告", "---", ...titles.flatMap((title) => ["", title, "", "略。"])];
  const { site, problems } = await loadSite(
    memoryFolder({
      "site.yaml": "数据性质: 正式\n单位名称: 某市某局\n网站名称: 数据\n",
      "2023/indicators.csv":
        "指标编号,指标名称,数值,单位,报告章节\nlicences,办理行政许可,8,件,一\n",
      "2023/report.md": `${text.join("\n")}\n`,
    }),
  );
  return { parts: site?.latest.report?.parts ?? [], problems };
}

describe("a report", () => {
  it("is taken apart by its titles, not by its order", async () => {
    const { parts } = await partsOf(
      "# 一、党政主要负责人履行第一责任人职责情况",
      "# 二、法治建设主要做法",
      "# 三、机构设置",
      "# 四、工作亮点",
      "# 五、存在的问题和下一步打算",
    );
    expect(parts.map(({ id, is }) => `${id}: ${is}`)).toEqual([
      "leader: leader",
      "measures: measures",
      "part-3: ",
      "part-4: measures",
      "shortcomings: shortcomings,plan",
    ]);
  });

  it("may lack a part, and is never told to say 无", async () => {
    const { parts, problems } = await partsOf("# 一、主要做法");
    expect(parts).toHaveLength(1);
    const missing = problems.filter(({ code }) => code === "report-part-missing");
    expect(missing.map(({ severity }) => severity)).toEqual(Array(4).fill("warning"));
    for (const { why, fix } of missing) expect(`${why}${fix}`).not.toContain("无");
  });

  it("may begin with headings of the second level", async () => {
    const { parts } = await partsOf("## 一、主要做法", "### （一）学习", "## 二、存在的问题");
    expect(parts.map(({ id, headings }) => [id, headings])).toEqual([
      ["measures", ["（一）学习"]],
      ["shortcomings", []],
    ]);
  });

  it("tells which line without a mark reads like a part", async () => {
    const { problems } = await partsOf(
      "# 一、主要做法",
      "二、存在的不足",
      "**三、第一责任人职责**",
    );
    const fixes = problems
      .filter(({ code }) => code === "report-part-missing")
      .map(({ fix }) => fix)
      .join("\n");
    expect(fixes).toContain("第9行“二、存在的不足”");
    expect(fixes).toContain("第13行“三、第一责任人职责”");
  });
});

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
    ["附件", ""],
    ["二、机构设置", ""],
  ])("%s: %s", (title, parts) => {
    expect(partsNamed(title, 2023).join()).toBe(parts);
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
});

/** The papers of each year: met, not met, or unknown. */
import { describe, expect, it } from "vitest";
import { readSiteConfig } from "../src/ingest/config/site-config.ts";
import { Problems } from "../src/ingest/problems/problems.ts";
import { yearlyDuties } from "../src/report/yearly-duties.ts";

const keptOf = (report: string, papers: Record<string, string> = {}) =>
  yearlyDuties(2023, report, new Map(Object.entries(papers))).map(({ kept }) => kept);

describe("the yearly report", () => {
  it.each([
    ["2024-01-31", "met"],
    ["2024-03-31", "met"],
    ["2024-04-01", "on-the-day"],
    ["2024-04-02", "missed"],
    ["2025-01-05", "missed"],
    ["2024-01-01", "met"],
    // Of half a year, and none of the year.
    ["2023-07-12", "unknown"],
    ["2023-12-31", "unknown"],
    ["", "unknown"],
  ])("published on %s is %s", (day, kept) => {
    expect(keptOf(day)).toEqual([kept, "unknown", "unknown"]);
  });
});

describe("the other two", () => {
  it.each([
    ["2024-01-30", "met"],
    ["2024-01-31", "on-the-day"],
    ["2024-02-01", "missed"],
  ])("published on %s are %s", (day, kept) => {
    expect(keptOf("", { 执法统计年报: day, 政府信息公开年报: day })).toEqual([
      "unknown",
      kept,
      kept,
    ]);
    expect(keptOf("", { 执法统计年报: day })).toEqual(["unknown", kept, "unknown"]);
  });
});

describe("年度文件 in site.yaml", () => {
  const site = (papers: string) =>
    `数据性质: 演示\n单位名称: 示例市城市管理局\n网站名称: 数据公开\n${papers}`;
  const read = (papers: string) => {
    const problems = new Problems();
    const config = readSiteConfig(site(papers), problems);
    const errors = problems.list.filter(({ code }) => code === "yaml-field");
    return { papers: config?.papers, errors: errors.map(({ column, why }) => `${column}：${why}`) };
  };

  it("says the days", () => {
    const { papers, errors } = read(
      "年度文件:\n  2023:\n    执法统计年报: 2024年1月25日\n    政府信息公开年报:\n  2022年度: { 政府信息公开年报: 2023-01-20 }\n",
    );
    expect(errors).toEqual([]);
    expect(papers?.get(2023)).toEqual(new Map([["执法统计年报", "2024-01-25"]]));
    expect(papers?.get(2022)).toEqual(new Map([["政府信息公开年报", "2023-01-20"]]));
  });

  it.each([
    ["年度文件: 2024-01-25", "年度文件：看不出是哪一年的哪一份"],
    ["年度文件:\n  去年: {}", "年度文件 › 去年：这里要写四位年份"],
    ["年度文件:\n  2023: 2024-01-25", "年度文件 › 2023：看不出是哪一份"],
    ["年度文件:\n  2023: { 执法统计: 2024-01-25 }", "年度文件 › 2023 › 执法统计：没有这一项"],
    [
      "年度文件:\n  2023: { 执法统计年报: 一月底 }",
      "年度文件 › 2023 › 执法统计年报：认不出这是哪一天",
    ],
    [
      "年度文件:\n  2023: { 执法统计年报: 2023-01-25 }",
      "年度文件 › 2023 › 执法统计年报：2023年还没有过完，那时公布的不是2023年的年报",
    ],
  ])("%j is told what is wrong", (papers, wrong) => {
    expect(read(papers).errors).toEqual([wrong]);
  });

  it("need not be there", () => {
    expect(read("")).toEqual({ papers: new Map(), errors: [] });
  });
});

/** A file of decisions alone, as 双公示 is, tells nothing of how many cases were handled. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cases } from "../src/datasets/cases.ts";
import { Engine } from "../src/explore/engine.ts";
import { queryOf } from "../src/explore/head.ts";
import { foundText } from "../src/explore/say.ts";
import { exploreTable } from "../src/explore/table.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import { homeHeadline } from "../src/questions/headline.ts";
import { questionsOf } from "../src/questions/of-site.ts";
import { casesTopic } from "../src/topics/cases.ts";
import { type Cells, folderOf } from "./support/bureaus.ts";
import { type DuckDb, startDuckDb } from "./support/duckdb.ts";
import { exactlyThreeWays } from "./support/small-table.ts";

let db: DuckDb;
beforeAll(async () => {
  db = await startDuckDb();
});
afterAll(() => db?.close());

describe("办理各类案件", () => {
  it.each([
    ["decisions alone", "决定日期,处罚种类", ["2023-05-08,罚款", "2023-05-09,警告"], "未公布"],
    ["a blank column of filing", "立案日期,决定日期", [",2023-05-08", ",2023-05-09"], "未公布"],
    ["one case on the spot", "立案日期,决定日期", ["2023-05-01,2023-05-08", ",2023-05-09"], "2"],
    ["an open case", "决定日期,处罚种类", ["2023-05-08,罚款", ","], "2"],
    ["how cases ended", "决定日期,结案方式", ["2023-05-08,履行完毕", "2023-05-09,"], "2"],
    ["where cases come from", "决定日期,案件来源", ["2023-05-08,巡查发现", "2023-05-09,"], "2"],
    ["no days at all", "处罚种类", ["罚款", "警告"], "2"],
  ])("of %s", async (_, head, rows, told) => {
    const csv = `执法领域,${head}\n${rows.map((row) => `燃气,${row}\n`).join("")}`;
    for (const one of await exactlyThreeWays(db, cases, csv, ["cases"])) {
      expect(one.told, one.way).toEqual({ cases: told });
    }
  });
});

describe("a site of decisions alone", () => {
  const row: Cells = {
    执法领域: "燃气",
    当事人类型: "法人",
    决定日期: "2023-05-08",
    处罚种类: "罚款",
  };
  const rows = [...Array.from({ length: 22 }, () => row), { ...row, 处罚种类: "警告" }];

  it("says 处罚决定, and nothing of cases", async () => {
    const { site } = await loadSite(memoryFolder(folderOf({ "2023/cases.csv": rows })));
    const year = site!.latest;
    expect(homeHeadline(year, questionsOf(site!))).not.toMatch(/办案|案件/);
    expect(casesTopic.lead(year)).toContain("作出处罚决定{{penalties-by-kind}}");
    expect(casesTopic.headline(year)).toContain("处罚决定");
    expect(casesTopic.headline(year)).not.toContain("案件");
    expect(site!.metrics.get("cases-by-field")!.label).toBe("各执法领域的处罚决定");
    const table = exploreTable(site!.years, cases)!;
    const answer = new Engine(table).answer(queryOf("", table.columns, "year"));
    expect(foundText(answer)).toBe("2023年处罚决定23件");
  });

  it("keeps the number of cases that the report states", async () => {
    const folder = folderOf({ "2023/cases.csv": rows });
    const { site } = await loadSite(
      memoryFolder({
        ...folder,
        "2023/indicators.csv":
          "指标编号,指标名称,数值,单位,报告章节\ncases,办理各类案件,40,件,一\n",
      }),
    );
    expect(site!.latest.figures.get("cases")!.amount).toMatchObject({ value: 40 });
    expect(site!.latest.checks.filter(({ holds }) => !holds)).toEqual([]);
  });
});

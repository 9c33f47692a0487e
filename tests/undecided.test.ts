/** What cannot be told, and what is certain: only what may really belong makes a number 至少. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cases } from "../src/datasets/cases.ts";
import { complaints } from "../src/datasets/complaints.ts";
import type { Dataset } from "../src/datasets/define.ts";
import { type DuckDb, startDuckDb } from "./support/duckdb.ts";
import { type Exactly, exactlyThreeWays } from "./support/small-table.ts";

let db: DuckDb;
beforeAll(async () => {
  db = await startDuckDb();
});
afterAll(() => db?.close());

/** Numbers written as in a sentence: 3, 至少3 or 未公布; from the rows and from both cubes. */
async function expectExactly(dataset: Dataset, csv: string, expected: Record<string, Exactly>) {
  for (const { way, told } of await exactlyThreeWays(db, dataset, csv, Object.keys(expected))) {
    expect(told, way).toEqual(expected);
  }
}

describe("a case that is still open", () => {
  const head = `执法领域,立案日期,决定日期,处罚种类,罚款金额,没收金额,结案方式,结案日期,执行情况,应当审核,听证,法制审核,公开方式,公示日期,状态\n`;
  const decided =
    "燃气,2023-05-01,2023-05-08,罚款,1000,,履行完毕,2023-06-01,自觉履行,是,是,是,公开,2023-05-09,有效\n";
  const confiscated = "燃气,2023-05-01,2023-05-08,没收违法所得,,50,,,,否,否,否,不公开,,\n";
  const numbers = {
    "penalties-by-kind": "2",
    fines: "1000",
    confiscations: "50",
    "reviews-required": "1",
    "reviews-required-done": "1",
    "heard-decisions": "1",
    "disclosures-due": "1",
    "disclosures-on-time": "1",
  };

  it.each([
    ["with nothing but the day on which it was filed", "燃气,2023-11-01,,,,,,,,,,,,,"],
    ["that will have to be reviewed", "燃气,2023-11-01,,,,,,,,是,是,,,,"],
    ["that has been reviewed", "燃气,2023-11-01,,,,,,,,是,是,是,,,"],
    ["whose decision will be public", "燃气,2023-11-01,,,,,,,,,,,公开,,"],
    ["where a system writes 0 for no amount yet", "燃气,2023-11-01,,,0,0,,,,,,,,,"],
    ["filed the year before", "燃气,2022-11-01,,,,,,,,,,,,,"],
    ["decided next year", "燃气,2023-12-20,2024-01-08,罚款,700,,,,,是,是,是,公开,,"],
    ["decided the year before", "燃气,2022-03-20,2022-12-30,罚款,700,,,,,是,是,是,公开,,"],
    ["ended without a penalty", "燃气,2023-03-20,,,,,不予处罚,2023-05-01,,,,,,,"],
    ["that was dropped", "燃气,2023-03-20,,,,,撤销案件,2023-05-01,,,,,,,"],
  ])("%s is no penalty, and leaves every number exact", async (_, row) => {
    await expectExactly(cases, `${head}${decided}${confiscated}${row}\n`, numbers);
  });

  it.each([
    ["a day without a kind", "燃气,2023-11-01,2023-11-20,,,,,,,,,,,,"],
    ["an amount", "燃气,2023-11-01,,,300,,,,,,,,,,"],
    ["an end", "燃气,2023-11-01,,,,,履行完毕,,,,,,,,"],
    ["an end that says nothing", "燃气,2023-11-01,,,,,其他,2023-12-01,,,,,,,"],
    ["its execution", "燃气,2023-11-01,,,,,,,催告中,,,,,,"],
    ["its disclosure", "燃气,2023-11-01,,,,,,,,,,,公开,2023-12-01,"],
    ["what became of it", "燃气,2023-11-01,,,,,,,,,,,,,已撤销"],
  ])("is not one of which %s is told: it may be a penalty", async (_, row) => {
    await expectExactly(cases, `${head}${decided}${confiscated}${row}\n`, {
      "penalties-by-kind": "至少2",
    });
  });

  it("is none where its days cannot be: the penalty counts all the same", async () => {
    const row =
      "燃气,2023-05-01,2023-05-08,罚款,20,,履行完毕,2023-05-02,,,,,公开,2023-05-03,有效\n";
    await expectExactly(cases, `${head}${decided}${row}`, {
      "penalties-by-kind": "2",
      fines: "1020",
      "disclosures-due": "至少1",
    });
  });

  it("cannot be told where no row has a day or a kind of decision", async () => {
    await expectExactly(cases, "执法领域,立案日期,决定日期\n燃气,2023-05-01,\n燃气,2023-06-01,\n", {
      cases: "2",
      "penalties-by-kind": "未公布",
      fines: "未公布",
      "disclosures-due": "未公布",
    });
  });

  it("cannot be told from missing kinds where the file has no days", async () => {
    await expectExactly(cases, "执法领域,处罚种类\n燃气,罚款\n燃气,\n", {
      "penalties-by-kind": "至少1",
    });
  });
});

describe("a decision that need not be disclosed yet", () => {
  const head = "执法领域,决定日期,处罚种类,公开方式,公示日期\n";
  const due = "燃气,2023-05-08,罚款,公开,2023-05-09\n";

  it.each([
    ["to be public", "燃气,2023-12-28,罚款,公开,"],
    ["of which nobody has said whether it is to be public", "燃气,2023-12-28,罚款,,"],
    ["disclosed already", "燃气,2023-12-28,罚款,公开,2023-12-29"],
    ["that is not to be public", "燃气,2023-12-28,罚款,不公开,"],
  ])("%s is certainly not due", async (_, row) => {
    await expectExactly(cases, `${head}${due}${row}\n`, { "disclosures-due": "1" });
  });

  it("may be due where only 公开方式 is missing", async () => {
    await expectExactly(cases, `${head}${due}燃气,2023-05-08,罚款,,\n`, {
      "disclosures-due": "至少1",
    });
  });
});

describe("an open ticket", () => {
  const head = "渠道,受理日期,状态,办结日期,满意度\n";
  const closed =
    "12345热线,2023-05-01,已办结,2023-05-02,满意\n12345热线,2023-05-01,已办结,2023-05-02,不满意\n";

  it.each([
    ["that is handled", "办理中,,"],
    ["that nobody has taken yet", "待签收,,"],
    ["that takes longer", "延期,,"],
    ["of which only the missing day tells", ",,"],
    ["closed after the day of the data", "已办结,2024-01-05,"],
    ["closed and rated after it", "已办结,2024-01-05,不满意"],
    ["that went back", "退回,,"],
    ["that is void", "作废,,"],
    ["that was closed and not rated", "已办结,2023-06-01,未评价"],
  ])("%s was not rated, and leaves the numbers exact", async (_, rest) => {
    await expectExactly(complaints, `${head}${closed}12345热线,2023-05-03,${rest}\n`, {
      "complaints-rated": "2",
      "complaints-satisfied": "1",
    });
  });

  it.each([
    ["is closed by its state", "已办结,,"],
    ["is closed by its day", ",2023-06-01,"],
    ["is closed whatever its state says", "办理中,2023-06-01,"],
  ])("is not one that %s: it may have been rated", async (_, rest) => {
    await expectExactly(complaints, `${head}${closed}12345热线,2023-05-03,${rest}\n`, {
      "complaints-rated": "至少2",
      "complaints-satisfied": "至少1",
    });
  });

  it("says nothing of what nobody was asked: no column, or none that a row fills", async () => {
    const unknown = { "complaints-rated": "未公布", satisfaction: "未公布" };
    const rows = "12345热线,2023-05-03,办理中\n12345热线,2023-05-03,已办结\n";
    await expectExactly(complaints, `渠道,受理日期,状态\n${rows}`, unknown);
    await expectExactly(
      complaints,
      `渠道,受理日期,状态,满意度\n${rows.replaceAll("\n", ",\n")}`,
      unknown,
    );
  });

  it("cannot be told where neither state nor day is written", async () => {
    await expectExactly(complaints, "渠道,满意度\n12345热线,满意\n12345热线,\n", {
      "complaints-rated": "至少1",
    });
  });
});

describe("an amount that no row writes", () => {
  it.each([
    ["has no column", "执法领域,决定日期,处罚种类,罚款金额\n燃气,2023-05-08,罚款,100\n"],
    [
      "has a blank one",
      "执法领域,决定日期,处罚种类,罚款金额,没收金额\n燃气,2023-05-08,罚款,100,\n",
    ],
    [
      "is of decisions without it",
      "执法领域,决定日期,处罚种类,罚款金额,结案方式\n燃气,2023-05-08,罚款,100,\n燃气,2023-05-08,,,不予处罚\n",
    ],
  ])("%s, and is 未公布, not 0", async (_, csv) => {
    await expectExactly(cases, csv, { fines: "100", confiscations: "未公布" });
  });

  it("is 0 where some row writes so, and where the rows that write it count elsewhere", async () => {
    const head = "执法领域,决定日期,处罚种类,罚款金额,没收金额\n";
    const fined = "燃气,2023-05-08,罚款,100,\n";
    const zero = { fines: "200", confiscations: "0" };
    await expectExactly(cases, `${head}${fined}燃气,2023-05-08,罚款,100,0\n`, zero);
    await expectExactly(cases, `${head}${fined}${fined}燃气,2022-05-08,没收违法所得,,70\n`, zero);
  });
});

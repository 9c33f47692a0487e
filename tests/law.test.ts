/** What the law says of the counting, by small tables worked by hand; rows and SQL say the same. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cases } from "../src/datasets/cases.ts";
import { complaints } from "../src/datasets/complaints.ts";
import { PENALTY_KINDS } from "../src/datasets/decisions.ts";
import type { Dataset } from "../src/datasets/define.ts";
import { litigation } from "../src/datasets/litigation.ts";
import { type DuckDb, startDuckDb } from "./support/duckdb.ts";
import { type Told, threeWays } from "./support/small-table.ts";

let db: DuckDb;
beforeAll(async () => {
  db = await startDuckDb();
});
afterAll(() => db?.close());

/** The same from the rows, by SQL and from the cube; SQL says null where there is no such row. */
async function expectTold(dataset: Dataset, csv: string, expected: Record<string, Told>) {
  for (const { way, told } of await threeWays(db, dataset, csv, Object.keys(expected))) {
    const same = Object.entries(expected).map(([id, value]) => [
      id,
      way === "SQL" && value === 0 ? null : value,
    ]);
    expect(told, way).toEqual(Object.fromEntries(same));
  }
}

describe("the heaviest kind of penalty", () => {
  const head = "执法领域,决定日期,处罚种类,罚款金额,没收金额\n";
  const row = (penalties: string, day = "2023-05-08", fine = "", taken = "") =>
    `燃气,${day},${penalties},${fine},${taken}\n`;

  it.each([
    ["罚款；没收违法所得", "没收违法所得"],
    ["没收违法所得；罚款；没收非法财物", "没收非法财物"],
    ["暂扣许可证件；吊销许可证件", "吊销许可证件"],
    ["降低资质等级；暂扣许可证件", "降低资质等级"],
    ["警告；通报批评", "通报批评"],
    ["警告；罚款", "罚款"],
    ["罚款；其他", "罚款"],
    ["吊销许可证件；责令停产停业；罚款", "责令停产停业"],
    ["限制从业；责令关闭", "限制从业"],
    ["行政拘留；限制从业", "行政拘留"],
    ["其他", "其他"],
  ])("of %s is %s", async (penalties, heaviest) => {
    await expectTold(cases, head + row(penalties), { "penalties-by-kind": { [heaviest]: 1 } });
  });

  it("of any two is the later in the list, in whichever order they are written", async () => {
    const pairs = PENALTY_KINDS.flatMap((light, i) =>
      PENALTY_KINDS.slice(i + 1).flatMap((heavy) => [`${light}；${heavy}`, `${heavy}；${light}`]),
    );
    const expected = PENALTY_KINDS.map((kind, i) => [kind, 2 * i] as const).slice(1);
    await expectTold(cases, head + pairs.map((pair) => row(pair)).join(""), {
      "penalties-by-kind": Object.fromEntries(expected),
    });
  });

  it("counts in the year of the decision, and so do the amounts", async () => {
    const csv =
      head +
      row("罚款", "2022-12-30", "1000") +
      row("罚款；没收违法所得", "2023-01-01", "200", "30") +
      row("警告", "2023-12-31") +
      row("罚款", "", "5");
    await expectTold(cases, csv, {
      "penalties-by-kind": { 没收违法所得: 1, 警告: 1, 罚款: 1 },
      fines: 205,
      confiscations: 30,
    });
  });

  it("counts whether it was revoked later or not", async () => {
    const csv = `执法领域,决定日期,处罚种类,状态,结案方式
燃气,2023-03-01,罚款,已撤销,决定被撤销
燃气,2023-03-01,罚款,已变更,
燃气,2023-03-01,罚款,有效,履行完毕
`;
    await expectTold(cases, csv, { "penalties-by-kind": { 罚款: 3 } });
  });
});

describe("disclosure", () => {
  const head = "执法领域,决定日期,处罚种类,结案方式,公开方式,公示日期\n";

  it("is due of penalties that the bureau publishes", async () => {
    const csv = `${head}燃气,2023-05-08,罚款,履行完毕,公开,2023-05-17
燃气,2023-05-08,罚款,,公开,2023-05-18
燃气,2023-05-08,罚款,,公开,
燃气,2023-05-08,罚款,,仅汇总,
燃气,2023-05-08,罚款,,不公开,
燃气,2023-05-08,,不予处罚,公开,2023-06-30
燃气,2023-05-08,,撤销案件,公开,
燃气,,,终止调查,,
燃气,2022-05-09,罚款,,公开,2022-05-10
`;
    await expectTold(cases, csv, { "disclosures-due": 3, "disclosures-on-time": 1 });
  });

  it("of which nothing says whether it is to be is never late", async () => {
    const late = `${head}燃气,2023-05-08,罚款,,,\n燃气,2023-05-08,罚款,,,2023-09-01\n`;
    await expectTold(cases, late, { "disclosures-due": null, "disclosures-on-time": null });
    await expectTold(cases, `${late}燃气,2023-05-08,罚款,,公开,2023-05-09\n`, {
      "disclosures-due": 1,
      "disclosures-on-time": 1,
    });
  });

  it.each([
    ["no deadline has come", "燃气,2023-12-28,罚款,,公开,2023-12-29\n"],
    ["none is to be published", "燃气,2023-05-08,罚款,,仅汇总,\n燃气,2023-05-08,警告,,不公开,\n"],
    ["nobody was punished", "燃气,2023-05-08,,不予处罚,公开,\n"],
  ])("where %s, none is due, and that is known", async (_, rows) => {
    await expectTold(cases, head + rows, { "disclosures-due": 0 });
  });

  it("of a decision not to punish counts as no penalty either", async () => {
    await expectTold(cases, `${head}燃气,2023-05-08,,不予处罚,,\n燃气,2023-05-08,罚款,,,\n`, {
      "penalties-by-kind": { 罚款: 1 },
    });
  });
});

describe("won and lost", () => {
  const head = "类别,审级,本局地位,状态,结果\n";

  it.each([
    ...["撤销", "部分撤销", "变更", "确认违法", "确认无效", "责令履行", "给付"],
    ...["承担协议责任", "判决赔偿", "限期履行", "判决给付", "判决补偿"],
  ])("%s at first instance is a loss", async (result) => {
    await expectTold(litigation, `${head}行政诉讼,一审,被告,已结,${result}\n`, {
      "litigation-lost": 1,
      "litigation-concluded": 1,
    });
  });

  it.each(["驳回诉讼请求", "驳回起诉", "准许撤诉", "改正后撤诉", "调解", "维持", "其他"])(
    "%s is none",
    async (result) => {
      await expectTold(litigation, `${head}行政诉讼,一审,被告,已结,${result}\n`, {
        "litigation-lost": 0,
        "litigation-concluded": 1,
        "litigation-outcomes": { [result]: 1 },
      });
    },
  );

  it("counts only what was concluded at first instance against the bureau", async () => {
    const csv = `${head}行政诉讼,一审,被告,已结,撤销
行政诉讼,一审,被告,已结,驳回诉讼请求
行政诉讼,一审,被告,已结,不予立案
行政诉讼,一审,被告,已结,移送
行政诉讼,一审,被告,在办,
行政诉讼,一审,第三人,已结,撤销
行政诉讼,二审,上诉人,已结,驳回上诉
行政诉讼,二审,上诉人,已结,撤销
行政诉讼,二审,被上诉人,已结,变更
行政诉讼,二审,被上诉人,已结,发回重审
行政诉讼,二审,被上诉人,已结,驳回上诉
行政诉讼,二审,被上诉人,已结,准许撤诉
行政诉讼,再审,被申请人,已结,确认违法
行政复议,复议,被申请人,已结,撤销
`;
    await expectTold(litigation, csv, {
      "litigation-concluded": 2,
      "litigation-lost": 1,
      "litigation-outcomes": { 撤销: 1, 驳回诉讼请求: 1 },
      "appeal-outcomes": { 维持原判: 2, 改变原判: 2, 发回重审: 1, 没有裁判: 1 },
      "own-appeals-dismissed": 1,
    });
  });

  it("of reconsiderations is what was put right among what was accepted and concluded", async () => {
    const results = [
      ...["变更", "撤销", "部分撤销", "确认违法", "确认无效", "责令履行", "承担协议责任"],
      ...["维持", "驳回复议请求", "驳回复议申请", "撤回申请终止", "改正后终止", "调解"],
    ];
    const row = (result: string, role = "被申请人") => `行政复议,复议,${role},已结,${result}\n`;
    const csv =
      head +
      results.map((result) => row(result)).join("") +
      row("不予受理") +
      row("撤销", "第三人") +
      "行政复议,复议,被申请人,中止,\n";
    await expectTold(litigation, csv, {
      reconsiderations: 15,
      "reconsiderations-concluded": 13,
      "reconsiderations-corrected": 7,
      "reconsideration-outcomes": Object.fromEntries(results.map((result) => [result, 1])),
    });
  });
});

describe("heads in court", () => {
  const head = "类别,审级,本局地位,开庭,负责人出庭\n";

  it("are counted at first instance; where it does not apply nobody is absent", async () => {
    const csv = `${head}行政诉讼,一审,被告,是,是
行政诉讼,一审,被告,是,否
行政诉讼,一审,被告,是,不适用
行政诉讼,一审,被告,否,不适用
行政诉讼,一审,被告,否,
行政诉讼,一审,第三人,是,否
行政诉讼,二审,上诉人,是,否
行政诉讼,再审,被申请人,是,是
行政复议,复议,被申请人,是,是
行政复议,复议,被申请人,是,否
行政复议,复议,被申请人,否,不适用
行政复议,复议,第三人,是,是
`;
    await expectTold(litigation, csv, {
      hearings: 2,
      "head-appearances": 1,
      "hearings-not-applicable": 1,
      "reconsideration-hearings": 2,
      "heads-at-reconsideration-hearings": 1,
    });
  });
});

describe("legal review", () => {
  const head = "执法领域,决定日期,处罚种类,结案方式,应当审核,听证,法制审核\n";
  const csv = `${head}燃气,2023-05-08,罚款,,是,是,是
燃气,2023-05-08,罚款,,是,否,否
燃气,2023-05-08,罚款,,否,是,否
燃气,2023-05-08,罚款,,否,否,是
燃气,,,,是,是,否
燃气,2023-05-08,,不予处罚,是,是,否
燃气,2022-05-08,罚款,,是,是,否
燃气,2023-05-08,罚款,,,,否
`;

  it("is asked of decisions that must be reviewed, and of no others", async () => {
    await expectTold(cases, csv, {
      "reviews-required": 2,
      "reviews-required-done": 1,
      "heard-decisions": 2,
      "heard-decisions-reviewed": 1,
    });
  });

  it("says nothing where no column tells which they are", async () => {
    const csv = "执法领域,决定日期,处罚种类,法制审核\n燃气,2023-05-08,罚款,否\n";
    await expectTold(cases, csv, {
      "reviews-required": null,
      "reviews-required-done": null,
      "heard-decisions": null,
    });
  });
});

describe("tickets", () => {
  const head = "渠道,诉求类型,类别,街道,状态\n";

  it("that went back, were not accepted or are void are in no number", async () => {
    const csv = `${head}12345热线,投诉,噪声,甲,已办结
12345热线,投诉,噪声,甲,办理中
12345热线,咨询,噪声,乙,已办结
12345热线,感谢,噪声,乙,退回
数字城管,投诉,噪声,甲,不予受理
数字城管,投诉,噪声,甲,作废
数字城管,举报,噪声,甲,
公众号,投诉,噪声,甲,退回
公众号,投诉,噪声,甲,
`;
    await expectTold(complaints, csv, {
      complaints: 4,
      "complaints-resolved": 2,
      "other-requests": 1,
      "complaints-by-channel": { "12345热线": 3, 数字城管: 1 },
      "complaints-by-street": { 甲: 3, 乙: 1 },
      "tickets-left-out": { 退回: 1, 不予受理: 1, 作废: 1 },
      messages: 1,
      "messages-left-out": { 退回: 1 },
    });
  });
});

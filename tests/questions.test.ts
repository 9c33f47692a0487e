/** The questions of the home page: each answer true of whatever the data say, and what is said first. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WIDTHS } from "../src/charts/define.ts";
import { tally } from "../src/charts/forms/tally.ts";
import { charts } from "../src/charts/index.ts";
import { plain, render } from "../src/charts/render.ts";
import { NO_ORIGIN } from "../src/figures/origin.ts";
import { readSiteConfig } from "../src/ingest/config/site-config.ts";
import { Problems } from "../src/ingest/problems/problems.ts";
import { comparedWithBefore } from "../src/questions/changes.ts";
import { consistency } from "../src/questions/consistency.ts";
import type { KeptShare } from "../src/questions/define.ts";
import { homeHeadline, homeLead, topicHeadline } from "../src/questions/headline.ts";
import { questions } from "../src/questions/index.ts";
import { earlierTexts, missingText } from "../src/questions/needs.ts";
import { questionsOf, sayQuestions } from "../src/questions/of-site.ts";
import { extremes, moved } from "../src/questions/weigh.ts";
import { topics } from "../src/topics/index.ts";
import { known } from "../src/values/amount.ts";
import { madeSite } from "./support/made-site.ts";

type Rows = Record<string, string>;

const STATED = "指标编号,指标名称,数值,单位,栏目,报告章节\n";
const CASES = "执法领域,决定日期,处罚种类,公开方式,公示日期,法制审核,应当审核,听证,件数\n";
const REVIEWS = "案件编号,审核日期,审核结论,未通过原因\n";
const TICKETS = "渠道,受理日期,应办结日期,办结日期,状态,件数\n";
const SUITS = "类别,审级,诉讼地位,状态,结果,开庭,负责人出庭,件数\n";

const decided = (count: number, disclosed: string, how = "公开") =>
  `燃气,2023-05-08,罚款,${how},${disclosed},,,,${count}\n`;
const reviewed = (count: number, did: string, must = "是", heard = "") =>
  `燃气,2023-05-08,罚款,,,${did},${must},${heard},${count}\n`;
const ticket = (count: number, closed: string) =>
  `12345热线,2023-03-01,2023-03-10,${closed},${closed ? "已办结" : "办理中"},${count}\n`;
const hearing = (count: number, came: string) => `行政诉讼,一审,被告,,,是,${came},${count}\n`;
const suit = (count: number, result: string) => `行政诉讼,一审,被告,已结,${result},,,${count}\n`;
const review = (count: number, result: string) => `行政复议,,被申请人,已结,${result},,,${count}\n`;

const of = (year: number, files: Rows) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${year}/${name}.csv`, text]));

async function answerOf(id: string, files: Rows, settings = "") {
  const site = await madeSite(of(2023, { cases: "执法领域,件数\n燃气,1\n", ...files }), settings);
  const question = questions.find((one) => one.id === id)!;
  const answer = question.answer(site.latest);
  return { ...answer, title: plain(answer.view.title), site, question };
}

type Case = [what: string, files: Rows, said: string | null, title: string, settings?: string];

const TABLES: Record<string, Case[]> = {
  "legal-review": [
    ["all", { cases: CASES + reviewed(12, "是") }, "12件都审核了", "该法制审核的12件处罚都审核了"],
    ["one", { cases: CASES + reviewed(1, "是") }, "1件审核了", "该法制审核的1件处罚审核了"],
    [
      "some not",
      { cases: CASES + reviewed(10, "是") + reviewed(2, "否") },
      "12件里2件没有审核",
      "该法制审核的12件处罚，2件没有审核",
    ],
    [
      "none",
      { cases: CASES + reviewed(3, "否") },
      "3件都没有审核",
      "该法制审核的3件处罚都没有审核",
    ],
    [
      "all, and two that do not say",
      { cases: CASES + reviewed(10, "是") + reviewed(2, "") },
      "写明的10件都审核了，另有2件没有写审核了没有",
      "该法制审核的12件处罚，10件审核了，2件没有写审核了没有",
    ],
    [
      "one not, and one that does not say",
      { cases: CASES + reviewed(1, "否") + reviewed(1, "") },
      "写明的1件没有审核，另有1件没有写审核了没有",
      "该法制审核的2件处罚，1件没有审核，1件没有写审核了没有",
    ],
    [
      "only those that need none say",
      { cases: CASES + reviewed(3, "") + reviewed(1, "否", "否") },
      null,
      "该法制审核的处罚审核了没有，未公布",
    ],
    [
      "heard, and one that does not say",
      { cases: CASES + reviewed(4, "是", "", "是") + reviewed(1, "", "", "是") },
      "听证过的写明的4件都审核了，另有1件没有写审核了没有",
      "听证过的处罚，写明的4件都审核了，另有1件没有写审核了没有；其余该审核的未公布",
    ],
    [
      "nothing to review",
      {
        indicators: `${STATED}reviews-required,应审,0,件,案件,一\nreviews-required-done,审了,0,件,案件,一\n`,
      },
      "没有应当审核的",
      "全年没有应当法制审核的处罚",
    ],
    [
      "only those heard are known",
      { cases: CASES + reviewed(4, "是", "", "是") },
      "听证过的4件都审核了",
      "听证过的处罚，4件都审核了；其余该审核的未公布",
    ],
    [
      "sums in other units",
      {
        indicators: `${STATED}legal-reviews,审核,76,件次,案件,一\nlegal-reviews-passed,通过,41,件,案件,一\n`,
      },
      null,
      "该法制审核的处罚审核了没有，未公布",
    ],
  ],
  disclosure: [
    [
      "all in time",
      { cases: CASES + decided(12, "2023-05-17") },
      "12件都按时",
      "12件该公开的处罚都按时公开了",
    ],
    [
      "some late, some never",
      { cases: CASES + decided(30, "2023-05-17") + decided(5, "2023-05-18") + decided(5, "") },
      "40件里10件没有按时",
      "40件该公开的处罚里，10件没有按时公开",
    ],
    [
      "hundreds",
      { cases: CASES + decided(182, "2023-05-17") + decided(18, "2023-06-30") },
      "每100件有9件没有按时",
      "该公开的处罚每100件有9件没有按时公开",
    ],
    [
      "few of very many",
      { cases: CASES + decided(9979, "2023-05-17") + decided(21, "2023-06-30") },
      "每1000件约有2件没有按时",
      "该公开的处罚每1000件约有2件没有按时公开",
    ],
    [
      "hardly any of very many",
      { cases: CASES + decided(99999, "2023-05-17") + decided(1, "2023-06-30") },
      "100,000件里1件没有按时",
      "100,000件该公开的处罚里，1件没有按时公开",
    ],
    [
      "nearly all of very many",
      { cases: CASES + decided(1, "2023-05-17") + decided(99999, "2023-06-30") },
      "100,000件里99,999件没有按时",
      "100,000件该公开的处罚里，99,999件没有按时公开",
    ],
    [
      "none",
      { cases: CASES + decided(3, "") + decided(1, "2023-06-30") },
      "4件都没有按时",
      "4件该公开的处罚都没有按时公开",
    ],
    [
      "none due by the end of the data",
      {
        indicators: `${STATED}disclosures-due,应,0,件,案件,一\ndisclosures-on-time,按时,0,件,案件,一\n`,
      },
      "没有该公开、已到期的",
      "没有该公开、公示期限已到的处罚",
    ],
    [
      "only the rate",
      { indicators: `${STATED}disclosure-on-time-rate,率,96.5,%,案件,一\n` },
      "按时率96.5%",
      "该公开的处罚：按时公开率96.5%",
    ],
    [
      "an at-least number",
      {
        indicators: `${STATED}disclosures-due,应,30余,件,案件,一\ndisclosures-on-time,按时,28,件,案件,一\n`,
      },
      "到期的30余件，按时公开28件",
      "该公开的处罚：到期的30余件，按时公开28件",
    ],
    [
      "more in time than due",
      {
        indicators: `${STATED}disclosures-due,应,30,件,案件,一\ndisclosures-on-time,按时,38,件,案件,一\n`,
      },
      "到期的30件，按时公开38件",
      "该公开的处罚：到期的30件，按时公开38件",
    ],
    [
      "no more than how many were disclosed",
      { indicators: `${STATED}penalty-disclosures,公示,37,条,案件,一\n` },
      null,
      "该公开的处罚是否按时公开，未公布",
    ],
  ],
  "licence-terms": [
    [
      "no application in the year",
      { indicators: `${STATED}licences,许可,0,件,监督,一\n` },
      "没有到期的",
      "没有到期的许可申请",
    ],
    [
      "only how many there were",
      { indicators: `${STATED}licences,许可,5,件,监督,一\n` },
      null,
      "到期的许可申请是否按时决定，未公布",
    ],
  ],
  requests: [
    [
      "none in the year",
      { indicators: `${STATED}complaints,诉求,0,件,投诉,一\n` },
      "没有到期的",
      "没有到期的诉求",
    ],
    [
      "all in time",
      { complaints: TICKETS + ticket(25, "2023-03-05") },
      "25件都按时",
      "25件到期的诉求都按时办结了",
    ],
    [
      "some late and some open",
      { complaints: TICKETS + ticket(60, "2023-03-05") + ticket(5, "2023-03-12") + ticket(1, "") },
      "66件里6件没有按时",
      "66件到期的诉求里，6件没有按时办结",
    ],
    [
      "all resolved, nobody says when",
      {
        indicators: `${STATED}complaints,受理,1472,件,投诉,一\ncomplaints-resolved,办结,1472,件,投诉,一\n`,
      },
      null,
      "到期的诉求是否按时办结，未公布",
    ],
  ],
  "heads-in-court": [
    ["all", { litigation: SUITS + hearing(10, "是") }, "10起都到了", "一审开庭10起，负责人都到了"],
    ["one", { litigation: SUITS + hearing(1, "是") }, "1起到了", "一审开庭1起，负责人到了"],
    [
      "some",
      { litigation: SUITS + hearing(12, "是") + hearing(1, "否") },
      "13起到了12起",
      "一审开庭13起，负责人到了12起",
    ],
    [
      "none came",
      { litigation: SUITS + hearing(3, "否") },
      "3起都没有到",
      "一审开庭3起，负责人都没有到",
    ],
    [
      "no hearing",
      {
        indicators: `${STATED}hearings,开庭,0,起,诉讼复议,一\nhead-appearances,出庭,0,起,诉讼复议,一\n`,
      },
      "全年没有开庭",
      "全年没有一审开庭",
    ],
    [
      "the data of half a year",
      {
        indicators: `${STATED}hearings,开庭,0,起,诉讼复议,一\nhead-appearances,出庭,0,起,诉讼复议,一\n`,
      },
      "截至2023年6月30日没有开庭",
      "截至2023年6月30日没有一审开庭",
      "年度: { 2023: { 截至: 2023-06-30 } }\n",
    ],
    [
      "the hearings alone",
      { indicators: `${STATED}hearings,开庭,12,起,诉讼复议,一\n` },
      null,
      "一审开庭12起，负责人到了几起未公布",
    ],
    [
      "only the rate",
      { indicators: `${STATED}head-appearance-rate,率,100,%,诉讼复议,一\n` },
      "负责人出庭率100%",
      "负责人出庭率100%",
    ],
    [
      "nothing but suits",
      { litigation: "类别,件数\n行政诉讼,4\n" },
      null,
      "开庭几起、负责人到了几起，未公布",
    ],
  ],
  lost: [
    [
      "no suit and no reconsideration",
      {
        indicators: `${STATED}litigation,诉讼,0,件,诉讼复议,一\nreconsiderations,复议,0,件,诉讼复议,一\n`,
      },
      "没有官司，没有复议",
      "没有官司；没有复议",
    ],
    [
      "no suit, and reconsiderations of unknown results",
      {
        indicators: `${STATED}litigation,诉讼,0,件,诉讼复议,一\nreconsiderations,复议,2,件,诉讼复议,一\n`,
      },
      "没有官司，复议的结果未公布",
      "没有官司；复议的结果未公布",
    ],
    [
      "some of each",
      {
        litigation:
          SUITS +
          suit(13, "驳回诉讼请求") +
          suit(4, "撤销") +
          review(19, "维持") +
          review(1, "确认违法"),
      },
      "官司17件败诉4件，复议20件被纠正1件",
      "官司审结17件，败诉4件；复议审结20件，被纠正1件",
    ],
    [
      "none of either",
      { litigation: SUITS + suit(2, "准许撤诉") + review(3, "维持") },
      "官司2件没有败诉，复议3件没有被纠正",
      "官司审结2件，没有败诉；复议审结3件，没有被纠正",
    ],
    [
      "all",
      { litigation: SUITS + suit(2, "变更") + review(1, "撤销") },
      "官司2件败诉2件，复议1件被纠正1件",
      "官司审结2件，败诉2件；复议审结1件，被纠正1件",
    ],
    [
      "an appeal is of the same dispute",
      {
        litigation: `${SUITS + suit(3, "撤销")}行政诉讼,二审,上诉人,已结,驳回上诉,,,3\n${review(1, "维持")}`,
      },
      "官司3件败诉3件，复议1件没有被纠正",
      "官司审结3件，败诉3件；复议审结1件，没有被纠正",
    ],
    [
      "reconsiderations unknown",
      { litigation: SUITS + suit(3, "撤销") },
      "官司3件败诉3件，复议的结果未公布",
      "官司审结3件，败诉3件；复议的结果未公布",
    ],
    [
      "instances without results",
      { litigation: "类别,审级,件数\n行政诉讼,一审,10\n行政诉讼,二审,7\n" },
      null,
      "官司败了几件、复议被纠正几件，未公布",
    ],
  ],
  consistency: [
    [
      "all agree",
      { indicators: `${STATED}cases,案件,1,件,案件,一\ncases,案件,1,件,案件,三\n` },
      "2处都对得上",
      "核对了2处数字，都对得上",
    ],
    [
      "one does not",
      {
        indicators: `${STATED}licences,许可,6,件,监督,一\nlicences,许可,8,件,监督,三\ncases,案件,1,件,案件,三\n`,
      },
      "2处对上1处",
      "核对了2处数字，1处对不上",
    ],
    [
      "it was corrected",
      {
        indicators: `${STATED}licences,许可,6,件,监督,一\nlicences,许可,8,件,监督,三\ncases,案件,1,件,案件,三\n`,
        notes: "核对编号,说明,状态,日期\nlicences-passages,应为6件,已更正,2024-02-18\n",
      },
      "2处对上1处，1处已更正",
      "核对了2处数字，1处原来对不上、已更正",
    ],
    ["nothing to check", {}, null, "没有可以核对的数字"],
  ],
};

it("where nothing can be checked, that is said, and nothing is drawn", async () => {
  const site = await madeSite(
    of(2023, { indicators: `${STATED}other-number,别的,3,件,案件,一\n` }),
  );
  const { unsaid, view } = consistency.answer(site.latest);
  expect([unsaid, view.form]).toEqual(["没有可以核对的数字", null]);
  expect(view.items.map(({ label, amount }) => [label, amount])).toEqual([
    ["可以核对的数字", known(0)],
  ]);
});

describe.each(Object.entries(TABLES))("%s", (id, table) => {
  it.each(table)("%s", async (_, files, said, title, settings) => {
    const answer = await answerOf(id, files, settings);
    expect(answer.said?.replaceAll("\u200b", "") ?? null).toBe(said);
    expect(answer.title).toBe(title);
  });
});

it.each([
  ["licence-terms", "licences,许可,0,件,监督,一"],
  ["requests", "complaints,诉求,0,件,投诉,一"],
  ["lost", "litigation,诉讼,0,件,诉讼复议,一"],
])("that there was nothing to ask of has its source: %s", async (id, row) => {
  const { view } = await answerOf(id, { indicators: `${STATED}${row}\n` });
  expect(view.items[0]!.origin).not.toEqual(NO_ORIGIN);
});

describe("the yearly papers", () => {
  it.each([
    ["", null, "三份年度报告的公布日期，未公布"],
    [
      "年度文件: { 2023: { 执法统计年报: 2024-01-25, 政府信息公开年报: 2024-02-03 } }\n",
      "按时1份，晚于期限1份，日期没有公布1份",
      "年度报告：按时1份，晚于期限1份，日期没有公布1份",
    ],
    [
      "年度文件: { 2023: { 执法统计年报: 2024-01-31 } }\n",
      "期限当天1份，日期没有公布2份",
      "年度报告：期限当天1份，日期没有公布2份",
    ],
  ])("%j", async (settings, said, title) => {
    const answer = await answerOf("papers", {}, settings);
    expect([answer.said, answer.title]).toEqual([said, title]);
    const tally = answer.shares[0];
    // What came on the day itself, or nobody knows when, is neither kept nor missed.
    expect(tally?.asked ?? 0).toBe(settings.includes("01-25") ? 2 : 0);
  });
});

describe("what became of the cases that were reviewed", () => {
  const rows = (...lines: string[]) => ({ legal_reviews: REVIEWS + lines.join("\n") });
  it.each([
    [
      rows(
        "一,2023-01-01,通过,",
        "二,2023-01-01,未通过,",
        "二,2023-01-09,通过,",
        "三,2023-01-02,未通过,",
      ),
      "送审3件，退回2件：补正1次通过1件、还没有通过1件",
    ],
    [rows("一,2023-01-01,通过,"), "送审1件，没有退回的"],
    [
      rows("一,2023-01-01,未通过,", "一,2023-01-09,未通过,", "一,2023-02-01,通过,"),
      "送审1件，退回1件：补正2次通过1件",
    ],
  ])("%j", async (files, text) => {
    expect((await answerOf("legal-review", files)).more).toContain(text);
  });

  it("in the bureau's own words for a conclusion", async () => {
    const site = await madeSite({
      "vocabularies.yaml":
        "执法领域:\n  燃气:\n审核结论: { 同意: { 归类: 通过 }, 退回补正: { 归类: 未通过 } }\n",
      "2023/legal_reviews.csv": `${REVIEWS}一,2023-01-01,退回补正,\n一,2023-01-09,同意,\n`,
    });
    const { more } = questions.find(({ id }) => id === "legal-review")!.answer(site.latest);
    expect(more).toContain("送审1件，退回1件：补正1次通过1件");
  });
});

describe("how long it took", () => {
  it.each([
    ["2023-03-05", "已办结的诉求，九成在4天内办结"],
    ["2023-03-01", "已办结的诉求，九成当天办结"],
  ])("closed on %s", async (closed, text) => {
    const { more } = await answerOf("requests", { complaints: TICKETS + ticket(25, closed) });
    expect(more).toContain(text);
  });
});

describe("an answer that cannot be given", () => {
  it("says in a citizen's words what is missing, and nothing that is there", async () => {
    const none = await answerOf("disclosure", {});
    expect(missingText(none.site.latest, none.question)).toBe(
      "没有公布每件处罚的决定日期、该不该公开、公示日期",
    );
    const half = await answerOf("disclosure", { cases: CASES + decided(3, "", "") });
    expect(half.said).toBeNull();
    expect(missingText(half.site.latest, half.question)).toBe(
      "没有公布每件处罚的该不该公开、公示日期",
    );
  });

  it("is drawn dashed, with 未公布", async () => {
    for (const { id } of questions.filter(({ id }) => id !== "licence-terms")) {
      const { view, said, unsaid } = await answerOf(id, {
        litigation: "类别,件数\n行政诉讼,4\n",
      });
      // Where there is nothing to ask of, nothing is missing.
      if (said !== null || unsaid !== undefined) continue;
      const drawn = view.form?.draw(328) ?? "";
      expect(drawn, id).toMatch(/stroke-dasharray/);
      expect(drawn, id).toContain("未公布");
      expect(drawn, id).not.toContain('fill="var(--mark)"');
    }
  });
});

const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe("which questions are asked", () => {
  const courts = { "2023/litigation.csv": SUITS + hearing(2, "是") };
  const penalties = { "2023/cases.csv": CASES + decided(3, "") };

  it("those of the topics that the body has, and of the site itself", async () => {
    expect(ids(questionsOf(await madeSite(penalties)))).toEqual([
      "legal-review",
      "disclosure",
      "consistency",
      "papers",
    ]);
    expect(ids(questionsOf(await madeSite(courts)))).toEqual([
      "heads-in-court",
      "lost",
      "consistency",
      "papers",
    ]);
  });

  it("site.yaml orders them and leaves some out", async () => {
    const site = await madeSite(
      { ...penalties, ...courts },
      "问题: [负责人出庭, { 名称: 法制审核, 显示: 否 }, { 名称: 年度报告 }]\n",
    );
    expect(ids(questionsOf(site))).toEqual([
      "heads-in-court",
      "papers",
      "disclosure",
      "lost",
      "consistency",
    ]);
  });

  it.each([
    ["问题: [出庭]", "没有“出庭”这个问题", "是不是“负责人出庭”？"],
    ["问题: [信访]", "没有“信访”这个问题", "可用的有：法制审核、按时公开"],
    ["问题: 负责人出庭", "看不出是哪些问题", "写成 问题: [负责人出庭"],
    ["问题: [{ 名称: 负责人出庭, 显示: 不 }]", "显示只写“是”或“否”", "显示: 否"],
    ["问题: [{ 名字: 负责人出庭 }]", "没有这一项", "是不是“名称”？"],
    ["问题: [年度报告, 年度报告]", "一个问题写了两次", "每个问题只写一次"],
  ])("%j is told what is wrong", (settings, why, fix) => {
    const problems = new Problems();
    const config = readSiteConfig(
      `数据性质: 演示\n单位名称: 某局\n网站名称: 公开\n${settings}\n`,
      problems,
    );
    if (config) sayQuestions({ config }, problems);
    const told = problems.list.filter(({ code }) => code === "yaml-field");
    expect(told.map((one) => one.why).join()).toContain(why);
    expect(told.map((one) => one.fix).join()).toContain(fix);
  });
});

describe("the headline", () => {
  const headlineOf = async (files: Rows, settings = "") => {
    const site = await madeSite(files, settings);
    return plain(homeHeadline(site.latest, questionsOf(site)));
  };
  const many = (year: number, { late = 0, lost = 0, missed = 0 }) => ({
    ...of(year, {
      cases: `执法领域,决定日期,处罚种类,公开方式,公示日期,件数\n${[
        [200 - late, `${year}-05-10`],
        [late, ""],
      ]
        .filter(([count]) => count)
        .map(([count, day]) => `燃气,${year}-05-08,罚款,公开,${day},${count}\n`)
        .join("")}`,
      litigation:
        SUITS +
        (lost < 20 ? suit(20 - lost, "驳回诉讼请求") : "") +
        (lost > 0 ? suit(lost, "撤销") : "") +
        hearing(20 - missed, "是") +
        (missed > 0 ? hearing(missed, "否") : ""),
    }),
  });

  it("says first of what the greatest share was missed, then of what the least", async () => {
    expect(await headlineOf(many(2023, { late: 20, lost: 5 }))).toBe(
      "官司审结20件，败诉5件；一审开庭20起，负责人都到了",
    );
  });

  it("of what all was kept it says the two with the most matters", async () => {
    expect(await headlineOf(many(2023, {}))).toBe(
      "200件该公开的处罚都按时公开了；一审开庭20起，负责人都到了",
    );
  });

  it("does not rank shares of fewer than ten", async () => {
    const files = many(2023, { late: 20 });
    files["2023/litigation.csv"] = SUITS + suit(1, "撤销") + hearing(2, "是");
    expect(await headlineOf(files)).toBe(
      "该公开的处罚每100件有10件没有按时公开；另有三个问题还不能回答",
    );
  });

  it("with few matters everywhere it says what there is", async () => {
    expect(
      await headlineOf(of(2023, { litigation: SUITS + suit(1, "撤销") + hearing(2, "是") })),
    ).toBe("官司审结1件，败诉1件；一审开庭2起，负责人都到了");
  });

  it.each([
    ["0", "到期的诉求：按时办结率0%；一审开庭20起，负责人都到了"],
    ["60", "到期的诉求：按时办结率60%；一审开庭20起，负责人都到了"],
    ["100", "官司审结20件，败诉5件；一审开庭20起，负责人都到了", 5],
    ["90", "官司审结20件，败诉5件；一审开庭20起，负责人都到了", 5],
  ])(
    "a rate without its counts, %s%, is weighed with the others",
    async (rate, headline, lost = 0) => {
      const files = many(2023, { late: 1, lost });
      files["2023/indicators.csv"] = `${STATED}on-time-rate,按时办结率,${rate},%,投诉,一\n`;
      expect(await headlineOf(files)).toBe(headline);
    },
  );

  it("names the time that is not a whole year", async () => {
    expect(
      await headlineOf(many(2023, { lost: 5 }), "年度: { 2023: { 截至: 2023-11-30 } }\n"),
    ).toMatch(/^截至2023年11月30日，官司审结20件/);
  });

  it("is not the same two years running where another answer moved", async () => {
    const before = many(2022, { late: 30, lost: 10, missed: 0 });
    expect(await headlineOf({ ...before, ...many(2023, { late: 8, lost: 10 }) })).toBe(
      "官司审结20件，败诉10件；该公开的处罚每100件有4件没有按时公开",
    );
    expect(await headlineOf({ ...before, ...many(2023, { late: 31, lost: 10 }) })).toBe(
      "官司审结20件，败诉10件；一审开庭20起，负责人都到了",
    );
  });

  it("of no answer it says that none is published", async () => {
    const site = await madeSite(of(2023, { indicators: `${STATED}other,别的,3,件,诉讼复议,一\n` }));
    expect(plain(homeHeadline(site.latest, questionsOf(site)))).toBe(
      "2023年的四个问题，答案都未公布",
    );
    expect(homeLead(site.latest, questionsOf(site))).toContain("都还不能回答");
  });

  it("never counts work", async () => {
    const site = await madeSite(many(2023, { late: 3, lost: 2 }));
    expect(homeHeadline(site.latest, questionsOf(site))).not.toMatch(/办案|受理|被诉/);
  });
});

it("of marks that are counted no line holds one or two alone, and none is outside", () => {
  for (const width of Object.values(WIDTHS)) {
    for (let count = 1; count <= 60; count++) {
      const part = { label: "件", unit: "件", amount: known(count), origin: NO_ORIGIN };
      const svg = tally([{ parts: [{ ...part, look: "done" }] }])!.draw(width);
      const squares = [...svg.matchAll(/<rect\b([^>]*)>/g)]
        .map(([, text = ""]) =>
          Object.fromEntries(
            text.matchAll(/(\w+)="([\d.]+)"/g).map(([, key, value]) => [key, Number(value)]),
          ),
        )
        .slice(0, count);
      const lines = [...Map.groupBy(squares, ({ y }) => y).values()];
      const short = lines.length > 1 ? lines.at(-1)!.length : 3;
      expect(short, `${count} at ${width}`).toBeGreaterThan(2);
      for (const { x = 0, width: wide = 0 } of squares) expect(x + wide).toBeLessThanOrEqual(width);
    }
  }
});

describe("a topic's headline", () => {
  const headlineOf = async (id: string, files: Rows, settings = "") => {
    const site = await madeSite(of(2023, files), settings);
    const topic = topics.find((one) => one.id === id)!;
    return plain(topicHeadline(site.latest, topic, questionsOf(site)));
  };
  const late = TICKETS + ticket(8, "2023-03-05") + ticket(2, "2023-03-20");
  const stated = (id: string, value: string, unit: string, topic: string) =>
    `${STATED}${id},数,${value},${unit},${topic},一\n`;

  it.each<[string, string, Rows, string, string?]>([
    [
      "one answer, and what else it found",
      "complaints",
      { complaints: late },
      "10件到期的诉求里，2件没有按时办结；已办结的，一半在4天内办结",
    ],
    [
      "the worst answer, then the best",
      "litigation",
      { litigation: SUITS + suit(15, "驳回诉讼请求") + suit(5, "撤销") + hearing(12, "是") },
      "官司审结20件，败诉5件；一审开庭12起，负责人都到了",
    ],
    [
      "a few that were missed, before many of which nothing was",
      "litigation",
      { litigation: SUITS + suit(3, "驳回诉讼请求") + suit(1, "撤销") + hearing(12, "是") },
      "官司审结4件，败诉1件；一审开庭12起，负责人都到了",
    ],
    [
      "one answer, and one that cannot be given",
      "litigation",
      { litigation: SUITS + hearing(12, "是") },
      "一审开庭12起，负责人都到了；败诉和纠错还不能回答",
    ],
    [
      "no answer: the numbers of the topic",
      "complaints",
      { indicators: stated("complaints", "30", "件", "投诉") },
      "受理诉求工单30件",
    ],
    [
      "a rate without its counts",
      "complaints",
      { indicators: stated("on-time-rate", "95", "%", "投诉") },
      "到期的诉求：按时办结率95%",
    ],
    [
      "nothing was due: no share to tell of",
      "litigation",
      { litigation: `${SUITS}行政诉讼,一审,被告,在办,,,,3\n` },
      "被诉3件",
    ],
    [
      "part of a year says so",
      "complaints",
      { complaints: late },
      "截至2023年11月30日，10件到期的诉求里，2件没有按时办结；已办结的，一半在4天内办结",
      "年度: { 2023: { 截至: 2023-11-30 } }\n",
    ],
    [
      "a topic of which nothing is asked",
      "publicity",
      { indicators: stated("publicity-events", "12", "次", "普法") },
      "普法宣传全年12次",
    ],
  ])("%s", async (_, id, files, headline, settings) => {
    expect(await headlineOf(id, files, settings)).toBe(headline);
  });
});

describe("against the year before", () => {
  const told = async (files: Rows, settings = "") => {
    const site = await madeSite(files, settings);
    return comparedWithBefore(site.latest, questionsOf(site));
  };
  const heard = (year: number, came: number, missed: number) =>
    of(year, {
      litigation:
        SUITS + (came > 0 ? hearing(came, "是") : "") + (missed > 0 ? hearing(missed, "否") : ""),
    });

  it.each([
    [[19, 0], [12, 1], "负责人没有到的一审开庭，从19起里0起变为13起里1起。"],
    [[5, 5], [10, 0], "负责人没有到的一审开庭，从10起里5起变为10起里0起。"],
    [[90, 0], [0, 80], "负责人没有到的一审开庭，从90起里0起变为80起全部。"],
    [[0, 40], [50, 0], "负责人没有到的一审开庭，从40起全部变为50起里0起。"],
    [[12, 0], [0, 1], "负责人没有到的一审开庭，从12起里0起变为1起里1起。"],
    [[80, 20], [95, 5], "负责人没有到的一审开庭，从100起里20起（20%）变为100起里5起（5%）。"],
    [
      [9200, 800],
      [9300, 700],
      "负责人没有到的一审开庭，从10,000起里800起（8%）变为10,000起里700起（7%）。",
    ],
    // Of 95 and 96 that came; of those who did not a sixth fewer.
    [
      [9536, 464],
      [9605, 395],
      "负责人没有到的一审开庭，从10,000起里464起（5%）变为10,000起里395起（4%）。",
    ],
  ])("%j, then %j", async (before, now, sentence) => {
    const compared = await told({
      ...heard(2022, before[0]!, before[1]!),
      ...heard(2023, now[0]!, now[1]!),
    });
    expect(compared).toEqual({ year: 2022, sentences: [sentence] });
  });

  it.each([
    [
      [10, 1],
      [12, 1],
    ],
    [
      [10, 0],
      [7, 0],
    ],
    [
      [99, 1],
      [100, 1],
    ],
    // 7% and 6.6%, which a title of the years calls almost the same.
    [
      [9300, 700],
      [9340, 660],
    ],
  ])("%j, then %j is no change that matters", async (before, now) => {
    const compared = await told({
      ...heard(2022, before[0]!, before[1]!),
      ...heard(2023, now[0]!, now[1]!),
    });
    const isSame = before.join() === now.join();
    expect(compared?.sentences).toEqual([
      isSame ? "能比较的答案，没有变。" : "能比较的答案，没有明显的变化。",
    ]);
  });

  it.each([
    ["100", "0", ["诉求工单按时办结率从100%变为0%。"]],
    ["92.5", "95", ["诉求工单按时办结率从92.5%变为95%。"]],
    ["92.5", "92.6", ["能比较的答案，没有明显的变化。"]],
    ["95", "95", ["能比较的答案，没有变。"]],
  ])("rates without counts, %s% and then %s%", async (before, now, sentences) => {
    const rate = (year: number, value: string) =>
      of(year, { indicators: `${STATED}on-time-rate,按时办结率,${value},%,投诉,一\n` });
    const compared = await told({ ...rate(2022, before), ...rate(2023, now) });
    expect(compared?.sentences).toEqual(sentences);
  });

  it("compares no part of a year with a whole one, and none with a year that is not there", async () => {
    const two = { ...heard(2022, 20, 0), ...heard(2023, 10, 10) };
    expect((await told(two, "年度: { 2023: { 截至: 2023-11-30 } }\n"))?.sentences).toEqual([
      "两年的数据期间不同，不比较。",
    ]);
    expect(await told(heard(2023, 10, 10))).toBeNull();
    expect(await told({ ...heard(2021, 20, 0), ...heard(2023, 10, 10) })).toBeNull();
  });

  it("tells the years before with what they are of", async () => {
    const site = await madeSite({ ...heard(2022, 19, 0), ...heard(2023, 12, 1) });
    const question = questions.find(({ id }) => id === "heads-in-court")!;
    expect(earlierTexts(site.latest, question)).toEqual(["2022年：19起都到了"]);
  });
});

describe("what stands out", () => {
  const tally = fc.record({ asked: fc.nat({ max: 400 }), part: fc.nat({ max: 100 }) }).map(
    ({ asked, part }): KeptShare => ({
      of: "",
      figures: [],
      asked,
      missed: Math.floor((asked * part) / 100),
      unit: "件",
      clause: "",
      missedLabel: "",
    }),
  );

  it("is a share of fewer than ten only where no larger one missed anything, and the best is not worse than the worst", () => {
    fc.assert(
      fc.property(fc.array(tally, { maxLength: 9 }), (all) => {
        const { worst, best } = extremes(all);
        expect(worst === null).toBe(all.every(({ asked }) => asked === 0));
        const large = all.filter(({ asked }) => asked >= 10);
        if (best && large.length > 0) expect(best.asked).toBeGreaterThan(9);
        if (worst && large.some(({ missed }) => missed > 0)) expect(worst.asked).toBeGreaterThan(9);
        // Never praise alone where something was missed.
        expect(worst?.missed ?? 0).toBeGreaterThanOrEqual(
          all.some(({ missed }) => missed > 0) ? 1 : 0,
        );
        if (worst && best)
          expect(best.missed / best.asked).toBeLessThanOrEqual(worst.missed / worst.asked);
      }),
    );
  });

  it("a change has a size, and none where nothing was missed or all was", () => {
    fc.assert(
      fc.property(tally, tally, (a, b) => {
        if (a.asked === 0 || b.asked === 0) return;
        expect(moved(a, b)).toBeGreaterThanOrEqual(0);
        expect(moved(a, a)).toBe(0);
      }),
    );
  });
});

it("no question has the address of a chart", () => {
  const all = [...ids(charts), ...ids(questions)];
  expect(new Set(all).size).toBe(all.length);
  expect(new Set(questions.map(({ name }) => name)).size).toBe(questions.length);
  expect(ids(questions).filter((id) => /^\d+$/.test(id))).toEqual([]);
});

it("whatever the data: no text of a drawing is longer than it, no sentence is broken", async () => {
  const number = fc.oneof(fc.nat({ max: 70 }), fc.constantFrom(0, 1, 123456));
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(number, number, number, number, number, number, number, number),
      async ([a, b, c, d, e, f, g, h]) => {
        const site = await madeSite(
          of(2023, {
            cases: CASES + decided(a, "2023-05-17") + decided(b, "") + reviewed(c, "否"),
            litigation:
              SUITS +
              suit(d, "撤销") +
              suit(e, "调解") +
              review(f, "维持") +
              hearing(g, "是") +
              hearing(h, "否"),
          }),
        );
        const asked = questionsOf(site);
        for (const { chart, answer } of asked) {
          const { alt, view } = render(site, chart, site.latest);
          const { said, more, brief } = answer(site.latest);
          for (const text of [alt, view.title, said ?? "", ...more, brief, ...view.notes]) {
            expect(text).not.toMatch(/undefined|NaN|null|，，|；；|。。|^[，；。]/);
          }
          for (const width of [328, 680] as const) {
            const svg = view.form?.draw(width) ?? "";
            expect(svg).not.toMatch(/NaN|undefined/);
          }
        }
        expect(homeHeadline(site.latest, asked)).not.toMatch(/undefined|NaN|；$|^；/);
      },
    ),
    { seed: 16, numRuns: 60 },
  );
});

/** Titles, leads and text alternatives stay true whatever the data say. No browser. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wrap } from "../src/charts/forms/svg.ts";
import { way } from "../src/charts/forms/way.ts";
import { charts } from "../src/charts/index.ts";
import { type Rendered, render } from "../src/charts/render.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { wordForm } from "../src/ingest/text/tidy.ts";
import { loadSite } from "../src/load/load-site.ts";
import { metrics } from "../src/metrics/index.ts";
import { fitted, linesOf } from "../src/questions/fitted.ts";
import { homeHeadline, homeLead, topicHeadline } from "../src/questions/headline.ts";
import { questions } from "../src/questions/index.ts";
import { questionsOf } from "../src/questions/of-site.ts";
import { proseHtml } from "../src/report/live.ts";
import type { Site } from "../src/site/year.ts";
import { largestOf } from "../src/text/of-whole.ts";
import { periodsOf, weekdays } from "../src/text/periods.ts";
import { LONG_BELOW, phrases } from "../src/text/phrases.ts";
import { enumerate } from "../src/text/sentences.ts";
import { sideBySide } from "../src/text/side-by-side.ts";
import { largest } from "../src/text/standing-out.ts";
import { linePieces } from "../src/text/whole.ts";
import { topics } from "../src/topics/index.ts";
import { type Amount, known, UNKNOWN_AMOUNT } from "../src/values/amount.ts";
import { KAILI } from "./support/kaili.ts";

/** The real data without the report's prose, which names single groups. */
const REAL = Object.fromEntries(
  readdirSync(KAILI, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /\.(?:csv|yaml)$/.test(file))
    .map((file) => [file, readFileSync(join(KAILI, file), "utf8")]),
);

type Changes = Record<string, string | null | ((text: string) => string)>;

/** The real data with some files changed; null takes a file away. */
async function siteOf(changes: Changes): Promise<Site> {
  const files = { ...REAL };
  for (const [file, change] of Object.entries(changes)) {
    if (change === null) delete files[file];
    else files[file] = typeof change === "string" ? change : change(files[file] ?? "");
  }
  const { site, problems } = await loadSite(memoryFolder(files));
  if (site) return site;
  throw new Error(JSON.stringify(problems.filter(({ severity }) => severity === "error")));
}

const plain = (text: string) => text.replace(/\u200b/g, "");
function chartOf(site: Site, id: string): Rendered {
  const chart = charts.find((one) => one.id === id);
  if (!chart) throw new Error(`no chart ${id}`);
  return render(site, chart, site.latest);
}
function headlineOf(site: Site, id: string): string {
  if (id === "home") return plain(homeHeadline(site.latest, questionsOf(site)));
  return plain(topics.find((topic) => topic.id === id)!.headline(site.latest));
}

const CASES = "2023/cases.csv";
const INDICATORS = "2023/indicators.csv";
const LITIGATION = "2023/litigation.csv";
const PUBLICITY = "2023/publicity.csv";
/** Of the bureau's own people: 形式,次数. */
const learning = (...rows: string[]) =>
  `形式,对象,次数\n${rows.map((row) => row.replace(",", ",本单位人员,")).join("\n")}\n`;
const COMPLAINTS = "2023/complaints.csv";
const VOCABULARIES = "vocabularies.yaml";
const REVIEWS = "2023/legal_reviews.csv";

const cases = (...rows: string[]) => ["执法领域,件数", ...rows, ""].join("\n");
/** indicators.csv with the values of some rows replaced: `cases: ["10"]`, an empty list takes them out. */
const stated = (values: Record<string, readonly string[]>) => (text: string) => {
  const seen = new Map<string, number>();
  return text
    .split("\n")
    .flatMap((line) => {
      const [id = "", label, , ...rest] = line.split(",");
      const wanted = values[id];
      if (!wanted) return [line];
      const n = seen.get(id) ?? 0;
      seen.set(id, n + 1);
      return n < wanted.length ? [[id, label, wanted[n], ...rest].join(",")] : [];
    })
    .join("\n");
};

/** Without the lists of fields and streets: then any word is one. */
const anyWord = (text: string) => text.replace(/^(?:街道|执法领域):.*\n(?:[ #].*\n|\n)*/gm, "");

describe("exact sentences", () => {
  const sentences: [what: string, id: string, changes: Changes, sentence: string][] = [
    [
      "an increase",
      "cases-by-field",
      { [CASES]: cases("规划建设,30", "住建,5"), [INDICATORS]: stated({ cases: ["35"] }) },
      "35件案件，86%是规划建设",
    ],
    [
      "a few, by counts",
      "cases-by-field",
      { [CASES]: cases("规划建设,15", "住建,5"), [INDICATORS]: stated({ cases: ["20"] }) },
      "20件案件里，15件是规划建设",
    ],
    [
      "nearly all",
      "cases-by-field",
      { [CASES]: cases("规划建设,2999", "住建,1"), [INDICATORS]: stated({ cases: [] }) },
      "3000件案件，99.9%是规划建设",
    ],
    [
      "two that are nearly equal",
      "cases-by-field",
      { [CASES]: cases("规划建设,52", "住建,50", "水务,3"), [INDICATORS]: stated({ cases: [] }) },
      "105件案件里，规划建设和住建居前，各50到52件",
    ],
    [
      "all nearly equal",
      "cases-by-field",
      { [CASES]: cases("规划建设,52", "住建,50"), [INDICATORS]: stated({ cases: [] }) },
      "102件案件里，规划建设52件，住建50件，相差不大",
    ],
    [
      "most of it is said of none",
      "cases-by-field",
      { [CASES]: cases("规划建设,20", "住建,5", ",50"), [INDICATORS]: stated({ cases: [] }) },
      "75件案件里，未注明50件",
    ],
    [
      "some of it is said of none",
      "cases-by-field",
      { [CASES]: cases("规划建设,60", "住建,20", ",20"), [INDICATORS]: stated({ cases: [] }) },
      "写明的80件案件，75%是规划建设",
    ],
    [
      "what is left over is not the largest",
      "cases-by-field",
      {
        [VOCABULARIES]: anyWord,
        [CASES]: cases("规划建设,30", "住建,10", "其他,60"),
        [INDICATORS]: stated({ cases: [] }),
      },
      "除“其他”外，规划建设最多，占100件案件的30%",
    ],
    [
      "a tie of two",
      "cases-by-field",
      { [CASES]: cases("规划建设,5", "住建,5"), [INDICATORS]: stated({ cases: ["10"] }) },
      "10件案件里，规划建设和住建各5件",
    ],
    [
      "a tie at the top",
      "cases-by-field",
      { [CASES]: cases("水务,2", "规划建设,5", "住建,5"), [INDICATORS]: stated({ cases: ["12"] }) },
      "12件案件里，规划建设和住建最多，各5件",
    ],
    [
      "all zero",
      "cases-by-field",
      { [CASES]: cases("规划建设,0", "住建,0"), [INDICATORS]: stated({ cases: ["0"] }) },
      "全年没有案件",
    ],
    [
      "one category",
      "cases-by-field",
      { [CASES]: cases("燃气,9"), [INDICATORS]: stated({ cases: ["9"] }) },
      "9件案件都是燃气",
    ],
    [
      "an empty cell",
      "cases-by-field",
      { [CASES]: cases("规划建设,", "住建,5"), [INDICATORS]: stated({ cases: ["12"] }) },
      "12件案件里，住建5件，规划建设未公布",
    ],
    ["no file", "cases-by-field", { [CASES]: null }, "案件的分类未公布"],
    ...(
      [
        ["all", "是,是\n是,是\n", "经过听证的2件处罚决定全部经过审核"],
        ["one", "是,是\n", "经过听证的1件处罚决定经过审核"],
        ["none", "否,是\n否,是\n", "经过听证的2件处罚决定没有一件经过审核"],
        ["one of which is silent", "是,是\n,是\n", "经过听证、写明审核了没有的1件处罚决定经过审核"],
      ] as const
    ).map(
      ([name, rows, title]) =>
        [
          `heard: ${name}`,
          "review-duty",
          {
            [CASES]: `执法领域,决定日期,处罚种类,法制审核,听证\n${rows.replace(/^/gm, "燃气,2023-05-08,罚款,").replace(/燃气,2023-05-08,罚款,$/, "")}`,
          },
          title,
        ] as [string, string, Changes, string],
    ),
    [
      "at least",
      "cases-by-field",
      { [CASES]: cases("规划建设,23余", "住建,25"), [INDICATORS]: stated({ cases: [] }) },
      "至少48件案件里，住建25件，规划建设23余件",
    ],
    [
      "at least, and certain",
      "cases-by-field",
      { [CASES]: cases("规划建设,23余", "住建,5"), [INDICATORS]: stated({ cases: [] }) },
      "至少28件案件里，规划建设最多，23余件",
    ],
    [
      "a new contradiction",
      "cases-by-field",
      { [INDICATORS]: stated({ cases: ["41"] }) },
      "逐行列出的40件案件，58%是规划建设",
    ],
    [
      "a new contradiction",
      "home",
      { [INDICATORS]: stated({ cases: ["41"] }) },
      "核对了11处数字，3处对不上；一审开庭10起，负责人都到了",
    ],
    [
      "resolved contradictions",
      "home",
      { [INDICATORS]: stated({ reconsiderations: ["6", "6"], "publicity-events": ["35"] }) },
      "一审开庭10起，负责人都到了；核对了11处数字，都对得上",
    ],
    ["all passed", "head-appearances", {}, "一审开庭10起，负责人10起都出庭"],
    [
      "some missed",
      "head-appearances",
      {
        [LITIGATION]: (text) =>
          text
            .replace("一审,被告,是,是,10", "一审,被告,是,是,7")
            .replace("行政诉讼,二审", "行政诉讼,一审,被告,是,否,3,一(三)1(2)\n行政诉讼,二审"),
        [INDICATORS]: stated({ "head-appearances": ["7"], "head-appearance-rate": ["70"] }),
      },
      "一审开庭10起，负责人出庭7起",
    ],
    [
      "none came",
      "head-appearances",
      {
        [LITIGATION]: (text) => text.replace("是,是,10", "是,否,10"),
        [INDICATORS]: stated({ "head-appearances": ["0"], "head-appearance-rate": ["0"] }),
      },
      "一审开庭10起，负责人都没有出庭",
    ],
    [
      "no hearing",
      "head-appearances",
      {
        [LITIGATION]: null,
        [INDICATORS]: stated({
          hearings: ["0"],
          "head-appearances": ["0"],
          "head-appearance-rate": [],
        }),
      },
      "全年没有一审开庭",
    ],
    [
      "nothing known",
      "head-appearances",
      {
        [LITIGATION]: null,
        [INDICATORS]: stated({ hearings: [], "head-appearances": [], "head-appearance-rate": [] }),
      },
      "一审开庭和负责人出庭情况未公布",
    ],
    [
      "half known",
      "head-appearances",
      {
        [LITIGATION]: null,
        [INDICATORS]: stated({
          hearings: ["12"],
          "head-appearances": [],
          "head-appearance-rate": [],
        }),
      },
      "一审开庭12起，负责人出庭未公布",
    ],
    [
      "stages keep their order",
      "litigation-by-instance",
      { [LITIGATION]: "类别,审级,件数\n行政诉讼,再审,3\n行政诉讼,一审,14\n" },
      "行政诉讼17件：一审14件，再审3件",
    ],
    ["no stages", "litigation-by-instance", { [LITIGATION]: null }, "行政诉讼17件，各审级未公布"],
    [
      "resolved",
      "reconsideration-passages",
      { [INDICATORS]: stated({ reconsiderations: ["6", "6"] }) },
      "报告2处写的行政复议一致：6件",
    ],
    [
      "one passage left",
      "reconsideration-passages",
      { [INDICATORS]: stated({ reconsiderations: ["6"] }) },
      "以本局为被告的复议案件6件",
    ],
    [
      "other numbers",
      "reconsideration-passages",
      { [INDICATORS]: stated({ reconsiderations: ["8", "3"] }) },
      "同一份报告，行政复议写了8件，也写了3件",
    ],
    [
      "resolved",
      "litigation",
      { [INDICATORS]: stated({ reconsiderations: ["6", "6"] }) },
      "被诉17件，负责人出庭10起；复议6件",
    ],
    ["in dispute", "litigation", {}, "被诉17件，负责人出庭10起；复议件数未核定"],
    [
      "resolved",
      "publicity-total",
      { [INDICATORS]: stated({ "publicity-events": ["35"] }) },
      "普法宣传35次，总数与分项相加一致",
    ],
    [
      "another difference",
      "publicity-total",
      { [INDICATORS]: stated({ "publicity-events": ["30"] }) },
      "普法宣传总数写30次，分项相加是35次",
    ],
    ["no rows", "publicity-total", { [PUBLICITY]: null }, "累计开展宣传活动29次"],
    ["all resolved", "complaint-resolution", {}, "受理的1472件投诉工单全部办结"],
    ["of all learning", "staff-learning", {}, "27次学习、培训和考试里，12次是党组学习"],
    [
      "much learning",
      "staff-learning",
      { [PUBLICITY]: learning("集中学习,40", "考试,10") },
      "50次学习、培训和考试，80%是集中学习",
    ],
    [
      "as often",
      "staff-learning",
      { [PUBLICITY]: learning("集中学习,4", "考试,4") },
      "8次学习、培训和考试里，集中学习和考试各4次",
    ],
    [
      "how often is not told",
      "staff-learning",
      { [PUBLICITY]: learning("集中学习,未公布", "考试,4") },
      "至少4次学习、培训和考试里，考试4次，集中学习未公布",
    ],
    [
      "one form",
      "staff-learning",
      { [PUBLICITY]: learning("考试,2") },
      "2次学习、培训和考试都是考试",
    ],
    ["what was found, and not how often", "random-inspections", {}, "抽取对象23个，发现问题0个"],
    [
      "some open",
      "complaint-resolution",
      {
        [COMPLAINTS]: "渠道,状态,件数\n数字城管,已办结,1400\n数字城管,办理中,72\n",
        [INDICATORS]: stated({
          complaints: ["1472"],
          "complaints-resolved": ["1400"],
          messages: [],
        }),
      },
      "受理的1472件投诉工单，95%办结",
    ],
    [
      "none",
      "complaint-resolution",
      {
        [COMPLAINTS]: "渠道,状态,件数\n数字城管,已办结,0\n",
        [INDICATORS]: stated({ complaints: ["0"], "complaints-resolved": ["0"], messages: [] }),
      },
      "全年没有受理的投诉工单",
    ],
    ["no number for the reasons", "review-returns", {}, "审核退回的原因有4类，各类件数未公布"],
    ["no file", "review-returns", { [REVIEWS]: null }, "审核退回的原因未公布"],
    ["at least", "online-opinions", {}, "处置网络舆情73余条，正面宣传新闻稿100余条"],
    [
      "big numbers",
      "licences-levies",
      { [INDICATORS]: stated({ licences: ["123456"], levies: [""] }) },
      "行政许可123,456件，征收征用未公布",
    ],
    [
      "zero and an empty cell",
      "cases-by-field",
      { [CASES]: cases("规划建设,0", "住建,"), [INDICATORS]: stated({ cases: [] }) },
      "案件里，规划建设0件，住建未公布",
    ],
    [
      "at least none says nothing",
      "complaint-resolution",
      {
        [COMPLAINTS]: "渠道,件数,状态\n12345热线,0,已办结\n12345热线,,办理中\n12345热线,8,\n",
        [INDICATORS]: stated({ complaints: [], "complaints-resolved": [] }),
      },
      "诉求工单受理至少8件，办结写明的0件",
    ],
    [
      "a total in dispute, by months",
      "cases-by-month",
      {
        [CASES]: "执法领域,立案日期,件数\n燃气,2023-03-01,3\n燃气,2023-04-01,2\n",
        [INDICATORS]: stated({ cases: ["101"] }),
      },
      "逐行列出的立案，有数的月份每月2到3件",
    ],
    [
      "parts that the report states beside more",
      "cases-by-field",
      {
        [CASES]: null,
        [INDICATORS]: (text) =>
          `${stated({ cases: ["101"] })(text)}a,燃气案件,3,件,案件,cases,其中,,,一,\nb,市容案件,2,件,案件,cases,其中,,,一,\n`,
      },
      "101件案件里，燃气3件，市容环卫2件",
    ],
    [
      "passages that only may agree",
      "reconsideration-passages",
      { [INDICATORS]: stated({ reconsiderations: ["6余", "8"] }) },
      "报告一（三）1（2）6余件，报告三（二）8件",
    ],
  ];
  test.each(sentences)("%s: %s", async (_, id, changes, sentence) => {
    const site = await siteOf(changes);
    const isChart = charts.some((chart) => chart.id === id);
    expect(isChart ? chartOf(site, id).title : headlineOf(site, id)).toBe(sentence);
  });

  test("a rate says nothing where there is nothing to divide", async () => {
    const site = await siteOf({
      [LITIGATION]: null,
      [INDICATORS]: stated({
        hearings: ["0"],
        "head-appearances": ["0"],
        "head-appearance-rate": ["0"],
      }),
    });
    expect(chartOf(site, "head-appearances").view.notes.join("")).not.toMatch(/÷0/);
  });
});

describe("a label never runs into its number", () => {
  const LABELS: [label: string, sentence: string][] = [
    ["网格1", "网格1有30件"],
    ["二〇", "二〇有30件"],
    ["第三网格", "第三网格30件"],
    ["周一", "周一30件"],
    ["网格（1）", "网格（1）30件"],
    ["1号网格", "1号网格30件"],
    ["网格Ⅲ", "网格III有30件"],
    ["网格②", "网格2有30件"],
    ["3A", "3A有30件"],
    ["一万", "一万有30件"],
    ["12", "“12”30件"],
    ["<b>1</b>", "<B>1</B>有30件"],
    ["小区🏠", "小区🏠有30件"],
    ["עיר", "עיר有30件"],
    ["街-", "街-有30件"],
  ];
  test.each(LABELS)("%s", async (label, sentence) => {
    const site = await siteOf({
      [VOCABULARIES]: anyWord,
      [COMPLAINTS]: `渠道,街道,状态,件数\n数字城管,${label},已办结,30\n数字城管,别处,已办结,5\n`,
      [INDICATORS]: stated({ complaints: [], "complaints-resolved": [], messages: [] }),
    });
    const { title, alt } = chartOf(site, "complaints-by-street");
    expect(alt).toContain(`。${sentence}，别处5件`);
    const form = wordForm(label);
    const word = /^\d+$/.test(form) ? `“${form}”` : form;
    expect(title).toBe(`35件诉求工单，86%在${word}`);
  });

  test("what is measured has another verb, what is not known has none", () => {
    const of = (amount: Amount, unit: string, label = "网格1") =>
      enumerate([{ label, amount, unit }]);
    expect(of(known(3), "天")).toBe("网格1为3天");
    expect(of(known(3), "%")).toBe("网格1为3%");
    expect(of(known(3), "件", "网格１")).toBe("网格１有3件");
    expect(of({ state: "suppressed" }, "件")).toBe("网格1有<5件");
    expect(of({ state: "unknown" }, "件")).toBe("网格1未公布");
    expect(of(known(3, "about"), "件")).toBe("网格1约3件");
  });

  test.each([
    ["5", "5", "10件案件里，“1”和“2”各5件"],
    ["5", "5余", "至少10件案件里，“1”5件，“2”5余件"],
  ])("labels that are only digits are quoted: %s, %s", async (one, two, title) => {
    const site = await siteOf({
      [VOCABULARIES]: anyWord,
      [CASES]: cases(`1,${one}`, `2,${two}`),
      [INDICATORS]: stated({ cases: [] }),
    });
    expect(chartOf(site, "cases-by-field").title).toBe(title);
  });
});

test.each([
  ["", "未核定"],
  ["reconsiderations-passages,漏计两件,已更正,2024-02-18\n", "2024年2月18日已更正"],
  ["reconsiderations-passages,统计口径不同,已说明,2024-02-18\n", "2024年2月18日已说明"],
])("the alternative of a contradiction says how far it has come: %s", async (note, state) => {
  const site = await siteOf({ "2023/notes.csv": `核对编号,说明,状态,日期\n${note}` });
  expect(chartOf(site, "reconsideration-passages").alt).toMatch(
    new RegExp(`两个数字不一致，${state}。$`),
  );
});

function headingsOf(site: Site): { where: string; text: string }[] {
  const asked = questionsOf(site);
  return site.years.flatMap((year) =>
    topics.map((topic) => ({ where: topic.id, text: topicHeadline(year, topic, asked) })),
  );
}

/** One statement, or several in three lines on a phone; the others are told under it in the same words. */
function expectFitted(text: string, where: string): void {
  const { heading, rest } = fitted(text);
  const most = heading.includes("；") ? 3 : 5;
  expect(linesOf(heading), `${where}: ${heading}`).toBeLessThanOrEqual(most);
  const told = rest ? `${heading}；${rest.replace(/。$/, "")}` : heading;
  expect(plain(told)).toBe(plain(text));
}

/** Everything a site says of its latest year, chart by chart and headline by headline. */
function allWords(site: Site): { where: string; text: string }[] {
  const year = site.latest;
  return [
    { where: "home", text: headlineOf(site, "home") },
    { where: "home lead", text: homeLead(year, questionsOf(site)) },
    ...questionsOf(site).flatMap(({ id, answer }) => {
      const { said, more, brief, view } = answer(year);
      return [view.title, view.subtitle, ...view.notes, said ?? "", ...more, brief].map((text) => ({
        where: id,
        text: plain(text),
      }));
    }),
    ...topics.flatMap((topic) => [
      { where: topic.id, text: headlineOf(site, topic.id) },
      { where: topic.id, text: plain(topicHeadline(year, topic, questionsOf(site))) },
      {
        where: `${topic.id} lead`,
        text: proseHtml(topic.lead(year), year, "./").replace(/<[^>]*>/g, ""),
      },
    ]),
    ...charts.flatMap((chart) => {
      const { title, alt, view } = render(site, chart, year);
      return [title, alt, view.subtitle, ...view.notes].map((text) => ({
        where: chart.id,
        text: plain(text),
      }));
    }),
  ];
}

test.each([
  ["one that fits", "官司审结17件，\u200b败诉4件", "", "官司审结17件，\u200b败诉4件", ""],
  [
    "two that fit",
    "一审开庭10起，\u200b负责人都到了；\u200b复议都维持了",
    "",
    "一审开庭10起，\u200b负责人都到了；\u200b复议都维持了",
    "",
  ],
  [
    "a second without room",
    "官司审结17件，\u200b败诉4件；\u200b复议审结20件，\u200b被纠正1件",
    "",
    "官司审结17件，\u200b败诉4件",
    "复议审结20件，被纠正1件。",
  ],
  [
    "part of a year",
    "截至2024年11月30日，\u200b官司审结17件，\u200b败诉4件；\u200b复议审结20件，\u200b被纠正1件",
    "截至2024年11月30日，\u200b",
    "截至2024年11月30日，\u200b官司审结17件，\u200b败诉4件",
    "截至2024年11月30日，复议审结20件，被纠正1件。",
  ],
])("a first heading of %s", (_, text, time, heading, rest) => {
  expect(fitted(text, time)).toEqual({ heading, rest });
});

test("a heading has places to break: no piece of it fills more than a phone's line", () => {
  const em = (text: string) =>
    [...text].reduce((sum, one) => sum + (/[\u0021-\u007e]/.test(one) ? 0.6 : 1), 0);
  const headings = [
    ...metrics.map(({ label }) => label),
    ...charts.map(({ question }) => question),
    ...questions.map(({ question }) => question),
  ];
  expect(headings.flatMap((one) => phrases(one)).filter((piece) => em(piece) > 10)).toEqual([]);
  expect(phrases("规划建设最多，\u200b占40件案件的57%").at(-1)).toBe("占40件案件的57%");
  // A chart's title has a longer line: no word of a clause that fits goes to the next.
  expect(phrases("应公示的267件处罚决定，34件没有按时公示", LONG_BELOW)).toEqual([
    "应公示的267件处罚决定，",
    "34件没有按时公示",
  ]);
});

test.each(["4天", "2个月", "7个工作日", "31日", "73余条", "6件次", "3年", "1.5个百分点"])(
  "%s stays together where a title or a line of a picture breaks",
  (count) => {
    const text = `从受理到办结的时间一般不超过${count}内有的还要更长一些`;
    expect(phrases(text).join("")).toBe(text);
    expect(phrases(text).filter((piece) => piece.includes(count))).toHaveLength(1);
    for (let width = 160; width < 500; width += 8) {
      const lines = wrap(text, width, 16);
      expect(lines.join("")).toBe(text);
      expect(lines.filter((line) => line.includes(count))).toHaveLength(1);
    }
  },
);

test("a bracket is not the last of a line of a heading", () => {
  const title = "行政处罚（限制开展生产经营活动、责令停产停业）";
  expect(phrases(title).join("")).toBe(title);
  expect(phrases(title).filter((piece) => /[（《“]$/.test(piece))).toEqual([]);
});

test("a clause that a line of a way cannot hold begins its own", () => {
  const text = "到期应公示的267件，按时公示233件；罚款6,962,950元";
  const drawn = way([
    { name: "公开", text },
    { name: "执行", text: "" },
  ])!;
  const lines = [...drawn.draw(328).matchAll(/<text[^>]*>([^<]+)</g)].map(([, line]) => line);
  expect(lines).toEqual(
    expect.arrayContaining(["到期应公示的267件，", "按时公示233件；", "罚款6,962,950元"]),
  );
});

test.each([
  "各审级分别计件：|一审26件，|二审11件",
  "一审|开庭13起，|出庭率92.31%",
  "审核|通过236件；|件次与件|不能相减",
  "办结1472件",
  "复议6件≠11件，|本局还没有|说明",
  "抽取|对象23个，|发现|问题0个",
  "2023年|办理的案件，|按执法领域。|单位：件",
  "没有公布|每件处罚应不应当|审核、|审核了没有。",
  "2022年：|22起|到了21起。",
  "从928件里|43件（5%）|变为963件里|31件（3%）。",
  "渠道为12345热线|或12319热线",
  "报告，|一（六）；|三（二）1（2）",
  "写明的应当|审核的145件，|审核了145件",
])("a line of “%s” ends only there", (marked) => {
  const text = marked.replaceAll("|", "");
  expect(linePieces(text).join("|")).toBe(marked);
});

test("a text that anybody writes loses nothing, and no line of it begins with what closes", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(..."本局办结的案件12,.≠（“”）《》，。；、和里至A·- "), {
        maxLength: 40,
      }),
      (letters) => {
        const text = letters.join("");
        const pieces = linePieces(text);
        expect(pieces.join("")).toBe(text);
        for (const piece of pieces.slice(1)) expect(piece).not.toMatch(/^[，。；：、）》”]/);
        for (const piece of pieces.slice(0, -1)) expect(piece).not.toMatch(/[（《“]$/);
      },
    ),
  );
});

test.each<[string, readonly [string, number | undefined, number?, string?][], string]>([
  [
    "one is the most",
    [
      ["诉讼", 37],
      ["复议", 20],
      ["仲裁", 1],
    ],
    "诉讼37件，复议20件，仲裁1件",
  ],
  [
    "more than either of two in dispute",
    [
      ["诉讼", 17],
      ["复议", 6, 11],
    ],
    "诉讼17件，复议6件≠11件",
  ],
  [
    "not more than the larger of two in dispute",
    [
      ["诉讼", 9],
      ["复议", 6, 11],
    ],
    "诉讼9件，复议6件≠11件",
  ],
  [
    "a tie",
    [
      ["诉讼", 3],
      ["复议", 3],
      ["仲裁", 1],
    ],
    "诉讼3件，复议3件，仲裁1件",
  ],
  [
    "none of any",
    [
      ["诉讼", 0],
      ["复议", 0],
    ],
    "诉讼和复议都没有",
  ],
  [
    "of another unit",
    [
      ["诉讼", 3],
      ["咨询", 9, 9, "次"],
    ],
    "诉讼3件，咨询9次",
  ],
  ["one alone", [["诉讼", 3]], "诉讼3件"],
  [
    "all but one none",
    [
      ["诉讼", 0],
      ["复议", 1],
    ],
    "复议1件",
  ],
  [
    "what is asked about not published",
    [
      ["诉讼", undefined],
      ["复议", 4],
    ],
    "复议4件；诉讼未公布",
  ],
  [
    "four alike",
    [
      ["甲", 3],
      ["乙", 3],
      ["丙", 3],
      ["丁", 3],
    ],
    "甲3件，乙3件，丙3件",
  ],
])("a few counts, %s", (_, counts, sentence) => {
  const items = counts.map(([label, value, against, unit = "件"]) => ({
    label,
    amount: value === undefined ? UNKNOWN_AMOUNT : known(value),
    unit,
    ...(against !== undefined && against !== value && { against: known(against) }),
  }));
  expect(sideBySide(items).replaceAll("\u200b", "")).toBe(sentence);
});

test("with nothing known no sentence holds a number, and every headline says 未公布", async () => {
  const site = await siteOf({
    ...Object.fromEntries(
      Object.keys(REAL)
        .filter((file) => file.startsWith("2023/"))
        .map((file) => [file, null]),
    ),
    [INDICATORS]: "指标编号,指标名称,数值,单位,栏目,报告章节\nother-number,别的数,,件,监督,一\n",
  });
  const counts = (text: string) =>
    text
      .replace(
        /\d{4}(?:–\d{4})?年|\d{4}–\d{4}|\d+个工作日|12月31日|不足10[起件]|20\d\d|[一二三四五]?1[29]3[14][59]/g,
        "",
      )
      .match(/\d+余?(?:件次|[件次条起家个名%])/g) ?? [];
  for (const { where, text } of allWords(site)) {
    expect(text, where).not.toMatch(/undefined|NaN|null|Infinity|\[object/);
    if (/不是没有数据|0件是报告/.test(text)) continue;
    expect(counts(text), `${where}: ${text}`).toEqual([]);
  }
  for (const { id } of topics) expect(headlineOf(site, id), id).toContain("未公布");
  expect(headlineOf(site, "home")).toContain("未公布");
  for (const chart of charts) {
    const { title, alt, view } = render(site, chart, site.latest);
    expect(/未公布|的变化/.test(title), `${chart.id}: ${title}`).toBe(true);
    expect(view.form === null || alt.includes("未公布"), `${chart.id}: ${alt}`).toBe(true);
    expect(
      view.items.every(({ amount }) => amount.state === "unknown"),
      chart.id,
    ).toBe(true);
  }
});

/** A cell of a count column as people fill it. */
const cell = fc.oneof(
  { weight: 4, arbitrary: fc.nat({ max: 30 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom("0", "0", "123456", "1000000") },
  { weight: 2, arbitrary: fc.nat({ max: 200 }).map((n) => `${n + 1}余`) },
  { weight: 1, arbitrary: fc.nat({ max: 200 }).map((n) => `约${n + 1}`) },
  { weight: 2, arbitrary: fc.constant("") },
);
const FIELDS = ["规划建设", "住建", "燃气", "水务", "环境保护"];
const FORMS = ["广场宣传", "进社区和村宣传", "进商铺宣传"];
const rowsOf = (words: readonly string[]) =>
  fc
    .subarray([...words])
    .chain((some) => fc.tuple(...some.map((word) => cell.map((count) => [word, count] as const))));
const anyData = fc.record({
  fields: rowsOf(FIELDS),
  forms: rowsOf(FORMS),
  instances: rowsOf(["一审", "二审", "再审"]),
  channels: rowsOf(["数字城管", "12345热线", "公众号"]),
  resolved: fc.constantFrom("已办结", "办理中", ""),
  appeared: fc.constantFrom("是", "否", ""),
  stated: fc.dictionary(
    fc.constantFrom(
      "cases",
      "litigation",
      "reconsiderations",
      "publicity-events",
      "complaints",
      "complaints-resolved",
      "hearings",
      "head-appearances",
      "licences",
      "inspections",
    ),
    fc.array(cell, { maxLength: 2 }),
    { noNullPrototype: true },
  ),
});
const file = (head: string, lines: string[]) =>
  lines.length > 0 ? `${[head, ...lines].join("\n")}\n` : null;

/** What amounts may truly be: the least and the most. Written anew, so that the site's own cannot err with it. */
function bounds(amount: Rendered["view"]["items"][number]["amount"]): [number, number] {
  if (amount.state === "suppressed") return [1, 4];
  if (amount.state !== "known") return [0, Number.POSITIVE_INFINITY];
  const open = amount.qualifier === "at_least" || amount.missing > 0 || amount.undetermined > 0;
  const slack = amount.qualifier === "about" ? amount.value * 0.5 : 0;
  return [amount.value - slack, open ? Number.POSITIVE_INFINITY : amount.value + slack];
}

test("whatever the data: no false comparison, no zero for the unknown, the alternative lists the values", async () => {
  let claims = 0;
  let titles = 0;
  await fc.assert(
    fc.asyncProperty(anyData, async (any) => {
      const site = await siteOf({
        [CASES]: file(
          "执法领域,件数",
          any.fields.map((row) => row.join(",")),
        ),
        [PUBLICITY]: file(
          "形式,对象,次数",
          any.forms.map(([form, count]) => `${form},公众,${count}`),
        ),
        [LITIGATION]: file(
          "类别,审级,开庭,负责人出庭,件数",
          any.instances.map(
            ([instance, count]) => `行政诉讼,${instance},是,${any.appeared},${count}`,
          ),
        ),
        [COMPLAINTS]: file(
          "渠道,状态,件数",
          any.channels.map(([channel, count]) => `${channel},${any.resolved},${count}`),
        ),
        [INDICATORS]: stated(any.stated),
      });
      for (const { where, text } of allWords(site)) {
        expect(text, where).not.toMatch(/undefined|NaN|null|Infinity|\[object|\{\{|￼/);
        expect(text, where).not.toMatch(/未公布÷|÷未公布|÷0(?!\d)|≠未公布|未公布≠/);
        expect(text, where).not.toMatch(/，，|；；|。。|^[，；。]|里，$/);
      }
      for (const { where, text } of headingsOf(site)) expectFitted(text, where);
      for (const chart of charts) {
        const { title, alt, view } = render(site, chart, site.latest);
        titles++;
        for (const item of view.items) {
          if (item.amount.state === "unknown")
            expect(`${title}${alt}`).not.toContain(`${item.label}0`);
        }
        const spoken = view.form ? view.items.slice(0, 12) : [];
        for (const { label, amount } of spoken) {
          const at = alt.indexOf(label, alt.indexOf("。"));
          expect(at, `${chart.id}: ${alt}`).toBeGreaterThan(0);
          if (amount.state === "known")
            expect(alt.replaceAll(",", "")).toContain(String(amount.value));
          if (amount.state === "unknown") expect(alt).toContain(`${label}未公布`);
        }
        const most = /(?:^|里，|外，)([^，；：]+)最多，(?!约)/.exec(title);
        if (most) {
          claims++;
          const named = view.items.filter(
            ({ label }) => most[1]!.split(/[、和]/).includes(label) || label === most[1],
          );
          expect(named.length, title).toBeGreaterThan(0);
          const floor = Math.min(...named.map(({ amount }) => bounds(amount)[0]));
          for (const other of view.items)
            if (!named.includes(other)) expect(bounds(other.amount)[1], title).toBeLessThan(floor);
        }
        const equal = /里，([^，；：]+)各([\d,]+)/.exec(title);
        if (equal) {
          claims++;
          for (const { amount } of view.items)
            expect(bounds(amount)).toEqual([
              Number(equal[2]!.replace(/,/g, "")),
              Number(equal[2]!.replace(/,/g, "")),
            ]);
        }
        if (/全年没有/.test(title)) {
          claims++;
          const wholes = chart.figures.map((id) => bounds(site.latest.figures.get(id)!.amount));
          expect(wholes, `${chart.id} ${title}`).toContainEqual([0, 0]);
        }
        if (/全部办结|都出庭|相加一致|都没有出庭/.test(title)) {
          claims++;
          for (const { amount, against } of view.items.slice(0, 2)) {
            const [low, high] = bounds(amount);
            expect([low, against], `${chart.id} ${title}`).toEqual([high, undefined]);
          }
        }
        const all = /^(?:(?:至少|约|至少约)?[\d,]+余?[件次])?[^，]*都是([^，]+)$/.exec(title);
        if (all) {
          claims++;
          expect(view.items.map(({ label }) => label)).toEqual([all[1]]);
        }
      }
      const home = headlineOf(site, "home");
      const broken = site.latest.checks.filter(({ holds }) => holds === false).length;
      expect(/对不上/.test(home) && broken === 0, home).toBe(false);
    }),
    { seed: 2023, numRuns: 60 },
  );
  expect(titles).toBeGreaterThan(1_000);
  expect(claims).toBeGreaterThan(40);
});

describe("against the year before", () => {
  const head = "指标编号,指标名称,数值,单位,栏目,报告章节";
  const year = (value: string) => `${head}\nlicences,许可,${value},件,监督,一\n`;
  const none = Object.fromEntries(
    Object.keys(REAL)
      .filter((file) => file.startsWith("2023/"))
      .map((file) => [file, null]),
  );
  const titleOf = async (values: Record<number, string>) => {
    const site = await siteOf({
      ...none,
      ...Object.fromEntries(
        Object.entries(values).map(([one, value]) => [`${one}/indicators.csv`, year(value)]),
      ),
    });
    return chartOf(site, "supervision-by-year");
  };

  test.each([
    ["30", "40", "与2022年相比，办理行政许可从30件增加到40件（33%）"],
    ["40", "30", "与2022年相比，办理行政许可从40件减少到30件（25%）"],
    ["1000", "1009", "与2022年相比，办理行政许可几乎没有变"],
    ["1000", "1010", "与2022年相比，办理行政许可从1000件增加到1010件（1%）"],
    ["20", "21", "与2022年相比，办理行政许可从20件增加到21件"],
    ["40", "40", "与2022年相比，办理行政许可不变，都是40件"],
    ["0", "0", "与2022年相比，办理行政许可不变，都是0件"],
    ["0", "5", "与2022年相比，办理行政许可从0件增加到5件"],
    ["5", "0", "与2022年相比，办理行政许可从5件减少到0件"],
    ["99999", "123456", "与2022年相比，办理行政许可从99,999件增加到123,456件（23%）"],
  ])("%s, then %s: %s", async (before, now, title) => {
    const rendered = await titleOf({ 2022: before, 2023: now });
    expect(rendered.title).toBe(title);
    expect(rendered.alt.replaceAll(",", "")).toContain(`2022年${before}件`);
    expect(rendered.alt.replaceAll(",", "")).toContain(`2023年${now}件`);
  });

  test.each([
    ["", "5"],
    ["5", ""],
    ["30余", "40"],
    ["30", "40余"],
    ["约40", "40"],
  ])("%j, then %j: no comparison is made", async (before, now) => {
    const { title } = await titleOf({ 2022: before, 2023: now });
    expect(title).not.toMatch(/增加|减少|不变|没有变|%|的变化/);
  });

  test("a year without data between two is no year before", async () => {
    const { title, view } = await titleOf({ 2021: "30", 2023: "40" });
    expect(title).not.toMatch(/增加|减少|不变/);
    const between = view.items.filter(({ label }) => label.includes("2022"));
    expect(between.length).toBeGreaterThan(0);
    for (const { amount } of between) expect(amount.state).toBe("unknown");
  });
});

describe("one matter only, and days of which nothing is listed", () => {
  test.each([
    [
      [
        ["周一", 16],
        ["周二", 16],
        ["周日", 16],
      ],
      "有数的几天，全年都是16件",
    ],
    [
      [
        ["周一", 16],
        ["周二", 3],
      ],
      "有数的几天，全年各3到16件",
    ],
    [[["周五", 1]], "周五1件"],
  ] as const)("%j: %s", (days, said) => {
    const items = days.map(([label, value]) => ({ label, amount: known(value), unit: "件" }));
    expect(plain(periodsOf(items, weekdays("全年")))).toBe(said);
  });

  test.each([
    [1, "1件案件是燃气"],
    [2, "2件案件都是燃气"],
  ])("%j", (value, said) => {
    const one = { label: "燃气", amount: known(value), unit: "件" };
    expect(largestOf({ ...one, label: "" }, "案件", [one], "全年")).toBe(said);
    expect(largest([one])).toBe(said.replace(/^.*件/, ""));
  });
});

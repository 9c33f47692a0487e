/** Where numbers are from and of what time they are, said as it is: rows, the report, statutory tables, in every mixture. */
import { describe, expect, test } from "vitest";
import { isGiven, render } from "../src/charts/render.ts";
import { figureOf, isSilent } from "../src/figures/figures.ts";
import { methodText } from "../src/figures/method.ts";
import { checkText } from "../src/findings/words.ts";
import { parseQuantity } from "../src/ingest/cells/numbers.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import { yearOriginText } from "../src/site/origin-text.ts";
import type { Site, Year } from "../src/site/year.ts";
import { legendText } from "../src/text/legend.ts";
import { tableNotes } from "../src/topics/lacking.ts";
import { shownTopics } from "../src/topics/shown.ts";
import { shownCharts } from "../src/topics/shown-charts.ts";
import { type Amount, fromQuantity, known } from "../src/values/amount.ts";

const SITE = "数据性质: 演示\n单位名称: 青岚县城市管理局\n网站名称: 执法数据公开\n";
const WORDS = "执法领域:\n  市容:\n  环卫:\n形式:\n  进社区:\n";
const INDICATORS = "指标编号,指标名称,数值,单位,栏目,上级指标,关系,报告章节,统计期间";
const CASES = "执法领域,立案日期,件数\n市容,2023-03-01,28\n环卫,2023-11-05,19\n";
const REPORT =
  "---\n标题: 青岚县城市管理局2023年法治报告\n成文日期: 2024-01-31\n---\n\n# 一、做法\n\n做了。\n";

async function siteOf(files: Record<string, string>): Promise<Site> {
  const { site, problems } = await loadSite(
    memoryFolder({ "site.yaml": SITE, "vocabularies.yaml": WORDS, ...files }),
  );
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return site!;
}

const stated = (...rows: string[]) => [INDICATORS, ...rows, ""].join("\n");
const sourceOf = (site: Site, id: string, year: Year = site.latest) =>
  render(site, shownCharts(site).find((chart) => chart.id === id)!, year).source.replace(
    "演示数据，",
    "",
  );
const methodOf = ({ latest }: Site, id: string) => methodText(figureOf(latest, id), latest);

const TABLE =
  "类别,项目,单位,数值\n行政处罚,警告,件,12\n行政处罚,罚款,件,214\n行政处罚,合计,件,226\n";
const LITIGATION = `类别,审级,本局地位,开庭,负责人出庭,件数\n行政诉讼,一审,被告,是,是,8\n行政诉讼,一审,被告,是,否,4\n`;

/** Every sentence of a site that says where a number is from. */
function sentencesOf(site: Site): string[] {
  return site.years.flatMap((year) => [
    yearOriginText(year),
    ...shownCharts(site)
      .filter((chart) => isGiven(site, chart, year))
      .map((chart) => render(site, chart, year).source),
    ...[...year.figures.values()]
      .filter((figure) => !isSilent(figure))
      .map((figure) => methodText(figure, year)),
    ...shownTopics(site).flatMap((topic) => [
      topic.lead(year),
      topic.description,
      ...tableNotes(year, topic),
    ]),
  ]);
}

describe("a site that has only one kind names no other", () => {
  test.each([
    ["rows", { "2023/cases.csv": CASES, "2023/litigation.csv": LITIGATION }, /报告|统计年报/],
    [
      "rows, though there is a report that says none of these numbers",
      { "2023/cases.csv": CASES, "2023/litigation.csv": LITIGATION, "2023/report.md": REPORT },
      /报告|统计年报/,
    ],
    ["the statutory tables", { "2023/statistics.csv": TABLE }, /报告|取自逐行|逐行数据：/],
    [
      "the report",
      {
        "2023/indicators.csv": stated(
          "cases,办理案件,47,件,案件,,,一(一),",
          "trees,修树,30,棵,监督,,,一(二),",
        ),
      },
      /统计年报|逐行数据：|取自逐行/,
    ],
  ])("%s", async (_, files, never) => {
    const sentences = sentencesOf(await siteOf(files));
    expect(sentences.length).toBeGreaterThan(5);
    expect(sentences.filter((text) => never.test(text))).toEqual([]);
  });
});

const BUREAU = "青岚县城市管理局";
const ROWS = "2023年逐行数据：办理的案件（cases.csv）";

test.each([
  ["rows alone", { "2023/cases.csv": CASES }, `${BUREAU}${ROWS}`],
  [
    "rows, and a report that says nothing of them",
    {
      "2023/cases.csv": CASES,
      "2023/report.md": REPORT,
      "2023/indicators.csv": stated("trees,修树,30,棵,监督,,,一(二),"),
    },
    `${BUREAU}${ROWS}`,
  ],
  [
    "rows, and a report that gives their whole",
    { "2023/cases.csv": CASES, "2023/indicators.csv": stated("cases,办案,47,件,案件,,,一(一),") },
    `${BUREAU}2023年度报告，一（一）；${ROWS}`,
  ],
  [
    "rows, and a report that gives another whole",
    {
      "2023/cases.csv": CASES,
      "2023/report.md": REPORT,
      "2023/indicators.csv": stated("cases,办案,50,件,案件,,,一(一),"),
    },
    // The chart is of the rows alone, and says so.
    `${BUREAU}${ROWS}`,
  ],
  [
    "rows, and a report whose whole is of another time",
    {
      "2023/cases.csv": CASES,
      "2023/indicators.csv": stated("cases,办案,47,件,案件,,,一(一),截至11月"),
    },
    `${BUREAU}${ROWS}`,
  ],
  [
    "rows that the report itself writes",
    { "2023/cases.csv": "执法领域,件数,报告章节\n市容,28,一(一)\n环卫,19,一(一)\n" },
    `${BUREAU}2023年度报告，一（一）；${ROWS}`,
  ],
  [
    "parts that the report states",
    {
      "2023/indicators.csv": stated(
        "cases,办案,47,件,案件,,,一(一),",
        "a,市容,28,件,案件,cases,合计,一(二),",
        "b,环卫,19,件,案件,cases,合计,一(二),",
      ),
    },
    `${BUREAU}2023年度报告，一（二）、一（一）`,
  ],
])("来源 of cases by field: %s", async (_, files, source) => {
  expect(sourceOf(await siteOf(files), "cases-by-field")).toBe(source);
});

test("来源 of several years names those that the numbers are of", async () => {
  const site = await siteOf({
    "2021/indicators.csv": stated("cases,办案,40,件,案件,,,一(一),"),
    "2022/cases.csv": CASES.replaceAll("2023", "2022"),
    "2023/cases.csv": CASES,
  });
  expect(sourceOf(site, "cases-by-year")).toBe(
    `${BUREAU}2021年度报告，一（一）；2022–2023年逐行数据：办理的案件（cases.csv）`,
  );
});

test("a footer names its own year's report, or none", async () => {
  const site = await siteOf({
    "2022/cases.csv": CASES.replaceAll("2023", "2022"),
    "2023/report.md": REPORT,
    "2023/statistics.csv": TABLE,
    "2023/indicators.csv": stated("cases,办案,47,件,案件,,,一(一),"),
  });
  expect(site.years.map(yearOriginText)).toEqual([
    "2022年度的数字取自逐行数据（办理的案件）",
    "2023年度的数字取自《青岚县城市管理局2023年法治报告》（2024年1月31日成文）和行政执法统计年报",
  ]);
});

test.each([
  ["counted", { "2023/cases.csv": CASES }, "cases", /^2023年“办理的案件”表中件数相加$/],
  [
    "stated",
    { "2023/indicators.csv": stated("cases,办案,47,件,案件,,,一(一),") },
    "cases",
    /^没有逐行数据，照2023年度报告写的列出；/,
  ],
  [
    "of a column that the rows do not have",
    { "2023/cases.csv": CASES },
    "disclosures-due",
    /^逐行数据里没有写这个数要的内容；有了以后：/,
  ],
  [
    "of a table that is not there",
    { "2023/cases.csv": CASES },
    "publicity-events",
    /^没有逐行数据；有了以后：/,
  ],
  [
    "stated where the rows have gaps",
    {
      "2023/cases.csv": "执法领域,件数\n市容,28\n环卫,\n",
      "2023/indicators.csv": stated("cases,办案,47,件,案件,,,一(一),"),
    },
    "cases",
    /^逐行数据不全，照2023年度报告写的列出；/,
  ],
  [
    "of a time of its own",
    { "2023/indicators.csv": stated("levies,征收,47,件,监督,,,一(一),截至11月") },
    "levies",
    /^截至2023年11月30日的数，照2023年度报告写的列出，本站不另算$/,
  ],
  [
    "in a statutory table",
    { "2023/statistics.csv": TABLE },
    "statistics-penalty-total",
    /^照2023年行政执法统计年报列出，本站不另算$/,
  ],
  ["not published", { "2023/cases.csv": CASES }, "penalties-collected", /^没有公布；/],
  [
    "a rate of rows",
    { "2023/litigation.csv": LITIGATION },
    "head-appearance-rate",
    /^2023年行政机关负责人出庭÷一审开庭×100%$/,
  ],
  [
    "a rate of parts of a time of their own",
    {
      "2023/indicators.csv": stated(
        "hearings,开庭,20,起,诉讼复议,,,一(一),截至11月",
        "head-appearances,出庭,18,起,诉讼复议,,,一(一),1—11月",
      ),
    },
    "head-appearance-rate",
    /^截至2023年11月30日行政机关负责人出庭÷/,
  ],
  [
    "a rate that the report writes",
    { "2023/indicators.csv": stated("head-appearance-rate,出庭率,90,%,诉讼复议,,,一(一),") },
    "head-appearance-rate",
    /^照2023年度报告写的列出；本站自己算时：/,
  ],
])("算法 of what is %s", async (_, files, id, words) => {
  expect(methodOf(await siteOf(files), id)).toMatch(words);
});

test.each([
  [
    { "2023/indicators.csv": stated("cases,办案,47,件,案件,,,一(一),") },
    "“办理的案件”没有逐行数据，只有报告写的总数。",
  ],
  [
    { "2023/cases.csv": "执法领域,件数,用于指标\n市容,28,cases;cases-by-field\n" },
    "“办理的案件”只有汇总好的行，没有一件一行的数据。",
  ],
  [{ "2023/statistics.csv": TABLE }, undefined],
])("what stands in for rows: %j", async (files, words) => {
  const site = await siteOf(files);
  const topic = shownTopics(site).find(({ id }) => id === "cases")!;
  expect(tableNotes(site.latest, topic)[0]).toBe(words);
});

describe("a number of a time of its own", () => {
  const NOVEMBER = "截至2023年11月30日";
  const site = () =>
    siteOf({
      "2022/indicators.csv": stated(
        "licences,许可,100,件,监督,,,一(三),截至11月",
        "levies,征收,30,件,监督,,,一(三),",
      ),
      "2023/indicators.csv": stated(
        "licences,许可,120,件,监督,,,一(三),2023年1月至11月",
        "levies,征收,37,件,监督,,,一(三),",
        "trees,修树,80,棵,监督,,,一(四),截至11月",
        "big,其中大树,50,棵,监督,trees,合计,一(四),截至11月",
        "small,其中小树,30,棵,监督,trees,合计,一(四),截至11月",
        "cases,办案,47,件,案件,,,一(一),截至11月",
        "a,市容,28,件,案件,cases,合计,一(一),截至11月",
        "b,环卫,19,件,案件,cases,合计,一(一),截至11月",
        "complaints,受理,12,件,投诉,,,一(五),截至11月",
        "complaints-resolved,办结,11,件,投诉,,,一(五),截至11月",
        "hearings,开庭,20,起,诉讼复议,,,一(六),截至11月",
        "head-appearances,出庭,18,起,诉讼复议,,,一(六),",
      ),
    });

  test("stands in front of the subtitle where all are of it, and at the source", async () => {
    const made = await site();
    for (const id of ["parts-trees", "cases-by-field", "complaint-resolution", "parts-cases"]) {
      const chart = shownCharts(made).find((one) => one.id === id)!;
      const { view, source, time, alt } = render(made, chart, made.latest);
      expect(view.subtitle, id).toMatch(new RegExp(`^${NOVEMBER}`));
      expect(view.subtitle, id).not.toContain("2023年的");
      expect(source, id).toMatch(new RegExp(`，数据${NOVEMBER}$`));
      expect([time, alt.includes(`（${NOVEMBER}）`)], id).toEqual([NOVEMBER, true]);
    }
  });

  test("is said of the one number among others", async () => {
    const made = await site();
    const of = (id: string) =>
      render(made, shownCharts(made).find((one) => one.id === id)!, made.latest);
    expect(of("licences-levies").view.subtitle).toBe(
      `2023年。单位：件。行政许可的数字是${NOVEMBER}的。`,
    );
    expect(of("licences-levies").source).not.toContain("截至");
    expect(of("licences-levies").time).toBe(`行政许可${NOVEMBER}`);
    // Hearings of eleven months less appearances of twelve are nothing.
    expect(of("head-appearances").view.items.map(({ amount }) => amount.state)).toEqual([
      "known",
      "known",
      "unknown",
    ]);
  });

  test("is said over the years too, in the table, the file and under the drawing", async () => {
    const made = await site();
    const { view, title } = render(
      made,
      shownCharts(made).find(({ id }) => id === "supervision-by-year")!,
      made.latest,
    );
    expect(title).toContain("办理行政许可从100件增加到120件");
    expect(view.items.map(({ label, period }) => [label, period?.until])).toEqual([
      ["办理行政许可，2022年（截至11月30日）", "2022-11-30"],
      ["办理行政许可，2023年（截至11月30日）", "2023-11-30"],
    ]);
    expect(view.notes.join("")).toContain(`截至2022年11月30日、${NOVEMBER}的数不是全年的`);
  });

  test("is said in headlines", async () => {
    const made = await site();
    // 负责人出庭 of this site are of the whole year.
    const topics = shownTopics(made).filter(({ id }) => id !== "litigation");
    const said = topics.map((topic) => topic.headline(made.latest));
    expect(said.filter((text) => !text.includes("截至11月30日"))).toEqual([]);
  });

  test("is said of a check whose two sides are of it", async () => {
    const { checks } = (await site()).latest;
    const parts = checks.find(({ id }) => id.includes("trees"))!;
    expect(checkText(parts)).toBe(`${NOVEMBER}，修树80棵，分项相加50+30＝80棵，一致`);
  });
});

test("the legend explains the words that are there, each as it is meant, and no others", () => {
  const amounts = (...texts: string[]): Amount[] =>
    texts.map((text) => {
      const read = parseQuantity(text, { said: true });
      if (!read.ok) throw new Error(text);
      return fromQuantity(read.value);
    });
  const of = (...texts: string[]) => legendText(amounts(...texts));
  expect(of("40", "3.5万")).toBe("");
  expect(of("73余", "80多", "不少于50", "近100", "约2")).toBe(
    "“余”“多”“不少于”表示不少于写的数，“近”表示接近、不到写的数，“约”表示大约",
  );
  expect(of("7万余")).toBe("“余”表示不少于写的数");
  expect(of("不到300", "50以下", "逾90")).toBe(
    "“不到”表示少于写的数，“以下”表示不多于写的数，“逾”表示多于写的数",
  );
  expect(of("3至5")).toBe("“–”表示在两个数之间");
  expect(of("数十")).toBe("“数”表示不止一个、没有写明是几");
  expect(legendText([{ ...known(5), missing: 2 }, { state: "unknown" }, { state: "hidden" }])).toBe(
    "“至少”表示有的没有写，实际不少于此数，“未公布”表示没有写，不是零，“隐去”表示不列出来，以免说出或推算出少于五的数",
  );
});

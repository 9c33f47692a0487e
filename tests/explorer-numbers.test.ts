/** What the explorer counts: one unit and year at a time, as the figures do, and never kinder than they. */
import { describe, expect, it } from "vitest";
import { complaints, NOT_HANDLED } from "../src/datasets/complaints.ts";
import { datasets } from "../src/datasets/index.ts";
import { type Answer, Engine } from "../src/explore/engine.ts";
import { queryOf } from "../src/explore/head.ts";
import { barsNote, besideText, foundText } from "../src/explore/say.ts";
import { type ExploreTable, exploreTable } from "../src/explore/table.ts";
import { diskFolder } from "../src/ingest/disk.ts";
import { type Folder, memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import { conditionsText, isRowMetric, type Metric } from "../src/metrics/define.ts";
import { sortsOf } from "../src/metrics/sorts.ts";
import type { Site } from "../src/site/year.ts";
import { amountText } from "../src/text/format.ts";
import { type Cells, folderOf, seeded, someComplaints } from "./support/bureaus.ts";
import { KAILI } from "./support/kaili.ts";
import { allRows } from "./support/rows.ts";

async function siteOf(folder: Folder): Promise<Site> {
  const { site, problems } = await loadSite(folder);
  if (!site) throw new Error(JSON.stringify(problems.slice(0, 3)));
  return site;
}

function explorer(
  site: Site,
  id: string,
): { table: ExploreTable; ask: (search: string) => Answer } {
  const dataset = datasets.find((one) => one.id === id)!;
  const table = exploreTable(site.years, dataset)!;
  const engine = new Engine(table);
  return { table, ask: (search) => engine.answer(queryOf(search, table.columns, "year")) };
}

const of = (files: Record<string, readonly Cells[]>) =>
  siteOf(memoryFolder(folderOf(files as Record<string, Cells[]>)));

function options(answer: Answer, key: string): Record<string, string> {
  return Object.fromEntries(answer.facets[key]!.map(({ word, text }) => [word, text]));
}

const times = (count: number, row: Cells): Cells[] => Array.from({ length: count }, () => row);

describe("the bureau's own year", async () => {
  const site = await siteOf(diskFolder(KAILI));

  it("says 件 and 次 apart", () => {
    const { ask } = explorer(site, "complaints");
    const answer = ask("");
    expect(foundText(answer)).toBe("2023年受理投诉工单1472件");
    expect(besideText(answer, "件或次")).toContain("公众号接到群众反映问题30余次");
    expect(options(answer, "channel")).toMatchObject({ 数字城管: "1472件", 公众号: "30余次" });
    expect(JSON.stringify(answer)).not.toContain("1502");
  });

  it("says publicity and staff training apart", () => {
    const answer = explorer(site, "publicity").ask("");
    expect(foundText(answer)).toBe("2023年累计开展宣传活动35次");
    expect(besideText(answer, "次")).toMatch(/本单位学习、培训和考试\d+余?次/);
  });
});

describe("small tables by hand", () => {
  const tickets = [
    ...times(60, { 渠道: "12345热线", 街道: "城东", 满意度: "满意", 状态: "已办结" }),
    ...times(6, { 渠道: "12345热线", 街道: "城东", 满意度: "不满意", 状态: "已办结" }),
    ...times(2, { 渠道: "12345热线", 街道: "城西", 满意度: "非常不满意", 状态: "已办结" }),
    ...times(2, { 渠道: "12345热线", 街道: "城南", 满意度: "非常不满意", 状态: "已办结" }),
    ...times(1, { 渠道: "12345热线", 街道: "城东", 满意度: "非常不满意", 状态: "已办结" }),
    ...times(9, { 渠道: "公众号", 街道: "城东", 满意度: "", 状态: "已办结" }),
  ];

  it("all of a year: the rare words are there, with their true number", async () => {
    const { ask } = explorer(await of({ "2024/complaints.csv": tickets }), "complaints");
    const answer = ask("?by=satisfaction");
    expect(answer.bars.map(({ label, text }) => [label, text])).toEqual([
      ["满意", "60"],
      ["不满意", "6"],
      ["非常不满意", "5"],
    ]);
    expect(options(answer, "street")).toMatchObject({ 城东: "67", 城西: "2", 城南: "2" });
    expect(foundText(answer)).toBe("2024年受理诉求工单71件");
    expect(besideText(answer, "件或次")).toBe("另有（各数各的，不相加）：接到群众反映9次。");
    expect(foundText(ask("?of=2024.messages"))).toBe("2024年接到群众反映9次");
  });

  it("under a filter: what cells that are not listed keep out is said beside the number", async () => {
    const { ask } = explorer(await of({ "2024/complaints.csv": tickets }), "complaints");
    for (const [search, truth] of [
      ["?satisfaction=非常不满意", 5],
      ["?street=城西", 2],
      ["?street=城东&satisfaction=不满意", 6],
    ] as const) {
      const answer = ask(search);
      expect(answer.whole).toBe(false);
      expect(answer.matters, search).toBeLessThanOrEqual(truth);
      expect(answer.matters + answer.maybe, search).toBeGreaterThanOrEqual(truth);
      if (answer.maybe > 0)
        expect(foundText(answer)).toContain(`另有${answer.maybe}件有的内容未列明`);
    }
    // A word that nobody has is not behind a cell that is not listed.
    expect(foundText(ask("?street=没有这条街"))).toBe("没有符合条件的");
  });

  it("a column that most matters do not list is not drawn, and the page says why", async () => {
    const rows = Array.from({ length: 80 }, (_, i) => ({
      渠道: "12345热线",
      街道: i % 2 ? "城东" : "城西",
      类别: ["占道经营", "噪声扰民", "油烟扰民", "环卫保洁"][i % 4]!,
      满意度: ["满意", "非常满意", "基本满意", "不满意", "非常不满意"][i % 5]!,
      重复: i % 3 ? "否" : "是",
    }));
    const { table, ask } = explorer(await of({ "2024/complaints.csv": rows }), "complaints");
    expect(table.alike).toBe(true);
    const answer = ask("?street=城东&by=satisfaction");
    expect(answer.unlisted * 2).toBeGreaterThan(answer.matters);
    expect(answer.bars).toEqual([]);
    expect(barsNote(answer, "满意度", true)).toMatch(/未列明，超过一半，画出来会误导，所以不画/);
    expect(ask("?by=satisfaction").bars.map(({ matters }) => matters)).toEqual([
      16, 16, 16, 16, 16,
    ]);
  });

  it("years stand side by side: what is carried over is not added", async () => {
    const rows = times(12, { 执法领域: "市容环卫", 立案日期: "2023-12-20", 当事人类型: "法人" });
    const { ask } = explorer(await of({ "2023/cases.csv": rows, "2024/cases.csv": rows }), "cases");
    const answer = ask("");
    expect(foundText(answer)).toBe("2024年办理各类案件12件");
    expect(besideText(answer, "件")).toBe("另有（各数各的，不相加）：2023年办理各类案件12件。");
    expect(options(answer, "year")).toEqual({ 2024: "12", 2023: "12" });
    const filtered = ask("?field=市容环卫");
    expect([filtered.matters, filtered.others.map(({ text }) => text)]).toEqual([12, ["12件"]]);
    expect(foundText(ask("?year=2023"))).toBe("2023年办理各类案件12件");
  });

  it("about so many is not at least so many", async () => {
    const { ask } = explorer(
      await of({
        "2024/publicity.csv": [
          { 形式: "竞赛", 对象: "公众", 件数: "约20" },
          { 形式: "集中宣传", 对象: "公众", 件数: "3" },
          { 形式: "考试", 对象: "本单位人员", 件数: "4" },
        ],
      }),
      "publicity",
    );
    expect(ask("?form=竞赛").part.text).toBe("约20次");
    expect(ask("?form=集中宣传").part.text).toBe("3次");
    expect(ask("?form=考试").part.label).toBe("本单位学习、培训和考试");
  });
});

describe("whatever the bureau", () => {
  it("without a filter every number is the published one", async () => {
    let held = 0;
    for (let seed = 0; seed < 12; seed++) {
      const site = await of({ "2024/complaints.csv": someComplaints(seed) });
      held += holdsToFigures(site);
    }
    expect(held).toBeGreaterThan(300);
  });

  it("under filters the truth is between what is listed and what may be", async () => {
    let gaps = 0;
    for (let seed = 0; seed < 20; seed++) {
      const folder = memoryFolder(folderOf({ "2024/complaints.csv": someComplaints(seed) }));
      const site = await siteOf(folder);
      const rows = (await allRows(folder)).rows.get("2024/complaints") ?? [];
      const { table, ask } = explorer(site, "complaints");
      const random = seeded(seed);
      const words = (key: string) => [
        ...new Set(rows.map(({ values }) => values[key]).filter((one) => typeof one === "string")),
      ];
      const keys = table.columns.filter(({ key, facet }) => facet && key !== "year");
      for (let i = 0; i < 30; i++) {
        const chosen = Array.from({ length: 1 + Math.floor(random() * 2) }, () => {
          const { key } = keys[Math.floor(random() * keys.length)]!;
          const own = words(key);
          return [key, own[Math.floor(random() * own.length)] as string] as const;
        });
        const by = Object.fromEntries(chosen.filter(([, word]) => word !== undefined));
        if (Object.keys(by).length === 0) continue;
        const answer = ask(`?${new URLSearchParams(by)}`);
        const sort = sortsOf(complaints, metricsIn(site))[
          table.parts.find(({ id }) => id === answer.part.id)!.sort
        ]!;
        const channels = sort.where.channel as readonly string[];
        const truth = rows
          .filter(({ values }) => channels.includes(values.channel as string))
          // What went back is in no list.
          .filter(({ values }) => !NOT_HANDLED.some((state) => state === values.state))
          .filter(({ values }) => Object.entries(by).every(([key, word]) => values[key] === word))
          .reduce(
            (sum, { values }) => sum + ((values.count as { value: number } | null)?.value ?? 1),
            0,
          );
        expect(answer.matters, JSON.stringify(by)).toBeLessThanOrEqual(truth);
        expect(answer.matters + answer.maybe, JSON.stringify(by)).toBeGreaterThanOrEqual(truth);
        if (answer.maybe > 0) gaps++;
      }
    }
    expect(gaps).toBeGreaterThan(100);
  });
});

/** With the bureau's own words. */
function metricsIn({ latest }: Site): Metric[] {
  return [...latest.figures.values()].map(({ metric }) => metric);
}

/** Holds every part to its figure, and every column to the breakdown that is published of the same rows. */
function holdsToFigures(site: Site): number {
  let held = 0;
  for (const dataset of datasets.filter(({ explore }) => explore)) {
    const table = exploreTable(site.years, dataset);
    if (!table) continue;
    for (const part of table.parts) {
      const year = site.years.find((one) => String(one.year) === part.year)!;
      const sort = sortsOf(dataset, metricsIn(site))[part.sort]!;
      const figure = year.figures.get(sort.id)!;
      const answer = new Engine(table).answer(
        queryOf(`?year=${part.year}&of=${part.id}`, table.columns, "year"),
      );
      expect(answer.part.text).toBe(amountText(figure.computed, figure.metric.unit));
      for (const { metric, groups } of year.figures.values()) {
        if (!isRowMetric(metric) || metric.kind !== "count" || !metric.by || !groups) continue;
        if (metric.dataset !== dataset || conditionsText(metric) !== conditionsText(sort)) continue;
        const own = part.columns[metric.by];
        if (!own) continue;
        const told = new Map(own.map(({ word, matters }) => [word || "未注明", matters]));
        for (const { word, amount } of groups) {
          expect(told.get(word), `${metric.id} ${word}`).toBe(
            amount.state === "known" ? amount.value : 0,
          );
          held++;
        }
      }
    }
  }
  return held;
}

describe("rows of several sorts under one filter", async () => {
  const suit = { 类别: "行政诉讼", 审级: "一审", 诉讼地位: "被告", 状态: "已结" };
  const reconsideration = { 类别: "行政复议", 审级: "复议", 诉讼地位: "被申请人", 状态: "已结" };
  const site = await of({
    "2023/litigation.csv": times(2, { ...suit, 结果: "调解" }),
    "2024/litigation.csv": [
      ...times(3, { ...suit, 结果: "撤销" }),
      ...times(2, { ...suit, 结果: "驳回诉讼请求" }),
      ...times(4, { ...reconsideration, 结果: "撤销" }),
      ...times(5, { ...reconsideration, 结果: "驳回复议请求" }),
    ],
  });
  const { table, ask } = explorer(site, "litigation");

  it.each([
    ["nothing chosen", ""],
    ["a word of both", "?result=撤销"],
    ["a word of each", "?result=驳回诉讼请求&result=驳回复议请求"],
    ["the year", "?year=2024"],
    ["words of two years", "?result=撤销&result=调解"],
    ["another column", "?state=已结"],
  ])("%s: no word that a listed row says is 0", (_, search) => {
    const answer = ask(search);
    const columns = table.columns.filter(({ shown }) => shown);
    const words = new Set<string>();
    const at = columns.findIndex(({ key }) => key === "result");
    const year = columns.findIndex(({ key }) => key === "year");
    for (const row of answer.rows) {
      if (search.includes("调解") || row[year] === answer.part.year) words.add(row[at]!);
    }
    expect(words.size).toBeGreaterThan(0);
    for (const word of words) {
      const option = answer.facets.result!.find((one) => one.word === word);
      expect(option?.text, word).not.toMatch(/^0/);
    }
  });

  it("says whose number it is, and adds nothing", () => {
    const told = options(ask("?result=撤销&result=驳回复议请求&result=调解"), "result");
    expect(told).toMatchObject({
      撤销: "3",
      驳回诉讼请求: "2",
      驳回复议请求: "行政复议5件",
      调解: "2023年以本局为被告的行政诉讼2件",
    });
  });
});

describe("rows that do not say what they are", async () => {
  const site = await of({
    "2024/complaints.csv": times(12, { 渠道: "", 街道: "城东", 满意度: "满意" }),
  });

  it.each(["", "?street=城东", "?satisfaction=满意", "?street=城东&satisfaction=满意"])(
    "%s: their number is 未公布, never 0",
    (search) => {
      const { ask } = explorer(site, "complaints");
      const answer = ask(search);
      expect(foundText(answer)).not.toMatch(/(?<!\d)0件/);
      expect(answer.part.text).toBe("未公布");
    },
  );

  it("in figures too", () => {
    for (const id of ["complaints", "messages", "complaints-rated", "complaints-by-street"]) {
      expect(site.latest.figures.get(id)!.amount.state, id).toBe("unknown");
    }
  });
});

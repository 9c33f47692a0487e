/** 栏目 of site.yaml: the order, names and absence of topics. */
import { expect, test } from "vitest";
import { datasets } from "../src/datasets/index.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import { pairsOf } from "../src/site/pairs.ts";
import { amountCells } from "../src/text/amount-cells.ts";
import { amountText, statusText } from "../src/text/format.ts";
import { topics } from "../src/topics/index.ts";
import { awaited, tableNotes } from "../src/topics/lacking.ts";
import { hiddenTopics, shownTopics } from "../src/topics/shown.ts";
import type { Value } from "../src/values/value.ts";

const INDICATORS = `指标编号,指标名称,数值,单位,栏目,报告章节
cases,案件,40,件,案件,一
litigation,诉讼,3,件,诉讼复议,一
publicity-events,宣传,8,次,普法,一
complaints,工单,9,件,投诉,一
licences,许可,7,件,监督,一
`;

const load = (topics: string, indicators = INDICATORS) =>
  loadSite(
    memoryFolder({
      "site.yaml": `数据性质: 正式\n单位名称: 某县政府\n网站名称: 法治\n${topics}`,
      "2023/indicators.csv": indicators,
    }),
  );
async function siteOf(topics: string, indicators = INDICATORS) {
  const { site, problems } = await load(topics, indicators);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return site!;
}
async function errorsOf(topics: string): Promise<string> {
  const { problems } = await load(topics);
  return problems
    .filter(({ severity }) => severity === "error")
    .map(({ why, fix }) => `${why}；${fix}`)
    .join("\n");
}

test("a rate of few names the unit that the bureau counts in", async () => {
  const rows = [
    "hearings,开庭,8,起",
    "head-appearances,出庭,8,起",
    "complaints,工单,4,起",
    "complaints-resolved,办结,3,起",
  ];
  const site = await siteOf(
    "",
    `${INDICATORS.split("\n")[0]}\n${rows.map((row) => `${row},,一\n`).join("")}`,
  );
  const said = (id: string) => statusText(site.latest.figures.get(id)!.amount);
  expect(said("head-appearance-rate")).toBe("不足10起");
  expect(said("complaint-resolution-rate")).toBe("不足10起");
});

test.each([
  [3, false],
  [12, true],
])("the days of %i licences are told in a sentence: %s", async (count, told) => {
  const rows = Array.from(
    { length: count },
    (_, i) => `字2023${i + 1}号,户外广告,2023-03-01,2023-03-${10 + i},准予\n`,
  );
  const { site, problems } = await loadSite(
    memoryFolder({
      "site.yaml": "数据性质: 正式\n单位名称: 某县政府\n网站名称: 法治\n",
      "2023/licences.csv": `许可编号,事项,受理日期,决定日期,结果\n${rows.join("")}`,
    }),
  );
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const topic = shownTopics(site!).find(({ id }) => id === "supervision")!;
  const lead = topic.lead(site!.latest);
  expect(lead).toContain("licences");
  expect(lead.includes("中位数")).toBe(told);
});

test("a share of nothing is neither none nor 未公布", async () => {
  const rows = ["hearings,开庭,0,起", "head-appearances,出庭,0,起"];
  const file = `${INDICATORS.split("\n")[0]}\n${rows.map((row) => `${row},,一\n`).join("")}`;
  const site = await siteOf("", file);
  const { amount, metric } = site.latest.figures.get("head-appearance-rate")!;
  expect(amountText(amount, "%")).toBe("没有可算的");
  expect(amountCells(amount)).toEqual(["", "没有可算的"]);
  const needs = shownTopics(site).flatMap((topic) => [...awaited(site, topic).values()].flat());
  expect(needs.map(({ id }) => id)).not.toContain(metric.id);
  // A year of which there is none beside another is no news.
  const listed = pairsOf(site, site.latest, site.latest).map((pair) => pair.metric.id);
  expect(listed).toContain("hearings");
  expect(listed).not.toContain(metric.id);
});

test.each([
  ["all are pending", "在办", "在办", false],
  ["one is closed", "在办", "已结", true],
  ["of one nobody says", "在办", "", true],
])("what a suit that is pending cannot have yet is not missing: %s", async (_, one, other, is) => {
  const { site } = await loadSite(
    memoryFolder({
      "site.yaml": "数据性质: 正式\n单位名称: 某县政府\n网站名称: 法治\n",
      "2023/litigation.csv": `类别,审级,受理日期,状态\n行政诉讼,一审,2023-01-05,${one}\n行政诉讼,一审,2023-02-05,${other}\n`,
    }),
  );
  const topic = shownTopics(site!).find(({ id }) => id === "litigation")!;
  const said = tableNotes(site!.latest, topic).join();
  expect(said.includes("结果、结案日期")).toBe(is);
  expect(said).toContain("还没有公布：");
  const needs = [...awaited(site!, topic).keys()].join();
  expect(needs.includes("有“已结”的行")).toBe(!is);
});

test("what is missing names the columns that would tell it, and no other way to it", async () => {
  const site = await siteOf("");
  const needs = shownTopics(site).flatMap((topic) => [...awaited(site, topic).keys()]);
  const columns = needs.map((need) => need.split("写明")[1]?.split("、") ?? []);
  expect(Math.max(...columns.map(({ length }) => length))).toBeLessThanOrEqual(5);
  // What is said to be enough is enough.
  for (const { columns, derived = {} } of datasets) {
    for (const { tells, value } of Object.values(derived)) {
      if (!tells) continue;
      const cell = (key: string): Value => {
        const { type, words } = columns[key]!;
        return type === "date" ? "2023-05-08" : type === "words" ? [words!.at(-1)!] : words![0]!;
      };
      const row = Object.fromEntries(tells.map((key) => [key, cell(key)]));
      expect(value(row, "2023-12-31"), tells.join()).not.toBeNull();
    }
  }
});

test.each([
  ["", ["案件", "诉讼复议", "普法", "诉求", "监督"]],
  ["栏目:\n  - 名称: 诉求\n  - 名称: 案件\n", ["诉求", "案件", "诉讼复议", "普法", "监督"]],
  ["栏目:\n  - 名称: 投诉\n  - 名称: 案件\n", ["诉求", "案件", "诉讼复议", "普法", "监督"]],
  [
    "栏目:\n  - { 编号: complaints, 名称: 群众诉求 }\n",
    ["群众诉求", "案件", "诉讼复议", "普法", "监督"],
  ],
  ["栏目:\n  - { 名称: 普法, 显示: 否 }\n", ["案件", "诉讼复议", "诉求", "监督"]],
])("%j is the navigation %j", async (topics, names) => {
  const site = await siteOf(topics);
  expect(shownTopics(site).map(({ nav }) => nav)).toEqual(names);
});

test("a hidden topic keeps its numbers, and is named", async () => {
  const site = await siteOf("栏目:\n  - { 名称: 普法, 显示: 否 }\n");
  expect(hiddenTopics(site).map(({ nav }) => nav)).toEqual(["普法"]);
  expect(site.metrics.has("publicity-events")).toBe(true);
  expect(site.metrics.has("publicity-leaflets")).toBe(false);
});

test("a topic of which nothing is known is none, whatever site.yaml says", async () => {
  const site = await siteOf(
    "栏目:\n  - 名称: 投诉\n  - { 编号: health, 名称: 卫生 }\n",
    INDICATORS.replace(/^complaints.*\n/m, ""),
  );
  expect(shownTopics(site).map(({ nav }) => nav)).toEqual(["案件", "诉讼复议", "普法", "监督"]);
});

test("under a new name a topic is known by both", async () => {
  const topics = "栏目:\n  - { 编号: complaints, 名称: 群众诉求 }\n";
  const site = await siteOf(
    topics,
    `${INDICATORS}own,来访,5,次,群众诉求,一\nold,来信,6,件,投诉,一\n`,
  );
  for (const id of ["own", "old"]) expect(site.metrics.get(id)?.topic).toBe("complaints");
});

test("what cannot be meant is said", async () => {
  expect(await errorsOf("栏目:\n  - 名称: 群众诉求\n")).toContain("没有“群众诉求”这个栏目");
  expect(await errorsOf("栏目:\n  - { 编号: mine, 名称: 投诉 }\n")).toContain("已经有栏目“诉求”");
  expect(await errorsOf("栏目:\n  - { 名称: 投诉, 显示: 不 }\n")).toContain("显示只写");
});

test.each([
  ["某县城市管理局", "", "本局"],
  ["某市人民政府", "", "本级政府"],
  ["某区管理委员会", "", "本单位"],
  ["某县城市管理局", "自称: 我局\n", "我局"],
])("%s, which writes %j, calls itself %s", async (name, written, self) => {
  const { site } = await loadSite(
    memoryFolder({
      "site.yaml": `数据性质: 正式\n单位名称: ${name}\n网站名称: 法治\n${written}`,
      "2023/indicators.csv": INDICATORS,
    }),
  );
  expect(site?.metrics.get("litigation")?.label).toBe(`以${self}为被告的行政诉讼`);
  expect(site?.latest.self).toBe(self);
});

test.each<[topic: string, rows: readonly string[], lead: string]>([
  [
    "litigation",
    [
      "litigation,诉讼,0,件,诉讼复议",
      "hearings,开庭,0,起,诉讼复议",
      "head-appearances,出庭,0,起,诉讼复议",
    ],
    "2023年以本级政府为被告的行政诉讼{{litigation}}，一审开庭{{hearings}}。",
  ],
  [
    "litigation",
    ["hearings,开庭,1,起,诉讼复议", "head-appearances,出庭,0,起,诉讼复议"],
    "2023年一审开庭{{hearings}}，其中负责人出庭{{head-appearances}}。",
  ],
  [
    "cases",
    ["legal-reviews,审核,0,件次,案件", "legal-reviews-passed,通过,0,件,案件"],
    "2023年法制审核{{legal-reviews}}。",
  ],
  ["cases", ["legal-reviews-passed,通过,3,件,案件"], "2023年审核通过的{{legal-reviews-passed}}。"],
  [
    "publicity",
    ["duty-publicity,普法,9,次,普法"],
    "2023年按普法责任制开展的普法宣传{{duty-publicity}}。",
  ],
  [
    "supervision",
    ["licences,许可,0,件,监督", "licences-granted,准予,0,件,监督"],
    "2023年办理的许可有{{licences}}。",
  ],
  [
    "supervision",
    ["licences,许可,2,件,监督", "licences-granted,准予,0,件,监督"],
    "2023年办理的许可有{{licences}}。当年准予许可{{licences-granted}}。",
  ],
])("the lead of %s with %j: no part of what is none or not known", async (id, rows, lead) => {
  const text = rows.map((row) => `${row},一\n`).join("");
  const site = await siteOf("", `指标编号,指标名称,数值,单位,栏目,报告章节\n${text}`);
  expect(topics.find((topic) => topic.id === id)!.lead(site.latest)).toBe(lead);
});

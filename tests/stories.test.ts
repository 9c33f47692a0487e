/** A topic's page as a story: sections in the order a citizen asks, few pictures, nothing lost. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Item, View } from "../src/charts/define.ts";
import { bars } from "../src/charts/forms/bars.ts";
import { unitMarks } from "../src/charts/forms/marks.ts";
import { charts } from "../src/charts/index.ts";
import { isWorthDrawing } from "../src/charts/worth.ts";
import { diskFolder } from "../src/ingest/disk.ts";
import { type Folder, memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import { topics } from "../src/topics/index.ts";
import { shownTopics } from "../src/topics/shown.ts";
import { chartsOfTopic, MOST_PICTURES, placeOf, storyOf } from "../src/topics/story.ts";
import { type Amount, known, UNKNOWN_AMOUNT } from "../src/values/amount.ts";
import { KAILI } from "./support/kaili.ts";

const BUREAUS = join(import.meta.dirname, "bureaus");

async function siteOf(folder: Folder) {
  const { site } = await loadSite(folder);
  return site!;
}

describe.each(topics)("the sections of $id", ({ id, sections = [] }) => {
  test("have places and words of their own, short enough for a jump list", () => {
    expect(new Set(sections.map((one) => one.id)).size).toBe(sections.length);
    expect(new Set(sections.map(({ question }) => question)).size).toBe(sections.length);
    expect(sections.filter(({ question }) => [...question].length > 9)).toEqual([]);
  });

  test("ask for charts of the topic, each in one place", () => {
    const asked = sections.flatMap((one) => one.charts);
    const own = charts.filter(({ topic }) => topic === id).map((chart) => chart.id);
    expect(asked.filter((chart) => !own.includes(chart))).toEqual([]);
    expect(new Set(asked).size).toBe(asked.length);
    // A place on the page is not where a chart stands.
    expect(sections.filter((one) => charts.some((chart) => chart.id === one.id))).toEqual([]);
  });
});

const SITES: readonly [string, () => Folder][] = [
  ["the 2023 data", () => diskFolder(KAILI)],
  ...readdirSync(BUREAUS)
    .filter((name) => existsSync(join(BUREAUS, name, "data")))
    .map((name): [string, () => Folder] => [name, () => diskFolder(join(BUREAUS, name, "data"))]),
];

test.each(SITES)("of %s every chart has one place, and no page too many", async (_, folder) => {
  const site = await siteOf(folder());
  for (const topic of shownTopics(site)) {
    for (const year of site.years) {
      const { sections, others, rest } = storyOf(site, topic, year);
      const shown = [...sections.map(({ chart }) => chart), ...others];
      expect(shown.length).toBeLessThanOrEqual(MOST_PICTURES);
      expect(sections.length).not.toBe(1);
      const all = chartsOfTopic(site, topic, year);
      expect(new Set([...shown, ...rest])).toEqual(new Set(all));
      expect(shown.length + rest.length).toBe(all.length);
      for (const chart of rest) expect(placeOf(site, chart, year)).toMatch(/\/charts\/#/);
      for (const chart of shown) expect(placeOf(site, chart, year)).not.toContain("charts/#");
    }
  }
});

const SITE = "数据性质: 正式\n单位名称: 某县城市管理局\n网站名称: 法治\n";
const HEAD = "指标编号,指标名称,数值,单位,栏目,报告章节\n";

test.each([
  ["one question", "penalty-disclosures,公示,9,条,案件,一\n", "cases"],
  [
    "a topic of its own",
    "applied,申请,9,件,许可服务,一\ngranted,准予,8,件,许可服务,一\n",
    "permits",
  ],
])("%s makes no jump list", async (_, rows, id) => {
  const site = await siteOf(
    memoryFolder({
      "site.yaml": `${SITE}栏目:\n  - { 编号: permits, 名称: 许可服务 }\n`,
      "2023/indicators.csv": `${HEAD}${rows}`,
    }),
  );
  const topic = shownTopics(site).find((one) => one.id === id)!;
  expect(storyOf(site, topic, site.latest).sections).toEqual([]);
});

const item = (amount: Amount): Item => ({
  label: "某数",
  amount,
  unit: "件",
  origin: { sections: [], from: [] } as unknown as Item["origin"],
});
const viewOf = (amounts: readonly Amount[], form = bars(amounts.map(item))): View => ({
  title: "",
  subtitle: "",
  dimension: "",
  items: amounts.map(item),
  form,
  notes: [],
});

test.each<[string, readonly Amount[], boolean]>([
  ["one number", [known(5)], false],
  ["one of four that is known", [UNKNOWN_AMOUNT, known(5), UNKNOWN_AMOUNT, UNKNOWN_AMOUNT], false],
  ["four unknown", Array(4).fill(UNKNOWN_AMOUNT), false],
  ["two equal ones", [known(145), known(145)], false],
  ["two", [known(145), known(144)], true],
  ["three equal ones", [known(1), known(1), known(1)], true],
  ["two equal ones, and none that is left", [known(25), known(25), known(0)], false],
  ["one, and none of the others", [known(5), known(0), known(0)], false],
  ["nothing at all", [known(0), known(0), known(0)], false],
  ["two, and none of a third", [known(10), known(7), known(0)], true],
])("%s", (_, amounts, drawn) => {
  expect(isWorthDrawing(viewOf(amounts))).toBe(drawn);
});

test("events are counted even where there are as many as there should be", () => {
  const marks = unitMarks(item(known(10)), item(known(0)));
  expect(isWorthDrawing(viewOf([known(10), known(10)], marks))).toBe(true);
});

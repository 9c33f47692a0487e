/** What only the bureau's data name: topics, indicators without a metric, statutory tables. No browser. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ROOT } from "../scripts/lib/places.ts";
import { charts } from "../src/charts/index.ts";
import { chartsOf } from "../src/charts/of-site.ts";
import { isDrawn, render } from "../src/charts/render.ts";
import { findingsOf } from "../src/findings/find.ts";
import { TAKEN } from "../src/ingest/config/topics.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { problemText } from "../src/ingest/problems/words.ts";
import { loadSite } from "../src/load/load-site.ts";
import type { Site, Year } from "../src/site/year.ts";
import { amountText } from "../src/text/format.ts";
import { topicsOf } from "../src/topics/of-site.ts";
import { restOf, tablesOf } from "../src/topics/own.ts";

const SITE = "数据性质: 演示\n单位名称: 青岚县综合行政执法局\n网站名称: 数据公开\n";
const HEADER = "指标编号,指标名称,数值,单位,栏目,上级指标,关系,报告章节,说明";

type Files = Readonly<Record<string, string>>;
const load = (files: Files, site = SITE) => loadSite(memoryFolder({ "site.yaml": site, ...files }));

async function siteOf(files: Files, site?: string): Promise<Site> {
  const loaded = await load(files, site);
  if (loaded.site) return loaded.site;
  throw new Error(loaded.problems.map(problemText).join("\n"));
}

/** indicators.csv of these rows. */
const stated = (...rows: string[]) => [HEADER, ...rows].join("\n");
const plain = (text: string) => text.replace(/\u200b/g, "");
const ownIds = (site: Site) =>
  chartsOf(site)
    .slice(charts.length)
    .map(({ id }) => id);

function drawnIn(site: Site, year: Year, topic: string) {
  return chartsOf(site).filter((chart) => chart.topic === topic && isDrawn(site, chart, year));
}
function shownOf(site: Site, id: string, year = site.latest) {
  const { title, view } = render(site, chartsOf(site).find((chart) => chart.id === id)!, year);
  const items = view.items.map(({ label, amount, unit }) => `${label}${amountText(amount, unit)}`);
  return { title: plain(title), items, notes: view.notes };
}
const rest = (site: Site, topic: string, year = site.latest) =>
  restOf(year, topic, drawnIn(site, year, topic)).map(({ item, note }) =>
    [item.label, amountText(item.amount, item.unit), item.origin.sections.join("、"), note].join(
      "|",
    ),
  );

describe("an indicator that the program has no metric for", () => {
  test("with parts: a chart of the parts, under an id that is the total's", async () => {
    const site = await siteOf({
      "2023/indicators.csv": stated(
        "dogs,登记犬只,400,只,监督,,,一(二),",
        "dogs-large,大型犬,370,只,监督,dogs,合计,一(二),",
        "dogs-small,其中：小型犬,30,只,监督,dogs,,一(二),",
      ),
    });
    expect(ownIds(site)).toEqual(["parts-dogs"]);
    expect(shownOf(site, "parts-dogs")).toMatchObject({
      title: "登记犬只400只，93%是大型犬",
      items: ["大型犬370只", "小型犬30只"],
    });
    expect(rest(site, "supervision")).toEqual([]);
  });

  test("parts that do not add up are no shares: both values of the total stand beside them", async () => {
    const site = await siteOf({
      "2023/indicators.csv": stated(
        "dogs,登记犬只,400,只,监督,,,一(二),",
        "dogs-large,大型犬,370,只,监督,dogs,合计,一(二),",
        "dogs-small,小型犬,40,只,监督,dogs,合计,一(二),",
      ),
    });
    const shown = shownOf(site, "parts-dogs");
    expect(shown.title).toBe("登记犬只：分项相加与总数不同");
    expect(shown.items).toEqual(["合计400只", "大型犬370只", "小型犬40只"]);
  });

  test("其中 is no part that makes up a whole: it stands in the list, and says of what it is part", async () => {
    const site = await siteOf({
      "2023/indicators.csv": stated(
        "dogs,登记犬只,400,只,监督,,,一(二),",
        "dogs-large,大型犬,370,只,监督,dogs,其中,一(二),",
        "lamps,路灯,约3000,盏,监督,,,二(一),含庭院灯",
      ),
    });
    expect(ownIds(site)).toEqual([]);
    expect(rest(site, "supervision")).toEqual([
      "登记犬只|400只|一(二)|",
      "大型犬|370只|一(二)|“登记犬只”的一部分",
      "路灯|约3000盏|二(一)|含庭院灯",
    ]);
  });

  test("own parts of a number that the program knows are a chart of its own topic", async () => {
    const site = await siteOf({
      "2023/indicators.csv": stated(
        "licences,办理行政许可,398,件,监督,,,一(三),",
        "licences-road,占道许可,300,件,监督,licences,合计,一(三),",
        "licences-tree,树木许可,98,件,监督,licences,合计,一(三),",
      ),
    });
    expect(ownIds(site)).toEqual(["parts-licences"]);
    expect(drawnIn(site, site.latest, "supervision").map(({ id }) => id)).toContain(
      "parts-licences",
    );
  });

  test("of several years: a trend, with its parts beside it", async () => {
    const row = (value: string) => stated(`dogs,登记犬只,${value},只,监督,,,一(二),`);
    const site = await siteOf({
      "2022/indicators.csv": row("350"),
      "2023/indicators.csv": row("400"),
    });
    expect(ownIds(site)).toEqual(["years-dogs"]);
    expect(shownOf(site, "years-dogs").items).toEqual([
      "登记犬只，2022年350只",
      "登记犬只，2023年400只",
    ]);
    expect(rest(site, "supervision")).toEqual([]);
    expect(rest(site, "supervision", site.years[0])).toEqual(["登记犬只|350只|一(二)|"]);
  });

  test.each([
    ["label", "dogs,登记在册犬只,400,只,监督,,,一(二),"],
    ["说明", "dogs,登记犬只,400,只,监督,,,一(二),按登记证计"],
  ])("another %s in another year: no trend, and it is said", async (_, row) => {
    const site = await siteOf({
      "2022/indicators.csv": stated("dogs,登记犬只,350,只,监督,,,一(二),"),
      "2023/indicators.csv": stated(row),
    });
    expect(ownIds(site)).toEqual([]);
    expect(rest(site, "supervision").join()).toContain("口径不同，不比较");
  });

  test("a series that means the same is drawn without one that does not", async () => {
    const site = await siteOf({
      "2022/indicators.csv": stated(
        "dogs,登记犬只,350,只,监督,,,一(二),",
        "dogs-large,大型犬,20,只,监督,dogs,其中,一(二),",
      ),
      "2023/indicators.csv": stated(
        "dogs,登记犬只,400,只,监督,,,一(二),",
        "dogs-large,大型犬,90,只,监督,dogs,其中,一(二),体高超过五十厘米",
      ),
    });
    const { items, notes } = shownOf(site, "years-dogs");
    expect(items.join()).not.toContain("大型犬");
    expect(notes.join()).toContain("大型犬各年的名称、单位或说明不同，口径不同");
    expect(rest(site, "supervision").join()).toContain("大型犬|90只");
  });

  test("any tree of indicators: each own number is drawn or listed, none twice, none lost", async () => {
    const node = fc.record({
      value: fc.integer({ min: 0, max: 5000 }),
      parent: fc.integer({ min: -3, max: 7 }),
      relation: fc.constantFrom("合计", "其中", ""),
      unit: fc.constantFrom("只", "件"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(node, { minLength: 1, maxLength: 8 }), async (nodes) => {
        const unitOf = (at: number): string => {
          const { parent, unit } = nodes[at]!;
          return parent >= 0 && parent < at ? unitOf(parent) : unit;
        };
        const rows = nodes.map(({ value, parent, relation }, at) => {
          const above = parent >= 0 && parent < at ? `own-${parent}` : "";
          return `own-${at},某数${"甲乙丙丁戊己庚辛"[at]},${value},${unitOf(at)},监督,${above},${above && relation},一,`;
        });
        const site = await siteOf({ "2023/indicators.csv": stated(...rows) });
        const year = site.latest;
        const drawn = drawnIn(site, year, "supervision").filter(({ own }) => own);
        const shown = new Set(drawn.flatMap((chart) => chart.view(year).shows ?? []));
        const listed = restOf(year, "supervision", drawn).map(({ id }) => id);
        expect(new Set([...shown, ...listed]).size).toBe(nodes.length);
        expect(listed.filter((id) => shown.has(id))).toEqual([]);
        for (const chart of drawn) {
          const units = new Set(chart.view(year).items.map(({ unit }) => unit));
          expect(units.size, "a chart of parts has one unit").toBe(1);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("a topic that site.yaml declares", () => {
  const OWN = `${SITE}栏目:\n  - 编号: permits\n    名称: 行政许可\n`;

  test("has a page, a word in 栏目, and a headline that holds without data", async () => {
    const row = (value: string) => stated(`applied,受理许可申请,${value},件,行政许可,,,一(三),`);
    const site = await siteOf(
      { "2022/indicators.csv": row(""), "2023/indicators.csv": row("230") },
      OWN,
    );
    const topic = topicsOf(site).at(-1)!;
    expect(topic).toMatchObject({ id: "permits", nav: "行政许可", label: "行政许可" });
    expect(site.latest.figures.get("applied")?.metric.topic).toBe("permits");
    expect(plain(topic.headline(site.latest))).toBe("受理许可申请230件");
    expect(plain(topic.headline(site.years[0]!))).toBe("行政许可的数字未公布");
    expect(topic.lead(site.latest)).toContain("1个数字");
  });

  test("is no word of another bureau's 栏目", async () => {
    const { problems } = await load({
      "2023/indicators.csv": stated("applied,受理申请,2,件,行政许可,,,一,"),
    });
    expect(problems.map(({ code }) => code)).toContain("word");
  });

  test.each([
    ["an address of a page", "  - 编号: data\n    名称: 行政许可\n", "这个编号是别的网页的网址"],
    ["a Chinese id", "  - 编号: 许可\n    名称: 行政许可\n", "编号会成为网址的一部分"],
    ["a topic that is there", "  - 编号: permits\n    名称: 案件\n", "已经有栏目“案件”"],
    [
      "one name twice",
      "  - 编号: a\n    名称: 许可\n  - 编号: b\n    名称: 许可\n",
      "编号或名称相同",
    ],
    ["a misspelt key", "  - 编号: permits\n    名字: 许可\n", "没有这一项"],
    ["no name", "  - 编号: permits\n", "缺少"],
  ])("%s is refused in words", async (_, list, words) => {
    const { site, problems } = await load(
      { "2023/cases.csv": "执法领域,件数\n市容,1\n" },
      `${SITE}栏目:\n${list}`,
    );
    expect(site).toBeNull();
    expect(problems.map(problemText).join("\n")).toContain(words);
  });

  test("takes no address of a page", () => {
    const pages = readdirSync(join(ROOT, "src/pages")).map((name) => name.split(".")[0]!);
    const own = pages.filter((name) => name !== "index" && !name.startsWith("["));
    expect([...TAKEN].sort()).toEqual(own.sort());
  });
});

describe("a statutory statistics table", () => {
  const TABLE = "类别,项目,单位,数值,说明";
  const table = (...rows: string[]) => ({ "2023/statistics.csv": [TABLE, ...rows].join("\n") });

  test("is shown as it stands, with its notes; its parts are a chart, and what another unit counts is none", async () => {
    const site = await siteOf(
      table(
        "行政处罚,警告、通报批评,宗,12,",
        "行政处罚,罚款,宗,214,",
        "行政处罚,其他行政处罚,宗,4,",
        "行政处罚,合计（宗）,宗,230,只计最重的一种",
        "行政处罚,罚没金额,元,418500,",
        "行政处罚,简易程序,宗,100,",
        "行政许可,申请,件,2207,",
        "行政许可,准予许可,件,2200,",
      ),
    );
    expect(
      tablesOf(site.latest, "cases").map(({ kind, lines }) => [
        kind,
        ...lines.map(
          ({ item, isTotal }) =>
            `${item.label}${isTotal ? "＝" : ""}${amountText(item.amount, item.unit)}`,
        ),
      ]),
    ).toEqual([
      [
        "行政处罚",
        "警告、通报批评12宗",
        "罚款214宗",
        "其他行政处罚4宗",
        "合计（宗）＝230宗",
        "罚没金额418,500元",
        "简易程序100宗",
      ],
    ]);
    expect(
      tablesOf(site.latest, "cases")[0]!
        .lines.map(({ note }) => note)
        .join(""),
    ).toBe("只计最重的一种");
    expect(tablesOf(site.latest, "supervision").map(({ kind }) => kind)).toEqual(["行政许可"]);
    expect(ownIds(site)).toEqual(["parts-statistics-penalty-total"]);
    expect(shownOf(site, "parts-statistics-penalty-total")).toMatchObject({
      title: "行政处罚合计（宗）230宗，93%是罚款",
      items: ["警告、通报批评12宗", "罚款214宗", "其他行政处罚4宗"],
    });
    const { source } = render(site, chartsOf(site).at(-1)!, site.latest);
    expect(source).toContain("青岚县综合行政执法局2023年行政执法统计年报");
    expect(findingsOf(site.latest)).toEqual([]);
    expect(rest(site, "cases")).toEqual([]);
  });

  test("a table goes to the topic that has its name", async () => {
    const own = `${SITE}栏目:\n  - 编号: permits\n    名称: 行政许可\n`;
    const site = await siteOf(table("行政许可,申请,件,2207,"), own);
    expect(tablesOf(site.latest, "permits").map(({ kind }) => kind)).toEqual(["行政许可"]);
  });

  test("a total that its parts do not make is a finding", async () => {
    const site = await siteOf(
      table("行政处罚,警告,件,5,", "行政处罚,罚款,件,8,", "行政处罚,合计,件,12,"),
    );
    expect(findingsOf(site.latest).map(({ id, difference }) => [id, difference])).toEqual([
      ["statistics-penalty-total-parts", 1],
    ]);
  });

  test.each([
    ["小计 and 合计", ["警告,件,5", "罚款,件,8", "小计,件,13", "拘留,件,1", "合计,件,14"], []],
    ["two 小计", ["警告,件,5", "小计,件,5", "罚款,件,8", "第二小计,件,8", "合计,件,13"], []],
    ["其中 is not added", ["警告,件,5", "罚款,件,8", "其中：当场罚款,件,3", "合计,件,13"], []],
    [
      "其中 that is more than its whole",
      ["罚款,件,8", "其中：当场罚款,件,9", "合计,件,8"],
      ["within"],
    ],
    ["an unknown part", ["警告,件,", "罚款,件,8", "合计,件,13"], []],
    ["what stands below the total", ["罚款,件,8", "合计,件,8", "听证,件,3"], []],
  ])("%s", async (_, rows, rules) => {
    const site = await siteOf({
      "2023/statistics.csv": ["类别,项目,单位,数值", ...rows.map((row) => `行政处罚,${row}`)].join(
        "\n",
      ),
    });
    expect(findingsOf(site.latest).map(({ rule }) => rule.id)).toEqual(rules);
  });

  test("上级项目 says it in any order, also of a total that stands first", async () => {
    const site = await siteOf({
      "2023/statistics.csv":
        "类别,项目,单位,数值,上级项目,关系\n行政处罚,合计,件,12,,\n行政处罚,警告,件,5,合计,\n行政处罚,罚款,件,8,合计,\n行政处罚,简易程序,件,3,合计,其中\n行政处罚,听证,件,2,,\n",
    });
    expect(findingsOf(site.latest).map(({ id }) => id)).toEqual(["statistics-penalty-total-parts"]);
    expect(shownOf(site, "parts-statistics-penalty-total").items).toEqual([
      "合计12件",
      "警告5件",
      "罚款8件",
    ]);
  });

  test("a kind of the bureau's own is in vocabularies.yaml", async () => {
    const site = await siteOf({
      "vocabularies.yaml": "执法统计类别:\n  行政调解: [调解]\n",
      ...table("调解,受理,件,7,", "行政调解,合计,件,7,"),
    });
    const [own] = tablesOf(site.latest, "supervision");
    expect(own).toMatchObject({ kind: "行政调解" });
    for (const { id } of own!.lines) expect(id).toMatch(/^statistics-[0-9a-f]{8}-/);
    expect(ownIds(site)).toHaveLength(1);
  });

  test("the same item has the same address in every year", async () => {
    const site = await siteOf({
      "2022/statistics.csv": `${TABLE}\n行政处罚,罚款,件,7,\n行政处罚,合计,件,7,\n`,
      "2023/statistics.csv": `${TABLE}\n行政处罚,警告,件,1,\n行政处罚,罚款,件,8,\n行政处罚,合计,件,9,\n`,
    });
    const ids = [...site.metrics.keys()].filter((id) => id.startsWith("statistics-"));
    expect(ids).toHaveLength(3);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+$/);
    expect(ownIds(site)).toContain("years-statistics-penalty-total");
  });
});

describe("a statutory table where matters are listed is told so", () => {
  const codes = async (files: Files) => {
    const { problems } = await load(files);
    const errors = problems.filter(({ severity }) => severity === "error");
    return { codes: errors.map(({ code }) => code), text: errors.map(problemText).join("\n") };
  };
  const WIDE =
    "某县2024年度行政处罚实施情况统计表,,,,\n行政处罚实施数量（宗）,,,,\n警告,罚款,没收违法所得、没收非法财物,合计（宗）,罚没金额（元）\n12,214,1,227,418500\n";

  // The form as it is printed goes in by import, wherever it was put.
  test.each([
    ["the printed table", "cases", WIDE],
    ["the printed table in its own file", "statistics", WIDE],
    [
      "the printed table of licences",
      "indicators",
      "2024年度行政许可实施情况统计表,,,\n申请数量,受理数量,许可数量,不予许可数量\n7,7,7,0\n",
    ],
  ])("%s", async (_, dataset, text) => {
    const said = await codes({ [`2023/${dataset}.csv`]: text });
    expect([...new Set(said.codes)]).toEqual(["raw-export"]);
    expect(said.text).toContain("npm run import");
  });

  test.each([
    ["the long table", "cases", "类别,项目,单位,数值\n行政处罚,警告、通报批评,件,12175\n"],
    [
      "a row wider than its header",
      "cases",
      "执法领域,件数\n市容,3\n行政处罚,警告、通报批评,件,12175\n",
    ],
    [
      "a row as wide as its header",
      "cases",
      "执法领域,案件来源,程序,件数\n市容,巡查发现,普通程序,3\n行政处罚,警告、通报批评,件,12175\n",
    ],
    [
      "a row without its kind",
      "cases",
      "执法领域,程序,件数\n市容,普通程序,3\n警告、通报批评,件,12175\n",
    ],
    ["a row of two cells", "cases", "执法领域,件数\n市容,3\n罚款,214\n"],
    ["a row among tickets", "complaints", "渠道,类别,件数\n行政许可,申请,2207\n"],
  ])("%s", async (_, dataset, text) => {
    const said = await codes({ [`2023/${dataset}.csv`]: text });
    expect([...new Set(said.codes)]).toEqual(["statistics-misplaced"]);
    expect(said.text).toContain("statistics.csv");
  });

  test.each([
    ["a case with two penalties", "执法领域,处罚种类,罚款金额\n市容,警告、罚款,500\n"],
    ["counts by kind", "执法领域,处罚种类,件数\n市容,没收违法所得、没收非法财物,2\n"],
    ["a column that is not used", "执法领域,案件类型,件数\n市容,行政处罚,2\n"],
    [
      "a case of its own",
      "案件编号,执法领域,立案日期,罚款金额\nA-2023-0001,行政处罚,2023-05-06,500\n",
    ],
  ])("%s is none", async (_, text) => {
    expect((await codes({ "2023/cases.csv": text })).codes).toEqual([]);
  });

  test("tickets about licences or fines are none", async () => {
    const text =
      "渠道,类别,件数\n12345热线,行政许可,5\n12345热线,罚款,7\n12345热线,constructor,7\n";
    expect((await codes({ "2023/complaints.csv": text })).codes).toEqual([]);
  });
});

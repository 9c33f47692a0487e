/** What the pages of one street and one kind say: whatever the data, at a county's size too. */

import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeDemo } from "../scripts/demo/bureau.ts";
import { formerAddresses } from "../src/downloads/former.ts";
import { diskFolder } from "../src/ingest/disk.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import type { Site, Year } from "../src/site/year.ts";
import { perHundred, ratePerHundred, reachOf } from "../src/text/per-hundred.ts";
import { addressOf } from "../src/text/pinyin.ts";
import { countedPlaces } from "../src/text/place.ts";
import { ASPECTS } from "../src/tickets/aspects.ts";
import { monthColumns } from "../src/tickets/drawings.ts";
import { aspectsOf, pathOf, subjectsOf } from "../src/tickets/of-site.ts";
import { pathsOf } from "../src/tickets/paths.ts";
import {
  headline,
  lateText,
  leftText,
  listHeadline,
  mostText,
  paceText,
  ratingText,
  seasonText,
} from "../src/tickets/sentences.ts";
import { overall, type Portion, type SubjectTold, toldOf } from "../src/tickets/told.ts";
import { type Amount, known } from "../src/values/amount.ts";
import { type Cells, folderOf, someComplaints } from "./support/bureaus.ts";
import { temporaryFolder } from "./support/command.ts";

const [STREETS, CATEGORIES] = ASPECTS as [(typeof ASPECTS)[0], (typeof ASPECTS)[0]];
const hidden: Amount = { state: "hidden" };
const unknown: Amount = { state: "unknown" };

async function siteOf(files: Record<string, string>): Promise<Site> {
  const { site, problems } = await loadSite(memoryFolder(files));
  if (!site) throw new Error(JSON.stringify(problems.slice(0, 3)));
  return site;
}

const told = (some: Partial<SubjectTold>): SubjectTold => ({
  word: "城东",
  count: known(100),
  median: unknown,
  most: unknown,
  late: null,
  rating: null,
  parts: null,
  months: null,
  ...some,
});
const portions = (...list: (readonly [string, number])[]): Portion[] =>
  list.map(([word, value]) => ({ word, amount: known(value), days: unknown }));

describe("sentences", () => {
  it.each<[string, Parameters<typeof mostText>[0], string | null]>([
    [
      "three in order",
      { told: portions(["甲", 30], ["乙", 20], ["丙", 10], ["丁", 5]), untold: [], left: 0 },
      "甲30件、乙20件、丙10件最多。",
    ],
    [
      "a tie behind two",
      { told: portions(["甲", 30], ["乙", 20], ["丙", 10], ["丁", 10]), untold: [], left: 0 },
      "甲30件、乙20件最多。",
    ],
    [
      "a tie of all",
      { told: portions(["甲", 10], ["乙", 10], ["丙", 10], ["丁", 10]), untold: [], left: 0 },
      null,
    ],
    [
      "what is not told may be more",
      { told: portions(["甲", 12], ["乙", 6]), untold: ["丙"], left: 13 },
      null,
    ],
    [
      "or only less than the first",
      { told: portions(["甲", 12], ["乙", 6]), untold: ["丙"], left: 7 },
      "甲12件最多。",
    ],
    ["nothing told", { told: [], untold: ["甲"], left: 9 }, null],
    ["unknown whole", { told: portions(["甲", 12]), untold: [], left: null }, null],
    ["more of 其他", { told: portions(["甲", 12], ["其他", 15]), untold: [], left: 0 }, null],
    [
      "some unstated",
      { told: portions(["甲", 12], ["未注明", 9]), untold: [], left: 0 },
      "写明类别的诉求里，甲12件。",
    ],
    ["a name with digits", { told: portions(["网格1", 12]), untold: [], left: 0 }, "网格1有12件。"],
    [
      "all there are",
      { told: portions(["甲", 9], ["乙", 6]), untold: [], left: 0 },
      "甲9件、乙6件。",
    ],
    [
      "all but the rest",
      { told: portions(["甲", 9], ["乙", 6], ["其他", 2]), untold: [], left: 0 },
      "甲9件、乙6件最多。",
    ],
    [
      "a tie of the only two",
      { told: portions(["甲", 6], ["乙", 6]), untold: [], left: 0 },
      "甲6件、乙6件。",
    ],
  ])("the most: %s", (_, parts, text) => {
    expect(mostText(parts, "类别")).toBe(text);
  });

  it.each<[string[], string | null]>([
    [["西街"], "另有1个街道没有单列，合计13件：西街"],
    [["西街", "未注明"], "另有1个街道和没有写明街道的，没有单列，合计13件：西街"],
    [["未注明"], "没有写明街道的没有单列，合计13件"],
    [[], null],
  ])("what is left out names streets alone: %j", (untold, text) => {
    expect(leftText({ told: [], untold, left: 13 }, "街道")).toBe(text);
  });

  it.each<[string, string[], string]>([
    ["街道", ["东街道", "西街道"], "街道"],
    ["街道", ["东街道", "西镇", "北乡"], "乡镇（街道）"],
    ["街道", ["西镇", "北乡"], "乡镇（街道）"],
    ["街道", ["东街道", "西社区"], "地方"],
    ["街道", ["东街道", "西镇", "其他"], "地方"],
    ["街道", ["西街", "城东"], "街道"],
    ["社区", ["东社区", "西镇"], "社区"],
    ["类别", ["占道", "市容乡"], "类别"],
  ])("%s of which the names are %j are counted as what they are", (noun, names, counted) => {
    expect(countedPlaces(noun, names)).toBe(counted);
    expect(leftText({ told: [], untold: names, left: 13 }, noun)).toContain(
      `另有${names.length}个${counted}没有单列`,
    );
  });

  it("a headline of days, of the same day, and of none", () => {
    const say = (median: Amount, all = median) =>
      headline(told({ median }), all).replaceAll("\u200b", "");
    expect(say(known(4), known(5))).toBe("城东：100件诉求，一半4天内办结（全部诉求5天）");
    expect(say(known(4), known(0))).toBe("城东：100件诉求，一半4天内办结（全部诉求当天）");
    expect(say({ state: "small", under: 20 }, known(5))).toBe("城东：100件诉求");
    expect(say(known(4), unknown)).toBe("城东：100件诉求，一半4天内办结");
    expect(say(known(4))).toBe("城东：100件诉求，一半4天内办结");
    expect(say(known(0))).toBe("城东：100件诉求，一半当天办结");
    expect(say({ state: "small", under: 20 })).toBe("城东：100件诉求");
  });

  it("late: some, none, withheld, and no word where deadlines are not told", () => {
    const say = (late: Amount | null) => lateText(told({ late }));
    expect(say(known(7))).toMatch(/^7件逾期/);
    expect(say(known(0))).toBe("没有逾期的。");
    expect(say(hidden)).toContain("没有单列");
    expect(say(null)).toBeNull();
  });

  it("a rate is of thirty at least, and never rounds some to none", () => {
    expect(perHundred(known(5), known(29))).toBeNull();
    expect(perHundred(known(5), known(30))).toBe("17");
    expect(perHundred(known(0), known(300))).toBe("0");
    expect(perHundred(known(5), known(3000))).toBe("不到1");
    expect(perHundred(hidden, known(3000))).toBeNull();
    expect(perHundred(known(2999), known(3000))).toBe("超过99");
    expect(perHundred(known(3000), known(3000))).toBe("100");
  });

  it.each<[missed: readonly number[], text: string]>([
    [[3, 3, 3], "都不到1件"],
    [[0, 3], "都不到1件"],
    [[0, 0], "都是0件"],
    [[140, 140], "都是14件"],
    [[220, 90, 140], "9到22件"],
    [[3, 220], "不到1件到22件"],
    [[900, 999], "90件到超过99件"],
    [[1000, 1000], "都是100件"],
  ])("rates of a thousand, %j missed, reach %s", (missed, text) => {
    const rates = missed.map((one) => ratePerHundred(known(one), known(1000))!);
    expect(reachOf(rates, "件")).toBe(text);
  });

  it.each<[string, readonly Amount[], string]>([
    ["of ten thousands", [known(555555), known(555555)], "各月都是555,555件。"],
    ["a season", [known(10), known(40), known(20)], "2月最多，40件；1月最少，10件。"],
    ["no season", [known(100), known(101), known(110)], "各月在100件到110件之间，相差不大。"],
    ["a tie of all", [known(10), known(10)], "各月都是10件。"],
    ["two at the top", [known(40), known(40), known(10)], "1月和2月最多，各40件；3月最少，10件。"],
    [
      "some untold",
      [known(10), known(40), hidden],
      "列出的月份里，2月最多，40件；1月最少，10件。另有1个月没有单列。",
    ],
    ["one told", [known(10), hidden], "列出的只有1月，10件。另有1个月没有单列。"],
    [
      "none told",
      [hidden, hidden],
      "各月的件数都没有单列：太少，或者列出来会让人推算出别的小数目。",
    ],
    ["none in a month", [known(0), known(9)], "2月最多，9件；1月最少，0件。"],
  ])("months: %s", (_, amounts, text) => {
    const months = amounts.map((amount, i) => ({ month: i + 1, amount }));
    expect(seasonText(months)).toBe(text);
    expect(monthColumns(months)).not.toContain("NaN");
  });

  it("a list says the most and the least only of what is all known", () => {
    const say = (unsaid: Amount, ...counts: Amount[]) =>
      listHeadline(
        "街道",
        counts.map((count, i) => told({ word: "甲乙丙丁"[i]!, count })),
        unsaid,
      ).replaceAll("\u200b", "");
    const none = known(0);
    expect(say(none, known(9), known(3))).toBe("2个街道的诉求：甲最多，9件");
    expect(say(known(5), known(9), known(3))).toBe("2个街道的诉求：甲最多，9件");
    // Those of no street might all be of the second.
    expect(say(known(6), known(9), known(3))).toBe("2个街道的诉求：最多9件，最少3件");
    expect(say(unknown, known(9), known(3))).toBe("2个街道的诉求：最多9件，最少3件");
    expect(say(none, known(9), known(9), known(3))).toBe("3个街道的诉求：甲和乙最多，各9件");
    expect(say(none, known(9), known(9))).toBe("2个街道的诉求：各9件");
    expect(say(none, known(9), unknown)).toBe("2个街道的诉求");
    expect(say(none, known(9))).toBe("1个街道的诉求");
  });
});

describe("addresses", () => {
  it.each([
    ["澄砚街道", "chengyanjiedao"],
    ["长乐镇", "changlezhen"],
    ["工地扬尘", "gongdiyangchen"],
    ["园林绿化", "yuanlinlvhua"],
    ["第3社区（东）", "di3shequ-dong"],
    ["A区", "aqu"],
    ["🚗", ""],
  ])("%s is %s", (word, address) => expect(addressOf(word)).toBe(address));

  const rows = (streets: readonly string[]): Cells[] =>
    streets.flatMap((street, i) =>
      Array.from({ length: 8 }, () => ({
        渠道: "12345热线",
        街道: street,
        类别: i % 2 ? "噪声扰民" : "占道经营",
        状态: "已办结",
      })),
    );
  const idsOf = (site: Site) =>
    subjectsOf(site, STREETS, site.latest).map(({ word, id }) => [word, id]);

  it("are the reading, a number behind it for the second of one reading, or what the bureau says", async () => {
    const files = folderOf({ "2024/complaints.csv": rows(["东关", "东观", "2024", "其他"]) });
    expect(idsOf(await siteOf(files))).toEqual([
      ["2024", "street-2024"],
      ["东关", "dongguan"],
      ["东观", "dongguan-2"],
      ["其他", "qita"],
    ]);
    const vocabularies = files["vocabularies.yaml"]!.replace(
      "  东观:",
      "  东观: { 编号: dong-guan, 别的写法: [东观村] }",
    );
    const named = await siteOf({ ...files, "vocabularies.yaml": vocabularies });
    expect(idsOf(named)).toContainEqual(["东观", "dong-guan"]);
    expect(idsOf(named)).toContainEqual(["东关", "dongguan"]);
  });

  it.each([
    ["街道:\n  城东: { 编号: 城东 }", "“编号”是网址的一部分，只用小写英文字母、数字和连字符"],
    ["街道:\n  城东: { 编号: 2024 }", "“编号”是网址的一部分，只用小写英文字母、数字和连字符"],
    ["街道:\n  城东: { 编号: dong }\n  城西: { 编号: dong }", "编号“dong”已经是“城东”的"],
    ["渠道:\n  12345热线: { 编号: hotline }", "“渠道”里的词没有自己的网页，不用编号"],
  ])("that cannot be are said: %s", async (vocabularies, why) => {
    const { problems } = await loadSite(
      memoryFolder({
        "site.yaml": "数据性质: 演示\n单位名称: 青岚县综合行政执法局\n网站名称: 数据公开\n",
        "vocabularies.yaml": `${vocabularies}\n`,
        "2024/complaints.csv": "渠道,街道\n12345热线,城东\n",
      }),
    );
    expect(problems.map((one) => one.why)).toContain(why);
  });
});

describe("an address that was once given out", () => {
  const of = (year: number, street: string, category: string): Record<string, Cells[]> => ({
    [`${year}/complaints.csv`]: Array.from({ length: 8 }, () => ({
      渠道: "12345热线",
      街道: street,
      类别: category,
      状态: "已办结",
    })),
  });
  const pathsIn = (site: Site) =>
    new Map(
      ASPECTS.flatMap(({ id }) =>
        pathsOf(site, id).map(({ params, props }) => [
          `${id}/${params.path ? `${params.path}/` : ""}`,
          `${props.year.year}${props.past ? " past" : ""}`,
        ]),
      ),
    );

  it.each<[string, Record<string, Cells[]>, Record<string, string>]>([
    [
      "shows its last year where a street and a kind are no more",
      { ...of(2023, "城东", "占道经营"), ...of(2024, "城西", "噪声扰民") },
      {
        "streets/": "2024",
        "streets/chengdong/": "2023 past",
        "streets/chengdong/2023/": "2023",
        "streets/chengxi/": "2024",
        "categories/zhandaojingying/": "2023 past",
      },
    ],
    [
      "shows its last year where the latest has no list at all",
      {
        ...of(2023, "城东", "占道经营"),
        "2024/complaints.csv": [{ 渠道: "12345热线", 状态: "已办结" }],
      },
      {
        "streets/": "2023 past",
        "streets/2023/": "2023",
        "streets/chengdong/": "2023 past",
        "categories/": "2023 past",
      },
    ],
    [
      "is the latest where a year between had none",
      {
        ...of(2022, "城东", "占道经营"),
        ...of(2023, "城西", "占道经营"),
        ...of(2024, "城东", "占道经营"),
      },
      { "streets/chengdong/": "2024", "streets/chengxi/": "2023 past" },
    ],
  ])("%s", async (_, data, wanted) => {
    const site = await siteOf(folderOf(data));
    const paths = pathsIn(site);
    expect(Object.fromEntries(paths)).toMatchObject(wanted);
    // Whatever an earlier state of the data had is there still.
    const first = Object.fromEntries(Object.entries(data).slice(0, 1));
    for (const address of pathsIn(await siteOf(folderOf(first))).keys())
      expect([...paths.keys()]).toContain(address);
  });

  it.each<[string, string, Record<string, string>]>([
    ["東城", "{ 别的写法: [城东] }", { "streets/chengdong": "streets/dongcheng/" }],
    ["東城", "[城东, 城東街道]", { "streets/chengdongjiedao": "streets/dongcheng/" }],
    ["东城", "{ 编号: dc, 别的写法: [城东] }", { "streets/dongcheng": "streets/dc/" }],
    [
      "东城",
      "{ 编号: chengdong, 别的写法: [城东] }",
      { "streets/dongcheng": "streets/chengdong/" },
    ],
    // Read alike, it has that address already.
    ["东关", "[东观]", {}],
  ])("leads on where a street is called %s, %s", async (word, said, wanted) => {
    const data = { ...of(2023, word, "占道经营"), ...of(2024, word, "占道经营") };
    const files = folderOf(data);
    const vocabularies = files["vocabularies.yaml"]!.replace(`  ${word}:`, `  ${word}: ${said}`);
    const site = await siteOf({ ...files, "vocabularies.yaml": vocabularies });
    const former = formerAddresses(site);
    const live = pathsIn(site);
    expect(former.size > 0).toBe(Object.keys(wanted).length > 0);
    for (const [address, what] of former) {
      expect(what.kind).toBe("moved");
      expect([...live.keys()]).toContain(what.kind === "moved" && what.href);
      expect([...live.keys()]).not.toContain(`${address}/`);
    }
    for (const [old, now] of Object.entries(wanted)) {
      expect(former.get(old)).toMatchObject({ href: now });
      expect(former.get(`${old}/2023`)).toMatchObject({ href: `${now}2023/` });
    }
  });
});

describe("pages are there only for bureaus whose data have the columns", () => {
  const bare = (...headers: string[]) =>
    someComplaints(2).map((row) =>
      Object.fromEntries(Object.entries(row).filter(([key]) => !headers.includes(key))),
    );
  it.each<[string, Cells[], string[]]>([
    ["both", bare(), ["streets", "categories"]],
    ["streets alone", bare("类别"), ["streets"]],
    ["kinds alone", bare("街道"), ["categories"]],
    ["neither", bare("街道", "类别"), []],
  ])("%s", async (_, rows, ids) => {
    const site = await siteOf(folderOf({ "2024/complaints.csv": rows }));
    expect(aspectsOf(site).map(({ id }) => id)).toEqual(ids);
    for (const { id } of ASPECTS) {
      const paths = pathsOf(site, id);
      expect(paths.length > 0).toBe(ids.includes(id));
      expect(new Set(paths.map(({ params }) => params.path)).size).toBe(paths.length);
    }
  });

  it("a year before the latest is under its own address", async () => {
    const site = await siteOf(
      folderOf({
        "2024/complaints.csv": someComplaints(2),
        "2023/complaints.csv": someComplaints(2, 2023),
      }),
    );
    const [before] = site.years as [Year];
    const [first] = subjectsOf(site, CATEGORIES, before) as [{ id: string; word: string }];
    expect(pathOf(site, CATEGORIES, before, first)).toBe(`categories/${first.id}/2023/`);
    expect(pathOf(site, CATEGORIES, site.latest, first)).toBe(`categories/${first.id}/`);
    expect(pathOf(site, CATEGORIES, before)).toBe("categories/2023/");
  });
});

describe("a county of 1,472 tickets", () => {
  const folder = temporaryFolder();
  let site: Site;
  beforeAll(async () => {
    writeDemo(join(folder, "data"), { complaints: 1700, years: 1 });
    site = (await loadSite(diskFolder(join(folder, "data")))).site!;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const all = () =>
    ASPECTS.flatMap((aspect) =>
      subjectsOf(site, aspect, site.latest).map(({ word }) => ({
        aspect,
        own: toldOf(site.latest, aspect, word),
      })),
    );

  it("tells no number under five that is by two columns, and sums that add up", () => {
    const count = site.latest.figures.get("complaints")!.computed;
    expect(count.state === "known" && Math.abs(count.value - 1472)).toBeLessThan(60);
    let [withheld, shown] = [0, 0];
    for (const { own } of all()) {
      const { parts, months, late, rating, count } = own;
      const amounts = [
        ...(parts?.told ?? []).map(({ amount }) => amount),
        ...(months ?? []).map(({ amount }) => amount),
        ...(late ? [late] : []),
        ...(rating ? [rating.unsatisfied] : []),
      ];
      for (const amount of amounts) {
        if (amount.state !== "known") withheld++;
        else {
          shown++;
          expect(amount.value === 0 || amount.value >= 5).toBe(true);
        }
      }
      const sum = (parts?.told ?? []).reduce(
        (total, { amount }) => total + (amount.state === "known" ? amount.value : 0),
        0,
      );
      if (count.state === "known" && parts) expect(sum + parts.left!).toBe(count.value);
    }
    expect(withheld).toBeGreaterThan(100);
    expect(shown).toBeGreaterThan(100);
  });

  it("says something true on every page", () => {
    for (const { aspect, own } of all()) {
      const said = [
        headline(own, overall(site.latest).median),
        own.parts && mostText(own.parts, aspect.others),
        own.rating && ratingText(site.latest, own.rating),
        paceText(site.latest, own),
        lateText(own),
        own.months && seasonText(own.months),
      ]
        .filter(Boolean)
        .join("");
      expect(said).toContain(own.word);
      expect(said).not.toMatch(/undefined|NaN|null|；。|，，|。。/);
      expect(said).not.toContain("投诉");
    }
  });
});

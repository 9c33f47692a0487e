/** Days, seasons and streets of complaints: whatever the rows say, every number is in the table and none is drawn twice. */
import { describe, expect, test } from "vitest";
import type { View } from "../src/charts/define.ts";
import { charts } from "../src/charts/index.ts";
import { saidBy } from "../src/charts/pictures/said.ts";
import { isDrawn, render } from "../src/charts/render.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import type { Site } from "../src/site/year.ts";

const SITE = "数据性质: 演示\n单位名称: 青岚县综合行政执法局\n网站名称: 数据公开\n";
const VOCABULARIES = "街道:\n  城东:\n  城西:\n投诉类别:\n  噪声:\n  油烟:\n  燃气:\n";
const HEAD = "受理日期,办结日期,渠道,类别,状态,解决情况,满意度,街道";

const day = (n: number) => new Date(Date.UTC(2023, 0, 1 + n)).toISOString().slice(0, 10);

interface Made {
  accepted: number;
  /** Null while it is open. */
  days: number | null;
  category?: string;
  street?: string;
  solved?: string;
  rating?: string;
}

async function siteOf(rows: readonly Made[]): Promise<Site> {
  const lines = rows.map(
    ({ accepted, days, category = "噪声", street = "城东", solved = "", rating = "" }) =>
      [
        day(accepted),
        days === null ? "" : day(accepted + days),
        "12345热线",
        category,
        days === null ? "办理中" : "已办结",
        solved,
        rating,
        street,
      ].join(","),
  );
  const { site, problems } = await loadSite(
    memoryFolder({
      "site.yaml": SITE,
      "vocabularies.yaml": VOCABULARIES,
      "2023/complaints.csv": [HEAD, ...lines, ""].join("\n"),
    }),
  );
  if (!site) throw new Error(problems[0]?.why);
  return site;
}

async function viewOf(id: string, rows: readonly Made[]): Promise<View> {
  return charts.find((chart) => chart.id === id)!.view((await siteOf(rows)).latest);
}

const value = ({ amount }: View["items"][number]) => (amount.state === "known" ? amount.value : 0);
const plain = (text: string) => text.replaceAll("\u200b", "");
/** Places of texts that would leave the drawing. */
const outside = (svg: string, width: number) =>
  [...svg.matchAll(/<text x="(-?[\d.]+)" y="(-?[\d.]+)"/g)].filter(
    ([, x, y]) => Number(x) < 0 || Number(x) > width || Number(y) < 0,
  );
/** As many rows, with so many days each. */
const taking = (days: readonly (number | null)[]): Made[] =>
  days.map((one, i) => ({ accepted: i % 200, days: one }));
const spread = (n: number, most: number) =>
  taking(Array.from({ length: n }, (_, i) => Math.floor((i * (most + 1)) / n)));

describe("a column a day", () => {
  test.each<
    [string, readonly Made[], { bins: number; first: string; last: string; marks: string[] }]
  >([
    [
      "spread over twenty days",
      spread(210, 20),
      { bins: 21, first: "当天", last: "20天", marks: ["一半10天内", "九成18天内"] },
    ],
    [
      "all but few on the same day",
      taking([...Array(99).fill(0), 3]),
      { bins: 3, first: "当天", last: "2天以上", marks: ["一半当天", "九成当天"] },
    ],
    [
      "some that took very long",
      taking([...Array(60).fill(1), ...Array(40).fill(2), 120, 200]),
      { bins: 8, first: "当天", last: "7天以上", marks: ["一半1天内", "九成2天内"] },
    ],
    [
      "slow ones, five days a column",
      spread(300, 60),
      { bins: 13, first: "0至4天", last: "60至64天", marks: ["一半30天内", "九成54天内"] },
    ],
    [
      "some beyond the days that are told",
      taking([...Array.from({ length: 300 }, (_, i) => Math.floor(i / 4)), 95, 120]),
      { bins: 19, first: "0至4天", last: "90天以上", marks: ["一半37天内", "九成67天内"] },
    ],
  ])("%s", async (_, rows, { bins, first, last, marks }) => {
    const view = await viewOf("handling-by-day", rows);
    const labels = view.items.map(({ label }) => label);
    expect([labels.length, labels[0], labels.at(-1)]).toEqual([bins, first, last]);
    // Each ticket in one column.
    expect(view.items.reduce((sum, item) => sum + value(item), 0)).toBe(rows.length);
    for (const width of [328, 680] as const) {
      const svg = view.form!.draw(width);
      expect(marks.filter((mark) => !svg.includes(mark))).toEqual([]);
      expect(outside(svg, width)).toEqual([]);
    }
  });

  test.each<[readonly Made[], string]>([
    [taking(Array(40).fill(0)), "办结的40件诉求工单全部当天办结"],
    [spread(40, 9), "办结的40件诉求工单，80%不超过7天"],
    [taking([...Array(30).fill(5), ...Array(10).fill(40)]), "办结的40件诉求工单，75%不超过7天"],
    [taking([...Array(10).fill(5), ...Array(30).fill(40)]), "办结的40件诉求工单，25%不超过30天"],
    [taking([...Array(9).fill(2), 20]), "办结的10件诉求工单里，9件不超过3天"],
    [taking(Array(12).fill(60)), "办结的12件诉求工单没有一件不超过30天"],
  ])("spans say in how many days most were done: %#", async (rows, title) => {
    expect(plain((await viewOf("handling-bands", rows)).title)).toBe(title);
  });

  test.each<[string, readonly Made[]]>([
    ["too few", taking([1, 2, 3])],
    ["none resolved", taking(Array(40).fill(null))],
    ["slower than is told by day", spread(300, 200)],
    ["all on one day", taking(Array(40).fill(2))],
  ])("%s: the spans say it", async (_, rows) => {
    const view = await viewOf("handling-by-day", rows);
    expect([view.form, view.idle]).toEqual([null, true]);
  });
});

describe("seasons", () => {
  const monthly = (category: string, perMonth: readonly number[]): Made[] =>
    perMonth.flatMap((n, month) =>
      Array.from({ length: n }, (_, i) => ({
        accepted: Math.round(month * 30.4) + 2 + (i % 20),
        days: 2,
        category,
      })),
    );
  const flat = Array(12).fill(20);
  test.each<[string, readonly Made[], string]>([
    [
      "one that has one",
      [
        ...monthly("噪声", flat),
        ...monthly("油烟", [10, 10, 10, 10, 10, 30, 60, 30, 10, 10, 10, 10]),
      ],
      "油烟7月最多",
    ],
    [
      "none that has one",
      [...monthly("噪声", flat), ...monthly("油烟", flat)],
      "各类问题各月的件数相差不大",
    ],
    [
      "two fullest months",
      monthly("噪声", [10, 10, 10, 10, 10, 60, 60, 10, 10, 10, 10, 10]),
      "噪声6月和7月最多",
    ],
    ["all months are the same", monthly("噪声", Array(12).fill(20)), "各类问题各月的件数相差不大"],
    [
      "half of the months are the fullest",
      monthly("噪声", [10, 10, 10, 10, 10, 10, 60, 60, 60, 60, 60, 60]),
      "各类问题各月的件数有多有少，没有哪几个月最多",
    ],
  ])("%s", async (_, rows, title) => {
    const view = await viewOf("complaint-seasons", rows);
    expect(plain(view.title)).toBe(title);
    expect(
      [...view.items, ...(view.beyond ?? [])].reduce((sum, item) => sum + value(item), 0),
    ).toBe(rows.length);
    expect(outside(view.form!.draw(328), 328)).toEqual([]);
    // Nothing is said of a month that stands out where none does, nor drawn.
    expect(view.form!.draw(328).includes('stroke="var(--mark')).toBe(
      view.subtitle.includes("突出的一柱"),
    );
  });

  test("where a kind is so small that the others would give it away, the months alone are told", async () => {
    const rows = [
      ...monthly("噪声", flat),
      ...monthly("燃气", [1, 0, 1, 2, 0, 1, 0, 2, 1, 0, 1, 1]),
    ];
    const view = await viewOf("complaint-seasons", rows);
    expect([view.form, view.idle]).toEqual([null, true]);
    expect((await viewOf("complaints-by-month", rows)).form).not.toBeNull();
  });
});

test("办结 is not 解决: only what is written is of the whole", async () => {
  const rows = taking(Array(40).fill(2)).map((row, i) => ({
    ...row,
    solved: i < 20 ? "已解决" : i < 30 ? "未解决" : "",
  }));
  const view = await viewOf("complaints-solved", rows);
  expect(plain(view.title)).toBe("写明的30件诉求工单，67%已解决");
  expect(view.form!.draw(328)).toContain("未解决10件");
});

test.each<[string, (i: number) => number, (i: number) => number, string]>([
  [
    "apart",
    (i) => (i % 2 ? 5 : 3),
    (i) => (i % 2 ? 5 : 10),
    "一半3到5天内办结；每100件评价10到20件不满意",
  ],
  ["alike", () => 4, () => 5, "一半4天内办结；每100件评价都是20件不满意"],
  ["on the day", (i) => (i % 2 ? 2 : 0), () => 5, "一半当天到2天内办结；每100件评价都是20件不满意"],
  ["all on the day", () => 0, () => 5, "一半当天办结；每100件评价都是20件不满意"],
])("of streets that are %s the title says it in two lines", async (_, days, every, title) => {
  const rows = Array.from({ length: 400 }, (_, i): Made => {
    const street = i % 2 ? "城东" : "城西";
    const rating = Math.floor(i / 2) % every(i) === 0 ? "不满意" : "满意";
    return { accepted: i % 300, days: days(i), street, rating };
  });
  const view = await viewOf("complaints-on-streets", rows);
  expect(plain(view.title)).toBe(`各街道：${title}`);
});

test("a street has its count, its days and its rating in one row", async () => {
  const rows = Array.from(
    { length: 300 },
    (_, i): Made => ({
      accepted: i,
      days: i % 3 === 0 ? 2 : 6,
      street: i % 2 === 0 ? "城东" : "城西",
      rating: i % 5 === 0 ? "不满意" : "满意",
    }),
  );
  const view = await viewOf("complaints-on-streets", rows);
  expect(view.items.map(({ label }) => label)).toEqual(["城东", "城西"]);
  const svg = view.form!.draw(328);
  for (const item of [...view.items, ...(view.beyond ?? [])])
    expect(svg).toContain(`>${value(item)}<`);
  expect(outside(svg, 328)).toEqual([]);
});

describe("how satisfied they are with each kind", () => {
  /** So many of each kind answered, so many of them 不满意. */
  const rated = (kinds: Record<string, readonly number[]>) =>
    Object.entries(kinds).flatMap(([category, [answered = 0, unsatisfied = 0]]) =>
      Array.from(
        { length: answered },
        (_, i): Made => ({
          ...{ accepted: i, days: 2, category },
          rating: i < unsatisfied ? "不满意" : "满意",
        }),
      ),
    );

  test.each<[string, Parameters<typeof rated>[0], string, string[]]>([
    [
      "the less satisfied first",
      { 噪声: [200, 20], 油烟: [100, 40], 燃气: [100, 30] },
      "每100件评价里23件不满意，各类10到40件",
      ["油烟", "燃气", "噪声"],
    ],
    [
      "alike",
      { 噪声: [100, 10], 油烟: [200, 20] },
      "每100件评价里10件不满意，各类都是10件",
      ["油烟", "噪声"],
    ],
    [
      "of few who answered nothing is told",
      { 噪声: [29, 10], 油烟: [29, 6] },
      "各类问题的满意情况未公布",
      [],
    ],
  ])("%s", async (_, kinds, title, labels) => {
    const view = await viewOf("satisfaction-by-category", rated(kinds));
    expect(plain(view.title)).toBe(title);
    expect(view.items.map(({ label }) => label)).toEqual(labels);
    const svg = view.form?.draw(328) ?? "";
    for (const item of [...view.items, ...(view.beyond ?? [])])
      expect(svg).toContain(`>${value(item)}<`);
  });

  test("a kind of which few answered is named, not drawn", async () => {
    const kinds = { 噪声: [200, 20], 油烟: [100, 40], 燃气: [12, 6] };
    const view = await viewOf("satisfaction-by-category", rated(kinds));
    expect(view.form!.draw(680)).not.toContain("燃气");
    expect(view.notes.join("")).toContain("燃气：评价不足30件");
  });
});

test("the numbers that a picture lists in the place of a drawing say of what they are", async () => {
  const kinds = ["噪声", "油烟", "燃气"];
  const site = await siteOf(
    Array.from({ length: 1500 }, (_, i) => ({
      accepted: i % 360,
      days: 1 + (i % 7),
      category: kinds[i % 5] ?? "噪声",
      street: i % 3 === 0 ? "城东" : "城西",
      rating: i % 4 === 0 ? "不满意" : "满意",
    })),
  );
  const drawn = charts.filter((chart) => isDrawn(site, chart, site.latest));
  const listed = new Map(
    drawn.map((chart) => {
      const rendered = render(site, chart, site.latest);
      const { items, what } = saidBy(site, rendered);
      const { view } = rendered;
      const shown = view.listed?.items ?? view.items;
      for (const [i, { name }] of items.entries()) {
        const { label, series = "" } = shown[i]!;
        expect(`${name}${what}`, chart.id).toContain(view.listed ? label : series);
      }
      expect(new Set(items.map(({ name }) => name)).size, chart.id).toBe(items.length);
      return [chart.id, [what, ...items.map(({ name, value: text }) => `${name} ${text}`)]];
    }),
  );
  expect(listed.get("satisfaction-by-category")![0]).toContain("每100件评价里不满意的件数");
  expect(listed.get("complaints-on-streets")!.slice(0, 2)).toEqual([
    "列出的是一半不超过的天数。",
    "城西 4天",
  ]);
  expect(listed.get("complaint-seasons")!.join()).toMatch(
    /件数最多的月份。,(?:..，\d+月 \d+件,?){3}$/,
  );
});

/** A bureau with forty kinds or streets of long names: its drawings fit into the bytes of an embed. */
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type Item, WIDTHS } from "../src/charts/define.ts";
import { bars } from "../src/charts/forms/bars.ts";
import { folded } from "../src/charts/forms/fold.ts";
import { intervals } from "../src/charts/forms/intervals.ts";
import { ledger } from "../src/charts/forms/ledger.ts";
import { rates } from "../src/charts/forms/rates.ts";
import { chartsOf } from "../src/charts/of-site.ts";
import { render } from "../src/charts/render.ts";
import { amountText } from "../src/text/format.ts";
import { type Amount, known, UNKNOWN_AMOUNT } from "../src/values/amount.ts";
import { madeSite } from "./support/made-site.ts";

const LONG = [
  "占用公共场所摆摊设点",
  "夜间建筑施工噪声扰民",
  "餐饮服务单位油烟直排",
  "责任区保洁不到位",
];
const name = (i: number) => `第${i + 1}类${LONG[i % 4]}和第${i * 37}号问题`;
const item = (i: number, amount: Amount, unit = "件") =>
  ({ label: name(i), amount, unit, origin: { sections: [], files: [] } }) as unknown as Item;
const many = (count: number, unit?: string) =>
  Array.from({ length: count }, (_, i) => item(i, known(2000 - 10 * i), unit));
const MOST = 3000;
const bytes = (draw: (width: 328 | 560) => string) =>
  gzipSync(draw(WIDTHS.narrow) + draw(WIDTHS.column)).length;
const words = (svg: string) => svg.replace(/<\/text>/g, " ").replace(/<[^>]+>/g, "");

describe("what is drawn of how many", () => {
  test.each([3, 8, 12])("%i are all drawn", (count) => {
    expect(words(bars(many(count))!.draw(WIDTHS.narrow))).not.toContain("其余");
  });

  test.each([36, 40, 120])("of %i the rest is counted, and what is known of it said", (count) => {
    const items = many(count);
    const { rows, left } = folded(items, { of: (one) => one, bytes: 50 });
    expect(rows.length + left.length).toBe(count);
    const svg = bars(items)!.draw(WIDTHS.narrow);
    const [low, high] = [left.at(-1), left[0]].map((one) => amountText(one!.amount, "件"));
    expect(words(svg)).toContain(`其余${left.length}项从${low}到${high}`);
    const height = Number(/viewBox="0 0 \S+ ([\d.]+)"/.exec(svg)![1]);
    const lowest = Math.max(...[...svg.matchAll(/ y="([\d.]+)"/g)].map(([, y]) => Number(y)));
    expect(lowest).toBeLessThan(height);
  });

  test.each<[string, Amount, RegExp]>([
    ["exact", known(3), /其余\d+项从3件到\d+件/],
    ["at least", known(3, "at_least"), /其余\d+项没有画出/],
    ["unknown", UNKNOWN_AMOUNT, /其余\d+项没有画出/],
    ["withheld", { state: "hidden" }, /其余\d+项没有画出/],
  ])("a rest of which the last is %s", (_, last, said) => {
    const svg = bars([...many(40), item(41, last)])!.draw(WIDTHS.column);
    expect(words(svg)).toMatch(said);
  });

  test("of what is sorted by how long it takes both ends are drawn", () => {
    const rows = many(45, "天").map((one) => ({ middle: one, most: one }));
    const svg = words(intervals(rows, ["中位数", "九成"])!.draw(WIDTHS.narrow));
    expect(svg).toContain("第1类");
    expect(svg).toContain("第45类");
    expect(svg).toMatch(/其余\d+项从\d+天到\d+天/);
  });
});

const pairs = many(45).map((one) => ({ base: one, rate: one }));
const four = many(45).map((one) => ({ count: one, middle: one, most: one, rate: one }));
const heads = { count: "件数", days: "几天办结", rate: "不满意" };

test.each([
  ["bars", bars(many(45))],
  ["rates", rates(pairs, item(0, known(5)), { base: "评价", rate: "不满意", all: "全部" })],
  ["ledger", ledger(four, heads)],
  [
    "intervals",
    intervals(
      many(45).map((one) => ({ middle: one, most: one })),
      ["中", "九"],
    ),
  ],
])("%s of 45 stay within the bytes of an embed", (_, form) => {
  expect(bytes(form!.draw)).toBeLessThan(MOST);
});

test("so do the months of each kind, and the table has them all", async () => {
  const rows = Array.from({ length: 36 }, (_, i) =>
    Array.from({ length: 12 }, (_, m) => {
      const count = 30 + ((i * 7 + m * 11) % 50);
      return `12345热线,${name(i)},2023-${String(m + 1).padStart(2, "0")}-05,已办结,${count}`;
    }),
  ).flat();
  const site = await madeSite({
    "2023/complaints.csv": ["渠道,类别,受理日期,状态,件数", ...rows].join("\n"),
  });
  const chart = chartsOf(site).find(({ id }) => id === "complaint-seasons")!;
  const { view, narrow, column } = render(site, chart, site.latest);
  expect(gzipSync(`${narrow}${column()}`).length).toBeLessThan(MOST);
  expect(view.notes.join()).toMatch(/其余\d+类季节差别小，没有画/);
  expect(view.items).toHaveLength(36);
});

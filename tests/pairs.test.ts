/** Two years compared: rates by how far they moved, each total once. */
import { expect, test } from "vitest";
import { charts } from "../src/charts/index.ts";
import { render } from "../src/charts/render.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import { countsFirst, isRate, pairsOf, ratesByChange } from "../src/site/pairs.ts";

const HEAD = "渠道,状态,街道,满意度,件数\n";
const year = ([closed, pleased, rest]: readonly [number, number, number]) =>
  `${HEAD}${[
    `数字城管,已办结,城东,满意,${pleased}`,
    `数字城管,已办结,城西,不满意,${closed - pleased}`,
    `数字城管,办理中,城西,,${rest}`,
  ].join("\n")}\n`;

/** The rates of two years, [closed, pleased, not closed] of each, and the order that they stand in. */
test.each([
  [
    "one moved farther",
    [80, 40, 20],
    [90, 80, 10],
    ["satisfaction-rate", "complaint-resolution-rate"],
  ],
  ["the other did", [80, 40, 20], [40, 20, 60], ["complaint-resolution-rate", "satisfaction-rate"]],
  [
    "a fall counts as a rise",
    [90, 80, 10],
    [80, 40, 20],
    ["satisfaction-rate", "complaint-resolution-rate"],
  ],
  ["nothing moved", [80, 40, 20], [80, 40, 20], ["complaint-resolution-rate", "satisfaction-rate"]],
] as const)("%s", async (_, before, now, order) => {
  const { site, problems } = await loadSite(
    memoryFolder({
      "site.yaml": "数据性质: 演示\n单位名称: 某市城市管理局\n网站名称: 数据\n",
      "vocabularies.yaml": "街道:\n  城东:\n  城西:\n",
      "2022/complaints.csv": year(before),
      "2023/complaints.csv": year(now),
    }),
  );
  if (!site) throw new Error(JSON.stringify(problems));
  const pairs = pairsOf(site, site.years[0]!, site.latest);
  expect(ratesByChange(pairs).map(({ metric }) => metric.id)).toEqual(order);
  // Each moves as its two numbers do; what was none in both years stands last.
  for (const { metric, moved, points } of pairs) {
    const [was, is] = [site.years[0]!, site.latest].map((one) => {
      const amount = one.figures.get(metric.id)?.amount;
      return amount?.state === "known" ? amount.value : null;
    });
    if (moved !== null) expect(Math.sign(moved), metric.id).toBe(Math.sign(is! - was!));
    if (points !== null) expect(Math.abs(moved!), metric.id).toBe(points);
  }
  const counted = countsFirst(pairs, site.years[0]!, site.latest).map(({ metric }) =>
    [site.years[0]!, site.latest].some((one) => {
      const amount = one.figures.get(metric.id)?.amount;
      return !(amount?.state === "known" && amount.value === 0);
    }),
  );
  expect(counted).toEqual(counted.toSorted((a, b) => Number(b) - Number(a)));
  // By street, by channel: the same total under other names.
  const counts = pairs.filter((pair) => !isRate(pair)).map(({ metric }) => metric.id);
  expect(counts).toContain("complaints");
  expect(counts.filter((id) => id.startsWith("complaints-by-"))).toEqual([]);
});

test("what keeps several lines of a chart from being compared is said once of all of them", async () => {
  const notes = ["complaints", "satisfaction-rate"]
    .map((id) => `${id},换了系统,口径变化,2023-12-01`)
    .join("\n");
  const { site, problems } = await loadSite(
    memoryFolder({
      "site.yaml": "数据性质: 演示\n单位名称: 某市城市管理局\n网站名称: 数据\n",
      "2022/complaints.csv": year([80, 40, 20]),
      "2023/complaints.csv": year([90, 80, 10]),
      "2023/notes.csv": `核对编号,说明,状态,日期\n${notes}\n`,
    }),
  );
  if (!site) throw new Error(JSON.stringify(problems));
  const chart = charts.find(({ id }) => id === "complaints-by-year")!;
  const said = render(site, chart, site.latest).view.notes;
  const about = said.filter((note) => note.includes("从2023年起口径有变化"));
  expect(about).toHaveLength(1);
  expect(about[0]).toMatch(/^.+、.+：从2023年起口径有变化，前后不能直接比较。$/);
  expect(new Set(said).size).toBe(said.length);
});

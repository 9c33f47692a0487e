/** Of two numbers that contradict each other a download says of each where it alone is from. */
import { expect, test } from "vitest";
import { charts } from "../src/charts/index.ts";
import { render } from "../src/charts/render.ts";
import { chartJson, chartTable } from "../src/downloads/charts.ts";
import { shownCharts } from "../src/topics/shown-charts.ts";
import { madeSite } from "./support/made-site.ts";

const csv = (head: string, ...rows: string[]) => [head, ...rows, ""].join("\n");
const stated = (...rows: string[]) =>
  csv("指标编号,指标名称,数值,单位,栏目,上级指标,报告章节", ...rows);
const SUITS = csv(
  "类别,审级,诉讼地位,开庭,负责人出庭,件数,报告章节",
  "行政诉讼,一审,被告,是,是,8,",
  "行政诉讼,一审,被告,是,否,2,",
);

test.each<[string, Record<string, string>, string, string[]]>([
  [
    "rows and the report",
    {
      "2023/litigation.csv": SUITS,
      "2023/indicators.csv": stated("litigation,行政诉讼,101,件,诉讼复议,,四（二）"),
    },
    "disputes",
    ["行政诉讼 101 报告写明 四（二）", "行政诉讼 10 逐行数据（litigation.csv） "],
  ],
  [
    "a part in dispute, and what is left of the whole",
    {
      "2023/litigation.csv": SUITS,
      "2023/indicators.csv": stated("head-appearances,负责人出庭,9,起,诉讼复议,,四"),
    },
    "head-appearances",
    [
      "一审开庭 10 逐行数据（litigation.csv） ",
      "负责人出庭 9 报告写明 四",
      "负责人出庭 8 逐行数据（litigation.csv） ",
      "未出庭  逐行数据（litigation.csv）、报告写明 四",
    ],
  ],
  [
    "two passages of the report",
    {
      "2023/indicators.csv": stated(
        "reconsiderations,行政复议,6,件,诉讼复议,,一(三)",
        "reconsiderations,行政复议,11,件,诉讼复议,,三(二)",
      ),
    },
    "disputes",
    ["行政复议 6 报告写明 一（三）", "行政复议 11 报告写明 三（二）"],
  ],
  [
    "a total and its parts",
    {
      "2023/indicators.csv": stated(
        "patrols,巡查,20,次,监督,,一",
        "patrols-day,日间巡查,12,次,监督,patrols,二",
        "patrols-night,夜间巡查,7,次,监督,patrols,三",
      ),
    },
    "parts-patrols",
    [
      "合计 20 报告写明 一",
      "合计 19 报告写明 二、三",
      "日间巡查 12 报告写明 二",
      "夜间巡查 7 报告写明 三",
    ],
  ],
])("%s", async (_, files, id, lines) => {
  const site = await madeSite(files);
  const chart = [...shownCharts(site), ...charts].find((one) => one.id === id)!;
  const rendered = render(site, chart, site.latest);
  const { fields, ...table } = chartTable(site, rendered);
  const data = [...table.data];
  const at = (row: readonly string[], name: string) => row[fields.indexOf(name)] ?? "";
  const shown = data.map((row) =>
    ["项目", "数值", "来源", "报告章节"].map((name) => at(row, name)).join(" "),
  );
  for (const line of lines) expect(shown).toContain(line);
  const { items } = chartJson(site, rendered) as { items: { origin: string }[] };
  expect(items.map(({ origin }) => origin)).toEqual(data.map((row) => at(row, "来源")));
  // What is left of a number in dispute is no second number.
  expect(data.filter((row) => at(row, "项目") === "未出庭").length).toBeLessThan(2);
});

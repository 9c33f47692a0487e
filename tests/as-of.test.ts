/** A year up to a day: rows, the SQL of the metrics and the cube see the same matters as of it. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { deadlinesSql } from "../src/cube/deadlines.ts";
import { cubeSql } from "../src/cube/sql.ts";
import { cases, DISCLOSE_WITHIN } from "../src/datasets/cases.ts";
import { complaints } from "../src/datasets/complaints.ts";
import { addDays } from "../src/datasets/days.ts";
import type { Dataset } from "../src/datasets/define.ts";
import { litigation } from "../src/datasets/litigation.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { isRowMetric } from "../src/metrics/define.ts";
import type { Computed } from "../src/metrics/engine/counter.ts";
import { metrics, tables } from "../src/metrics/index.ts";
import { metricSql } from "../src/metrics/words.ts";
import { seeded } from "./support/bureaus.ts";
import { type DuckDb, startDuckDb } from "./support/duckdb.ts";
import { allRows } from "./support/rows.ts";

const DAY = "2023-11-30";
const SITE = "数据性质: 演示\n单位名称: 青岚县城市管理局\n网站名称: 数据公开\n";
const UNTIL = `${SITE}年度:\n  2023: { 截至: ${DAY} }\n`;

const random = seeded(11);
const pick = (...words: string[]) => words[Math.floor(random() * words.length)]!;
/** A day of the year, at least as late as another; sometimes none. */
const later = (day: string, most: number) => {
  const one = addDays(day, Math.floor(random() * most));
  return random() < 0.2 || one > "2023-12-31" ? "" : one;
};
const begun = () => addDays("2023-09-01", Math.floor(random() * 91));
const rowsOf = (row: (i: number) => string) =>
  Array.from({ length: 240 }, (_, i) => row(i)).join("\n");

const TABLES: [Dataset, string][] = [
  [
    complaints,
    `受理日期,渠道,状态,应办结日期,办结日期,满意度,街道,类别\n${rowsOf(() => {
      const day = begun();
      const closed = later(day, 60);
      const state = closed ? "已办结" : pick("办理中", "退回", "已办结", "");
      const rated = closed ? pick("满意", "不满意", "未评价", "") : "";
      return `${day},${pick("数字城管", "12345热线")},${state},${later(day, 90)},${closed},${rated},${pick("城东", "城西", "")},${pick("噪声", "油烟")}`;
    })}`,
  ],
  [
    cases,
    `执法领域,立案日期,决定日期,公开方式,公示日期,结案日期,结案方式\n${rowsOf(() => {
      const day = begun();
      const decided = later(day, 40);
      const known = decided > DAY ? "" : decided;
      const shown = known ? later(known, 30) : "";
      const closed = known ? later(known, 60) : "";
      return `燃气,${day},${known},${pick("公开", "公开", "仅汇总", "")},${shown},${closed},${closed ? pick("履行完毕", "不予处罚") : ""}`;
    })}`,
  ],
  [
    litigation,
    `类别,审级,受理日期,状态,结案日期,结果,开庭\n${rowsOf(() => {
      const day = begun();
      const closed = later(day, 80);
      return `行政诉讼,一审,${day},${closed ? "已结" : "在办"},${closed},${closed ? pick("撤销", "驳回诉讼请求") : ""},是`;
    })}`,
  ],
];

let db: DuckDb;
beforeAll(async () => {
  db = await startDuckDb();
  await db.run(`CREATE TABLE workday_deadlines AS ${deadlinesSql("duckdb", DISCLOSE_WITHIN)}`);
});
afterAll(() => db?.close());

const told = ({ amount, groups }: Computed) => ({
  amount,
  groups: groups
    ?.map(({ word, column, amount }) => [word, column, amount] as const)
    // Of a table the words of one column stand for several groups.
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
});

it.each(TABLES)("$id", async (dataset, csv) => {
  const own = metrics.filter(isRowMetric).filter((metric) => metric.dataset === dataset);
  const path = `2023/${dataset.id}.csv`;
  const read = async (site: string, text: string) => {
    const vocabularies = "执法领域:\n  燃气:\n街道: [城东, 城西]\n投诉类别: [噪声, 油烟]\n";
    return allRows(
      memoryFolder({ "site.yaml": site, "vocabularies.yaml": vocabularies, [path]: text }),
    );
  };
  const numbers = async (site: string, text: string) =>
    Object.fromEntries(
      [...(await read(site, text)).counted.get(2023)!].map(([id, one]) => [id, told(one)]),
    );
  const [whole, asOf] = [await numbers(SITE, csv), await numbers(UNTIL, csv)];
  expect(asOf, "the day makes a difference").not.toEqual(whole);

  // The database has the rows as they are exported later.
  const given = (await read(SITE, csv)).rows.get(`2023/${dataset.id}`)!;
  await db.load(dataset, given);
  for (const metric of own) {
    if (metric.by !== undefined || metric.kind !== "count") continue;
    const { amount } = asOf[metric.id]!;
    const [[value] = [null]] = await db.rows(metricSql(metric, DAY));
    expect(value ?? 0, metric.id).toBe(amount.state === "known" ? amount.value : 0);
  }
  for (const compact of [false, true]) {
    const sql = cubeSql(dataset, [...metrics, ...tables], {
      year: 2023,
      asOf: DAY,
      dialect: "duckdb",
      compact,
    })!;
    expect(await numbers(UNTIL, await db.csv(sql)), `compact: ${compact}`).toEqual(asOf);
  }
});

/** Every figure of three demo years against SQL: written by hand, and the metric's own. */
import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeDemo } from "../scripts/demo/bureau.ts";
import { deadlinesSql } from "../src/cube/deadlines.ts";
import { DISCLOSE_WITHIN } from "../src/datasets/cases.ts";
import type { Dataset } from "../src/datasets/define.ts";
import { datasets } from "../src/datasets/index.ts";
import { figuresOf } from "../src/figures/figures.ts";
import { statementOf } from "../src/figures/statements.ts";
import { diskFolder } from "../src/ingest/disk.ts";
import type { Row } from "../src/ingest/rows/row.ts";
import { isRowMetric } from "../src/metrics/define.ts";
import type { Computed } from "../src/metrics/engine/counter.ts";
import { rate } from "../src/metrics/engine/rate.ts";
import { metrics } from "../src/metrics/index.ts";
import { metricSql } from "../src/metrics/words.ts";
import type { Amount } from "../src/values/amount.ts";
import { lastDay, yearUntil } from "../src/values/period.ts";
import { exact, type Quantity } from "../src/values/quantity.ts";
import { byHandOf, WORKDAYS } from "./support/byhand.ts";
import { temporaryFolder } from "./support/command.ts";
import { type DuckDb, startDuckDb } from "./support/duckdb.ts";
import { type AllRows, allRows } from "./support/rows.ts";

const YEARS = [2022, 2023, 2024];
const folder = temporaryFolder();
let db: DuckDb;
let read: AllRows;

beforeAll(async () => {
  db = await startDuckDb();
  writeDemo(folder, { complaints: 3000, years: YEARS.length });
  read = await allRows(diskFolder(folder));
  await db.run(WORKDAYS);
  await db.run(`CREATE TABLE workday_deadlines AS ${deadlinesSql("duckdb", DISCLOSE_WITHIN)}`);
});
afterAll(async () => {
  await db?.close();
  rmSync(folder, { recursive: true, force: true });
});

const rowsOf = (year: number, dataset: Dataset) => read.rows.get(`${year}/${dataset.id}`) ?? [];

/** The figures as counted, before small numbers about people are withheld. */
function counted(year: number): Map<string, Counted> {
  const all = new Map<string, Counted>(read.counted.get(year));
  for (const metric of metrics) {
    if (metric.kind !== "ratio") continue;
    const [part, whole] = [all.get(metric.numerator), all.get(metric.denominator)];
    if (!part || !whole) throw new Error(`${metric.id} is a ratio of what is not counted`);
    all.set(metric.id, { amount: rate(part.amount, whole.amount), groups: null });
  }
  return all;
}
type Counted = Pick<Computed, "amount" | "groups">;

/** 约300 is 300 here: that it is vague is tested elsewhere. */
function plain(row: Row): Row {
  const values = Object.entries(row.values).map(([key, value]) => {
    const quantity = typeof value === "object" && value !== null && "value" in value;
    return [key, quantity ? exact((value as Quantity).value) : value];
  });
  return { ...row, values: Object.fromEntries(values) };
}

const numberOf = (amount: Amount) => (amount.state === "known" ? amount.value : null);

function groupsOf({ groups }: Counted): Record<string, number | null> {
  return Object.fromEntries((groups ?? []).map(({ word, amount }) => [word, numberOf(amount)]));
}

describe.each(YEARS)("%i", (year) => {
  let figures: Map<string, Counted>;
  const figure = (id: string): Counted => {
    const found = figures.get(id);
    if (!found) throw new Error(`no figure ${id}`);
    return found;
  };
  const value = async (sql: string) => (await db.rows(sql))[0]?.[0] ?? null;
  const pairs = async (sql: string): Promise<Record<string, string | number | null>> =>
    Object.fromEntries(
      (await db.rows(sql)).map(([word, number]) => [word ?? "未注明", number ?? null]),
    );

  beforeAll(async () => {
    for (const dataset of datasets) await db.load(dataset, rowsOf(year, dataset).map(plain));
    figures = counted(year);
  });

  it.each(metrics.filter(({ kind }) => kind !== "reported"))(
    "$id is what SQL written by hand gives",
    async (metric) => {
      const sql = byHandOf(metric, year);
      const { amount, groups } = figure(metric.id);
      expect(numberOf(amount)).toBe(await value(sql.value));
      expect(sql.groups === undefined, "groups by hand").toBe(groups === null);
      if (sql.groups) expect(groupsOf(figure(metric.id))).toEqual(await pairs(sql.groups));
    },
  );

  it.each(metrics.filter(isRowMetric))("$id is what its own SQL gives", async (metric) => {
    const { amount, groups } = figure(metric.id);
    const { by, ...whole } = metric;
    if (metric.kind === "path") {
      expect(groupsOf(figure(metric.id))).toEqual(await pairs(metricSql(metric, lastDay(year))));
      return;
    }
    // Under ten no quantile is shown; SQL has no such rule.
    const total = await value(metricSql(whole, lastDay(year)));
    if (amount.state === "known") expect(total ?? 0).toBe(amount.value);
    else if (amount.state === "unknown") expect(total).toBeNull();
    if (by === undefined) return;
    const bySql = await pairs(metricSql(metric, lastDay(year)));
    expect(Object.keys(bySql).sort()).toEqual((groups ?? []).map(({ word }) => word).sort());
    for (const { word, amount } of groups ?? []) {
      if (amount.state === "known") expect(bySql[word], word).toBe(amount.value);
    }
  });

  it.each(metrics.filter(({ kind }) => kind === "reported").map(({ id }) => id))(
    "%s is what the report states",
    async (id) => {
      const dataset = datasets.find((one) => one.id === "indicators")!;
      const period = yearUntil(year);
      const statements = rowsOf(year, dataset).map((row) => statementOf(row, period));
      const shown = figuresOf(period, metrics, new Map(), statements, new Map()).get(id)!.amount;
      const sql = `SELECT value FROM indicators WHERE id = '${id}' AND value IS NOT NULL LIMIT 1`;
      expect(numberOf(shown)).toBe(await value(sql));
    },
  );
});

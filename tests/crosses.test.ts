/** Tables of two columns: counted in rows as in SQL, and what of them is withheld. */
import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeDemo } from "../scripts/demo/bureau.ts";
import { complaints } from "../src/datasets/complaints.ts";
import { diskFolder } from "../src/ingest/disk.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import type { Group } from "../src/metrics/engine/counter.ts";
import { tables } from "../src/metrics/index.ts";
import { metricSql } from "../src/metrics/words.ts";
import { tiedTo } from "../src/protect/tables/trades.ts";
import type { Year } from "../src/site/year.ts";
import type { Quantity } from "../src/values/quantity.ts";
import { type Cells, folderOf, someComplaints } from "./support/bureaus.ts";
import { temporaryFolder } from "./support/command.ts";
import { type DuckDb, startDuckDb } from "./support/duckdb.ts";
import { type AllRows, allRows } from "./support/rows.ts";

const TICKETS = `channel IN ('12345热线', '12319热线', '数字城管', '上级交办')
  AND (state IS NULL OR state NOT IN ('退回', '不予受理', '作废'))`;
const OVERDUE = `due_on <= DATE '2024-12-31' AND (closed_on > due_on
  OR (closed_on IS NULL AND (state IS NULL OR state <> '已办结')))`;
const LATE = `CASE WHEN ${OVERDUE} THEN '逾期' ELSE '其余' END`;
const RATING = `CASE WHEN satisfaction IN ('不满意', '非常不满意') THEN '不满意'
  WHEN satisfaction IN ('满意', '非常满意', '基本满意') THEN '满意' ELSE '其余' END`;
const MONTH = "strftime(accepted_on, '%Y-%m')";

/** By the definition alone. */
const BY_HAND: Readonly<Record<string, readonly [string, string]>> = {
  "street-category": ["street", "category"],
  "street-month": ["street", MONTH],
  "category-month": ["category", MONTH],
  "street-lateness": ["street", LATE],
  "category-lateness": ["category", LATE],
  "street-rating": ["street", RATING],
  "category-rating": ["category", RATING],
};
const DAYS = `SELECT a, b, CASE WHEN count(d) >= 10 THEN min(d) FILTER (c >= 0.5) END FROM (
  SELECT a, b, d, cume_dist() OVER (PARTITION BY a, b ORDER BY d) AS c FROM (
    SELECT coalesce(street, '未注明') AS a, coalesce(category, '未注明') AS b, closed_on - accepted_on AS d
    FROM complaints WHERE ${TICKETS} AND state = '已办结')) GROUP BY a, b`;

const folder = temporaryFolder();
let db: DuckDb;
let read: AllRows;

beforeAll(async () => {
  db = await startDuckDb();
  writeDemo(folder, { complaints: 3000, years: 1 });
  read = await allRows(diskFolder(folder));
  const rows = read.rows.get("2024/complaints")!.map((row) => {
    const count = row.values.count as Quantity | null | undefined;
    return { ...row, values: { ...row.values, count: count ?? null } };
  });
  await db.load(complaints, rows);
});
afterAll(async () => {
  await db?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** `word\tword → number`, quantiles of few left out. */
const numbers = (groups: readonly Group[]) =>
  new Map(
    groups.flatMap(({ word, column, amount }) =>
      amount.state === "known" ? [[`${word}\t${column}`, amount.value] as const] : [],
    ),
  );

async function asked(sql: string): Promise<Map<string, number>> {
  const lines = await db.rows(sql);
  return new Map(
    lines.flatMap(([a, b, value]) =>
      value === null ? [] : [[`${a ?? "未注明"}\t${b ?? "未注明"}`, Number(value)] as const],
    ),
  );
}

describe.each(tables)("$id", (table) => {
  const counted = () => numbers(read.counted.get(2024)!.get(table.id)!.groups!);

  it("is the same by hand", async () => {
    const own = BY_HAND[table.id];
    const sql = own
      ? `SELECT ${own[0]}, ${own[1]}, sum(count) FROM complaints WHERE ${TICKETS} GROUP BY 1, 2`
      : DAYS;
    expect(await asked(sql)).toEqual(counted());
    expect(counted().size).toBeGreaterThan(20);
  });

  it("is the same by its own SQL", async () => {
    const all = await asked(metricSql(table, "2024-12-31"));
    // SQL knows no least number of matters.
    for (const [cell, value] of counted()) expect([cell, all.get(cell)]).toEqual([cell, value]);
    if (!table.quantile) expect(all).toEqual(counted());
  });
});

describe("what is published of them", () => {
  const published = async (rows: readonly Cells[]) => {
    const { site, problems } = await loadSite(
      memoryFolder(folderOf({ "2024/complaints.csv": rows })),
    );
    if (!site) throw new Error(JSON.stringify(problems.slice(0, 3)));
    return site.latest;
  };
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  /** Of each row or column: what it tells, and what it withholds of the total that is public. */
  const lines = (year: Year, metric: string, at: 0 | 1) => {
    const table = year.tables.get("street-category")!;
    const totals = numbers(year.figures.get(metric)!.groups!);
    return (at === 0 ? table.rows : table.columns).map((line) => {
      const amounts = (at === 0 ? table.columns : table.rows).map((other) =>
        at === 0 ? table.amountOf(line, other) : table.amountOf(other, line),
      );
      const told = sum(amounts.map((one) => (one.state === "known" ? one.value : 0)));
      return { told, left: totals.get(`${line}\tundefined`)! - told };
    });
  };

  it("is no number under five, and never less than five in a row or a column, or nothing", async () => {
    for (let seed = 0; seed < 30; seed++) {
      const year = await published(someComplaints(seed));
      for (const table of year.tables.values()) {
        if (table.metric.quantile) continue;
        for (const row of table.rows) {
          for (const column of table.columns) {
            const amount = table.amountOf(row, column);
            if (amount.state === "known") expect(amount.value).toBeGreaterThanOrEqual(5);
            else expect(amount.state).toBe("hidden");
          }
        }
      }
      for (const [metric, at] of [
        ["complaints-by-street", 0],
        ["complaints-by-category", 1],
      ] as const) {
        for (const { told, left } of lines(year, metric, at)) {
          // A line that says nothing withholds its total, which is public.
          if (left > 0 && left < 5) expect(told).toBe(0);
        }
      }
    }
  });

  it("is nothing where no row has the columns", async () => {
    const bare = someComplaints(1).map(({ 街道, 类别, ...row }) => row as Cells);
    expect((await published(bare)).tables.size).toBe(0);
    const streets = someComplaints(1).map(({ 类别, ...row }) => row as Cells);
    const left = [...(await published(streets)).tables.keys()];
    expect(left).toEqual(["street-month", "street-lateness", "street-rating"]);
  });

  it("does not hang on the order of the rows", async () => {
    const cells = async (rows: readonly Cells[]) =>
      [...(await published(rows)).tables.values()].map((table) =>
        table.rows.map((row) => [row, table.columns.map((one) => table.amountOf(row, one))]),
      );
    const rows = someComplaints(5);
    expect(await cells(rows.toReversed())).toEqual(await cells(rows));
  });

  it("changes hands with all that it is tied to", () => {
    expect(tiedTo(complaints, "street")).toEqual(["street"]);
    expect(tiedTo(complaints, "category")).toEqual(["category"]);
    const handling = tiedTo(complaints, "timeliness");
    for (const key of ["state", "close_band", "satisfaction", "accepted_month"]) {
      expect(handling).toContain(key);
    }
    expect(new Set(tiedTo(complaints, "satisfaction"))).toEqual(new Set(handling));
  });
});

/** A small table counted three ways: from its rows, by the SQL of its metrics, and from its cube. */
import { deadlinesSql } from "../../src/cube/deadlines.ts";
import { cubeSql } from "../../src/cube/sql.ts";
import { DISCLOSE_WITHIN } from "../../src/datasets/cases.ts";
import type { Dataset } from "../../src/datasets/define.ts";
import { memoryFolder } from "../../src/ingest/folder.ts";
import { isRowMetric } from "../../src/metrics/define.ts";
import type { Computed } from "../../src/metrics/engine/counter.ts";
import { metrics } from "../../src/metrics/index.ts";
import { metricSql } from "../../src/metrics/words.ts";
import { amountText } from "../../src/text/format.ts";
import type { DuckDb } from "./duckdb.ts";
import { allRows } from "./rows.ts";

/** A number, the numbers of its groups, or null where nothing can be said. */
export type Told = number | null | Readonly<Record<string, number | null>>;

export async function threeWays(
  db: DuckDb,
  dataset: Dataset,
  csv: string,
  ids: readonly string[],
  year = 2023,
): Promise<{ way: string; told: Record<string, Told> }[]> {
  const own = metrics.filter(isRowMetric).filter((metric) => metric.dataset === dataset);
  const wanted = ids.map((id) => {
    const metric = own.find((one) => one.id === id);
    if (!metric) throw new Error(`${dataset.id} has no metric ${id}`);
    return metric;
  });
  const read = (text: string) =>
    allRows(memoryFolder({ [`${year}/${dataset.id}.csv`]: text }), metrics);
  const counted = async (text: string) => {
    const computed = (await read(text)).counted.get(year)!;
    return Object.fromEntries(ids.map((id) => [id, toldOf(computed.get(id)!)]));
  };
  const rows = (await read(csv)).rows.get(`${year}/${dataset.id}`) ?? [];
  await db.load(dataset, rows);
  await db.run(
    `CREATE OR REPLACE TABLE workday_deadlines AS ${deadlinesSql("duckdb", DISCLOSE_WITHIN)}`,
  );
  const bySql: Record<string, Told> = {};
  for (const metric of wanted) {
    const found = await db.rows(metricSql(metric, `${year}-12-31`));
    bySql[metric.id] = metric.by
      ? Object.fromEntries(found.map(([word, n]) => [word ?? "未注明", n as number | null]))
      : ((found[0]?.[0] ?? null) as number | null);
  }
  const cube = (compact: boolean) =>
    cubeSql(dataset, metrics, { year, dialect: "duckdb", compact });
  return [
    { way: "rows", told: await counted(csv) },
    { way: "SQL", told: bySql },
    { way: "cube", told: await counted(await db.csv(cube(false) ?? "")) },
    { way: "compact cube", told: await counted(await db.csv(cube(true) ?? "")) },
  ];
}

/** A number as a sentence writes it: 3, 至少3, 未公布. */
export type Exactly = string;

/** From the rows and from both cubes; of what cannot be told the SQL of a metric says nothing. */
export async function exactlyThreeWays(
  db: DuckDb,
  dataset: Dataset,
  csv: string,
  ids: readonly string[],
  year = 2023,
): Promise<{ way: string; told: Record<string, Exactly> }[]> {
  const read = (text: string) =>
    allRows(memoryFolder({ [`${year}/${dataset.id}.csv`]: text }), metrics);
  const counted = async (text: string) => {
    const computed = (await read(text)).counted.get(year)!;
    return Object.fromEntries(ids.map((id) => [id, amountText(computed.get(id)!.amount, "")]));
  };
  await db.load(dataset, (await read(csv)).rows.get(`${year}/${dataset.id}`) ?? []);
  const cube = async (compact: boolean) =>
    counted(await db.csv(cubeSql(dataset, metrics, { year, dialect: "duckdb", compact }) ?? ""));
  return [
    { way: "rows", told: await counted(csv) },
    { way: "cube", told: await cube(false) },
    { way: "compact cube", told: await cube(true) },
  ];
}

function toldOf({ amount, groups }: Computed): Told {
  const number = (one: Computed["amount"]) => (one.state === "known" ? one.value : null);
  if (groups === null) return number(amount);
  return Object.fromEntries(groups.map((group) => [group.word, number(group.amount)]));
}

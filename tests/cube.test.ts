/**
 * The cube gives the same figures as the rows it is made of: run for real on DuckDB and PostgreSQL
 * over three years of the demo bureau, its result put in the place of the files, all figures equal.
 */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeDemo } from "../scripts/demo/bureau.ts";
import { ROOT } from "../scripts/lib/places.ts";
import { CubeError, smallCuts, wholeCut } from "../src/cube/cuts.ts";
import { cubeSql } from "../src/cube/sql.ts";
import { cases } from "../src/datasets/cases.ts";
import { complaints } from "../src/datasets/complaints.ts";
import type { Dataset } from "../src/datasets/define.ts";
import { datasets } from "../src/datasets/index.ts";
import { DIALECTS, type Dialect } from "../src/datasets/sql.ts";
import type { Figure } from "../src/figures/figures.ts";
import { diskFolder } from "../src/ingest/disk.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import type { Row } from "../src/ingest/rows/row.ts";
import { loadSite } from "../src/load/load-site.ts";
import { type Metric, quantile, sumOf, type TableMetric } from "../src/metrics/define.ts";
import type { Group } from "../src/metrics/engine/counter.ts";
import { metrics, tables } from "../src/metrics/index.ts";
import type { Site } from "../src/site/year.ts";
import type { Amount } from "../src/values/amount.ts";
import { anyRows, possible } from "./support/anyrows.ts";
import { temporaryFolder } from "./support/command.ts";
import { startDuckDb } from "./support/duckdb.ts";
import { type Engine, isExactRow, staffCsv } from "./support/engine.ts";
import { runHere } from "./support/here.ts";
import { startPostgres } from "./support/postgres.ts";
import { allRows } from "./support/rows.ts";

/** All that a cube serves. */
const ALL = [...metrics, ...tables];

const SITE: Files = {
  "site.yaml": "数据性质: 演示\n单位名称: 示例市城市管理局\n网站名称: 数据公开\n",
};
const COMPLAINTS = 1500;
const YEARS = [2022, 2023, 2024];
const cubable = datasets.filter((dataset) => wholeCut(dataset, ALL) !== null);

/** Metrics that add a column up, and metrics that need it row by row. */
const SAID = { label: "", unit: "元", topic: "cases", definition: "" } as const;
const BOTH_WAYS = [
  sumOf(cases, { ...SAID, id: "all", of: "fine" }),
  sumOf(cases, { ...SAID, id: "by-field", of: "fine", by: "field" }),
  quantile(cases, { ...SAID, id: "median", of: "fine", q: 0.5 }),
  quantile(cases, { ...SAID, id: "p90-by-field", of: "fine", q: 0.9, by: "field" }),
];

type Files = Record<string, Uint8Array | string>;
type Rows = Map<string, { year: number; dataset: Dataset; rows: Row[] }>;

const folder = temporaryFolder();
let files: Files;
let rows: Rows;
let expected: Awaited<ReturnType<typeof readings>>;

beforeAll(async () => {
  const hashes = writeDemo(folder, { complaints: COMPLAINTS, years: YEARS.length });
  files = Object.fromEntries(
    [...hashes.keys()].map((path) => [path, readFileSync(join(folder, path))]),
  );
  rows = await rowsOf();
  expected = await readings(files);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function rowsOf(): Promise<Rows> {
  const all: Rows = new Map();
  for (const [key, list] of (await allRows(diskFolder(folder))).rows) {
    const [year, id] = key.split("/");
    const dataset = datasets.find((one) => one.id === id)!;
    all.set(`${key}.csv`, { year: Number(year), dataset, rows: list });
  }
  return all;
}

/** Figures by id without the places of the rows they were made from; groups in no order. */
function comparable(id: string, { amount, groups }: Pick<Figure, "amount" | "groups">) {
  const nameOf = ({ word, column }: Group) => (column === undefined ? word : `${word}\t${column}`);
  const byWord = groups?.map((group) => [nameOf(group), group.amount] as const) ?? null;
  const sorted = byWord?.sort(([a], [b]) => (a < b ? -1 : 1)) ?? null;
  return [id, { amount, groups: sorted && Object.fromEntries(sorted) }] as const;
}

/** What metrics count in the rows, by year. */
async function counted(
  of: readonly (Metric | TableMetric)[],
  given: Files,
): Promise<Record<number, object>> {
  const { counted: all } = await allRows(memoryFolder(given), of);
  const years = [...all].map(([year, numbers]) => [
    year,
    Object.fromEntries([...numbers].map(([id, one]) => comparable(id, one))),
  ]);
  return Object.fromEntries(years);
}

/** Every figure of every year, as counted and as the site shows it; and the cells of its tables, as published. */
async function readings(given: Files): Promise<{ figures: object; cells: Map<string, Amount> }> {
  const byYear = await counted(ALL, given);
  const { site, problems } = await loadSite(memoryFolder(given));
  const errors = problems.filter(({ severity }) => severity === "error");
  if (!site) throw new Error(JSON.stringify(errors.slice(0, 5)));
  const years = site.years.map(({ year, figures }) => [
    year,
    {
      counted: byYear[year] ?? {},
      shown: Object.fromEntries([...figures].map(([id, figure]) => comparable(id, figure))),
      stated: Object.fromEntries([...figures].map(([id, { statements }]) => [id, statements])),
    },
  ]);
  return { figures: Object.fromEntries(years), cells: cellsOf(site) };
}

async function figures(given: Files): Promise<object> {
  return (await readings(given)).figures;
}

/** Every cell of every table of two columns. */
function cellsOf({ years }: Site): Map<string, Amount> {
  return new Map(
    years.flatMap(({ year, tables: own }) =>
      [...own].flatMap(([id, table]) =>
        table.rows.flatMap((row) =>
          table.columns.map(
            (column) => [[year, id, row, column].join("\t"), table.amountOf(row, column)] as const,
          ),
        ),
      ),
    ),
  );
}

/**
 * The data with every file of rows replaced by what an engine makes of them. What no engine's
 * column of numbers holds (约300) stays row by row, in a second file.
 */
async function cubed(engine: Engine, dialect: Dialect, compact: boolean): Promise<Files> {
  const replaced: Files = { ...files };
  for (const [path, { year, dataset, rows: list }] of rows) {
    const sql = cubeSql(dataset, ALL, { year, dialect, compact });
    if (sql === null) continue;
    const vague = list.filter((row) => !isExactRow(row));
    await engine.load(dataset, list.filter(isExactRow));
    delete replaced[path];
    const part = (number: number) => path.replace(".csv", `-${number}.csv`);
    replaced[part(1)] = await engine.csv(sql);
    if (vague.length > 0) replaced[part(2)] = staffCsv(dataset, vague);
  }
  return replaced;
}

describe.each([
  ["duckdb", startDuckDb],
  ["postgres", startPostgres],
] as const)("on %s", (dialect, start) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine?.close());

  it.each([
    ["whole", false],
    ["compact", true],
  ])(
    "every figure of every year is the same from the %s cube as from the rows",
    async (_, compact) => {
      const replaced = await cubed(engine, dialect, compact);
      expect(
        Object.keys(files)
          .filter((path) => !(path in replaced))
          .sort(),
      ).toEqual(
        [...rows]
          .filter(([, { dataset }]) => cubable.includes(dataset))
          .map(([path]) => path)
          .sort(),
      );
      const { figures, cells: own } = await readings(replaced);
      expect(figures).toEqual(expected.figures);
      // What is withheld depends on the rows that are released, and of a compact cube none are.
      const of = expected.cells;
      if (!compact) expect(own).toEqual(of);
      expect([...own.keys()]).toEqual([...of.keys()]);
      const told = [...own].filter(([cell, { state }]) => {
        return state === "known" && of.get(cell)!.state === "known";
      });
      for (const [cell, amount] of told) expect(amount).toEqual(of.get(cell));
      expect(told.length).toBeGreaterThan(300);
    },
    240_000,
  );

  it("the compact cube serves a sum and a quantile of the same column", async () => {
    const year = YEARS[0]!;
    const path = `${year}/cases.csv`;
    const { dataset, rows: list } = rows.get(path)!;
    const exact = list.filter(isExactRow);
    await engine.load(dataset, exact);
    const sql = cubeSql(dataset, BOTH_WAYS, { year, dialect, compact: true }) ?? "";
    const cube = await engine.csv(sql);
    const given = await counted(BOTH_WAYS, { [path]: staffCsv(dataset, exact) });
    expect(Object.keys(given[year] ?? {})).toEqual(BOTH_WAYS.map(({ id }) => id));
    expect(await counted(BOTH_WAYS, { [path]: cube })).toEqual(given);
  });
});

describe("a column that is both added up and told apart by", () => {
  const whole = (list: readonly Metric[]) => () =>
    cubeSql(cases, list, { year: 2023, dialect: "duckdb" });

  it("stops a cube of whole rows, which says what to do", () => {
    expect(whole(BOTH_WAYS)).toThrow(CubeError);
    expect(whole(BOTH_WAYS)).toThrow(
      "“办理的案件”的“罚款金额”有的指标要相加（all、by-field），有的指标要逐个区分（median、p90-by-field），" +
        "汇总后的一行写不下两样。请加 --compact：每个指标各用各的行。",
    );
  });

  it("stops any cube where one metric wants both", () => {
    const torn = sumOf(cases, { ...SAID, id: "torn", of: "fine", by: "fine" });
    const words = "指标 torn 把“办理的案件”的“罚款金额”又相加、又用来区分各行";
    expect(whole([torn])).toThrow(words);
    expect(() => cubeSql(cases, [torn], { year: 2023, dialect: "duckdb", compact: true })).toThrow(
      words,
    );
  });
});

describe("figures of any rows", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await startDuckDb();
  });
  afterAll(() => engine?.close());

  const everything = fc.record(
    Object.fromEntries(
      cubable.map((dataset) => {
        // Two steps of one matter on one day are one in a cube (docs/scale.md).
        const once = metrics.flatMap((one) =>
          one.kind === "path" && one.dataset === dataset ? [one.key, one.order] : [],
        );
        return [dataset.id, anyRows(dataset, 12, once)];
      }),
    ),
  );

  it("do not change with the order of rows, a split in files, or the cube", async () => {
    await fc.assert(
      fc.asyncProperty(everything, fc.nat(), fc.boolean(), async (tables, seed, any) => {
        const [whole, turned, split, cube, small]: Files[] = [{}, {}, {}, {}, {}].map(() => ({
          ...SITE,
        }));
        for (const dataset of cubable) {
          const all = (tables[dataset.id] ?? []).filter((row) => !saysNothing(dataset, row));
          const list = any ? all : possible(all, dataset, 2023);
          const path = `2023/${dataset.id}`;
          const at = seed % (list.length + 1);
          whole![`${path}.csv`] = staffCsv(dataset, list);
          turned![`${path}.csv`] = staffCsv(
            dataset,
            [...list.slice(at), ...list.slice(0, at)].reverse(),
          );
          split![`${path}-1.csv`] = staffCsv(dataset, list.slice(0, at));
          split![`${path}-2.csv`] = staffCsv(dataset, list.slice(at));
          await engine.load(dataset, list);
          const sql = (compact: boolean) =>
            cubeSql(dataset, ALL, { year: 2023, dialect: "duckdb", compact }) ?? "";
          cube![`${path}.csv`] = await engine.csv(sql(false));
          small![`${path}.csv`] = await engine.csv(sql(true));
        }
        // Days that cannot be stop a site; what is counted is the same all the same.
        const { site } = await loadSite(memoryFolder(whole!));
        const shown = site ? figures : (files: Files) => counted(ALL, files);
        const given = await shown(whole!);
        expect(await shown(turned!)).toEqual(given);
        expect(await shown(split!)).toEqual(given);
        expect(await shown(cube!)).toEqual(given);
        expect(await shown(small!)).toEqual(given);
      }),
      { seed: 20230101, numRuns: 8 },
    );
  });
});

/** No matter of no kind: a GROUP BY writes it as “0” alone, which reads as a row of a template. */
function saysNothing(dataset: Dataset, { values }: Row): boolean {
  const { count } = values;
  const isZero = typeof count === "object" && count !== null && "value" in count && !count.value;
  return (
    isZero && Object.keys(values).every((key) => !dataset.columns[key]?.required || !values[key])
  );
}

describe("the SQL of engines that cannot run here", () => {
  const sql = (dataset: string, dialect: Dialect, compact = false) =>
    cubeSql(datasets.find(({ id }) => id === dataset)!, ALL, {
      year: 2023,
      dialect,
      compact,
    }) ?? "";

  it("speaks ClickHouse", () => {
    const complaints = sql("complaints", "clickhouse");
    // Its DATE begins in 1970.
    expect(complaints).toContain("toDate32(accepted_on) AS accepted_on");
    expect(complaints).toContain("formatDateTime(accepted_on, '%Y-%m') AS accepted_month");
    expect(complaints).toContain("dateDiff('day', accepted_on, closed_on)");
    expect(complaints).toContain("CASE toDayOfWeek(accepted_on) WHEN 1 THEN '周一'");
    expect(complaints).toContain('toInt64(SUM(count)) AS "件数"');
    const cases = sql("cases", "clickhouse");
    expect(cases).toContain("toDate32(b) AS deadline\n  FROM values('a String, b String',");
    expect(cases).toContain('round(SUM(fine_or_none), 2) AS "罚款金额"');
    // Without it a day that has no deadline would have 1970-01-01.
    expect(cases).toMatch(
      /\nSETTINGS join_use_nulls = 1, group_by_use_nulls = 1, format_csv_null_representation = ''$/,
    );
  });

  it("speaks Spark", () => {
    const complaints = sql("complaints", "spark");
    expect(complaints).toContain("CAST(accepted_on AS DATE) AS accepted_on");
    expect(complaints).toContain("date_format(accepted_on, 'yyyy-MM') AS accepted_month");
    expect(complaints).toContain("datediff(closed_on, accepted_on)");
    expect(complaints).toContain("CASE (weekday(accepted_on) + 1) WHEN 1");
    expect(complaints).toContain("CAST(SUM(count) AS BIGINT) AS `件数`");
    const cases = sql("cases", "spark");
    expect(cases).toContain("CAST(SUM(fine_or_none) AS DECIMAL(20, 2)) AS `罚款金额`");
    expect(cases).toContain("FROM (VALUES\n");
    // In Spark a text stands in double quotes too: a column named so would be a text.
    for (const dataset of cubable) expect(sql(dataset.id, "spark")).not.toContain('"');
  });

  it("keeps for each metric only its columns, and tells the sets apart", () => {
    for (const dataset of cubable) {
      const cuts = smallCuts(dataset, ALL);
      const declared = ALL.filter((one) => "dataset" in one && one.dataset === dataset);
      expect(cuts.flatMap((cut) => cut.metrics).sort()).toEqual(
        declared.map(({ id }) => id).sort(),
      );
      for (const cut of cuts) {
        const others = cuts.filter((other) => other !== cut);
        expect(others.some(({ keys }) => cut.keys.every((key) => keys.includes(key)))).toBe(false);
      }
    }
    // Spark knows GROUPING() in sets only, even where one set does for all metrics.
    for (const dataset of cubable) {
      expect(sql(dataset.id, "spark", true)).toContain("GROUP BY GROUPING SETS (\n");
    }
    expect(sql("complaints", "clickhouse", true)).toContain("group_by_use_nulls = 1");
  });

  it.each(DIALECTS)("names every column as the files do, and gives no semicolon: %s", (dialect) => {
    for (const dataset of cubable) {
      const text = sql(dataset.id, dialect);
      const all = { ...dataset.columns, ...dataset.derived };
      const { keys, sums } = wholeCut(dataset, ALL)!;
      for (const key of [...keys, ...sums, "count"]) {
        const quote = dialect === "spark" ? "`" : '"';
        expect(text).toContain(`AS ${quote}${all[key]?.label}${quote}`);
      }
      expect(text).not.toContain(";");
    }
  });
});

describe("a compact cube", () => {
  const text = (id: string) => `渠道,受理月份,件数,用于指标\n12345热线,2023-01,40,${id}\n`;

  it("whose metrics the program no longer has stops the build", async () => {
    const { site, problems } = await loadSite(
      memoryFolder({ ...SITE, "2023/complaints.csv": text("complaints、complaint-by-month") }),
    );
    expect(site).toBeNull();
    expect(problems).toContainEqual(
      expect.objectContaining({ code: "indicator-unknown", column: "用于指标", count: 1 }),
    );
  });

  it("gives figures to its metrics only, and no list of rows", async () => {
    const { site } = await loadSite(
      memoryFolder({ ...SITE, "2023/complaints.csv": text("complaints") }),
    );
    const amount = (id: string) => site?.latest.figures.get(id)?.computed;
    expect(amount("complaints")).toMatchObject({ state: "known", value: 40 });
    expect(amount("complaints-by-channel")).toEqual({ state: "unknown" });
    expect(site?.latest.release("complaints")).toBeNull();
  });
});

describe("npm run cube", () => {
  it("prints the SQL, of the latest year of the data where none is said", async () => {
    const { code, stdout } = await runHere("cube", [
      "complaints",
      "--dialect",
      "postgres",
      "--data",
      folder,
    ]);
    expect(code).toBe(0);
    expect(`${stdout}`.trimEnd()).toBe(
      cubeSql(complaints, ALL, { year: 2024, dialect: "postgres" }),
    );
    const other = await runHere("cube", ["诉求工单与群众反映", "--year", "2022", "--compact"]);
    expect(other.stdout.trimEnd()).toBe(
      cubeSql(complaints, ALL, { year: 2022, dialect: "duckdb", compact: true }),
    );
  });

  it("takes every command line that docs/scale.md shows", async () => {
    const text = readFileSync(join(ROOT, "docs/scale.md"), "utf8");
    const lines = [...text.matchAll(/npm run -s cube -- ([^|>\n]*)/g)].map(
      ([, args]) => args ?? "",
    );
    expect(lines.length).toBeGreaterThanOrEqual(DIALECTS.length);
    for (const line of lines) {
      const { code, stderr } = await runHere("cube", line.trim().split(" "));
      expect(stderr, line).toBe("");
      expect(code, line).toBe(0);
    }
  });

  it.each([
    [[], "要写表名"],
    [["complaint"], "不认识“complaint”"],
    [["cases", "--dialects", "spark"], "不认识“--dialects spark”"],
    [["cases", "--dialect", "oracle"], "不能是“oracle”"],
    [["cases", "--year", "23"], "不能是“23”"],
    [["plan"], "没有可汇总的"],
    [["cases", "--data", "/nowhere"], "请用 --year"],
  ])("says what is wrong with %j", async (args, says) => {
    const { code, stderr } = await runHere("cube", args);
    expect(code).toBe(2);
    expect(stderr).toContain(says);
  });
});

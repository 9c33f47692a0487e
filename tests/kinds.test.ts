/** What a word is: no word of the bureau's own is in no figure, and nothing of two kinds is added. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeDemo } from "../scripts/demo/bureau.ts";
import { ROOT } from "../scripts/lib/places.ts";
import { charts } from "../src/charts/index.ts";
import { cubeSql } from "../src/cube/sql.ts";
import { complaints } from "../src/datasets/complaints.ts";
import type { Column, Dataset } from "../src/datasets/define.ts";
import { datasets } from "../src/datasets/index.ts";
import { exploreHref } from "../src/explore/href.ts";
import { diskFolder } from "../src/ingest/disk.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { problemText } from "../src/ingest/problems/words.ts";
import { loadSite } from "../src/load/load-site.ts";
import {
  columnOf,
  count,
  isRowMetric,
  type RowMetric,
  unitOfMatters,
} from "../src/metrics/define.ts";
import { metrics } from "../src/metrics/index.ts";
import { metricSql, metricWords } from "../src/metrics/words.ts";
import { temporaryFolder } from "./support/command.ts";
import { type DuckDb, startDuckDb } from "./support/duckdb.ts";
import { allRows } from "./support/rows.ts";

/** The columns of a file that a condition on a column depends on. */
function readBy(dataset: Dataset, key: string): [string, Column][] {
  const derived = dataset.derived?.[key];
  return derived
    ? derived.from.flatMap((from) => readBy(dataset, from))
    : [[key, columnOf(dataset, key)]];
}

const conditions = metrics
  .filter(isRowMetric)
  .flatMap(({ id, dataset, where, except = {} }) =>
    [...Object.keys(where), ...Object.keys(except)].map((key) => ({ id, dataset, key })),
  );
const about = datasets.flatMap((dataset) => {
  const { people } = dataset;
  const keys =
    typeof people === "object" ? [people.column, ...Object.keys(people.totalsOnly ?? {})] : [];
  return keys.map((key) => ({ id: `people of ${dataset.id}`, dataset, key }));
});

describe("a word that a bureau may add", () => {
  it("says its kind wherever something depends on what the words are", () => {
    const faults = [...conditions, ...about].flatMap(({ id, dataset, key }) =>
      readBy(dataset, key)
        .filter(
          ([, { type, vocabulary, kinds }]) => type.startsWith("word") && vocabulary && !kinds,
        )
        .map(
          ([column, { vocabulary }]) =>
            `${id} depends on the words of ${dataset.id}.${column}, to which a bureau adds in “${vocabulary}”: give it kinds (src/datasets/kinds.ts), or take its vocabulary away.`,
        ),
    );
    expect(faults, faults.join("\n")).toEqual([]);
  });

  it("is no word of a column that is closed, and is told so", async () => {
    const closed = conditions.flatMap(({ dataset, key }) =>
      readBy(dataset, key)
        .filter(([, { type, vocabulary }]) => type.startsWith("word") && !vocabulary)
        .map(([, column]) => ({ dataset, column })),
    );
    const columns = new Map(closed.map((one) => [one.column, one]));
    expect([...columns.keys()].map(({ label }) => label)).toContain("满意度");
    for (const { dataset, column } of columns.values()) {
      expect(column.words?.length, column.label).toBeGreaterThan(0);
      const needed = Object.values<Column>(dataset.columns).filter(
        (one) => one.required && one !== column,
      );
      const head = [column, ...needed].map(({ label }) => label).join();
      const row = ["本单位自己的说法", ...needed.map(({ words }) => words?.[0] ?? "")].join();
      const { problems } = await loadSite(
        memoryFolder({
          "site.yaml": SITE,
          "vocabularies.yaml": `${column.label}:\n  本单位自己的说法:\n`,
          [`2023/${dataset.id}.csv`]: `${head},件数\n${row},3\n`,
        }),
      );
      const said = problems.map(problemText).join("\n");
      expect(said, column.label).toContain("这一列的词是固定的，不能另加");
      expect(said, column.label).toContain(`“${column.label}”一列的词是固定的，不能另加`);
    }
  });

  it("is never worked into a derived column by the words of every bureau", () => {
    const faults = datasets.flatMap(({ id, columns, derived = {} }) =>
      Object.entries(derived).flatMap(([key, { from, words }]) =>
        from
          .filter((one) => words && columns[one]?.vocabulary)
          .map((one) => `${id}.${key} is worked out of the words of ${one}: close ${one}.`),
      ),
    );
    expect(faults, faults.join("\n")).toEqual([]);
  });

  it("is of one kind, as every bureau's words are", () => {
    for (const { columns } of datasets) {
      for (const { words = [], kinds, vocabulary, label } of Object.values<Column>(columns)) {
        if (!kinds) continue;
        expect(vocabulary, label).toBeDefined();
        expect(Object.values(kinds).flat(), label).toEqual(words);
        expect(new Set(words).size, label).toBe(words.length);
      }
    }
  });

  it("cannot be left out by a metric that lists words", () => {
    const said = { id: "hot", label: "", unit: "件", topic: "complaints", definition: "" };
    expect(() => count(complaints, { ...said, where: { channel: "12345热线" } })).toThrow("渠道");
    expect(() => count(complaints, { ...said, where: { channel: { kind: "信件" } } })).toThrow(
      "信件",
    );
    expect(() => count(complaints, { ...said, except: { channel: ["媒体"] } })).toThrow("渠道");
  });
});

describe("a row that is released", () => {
  const counted = datasets.flatMap((dataset) => {
    const own = metrics.filter(
      (metric): metric is RowMetric => isRowMetric(metric) && metric.dataset === dataset,
    );
    return own.length > 0 ? [[dataset.id, dataset, own] as const] : [];
  });

  it.each(counted)("of %s is in a figure, whatever its words are", (_, dataset, own) => {
    // Parts add nothing to what their whole counts; paths count matters, not rows.
    const wholes = own.filter(({ kind, within }) => kind === "count" && !within);
    const keys = [
      ...new Set(wholes.flatMap(({ where, except }) => Object.keys({ ...where, ...except }))),
    ];
    const rows = keys.reduce<Record<string, string>[]>(
      (some, key) =>
        some.flatMap((row) =>
          (columnOf(dataset, key).words ?? []).map((word) => ({ ...row, [key]: word })),
        ),
      [{}],
    );
    const meets = (row: Record<string, string>, key: string, words: string | readonly string[]) =>
      [words].flat().includes(row[key]!);
    const unseen = rows
      .filter((row) => !Object.entries(dataset.leftOut ?? {}).some((one) => meets(row, ...one)))
      .filter(
        (row) =>
          !wholes.some(
            ({ where, except = {} }) =>
              Object.entries(where).every((one) => meets(row, ...one)) &&
              !Object.entries(except).some((one) => meets(row, ...one)),
          ),
      )
      .map((row) => `${JSON.stringify(row)} is in the explorer of ${dataset.id} and in no figure.`);
    expect(unseen.slice(0, 5), unseen[0]).toEqual([]);
  });
});

describe("what is never added", () => {
  it("is asked for one by one, each in its unit", () => {
    for (const { id, countedApart, columns } of datasets) {
      if (!countedApart) continue;
      const units = new Map<string, string>();
      for (const metric of metrics.filter(isRowMetric)) {
        if (metric.dataset.id !== id || metric.kind === "path") continue;
        const asked = metric.asked.where[countedApart];
        const kind = typeof asked === "object" && "kind" in asked ? asked.kind : asked;
        expect(kind, `${metric.id} adds what ${id} counts apart`).toBeTypeOf("string");
        if (metric.kind !== "count" || !columns[countedApart]!.kinds) continue;
        expect(metric.unit, metric.id).toBe(units.get(kind as string) ?? metric.unit);
        units.set(kind as string, metric.unit);
        expect(unitOfMatters(metric)).toBe(metric.unit);
      }
    }
  });

  it.each(["data", "demo"])(
    "is in no total of a chart of %s, and no two of them say the same",
    async (name) => {
      const folder = name === "demo" ? temporaryFolder() : join(ROOT, name);
      if (name === "demo") writeDemo(folder, { complaints: 3000, years: 3 });
      const { site } = await loadSite(diskFolder(folder));
      if (name === "demo") rmSync(folder, { recursive: true, force: true });
      for (const year of site!.years) {
        const said = new Map<string, string>();
        for (const { id, view } of charts) {
          const { title, items, total, form, idle } = view(year);
          if (form && !idle) {
            expect(said.get(title), `${id}: ${title}`).toBeUndefined();
            said.set(title, id);
          }
          const others = items.filter(({ unit }) => total && unit !== total.unit);
          expect(others, id).toEqual([]);
        }
      }
    },
  );
});

describe("years of what goes on", () => {
  it("are said not to be added, where there are several", async () => {
    const csv = "执法领域,立案日期,件数\n燃气,2022-12-20,5\n";
    const one = { "site.yaml": SITE, "2022/cases.csv": csv };
    const notes = async (files: Record<string, string>, id: string) => {
      const { site } = await loadSite(memoryFolder(files));
      return charts
        .find((chart) => chart.id === id)!
        .view(site!.latest)
        .notes.join("");
    };
    // The same five cases stand in both years.
    const both = {
      ...one,
      "2023/cases.csv": csv,
      "2022/publicity.csv": "形式,对象\n考试,公众\n",
      "2023/publicity.csv": "形式,对象\n考试,公众\n",
    };
    expect(await notes(one, "cases-by-year")).toBe("");
    expect(await notes(both, "cases-by-year")).toContain(
      "办理各类案件：跨年办理的，有关各年都计，所以各年的数不能相加。",
    );
    expect(await notes(both, "publicity-by-year")).toBe("");
  });
});

const SITE = "数据性质: 演示\n单位名称: 示例市城市管理局\n网站名称: 数据公开\n";
const OWN = `渠道:
  12345平台: { 归类: 工单 }
  随手拍: { 归类: 群众反映 }
审核结论:
  原则通过: { 归类: 通过 }
  退回补正: { 归类: 未通过 }
`;

describe("an own word", () => {
  const files = {
    "site.yaml": SITE,
    "vocabularies.yaml": OWN,
    "2023/complaints.csv": `渠道,受理日期,状态,件数
12345平台,2023-01-05,已办结,30
12345平台,2023-01-05,办理中,10
12345热线,2023-01-05,已办结,9
随手拍,2023-01-05,已办结,7
,2023-01-05,已办结,2
`,
  };
  let db: DuckDb;
  beforeAll(async () => {
    db = await startDuckDb();
  });
  afterAll(() => db.close());

  it("is in the figure, its words, its SQL and the link to its rows", async () => {
    const { site } = await loadSite(memoryFolder(files));
    const year = site!.latest;
    const figure = year.figures.get("complaints")!;
    expect(figure.amount).toMatchObject({ value: 49, undetermined: 2 });
    expect(metricWords(figure.metric as RowMetric, year.period, () => "")).toContain(
      "上级交办或12345平台、状态不是退回或不予受理或作废、受理年度不是往年受理的件数",
    );
    expect(metricSql(figure.metric as RowMetric, "2023-12-31")).toContain("'12345平台'");
    const messages = year.figures.get("messages")!;
    expect(messages.amount).toMatchObject({ value: 7, undetermined: 2 });
    expect(site!.metrics.get("messages")).toBe(messages.metric);
  });

  it("is in the link to the rows of its figure", async () => {
    const { site } = await loadSite(
      memoryFolder({
        ...files,
        "2023/legal_reviews.csv": "审核结论,件数\n通过,3\n原则通过,2\n退回补正,4\n",
      }),
    );
    const { latest } = site!;
    const link = exploreHref("", latest, latest.figures.get("legal-reviews-passed")!.metric);
    expect(decodeURIComponent(link!)).toBe(
      "explore/legal_reviews/?year=2023&conclusion=通过&conclusion=原则通过",
    );
  });

  it("counts the same by its rows and by the metric's SQL", async () => {
    const { site } = await loadSite(memoryFolder(files));
    const { rows } = await allRows(memoryFolder(files));
    await db.load(complaints, rows.get("2023/complaints")!);
    for (const [id, value] of [
      ["complaints", 49],
      ["messages", 7],
      ["complaints-resolved", 39],
    ] as const) {
      expect(await db.rows(metricSql(site!.metrics.get(id) as RowMetric, "2023-12-31"))).toEqual([
        [value],
      ]);
      expect(site!.latest.figures.get(id)!.computed).toMatchObject({ value });
    }
  });

  it.each([false, true])("is in the cube as in the rows; compact: %s", async (compact) => {
    const { rows, counted } = await allRows(memoryFolder(files));
    await db.load(complaints, rows.get("2023/complaints")!);
    const sql = cubeSql(complaints, metrics, { year: 2023, dialect: "duckdb", compact })!;
    const cube = { ...files, "2023/complaints.csv": await db.csv(sql) };
    const cubed = (await allRows(memoryFolder(cube))).counted.get(2023)!;
    for (const [id, { amount }] of counted.get(2023)!) {
      expect(cubed.get(id)?.amount, id).toEqual(amount);
    }
  });

  it("never vanishes: every row with a channel is a ticket or a message", async () => {
    const word = fc.constantFrom(
      "12345平台",
      "随手拍",
      "12345热线",
      "数字城管",
      "来信来访",
      "其他",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(word, fc.integer({ min: 0, max: 90 })), { minLength: 1, maxLength: 8 }),
        async (rows) => {
          const csv = `渠道,件数\n${rows.map((row) => row.join()).join("\n")}\n`;
          const { counted } = await allRows(
            memoryFolder({ "vocabularies.yaml": OWN, "2023/complaints.csv": csv }),
          );
          const value = (id: string) => {
            const amount = counted.get(2023)!.get(id)!.amount;
            return amount.state === "known" ? amount.value : 0;
          };
          const all = rows.reduce((sum, [, n]) => sum + n, 0);
          expect(value("complaints") + value("messages")).toBe(all);
        },
      ),
      { seed: 20230101, numRuns: 40 },
    );
  });
});

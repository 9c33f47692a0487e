/** What a new dataset, topic, metric, chart or rule must not leave out; each message says what to do. */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { writeDemo } from "../scripts/demo/bureau.ts";
import { ROOT } from "../scripts/lib/places.ts";
import { Asked } from "../src/charts/asked.ts";
import { charts } from "../src/charts/index.ts";
import { type Column, defineDataset } from "../src/datasets/define.ts";
import { datasets } from "../src/datasets/index.ts";
import { indicators } from "../src/datasets/indicators.ts";
import { rules } from "../src/findings/index.ts";
import { diskFolder } from "../src/ingest/disk.ts";
import { columnKey } from "../src/ingest/rows/column-names.ts";
import { loadSite } from "../src/load/load-site.ts";
import { metrics } from "../src/metrics/index.ts";
import { questions } from "../src/questions/index.ts";
import type { Year } from "../src/site/year.ts";
import { topics } from "../src/topics/index.ts";
import { topicNamed } from "../src/topics/words.ts";
import { temporaryFolder } from "./support/command.ts";
import { KAILI } from "./support/kaili.ts";
import { SITES } from "./support/sites.ts";

/** Fails with one line for each thing left out. */
function expectNone(faults: readonly string[]): void {
  expect(faults, faults.join("\n")).toEqual([]);
}

function twice(words: readonly string[]): string[] {
  return [...new Set(words.filter((word, index) => words.indexOf(word) !== index))];
}

const ids = (things: readonly { id: string }[]) => things.map(({ id }) => id);

describe("two of one name", () => {
  it.each([
    ["src/datasets", "id", ids(datasets)],
    ["src/datasets", "label", datasets.map(({ label }) => label)],
    ["src/topics", "id", ids(topics)],
    ["src/topics", "nav", topics.map(({ nav }) => nav)],
    ["src/metrics", "id", ids(metrics)],
    ["src/charts", "id", ids(charts)],
    ["src/findings", "id", ids(rules)],
    ["src/questions", "id", ids(questions)],
    ["src/questions", "name", questions.map(({ name }) => name)],
  ])("%s: no %s stands twice", (room, what, words) => {
    expectNone(
      twice(words).map((word) => `Two in ${room} have the ${what} “${word}”: rename one of them.`),
    );
  });

  it("no topic takes the address of a page", () => {
    const pages = readdirSync(join(ROOT, "src/pages")).map((name) => name.split(".")[0]);
    expectNone(
      ids(topics)
        .filter((id) => pages.includes(id))
        .map((id) => `src/pages/${id} has the address of the topic ${id}: give the topic another.`),
    );
  });

  it("a dataset of counted matters has all three columns that files of counts bring", () => {
    expectNone(
      datasets
        .filter(({ columns, explore }) => explore || "count" in columns)
        .flatMap(({ id, columns }) =>
          ["count", "section", "for_metrics"]
            .filter((key) => !(key in columns))
            .map(
              (key) =>
                `src/datasets/${id}.ts lacks ${key}: add it from define.ts, or a file of counts is counted twice.`,
            ),
        ),
    );
  });

  it("a dataset about people says what may be explored, else its rows would be shown whole", () => {
    expect(() =>
      defineDataset({
        id: "visits",
        label: "",
        unit: "",
        description: "",
        people: true,
        columns: {},
      }),
    ).toThrow("explore");
  });

  it("no header names two columns of a dataset", () => {
    expectNone(
      datasets.flatMap((dataset) =>
        Object.entries<Column>({ ...dataset.columns, ...dataset.derived }).flatMap(
          ([key, { label, aliases = [] }]) =>
            [key, label, ...aliases].flatMap((name) => {
              const named = columnKey(dataset, name);
              return named === key
                ? []
                : `src/datasets/${dataset.id}.ts: “${name}” names both ${named} and ${key}; only ${named} would be read. Take it away from one of them.`;
            }),
        ),
      ),
    );
  });
});

describe("what is named is there", () => {
  it.each([
    ["metric", metrics],
    ["chart", charts],
  ])("the topic of every %s", (what, things) => {
    expectNone(
      [...things]
        .filter(({ topic }) => !ids(topics).includes(topic))
        .map(
          ({ id, topic }) =>
            `The ${what} ${id} has the topic “${topic}”, which is not in src/topics/index.ts: ${ids(topics).join(", ")}.`,
        ),
    );
  });

  it("the topic of an indicator that names none, as the dictionary says", () => {
    expect(indicators.columns.topic.note).toContain(`不填归入${topicNamed(null).nav}`);
  });

  it("the metrics that a metric is a part or a ratio of", () => {
    expectNone(
      metrics.flatMap((metric) =>
        [metric.within ?? [], metric.kind === "ratio" ? [metric.numerator, metric.denominator] : []]
          .flat()
          .filter((id) => !ids(metrics).includes(id))
          .map((id) => `The metric ${metric.id} names ${id}, which is not in src/metrics.`),
      ),
    );
  });

  it("metrics and charts of every topic", () => {
    expectNone(
      topics.flatMap(({ id }) =>
        Object.entries({ metrics, charts })
          .filter(([, things]) => !things.some(({ topic }) => topic === id))
          .map(
            ([what]) =>
              `The topic ${id} has no ${what}: declare one with topic: "${id}" in src/${what}, or take the topic out of src/topics/index.ts.`,
          ),
      ),
    );
  });
});

it("every rule is broken by a folder of tests/sites", () => {
  const sites = join(import.meta.dirname, "sites");
  const found = readdirSync(sites)
    .map((name) => join(sites, name, "expected.yaml"))
    .filter(existsSync)
    .flatMap((file) => {
      const { findings = [] } = parse(readFileSync(file, "utf8")) as {
        findings?: { id: string }[];
      };
      return ids(findings).map((id) => id.replace(/-\d+$/, ""));
    });
  expectNone(
    ids(rules)
      .filter((rule) => !found.some((id) => id.endsWith(`-${rule}`)))
      .map(
        (rule) =>
          `No folder of tests/sites breaks the rule ${rule}: add one, or rows to one, whose expected.yaml has a finding “<year> <metric>-${rule}”.`,
      ),
  );
});

describe("the figures of every chart", () => {
  let years: readonly Year[];
  const folder = temporaryFolder();
  beforeAll(async () => {
    writeDemo(folder, { complaints: 3000, years: 3 });
    const loaded = await Promise.all([KAILI, folder].map((data) => loadSite(diskFolder(data))));
    years = loaded.flatMap(({ site }) => site?.years ?? []);
    expect(years).toHaveLength(4);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(charts)("$id", ({ id, view, figures }) => {
    const asked = years.flatMap((year) => {
      const own = new Asked(year.figures);
      view({ ...year, figures: own });
      return [...own.asked];
    });
    expectNone(
      [...new Set(asked)]
        .filter((figure) => !figures.includes(figure))
        .map(
          (figure) =>
            `The view of the chart ${id} asks for ${figure} in some years only, so the list of its figures lacks it: ask for it at the top of the view.`,
        ),
    );
    expect(figures.length, `The chart ${id} shows no figure.`).toBeGreaterThan(0);
  });
});

it("every chart is drawn in the real site or in the demo", () => {
  const isDrawn = (id: string) =>
    SITES.some(({ folder }) => {
      const page = join(folder, "charts", id, "index.html");
      // A chart of which nothing was ever published has no page.
      return existsSync(page) && /class="?draw/.test(readFileSync(page, "utf8"));
    });
  expectNone(
    ids(charts)
      .filter((id) => !isDrawn(id))
      .map(
        (id) =>
          `Neither data/ nor the demo has what the chart ${id} draws, so no test sees it: let scripts/demo write rows for it, then run npm run demo -- --sums examples/demo/SHA256.`,
      ),
  );
});

it("every question is answered in the real site or in the demo", () => {
  const isAnswered = (id: string) =>
    SITES.some(({ folder }) => {
      const page = join(folder, "questions", id, "index.html");
      return existsSync(page) && !readFileSync(page, "utf8").includes("缺什么，才能回答");
    });
  expectNone(
    ids(questions)
      .filter((id) => !isAnswered(id))
      .map(
        (id) =>
          `Neither data/ nor the demo has what the question ${id} asks for, so no test sees its answer: let scripts/demo write rows for it.`,
      ),
  );
});

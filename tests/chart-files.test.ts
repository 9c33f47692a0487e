/** Files that people take away: every value of a drawing, the same columns in all of them, rows that are there. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parseHTML } from "linkedom";
import Papa from "papaparse";
import { describe, expect, it, test } from "vitest";
import { charts } from "../src/charts/index.ts";
import { CHART_FIELDS } from "../src/downloads/charts.ts";
import { fileName } from "../src/downloads/name.ts";
import { linesOf, releaseTable } from "../src/downloads/rows.ts";
import { Engine } from "../src/explore/engine.ts";
import { queryOf } from "../src/explore/head.ts";
import { rowsBehind } from "../src/explore/rows-behind.ts";
import { unpacked } from "../src/explore/unpacked.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import { isRowMetric } from "../src/metrics/define.ts";
import { SITES } from "./support/sites.ts";

type Row = Record<string, string>;

const parsed = (file: string) =>
  Papa.parse<Row>(readFileSync(file, "utf8").slice(1), { header: true, skipEmptyLines: true });

describe.each(SITES)("$name", ({ folder, bureau, demo, latest }) => {
  const years = readdirSync(join(folder, "data")).filter((name) => /^\d{4}$/.test(name));
  const files = charts
    .flatMap(({ id }) =>
      years.map((year) => ({ id, year, file: join(folder, "charts", id, `${id}-${year}`) })),
    )
    .filter(({ file }) => existsSync(`${file}.csv`));

  it("are there of every chart that has a page", () => {
    const pages = charts.filter(({ id }) => existsSync(join(folder, "charts", id, "index.html")));
    // A year in which it says nothing has no file; every chart has one.
    expect(new Set(files.map(({ id }) => id)).size).toBe(pages.length);
    expect(files.length).toBeLessThanOrEqual(pages.length * years.length);
    expect(pages.length).toBeGreaterThan(15);
  });

  test.each(files)("$id $year", ({ id, year, file }) => {
    const { data, meta } = parsed(`${file}.csv`);
    const labels = CHART_FIELDS.map(({ label }) => label);
    expect(meta.fields).toEqual(demo ? [...labels, "数据性质"] : labels);
    const json = JSON.parse(readFileSync(`${file}.json`, "utf8"));
    expect(Object.keys(json).filter((key) => key !== "notice")).toEqual([
      "id",
      "question",
      "title",
      "subtitle",
      "notes",
      "dimension",
      "year",
      "bureau",
      "licence",
      "address",
      "source",
      "figures",
      "items",
    ]);
    expect([json.id, json.bureau, json.year]).toEqual([id, bureau, Number(year)]);
    expect(json.items.length).toBe(data.length);
    for (const [i, row] of data.entries()) {
      const item = json.items[i];
      expect(
        Object.keys(item)
          .filter((key) => !["qualifier", "missing", "under"].includes(key))
          .sort(),
      ).toEqual([
        "check",
        "label",
        "origin",
        "period",
        "sections",
        "series",
        "state",
        "total",
        "unit",
        "value",
        "year",
      ]);
      expect([row.图表, row.年度, row.发布单位]).toEqual([id, String(item.year), bureau]);
      expect(row.标题).toBe(json.title);
      expect([row.系列, row.项目]).toEqual([item.series, item.label]);
      expect(row.合计).toBe(item.total ? "是" : "");
      expect(Number(row.年度)).toBeLessThanOrEqual(Number(year));
      expect(row.来源).toBe(item.origin);
      // What is not of the report is of no section of it.
      expect(/报告写明/.test(row.来源!)).toBe(row.报告章节 !== "");
      expect(row.报告章节).toBe(item.sections.join("、"));
      if (item.state === "known") expect(Number(row.数值)).toBe(item.value);
      else expect([item.value, row.数值 === "0"]).toEqual([null, false]);
      expect(row.说明).toContain(json.subtitle);
    }
    // A line is told by what it is of: nothing stands twice, unless two numbers are in dispute.
    const names = data.map((row) => [row.系列, row.年度, row.项目, row.核对].join());
    expect(new Set(names).size).toBe(names.length);
  });

  it("names files by bureau, id and year", () => {
    const { document } = parseHTML(
      readFileSync(join(folder, `charts/cases-by-field/index.html`), "utf8"),
    );
    const link = document.querySelector(`a[href="cases-by-field-${latest}.csv"]`)!;
    expect(link.getAttribute("download")).toBe(
      // The short name, where the bureau has one.
      `${demo ? "演示数据-" : ""}${bureau.replace("行政", "")}-cases-by-field-${latest}.csv`,
    );
    for (const page of ["data/index.html", "charts/disputes/index.html", "cases/index.html"]) {
      const { document } = parseHTML(readFileSync(join(folder, page), "utf8"));
      const links = [...document.querySelectorAll("main a")].filter((one) =>
        // What programs collect is of no year, and is read where it lies.
        /(?<!datapackage)\.(csv|json|svg)$/.test(one.getAttribute("href")!),
      );
      expect(links.length).toBeGreaterThan(0);
      for (const one of links) {
        expect(one.getAttribute("download"), one.outerHTML).toMatch(
          /-[\w-]+-\d{4}\.(csv|json|svg)$/,
        );
      }
    }
  });

  it("every link behind 数据行 leads to rows that are there", () => {
    const engines = new Map(
      readdirSync(join(folder, "explore"))
        .filter((name) => !name.includes("."))
        .map((name) => {
          const { rows } = unpacked(
            gunzipSync(readFileSync(join(folder, "explore", name, "rows.gz"))),
          );
          return [name, { rows, engine: new Engine(rows) }] as const;
        }),
    );
    let followed = 0;
    for (const id of readdirSync(join(folder, "figures"))) {
      const page = join(folder, "figures", id, "index.html");
      if (!existsSync(page)) continue;
      const { document } = parseHTML(readFileSync(page, "utf8"));
      const links = [
        ...document.querySelectorAll<HTMLAnchorElement>("main dd a, main td a"),
      ].filter(({ textContent }) => /第[\d–、]+行|共[\d,]+行/.test(textContent!));
      for (const link of links) {
        const href = link.getAttribute("href")!;
        const text = link.textContent!;
        const csv = /data\/(\d{4})\/(\w+)\.csv$/.exec(href);
        followed++;
        if (csv) {
          const { data } = parsed(join(folder, csv[0]));
          const rows = new Set(data.map((row) => `${row.来源文件} ${row.来源行}`));
          for (const place of placesIn(text)) expect(rows, `${id} ${text}`).toContain(place);
          continue;
        }
        const [, dataset, search] = /explore\/(\w+)\/(\?.*)$/.exec(href)!;
        const { rows, engine } = engines.get(dataset!)!;
        const answer = engine.answer(queryOf(search!, rows.columns, "year"));
        const row = link.closest("tr")?.querySelector("td.num")?.textContent;
        const shown = row ?? document.querySelector(".hero")!.textContent!;
        if (!shown.includes("≠")) {
          expect(shown.replace(/,/g, ""), `${id} ${text}`).toContain(String(answer.matters));
        }
        expect(answer.others, href).toEqual([]);
      }
    }
    expect(followed).toBeGreaterThan(demo ? 30 : 20);
  });
});

it("the drawing's other values are in the file: nine in ten, all years, all measures", () => {
  const demo = SITES.find((site) => site.demo)!;
  const rows = (id: string) => parsed(join(demo.folder, "charts", id, `${id}-2024.csv`)).data;
  const days = Map.groupBy(rows("handling-by-street"), (row) => row.系列);
  expect([...days.keys()]).toEqual(["中位数", "九成工单不超过"]);
  expect(days.get("九成工单不超过")!.length).toBe(days.get("中位数")!.length);
  const months = Map.groupBy(rows("publicity-calendar"), (row) => row.年度);
  expect([...months.keys()].sort()).toEqual(["2023", "2024"]);
  for (const own of months.values()) expect(own.length).toBeGreaterThanOrEqual(12);
  const trend = rows("cases-by-year");
  expect(new Set(trend.map((row) => row.系列)).size).toBe(4);
  expect(new Set(trend.map((row) => row.年度))).toEqual(new Set(["2022", "2023", "2024"]));
  const totals = rows("cases-by-field").filter((row) => row.合计 === "是");
  expect(totals.map((row) => row.项目)).toEqual(["合计"]);
});

it("a bureau's name makes a file name on every system", () => {
  const name = (bureau: string) =>
    fileName({ bureau, shortName: "", demo: false } as never, "cases", 2024, "csv");
  expect(name("青岚县综合行政执法局")).toBe("青岚县综合行政执法局-cases-2024.csv");
  for (const hostile of [
    "../../etc",
    "a/b\\c:d*e?f",
    "\u202exslx.局",
    "局\r\n.exe",
    "CON",
    "  ",
    "=1+1",
  ]) {
    expect(name(hostile)).toMatch(/^[\p{L}\p{N}-]*cases-2024\.csv$/u);
  }
});

it("rows of which none is public by its place have neither places nor a link", async () => {
  const head = "数据性质: 演示\n单位名称: 青岚县综合行政执法局\n网站名称: 数据公开\n";
  const cut = "街道,渠道,件数,用于指标\n城东,12345热线,30,complaints\n";
  const mixed = `渠道,件数,报告章节\n12345热线,1472,一(一)\n${"公众号,1,\n".repeat(8)}`;
  for (const text of [cut, mixed]) {
    const { site } = await loadSite(
      memoryFolder({ "site.yaml": head, "2024/complaints.csv": text }),
    );
    const year = site!.latest;
    for (const figure of year.figures.values()) {
      if (!isRowMetric(figure.metric) || figure.provenance.total === 0) continue;
      const { href, text: said } = rowsBehind("", year, figure.metric, figure.provenance);
      if (href?.startsWith("data/")) {
        expect(linesOf(year, figure.metric.dataset.id)).toBeGreaterThan(0);
        expect(releaseTable(year.release(figure.metric.dataset.id)!).fields).toContain("来源行");
      }
      if (href === null) expect(said).not.toMatch(/第\d/);
    }
  }
});

/** “2023/cases.csv 第2–7、9行” → each place. */
function placesIn(text: string): string[] {
  return [...text.matchAll(/(\S+\.csv) 第([\d–、]+)行/g)].flatMap(([, file, runs]) =>
    runs!.split("、").flatMap((run) => {
      const [from, to = from] = run.split("–").map(Number);
      return Array.from(
        { length: to! - from! + 1 },
        (_, i) => `${file!.replace(/^；/, "")} ${from! + i}`,
      );
    }),
  );
}

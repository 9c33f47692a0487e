/** Small numbers about people: withheld in every table, and not to be worked out from all of them. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COUNT } from "../src/datasets/columns.ts";
import { complaints, NOT_HANDLED, TICKET_CHANNELS } from "../src/datasets/complaints.ts";
import { defineDataset } from "../src/datasets/define.ts";
import { diskFolder } from "../src/ingest/disk.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import type { Row } from "../src/ingest/rows/row.ts";
import { Batch, TypedColumns } from "../src/ingest/rows/typed.ts";
import { loadSite } from "../src/load/load-site.ts";
import { count } from "../src/metrics/define.ts";
import { Sentences } from "../src/metrics/engine/compute.ts";
import { protectFigures, ReleaseBuilder } from "../src/protect/index.ts";
import { everyRow, Grouping } from "../src/protect/microdata/grouping.ts";
import { anonymise } from "../src/protect/microdata/k-anonymity.ts";
import type { CodeFilter, PublishedCount } from "../src/protect/microdata/published-counts.ts";
import { toldQuantile } from "../src/protect/quantiles.ts";
import { shortText } from "../src/text/format.ts";
import { type Amount, known, range } from "../src/values/amount.ts";
import { exact } from "../src/values/quantity.ts";
import type { Value } from "../src/values/value.ts";
import { attackComplaints } from "./support/attack.ts";
import { run, temporaryFolder } from "./support/command.ts";
import { publicOf } from "./support/public.ts";
import { allRows } from "./support/rows.ts";

const RUNS = { seed: 20240131, numRuns: 300 };
describe("quantiles of groups are told", () => {
  it.each([
    ["where many have the value", { 5: 90, 6: 80, 39: 9 }, [5, 39], ["5", "39"]],
    ["with the next one where few have", { 5: 90, 38: 4, 39: 9 }, [5, 39], ["5", "38–39"]],
    ["with the one before where none is behind", { 5: 90, 6: 8, 9: 6 }, [5, 6], ["5", "6–9"]],
    ["whoever holds it", { 5: 6, 6: 80, 7: 80 }, [5, 5, 6], ["5–6", "5–6", "5–6"]],
    [
      "as all there is, where that is little",
      { 5: 6, 6: 4, 7: 6 },
      [6, 7, 6, 5],
      ["5–7", "5–7", "5–7", "5–7"],
    ],
    ["without a value that no group can have", { 0: 4, 5: 90, 39: 5 }, [5], ["5"]],
  ])("%s", (_, spread, values, told) => {
    const amounts = values.map((value) => known(value));
    const counts = new Map(Object.entries(spread).map(([value, n]) => [Number(value), n]));
    const shown = amounts.map(toldQuantile(amounts, counts)).map(shortText);
    expect(shown).toEqual(told);
  });

  it("by what is public alone: the same for every value that the groups may have", () => {
    const spread = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(spread, fc.nat(10), fc.infiniteStream(fc.nat()), (matters, groups, picks) => {
        const counts = new Map(matters.map((count, value) => [value, count]));
        const some = () =>
          Array.from({ length: groups }, () => known(picks.next().value % matters.length));
        const [one, other] = [toldQuantile(some(), counts), toldQuantile(some(), counts)];
        const told = [...counts.keys()].map((value) => one(known(value)));
        expect([...counts.keys()].map((value) => other(known(value)))).toEqual(told);
        // Those who tell it hold one each, and five others are left.
        for (const amount of told) {
          if (amount.state !== "known") continue;
          const [low, high] = range(amount)!;
          const own = matters.slice(low, high + 1).reduce((sum, count) => sum + count, 0);
          const all = told.filter(({ state }) => state === "known");
          const isAll = new Set(all.map(shortText)).size === 1;
          expect(own >= groups + 5 || isAll).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe("the example that opens src/protect", () => {
  const doc = readFileSync(new URL("../src/protect/index.ts", import.meta.url), "utf8");
  /** The tables of the docstring: each is some lines with cells between strokes. */
  const [input, published, released] = (doc.match(/(^ \* {5}.*\|.*\n)+/gm) ?? []).map((table) =>
    table
      .trimEnd()
      .split("\n")
      .map((line) => line.replace(/^ \* +/, "").split(/ *\| */)),
  ) as [string[][], string[][], string[][]];
  const dataset = defineDataset({
    id: "example",
    label: "",
    unit: "件",
    description: "",
    columns: {
      street: { label: "street", type: "word" },
      month: { label: "month", type: "word" },
      count: COUNT,
    },
    people: true,
    explore: ["street", "month"],
  });
  const sentence = { label: "", unit: "件", topic: "complaints", definition: "" } as const;
  const own = [count(dataset, { id: "by-street", by: "street", ...sentence })];
  const table = new TypedColumns(dataset, 2023);
  const batch = new Batch(table);
  const [[, ...rows], keys] = [input, input[0]!];
  batch.given = keys.map((key) => table.placeOf(key));
  for (const [at, cells] of rows.entries()) {
    for (const [i, key] of keys.entries()) {
      const value = key === "count" ? exact(Number(cells[i])) : cells[i]!;
      batch.stage(table.placeOf(key), at, table.encode(table.placeOf(key), value));
    }
    batch.takeIn(at, at + 2);
  }

  it("publishes these counts", () => {
    const sentences = new Sentences(own, table);
    sentences.add(batch);
    const { amount, groups } = protectFigures(own, sentences.results()).get("by-street")!;
    const said = (one: Amount) => (one.state === "known" ? String(one.value) : one.state);
    expect([
      ["total", said(amount)],
      ...groups!.map((group) => [group.word, said(group.amount)]),
    ]).toEqual(published);
  });

  it("releases these rows", () => {
    const builder = new ReleaseBuilder(table, own);
    builder.add(batch);
    const { columns, lines, individualRows } = builder.release;
    const text = (value: Value) =>
      value === null
        ? "–"
        : String(typeof value === "object" && "value" in value ? value.value : value);
    expect(individualRows).toBe(0);
    expect([
      columns.map(({ key }) => key),
      ...Array.from({ length: lines }, (_, line) =>
        columns.map(({ values, codes }) => text(values[codes[line]!]!)),
      ),
    ]).toEqual(released);
  });
});

describe("a section named in rows about persons", () => {
  const SITE = "数据性质: 演示\n单位名称: 青岚县综合行政执法局\n网站名称: 数据公开\n";
  const HEADER = "案件编号,立案日期,执法领域,当事人类型,罚款金额,街道,件数,报告章节";
  const releaseOf = async (rows: readonly string[]) => {
    const { site, problems } = await loadSite(
      memoryFolder({
        "site.yaml": SITE,
        "2023/cases.csv": `${HEADER}\n${rows.join("\n")}\n`,
        "2023/complaints.csv":
          "工单编号,受理日期,渠道,件数,报告章节\nGD1,2023-01-05,12345热线,1,一(五)\n,,公众号,30,一(五)\n",
      }),
    );
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    const year = site!.years[0]!;
    return { year, cases: year.release("cases")!, complaints: year.release("complaints")! };
  };
  const day = (i: number) => `2023-${String((i % 12) + 1).padStart(2, "0")}-1${i % 9}`;
  const persons = Array.from(
    { length: 60 },
    (_, i) => `A${i},${day(i)},燃气,自然人,${100 + i},街${i % 7},,一(四)`,
  );

  it("frees none that has a number, a day, a fine", async () => {
    const { year, cases } = await releaseOf(persons);
    expect(cases.individualRows).toBe(0);
    expect(year.figures.get("cases-by-field")?.provenance.rows).toEqual([]);
  });

  it.each([
    ["a number", (i: number) => `A${i},,燃气,自然人,,街${i % 7},,一(四)`],
    ["a day", (i: number) => `,${day(i)},燃气,自然人,,街${i % 7},1,一(四)`],
    ["an amount", (i: number) => `,,燃气,自然人,${i + 1},街${i % 7},1,一(四)`],
    ["an amount of nobody knows whom", (i: number) => `,,燃气,,${i + 1},街${i % 7},1,一(四)`],
  ])("frees none that has %s", async (_, row) => {
    const { cases } = await releaseOf(persons.map((_, i) => row(i)));
    expect(cases.individualRows).toBe(0);
  });

  it("leaves what the report itself writes", async () => {
    const { cases, complaints } = await releaseOf([",,燃气,自然人,,,23,一(四)"]);
    expect(cases.individualRows).toBe(1);
    expect(complaints.individualRows).toBe(1);
  });
});

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

describe("groups of rows", () => {
  const code = fc.oneof(fc.constantFrom(0, 1, 2 ** 32 - 2), fc.integer({ min: 0, max: 3 }));
  const rows = fc
    .integer({ min: 0, max: 5 })
    .chain((columns) =>
      fc.array(fc.array(code, { minLength: columns, maxLength: columns }), { maxLength: 2_000 }),
    );

  it("are the rows that hold the same codes, numbered as they come, however large the codes", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const columns = Array.from({ length: all[0]?.length ?? 0 }, (_, c) =>
          Uint32Array.from(all, (codes) => codes[c]!),
        );
        const known = new Map<string, number>();
        const first: number[] = [];
        const numbers = all.map((codes, row) => {
          const key = codes.join();
          if (!known.has(key)) first[known.size] = row;
          const number = known.get(key) ?? known.size;
          known.set(key, number);
          return number;
        });
        const groups = new Grouping(columns).group(everyRow(all.length), columns.keys());
        expect([...groups.groupOf]).toEqual(numbers);
        expect([...groups.first]).toEqual(first);
      }),
      RUNS,
    );
  });
});

describe("rows", () => {
  const records = fc.array(
    fc.record({
      codes: fc.tuple(
        fc.integer({ min: 0, max: 2 }),
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 3 }),
      ),
      weight: fc.integer({ min: 1, max: 6 }),
    }),
    { minLength: 1, maxLength: 60 },
  );
  const equal = (column: number, code: number): CodeFilter => ({
    column,
    accepts: Uint8Array.from({ length: 7 }, (_, i) => (i === code ? 1 : 0)),
  });
  const counts: PublishedCount[] = [0, 1, 2, 3].flatMap((column) =>
    [1, 2, 3].flatMap((code) => [
      { where: [equal(column, code)] },
      { where: [equal(0, 1)], minus: [equal(column === 0 ? 1 : column, code)] },
    ]),
  );

  it("stand in classes of five beside a mixed remainder; what published numbers have beyond is 0 or five", () => {
    fc.assert(
      fc.property(records, (rows) => {
        const known = new Map<string, { codes: number[]; weight: number }>();
        for (const { codes, weight } of rows) {
          const one = known.get(codes.join()) ?? { codes, weight: 0 };
          one.weight += weight;
          known.set(codes.join(), one);
        }
        const tuples = [...known.values()];
        const microdata = {
          columns: [0, 1, 2, 3].map((c) => Uint8Array.from(tuples, ({ codes }) => codes[c]!)),
          weights: Float64Array.from(tuples, ({ weight }) => weight),
          quasiIdentifiers: [[0], [1, 2], [3]],
        };
        const { suppressions, unprotected } = anonymise(microdata, counts, [
          new Uint8Array(tuples.length).fill(1),
        ]);
        const shown = tuples.map(({ codes }, row) =>
          codes.map((code, c) => {
            const at = c === 0 ? 0 : c === 3 ? 2 : 1;
            return suppressions[row]! & (4 >> at) ? 0 : code;
          }),
        );
        const classes = new Map<string, number>();
        for (const [row, codes] of shown.entries()) {
          const key = codes.join();
          classes.set(key, (classes.get(key) ?? 0) + tuples[row]!.weight);
        }
        const total = sumOf(tuples.map(({ weight }) => weight));
        const rest = tuples.filter((_, row) => shown[row]!.every((code) => code === 0));
        const inRest = sumOf(rest.map(({ weight }) => weight));
        expect(inRest).toBeGreaterThanOrEqual(Math.min(5, total));
        if (total < 10) expect(inRest).toBe(total);
        for (const c of [0, 1, 2, 3]) {
          const words = (of: typeof tuples) => new Set(of.map(({ codes }) => codes[c])).size;
          expect(words(rest)).toBeGreaterThanOrEqual(Math.min(2, words(tuples)));
        }
        for (const weight of classes.values()) {
          expect(weight >= 5 || weight === total).toBe(true);
        }
        for (const published of counts) {
          if (unprotected.includes(published)) continue;
          let beyond = 0;
          for (const [row, { codes, weight }] of tuples.entries()) {
            const meets = (list: readonly CodeFilter[]) =>
              list.every(({ column, accepts }) => accepts[codes[column]!] === 1);
            const tells = (one: CodeFilter, taken: number) => {
              const code = shown[row]![one.column]!;
              return code !== 0 && one.accepts[code] === taken;
            };
            if (!meets(published.where) || (published.minus && meets(published.minus))) continue;
            const seen =
              published.where.every((one) => tells(one, 1)) &&
              (!published.minus || published.minus.some((one) => tells(one, 0)));
            if (!seen) beyond += weight;
          }
          expect(beyond === 0 || beyond >= 5).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe("an intruder with everything public", () => {
  const folder = temporaryFolder();
  const [data, site] = [join(folder, "data"), join(folder, "dist")];
  const years = [2023, 2024];
  const rows = new Map<number, Row[]>();

  beforeAll(async () => {
    await run("demo", ["--complaints", "2000", "--years", String(years.length), "--out", data]);
    rareStreets(data);
    const { code, stdout, stderr } = await run("build", ["--data", data, "--out", site]);
    if (code !== 0) throw new Error(stdout + stderr);
    const all = await allRows(diskFolder(data));
    for (const year of years) rows.set(year, all.rows.get(`${year}/${complaints.id}`) ?? []);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(years)("is certain of no number of 1 to 4 in %i", (year) => {
    const { figures } = json(`data/${year}/figures.json`);
    const known = publicOf(figures, json(`data/${year}/complaints.json`).rows);
    const { small, certain } = attackComplaints(known, rows.get(year)!);
    expect(certain).toEqual([]);
    expect(small).toBeGreaterThan(300);
  });

  it("reads numbers by one column exactly, small ones too", () => {
    const groups = figure(2024, "complaints-by-street").groups;
    const truth = Map.groupBy(
      rows
        .get(2024)!
        .filter(({ values }) => TICKET_CHANNELS.some((one) => one === values.channel))
        .filter(({ values }) => !NOT_HANDLED.some((one) => one === values.state)),
      ({ values }) => (values.street as string | null) ?? "未注明",
    );
    expect(new Map(groups.map(({ label, value }) => [label, value]))).toEqual(
      new Map([...truth].map(([word, own]) => [word, own.length])),
    );
    expect(groups.some(({ value }) => value !== null && isSmall(value))).toBe(true);
    expect(figure(2024, "complaints-by-street").rows.places).toEqual([]);
  });

  it("meets rows in classes of five", () => {
    for (const year of years) {
      for (const line of csv(`data/${year}/complaints.csv`)) {
        expect(Number(line.件数)).toBeGreaterThanOrEqual(5);
      }
    }
  });

  it("finds no natural person's case alone, nor by taking rows from a figure", () => {
    for (const year of years) {
      const lines = csv(`data/${year}/cases.csv`);
      // A row number would stand between those of its neighbours.
      expect(lines[0]).not.toHaveProperty("来源行");
      const alike = lines.filter((line) => line.当事人类型 === "未列明");
      expect(alike.length).toBeGreaterThan(10);
      for (const line of alike) expect(Number(line.件数)).toBeGreaterThanOrEqual(5);
      for (const line of lines) {
        expect(line.当事人类型).not.toBe("自然人");
        expect(line.公开方式).not.toMatch(/仅汇总|不公开/);
      }
      let looked = 0;
      for (const [id, column] of [
        ["cases-by-field", "执法领域"],
        ["cases-by-month", "立案月份"],
        ["cases-by-origin", "案件来源"],
        ["cases-by-procedure", "程序"],
        ["penalties-by-kind", "最重的处罚种类"],
      ] as const) {
        for (const { label: word, value } of figure(year, id).groups) {
          const shown = lines.filter((line) => line[column] === word);
          const left = value! - sumOf(shown.map((line) => Number(line.件数)));
          if (word === "未注明") continue;
          looked++;
          // All of so few may be people or not: nobody is shown then.
          expect(left === 0 || left >= 5 || shown.length === 0, `${year} ${id} ${word}`).toBe(true);
        }
      }
      expect(looked).toBeGreaterThan(25);
    }
  });

  function json(path: string) {
    return JSON.parse(readFileSync(join(site, path), "utf8"));
  }

  function figure(year: number, id: string): FigureJson {
    return json(`data/${year}/figures.json`).figures.find((one: FigureJson) => one.id === id);
  }

  function csv(path: string): Record<string, string>[] {
    const text = readFileSync(join(site, path), "utf8").replace(/^\ufeff/, "");
    return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
  }
});

function isSmall(value: number): boolean {
  return value >= 1 && value <= 4;
}

/** Moves some tickets of 2024 to streets where hardly anybody complains. */
function rareStreets(data: string): void {
  const names = Array.from({ length: 14 }, (_, i) => `${"甲乙丙丁戊己庚辛壬癸子丑寅卯"[i]}巷村`);
  const path = join(data, "2024/complaints.csv");
  const lines = readFileSync(path, "utf8").split(/\r?\n/);
  const street = lines[0]!
    .replace(/^\ufeff/, "")
    .split(",")
    .indexOf("街道");
  let at = 0;
  for (const [n, name] of names.entries()) {
    for (let i = 0; i <= n % 5; i++) {
      at += 17;
      const cells = lines[at]!.split(",");
      cells[street] = name;
      lines[at] = cells.join(",");
    }
  }
  writeFileSync(path, lines.join("\n"));
  const words = join(data, "vocabularies.yaml");
  const own = names.map((name) => `  ${name}:\n`).join("");
  writeFileSync(words, readFileSync(words, "utf8").replace("街道:\n", `街道:\n${own}`));
}

interface FigureJson {
  id: string;
  groups: { label: string; value: number | null }[];
  rows: { places: unknown[] };
}

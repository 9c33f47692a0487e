/** Small numbers about people: withheld in every table, and not to be worked out from all of them. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { complaints, TICKET_CHANNELS } from "../src/datasets/complaints.ts";
import { COUNT, defineDataset } from "../src/datasets/define.ts";
import { diskFolder } from "../src/ingest/disk.ts";
import type { Row } from "../src/ingest/rows/row.ts";
import { Batch, TypedColumns } from "../src/ingest/rows/typed.ts";
import { count, type Metric } from "../src/metrics/define.ts";
import { Sentences } from "../src/metrics/engine/compute.ts";
import { metrics } from "../src/metrics/index.ts";
import { protectFigures, ReleaseBuilder } from "../src/protect/index.ts";
import { everyRow, Grouping } from "../src/protect/microdata/grouping.ts";
import { anonymise } from "../src/protect/microdata/k-anonymity.ts";
import type { CodeFilter, PublishedCount } from "../src/protect/microdata/published-counts.ts";
import {
  type AdditiveRelation,
  type CellStatus,
  suppress,
  type TableCell,
} from "../src/protect/tables/cell-suppression.ts";
import { rowReduced } from "../src/protect/tables/feasibility-intervals.ts";
import type { Amount } from "../src/values/amount.ts";
import { exact } from "../src/values/quantity.ts";
import type { Value } from "../src/values/value.ts";
import { run, temporaryFolder } from "./support/command.ts";
import { attack, type Line, leaks, type PublicYear, type Said } from "./support/intruder.ts";
import { allRows } from "./support/rows.ts";

const RUNS = { seed: 20240131, numRuns: 300 };
const cells = (...values: number[]): TableCell[] => values.map((value) => ({ value }));
/** One breakdown: the first cell is the total of the others. */
const breakdown = (parts: number[]): [TableCell[], AdditiveRelation[]] => [
  cells(
    parts.reduce((sum, part) => sum + part, 0),
    ...parts,
  ),
  [{ total: 0, parts: parts.map((_, i) => i + 1) }],
];

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

describe("one breakdown", () => {
  it.each<[string, number[], CellStatus[]]>([
    ["nothing small", [50, 30, 20], ["known", "known", "known", "known"]],
    ["zero is not small", [50, 0, 20], ["known", "known", "known", "known"]],
    [
      "one small: the next smallest with it",
      [50, 30, 3],
      ["known", "known", "hidden", "suppressed"],
    ],
    [
      "two that are small even together",
      [50, 6, 2, 2],
      ["known", "known", "hidden", "suppressed", "suppressed"],
    ],
    [
      "two that together are five",
      [50, 30, 3, 2],
      ["known", "known", "known", "suppressed", "suppressed"],
    ],
    [
      "two ones: their sum tells both",
      [50, 30, 1, 1],
      ["known", "known", "hidden", "suppressed", "suppressed"],
    ],
    [
      "two fours: so does theirs",
      [50, 30, 4, 4],
      ["known", "known", "hidden", "suppressed", "suppressed"],
    ],
    ["1 beside 5: the total goes too", [5, 1], ["hidden", "hidden", "suppressed"]],
  ])("%s", (_, parts, status) => {
    expect(withImplied(...breakdown(parts)).status).toEqual(status);
  });

  it("is not published where the report itself has the total and nothing is left to withhold", () => {
    const [own, relations] = breakdown([5, 1]);
    own[0]!.alreadyPublic = true;
    expect(suppress(own, relations).unprotectable).toEqual(relations);
  });

  it("leaves what the report itself writes, however small", () => {
    const own = cells(3, 2, 1).map((cell) => ({ ...cell, alreadyPublic: true }));
    expect(suppress(own, [{ total: 0, parts: [1, 2] }]).status).toEqual([
      "known",
      "known",
      "known",
    ]);
  });

  it("counts what is left of a cell without another one inside it", () => {
    // 50 tickets, 48 of them resolved: two are not.
    const own: TableCell[] = [{ value: 50 }, { value: 48 }, { value: 2, implied: true }];
    expect(suppress(own, [{ total: 0, parts: [1, 2] }]).status.slice(0, 2)).toContain("hidden");
  });
});

/** As linked-tables.ts: differences of 1 to 4 between a cell and the sum around it are numbers as well. */
function withImplied(
  own: TableCell[],
  relations: AdditiveRelation[],
): { status: CellStatus[]; unprotectable: AdditiveRelation[] } {
  const all = [...own];
  const tied = [...relations];
  for (const { total, parts } of relations) {
    for (const part of parts) {
      const value = own[total]!.value - own[part]!.value;
      if (value < 1 || value > 4) continue;
      tied.push({ total, parts: [part, all.length] });
      all.push({ value, implied: true });
    }
  }
  const { status, unprotectable } = suppress(all, tied);
  return { status: status.slice(0, own.length), unprotectable };
}

describe("tables of any numbers", () => {
  /** A table of two breakdowns of the same rows, with both margins. */
  const table = fc
    .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 }))
    .chain(([rows, columns]) =>
      fc.array(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 14 })), {
          minLength: columns,
          maxLength: columns,
        }),
        { minLength: rows, maxLength: rows },
      ),
    );

  it("leave at least two possible values for every withheld small number", () => {
    fc.assert(
      fc.property(table, (values) => {
        const [own, relations] = crossed(values);
        const { status, unprotectable } = suppress(own, relations);
        const bound = relations.filter((relation) => !unprotectable.includes(relation));
        for (const [i, { value }] of own.entries()) {
          if (value < 1 || value > 4) continue;
          expect(status[i]).toBe("suppressed");
          expect(possible(own, bound, status, i)).toBe(true);
        }
        for (const [i, { value }] of own.entries()) {
          if (status[i] === "hidden") expect(value).toBeGreaterThanOrEqual(5);
        }
      }),
      RUNS,
    );
  });

  it("solve into each other exactly", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 6 }),
        fc.array(fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 6, maxLength: 6 }), {
          maxLength: 6,
        }),
        (values, rows) => {
          const equations = rows.map((factors) => {
            const terms = new Map(
              values.flatMap((_, i) => (factors[i] ? [[i, factors[i]] as const] : [])),
            );
            return { terms, right: sumOf([...terms].map(([i, f]) => f * values[i]!)) };
          });
          for (const { terms, right } of rowReduced(equations)) {
            expect(sumOf([...terms].map(([i, f]) => f * values[i]!))).toBeCloseTo(right, 6);
          }
        },
      ),
      RUNS,
    );
  });
});

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

/** Cells of a table with row sums, column sums and the total. */
function crossed(values: readonly number[][]): [TableCell[], AdditiveRelation[]] {
  const width = values[0]!.length;
  const rowSums = values.map(sumOf);
  const columnSums = values[0]!.map((_, x) => sumOf(values.map((row) => row[x]!)));
  const own = cells(...values.flat(), ...rowSums, ...columnSums, sumOf(rowSums));
  const firstRowSum = values.length * width;
  const firstColumnSum = firstRowSum + values.length;
  const total = firstColumnSum + width;
  const relations: AdditiveRelation[] = [
    ...values.map((row, y) => ({
      total: firstRowSum + y,
      parts: row.map((_, x) => y * width + x),
    })),
    ...columnSums.map((_, x) => ({
      total: firstColumnSum + x,
      parts: values.map((_, y) => y * width + x),
    })),
    { total, parts: rowSums.map((_, y) => firstRowSum + y) },
    { total, parts: columnSums.map((_, x) => firstColumnSum + x) },
  ];
  return [own, relations];
}

/** Whether some other assignment fits everything published, found by search. */
function possible(
  own: readonly TableCell[],
  relations: readonly AdditiveRelation[],
  status: readonly CellStatus[],
  wanted: number,
): boolean {
  const values = own.map(({ value }, i) => (status[i] === "known" ? value : null));
  const range = (i: number): number[] => {
    if (status[i] === "suppressed") return [1, 2, 3, 4];
    // A generous reader: whatever is hidden is 5 to 9, or 10 and more, as it truly is.
    const from = own[i]!.value < 10 ? 5 : 10;
    return Array.from({ length: from === 5 ? 5 : 30 }, (_, k) => from + k);
  };
  const fits = (): boolean =>
    relations.every(({ total, parts }) => {
      const known = [total, ...parts].every((i) => values[i] !== null);
      return !known || values[total] === sumOf(parts.map((i) => values[i]!));
    });
  const solve = (): boolean => {
    // A sum with one unknown left gives it.
    for (const { total, parts } of relations) {
      const open = [total, ...parts].filter((i) => values[i] === null);
      if (open.length !== 1) continue;
      const i = open[0]!;
      const others = sumOf(parts.filter((part) => part !== i).map((part) => values[part]!));
      const value = i === total ? others : values[total]! - others;
      if (!range(i).includes(value)) return false;
      values[i] = value;
      const found = fits() && solve();
      values[i] = null;
      return found;
    }
    const i = values.indexOf(null);
    if (i < 0) return fits();
    for (const value of range(i)) {
      values[i] = value;
      const found = fits() && solve();
      values[i] = null;
      if (found) return true;
    }
    return false;
  };
  return range(wanted)
    .filter((value) => value !== own[wanted]!.value)
    .some((value) => {
      values[wanted] = value;
      const found = fits() && solve();
      values[wanted] = null;
      return found;
    });
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

  it("stand in classes of five, and what published numbers have beyond them is 0 or five", () => {
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
        const { suppressions, unprotected } = anonymise(microdata, counts);
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
  const years = [2022, 2023, 2024];
  const byId = new Map<string, Metric>(metrics.map((metric) => [metric.id, metric]));
  const rows = new Map<number, Row[]>();

  beforeAll(async () => {
    await run("demo", ["--complaints", "2000", "--out", data]);
    rareStreets(data);
    const { code, stdout, stderr } = await run("build", ["--data", data, "--out", site]);
    if (code !== 0) throw new Error(stdout + stderr);
    const all = await allRows(diskFolder(data));
    for (const year of years) rows.set(year, all.rows.get(`${year}/${complaints.id}`) ?? []);
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(years)("is certain of no number of 1 to 4 in %i, and wrong about none", (year) => {
    const known = attack(publicYear(site, year), byId, TICKET_CHANNELS);
    expect(known.length).toBeGreaterThan(1_000);
    expect(leaks(known)).toEqual([]);
    const truth = truths(rows.get(year)!);
    for (const { what, low, high } of known) {
      const value = truth.get(what) ?? 0;
      expect(low <= value && value <= high, `${what}: ${value} not in ${low}–${high}`).toBe(true);
    }
    // There was something to protect.
    const small = known.filter(({ what }) => isSmall(truth.get(what) ?? 0));
    expect(small.length).toBeGreaterThan(300);
  });

  it("would find a group that was not withheld", () => {
    const year = publicYear(site, 2024);
    const [street = "", hidden = ""] = withheld(year, "complaints-by-street");
    const truth = truths(rows.get(2024)!).get(`street=${hidden}`)!;
    const groups = new Map(year.figures.get("complaints-by-street")!.groups);
    groups.set(hidden, { state: "known", value: truth });
    const figures = new Map(year.figures);
    figures.set("complaints-by-street", { ...figures.get("complaints-by-street")!, groups });
    const found = leaks(attack({ ...year, figures }, byId, TICKET_CHANNELS));
    expect(found.map(({ what }) => what)).toContain(`street=${hidden}`);
    expect(street).not.toBe(hidden);
  });

  it("would find a complementary group that was forgotten", () => {
    const year = publicYear(site, 2024);
    const groups = new Map(year.figures.get("complaints-by-street")!.groups);
    const truth = truths(rows.get(2024)!);
    // All but one group told: the last one follows from the total.
    const first = withheld(year, "complaints-by-street")[0]!;
    for (const [word, { state }] of groups) {
      if (state === "known" || word === first) continue;
      groups.set(word, { state: "known", value: truth.get(`street=${word}`)! });
    }
    const figures = new Map(year.figures);
    figures.set("complaints-by-street", { ...figures.get("complaints-by-street")!, groups });
    const found = leaks(attack({ ...year, figures }, byId, TICKET_CHANNELS));
    expect(found.map(({ what }) => what)).toContain(`street=${first}`);
  });

  it("would find rows that were not anonymised", () => {
    const year = publicYear(site, 2024);
    const columns = Object.keys(year.lines[0]!.words);
    const lines = rows.get(2024)!.map(({ values }) => ({
      words: Object.fromEntries(
        columns.map((key) => [key, (values[key] ?? null) as string | null]),
      ),
      count: 1,
    }));
    const found = leaks(attack({ ...year, lines }, byId, TICKET_CHANNELS));
    expect(found.length).toBeGreaterThan(100);
  });

  it("meets a withheld number in no file, whatever its form", () => {
    for (const year of years) {
      const { figures } = publicYear(site, year);
      for (const [id, { groups }] of figures) {
        const metric = byId.get(id);
        if (!metric || !("dataset" in metric) || metric.dataset.people !== true) continue;
        if (metric.kind !== "count") continue;
        for (const [word, said] of groups) {
          expect(isSmall(said.value ?? 0), `${year} ${id} ${word}`).toBe(false);
        }
      }
    }
    const topics = readdirSync(join(site, "charts")).filter((id) =>
      /complaint|message|handling|satisf/.test(id),
    );
    expect(topics.length).toBeGreaterThan(3);
    for (const id of topics) {
      for (const file of readdirSync(join(site, "charts", id))) {
        if (!file.endsWith(".csv")) continue;
        const table = csv(join("charts", id, file));
        for (const line of table) {
          if (line.单位 !== "件" && line.单位 !== "次") continue;
          expect(isSmall(Number(line.数值)), `${file} ${Object.values(line).join()}`).toBe(false);
        }
      }
    }
    for (const year of years) {
      for (const line of csv(`data/${year}/complaints.csv`)) {
        expect(Number(line.件数)).toBeGreaterThanOrEqual(5);
      }
    }
  });

  it("finds no natural person's case alone, nor by taking rows from a figure", () => {
    for (const year of years) {
      const lines = csv(`data/${year}/cases.csv`);
      const alike = lines.filter((line) => line.来源行 === "");
      expect(alike.length).toBeGreaterThan(10);
      for (const line of alike) expect(Number(line.件数)).toBeGreaterThanOrEqual(5);
      for (const line of lines) {
        expect(line.当事人类型).not.toBe("自然人");
        expect(line.公开方式).not.toMatch(/仅汇总|不公开/);
      }
      const { figures } = publicYear(site, year);
      let looked = 0;
      for (const [id, column] of [
        ["cases-by-field", "执法领域"],
        ["cases-by-month", "立案月份"],
        ["cases-by-origin", "案件来源"],
        ["cases-by-procedure", "程序"],
        ["penalties-by-kind", "最重的处罚种类"],
      ] as const) {
        for (const [word, { value }] of figures.get(id)!.groups) {
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

  function csv(path: string): Record<string, string>[] {
    const text = readFileSync(join(site, path), "utf8").replace(/^\ufeff/, "");
    return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
  }
});

function isSmall(value: number): boolean {
  return value >= 1 && value <= 4;
}

/** Groups of a breakdown whose number is below five. */
function withheld(year: PublicYear, id: string): string[] {
  const groups = [...year.figures.get(id)!.groups];
  return groups.filter(([, { state }]) => state === "suppressed").map(([word]) => word);
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

/** What the site says of complaints in a year: figures and rows, as they are downloaded. */
function publicYear(site: string, year: number): PublicYear {
  const json = (path: string) => JSON.parse(readFileSync(join(site, path), "utf8"));
  interface FigureJson {
    id: string;
    amount: Said;
    groups: (Said & { label: string })[];
  }
  const figures = new Map(
    (json(`data/${year}/figures.json`).figures as FigureJson[]).map(({ id, amount, groups }) => [
      id,
      { amount, groups: new Map(groups.map((group) => [group.label, group])) },
    ]),
  );
  const rows = json(`data/${year}/complaints.json`).rows as Record<string, unknown>[];
  const lines: Line[] = rows.map(({ count, alike, source, ...words }) => ({
    words: words as Record<string, string | null>,
    count: count as number,
  }));
  return { figures, lines };
}

/** The true numbers of tickets by one and by two attributes. */
function truths(rows: readonly Row[]): ReadonlyMap<string, number> {
  const columns = complaints.explore as readonly string[];
  const truth = new Map<string, number>();
  const add = (what: string) => truth.set(what, (truth.get(what) ?? 0) + 1);
  for (const { values } of rows) {
    if (!TICKET_CHANNELS.some((channel) => channel === values.channel)) continue;
    const said = columns.map((key) => `${key}=${(values[key] as string | null) ?? "未注明"}`);
    add("");
    for (const one of said) add(one);
    for (let i = 0; i < said.length; i++) {
      for (let j = i + 1; j < said.length; j++) add([said[i]!, said[j]!].sort().join("&"));
    }
  }
  return truth;
}

/** Days that cannot be: in the wrong order, or of another year than their folder. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../src/datasets/days.ts";
import type { Dataset } from "../src/datasets/define.ts";
import { datasets } from "../src/datasets/index.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import { allRows } from "./support/rows.ts";

const SITE = "数据性质: 演示\n单位名称: 青岚县综合行政执法局\n网站名称: 数据公开\n";
const YEAR = 2023;
const day = fc.integer({ min: -20, max: 384 }).map((n) => addDays(`${YEAR}-01-01`, n));

/** A file of rows that say these columns, and whatever else they must. */
function csv(dataset: Dataset, keys: readonly string[], rows: readonly (readonly string[])[]) {
  const must = Object.entries(dataset.columns).filter(
    ([key, { required }]) => required && !keys.includes(key),
  );
  const head = [...keys.map((key) => dataset.columns[key]!.label), ...must.map(([, c]) => c.label)];
  const rest = must.map(([, { words }]) => words?.[0] ?? "甲");
  return [head, ...rows.map((row) => [...row, ...rest])].map((row) => row.join()).join("\n");
}

async function readingOf(dataset: Dataset, text: string) {
  const folder = memoryFolder({ "site.yaml": SITE, [`${YEAR}/${dataset.id}.csv`]: text });
  const { rows } = await allRows(folder);
  const { problems } = await loadSite(folder);
  return { rows: rows.get(`${YEAR}/${dataset.id}`) ?? [], problems };
}

const orders = datasets.flatMap((dataset) =>
  (dataset.orders ?? []).map((order) => ({ dataset, order })),
);

describe("two days of a row", () => {
  it.each(orders.map(({ dataset, order }) => [dataset.id, ...order, dataset] as const))(
    "%s: %s is never after %s",
    async (_, earlier, later, dataset) => {
      const row = fc.tuple(day, day);
      await fc.assert(
        fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (list) => {
          const { rows, problems } = await readingOf(dataset, csv(dataset, [earlier, later], list));
          const broken = list.filter(([first, second]) => second < first).length;
          const said = problems.filter(({ code }) => code === "date-order");
          expect(said.reduce((sum, { count }) => sum + count, 0)).toBe(broken);
          expect(rows).toHaveLength(list.length);
          for (const [key, { from, onlyWhether = [] }] of Object.entries(dataset.derived ?? {})) {
            // What only asks whether they are filled has no order in it.
            const dates = from.filter((column) => !onlyWhether.includes(column));
            if (!dates.includes(earlier) || !dates.includes(later)) continue;
            for (const { values } of rows) {
              const [first, second] = [values[earlier], values[later]] as [string, string];
              if (second < first) expect(values[key]).toBeNull();
            }
          }
        }),
        { seed: 20230101, numRuns: 20 },
      );
    },
  );

  it("have every span and every deadline among the orders", () => {
    for (const { derived = {}, orders = [], columns } of datasets) {
      for (const { from } of Object.values(derived)) {
        const days = from.filter((key) => columns[key]?.type === "date");
        if (days.length < 2) continue;
        expect(orders.some((order) => order.every((key) => days.includes(key)))).toBe(true);
      }
    }
  });

  it("are listed so that no order contradicts another", () => {
    for (const { orders = [], usualOrders = [] } of datasets) {
      const after = new Map<string, Set<string>>();
      for (const [earlier, later] of [...orders, ...usualOrders]) {
        expect(after.get(later)?.has(earlier) ?? false).toBe(false);
        after.set(earlier, (after.get(earlier) ?? new Set()).add(later));
      }
    }
  });
});

const contradictions = datasets.flatMap((dataset) =>
  (dataset.afterwards ?? []).flatMap((said) =>
    (said.before ?? []).map((word) => ({ dataset, ...said, word })),
  ),
);

describe("a day and a word that is said only until it has come", () => {
  it.each(contradictions.map((one) => [one.dataset.id, one.word, one] as const))(
    "%s: %s",
    async (_, word, { dataset, day, column }) => {
      const [begun] = dataset.dated!.by;
      const { rows, problems } = await readingOf(
        dataset,
        csv(
          dataset,
          [begun!, day, column],
          [
            ["2023-03-01", "2023-03-05", word],
            ["2023-03-01", "", word],
            ["2023-03-01", "2024-03-05", word],
          ],
        ),
      );
      const said = problems.filter(({ code }) => code === "date-not-yet");
      expect(said).toEqual([expect.objectContaining({ count: 1, severity: "warning" })]);
      expect(said[0]!.places[0]!.cell).toBe("B2");
      for (const [key, { from }] of Object.entries(dataset.derived ?? {})) {
        if (from.includes(day) && from.includes(column)) expect(rows[0]!.values[key]).toBeNull();
      }
    },
  );
});

describe("the year of a row", () => {
  const dated = datasets.filter((dataset) => dataset.dated);

  it.each(dated.map((dataset) => [dataset.id, dataset] as const))(
    "%s: what lies after the folder's is an error, what lies before is said",
    async (_, dataset) => {
      const [key] = dataset.dated!.by;
      const days = fc.array(day, { minLength: 1, maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(days, async (list) => {
          // One of the year, so that the file as a whole is.
          const rows = [...list, `${YEAR}-06-01`].map((one) => [one]);
          const { problems } = await readingOf(dataset, csv(dataset, [key!], rows));
          const said = (codes: string[]) =>
            problems
              .filter(({ code }) => codes.includes(code))
              .reduce((sum, { count }) => sum + count, 0);
          const after = list.filter((one) => one > `${YEAR}-12-31`).length;
          const before = list.filter((one) => one < `${YEAR}-01-01`).length;
          const carried = dataset.dated!.carriedOver ? before : 0;
          expect(said(["year-outside"])).toBe(after + before - carried);
          expect(said(["year-carried-over"])).toBe(carried);
        }),
        { seed: 20230101, numRuns: 15 },
      );
    },
  );

  it.each(dated.map((dataset) => [dataset.id, dataset] as const))(
    "%s: a file of another year is said once",
    async (_, dataset) => {
      const [key] = dataset.dated!.by;
      for (const year of [YEAR - 1, YEAR + 1]) {
        const rows = Array.from({ length: 12 }, (_, i) => [
          `${year}-${String(i + 1).padStart(2, "0")}-05`,
        ]);
        const { problems } = await readingOf(dataset, csv(dataset, [key!], rows));
        const goesOn = year < YEAR && dataset.dated!.carriedOver;
        expect(problems.filter(({ code }) => code.startsWith("year-"))).toEqual([
          expect.objectContaining({
            code: goesOn ? "year-all-before" : "year-all-outside",
            count: 1,
          }),
        ]);
      }
    },
  );
});

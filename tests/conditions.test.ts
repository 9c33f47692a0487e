/** What a metric's conditions mean: all of them must be met, and one says what the rows are about. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Dataset } from "../src/datasets/define.ts";
import { datasets } from "../src/datasets/index.ts";
import { litigation } from "../src/datasets/litigation.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { conditionsText, count, isRowMetric, type RowMetric } from "../src/metrics/define.ts";
import { metrics } from "../src/metrics/index.ts";
import { anyRows } from "./support/anyrows.ts";
import { staffCsv } from "./support/engine.ts";
import { countedApart } from "./support/rows.ts";

const several = metrics
  .filter(isRowMetric)
  .filter(({ where }) => Object.keys(where).length > 1)
  .map((metric) => [metric.id, metric] as const);

function countedIn(dataset: Dataset, csv: string, metrics: readonly RowMetric[]) {
  return countedApart(memoryFolder({ [`2023/${dataset.id}.csv`]: csv }), metrics);
}

/** Every order of a list. */
function orders<T>(list: readonly T[]): T[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((first, at) =>
    orders(list.filter((_, i) => i !== at)).map((rest) => [first, ...rest]),
  );
}

describe("the order of conditions", () => {
  it.each(several)("means nothing to %s", async (_, metric) => {
    const dataset = datasets.find((one) => one === metric.dataset)!;
    // Few rows: whether anything is known hangs on one of them.
    await fc.assert(
      fc.asyncProperty(anyRows(dataset, 2, []), async (rows) => {
        const csv = staffCsv(dataset, rows);
        const others = orders(Object.entries(metric.where)).map((where) => ({
          ...metric,
          where: Object.fromEntries(where),
        }));
        const [expected, ...counted] = await countedIn(dataset, csv, [metric, ...others]);
        expect(expected).toBeDefined();
        for (const [at, other] of others.entries()) {
          expect(conditionsText(other)).toBe(conditionsText(metric));
          expect(counted[at], Object.keys(other.where).join()).toEqual(expected);
        }
      }),
      { seed: 20230101, numRuns: 30 },
    );
  });
});

describe("the universe", () => {
  const said = { id: "lost", label: "", unit: "件", topic: "litigation", definition: "" } as const;
  const where = { category: "行政诉讼", state: "已结", result: "撤销" } as const;
  const lost = count(litigation, { ...said, where, universe: "category" });
  const amountOf = async (rows: string) =>
    (await countedIn(litigation, `类别,状态,结果\n${rows}`, [lost]))[0]?.amount;

  it.each([
    ["a row that does not meet the rest", "行政诉讼,已结,维持", { state: "known", value: 0 }],
    ["one that cannot, whatever the empty cell is", "行政诉讼,,维持", { state: "known", value: 0 }],
    ["one that may meet the rest", "行政诉讼,,撤销", { state: "unknown" }],
    ["a row of something else", "行政复议,已结,撤销", { state: "unknown" }],
  ])("with %s", async (_, rows, expected) => {
    expect(await amountOf(rows)).toMatchObject(expected);
  });

  it("is said where there are several conditions", () => {
    expect(() => count(litigation, { ...said, where })).toThrow(/lost/);
    expect(() => count(litigation, { ...said, where, universe: "instance" })).toThrow(/lost/);
    expect(count(litigation, { ...said, where: { category: "行政诉讼" } }).universe).toBe(
      "category",
    );
    expect(count(litigation, said).universe).toBeUndefined();
  });
});

/** An intruder who takes what rows show off a published sum: he knows nobody's amount, and no contributor another's. */
import { describe, expect, it } from "vitest";
import { cases } from "../src/datasets/cases.ts";
import { figureJson } from "../src/downloads/figures.ts";
import { releaseJson } from "../src/downloads/rows.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import { type Cells, folderOf, seeded, someCases } from "./support/bureaus.ts";

/** The published total of fines, and what the rows that are shown one by one come to: from, to. */
async function known(rows: readonly Cells[]) {
  const { site, problems } = await loadSite(memoryFolder(folderOf({ "2024/cases.csv": rows })));
  if (!site) throw new Error(JSON.stringify(problems.slice(0, 3)));
  const year = site.years[0]!;
  const { amount } = figureJson(year, year.figures.get("fines")!) as { amount: { value: number } };
  const shown = [...releaseJson(year.release(cases.id)!)].filter(({ alike }) => !alike);
  const told = shown.map(({ fine }) => rangeOf(fine));
  const isHidden = shown.every((row) => !("fine" in row));
  const sum = (at: 0 | 1) => told.reduce((all, range) => all + range[at], 0);
  const rest = isHidden ? [0, amount.value] : [amount.value - sum(1), amount.value - sum(0)];
  return { total: amount.value, rest: rest.map((end) => Math.max(0, end)), shown, isHidden };
}

function rangeOf(fine: unknown): [number, number] {
  if (typeof fine === "number") return [fine, fine];
  if (typeof fine !== "string") return [0, 0];
  const [from, to = "Infinity"] = fine.match(/\d+/g)!;
  return [Number(from), Number(to)];
}

const row = (party: string, fine: number, more: Cells = {}): Cells => ({
  执法领域: "市容环卫",
  当事人类型: party,
  罚款金额: String(fine),
  ...more,
});
const companies = (count: number) =>
  Array.from({ length: count }, (_, i) => row("法人", 2000 + 37 * i));
const people = (...fines: number[]) => fines.map((fine) => row("自然人", fine));

/**
 * What the second largest contributor, who knows his own amount, thinks the largest gave at most:
 * how far beyond the truth. Another intruder is further off.
 */
function marginOf([, most]: readonly number[], fines: readonly number[]): number {
  const [largest = 0, second = 0] = fines.toSorted((a, b) => b - a);
  return (most! - second - largest) / largest;
}

describe("the sum of fines less what rows show", () => {
  it.each([
    ["one of five", [50, 50, 50, 50, 10_000]],
    ["one of forty", [...Array.from({ length: 39 }, () => 10), 90_000]],
    ["two of six", [5000, 9000, 50, 50, 50, 50]],
    ["four who give alike", [200, 200, 200, 200]],
    ["one alone", [120]],
  ])("tells no contributor another's amount: %s", async (_, fines) => {
    for (const count of [1, 6, 30, 300]) {
      const { rest, isHidden } = await known([...companies(count), ...people(...fines)]);
      // Then rows tell nothing, and the sum of the whole bureau only what it tells by itself.
      if (isHidden) continue;
      expect(marginOf(rest, fines)).toBeGreaterThan(0.15);
      expect(rest[1]! - rest[0]!).toBeGreaterThan(fines.reduce((sum, fine) => sum + fine));
    }
  });

  it("is told where five people or more give much the same", async () => {
    const { shown, rest } = await known([...companies(30), ...people(200, 200, 300, 500, 800)]);
    expect(rest).toEqual([2000, 2000]);
    expect(shown.every(({ fine }) => typeof fine === "number")).toBe(true);
  });

  it("counts a row of several matters as one contributor", async () => {
    const several = row("自然人", 3000, { 件数: "5" });
    const { rest } = await known([...companies(30).map((one) => ({ ...one, 件数: "1" })), several]);
    expect(rest[1]! - rest[0]!).toBeGreaterThan(3000);
  });

  it("is not narrowed down by bands: beside a small sum of companies amounts are withheld", async () => {
    const { isHidden, shown } = await known([...companies(12), ...people(500_000)]);
    expect(isHidden).toBe(true);
    expect(shown.length).toBeGreaterThan(0);
  });

  it("in 200 bureaus made up", async () => {
    let [unsafe, told] = [0, 0];
    for (let seed = 0; seed < 200; seed++) {
      const random = seeded(seed);
      const skew = 1 + 5 * random();
      const rows = someCases(seed).map(
        (one): Cells => ({
          ...one,
          罚款金额: one.罚款金额 === "" ? "" : String(Math.ceil(50 + random() ** skew * 200_000)),
        }),
      );
      const own = rows.filter(
        ({ 当事人类型: party, 公开方式: way, 罚款金额: fine }) =>
          fine !== "" && (!party || party === "自然人" || way === "仅汇总"),
      );
      const fines = own.map(({ 罚款金额: fine }) => Number(fine));
      const { isHidden, rest } = await known(rows);
      if (fines.length === 0 || isHidden) continue;
      told++;
      if (marginOf(rest, fines) < 0.15) unsafe++;
    }
    expect(unsafe).toBe(0);
    expect(told).toBeGreaterThan(50);
  });
});

/**
 * What --counts writes of a year, made a site: its figures are those of the rows, or say less (未公布, at
 * least so many, of those of which it can be told), and are never others.
 */
import { mkdirSync, rmSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { writeDemo } from "../scripts/demo/bureau.ts";
import { countsOf } from "../scripts/lib/import-counts.ts";
import { Imports } from "../src/exports/answers.ts";
import { importExports } from "../src/exports/import.ts";
import { rowNamer } from "../src/exports/row-names.ts";
import { diskFolder } from "../src/ingest/disk.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import type { Amount } from "../src/values/amount.ts";
import { temporaryFolder } from "./support/command.ts";

const SITE = "数据性质: 演示\n单位名称: 虚设局\n网站名称: 虚设局公开\n";
const YEAR = 2024;

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  writeDemo(folder, { complaints: 1500, years: 1 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const partOf = (amount: Amount | undefined) =>
  amount?.state === "known" ? amount.missing + amount.undetermined : 0;

it.each(["cases", "complaints", "litigation", "licences"])("%s", async (id) => {
  const source = (await diskFolder(folder).files())!.find(
    ({ path }) => path === `${YEAR}/${id}.csv`,
  )!;
  const { rows } = await importExports([source], {
    vocabularies: new Map(),
    imports: new Imports(""),
    nameId: rowNamer("a key of the tests"),
  });
  const [[system, years] = []] = rows;
  const written = years!.get(YEAR)!;
  const plain = [...written.csv()].join("");
  const { text: counts } = await countsOf(system!, YEAR, written, "nowhere");
  const siteOf = async (text: string) => {
    const file = { "site.yaml": SITE, [`${YEAR}/${id}.csv`]: text };
    const { site, problems } = await loadSite(memoryFolder(file));
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    return site!.latest.figures;
  };
  const [ofRows, ofCounts] = [await siteOf(plain), await siteOf(counts)];
  let told = 0;
  for (const [name, { amount, metric }] of ofCounts) {
    const whole = ofRows.get(name)!.amount;
    if (amount.state !== "known") continue;
    told++;
    expect(whole.state, name).toBe("known");
    if (whole.state !== "known") continue;
    if (metric.kind === "ratio") {
      // Of those of which it can be told, which are nearly all: the page says how many cannot.
      const base = ofCounts.get(metric.denominator)?.amount;
      const all = ofRows.get(metric.denominator)?.amount;
      const untold = partOf(base) - partOf(all);
      const total = base?.state === "known" ? base.value + partOf(base) : 0;
      expect(untold * 10, name).toBeLessThanOrEqual(total);
      expect(Math.abs(amount.value - whole.value), name).toBeLessThanOrEqual(
        100 * (untold / total),
      );
    } else if (amount.value !== whole.value) {
      expect(amount.value, name).toBeLessThan(whole.value);
      expect(partOf(amount), name).toBeGreaterThan(partOf(whole));
    }
  }
  expect(told).toBeGreaterThan(0);
});

/** One amount a thousand times off its column's others is worth a word; fines as they spread by themselves are not. */
import { rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { writeDemo } from "../scripts/demo/bureau.ts";
import { diskFolder } from "../src/ingest/disk.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import { seeded } from "./support/bureaus.ts";
import { temporaryFolder } from "./support/command.ts";
import { KAILI } from "./support/kaili.ts";

const SITE = "数据性质: 演示\n单位名称: 虚设局\n网站名称: 虚设局公开\n";

/** The cells that are said to be out of proportion. */
async function said(amounts: readonly (number | string)[], head = "罚款金额"): Promise<string[]> {
  const lines = amounts.map((amount, at) => `甲${at},市容,法人,罚款,${amount}`);
  const text = `案件编号,执法领域,当事人类型,处罚种类,${head}\n${lines.join("\n")}\n`;
  const { problems } = await loadSite(memoryFolder({ "site.yaml": SITE, "2024/cases.csv": text }));
  return problems
    .filter(({ code, why }) => code === "amount-unusual" && why.includes("千"))
    .flatMap(({ places }) => places.map(({ cell }) => cell));
}

const FINES = [200, 500, 1000, 2000, 3000, 5000, 800, 1500, 10000, 600];

describe("one amount", () => {
  it.each([
    [
      "元 in a column of 万元",
      [...FINES.map((fine) => fine / 10000), 2000],
      "罚款金额（万元）",
      ["E12"],
    ],
    ["a 万 that is missing", [...FINES.map((fine) => fine * 10), 0.5], "罚款金额", ["E12"]],
    ["the first of all", [3000, ...FINES.map((fine) => fine / 10000)], "罚款金额（万元）", ["E2"]],
    ["among four others", [0.2, 0.5, 5000, 0.3, 0.1], "罚款金额（万元）", ["E4"]],
    [
      "two of forty",
      [...FINES, ...FINES, ...FINES, ...FINES, 5e7, 8e7],
      "罚款金额",
      ["E43", "E42"],
    ],
    ["among equal ones", [...Array<number>(9).fill(200), 2_000_000], "罚款金额", ["E11"]],
  ] as const)("%s", async (_, amounts, head, cells) => {
    expect((await said(amounts, head)).toSorted()).toEqual([...cells].toSorted());
  });

  it.each([
    ["a large case", [...FINES, 300_000]],
    ["few rows", [100, 200, 5_000_000]],
    ["two sorts of cases", [...FINES, 2_000_000, 3_000_000, 1_500_000, 5_000_000]],
    ["what is not exact", [...FINES, "约500万"]],
    ["none", [...FINES, 0, 0]],
  ] as const)("nothing is said of %s", async (_, amounts) => {
    expect(await said(amounts)).toEqual([]);
  });
});

it("fines that spread log-normally, however wide, raise no alarm", async () => {
  let alarms = 0;
  const random = seeded(20241204);
  const gauss = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  for (let run = 0; run < 300; run++) {
    const spread = 0.3 + random() * 1.7;
    const rows = 5 + Math.floor(random() ** 2 * 400);
    const middle = Math.log(500) + random() * 3;
    const fines = Array.from({ length: rows }, () =>
      Math.max(0.01, Math.round(Math.exp(middle + spread * gauss()) * 100) / 100),
    );
    alarms += (await said(fines)).length;
  }
  expect(alarms).toBe(0);
});

it("the demo and the bureau's own data have none", async () => {
  const demo = temporaryFolder();
  writeDemo(demo, { complaints: 1000, years: 3 });
  for (const folder of [KAILI, demo]) {
    const { problems } = await loadSite(diskFolder(folder));
    expect(problems.filter(({ code }) => code === "amount-unusual")).toEqual([]);
    expect(problems.filter(({ code }) => code === "number-duplicate")).toEqual([]);
  }
  rmSync(demo, { recursive: true, force: true });
});

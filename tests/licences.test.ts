/** Licences: whose rows leave one by one, and what rows that say little are silent about. */
import { describe, expect, it } from "vitest";
import { render } from "../src/charts/render.ts";
import { licencesByOutcome } from "../src/charts/supervision/licences-by-outcome.ts";
import { releaseJson } from "../src/downloads/rows.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import { type Cells, folderOf } from "./support/bureaus.ts";
import { madeSite } from "./support/made-site.ts";

const ROWS: readonly Cells[] = Array.from({ length: 20 }, (_, i) => ({
  决定书文号: `虚许决〔2024〕第${i}号`,
  许可编号: `虚证${i}号`,
  事项: i % 2 ? "占用城市道路" : "户外广告设置",
  相对人类型: "法人",
  受理日期: `2024-03-${String(i + 1).padStart(2, "0")}`,
  应办结日期: "2024-04-08",
  决定日期: `2024-04-${String(i + 1).padStart(2, "0")}`,
  结果: "准予",
}));

async function yearOf(rows: readonly Cells[]) {
  const { site, problems } = await loadSite(memoryFolder(folderOf({ "2024/licences.csv": rows })));
  if (!site) throw new Error(JSON.stringify(problems.slice(0, 3)));
  return site.latest;
}

const without = (...labels: string[]) =>
  ROWS.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([label]) => !labels.includes(label))),
  );

describe("rows of licences", () => {
  it("are about people where nobody says whom they are about", async () => {
    const shown = async (rows: readonly Cells[]) =>
      (await yearOf(rows)).release("licences")!.individualRows;
    expect(await shown(ROWS)).toBe(ROWS.length);
    expect(await shown(without("相对人类型"))).toBe(0);
    expect(await shown(ROWS.map((row) => ({ ...row, 相对人类型: "" })))).toBe(0);
    expect(await shown(ROWS.map((row) => ({ ...row, 相对人类型: "自然人" })))).toBe(0);
  });

  it("leave without their numbers, their days as months", async () => {
    const json = JSON.stringify([...releaseJson((await yearOf(ROWS)).release("licences")!)]);
    expect(json).toContain("占用城市道路");
    expect(json).not.toMatch(/虚许决|虚证|2024-0\d-\d\d/);
  });
});

it.each([
  ["决定日期", { "licence-days": null, "licences-in-time": null }],
  ["应办结日期", { "licence-days": 31, "licences-due": null, "licences-in-time": null }],
  ["受理日期", { "licences-accepted": null, "licence-days": null, "licences-in-time": 8 }],
  ["结果", { "licences-granted": null, "licences-refused": null, "licences-in-time": 8 }],
] as const)("without %s what needs it is 未公布, and never 0", async (label, wanted) => {
  const { figures } = await yearOf(without(label));
  const known = (id: string) => {
    const amount = figures.get(id)!.amount;
    return amount.state === "known" ? amount.value : null;
  };
  expect(known("licences")).toBe(ROWS.length);
  for (const [id, value] of Object.entries(wanted)) expect(known(id), id).toBe(value);
});

it.each([
  ["准予", "准予延续", "列出的24件许可决定\u200b全部准予"],
  ["不予", "不予", "列出的24件许可决定\u200b没有一件准予"],
  ["准予", "不予", "作出的24件许可决定里，\u200b12件准予"],
])(
  "a list of decisions of one kind alone is no proof of the other: %s, %s",
  async (one, other, title) => {
    const rows = [one, other]
      .map((result) => `户外广告,${result},2024-04-01\n`.repeat(12))
      .join("");
    const site = await madeSite({ "2024/licences.csv": `事项,结果,决定日期\n${rows}` });
    expect(render(site, licencesByOutcome, site.latest).view.title).toBe(title);
  },
);

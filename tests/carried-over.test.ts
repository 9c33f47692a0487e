/** Tickets of an earlier year that this year's file lists again: accepted once, due once. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { complaints } from "../src/datasets/complaints.ts";
import { figureOf } from "../src/figures/figures.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import { complaintsTopic } from "../src/topics/complaints.ts";
import { folderOf } from "./support/bureaus.ts";
import { type DuckDb, startDuckDb } from "./support/duckdb.ts";
import { exactlyThreeWays } from "./support/small-table.ts";

let db: DuckDb;
beforeAll(async () => {
  db = await startDuckDb();
});
afterAll(() => db?.close());

const head = "渠道,诉求类型,受理日期,应办结日期,办结日期,状态,街道\n";
const own = "12345热线,投诉,2023-03-01,2023-03-10,2023-03-08,已办结,城东\n";

describe("a ticket accepted the year before", () => {
  it.each([
    ["and due this year, in time", "2023-01-05,2023-01-04,已办结", "1", "1"],
    ["and due this year, late", "2023-01-05,2023-02-04,已办结", "1", "0"],
    ["and due this year, open", "2023-01-05,,办理中", "1", "0"],
    ["and due then: it was judged then", "2022-12-30,2023-02-04,已办结", "0", "0"],
    ["and due next year", "2024-01-30,,办理中", "0", "0"],
  ])("%s", async (_, rest, due, onTime) => {
    const csv = `${head}${own}12345热线,投诉,2022-12-20,${rest},城东\n`;
    const expected = {
      complaints: "1",
      "complaints-resolved": "1",
      "complaints-by-street": "1",
      "complaints-by-month": "1",
      "complaints-due": "1",
      "complaints-on-time": "1",
      "carried-over-tickets": "1",
      "carried-over-due": due,
      "carried-over-on-time": onTime,
    };
    for (const { way, told } of await exactlyThreeWays(
      db,
      complaints,
      csv,
      Object.keys(expected),
    )) {
      expect(told, way).toEqual(expected);
    }
  });

  it("is received once over the years, and never among the rows of the second", async () => {
    const again = "12345热线,投诉,2022-12-20,2023-01-05,";
    const { site } = await loadSite(
      memoryFolder({
        ...folderOf({}),
        "vocabularies.yaml": "街道:\n  城东:\n",
        "2022/complaints.csv": `${head}${again},办理中,城东\n`,
        "2023/complaints.csv": `${head}${own}${again}2023-01-04,已办结,城东\n`,
      }),
    );
    const received = site!.years.map((year) => figureOf(year, "complaints").amount);
    expect(received.map((amount) => amount.state === "known" && amount.value)).toEqual([1, 1]);
    const rows = site!.latest.release("complaints")!;
    expect(rows.lines).toBe(1);
    expect(complaintsTopic.lead(site!.latest)).toContain("转到本年办理的{{carried-over-tickets}}");
  });
});

describe("what is no complaint", () => {
  it("is named with its number, and the whole is called by its word", async () => {
    const rows = [
      ...Array.from({ length: 64 }, () => "12345热线,投诉,2023-03-01,,,已办结,城东"),
      ...Array.from({ length: 20 }, () => "12345热线,咨询,2023-03-01,,,已办结,城东"),
      ...Array.from({ length: 12 }, () => "12345热线,求助,2023-03-01,,,已办结,城东"),
      "12345热线,投诉,2023-03-01,,,退回,城东",
    ];
    const { site } = await loadSite(
      memoryFolder({
        ...folderOf({}),
        "vocabularies.yaml": "街道:\n  城东:\n",
        "2023/complaints.csv": `${head}${rows.join("\n")}\n`,
      }),
    );
    const lead = complaintsTopic.lead(site!.latest);
    expect(complaintsTopic.headline(site!.latest)).toContain("受理诉求工单96件");
    expect(lead).toContain("不是投诉的{{other-requests}}");
    expect(lead).toContain("退回、不予受理、作废的{{tickets-left-out}}");
    expect(figureOf(site!.latest, "other-requests").amount).toMatchObject({ value: 32 });
    expect(lead).not.toContain("投诉工单");
  });
});

/** An intruder with everything public, a solver and the program: certain of no number of 1 to 4 by two attributes. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { writeDemo } from "../scripts/demo/bureau.ts";
import { cases } from "../src/datasets/cases.ts";
import { complaints, NOT_HANDLED } from "../src/datasets/complaints.ts";
import { releaseJson } from "../src/downloads/rows.ts";
import { figureOf } from "../src/figures/figures.ts";
import { diskFolder } from "../src/ingest/disk.ts";
import { type Folder, memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import { shortText } from "../src/text/format.ts";
import { type Attack, attackCases, attackComplaints, sumOf } from "./support/attack.ts";
import { type Cells, folderOf, seeded, someCases, someComplaints } from "./support/bureaus.ts";
import { temporaryFolder } from "./support/command.ts";
import { cellOf, type Line } from "./support/intruder.ts";
import { publicYearOf, trueLines } from "./support/public.ts";
import { allRows } from "./support/rows.ts";
import { findTwins, publishedOf } from "./support/twins.ts";

/** A folder's years with their true rows. */
async function opened(folder: Folder) {
  const { site, problems } = await loadSite(folder);
  if (!site) throw new Error(JSON.stringify(problems.slice(0, 3)));
  const { rows } = await allRows(folder);
  return site.years.map((year) => ({
    year,
    known: publicYearOf(year, complaints),
    complaints: rows.get(`${year.year}/complaints`) ?? [],
    cases: rows.get(`${year.year}/cases`) ?? [],
  }));
}

function report(what: string, { small, certain, byTotals }: Attack): void {
  console.log(
    `${what}：${small}个小数，由行确定的${certain.length}个，由总数和定义本身确定的${byTotals}个`,
  );
}

describe("complaints", () => {
  it("of 60 small bureaus, with 件数 over 1 and several years among them", async () => {
    const attacks: Attack[] = [];
    for (let seed = 0; seed < 60; seed++) {
      const files: Record<string, Cells[]> = { "2024/complaints.csv": someComplaints(seed, 2024) };
      if (seed % 6 === 0) files["2023/complaints.csv"] = someComplaints(seed, 2023);
      for (const { known, complaints } of await opened(memoryFolder(folderOf(files)))) {
        attacks.push(attackComplaints(known, complaints));
      }
    }
    const all = sumOf(attacks);
    report("60个小单位", all);
    expect(all.certain).toEqual([]);
    expect(all.small).toBeGreaterThan(40_000);
  });

  // All twenty sets of these six columns, of 60 bureaus each, take an hour.
  it.each([
    ["street", "category", "accepted_month"],
    ["street", "category", "timeliness"],
    ["street", "category", "satisfaction"],
    ["street", "category", "close_band"],
    ["street", "accepted_month", "timeliness"],
    ["category", "accepted_month", "satisfaction"],
  ])("nor by three columns at once, in tables that share one: %s, %s, %s", async (...columns) => {
    const rows = someComplaints(columns.join().length);
    const [own] = await opened(memoryFolder(folderOf({ "2024/complaints.csv": rows })));
    const found = attackComplaints(own!.known, own!.complaints, [columns]);
    expect(found.certain).toEqual([]);
    expect(found.small).toBeGreaterThan(10);
  });

  // That a median is public tells that ten are closed; six of the ten late ones are shown as open.
  it("nor by what a table counts as one, with the lines and that there is a median", async () => {
    const rows = someComplaints(39);
    const [own] = await opened(memoryFolder(folderOf({ "2024/complaints.csv": rows })));
    const columns = ["category", "timeliness", "close_band"];
    const found = attackComplaints(own!.known, own!.complaints, [columns]);
    expect(found.certain).toEqual([]);
    expect(found.small).toBeGreaterThan(50);
  });

  it("nor by the days, of which every number is public, with the medians of streets and kinds", async () => {
    const attacks: Attack[] = [];
    for (let seed = 3; seed < 8; seed++) {
      const rows = someComplaints(seed).map((row) => {
        const days = row.办结用时;
        return { ...row, 办结用时天数: days === "0" ? "当天" : days === "" ? "" : `${days}天` };
      });
      const [own] = await opened(memoryFolder(folderOf({ "2024/complaints.csv": rows })));
      const sets = ["street", "category"].map((column) => [column, "close_day"]);
      attacks.push(attackComplaints(own!.known, own!.complaints, sets));
    }
    const { certain, small } = sumOf(attacks);
    expect(certain).toEqual([]);
    expect(small).toBeGreaterThan(200);
  });

  it("nor by what a large street's nine tenths took: one ticket alone took so long", async () => {
    const rows = [
      ...took("城东", { 3: 53, 39: 1, 60: 6 }),
      ...took("城西", { 3: 60, 60: 10 }),
      ...took("城南", { 3: 30 }),
    ];
    const [own] = await opened(memoryFolder(folderOf({ "2024/complaints.csv": rows })));
    expect(attackComplaints(own!.known, own!.complaints, [["street", "close_day"]])).toEqual({
      small: 1,
      certain: [],
      byTotals: 0,
    });
    const { groups } = figureOf(own!.year, "handling-days-p90-by-street");
    const told = groups!.map(({ word, amount }) => [word, shortText(amount)]);
    expect(Object.fromEntries(told)).toEqual({ 城东: "39–60", 城西: "39–60", 城南: "不足60件" });
  });

  it("nor by medians, from which no street or kind is left out: nothing of it would be closed", async () => {
    const attacks: Attack[] = [];
    for (let seed = 0; seed < 8; seed++) {
      const rows = someComplaints(seed).slice(0, 60);
      const [own] = await opened(memoryFolder(folderOf({ "2024/complaints.csv": rows })));
      const sets = ["street", "category"].map((column) => [column, "close_band"]);
      attacks.push(attackComplaints(own!.known, own!.complaints, sets));
    }
    const { certain, small } = sumOf(attacks);
    expect(certain).toEqual([]);
    expect(small).toBeGreaterThan(100);
  });

  it("would be found out if rows left one by one", async () => {
    const [own] = await opened(
      memoryFolder(folderOf({ "2024/complaints.csv": someComplaints(3) })),
    );
    // Rows of what went back are in no release.
    const released = own!.complaints.filter(
      ({ values }) => !NOT_HANDLED.some((state) => state === values.state),
    );
    const lines = trueLines(released, complaints);
    expect(
      attackComplaints({ ...own!.known, lines }, own!.complaints).certain.length,
    ).toBeGreaterThan(500);
  });

  it("and if the remainder were not mixed: all rows that hide a column agree in another", async () => {
    const [own] = await opened(memoryFolder(folderOf({ "2024/complaints.csv": agreeing() })));
    const lines: Line[] = [
      { words: { channel: "12345热线", street: "城东", category: "噪声扰民" }, count: [10, 10] },
      { words: { channel: "12345热线", street: null, category: "占道经营" }, count: [5, 5] },
      { words: { channel: null, street: null, category: null }, count: [5, 5] },
    ];
    const found = attackComplaints({ ...own!.known, lines }, own!.complaints).certain;
    expect(found.map(({ cell }) => cell)).toContain(cellOf("城西", "占道经营"));
    expect(attackComplaints(own!.known, own!.complaints).certain).toEqual([]);
  });

  it("nor by replaying the program: what is withheld has twins that build to the same bytes", async () => {
    let [cells, without] = [0, 0];
    for (let seed = 0; seed < 4; seed++) {
      const rows = someComplaints(seed).map((row) => ({ ...row, 件数: "1" }));
      const found = await findTwins(rows, seed, 10);
      cells += found.cells;
      without += found.without.length;
    }
    console.log(`${cells}个小数，${cells - without}个有孪生数据`);
    expect(cells).toBe(40);
    // A twin is looked for, not worked out: what is not found in so many trials may be there.
    expect(without).toBeLessThanOrEqual(2);
  });

  it("whichever order the rows have", async () => {
    for (const seed of [1, 2, 3]) {
      const rows = someComplaints(seed);
      expect(await publishedOf(shuffled(rows, seed))).toBe(await publishedOf(rows));
    }
  });
});

describe("few matters", () => {
  const lines = async (count: number) => {
    const rows = someComplaints(1).slice(0, count);
    const [own] = await opened(memoryFolder(folderOf({ "2024/complaints.csv": rows })));
    return [...releaseJson(own!.year.release("complaints")!)];
  };

  it("show nothing but that they are", async () => {
    for (const count of [5, 9]) expect(await lines(count)).toEqual([{ count, alike: true }]);
    expect(Object.keys((await lines(60))[0]!).length).toBeGreaterThan(3);
  });

  it("are a line as well when they are under five, not dropped without a word", async () => {
    expect(await lines(3)).toEqual([{ count: { suppressed: true }, alike: true }]);
  });
});

describe("cases", () => {
  it("of 20 bureaus with natural persons, and with nobody named", async () => {
    const attacks: Attack[] = [];
    for (let seed = 0; seed < 20; seed++) {
      const files = { "2024/cases.csv": someCases(seed) };
      const [own] = await opened(memoryFolder(folderOf(files)));
      attacks.push(attackCases(own!.year, own!.cases));
    }
    const all = sumOf(attacks);
    report("20个单位的案件", all);
    expect(all.certain).toEqual([]);
    expect(all.small).toBeGreaterThan(2_500);
  });

  it("are about people where nobody says whom they are about", async () => {
    const named = someCases(2).map((row) => ({ ...row, 当事人类型: "法人", 公开方式: "公开" }));
    const nobody = named.map(({ 当事人类型, ...row }) => row as Cells);
    const blank = named.map((row) => ({ ...row, 当事人类型: "" }));
    const shown = async (rows: readonly Cells[]) => {
      const [own] = await opened(memoryFolder(folderOf({ "2024/cases.csv": rows })));
      return own!.year.release("cases")!.individualRows;
    };
    expect(await shown(nobody)).toBe(0);
    expect(await shown(blank)).toBe(0);
    expect(await shown(named)).toBe(named.length);
  });

  it("show the same whichever order the rows have, and where none is withheld the row's place", async () => {
    const published = async (rows: readonly Cells[]) => {
      const [own] = await opened(memoryFolder(folderOf({ "2024/cases.csv": rows })));
      const release = own!.year.release("cases")!;
      const json = [...releaseJson(release)].map(({ source, ...row }) => row);
      return { text: JSON.stringify(json), places: release.rowNumbers };
    };
    const rows = someCases(4).map((row) => ({ ...row, 公开方式: "公开" }));
    const [one, other] = [await published(rows), await published(shuffled(rows, 1))];
    expect(other.text).toBe(one.text);
    // A row that is withheld stood between its neighbours, in their month.
    expect(one.places).toBeNull();
    const companies = rows.map((row) => ({ ...row, 当事人类型: "法人" }));
    const [first, second] = [await published(companies), await published(shuffled(companies, 1))];
    expect(second.text).toBe(first.text);
    expect(first.places).not.toBeNull();
  });

  it("tell amounts as bands where the rest is what fewer than five people paid", async () => {
    const row = (party: string, fine: number): Cells => ({
      执法领域: "市容环卫",
      当事人类型: party,
      罚款金额: String(fine),
      入账金额: String(fine),
    });
    const companies = Array.from({ length: 30 }, (_, i) => row("法人", 2000 + 37 * i));
    const fines = async (people: number) => {
      const rows = [
        ...companies,
        ...Array.from({ length: people }, (_, i) => row("自然人", 50 + i)),
      ];
      const [own] = await opened(memoryFolder(folderOf({ "2024/cases.csv": rows })));
      const shown = [...releaseJson(own!.year.release("cases")!)].filter(({ alike }) => !alike);
      return shown.map(({ fine, received }) => [fine, received]);
    };
    for (const people of [1, 4]) {
      expect(new Set((await fines(people)).flat())).toEqual(new Set(["1000至不足5000"]));
    }
    for (const people of [0, 40]) {
      expect((await fines(people)).flat().every((one) => typeof one === "number")).toBe(true);
    }
  });
});

describe("the demo", () => {
  const folder = temporaryFolder();
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([60, 250, 6_000])("with %i tickets a year", async (tickets) => {
    const data = join(folder, String(tickets));
    writeDemo(data, { complaints: tickets, years: tickets > 1_000 ? 1 : 3, only: complaints.id });
    const years = await opened(diskFolder(data));
    const all = sumOf(years.map(({ known, complaints }) => attackComplaints(known, complaints)));
    report(`演示${tickets}件`, all);
    expect(all.certain).toEqual([]);
    expect(all.small).toBeGreaterThan(100);
  });

  // Its cases are the same however many tickets there are.
  it("with its cases", async () => {
    const data = join(folder, "cases");
    writeDemo(data, { complaints: 60, years: 3, only: cases.id });
    const years = await opened(diskFolder(data));
    const all = sumOf(years.map(({ year, cases }) => attackCases(year, cases)));
    report("演示的案件", all);
    expect(all.certain).toEqual([]);
    expect(all.small).toBeGreaterThan(100);
  });
});

/** Closed tickets of a street: so many a number of days. */
function took(街道: string, days: Readonly<Record<number, number>>): Cells[] {
  return Object.entries(days).flatMap(([day, count]) =>
    Array.from({ length: count }, () => ({
      渠道: "12345热线",
      状态: "已办结",
      街道,
      办结用时: day,
      办结用时天数: `${day}天`,
    })),
  );
}

/** 20 tickets; the five whose street is not shown with their kind are of one kind. */
function agreeing(): Cells[] {
  const row = (街道: string, 类别: string, count: number): Cells[] =>
    Array.from({ length: count }, () => ({ 渠道: "12345热线", 街道, 类别 }));
  return [
    ...row("城东", "噪声扰民", 10),
    ...row("城西", "占道经营", 3),
    ...row("城南", "占道经营", 7),
  ];
}

function shuffled(rows: readonly Cells[], seed: number): Cells[] {
  const random = seeded(seed);
  return rows
    .map((row) => [random(), row] as const)
    .sort(([a], [b]) => a - b)
    .map(([, row]) => row);
}

/** The demo bureau: the same bytes everywhere, true to life, and wrong only where it is meant to be. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DATES, firstDay, isWorkday, lastDay } from "../scripts/demo/calendar.ts";
import { ROOT } from "../scripts/lib/places.ts";
import { isWorkday as isWorkdayOfSite } from "../src/datasets/workdays.ts";
import { diskFolder } from "../src/ingest/disk.ts";
import type { Problem } from "../src/ingest/problems/problems.ts";
import type { Row } from "../src/ingest/rows/row.ts";
import { loadSite } from "../src/load/load-site.ts";
import type { Site } from "../src/site/year.ts";
import type { Quantity } from "../src/values/quantity.ts";
import { hashes, run, temporaryFolder } from "./support/command.ts";
import { runHere } from "./support/here.ts";
import { allRows } from "./support/rows.ts";

const DAY = 86_400_000;
const YEARS = [2022, 2023, 2024];

let folder: string;
let data: string;
let site: Site;
/** All rows as they are read; the site itself keeps only what may leave it. */
let read: ReadonlyMap<string, readonly Row[]>;
let problems: Problem[];
beforeAll(async () => {
  folder = temporaryFolder();
  data = join(folder, "data");
  const made = await run("demo", ["--out", data, "--sums", join(folder, "SHA256")], {
    TZ: "America/New_York",
    LC_ALL: "tr_TR.UTF-8",
  });
  expect(made).toMatchObject({ code: 0, stderr: "" });
  const loaded = await loadSite(diskFolder(data));
  problems = loaded.problems;
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  site = loaded.site!;
  read = (await allRows(diskFolder(data))).rows;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function rows(year: number, dataset: string): readonly Row[] {
  return read.get(`${year}/${dataset}`) ?? [];
}
function text(row: Row, key: string): string {
  const value = row.values[key];
  return typeof value === "string" ? value : "";
}
function day(row: Row, key: string): number {
  return Date.parse(`${text(row, key)}T00:00:00Z`) / DAY;
}
function counts(list: readonly Row[], key: (row: Row) => string): Map<string, number> {
  const found = new Map<string, number>();
  for (const row of list) found.set(key(row), (found.get(key(row)) ?? 0) + 1);
  return found;
}
function workdaysBetween(from: number, to: number): number {
  let n = 0;
  for (let at = from + 1; at <= to; at++) if (isWorkday(at)) n++;
  return n;
}
function share(list: readonly Row[], holds: (row: Row) => boolean): number {
  return list.filter(holds).length / list.length;
}

describe("the files", () => {
  it("are byte for byte those of examples/demo/SHA256", () => {
    const listed = readFileSync(join(ROOT, "examples/demo/SHA256"), "utf8");
    expect(readFileSync(join(folder, "SHA256"), "utf8")).toBe(listed);
    const written = Object.entries(hashes(data))
      .map(([path, hash]) => `${hash}  data/${path}`)
      .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1));
    expect(written).toEqual(listed.trimEnd().split("\n"));
  });

  it("hold the same datasets in every year but the publicity of 2022", () => {
    const written = new Set(Object.keys(hashes(data)).map((path) => path.split("/").at(-1)));
    const absent = problems
      .filter(({ code, file }) => code === "file-missing" && written.has(file.split("/").at(-1)))
      .map(({ file }) => file);
    expect(absent).toEqual(["2022/publicity.csv"]);
    expect(site.years.map(({ year }) => year)).toEqual(YEARS);
    expect(site.years.every(({ report }) => report?.title.startsWith("（演示）"))).toBe(true);
  });

  it("are saved in true ways, each read with a note", () => {
    const bytes = (path: string) => readFileSync(join(data, path));
    expect(() =>
      new TextDecoder("utf-8", { fatal: true }).decode(bytes("2022/cases.csv")),
    ).toThrow();
    expect(bytes("2023/cases.csv").subarray(0, 3).toString("hex")).toBe("efbbbf");
    expect(bytes("2023/cases.csv").toString()).toContain("\r\n");
    expect(bytes("2024/litigation.csv").subarray(0, 2).toString("hex")).toBe("fffe");
    const noted = (code: string) =>
      problems.filter((problem) => problem.code === code).map(({ file }) => file);
    expect(noted("header-repeated")).toEqual(["2022/litigation.csv"]);
    expect(noted("rows-above-header")).toEqual(["2023/publicity.csv"]);
    expect(noted("total-row")).toEqual(["2024/cases.csv"]);
    // Filed or accepted in an earlier year and carried over: every year.
    expect(noted("year-carried-over").sort()).toEqual(
      YEARS.flatMap((year) =>
        ["cases", "licences", "litigation"].map((id) => `${year}/${id}.csv`),
      ).sort(),
    );
    const warned = problems.filter(({ severity }) => severity === "warning");
    expect([...new Set(warned.map(({ code }) => code))].sort()).toEqual([
      "no-contact",
      "yaml-blank",
      "year-carried-over",
    ]);
  });
});

it("its calendar, written down by itself, is the site's", () => {
  for (let at = firstDay(2021); at <= lastDay(2024); at++) {
    expect(isWorkdayOfSite(DATES.iso(at)), DATES.iso(at)).toBe(isWorkday(at));
  }
});

it("disagree exactly where it is planted", () => {
  const found = site.years.flatMap(({ year, checks, notes }) =>
    checks
      .filter(({ holds }) => holds === false)
      .map(({ id, difference }) => [year, id, difference, notes.get(id)?.state ?? "待说明"]),
  );
  expect(found).toEqual([
    [2022, "legal-reviews-rows", 3, "已说明"],
    [2023, "publicity-events-rows", 4, "待说明"],
    [2024, "reconsiderations-passages", 2, "已更正"],
  ]);
});

describe.each(YEARS)("complaints of %i", (year) => {
  let all: readonly Row[];
  beforeAll(() => {
    all = rows(year, "complaints");
  });

  it("are 30,000, all of the year", () => {
    expect(all).toHaveLength(30_000);
    expect(all.every((row) => text(row, "accepted_on").startsWith(`${year}-`))).toBe(true);
  });

  it("follow the seasons, the week and the holidays", () => {
    const inMonths = (category: string, months: readonly string[]) =>
      share(
        all.filter((row) => text(row, "category") === category),
        (row) => months.includes(text(row, "accepted_on").slice(5, 7)),
      );
    expect(inMonths("油烟扰民", ["06", "07", "08"])).toBeGreaterThan(0.38);
    expect(inMonths("园林绿化", ["09", "10", "11"])).toBeGreaterThan(0.38);
    expect(inMonths("燃气安全", ["12", "01", "02"])).toBeGreaterThan(0.35);
    const perDay = [...counts(all, (row) => text(row, "accepted_on"))].map(
      ([date, n]) => [Date.parse(date) / DAY, n] as const,
    );
    const mean = (worked: boolean) => {
      const days = perDay.filter(([at]) => isWorkday(at) === worked);
      return days.reduce((sum, [, n]) => sum + n, 0) / days.length;
    };
    expect(mean(false) / mean(true)).toBeLessThan(0.65);
  });

  it("have streets of very unequal size and cells that must be suppressed", () => {
    const streets = [...counts(all, (row) => text(row, "street"))]
      .filter(([street]) => street !== "")
      .map(([, n]) => n)
      .sort((a, b) => b - a);
    expect(streets).toHaveLength(12);
    expect(streets[0]! / streets[11]!).toBeGreaterThan(15);
    const cells = counts(all, (row) => `${text(row, "street")} ${text(row, "category")}`);
    expect([...cells.values()].filter((n) => n < 5).length).toBeGreaterThan(20);
  });

  it("are handled in order, mostly on time, with a long tail", () => {
    for (const row of all) {
      const dates = ["accepted_on", "signed_on", "first_contact_on", "closed_on"]
        .map((key) => text(row, key))
        .filter(Boolean);
      expect(dates.join() === [...dates].sort().join()).toBe(true);
    }
    const closed = all.filter((row) => text(row, "state") === "已办结");
    const onTime = share(closed, (row) => text(row, "closed_on") <= text(row, "due_on"));
    expect(onTime).toBeGreaterThan(0.92);
    expect(onTime).toBeLessThan(0.97);
    const days = closed.map((row) => day(row, "closed_on") - day(row, "accepted_on"));
    days.sort((a, b) => a - b);
    expect(days.at(-1)! / days[days.length >> 1]!).toBeGreaterThan(20);
  });

  it("signed less returned are closed and open; void ones were never signed", () => {
    const signed = all.filter((row) => text(row, "signed_on") !== "");
    const states = counts(signed, (row) => text(row, "state"));
    expect([...states.keys()].sort()).toEqual(["办理中", "延期", "已办结", "退回"].sort());
    const every = counts(all, (row) => text(row, "state"));
    for (const state of ["待签收", "不予受理", "作废"]) {
      expect(every.get(state)).toBeGreaterThan(0);
    }
    expect(share(all, (row) => text(row, "satisfaction") === "未评价")).toBeGreaterThan(0.4);
  });

  it("leave about three optional cells in a hundred unfilled", () => {
    for (const key of ["kind", "category", "repeated", "street"]) {
      const empty = share(all, (row) => text(row, key) === "");
      expect(empty).toBeGreaterThan(0.025);
      expect(empty).toBeLessThan(0.035);
    }
  });
});

describe.each(YEARS)("cases of %i", (year) => {
  let all: readonly Row[];
  beforeAll(() => {
    all = rows(year, "cases");
  });

  it("are filed, reviewed, decided, disclosed and closed in this order", () => {
    expect(all.length).toBeGreaterThan(550);
    const byNumber = new Map(all.map((row) => [text(row, "case_no"), row]));
    for (const row of all) {
      const decided = text(row, "decided_on");
      if (decided === "") continue;
      expect(decided.slice(0, 4)).toBe(String(year));
      expect(text(row, "filed_on") <= decided).toBe(true);
      for (const key of ["disclosed_on", "closed_on"]) {
        expect(text(row, key) === "" || text(row, key) >= decided).toBe(true);
      }
    }
    const reviews = rows(year, "legal_reviews");
    for (const review of reviews) {
      const row = byNumber.get(text(review, "case_no"))!;
      const decided = text(row, "decided_on");
      expect(decided === "" || text(review, "reviewed_on") <= decided).toBe(true);
      expect(text(review, "reviewed_on") >= text(row, "filed_on")).toBe(true);
    }
    const rounds = counts(reviews, (row) => String((row.values.round as { value: number }).value));
    expect([...rounds.keys()].sort()).toEqual(["1", "2", "3"]);
  });

  it("are disclosed within seven working days mostly, some late, some not at all", () => {
    const open = all.filter((row) => text(row, "disclosure") === "公开");
    const disclosed = open.filter((row) => text(row, "disclosed_on") !== "");
    const inTime = share(
      disclosed,
      (row) => workdaysBetween(day(row, "decided_on"), day(row, "disclosed_on")) <= 7,
    );
    expect(inTime).toBeGreaterThan(0.85);
    expect(inTime).toBeLessThan(0.97);
    expect(open.length).toBeGreaterThan(disclosed.length);
  });

  it("have several kinds of penalty, plausible fines in yuan, and revoked decisions", () => {
    const kinds = all.map((row) => (row.values.penalties as readonly string[] | null) ?? []);
    expect(kinds.some((list) => list.length > 1)).toBe(true);
    const fines = all.flatMap((row) => (row.values.fine as { value: number } | null)?.value ?? []);
    expect(fines.every((fine) => fine >= 50 && fine < 1_000_000)).toBe(true);
    const simple = all.filter((row) => text(row, "procedure") === "简易程序");
    for (const row of simple) {
      const fine = (row.values.fine as { value: number } | null)?.value ?? 0;
      expect(fine).toBeLessThanOrEqual(text(row, "party_type") === "自然人" ? 200 : 3000);
    }
    expect(all.some((row) => text(row, "state") === "已撤销")).toBe(true);
  });
});

it("an instance follows the one before it, by its 争议编号", () => {
  const order = ["复议", "一审", "二审", "再审"];
  const disputes = new Map<string, Map<string, Row>>();
  for (const year of YEARS) {
    for (const row of rows(year, "litigation")) {
      const instances = disputes.get(text(row, "dispute_no")) ?? new Map();
      // The later year's row of an instance knows how it ended.
      instances.set(text(row, "instance"), row);
      disputes.set(text(row, "dispute_no"), instances);
    }
  }
  let appeals = 0;
  for (const instances of disputes.values()) {
    for (const [instance, row] of instances) {
      const before = instances.get(order[order.indexOf(instance) - 1] ?? "none");
      if (!before) continue;
      if (instance === "二审") appeals++;
      expect(text(before, "closed_on")).not.toBe("");
      expect(text(before, "closed_on") < text(row, "accepted_on")).toBe(true);
    }
  }
  expect(appeals).toBeGreaterThan(10);
  const all = YEARS.flatMap((year) => rows(year, "litigation"));
  expect(new Set(all.map((row) => text(row, "instance")))).toEqual(new Set([...order, ""]));
  expect(all.some((row) => text(row, "state") === "在办")).toBe(true);
});

it("publicity is dated through the year, the bureau's own learning told apart", () => {
  for (const year of [2023, 2024]) {
    const all = rows(year, "publicity");
    expect(all.length).toBeGreaterThanOrEqual(70);
    expect(all.every((row) => text(row, "started_on").startsWith(`${year}-`))).toBe(true);
    expect(counts(all, (row) => text(row, "month")).size).toBe(12);
  }
});

describe("npm run demo", () => {
  it("makes any number of complaints, of any number of years, alone", async () => {
    const out = join(folder, "bench");
    const args = ["--complaints", "500", "--years", "4", "--only", "complaints", "--out", out];
    expect((await runHere("demo", args)).code).toBe(0);
    const years = [2021, ...YEARS].map((year) => `${year}/complaints.csv`);
    expect(Object.keys(hashes(out)).sort()).toEqual([...years, "site.yaml", "vocabularies.yaml"]);
    const { site: small } = await loadSite(diskFolder(out));
    for (const year of small?.years ?? []) {
      const counts = year.release("complaints")?.columns.find(({ key }) => key === "count");
      expect(counts).toBeDefined();
      let sum = 0;
      for (const code of counts!.codes) sum += (counts!.values[code] as Quantity).value;
      // Released is what is counted; what went back is not.
      const counted = ["complaints", "messages"].map((id) => year.figures.get(id)!.amount);
      const all = counted.reduce((all, one) => all + (one.state === "known" ? one.value : 0), 0);
      expect(sum).toBe(all);
      expect(sum).toBeGreaterThan(440);
      const file = join(out, `${year.year}/complaints.csv`);
      expect(readFileSync(file, "utf8").trim().split("\n")).toHaveLength(501);
    }
    // The next run leaves nothing of this one.
    await runHere("demo", ["--complaints", "20", "--years", "1", "--out", out]);
    expect(Object.keys(hashes(out)).every((path) => /^2024\/|\.yaml$/.test(path))).toBe(true);
    const { problems } = await loadSite(diskFolder(out));
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("never writes into a folder that is not its own", async () => {
    const other = join(folder, "other");
    mkdirSync(other);
    writeFileSync(join(other, "site.yaml"), "数据性质: 正式\n");
    for (const out of [other, join(ROOT, "data"), join(other, "site.yaml")]) {
      const { code, stderr } = await runHere("demo", ["--out", out]);
      expect(code).toBe(2);
      expect(stderr).toContain("换一个 --out");
    }
    expect(readFileSync(join(other, "site.yaml"), "utf8")).toBe("数据性质: 正式\n");
  });

  it.each([
    [["--complaints", "many"], "--complaints 要写 1 到"],
    [["--years", "0"], "--years 要写 1 到"],
    [["--only", "tickets"], "--only 要写一张表的名称"],
    [["--ony", "cases"], "是不是 --only"],
  ])("%j says what is wrong with it", async (args, message) => {
    const { code, stderr } = await runHere("demo", [...args, "--out", join(folder, "never")]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

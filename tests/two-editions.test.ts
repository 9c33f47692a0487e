/** An intruder with two editions of one year, who takes one off the other: what came between is a small bureau of its own. */
import { describe, expect, it } from "vitest";
import { cases } from "../src/datasets/cases.ts";
import { complaints, NOT_HANDLED, TICKET_CHANNELS } from "../src/datasets/complaints.ts";
import type { Dataset } from "../src/datasets/define.ts";
import { memoryFolder } from "../src/ingest/folder.ts";
import { loadSite } from "../src/load/load-site.ts";
import { movesOf } from "../src/moves/moves.ts";
import { publicState } from "../src/moves/public-state.ts";
import { hiddenNote } from "../src/tickets/sentences.ts";
import { yearUntil } from "../src/values/period.ts";
import { type Attack, attackBetween, attackCasesBetween, sumOf } from "./support/attack.ts";
import { type Cells, folderOf, someCases, someComplaints } from "./support/bureaus.ts";
import { EMPTY, type Line } from "./support/intruder.ts";
import { pairsOf, publicYearOf, trueLines } from "./support/public.ts";
import { allRows } from "./support/rows.ts";

const OVER = "";
const GOES_ON = "年度: { 2024: { 截至: 2024-11-30 } }\n";

/** What stays as it is when a ticket is closed. */
const LASTING = ["street", "category", "accepted_month"];
/** What is said of a ticket once it is closed. */
const OUTCOME = ["satisfaction", "timeliness"];

async function opened(rows: readonly Cells[], until: string, dataset: Dataset = complaints) {
  const files = folderOf({ [`2024/${dataset.id}.csv`]: rows });
  const folder = memoryFolder({ ...files, "site.yaml": `${files["site.yaml"]}${until}` });
  const { site, problems } = await loadSite(folder);
  if (!site) throw new Error(JSON.stringify(problems.slice(0, 3)));
  const all = await allRows(folder);
  return {
    site,
    known: publicYearOf(site.latest, dataset),
    rows: all.rows.get(`2024/${dataset.id}`) ?? [],
  };
}

/** A bureau's tickets of eleven months. */
function ticketsOf(seed: number): Cells[] {
  return someComplaints(seed)
    .filter(({ 渠道: channel, 状态: state, 受理月份: month }) => {
      const isTicket = TICKET_CHANNELS.some((one) => one === channel);
      return isTicket && !NOT_HANDLED.some((one) => one === state) && month !== "2024-12";
    })
    .map((row) => ({ ...row, 件数: "1" }));
}

/** By some two of these columns: the small numbers of the last `count` tickets of some bureaus. */
async function attacked(
  seeds: readonly number[],
  count: number,
  until: string,
  pairs = pairsOf(LASTING),
) {
  const attacks: Attack[] = [];
  for (const seed of seeds) {
    const tickets = ticketsOf(seed);
    const first = tickets.length - count;
    const [before, after] = [
      await opened(tickets.slice(0, first), until),
      await opened(tickets, until),
    ];
    const between = { before: before.known, after: after.known, came: count, went: 0 };
    attacks.push(attackBetween(between, after.rows.slice(first), pairs));
  }
  const all = sumOf(attacks);
  const { small, certain, byTotals } = all;
  console.log(
    `中间${count}件，${until === OVER ? "按两列分的数照公布" : "年度没有过完"}：${small}个小数，由表和行确定的${certain.length}个，由总数确定的${byTotals}个`,
  );
  return all;
}

describe("of what came between two editions", () => {
  it("tables and rows tell nothing while the year goes on: it has no number by two columns", async () => {
    for (const count of [5, 20]) {
      const { certain, small } = await attacked([2, 5, 8], count, GOES_ON);
      expect(certain).toEqual([]);
      expect(small).toBeGreaterThan(30);
    }
    const { known } = await opened(ticketsOf(2), GOES_ON);
    const cells = known.tables.flatMap((table) => table.cells.map(({ said }) => said.state));
    expect(cells.length).toBeGreaterThan(20);
    expect(new Set(cells)).toEqual(new Set(["hidden"]));
    expect(hiddenNote([{ period: yearUntil(2024, "2024-11-30") }])).not.toContain("不足5件");
    expect(hiddenNote([{ period: yearUntil(2023) }])).not.toContain("没有过完");
  });

  it("nor of how a ticket ended: rating and lateness, by street and category", async () => {
    const pairs = pairsOf(["street", "category", ...OUTCOME]).filter((pair) =>
      OUTCOME.some((column) => pair.includes(column)),
    );
    const { certain, small } = await attacked([2, 8], 20, GOES_ON, pairs);
    expect(certain).toEqual([]);
    expect(small).toBeGreaterThan(20);
  });

  it("they would, if such numbers were told: that is why", async () => {
    const { certain } = await attacked([2, 5], 20, OVER);
    expect(certain.length).toBeGreaterThan(10);
  });

  it("totals alone tell all of one, which nothing but waiting helps", async () => {
    const { byTotals, certain, small } = await attacked([2, 5], 1, GOES_ON);
    expect([byTotals, certain.length]).toEqual([small, 0]);
  });

  it("one row that is put right in two columns is told as well, and is said before it is published", async () => {
    const tickets = ticketsOf(5).filter((row) => row.街道 !== "" && row.类别 !== "");
    const [first, ...rest] = tickets;
    const other = rest.find((row) => row.街道 !== first!.街道 && row.类别 !== first!.类别)!;
    const right = { ...first!, 街道: other.街道!, 类别: other.类别! };
    const [before, after] = [await opened(tickets, OVER), await opened([right, ...rest], OVER)];
    const between = { before: before.known, after: after.known, came: 1, went: 1 };
    const found = attackBetween(between, after.rows.slice(0, 1), [["street", "category"]]);
    expect([found.small, found.byTotals + found.certain.length]).toEqual([1, 1]);
    const moves = movesOf(await publicState(before.site), await publicState(after.site));
    const few = moves.filter((move) => move.few && move.id === "complaints");
    expect(few.map((move) => move.after)).toEqual([
      expect.stringMatching(/^\d+件，其中1件改了内容$/),
    ]);
  });
});

describe("of the natural persons' cases that came between two editions", () => {
  const PAIRS = pairsOf(["field", "filed_month", "street", "heaviest", "enforcement"]);

  /** A bureau's cases of eleven months, and the last `count` that are about natural persons. */
  function casesOf(seed: number, count: number) {
    const all = someCases(seed).filter((row) => row.立案月份 !== "2024-12");
    const came = all.filter((row) => row.当事人类型 === "自然人").slice(-count);
    return { first: all.filter((row) => !came.includes(row)), came };
  }

  async function editionsOf(seed: number, count: number, until: string) {
    const { first, came } = casesOf(seed, count);
    const [before, after] = [
      await opened(first, until, cases),
      await opened([...first, ...came], until, cases),
    ];
    const rows = after.rows.slice(first.length);
    return { first, before, after, rows };
  }

  it("rows and totals tell nothing that the totals alone do not", async () => {
    for (const [count, until] of [
      [2, OVER],
      [5, GOES_ON],
      [20, OVER],
    ] as const) {
      const attacks: Attack[] = [];
      for (const seed of [2, 8, 10]) {
        const { before, after, rows } = await editionsOf(seed, Math.min(count, 15), until);
        const between = { before: before.known, after: after.known, came: rows.length, went: 0 };
        attacks.push(attackCasesBetween(between, rows, PAIRS));
      }
      const { small, certain, byTotals } = sumOf(attacks);
      console.log(
        `中间${count}件案件：${small}个小数，由行确定的${certain.length}个，由总数的${byTotals}个`,
      );
      expect(certain).toEqual([]);
      expect(small).toBeGreaterThan(40);
    }
  });

  it("rows one by one would tell them all", async () => {
    const { before, after, rows, first } = await editionsOf(2, 5, OVER);
    const known = { ...before.known, lines: trueLines(after.rows.slice(0, first.length), cases) };
    const later = { ...after.known, lines: trueLines(after.rows, cases) };
    const whole = [known, later].map((year) => ({ ...year, lines: year.lines.map(filled) }));
    const between = { before: whole[0]!, after: whole[1]!, came: 5, went: 0 };
    const { certain, byTotals, small } = attackCasesBetween(between, rows, PAIRS);
    expect([certain.length + byTotals, certain.length > 20]).toEqual([small, true]);
  });
});

/** What no row leaves open: an empty cell is one. */
function filled({ words, count }: Line): Line {
  return {
    count,
    words: Object.fromEntries(Object.entries(words).map(([key, word]) => [key, word ?? EMPTY])),
  };
}

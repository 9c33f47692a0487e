/**
 * An intruder who has the program: of all bureaus that fit what is public, those stay possible whose
 * build gives the same bytes. A number is not certain when there is a twin among them, a bureau whose
 * rows differ only in what is withheld and in which that number is another.
 */
import { complaints, NOT_HANDLED, TICKET_CHANNELS } from "../../src/datasets/complaints.ts";
import { figureJson } from "../../src/downloads/figures.ts";
import { releaseJson } from "../../src/downloads/rows.ts";
import { memoryFolder } from "../../src/ingest/folder.ts";
import { loadSite } from "../../src/load/load-site.ts";
import { byText } from "../../src/values/order.ts";
import { type Cells, folderOf, seeded } from "./bureaus.ts";

const FILE = "2024/complaints.csv";

/** Columns of the public rows by their headers. */
const KEYS: Readonly<Record<string, string>> = {
  渠道: "channel",
  状态: "state",
  按时情况: "timeliness",
  街道: "street",
  类别: "category",
  办结用时段: "close_band",
  受理月份: "accepted_month",
  满意度: "satisfaction",
  重复: "repeated",
};

/** What two matters can trade: columns that mean one thing, where both are resolved or both are not. */
const TRADES: readonly (readonly string[])[] = [
  ["渠道"],
  ["街道"],
  ["类别"],
  ["受理月份"],
  ["重复"],
  ["满意度"],
  ["办结用时段", "办结用时"],
  ["按时情况"],
  ["状态", "按时情况"],
  ["状态", "按时情况", "办结用时段", "办结用时", "满意度"],
];

/** One attribute in several writings. */
const HANDLING = ["状态", "按时情况", "办结用时段", "满意度"];

/** Everything that is published of such rows, as text. */
export async function publishedOf(rows: readonly Cells[]): Promise<string> {
  const { site, problems } = await loadSite(memoryFolder(folderOf({ [FILE]: rows })));
  if (!site) throw new Error(JSON.stringify(problems.slice(0, 3)));
  const year = site.latest;
  const figures = [...year.figures.values()].map((figure) => figureJson(year, figure));
  return JSON.stringify([figures, [...releaseJson(year.release(complaints.id)!)]]);
}

export interface TwinSearch {
  cells: number;
  /** Small numbers of which no twin was found. */
  without: string[];
}

/** Enough for nearly all; a twin that is not found may still be there. */
const MOST_TRIED = 120;

/** Looks for a twin for some of the small numbers by two columns; the seed says which. */
export async function findTwins(
  rows: readonly Cells[],
  seed: number,
  most: number,
): Promise<TwinSearch> {
  const random = seeded(seed);
  const published = await publishedOf(rows);
  const hides = hiddenIn(rows, JSON.parse(published)[1]);
  const small = smallCells(rows);
  const without: string[] = [];
  let cells = 0;
  for (; cells < most && small.length > 0; cells++) {
    const [cell] = small.splice(Math.floor(random() * small.length), 1) as [Cell];
    const trades = tradesOf(rows, hides);
    const changing = trades.filter((trade) => countOf(cell, trade, rows) !== 0);
    const others = trades.filter((trade) => countOf(cell, trade, rows) === 0);
    let found = false;
    for (let tried = 0; !found && tried < MOST_TRIED && changing.length > 0; tried++) {
      const trade = changing[tried] ?? changing[Math.floor(random() * changing.length)]!;
      let twin = traded(rows, trade);
      // Where one trade is not enough, another that sets right what it changed.
      const second = others[Math.floor(random() ** 2 * others.length)];
      if (tried >= changing.length && second) twin = traded(twin, second);
      found =
        numberOf(cell, twin) !== numberOf(cell, rows) && (await publishedOf(twin)) === published;
    }
    if (!found) without.push(cell.flat().join(" "));
  }
  return { cells, without };
}

/** Two headers with a word each. */
type Cell = readonly [readonly [string, string], readonly [string, string]];

function isIn(row: Cells, cell: Cell): boolean {
  return isTicket(row) && cell.every(([header, word]) => row[header] === word);
}

function isTicket(row: Cells): boolean {
  return (
    TICKET_CHANNELS.some((channel) => channel === row.渠道) &&
    !NOT_HANDLED.some((state) => state === row.状态)
  );
}

function smallCells(rows: readonly Cells[]): Cell[] {
  const counts = new Map<string, number>();
  const headers = Object.keys(KEYS);
  for (const row of rows.filter(isTicket)) {
    for (const [i, one] of headers.entries()) {
      for (const other of headers.slice(i + 1)) {
        if (HANDLING.includes(one) && HANDLING.includes(other)) continue;
        const cell: Cell = [
          [one, row[one]!],
          [other, row[other]!],
        ];
        const key = JSON.stringify(cell);
        counts.set(key, (counts.get(key) ?? 0) + Number(row.件数));
      }
    }
  }
  return [...counts].filter(([, count]) => count < 5).map(([key]) => JSON.parse(key) as Cell);
}

/** By row and header, whether its line does not show it: surely (2), by the likeliest line (1), no (0). */
function hiddenIn(
  rows: readonly Cells[],
  lines: readonly Record<string, unknown>[],
): (row: number, header: string) => number {
  const headers = Object.keys(KEYS);
  const shows = (line: Record<string, unknown>, header: string) => line[KEYS[header]!] != null;
  const shown = (line: Record<string, unknown>) => headers.filter((one) => shows(line, one)).length;
  const fitting = rows.map((row) =>
    lines
      .filter((line) => headers.every((one) => !shows(line, one) || line[KEYS[one]!] === row[one]))
      .sort((a, b) => shown(b) - shown(a)),
  );
  return (row, header) => {
    if (!KEYS[header]) return 2;
    if (fitting[row]!.every((line) => !shows(line, header))) return 2;
    return shows(fitting[row]![0]!, header) ? 0 : 1;
  };
}

interface Trade {
  one: number;
  other: number;
  headers: readonly string[];
  sure: boolean;
}

/** Trades between two rows of what is not shown; what surely is not first. */
function tradesOf(rows: readonly Cells[], hides: (row: number, header: string) => number): Trade[] {
  const found: Trade[] = [];
  for (const headers of TRADES) {
    const able = [...rows.keys()].filter((row) => headers.every((one) => hides(row, one) > 0));
    for (const [i, one] of able.entries()) {
      for (const other of able.slice(i + 1)) {
        const [a, b] = [rows[one]!, rows[other]!];
        const isSame = isTicket(a) === isTicket(b) && a.件数 === b.件数;
        // What is resolved has a time, and what is not has none.
        const isWhole = headers.length === 5 || (a.办结用时段 === "") === (b.办结用时段 === "");
        const differs = headers.some((header) => a[header] !== b[header]);
        if (!isSame || !isWhole || !differs) continue;
        const sure = [one, other].every((row) => headers.every((own) => hides(row, own) === 2));
        found.push({ one, other, headers, sure });
      }
    }
  }
  return found.sort((a, b) => byText(Number(b.sure), Number(a.sure)));
}

function numberOf(cell: Cell, rows: readonly Cells[]): number {
  return rows.reduce((sum, row) => sum + (isIn(row, cell) ? Number(row.件数) : 0), 0);
}

/** By how much a trade changes a number. */
function countOf(cell: Cell, { one, other, headers }: Trade, rows: readonly Cells[]): number {
  const before = [rows[one]!, rows[other]!];
  return numberOf(cell, swapped(before[0]!, before[1]!, headers)) - numberOf(cell, before);
}

function swapped(a: Cells, b: Cells, headers: readonly string[]): [Cells, Cells] {
  const [c, d] = [{ ...a }, { ...b }];
  for (const header of headers) [c[header], d[header]] = [b[header]!, a[header]!];
  return [c, d];
}

function traded(rows: readonly Cells[], { one, other, headers }: Trade): Cells[] {
  const [a, b] = swapped(rows[one]!, rows[other]!, headers);
  return rows.map((row, at) => (at === one ? a : at === other ? b : row));
}

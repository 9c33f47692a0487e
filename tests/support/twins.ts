/**
 * An intruder who has the program: of all bureaus that fit what is public, those stay possible whose
 * build gives the same bytes. A number is not certain when there is a twin among them, a bureau whose
 * rows differ only in what is withheld and in which that number is another.
 */
import { complaints, NOT_HANDLED, TICKET_CHANNELS } from "../../src/datasets/complaints.ts";
import { crossJson, crossRows } from "../../src/downloads/crosses.ts";
import { figureJson } from "../../src/downloads/figures.ts";
import { releaseJson } from "../../src/downloads/rows.ts";
import { memoryFolder } from "../../src/ingest/folder.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { Batch } from "../../src/ingest/rows/typed.ts";
import { DatasetYear } from "../../src/load/dataset-year.ts";
import { loadSite } from "../../src/load/load-site.ts";
import { isRowMetric } from "../../src/metrics/define.ts";
import { UNSTATED } from "../../src/metrics/engine/counter.ts";
import { mergedIn } from "../../src/metrics/engine/tabulation.ts";
import { metrics, tables } from "../../src/metrics/index.ts";
import { protectFigures } from "../../src/protect/index.ts";
import { topicWords } from "../../src/topics/words.ts";
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
  const tables = [...year.tables.values()].map((table) => [
    crossJson(year, table),
    [...crossRows(table)],
  ]);
  return JSON.stringify([figures, [...releaseJson(year.release(complaints.id)!)], tables]);
}

/** Rows that are read once: of twins, which hold the same words elsewhere, only the codes change. */
class Read {
  readonly #batch: Batch;
  readonly #places: ReadonlyMap<string, readonly number[]>;
  /** By place and word, its code. */
  readonly #codes = new Map<string, number>();
  readonly #settled: readonly string[];

  static async of(rows: readonly Cells[]): Promise<Read> {
    let all: Batch | null = null;
    await ingest(memoryFolder(folderOf({ [FILE]: rows })), topicWords, (_, table) => {
      const own = new Batch(table);
      all = own;
      return (batch) => append(own, batch);
    });
    return new Read(rows, all!);
  }

  constructor(rows: readonly Cells[], batch: Batch) {
    this.#batch = batch;
    const { table } = batch;
    this.#places = new Map(
      Object.keys(rows[0]!).map((header) => [
        header,
        table.keys.flatMap((key, place) => {
          const from = table.dataset.derived?.[key]?.from ?? [];
          const isOf = table.column(place).label === header;
          return isOf || (header === "状态" && key === "handling" && from.includes("state"))
            ? [place]
            : [];
        }),
      ]),
    );
    for (const [at, row] of rows.entries()) {
      for (const [header, places] of this.#places) {
        for (const place of places) {
          this.#codes.set(`${place} ${row[header]}`, batch.codes[place]![at]!);
        }
      }
    }
    this.#settled = [...this.#settledOf(rows)];
  }

  /** Whether all that is published of a twin is made of the same. */
  isSame(twin: readonly Cells[]): boolean {
    let at = 0;
    for (const part of this.#settledOf(twin)) if (part !== this.#settled[at++]) return false;
    return true;
  }

  *#settledOf(rows: readonly Cells[]): Iterable<string> {
    this.#write(rows);
    const year = new DatasetYear(this.#batch.table, COUNTED, tables, false);
    year.add(this.#batch);
    yield JSON.stringify([...releaseJson(year.release!)]);
    yield JSON.stringify([...year.crossTables.values()].map((table) => [...crossRows(table)]));
    yield JSON.stringify([...protectFigures(COUNTED, year.results), ...year.columnTotals]);
  }

  #write(rows: readonly Cells[]): void {
    for (const [at, row] of rows.entries()) {
      for (const [header, places] of this.#places) {
        for (const place of places) {
          this.#batch.codes[place]![at] = this.#codes.get(`${place} ${row[header]}`)!;
        }
      }
    }
  }
}

/** A batch is filled again and again; few rows fit into one. */
function append(all: Batch, batch: Batch): void {
  Object.assign(all, { file: batch.file, columns: batch.columns, given: batch.given });
  for (const place of batch.given) {
    batch.intern(place);
    all.codes[place]!.set(batch.codes[place]!.subarray(0, batch.length), all.length);
  }
  all.rows.set(batch.rows.subarray(0, batch.length), all.length);
  all.length += batch.length;
}

export interface TwinSearch {
  cells: number;
  /** Small numbers of which no twin was found. */
  without: string[];
}

/** Enough for nearly all; a twin that is not found may still be there. */
const MOST_TRIED = 200;

/** Looks for a twin for some of the small numbers by two columns; the seed says which. */
export async function findTwins(
  rows: readonly Cells[],
  seed: number,
  most: number,
): Promise<TwinSearch> {
  const random = seeded(seed);
  const published = await publishedOf(rows);
  const [, lines, tables] = JSON.parse(published);
  const read = await Read.of(rows);
  const search = new Search(rows, lines, publishedCells(tables));
  const small = smallCells(rows);
  const without: string[] = [];
  let cells = 0;
  for (; cells < most && small.length > 0; cells++) {
    const [cell] = small.splice(Math.floor(random() * small.length), 1) as [Cell];
    let found = false;
    let tried = 0;
    for (const twin of search.candidates(cell, random)) {
      if (found || tried === MOST_TRIED) break;
      if (numberOf(cell, twin) === numberOf(cell, rows)) continue;
      found = read.isSame(twin) && (await publishedOf(twin)) === published;
      tried++;
    }
    if (!found) without.push(cell.flat().join(" "));
  }
  return { cells, without };
}

/** Trades by what they change of the tables, so that one can set right what another changed. */
class Search {
  readonly #rows: readonly Cells[];
  readonly #trades: readonly Trade[];
  readonly #byEffect = new Map<string, Trade[]>();

  constructor(
    rows: readonly Cells[],
    lines: readonly Record<string, unknown>[],
    published: ReadonlySet<string>,
  ) {
    this.#rows = rows;
    this.#trades = tradesOf(rows, hiddenIn(rows, lines)).map((trade) => ({
      ...trade,
      ...effectOf(trade, rows, published),
    }));
    for (const trade of this.#trades) {
      const same = this.#byEffect.get(trade.effect);
      if (same) same.push(trade);
      else this.#byEffect.set(trade.effect, [trade]);
    }
  }

  /** One trade that leaves the tables as they are, then one and another that sets it right, then more. */
  *candidates(cell: Cell, random: () => number): Iterable<Cells[]> {
    const changing = this.#trades.filter((trade) => countOf(cell, trade, this.#rows) !== 0);
    const first = changing.filter(({ effect }) => effect === "");
    for (const one of first.slice(0, MOST_TRIED / 2)) yield traded(this.#rows, one);
    // Those that are surely not shown stand first.
    const some = (list: readonly Trade[]) => list[Math.floor(random() ** 2 * list.length)];
    const able = changing.filter(({ undone }) => this.#byEffect.has(undone));
    for (let tried = 0; tried < 2 * MOST_TRIED && able.length > 0; tried++) {
      const chosen = [some(able)!];
      const second = some(this.#byEffect.get(chosen[0]!.undone)!);
      if (second) chosen.push(second);
      const third = some(this.#byEffect.get("") ?? []);
      if (third && tried % 2 === 1) chosen.push(third);
      const rows = chosen.flatMap(({ one, other }) => [one, other]);
      if (new Set(rows).size < rows.length) continue;
      yield chosen.reduce<Cells[]>((twin, trade) => traded(twin, trade), [...this.#rows]);
    }
  }
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

interface Swap {
  one: number;
  other: number;
  headers: readonly string[];
  sure: boolean;
}

/** With what it changes of the published cells of the tables, and what would undo that. */
interface Trade extends Swap {
  effect: string;
  undone: string;
}

/** The cells of two columns that tell how many there are, each by table and words. */
function publishedCells(
  published: readonly [{ id: string }, readonly { words: string[]; state: string }[]][],
): ReadonlySet<string> {
  const cells = published.flatMap(([{ id }, cells]) =>
    cells.filter(({ state }) => state === "known").map(({ words }) => [id, ...words].join("\t")),
  );
  return new Set(cells);
}

const COUNTED = metrics.filter(isRowMetric).filter(({ dataset }) => dataset === complaints);
const COUNTS = tables.filter(({ quantile }) => !quantile);
const HEADERS = new Map(Object.entries(KEYS).map(([header, key]) => [key, header]));

function effectOf(
  swap: Swap,
  rows: readonly Cells[],
  published: ReadonlySet<string>,
): Pick<Trade, "effect" | "undone"> {
  const changes = new Map<string, number>();
  const before = [rows[swap.one]!, rows[swap.other]!];
  const after = swapped(before[0]!, before[1]!, swap.headers);
  for (const [list, by] of [
    [before, -1],
    [after, 1],
  ] as const) {
    for (const row of list.filter(isTicket)) {
      for (const table of COUNTS) {
        const [word, other] = table.by.map((key) => row[HEADERS.get(key)!] || UNSTATED);
        const cell = [table.id, word, mergedIn(table, other!)].join("\t");
        if (published.has(cell)) changes.set(cell, (changes.get(cell) ?? 0) + by);
      }
    }
  }
  const told = [...changes].filter(([, by]) => by !== 0).sort(([a], [b]) => byText(a, b));
  const text = (sign: number) => told.map(([cell, by]) => `${cell} ${sign * by}`).join("\n");
  return { effect: text(1), undone: text(-1) };
}

/** Trades between two rows of what is not shown; what surely is not first. */
function tradesOf(rows: readonly Cells[], hides: (row: number, header: string) => number): Swap[] {
  const found: Swap[] = [];
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
function countOf(cell: Cell, { one, other, headers }: Swap, rows: readonly Cells[]): number {
  const before = [rows[one]!, rows[other]!];
  return numberOf(cell, swapped(before[0]!, before[1]!, headers)) - numberOf(cell, before);
}

function swapped(a: Cells, b: Cells, headers: readonly string[]): [Cells, Cells] {
  const [c, d] = [{ ...a }, { ...b }];
  for (const header of headers) [c[header], d[header]] = [b[header]!, a[header]!];
  return [c, d];
}

function traded(rows: readonly Cells[], { one, other, headers }: Swap): Cells[] {
  const [a, b] = swapped(rows[one]!, rows[other]!, headers);
  return rows.map((row, at) => (at === one ? a : at === other ? b : row));
}

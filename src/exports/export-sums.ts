/** What the numbers of an export are together, and the totals that it states itself: they must agree. */
import { type CellReader, cellReader } from "../ingest/cells/cell.ts";
import { cellName } from "../ingest/problems/problems.ts";
import { isOfAll } from "../ingest/rows/row-kinds.ts";
import { isSum, ROWS, type RunningSum, RunningSums } from "../ingest/rows/running-sums.ts";
import { saidCount } from "../ingest/rows/said-count.ts";
import { SectionSums } from "../ingest/rows/section-sums.ts";
import { summaryOf } from "../ingest/text/summary-words.ts";
import { isBlank, isNothing, meant } from "../ingest/text/tidy.ts";
import { shortText } from "../text/format.ts";
import { fromQuantity, known, weaker } from "../values/amount.ts";
import { roundTo } from "../values/decimals.ts";
import { exact, type Quantity } from "../values/quantity.ts";
import { addedUp } from "./amount-parts.ts";
import type { Taken } from "./taken-heads.ts";

/** A stated total that is no sum of the rows. */
export interface WrongTotal {
  cell: string;
  label: string;
  /** As it is written, and in the unit of the sums. */
  written: string;
  stated: number;
  /** The sum that comes nearest; null where no row adds up. */
  sum: string | null;
}

interface NumberColumn {
  taken: Taken;
  read: CellReader;
  /** The other parts of the amount. */
  parts: readonly { index: number; read: CellReader }[];
  /** Of all rows: what they are together, and how exactly. */
  value: number;
  qualifier: Quantity["qualifier"];
  /** Some row is not known, or could not be read: then there is at least so much. */
  open: boolean;
  /** Whether any row says something. */
  said: boolean;
}

interface Stated {
  cell: string;
  written: string;
  /** Of the number columns; ROWS for how many rows there are. */
  place: number;
  value: number;
  agrees: (sum: RunningSum) => boolean;
  candidates: RunningSum[];
}

const NOTHING = { ok: true, value: null } as const;
const ONE = exact(1);
/** A column of more different short texts is none that subtotals are made by. */
const MOST_WORDS = 300;
const WORD = 20;

export class ExportSums {
  readonly #columns: readonly NumberColumn[];
  readonly #count: number;
  readonly #sums = new SectionSums();
  /** The same with rows of other kinds, which are not taken: a total may be of them too. */
  readonly #withOthers = new SectionSums();
  /** By column, by word. */
  readonly #ofWords: Map<string, RunningSums>[] = [];
  #lastCells: readonly string[] = [];
  /** Agreed with nothing above: what follows may be what they are the sum of. */
  #open: Stated[] = [];

  constructor(taken: readonly Taken[]) {
    const numbers = taken.filter(({ column: { type } }) => type === "quantity" || type === "money");
    this.#columns = numbers.map((one) => ({
      taken: one,
      read: readerOf(one),
      parts: (one.parts ?? []).map(({ index, scale }) => ({
        index,
        read: cellReader(one.column, scale, new Map()),
      })),
      ...{ value: 0, qualifier: "exact", open: false, said: false },
    }));
    this.#count = numbers.findIndex(({ key }) => key === "count");
  }

  /** A record, its cells as they stand in the export. */
  addRow(cells: readonly string[]): void {
    this.#lastCells = cells;
    const numbers = this.#columns.map((column) => this.#read(column, cells));
    this.#addTo(this.#sums.section, numbers);
    this.#addTo(this.#withOthers.section, numbers);
    // Most exports have a row a matter, and no number of anything.
    if (numbers.length === 0) return;
    for (const sum of this.#sumsOfWords(cells)) this.#addTo(sum, numbers);
  }

  /** A row of another kind, which is not taken. */
  addOther(cells: readonly string[]): void {
    const numbers = this.#columns.map((column) => numberOf(column, cells));
    this.#addTo(this.#withOthers.section, numbers);
  }

  #addTo(sum: RunningSums, numbers: readonly (Quantity | "blank" | "unread")[]): void {
    sum.add(ROWS, ONE);
    for (const [place, number] of numbers.entries()) {
      // A case without a fine is none of it.
      const isNone = number === "blank" && place !== this.#count;
      if (!isNone) sum.add(place, typeof number === "string" ? null : number);
    }
  }

  /** A row that adds others up, or says something else of them. */
  addTotal(cells: readonly string[], row: number): void {
    const says = cells.map((cell) => summaryOf(meant(cell))).find((kind) => kind !== null);
    if (says !== "total") return;
    const ofWords = this.#wordsNamed(cells);
    const isPart = !isOfAll(cells);
    const stated = this.#columns.flatMap((column, place): Stated[] => {
      const { taken, parts } = column;
      const raw = cells[taken.index] ?? "";
      const all = numberOf(column, cells);
      const value = typeof all === "string" ? null : all;
      // 约50 says no bound that a sum could break.
      if (!value || value.qualifier === "about" || value.suppressed) return [];
      return [
        {
          cell: cellName(taken.index, row),
          written: parts.length > 0 ? String(value.value) : meant(raw),
          place,
          value: value.value,
          agrees: agreeing(value, meant(raw)),
          candidates: [],
        },
      ];
    });
    const said = this.#count < 0 && !isPart ? this.#countSaid(cells) : null;
    if (said) {
      const cell = cellName(said.index, row);
      stated.push({
        cell,
        written: meant(cells[said.index]!),
        place: ROWS,
        value: said.value,
        agrees: agreeing(exact(said.value), ""),
        candidates: [],
      });
    }
    for (const one of stated) {
      one.candidates = [
        ...this.#sums.above(one.place),
        ...this.#withOthers.above(one.place),
        ...ofWords.map((sum) => sum.of(one.place)),
      ];
      if (one.candidates.some(one.agrees)) continue;
      this.#open.push(one);
    }
    this.#sums.closeSection();
    this.#withOthers.closeSection();
  }

  /** The totals that agree with nothing, after the last row. */
  wrong(): WrongTotal[] {
    return this.#open.flatMap(({ cell, written, place, value, agrees, candidates }) => {
      const sums = [this.#sums, this.#withOthers];
      const whole = sums.flatMap((one) => [one.section.of(place), one.ofFile(place)]);
      const all = [...candidates, ...whole];
      if (all.some(agrees)) return [];
      const [near] = all
        .filter((sum) => sum.value > 0)
        .sort((a, b) => Math.abs(a.value - value) - Math.abs(b.value - value));
      const label = place === ROWS ? "行数" : labelOf(this.#columns[place]!.taken);
      const sum = near ? `${near.open ? "至少" : ""}${roundTo(near.value, 2)}` : null;
      return [{ cell, label, written, stated: roundTo(value, 2), sum }];
    });
  }

  /** What each column is together, as far as it can be said: 至少31, 约50. */
  get texts(): ReadonlyMap<string, string> {
    return new Map(
      this.#columns
        .filter(({ said }) => said)
        .map(({ taken, value, qualifier, open }) => {
          const missing = open || qualifier === "at_least" ? 1 : 0;
          const about = qualifier === "about" ? "about" : "exact";
          const sum = {
            ...known(roundTo(value, 2), about),
            missing: about === "about" ? 0 : missing,
          };
          return [labelOf(taken), shortText(sum)];
        }),
    );
  }

  #read(column: NumberColumn, cells: readonly string[]): Quantity | "blank" | "unread" {
    const value = numberOf(column, cells);
    if (value === "blank") {
      column.open ||= column.taken.key === "count";
      return value;
    }
    column.said = true;
    if (value === "unread") {
      column.open = true;
      return value;
    }
    column.value += value.value;
    column.qualifier = weaker(column.qualifier, value.qualifier);
    return value;
  }

  #countSaid(cells: readonly string[]): { index: number; value: number } | null {
    const said = saidCount(cells, { numbers: this.#columns.map(({ taken }) => taken) });
    // Under a column of numbers that the site does not use it is the sum of those.
    const isSumElsewhere = said && /^[\d.,]+$/.test(meant(this.#lastCells[said.index] ?? ""));
    return isSumElsewhere ? null : said;
  }

  /** Rows with the same short text in a column, which a subtotal may be of wherever they stand. */
  *#sumsOfWords(cells: readonly string[]): Generator<RunningSums> {
    for (let index = 0; index < cells.length; index++) {
      const words = this.#ofWords[index] ?? new Map<string, RunningSums>();
      this.#ofWords[index] = words;
      const cell = cells[index]!;
      // A column of names, numbers or days is none that subtotals are made by.
      if (words.size > MOST_WORDS || cell.length > WORD || /\d/.test(cell) || isNothing(cell))
        continue;
      const word = meant(cell);
      let sums = words.get(word);
      if (!sums) {
        sums = new RunningSums();
        words.set(word, sums);
      }
      yield sums;
    }
  }

  /** 城关街道小计, and 小计 beside 城关街道. */
  #wordsNamed(cells: readonly string[]): RunningSums[] {
    return cells.flatMap((cell, index) => {
      const text = meant(cell);
      const named = text.replace(/[\s(（【[]*(?:小计|合计|汇总|总计|共计)[)）】\]]*$/, "");
      const words = [text, named].filter((word) => word !== "");
      const columns = named === text ? [index] : [...this.#lastCells.keys()];
      return columns.flatMap((at) => words.flatMap((word) => this.#ofWords[at]?.get(word) ?? []));
    });
  }
}

/** Reads the amount that a text says among other things, where it does. */
function readerOf({ column, scale, amountIn }: Taken): CellReader {
  const read = cellReader(column, scale, new Map());
  if (!amountIn) return read;
  return (raw) => {
    const said = amountIn(raw);
    return said === "" ? NOTHING : read(said ?? raw);
  };
}

/** What a row says in a column: the parts of an amount together. */
function numberOf(
  { taken, read, parts }: NumberColumn,
  cells: readonly string[],
): Quantity | "blank" | "unread" {
  const own = numberIn(read, cells[taken.index] ?? "");
  if (parts.length === 0) return own;
  const others = parts.map((part) => numberIn(part.read, cells[part.index] ?? ""));
  const said = [own, ...others].filter((one) => one !== "blank");
  if (said.length < 2) return said[0] ?? "blank";
  const numbers = said.map((one) =>
    typeof one === "string" || one.qualifier !== "exact" ? null : one.value,
  );
  const sum = addedUp(numbers);
  return sum === null ? "unread" : exact(sum);
}

function numberIn(read: CellReader, raw: string): Quantity | "blank" | "unread" {
  if (isBlank(raw)) return "blank";
  const own = read(meant(raw));
  // 五百余 is read as 500余.
  const parsed = own.ok || own.instead === undefined ? own : read(own.instead);
  if (parsed === NOTHING) return "blank";
  const value = parsed.ok ? (parsed.value as Quantity | null) : null;
  return value && fromQuantity(value).state === "known" ? value : "unread";
}

/** 罚没金额 is two columns as one. */
function labelOf({ either, head, column }: Taken): string {
  return either ? head : column.label;
}

/**
 * Whether a sum may be what a total says. 50余 is 50 or more, and not twice that; 不少于50 has no end. A
 * sum that is open may be any larger one.
 */
function agreeing({ value, qualifier }: Quantity, written: string): (sum: RunningSum) => boolean {
  if (qualifier === "exact") return (sum) => isSum(value, sum);
  const most = /[余多]/.test(written) ? value * 2 : Number.POSITIVE_INFINITY;
  return (sum) => (sum.open || sum.value >= value - 0.005) && sum.value < most;
}

/** The sums of the rows, and the totals that people wrote under them: each agrees with some sum. */
import { COUNT } from "../../datasets/columns.ts";
import type { RowRef } from "../../values/provenance.ts";
import { exact, type Quantity } from "../../values/quantity.ts";
import { cellName, type Problems } from "../problems/problems.ts";
import { isBlank, tidy } from "../text/tidy.ts";
import type { Matched } from "./columns.ts";
import { NULL_CODE } from "./dictionary.ts";
import type { Header } from "./header.ts";
import { isSum, ROWS, type RunningSum, RunningSums } from "./running-sums.ts";
import { saidCount } from "./said-count.ts";
import { SectionSums } from "./section-sums.ts";
import { type Repeats, Subtotals, subtotalMessage } from "./subtotals.ts";
import type { Batch, TypedColumns } from "./typed.ts";

/** What a row says to add up: rows above or below it, those of one word wherever they stand, or nothing. */
export type Naming = "total" | "part" | "none";

/** A total that agrees with no sum of rows above it. */
interface StatedTotal {
  cell: { file: string; cell: string; column: string; value: string };
  /** The column's place in a typed row. */
  place: number;
  stated: number;
  naming: Naming;
  /** Everything that it may be the sum of. */
  candidates: RunningSum[];
}

interface LastRow {
  row: number;
  rowsAbove: number;
  hasKey: boolean;
  /** What its codes stand for, in a file that says 件数. */
  table: TypedColumns | null;
  codes: number[];
}

const ONE = exact(1);

export class Totals {
  readonly #problems: Problems;
  readonly #year = new RunningSums();
  #file = new SectionSums();
  /** The last row of a file, what it says in each number column, and how many stand above it. */
  readonly #last: LastRow = { row: 0, rowsAbove: -1, hasKey: false, table: null, codes: [] };
  readonly #lastNumbers: (Quantity | null)[] = [];
  #subtotals = new Subtotals();
  /** Rows that look like subtotals and do not say so, and what they are the sum of. */
  #repeating: { repeats: Repeats; label: string; cell: string; value: string }[] = [];
  #hasTotals = false;
  #open: StatedTotal[] = [];
  readonly #done: StatedTotal[] = [];

  constructor(problems: Problems) {
    this.#problems = problems;
  }

  /** Whether the row looks like a subtotal that does not say so. */
  addRow(batch: Batch, at: number, header: Header): boolean {
    const { numbers, keyPlaces, count, namePlaces } = header;
    // Where each row is a matter, none is the sum of others.
    const repeats = count && this.#subtotals.addRow(batch, at, header, namePlaces);
    if (repeats !== undefined) {
      this.#noteSubtotal(batch, at, count!, repeats);
      this.#hasTotals = true;
    }
    const last = this.#last;
    last.row = batch.rows[at]!;
    last.rowsAbove++;
    if (count) {
      last.table = batch.table;
      for (const place of namePlaces) last.codes[place] = batch.codes[place]![at]!;
    }
    last.hasKey = isFilled(batch, at, keyPlaces);
    for (let i = 0; i < numbers.length; i++) {
      const { place } = numbers[i]!;
      const quantity = batch.quantity(place, at);
      this.#lastNumbers[i] = quantity;
      this.#file.section.add(place, quantity);
    }
    if (!count) this.#file.section.add(ROWS, ONE);
    return repeats !== undefined;
  }

  /** A total row, which may not say that it is one: what its numbers are the sum of may still follow. */
  addTotal({ file, row }: RowRef, cells: readonly string[], header: Header, naming: Naming): void {
    this.#hasTotals = true;
    for (const total of this.#open.slice(-header.numbers.length - 1)) {
      total.candidates.push(this.#file.section.of(total.place));
    }
    const words = this.#wordsIn(cells, header, naming);
    const checked = naming !== "part" || words.length > 0;
    for (const { index, place, column, read } of checked ? header.numbers : []) {
      const raw = cells[index] ?? "";
      const parsed = read(raw);
      const stated = !isBlank(raw) && parsed.ok ? (parsed.value as Quantity) : null;
      if (stated?.qualifier !== "exact" || stated.suppressed) continue;
      const ofWords = words.flatMap((at) => this.#subtotals.sumsOf(at.place, at.code, place));
      const candidates = [...this.#file.above(place), ...ofWords];
      const says = naming === "part" ? "total" : naming;
      if (candidates.some((sum) => agrees(stated.value, sum, says))) continue;
      const cell = { file, cell: cellName(index, row), column: column.label, value: raw };
      this.#open.push({ cell, place, stated: stated.value, naming: says, candidates });
    }
    if (naming === "total" && !header.count) this.#checkCount({ file, row }, cells, header);
    this.#file.closeSection();
  }

  /** What a total says of the number of rows, where each is a matter. */
  #checkCount({ file, row }: RowRef, cells: readonly string[], header: Header): void {
    const said = saidCount(cells, header);
    const candidates = this.#file.above(ROWS);
    if (!said || candidates.some((sum) => agrees(said.value, sum, "total"))) return;
    const { index, value } = said;
    const column = COUNT.label;
    const cell = { file, cell: cellName(index, row), column, value: cells[index]! };
    this.#open.push({ cell, place: ROWS, stated: value, naming: "total", candidates });
  }

  /**
   * The words of whose rows it is the total: 12345热线,合计 of all rows with that word above; and
   * 12345热线小计, where the row directly above says the word.
   */
  #wordsIn(
    cells: readonly string[],
    { columns }: Header,
    naming: Naming,
  ): { place: number; code: number }[] {
    const { table, codes } = this.#last;
    if (!table) return [];
    return columns.flatMap(({ place, index, column }) => {
      if (column.type !== "word") return [];
      const text = tidy(cells[index] ?? "");
      const above = codes[place] ?? NULL_CODE;
      const { values } = table.dictionaries[place]!;
      const code = naming === "part" ? above : values.indexOf(text);
      const word = values[code];
      const says = typeof word === "string" && word !== "" && text.startsWith(word);
      return code > NULL_CODE && says ? [{ place, code }] : [];
    });
  }

  endOfFile(file: string, header: Header | null): void {
    this.#saySubtotals(file);
    if (header && !this.#hasTotals) this.#suspectLast(file, header);
    for (const total of this.#open) {
      const { place, candidates } = total;
      candidates.push(this.#file.section.of(place), this.#file.ofFile(place));
      this.#done.push(total);
    }
    this.#open = [];
    this.#hasTotals = false;
    this.#subtotals = new Subtotals();
    this.#file.addTo(this.#year);
    this.#file = new SectionSums();
    this.#last.rowsAbove = -1;
    this.#last.table = null;
    this.#last.codes = [];
  }

  #noteSubtotal(batch: Batch, at: number, count: Matched, repeats: Repeats): void {
    const { column, index, place } = count;
    const cell = cellName(index, batch.rows[at]!);
    const value = String(batch.quantity(place, at)?.value);
    this.#repeating.push({ repeats, label: column.label, cell, value });
  }

  #saySubtotals(file: string): void {
    for (const { repeats, label, ...where } of this.#repeating) {
      const message = subtotalMessage(label, this.#subtotals.isProven(repeats));
      this.#problems.add({ ...message, file, ...where });
    }
    this.#repeating = [];
  }

  /** A last row that is the sum of all above may be a total that calls itself something else. */
  #suspectLast(file: string, { numbers, count }: Header): void {
    const { row, rowsAbove, hasKey } = this.#last;
    if (rowsAbove < 2 || (hasKey && !count)) return;
    let sum: { column: string; index: number; value: number } | undefined;
    for (const [i, { place, column, index }] of numbers.entries()) {
      const quantity = this.#lastNumbers[i];
      if (!quantity) continue;
      const { value, open } = this.#file.section.of(place);
      const above = value - (quantity?.value ?? 0);
      // A case without a fine is none of it, a row without 件数 may be many.
      const unknown = quantity.qualifier !== "exact" || (open && column === count?.column);
      if (unknown || quantity.value !== above) return;
      if (above > 0) sum ??= { column: column.label, index, value: above };
    }
    if (!sum) return;
    this.#problems.add({
      code: "total-row-suspected",
      file,
      cell: cellName(sum.index, row),
      value: String(sum.value),
      why: `这一行的${sum.column}正好等于上面各行之和，如果它就是合计，会重复计算一遍`,
      fix: "是合计就删掉这一行，或在第一格写“合计”；确实是一类就不用改",
    });
  }

  /** After the last file: a total that agrees with no sum is said to be wrong. */
  endOfYear(): void {
    for (const { cell, place, stated, naming, candidates } of this.#done) {
      const sums = [...candidates, this.#year.of(place)];
      if (sums.some((sum) => agrees(stated, sum, naming))) continue;
      const off = (sum: RunningSum) => Math.abs(stated - sum.value);
      const [near] = sums.filter(({ value }) => value > 0).sort((a, b) => off(a) - off(b));
      this.#problems.add({
        ...cell,
        code: "total-row-mismatch",
        ...(naming === "total" ? wrongTotal(stated, near) : notRecord(stated, near)),
      });
    }
  }
}

function isFilled({ codes }: Batch, at: number, places: readonly number[]): boolean {
  for (const place of places) if (codes[place]![at] !== NULL_CODE) return true;
  return false;
}

/** A row that does not say that it is a total is taken for one only where it is exactly the sum. */
function agrees(stated: number, sum: RunningSum, naming: Naming): boolean {
  return isSum(stated, naming === "total" ? sum : { ...sum, open: false });
}

function wrongTotal(stated: number, near: RunningSum | undefined): { why: string; fix: string } {
  return near
    ? {
        why: `合计写${rounded(stated)}，各行相加${near.open ? "至少" : ""}是${rounded(near.value)}`,
        fix: "核对是漏了行还是合计写错，改好后再导出",
      }
    : {
        why: `合计写${rounded(stated)}，却没有一行可以相加`,
        fix: "补上各行；只有一个总数的，删去“合计”两个字，这一行就会计入",
      };
}

function notRecord(stated: number, near: RunningSum | undefined): { why: string; fix: string } {
  const sum = near ? `不等于各行相加的${rounded(near.value)}` : "却没有一行可以相加";
  return {
    why: `这一行只有数字，看不出是一件事还是合计；${rounded(stated)}作合计看，${sum}`,
    fix: "是合计就核对数字；是一件事就补上别的格",
  };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

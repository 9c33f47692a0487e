/** The sums of the rows, and the totals that people wrote under them: each agrees with some sum. */
import type { RowRef } from "../../values/provenance.ts";
import type { Quantity } from "../../values/quantity.ts";
import { cellName, type Problems } from "../problems/problems.ts";
import type { Header } from "./header.ts";
import { isSum, type RunningSum, RunningSums } from "./running-sums.ts";
import type { Batch } from "./typed.ts";

interface StatedTotal {
  cell: { file: string; cell: string; column: string; value: string };
  /** The column's place in a typed row. */
  place: number;
  stated: number;
  /** Everything that it may be the sum of. */
  candidates: RunningSum[];
}

export class Totals {
  readonly #problems: Problems;
  readonly #year = new RunningSums();
  /** Of the file so far, without the section. */
  #file = new RunningSums();
  /** Since the last total row. */
  #section = new RunningSums();
  /** The last row of a file that says 件数: how many stand above it, and what theirs add up to. */
  readonly #last = { row: 0, rowsAbove: -1, value: 0, open: false };
  #lastCount: Quantity | null = null;
  readonly #totals: { open: StatedTotal[]; done: StatedTotal[] } = { open: [], done: [] };

  constructor(problems: Problems) {
    this.#problems = problems;
  }

  addRow(batch: Batch, at: number, { numbers, count }: Header): void {
    if (count) {
      const last = this.#last;
      last.row = batch.rows[at]!;
      last.rowsAbove++;
      last.value = this.#file.valueOf(count.place) + this.#section.valueOf(count.place);
      last.open = this.#file.isOpen(count.place) || this.#section.isOpen(count.place);
      this.#lastCount = batch.quantity(count.place, at);
    }
    for (let i = 0; i < numbers.length; i++) {
      const { place } = numbers[i]!;
      this.#section.add(place, batch.quantity(place, at));
    }
  }

  /** A total row: what its numbers are the sum of may still stand below it. */
  addTotal({ file, row }: RowRef, cells: readonly string[], header: Header): void {
    for (const { index, place, column, read } of header.numbers) {
      const raw = cells[index] ?? "";
      const parsed = read(raw);
      const stated = parsed.ok ? (parsed.value as Quantity) : null;
      if (stated?.qualifier !== "exact" || stated.suppressed) continue;
      this.#totals.open.push({
        cell: { file, cell: cellName(index, row), column: column.label, value: raw },
        place,
        stated: stated.value,
        candidates: [this.#section.of(place), this.#file.of(place, this.#section)],
      });
    }
    this.#file.addAll(this.#section);
    this.#section = new RunningSums();
  }

  endOfFile(file: string, header: Header | null): void {
    if (header) this.#suspectLast(file, header);
    for (const total of this.#totals.open) {
      const { place, candidates } = total;
      candidates.push(this.#section.of(place), this.#file.of(place, this.#section));
      this.#totals.done.push(total);
    }
    this.#totals.open = [];
    this.#year.addAll(this.#file);
    this.#year.addAll(this.#section);
    this.#file = new RunningSums();
    this.#section = new RunningSums();
    this.#last.rowsAbove = -1;
  }

  /** A last row that is the sum of all above may be a total that calls itself something else. */
  #suspectLast(file: string, { count: column }: Header): void {
    const { row, rowsAbove, value, open } = this.#last;
    const count = this.#lastCount;
    if (!column || this.#totals.open.length > 0) return;
    if (rowsAbove < 2 || open || value === 0) return;
    if (count?.qualifier !== "exact" || count.value !== value) return;
    this.#problems.add({
      code: "total-row-suspected",
      file,
      cell: cellName(column.index, row),
      value: String(count.value),
      why: "这一行的件数正好等于上面各行之和，如果它就是合计，会重复计算一遍",
      fix: "是合计就删掉这一行，或在第一格写“合计”；确实是一类就不用改",
    });
  }

  /** After the last file: a total that agrees with no sum is said to be wrong. */
  endOfYear(): void {
    for (const { cell, place, stated, candidates } of this.#totals.done) {
      const sums = [...candidates, this.#year.of(place)];
      if (sums.some((sum) => isSum(stated, sum))) continue;
      const off = (sum: RunningSum) => Math.abs(stated - sum.value);
      const [near] = sums.filter(({ value }) => value > 0).sort((a, b) => off(a) - off(b));
      this.#problems.add({
        ...cell,
        code: "total-row-mismatch",
        ...(near
          ? {
              why: `合计写${rounded(stated)}，各行相加是${rounded(near.value)}`,
              fix: "核对是漏了行还是合计写错，改好后再导出",
            }
          : {
              why: `合计写${rounded(stated)}，却没有一行可以相加`,
              fix: "补上各行；只有一个总数的，删去“合计”两个字，这一行就会计入",
            }),
      });
    }
  }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

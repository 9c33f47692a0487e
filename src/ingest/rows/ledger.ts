/**
 * What the rows of one dataset and year share across its files: the numbers already seen, the sums,
 * and the totals that people wrote under them.
 */
import type { Dataset } from "../../datasets/define.ts";
import type { RowRef } from "../../values/provenance.ts";
import type { Quantity } from "../../values/quantity.ts";
import type { Value } from "../../values/value.ts";
import { cellName, type Problems } from "../problems/problems.ts";
import type { Header } from "./header.ts";
import { FirstPlaces } from "./twice.ts";
import type { Batch, TypedColumns } from "./typed.ts";

/** A sum whose true value may be larger, because a row is unknown, vague or suppressed. */
interface Sum {
  value: number;
  open: boolean;
}

interface StatedTotal {
  place: { file: string; cell: string; column: string; value: string };
  column: number;
  stated: number;
  /** Everything that it may be the sum of. */
  candidates: Sum[];
}

export class Ledger {
  readonly #dataset: Dataset;
  readonly #keyPlaces: readonly number[];
  readonly #problems: Problems;
  readonly #keys = new FirstPlaces();
  readonly #year = new Sums();
  readonly #wholeRows = new FirstPlaces();
  /** Of the file so far, without the section. */
  #file = new Sums();
  /** Since the last total row. */
  #section = new Sums();
  /** The last row of a file that says 件数: how many stand above it, and what theirs add up to. */
  readonly #last = { row: 0, rowsAbove: -1, value: 0, open: false };
  #lastCount: Quantity | null = null;
  readonly #totals: { open: StatedTotal[]; done: StatedTotal[] } = { open: [], done: [] };
  #broken = false;

  constructor(table: TypedColumns, problems: Problems) {
    this.#dataset = table.dataset;
    this.#keyPlaces = (table.dataset.key ?? []).map((key) => table.placeOf(key));
    this.#problems = problems;
  }

  /** A row with an error is in no sum: no total can be held against the others any more. */
  rowIsWrong(): void {
    this.#broken = true;
  }

  /** The row of a batch that comes next; `tidied` gives its cells as they stand in the file, tidied. */
  addRow(batch: Batch, row: number, header: Header, tidied: () => readonly string[]): void {
    const at = batch.length;
    const { numbers, count } = header;
    if (count) {
      const last = this.#last;
      last.row = row;
      last.rowsAbove++;
      last.value = this.#file.valueOf(count.place) + this.#section.valueOf(count.place);
      last.open = this.#file.isOpen(count.place) || this.#section.isOpen(count.place);
      this.#lastCount = batch.quantity(count.place, at);
    }
    for (let i = 0; i < numbers.length; i++) {
      const { place } = numbers[i]!;
      this.#section.add(place, batch.quantity(place, at));
    }
    this.#checkTwice(batch, { file: batch.file, row }, header, tidied);
  }

  /** A total row: what its numbers are the sum of may still stand below it. */
  addTotal({ file, row }: RowRef, cells: readonly string[], header: Header): void {
    for (const { index, place, column, read } of header.numbers) {
      const raw = cells[index] ?? "";
      const parsed = read(raw);
      const stated = parsed.ok ? (parsed.value as Quantity) : null;
      if (stated?.qualifier !== "exact" || stated.suppressed) continue;
      this.#totals.open.push({
        place: { file, cell: cellName(index, row), column: column.label, value: raw },
        column: place,
        stated: stated.value,
        candidates: [this.#section.of(place), this.#file.of(place, this.#section)],
      });
    }
    this.#file.addAll(this.#section);
    this.#section = new Sums();
  }

  endOfFile(file: string, header: Header | null): void {
    if (header) this.#suspectLast(file, header);
    for (const total of this.#totals.open) {
      const { column, candidates } = total;
      candidates.push(this.#section.of(column), this.#file.of(column, this.#section));
      this.#totals.done.push(total);
    }
    this.#totals.open = [];
    this.#year.addAll(this.#file);
    this.#year.addAll(this.#section);
    this.#file = new Sums();
    this.#section = new Sums();
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

  /** After the last file: every total agrees with some sum, or is said to be wrong. */
  endOfYear(): void {
    if (this.#broken) return;
    for (const { place, column, stated, candidates } of this.#totals.done) {
      const sums = [...candidates, this.#year.of(column)];
      if (sums.some((sum) => isSum(stated, sum))) continue;
      const off = (sum: Sum) => Math.abs(stated - sum.value);
      const [near] = sums.filter(({ value }) => value > 0).sort((a, b) => off(a) - off(b));
      this.#problems.add({
        ...place,
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

  #checkTwice(
    batch: Batch,
    now: RowRef,
    { columns, count }: Header,
    tidied: () => readonly string[],
  ): void {
    const key = this.#keyOf(batch);
    if (key !== null) {
      const first = this.#keys.firstOf(key.join("\u0000"), now);
      if (first) this.#sayKeyTwice(key, now, columns, first);
      return;
    }
    if (!count) return;
    const first = this.#wholeRows.firstOf(tidied().join("\u0000"), now);
    if (!first) return;
    this.#problems.add({
      code: "row-duplicate",
      file: now.file,
      cell: `第${now.row}行`,
      value: `同${placeText(first, now)}`,
      why: "与前面的一行完全相同，两行都会计入",
      fix: "如果是重复导出，删掉一行；确实是两件事就不用改",
    });
  }

  /** What names the row, where all of it is filled. */
  #keyOf(batch: Batch): Value[] | null {
    const parts = this.#keyPlaces.map((place) => batch.value(place, batch.length));
    return parts.length > 0 && parts.every((part) => part !== null) ? parts : null;
  }

  #sayKeyTwice(
    key: readonly Value[],
    now: RowRef,
    columns: Header["columns"],
    first: RowRef,
  ): void {
    const column = columns.find((matched) => matched.key === this.#dataset.key?.[0]);
    this.#problems.add({
      code: "key-duplicate",
      file: now.file,
      cell: cellName(column?.index ?? 0, now.row),
      column: column?.column.label ?? "",
      value: `${key.join(" ")}，同${placeText(first, now)}`,
      why: "这个编号前面已经有了，同一件事会被算两次",
      fix: "删掉重复的一行，或改正编号",
    });
  }
}

/** Running sums of number columns, by their places in a typed row. */
class Sums {
  readonly #values: number[] = [];
  readonly #open: boolean[] = [];

  add(column: number, value: Quantity | null): void {
    const exactly = value !== null && value.qualifier === "exact" && !value.suppressed;
    const certain = value === null || value.qualifier === "about" ? 0 : value.value;
    this.#plus(column, certain, !exactly);
  }

  addAll(other: Sums): void {
    for (const column of other.#values.keys()) {
      this.#plus(column, other.valueOf(column), other.isOpen(column));
    }
  }

  valueOf(column: number): number {
    return this.#values[column] ?? 0;
  }

  isOpen(column: number): boolean {
    return this.#open[column] ?? false;
  }

  of(column: number, more?: Sums): Sum {
    return {
      value: this.valueOf(column) + (more?.valueOf(column) ?? 0),
      open: this.isOpen(column) || (more?.isOpen(column) ?? false),
    };
  }

  #plus(column: number, value: number, open: boolean): void {
    this.#values[column] = this.valueOf(column) + value;
    this.#open[column] = this.isOpen(column) || open;
  }
}

function isSum(stated: number, sum: Sum): boolean {
  return sum.open ? stated >= sum.value - 0.005 : Math.abs(stated - sum.value) < 0.005;
}

function placeText(first: RowRef, now: RowRef): string {
  return first.file === now.file ? `第${first.row}行` : ` ${first.file} 第${first.row}行`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

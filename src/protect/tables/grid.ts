/** The cells of a table of two columns while it is settled which of them may be published. */
import type { TableMetric } from "../../metrics/define.ts";
import type { Group } from "../../metrics/engine/counter.ts";
import { cellsOf } from "../../metrics/engine/cross-table.ts";
import { isExact } from "../../values/amount.ts";
import { byText } from "../../values/order.ts";
import { isUnsafe, THRESHOLD } from "../threshold.ts";

/** What a table tells apart by hand-made words is asked for most: its cells are given up last. */
const DEAR = 1_000_000;

export class Grid {
  readonly metric: TableMetric;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly counts: Float64Array;
  /** By cell, 1 where it may be published: neither small nor vague, nor withheld for others. */
  readonly published: Uint8Array;
  /** Of the rows, and of the columns; of all. */
  readonly #totals: readonly [Float64Array, Float64Array];
  #total = 0;
  readonly #places: readonly ReadonlyMap<string, number>[];

  constructor(metric: TableMetric, groups: readonly Group[]) {
    this.metric = metric;
    this.rows = [...new Set(groups.map(({ word }) => word))].sort(byText);
    this.columns = [...new Set(groups.map(({ column = "" }) => column))].sort(byText);
    this.counts = new Float64Array(this.rows.length * this.columns.length);
    this.published = new Uint8Array(this.counts.length);
    this.#totals = [new Float64Array(this.rows.length), new Float64Array(this.columns.length)];
    this.#places = [this.rows, this.columns].map(
      (words) => new Map(words.map((word, place) => [word, place])),
    );
    const cells = cellsOf(groups);
    for (const [row, word] of this.rows.entries()) {
      for (const [column, other] of this.columns.entries()) {
        const amount = cells.get(word)?.get(other);
        if (amount?.state !== "known") continue;
        const cell = this.cell(row, column);
        this.counts[cell] = amount.value;
        // 0 is withheld like 1 to 4: which of them it is would tell of the others.
        if (isExact(amount) && amount.value >= THRESHOLD) this.published[cell] = 1;
        this.#totals[0]![row]! += amount.value;
        this.#totals[1]![column]! += amount.value;
        this.#total += amount.value;
      }
    }
  }

  cell(row: number, column: number): number {
    return row * this.columns.length + column;
  }

  /** -1 where a word is none of the table's. */
  cellOf(word: string, other: string): number {
    const [row, column] = [this.#places[0]!.get(word), this.#places[1]!.get(other)];
    return row === undefined || column === undefined ? -1 : this.cell(row, column);
  }

  rowOf(cell: number): number {
    return Math.floor(cell / this.columns.length);
  }

  columnOf(cell: number): number {
    return cell % this.columns.length;
  }

  /** The cells of one to four. */
  get small(): number[] {
    return [...this.counts.keys()].filter((cell) => isUnsafe(this.counts[cell]!));
  }

  /**
   * How dear it is to give up a cell; nothing where it is withheld already. By the public totals of
   * its row and its column, not by its own number: who replays the choice learns nothing of it.
   */
  cost(cell: number): number {
    if (this.published[cell] === 0) return 0;
    const [row, column] = [this.rowOf(cell), this.columnOf(cell)];
    const named = Object.keys(this.metric.merged ?? {});
    const place = named.indexOf(this.columns[column]!);
    const expected = (this.#totals[0]![row]! * this.#totals[1]![column]!) / this.#total;
    return expected + (place < 0 ? 0 : (named.length - place) * DEAR);
  }

  /** The rows and the columns, each as its cells. */
  get lines(): number[][] {
    const rows = this.rows.map((_, row) => this.columns.map((_, column) => this.cell(row, column)));
    const columns = this.columns.map((_, column) =>
      this.rows.map((_, row) => this.cell(row, column)),
    );
    return [...rows, ...columns];
  }
}

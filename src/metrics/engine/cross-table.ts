/** A table of two columns as it is read: every word of the one with every word of the other. */
import { type Amount, UNKNOWN_AMOUNT } from "../../values/amount.ts";
import type { TableMetric } from "../define.ts";
import type { Group } from "./counter.ts";

export class CrossTable {
  readonly metric: TableMetric;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly #cells: ReadonlyMap<string, ReadonlyMap<string, Amount>>;

  constructor(
    metric: TableMetric,
    rows: readonly string[],
    columns: readonly string[],
    cells: ReadonlyMap<string, ReadonlyMap<string, Amount>>,
  ) {
    this.metric = metric;
    this.rows = rows;
    this.columns = columns;
    this.#cells = cells;
  }

  /** Unknown where a word is none of the table's. */
  amountOf(row: string, column: string): Amount {
    return this.#cells.get(row)?.get(column) ?? UNKNOWN_AMOUNT;
  }

  /** The same table under another name. */
  called(metric: TableMetric): CrossTable {
    return new CrossTable(metric, this.rows, this.columns, this.#cells);
  }

  /** The same table with its words in another order. */
  inOrder(
    byRow: (a: string, b: string) => number,
    byColumn: (a: string, b: string) => number,
  ): CrossTable {
    return new CrossTable(
      this.metric,
      this.rows.toSorted(byRow),
      this.columns.toSorted(byColumn),
      this.#cells,
    );
  }
}

/** What was counted; a pair of words that no row holds is no cell. */
export function cellsOf(groups: readonly Group[]): Map<string, Map<string, Amount>> {
  const cells = new Map<string, Map<string, Amount>>();
  for (const { word, column = "", amount } of groups) {
    const row = cells.get(word) ?? new Map<string, Amount>();
    cells.set(word, row.set(column, amount));
  }
  return cells;
}

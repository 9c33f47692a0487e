/** The days of a row as numbers, which are compared faster than texts: 2023-01-05 as 20230105. */
import type { Batch, TypedColumns } from "./typed.ts";

export interface DateColumn {
  key: string;
  label: string;
  /** A day until which something lasts. */
  lasting: boolean;
  /** Where its values stand in a typed row. */
  place: number;
}

export class RowDays {
  readonly columns: readonly DateColumn[];
  /** Of the row that was read last, column by column: 0 where it has none. */
  readonly numbers: number[];
  /** By column, by the code of a day. */
  readonly #known: readonly number[][];

  constructor(table: TypedColumns) {
    this.columns = Object.entries(table.dataset.columns)
      .filter(([, { type }]) => type === "date")
      .map(([key, { label, lasting = false }]) => ({
        ...{ key, label, lasting },
        place: table.placeOf(key),
      }));
    this.numbers = this.columns.map(() => 0);
    this.#known = this.columns.map(() => [0]);
  }

  read(batch: Batch, at: number): void {
    for (let i = 0; i < this.columns.length; i++) {
      const { place } = this.columns[i]!;
      const known = this.#known[i]!;
      const code = batch.codes[place]![at]!;
      known[code] ??= Number(String(batch.value(place, at)).replaceAll("-", ""));
      this.numbers[i] = known[code];
    }
  }

  /** The column's place among the others. */
  at(key: string): number {
    return this.columns.findIndex((column) => column.key === key);
  }
}

/** What the rows of one dataset and year share across its files: what stands there twice, and totals. */
import type { RowRef } from "../../values/provenance.ts";
import type { Problems } from "../problems/problems.ts";
import { Duplicates } from "./duplicates.ts";
import type { Header } from "./header.ts";
import { Totals } from "./totals.ts";
import type { Batch, TypedColumns } from "./typed.ts";

export class Ledger {
  readonly #duplicates: Duplicates;
  readonly #totals: Totals;
  /** Whether some row has an error: then no total can be held against the others. */
  #broken = false;

  constructor(table: TypedColumns, problems: Problems) {
    this.#duplicates = new Duplicates(table, problems);
    this.#totals = new Totals(problems);
  }

  rowIsWrong(): void {
    this.#broken = true;
  }

  /** A row of a batch; `tidied` gives its cells as they stand in the file, tidied. */
  addRow(batch: Batch, at: number, header: Header, tidied: () => readonly string[]): void {
    this.#totals.addRow(batch, at, header);
    this.#duplicates.addRow(batch, at, header, tidied);
  }

  addTotal(where: RowRef, cells: readonly string[], header: Header): void {
    this.#totals.addTotal(where, cells, header);
  }

  endOfFile(file: string, header: Header | null): void {
    this.#totals.endOfFile(file, header);
  }

  endOfYear(): void {
    if (!this.#broken) this.#totals.endOfYear();
  }
}

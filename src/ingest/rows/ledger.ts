/**
 * What is asked of the typed rows of one dataset and year, across its files: what stands there
 * twice, totals, days that cannot be, and amounts out of all proportion.
 */
import type { RowRef } from "../../values/provenance.ts";
import type { Problems } from "../problems/problems.ts";
import { AmountsOfNone } from "./amounts-of-none.ts";
import { Duplicates } from "./duplicates.ts";
import type { Header } from "./header.ts";
import { MergedCells } from "./merged-cells.ts";
import { NotYet } from "./not-yet.ts";
import { Orders } from "./orders.ts";
import { OutlyingAmounts } from "./outlying-amounts.ts";
import type { Refused } from "./refused.ts";
import { RowDays } from "./row-days.ts";
import { SaidEarly } from "./said-early.ts";
import { type Naming, Totals } from "./totals.ts";
import type { Batch, TypedColumns } from "./typed.ts";
import { Years } from "./years.ts";

export class Ledger {
  readonly #duplicates: Duplicates;
  readonly #totals: Totals;
  readonly #merged: MergedCells;
  readonly #days: RowDays;
  readonly #orders: Orders;
  readonly #notYet: NotYet;
  readonly #early: SaidEarly;
  readonly #years: Years;
  readonly #none: AmountsOfNone;
  readonly #outlying: OutlyingAmounts;
  /** Whether some row has an error: then no total can be held against the others. */
  #broken = false;
  readonly #refused: Refused;
  readonly #table: string;

  constructor(table: TypedColumns, problems: Problems, refused: Refused) {
    this.#refused = refused;
    this.#table = table.dataset.id;
    this.#duplicates = new Duplicates(table, problems);
    this.#totals = new Totals(problems);
    this.#merged = new MergedCells(problems);
    this.#days = new RowDays(table);
    this.#orders = new Orders(table, this.#days, problems);
    this.#notYet = new NotYet(table, this.#days, problems);
    this.#early = new SaidEarly(table, problems);
    this.#years = new Years(table, this.#days, problems);
    this.#none = new AmountsOfNone(table, problems);
    this.#outlying = new OutlyingAmounts(problems);
  }

  get isBroken(): boolean {
    return this.#broken;
  }

  /** Its cells, where it is one row and no whole file. */
  rowIsWrong(cells?: readonly string[]): void {
    this.#broken = true;
    this.#refused.add(this.#table, cells);
  }

  /** A row of a batch; `tidied` gives its cells as they stand in the file, tidied. */
  addRow(batch: Batch, at: number, header: Header, tidied: () => readonly string[]): void {
    const isSubtotal = this.#totals.addRow(batch, at, header);
    this.#duplicates.addRow(batch, at, header, tidied);
    if (!isSubtotal) this.#merged.addRow(batch, at, header);
    this.#days.read(batch, at);
    this.#orders.addRow(batch, at);
    this.#notYet.addRow(batch, at);
    this.#early.addRow(batch, at);
    this.#years.addRow(batch, at);
    this.#none.addRow(batch, at);
    this.#outlying.addRow(batch, at, header);
  }

  /** A row that adds others up. */
  addTotal(where: RowRef, cells: readonly string[], header: Header, naming: Naming): void {
    this.#totals.addTotal(where, cells, header, naming);
    this.#merged.addSubtotal(cells, header);
  }

  endOfFile(file: string, header: Header | null): void {
    this.#totals.endOfFile(file, header);
    this.#duplicates.endOfFile(file);
    this.#merged.endOfFile(file);
  }

  endOfYear(): void {
    this.#early.endOfYear();
    this.#years.endOfYear();
    this.#outlying.endOfYear();
    if (!this.#broken) this.#totals.endOfYear();
  }
}

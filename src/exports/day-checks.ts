/** Days of one row that cannot all be right: told where they stand in the export, for there they are put right. */
import type { Afterwards, Order } from "../datasets/define.ts";
import { cellName } from "../ingest/problems/problems.ts";
import type { CleanRow } from "./profile.ts";
import type { Recognised } from "./recognise.ts";

/** Rows of which something is said, and where the first of them stand. */
export interface Places {
  rows: number;
  first: string[];
}

const PLACES_SAID = 5;

export class DayChecks {
  /** Days that come in an order that cannot be. */
  readonly orders: Places = { rows: 0, first: [] };
  /** A day beside a word that is said only until it has come: 办理中 beside a 办结日期. */
  readonly notYet: Places = { rows: 0, first: [] };
  readonly #recognised: Recognised;
  readonly #orders: readonly Order[];
  readonly #afterwards: readonly Afterwards[];

  constructor(recognised: Recognised) {
    this.#recognised = recognised;
    const { orders = [], afterwards = [] } = recognised.system.of.dataset;
    this.#orders = orders;
    this.#afterwards = afterwards.filter(({ before }) => before);
  }

  check(clean: CleanRow, row: number): void {
    for (const [earlier, later] of this.#orders) {
      const [from, to] = [clean[earlier], clean[later]];
      if (!from || !to || to >= from) continue;
      const says = `${this.#label(later)}${to}，比${this.#label(earlier)}${from}还早`;
      this.#say(this.orders, later, row, says);
    }
    for (const { day, column, before } of this.#afterwards) {
      const word = clean[column];
      if (!clean[day] || !word || !before!.includes(word)) continue;
      const says = `${this.#label(day)}${clean[day]}，${this.#label(column)}“${word}”`;
      this.#say(this.notYet, day, row, says);
    }
  }

  #label(key: string): string {
    return this.#recognised.system.of.dataset.columns[key]!.label;
  }

  #say(places: Places, key: string, row: number, says: string): void {
    places.rows++;
    if (places.first.length >= PLACES_SAID) return;
    const at = this.#recognised.taken.find((one) => one.key === key);
    places.first.push(`${at ? cellName(at.index, row) : `第${row}行`}：${says}`);
  }
}

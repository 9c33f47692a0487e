/** Running sums of number columns, by their places in a typed row. */
import type { Quantity } from "../../values/quantity.ts";

/** The place under which rows themselves are added up. */
export const ROWS = -1;

export interface RunningSum {
  value: number;
  /** Its true value may be larger, because a row is unknown, vague or suppressed. */
  open: boolean;
}

export class RunningSums {
  /** By place, that of the rows first. */
  readonly #values: number[] = [];
  readonly #open: boolean[] = [];

  add(place: number, value: Quantity | null): void {
    const exactly = value !== null && value.qualifier === "exact" && !value.suppressed;
    const certain = value === null || value.qualifier === "about" ? 0 : value.value;
    this.#plus(place, certain, !exactly);
  }

  addAll(other: RunningSums): void {
    for (const at of other.#values.keys()) {
      const place = at + ROWS;
      this.#plus(place, other.valueOf(place), other.isOpen(place));
    }
  }

  valueOf(place: number): number {
    return this.#values[place - ROWS] ?? 0;
  }

  isOpen(place: number): boolean {
    return this.#open[place - ROWS] ?? false;
  }

  of(place: number, more?: RunningSums): RunningSum {
    return {
      value: this.valueOf(place) + (more?.valueOf(place) ?? 0),
      open: this.isOpen(place) || (more?.isOpen(place) ?? false),
    };
  }

  #plus(place: number, value: number, open: boolean): void {
    this.#values[place - ROWS] = this.valueOf(place) + value;
    this.#open[place - ROWS] = this.isOpen(place) || open;
  }
}

/** Whether a number that people wrote may be such a sum. */
export function isSum(stated: number, sum: RunningSum): boolean {
  return sum.open ? stated >= sum.value - 0.005 : Math.abs(stated - sum.value) < 0.005;
}

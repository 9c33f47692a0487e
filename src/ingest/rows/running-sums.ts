/** Running sums of number columns, by their places in a typed row. */
import type { Quantity } from "../../values/quantity.ts";

export interface RunningSum {
  value: number;
  /** Its true value may be larger, because a row is unknown, vague or suppressed. */
  open: boolean;
}

export class RunningSums {
  readonly #values: number[] = [];
  readonly #open: boolean[] = [];

  add(place: number, value: Quantity | null): void {
    const exactly = value !== null && value.qualifier === "exact" && !value.suppressed;
    const certain = value === null || value.qualifier === "about" ? 0 : value.value;
    this.#plus(place, certain, !exactly);
  }

  addAll(other: RunningSums): void {
    for (const place of other.#values.keys()) {
      this.#plus(place, other.valueOf(place), other.isOpen(place));
    }
  }

  valueOf(place: number): number {
    return this.#values[place] ?? 0;
  }

  isOpen(place: number): boolean {
    return this.#open[place] ?? false;
  }

  of(place: number, more?: RunningSums): RunningSum {
    return {
      value: this.valueOf(place) + (more?.valueOf(place) ?? 0),
      open: this.isOpen(place) || (more?.isOpen(place) ?? false),
    };
  }

  #plus(place: number, value: number, open: boolean): void {
    this.#values[place] = this.valueOf(place) + value;
    this.#open[place] = this.isOpen(place) || open;
  }
}

/** Whether a number that people wrote may be such a sum. */
export function isSum(stated: number, sum: RunningSum): boolean {
  return sum.open ? stated >= sum.value - 0.005 : Math.abs(stated - sum.value) < 0.005;
}

/** Running sums of a file whose totals part it into sections: what a total may be the sum of. */
import { type RunningSum, RunningSums } from "./running-sums.ts";

/** A total of subtotals is the sum of so many sections at most, or of all. */
const MOST_SECTIONS = 64;

export class SectionSums {
  /** Without the section that is open. */
  readonly #closed = new RunningSums();
  /** The last sections before the last total row. */
  readonly #sections: RunningSums[] = [];
  #open = new RunningSums();

  /** Since the last total row. */
  get section(): RunningSums {
    return this.#open;
  }

  /** Of the section, of it and the one before, and so on, and of the whole file. */
  above(place: number): RunningSum[] {
    let sum = this.#open.of(place);
    const sums = [sum, this.ofFile(place)];
    for (const section of this.#sections.toReversed()) {
      const more = section.of(place);
      sum = { value: sum.value + more.value, open: sum.open || more.open };
      sums.push(sum);
    }
    return sums;
  }

  ofFile(place: number): RunningSum {
    return this.#closed.of(place, this.#open);
  }

  closeSection(): void {
    this.#closed.addAll(this.#open);
    this.#sections.push(this.#open);
    if (this.#sections.length > MOST_SECTIONS) this.#sections.shift();
    this.#open = new RunningSums();
  }

  /** Adds the whole file to other sums. */
  addTo(sums: RunningSums): void {
    sums.addAll(this.#closed);
    sums.addAll(this.#open);
  }
}

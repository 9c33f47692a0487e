/** What stands in the files twice: numbers of matters, and whole rows. */
import type { RowRef } from "../../values/provenance.ts";
import { GrowingInts, TextSet } from "./text-set.ts";

/** Texts that stood somewhere before, and where first. */
export class FirstPlaces {
  readonly #seen = new TextSet();
  readonly #rows = new GrowingInts(32);
  /** The files in their order, each with the number of its first entry. */
  readonly #files: { file: string; from: number }[] = [];
  #file = "";
  #size = 0;

  /** Where the text stood first; undefined when it is here. */
  firstOf(text: string, now: RowRef): RowRef | undefined {
    const number = this.#seen.numberOf(text);
    if (number < this.#size) return this.#place(number);
    this.#size++;
    this.#rows.put(number, now.row);
    if (this.#file !== now.file) {
      this.#file = now.file;
      this.#files.push({ file: now.file, from: number });
    }
    return undefined;
  }

  #place(number: number): RowRef {
    const { file } = this.#files.findLast(({ from }) => from <= number)!;
    return { file, row: this.#rows.list[number]! };
  }
}

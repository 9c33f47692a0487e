/**
 * Rows of a year that have an error, and so are in none of its numbers. What names something that
 * one of them may say is not told to be missing: it is there again once the row is mended.
 */
import { wordKey } from "../text/tidy.ts";

export class Refused {
  readonly #said = new Set<string>();
  #unknown = false;
  #any = false;

  /** Without its cells it may say anything: a whole file, a row whose own name is the fault. */
  add(cells?: readonly string[]): void {
    this.#any = true;
    if (!cells || this.#said.size > MOST) this.#unknown = true;
    else for (const cell of cells) if (cell !== "") this.#said.add(wordKey(cell));
  }

  /** Whether one of them may be what is named. */
  mayBe(named: string): boolean {
    return this.#unknown || this.#said.has(wordKey(named));
  }

  /** Whether there is any: a word may be written wrongly in it. */
  get any(): boolean {
    return this.#any;
  }
}
/** Words kept; so many faults are mended before anything else is looked for. */
const MOST = 10_000;

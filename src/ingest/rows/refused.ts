/**
 * Rows of a year that have an error, and so are in none of its numbers. What names something that
 * one of them may say is not told to be missing: it is there again once the row is mended.
 */
import { wordKey } from "../text/tidy.ts";

export class Refused {
  readonly #said = new Set<string>();
  #unknown = false;
  readonly #tables = new Set<string>();

  /**
   * One of a table, by its dataset's id. Without its cells it may say anything: a whole file, a row
   * whose own name is the fault.
   */
  add(table: string, cells?: readonly string[]): void {
    this.#tables.add(table);
    if (!cells || this.#said.size > MOST) this.#unknown = true;
    else for (const cell of cells) if (cell !== "") this.#said.add(wordKey(cell));
  }

  /** Whether one of them may be what is named. */
  mayBe(named: string): boolean {
    return this.#unknown || this.#said.has(wordKey(named));
  }

  /** Whether there is any. */
  get any(): boolean {
    return this.#tables.size > 0;
  }

  /** Whether there is any in that table: a word of its may be written wrongly in it. */
  anyOf(table: string): boolean {
    return this.#tables.has(table);
  }
}
/** Words kept; so many faults are mended before anything else is looked for. */
const MOST = 10_000;

/** Rows that repeat a group's words, leave the rest blank and say the sum of the group: it counts double. */
import { NULL_CODE, UNINTERNED } from "./dictionary.ts";
import type { Header } from "./header.ts";
import { type RunningSum, RunningSums } from "./running-sums.ts";
import type { Batch } from "./typed.ts";

/** Whether a row is the sum of the rows directly above it, or of those with its word wherever they stand. */
export type Repeats = "above" | "apart";

/** Some rows, and what their numbers are together. */
class WordRun {
  rows = 0;
  readonly sums = new RunningSums();

  add(batch: Batch, at: number, { numbers }: Header): void {
    this.rows++;
    for (const { place } of numbers) this.sums.add(place, batch.quantity(place, at));
  }

  /** Whether all that a row says in numbers is the sum of these, and it says how many they are. */
  isSaidBy(batch: Batch, at: number, { numbers, count }: Header): boolean {
    return numbers.every(({ place }) => {
      const said = batch.quantity(place, at);
      if (said === null) return place !== count?.place;
      if (place === count?.place && said.value === 0) return false;
      return said.qualifier === "exact" && said.value === this.sums.valueOf(place);
    });
  }
}

/** The rows of one file, by their words. */
export class Subtotals {
  /** By place in a typed row, by code: the rows of each word. */
  readonly #ofWord: WordRun[][] = [];
  /** By how many of the first columns: the last rows, which say the same in them. */
  readonly #runs: { codes: readonly number[]; group: WordRun }[] = [];
  #found = false;

  /** Of which rows the row looks like the sum; if of none, it is one of those itself. */
  addRow(batch: Batch, at: number, header: Header, places: readonly number[]): Repeats | undefined {
    const codes = places.map((place) => batch.codes[place]![at]!);
    const filled = codes.filter((code) => code !== NULL_CODE).length;
    if (filled > 0 && filled < codes.length) {
      for (const [repeats, group] of this.#groupsNamedBy(codes, filled, places)) {
        // A group of one row is the same as its sum; so may two rows be.
        if (group.rows < (this.#found ? 1 : 2) || !group.isSaidBy(batch, at, header)) continue;
        this.#found = true;
        return repeats;
      }
    }
    for (let first = 1; first < codes.length; first++) {
      let run = this.#runs[first];
      if (!run || codes.slice(0, first).some((code, i) => !same(code, run?.codes[i]))) {
        run = { codes, group: new WordRun() };
        this.#runs[first] = run;
      }
      run.group.add(batch, at, header);
    }
    for (const [i, place] of places.entries()) {
      const code = codes[i]!;
      if (code === NULL_CODE || code === UNINTERNED) continue;
      const ofPlace = this.#ofWord[place] ?? [];
      const group = ofPlace[code] ?? new WordRun();
      this.#ofWord[place] = ofPlace;
      ofPlace[code] = group;
      group.add(batch, at, header);
    }
    return undefined;
  }

  /** What a number column of the rows with a word is together. */
  sumsOf(place: number, code: number, number: number): RunningSum[] {
    const group = this.#ofWord[place]?.[code];
    return group ? [group.sums.of(number)] : [];
  }

  /** The rows that say what this one says, where it leaves the rest blank. */
  #groupsNamedBy(codes: readonly number[], filled: number, places: readonly number[]) {
    const groups: [Repeats, WordRun][] = [];
    const run = this.#runs[filled];
    const first = codes.slice(0, filled);
    if (run && first.every((code, i) => code !== NULL_CODE && same(code, run.codes[i]))) {
      groups.push(["above", run.group]);
    }
    if (filled > 1) return groups;
    const only = codes.findIndex((code) => code !== NULL_CODE);
    const all = this.#ofWord[places[only]!]?.[codes[only]!];
    if (all) groups.push(["apart", all]);
    return groups;
  }
}

function same(code: number, other: number | undefined): boolean {
  return code === other && code !== UNINTERNED;
}

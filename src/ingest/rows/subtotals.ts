/** Rows that repeat a group's words, leave the rest blank and say the sum of the group: it counts double. */
import type { Message } from "../problems/problems.ts";
import { NULL_CODE, UNINTERNED } from "./dictionary.ts";
import type { Header } from "./header.ts";
import { type RunningSum, RunningSums } from "./running-sums.ts";
import type { Batch } from "./typed.ts";

/** What is said of such a row. */
export function subtotalMessage(label: string, isProven: boolean): Message {
  return isProven
    ? {
        code: "subtotal-unnamed",
        why: `每一组下面都有一行只重复这一组共同的词，别的格空着，${label}正好是那一组之和：是小计，计入就算了两遍`,
        fix: "删掉这一行，或在空着的第一格写“小计”；确实是另外的一类，把空着的格填上",
      }
    : {
        code: "total-row-suspected",
        why: `这一行别的格空着，${label}正好等于上面同名各行之和，像是小计；现在照样计入，是小计就算了两遍`,
        fix: "是小计就删掉这一行，或在空着的第一格写“小计”；确实是另外的一类就不用改",
      };
}

/**
 * By how many first columns a row is the sum of the rows directly above it; 0 where it is the sum of
 * those with its word wherever they stand.
 */
export type Repeats = number;

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
  /** By how many of the first columns: how many runs there were, and how many of them had a sum below. */
  readonly #levels: { runs: Tally; summed: Tally }[] = [];

  /** Of which rows the row looks like the sum; if of none, it is one of those itself. */
  addRow(batch: Batch, at: number, header: Header, places: readonly number[]): Repeats | undefined {
    const codes = places.map((place) => batch.codes[place]![at]!);
    const filled = codes.filter((code) => code !== NULL_CODE).length;
    if (filled > 0 && filled < codes.length) {
      for (const [repeats, group] of this.#groupsNamedBy(codes, filled, places)) {
        // A group of one row is the same as its sum; so may two rows be.
        if (group.rows < (this.#found ? 1 : 2) || !group.isSaidBy(batch, at, header)) continue;
        this.#found = true;
        if (repeats > 0) tally(this.#levelOf(repeats).summed, group.rows);
        return repeats;
      }
    }
    for (let first = 1; first < codes.length; first++) {
      let run = this.#runs[first];
      if (!run || codes.slice(0, first).some((code, i) => !same(code, run?.codes[i]))) {
        run = { codes, group: new WordRun() };
        this.#runs[first] = run;
        this.#levelOf(first).runs.all++;
      }
      run.group.add(batch, at, header);
      if (run.group.rows === 2) this.#levelOf(first).runs.long++;
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

  #levelOf(first: number): { runs: Tally; summed: Tally } {
    this.#levels[first] ??= { runs: { all: 0, long: 0 }, summed: { all: 0, long: 0 } };
    return this.#levels[first];
  }

  /**
   * Whether rows that repeat so many first columns are subtotals beyond doubt: below every run there
   * is one, or below every run of several rows. Among rows of small numbers one such row may be chance.
   */
  isProven(repeats: Repeats): boolean {
    const level = this.#levels[repeats];
    if (!level || level.summed.all < 2) return false;
    const { runs, summed } = level;
    return summed.all === runs.all || summed.long === runs.long;
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
      groups.push([filled, run.group]);
    }
    if (filled > 1) return groups;
    const only = codes.findIndex((code) => code !== NULL_CODE);
    const all = this.#ofWord[places[only]!]?.[codes[only]!];
    if (all) groups.push([0, all]);
    return groups;
  }
}

function same(code: number, other: number | undefined): boolean {
  return code === other && code !== UNINTERNED;
}

/** Runs, and those of them that have two rows or more. */
interface Tally {
  all: number;
  long: number;
}

function tally(of: Tally, rows: number): void {
  of.all++;
  if (rows > 1) of.long++;
}

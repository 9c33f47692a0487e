/** An export that is older than what an earlier one wrote: matters that were over would be open again. */
import type { Column, Dataset } from "../datasets/define.ts";
import type { RowOrigin } from "./same-numbers.ts";

/** What a clerk may say: the rows that were there stay, or this export is right. */
export const BACK_ANSWERS = ["保留", "照写"] as const;
export type BackAnswer = (typeof BACK_ANSWERS)[number];

/** One cell of a matter that is less far than it was. */
export interface StepBack {
  /** Undefined where the matters have no number: nobody knows which. */
  origin?: RowOrigin;
  label: string;
  /** As it stands in the data folder; a number of rows where the matters have none. */
  before: string;
  now: string;
}

export interface GoingBack {
  rows: number;
  first: StepBack[];
  /** The last day of both. */
  until: { before: string; now: string };
  /** The export does not reach farther than what is there, or nothing tells how far: it may not be the newer one. */
  older: boolean;
}

const SAID = 5;

export class Steps {
  readonly #columns: readonly Column[];
  /** Places of days that a matter has once it is so far. */
  readonly #days: readonly number[];
  /** Where it stands how many matters are in a row; -1 where each is one. */
  readonly #count: number;
  readonly #states: readonly { at: number; over: string | undefined; open: readonly string[] }[];
  rows = 0;
  readonly first: StepBack[] = [];

  /** Of the columns alone that the export has: what it lacks says nothing. */
  constructor({ columns, afterwards = [] }: Dataset, has: (key: string) => boolean) {
    const keys = Object.keys(columns);
    this.#columns = Object.values(columns);
    this.#count = keys.indexOf("count");
    this.#days = [...this.#columns.entries()].flatMap(([at, { type, ahead, lasting }]) =>
      type === "date" && !ahead && !lasting && has(keys[at]!) ? [at] : [],
    );
    this.#states = afterwards
      .filter(({ column }) => has(column))
      .map(({ column, word, until, before = [] }) => {
        return { at: keys.indexOf(column), over: word, open: [...before, until ?? "", ""] };
      });
  }

  /** Whether a matter is less far in one row than in another; it is kept in mind. */
  isBack(old: readonly string[], now: readonly string[], origin: () => RowOrigin): boolean {
    const state = this.#states.find(
      ({ at, over, open }) =>
        (over === undefined ? !open.includes(old[at]!) : old[at] === over) &&
        open.includes(now[at]!),
    );
    const at = state?.at ?? this.#days.find((day) => old[day] !== "" && now[day] === "");
    if (at === undefined) return false;
    this.#say({
      origin: origin(),
      label: this.#columns[at]!.label,
      before: old[at]!,
      now: now[at]!,
    });
    return true;
  }

  /**
   * The same of rows without a number, of the same days: there are fewer matters, or fewer of them are
   * so far. Several matters may stand in a row.
   */
  compareAll(old: readonly string[][], now: readonly string[][]): void {
    const [all, left] = [this.#matters(old), this.#matters(now)];
    if (left < all) {
      this.#say({ label: "件数", before: `${all}件`, now: `${left}件` }, all - left);
      return;
    }
    const compare = (label: string, verb: string, is: (row: readonly string[]) => boolean) => {
      const [before, after] = [this.#matters(old.filter(is)), this.#matters(now.filter(is))];
      if (after >= before) return;
      this.#say({ label, before: `${before}件${verb}`, now: `${after}件${verb}` }, before - after);
    };
    for (const at of this.#days) compare(this.#columns[at]!.label, "有", (row) => row[at] !== "");
    for (const { at, over } of this.#states) {
      if (over !== undefined) compare(this.#columns[at]!.label, over, (row) => row[at] === over);
    }
  }

  #matters(rows: readonly (readonly string[])[]): number {
    const count = (row: readonly string[]) => Number.parseInt(row[this.#count] ?? "", 10) || 1;
    return rows.reduce((sum, row) => sum + count(row), 0);
  }

  /** The last day on which something happened. */
  lastDay(rows: readonly string[][]): string {
    let last = "";
    for (const row of rows) for (const at of this.#days) if (row[at]! > last) last = row[at]!;
    return last;
  }

  said(old: readonly string[][], now: readonly string[][]): GoingBack | undefined {
    if (this.rows === 0) return undefined;
    const until = { before: this.lastDay(old), now: this.lastDay(now) };
    return {
      rows: this.rows,
      first: this.first,
      until,
      older: until.before === "" || until.now <= until.before,
    };
  }

  #say(step: StepBack, rows = 1): void {
    this.rows += rows;
    if (this.first.length < SAID) this.first.push(step);
  }
}

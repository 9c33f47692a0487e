/** Rows of one import with the same number of a matter: one of them counts, and which is never guessed. */
import { TextSet } from "../ingest/rows/text-set.ts";
import type { SameNumber } from "./answers.ts";

/** What a row's cells do not say. */
export interface RowOrigin {
  /** File and sheet. */
  table: string;
  row: number;
  /** When the system changed it last, where the export says so: later is more. */
  updated?: number | undefined;
  /** Stands for whom it is about, which is not written. */
  about?: number | undefined;
}

/** Two rows with the same number that say different things. */
export interface Differing {
  first: RowOrigin;
  second: RowOrigin;
  /** The columns, by their places, in which they differ; none where only the party does. */
  places: number[];
}

export interface SameRows {
  /** Rows that were left for another that says the same. */
  alike: { first: RowOrigin; second: RowOrigin }[];
  /** Rows of one matter in one table that differ only where it is enough that one says it: put together. */
  joined: Differing[];
  /** Rows of which one was taken: the later by its day of change, of a later file, or as it was answered. */
  decided: Differing[];
  /** Rows of which a person must say which one counts. */
  asked: Differing[];
}

export interface Settling {
  rows: readonly string[][];
  origins: readonly RowOrigin[];
  /** The number of each row's matter; null without one. */
  names: readonly (string | null)[];
  answer?: SameNumber | undefined;
  /** By column: the words of which one row is enough (see Column.once). */
  once: readonly (readonly string[] | undefined)[];
}

/** The places of the rows that count, in their order. */
export function settled({
  rows,
  origins,
  names,
  answer,
  once,
}: Settling): SameRows & { kept: number[] } {
  const same: SameRows = { alike: [], joined: [], decided: [], asked: [] };
  if (allDiffer(names)) return { ...same, kept: [...names.keys()] };
  const numbers = new TextSet();
  /** By the number of a name in the set: the place of its first row. */
  const first: number[] = [];
  /** By the place of its first row: the rows that count of a number that several have. */
  const several = new Map<number, number[]>();
  const kept: number[] = [];
  for (const [at, name] of names.entries()) {
    const number = name === null ? null : numbers.numberOf(name);
    const begun = number === null ? undefined : first[number];
    if (begun !== undefined) {
      const before = several.get(begun) ?? [begun];
      several.set(begun, chosen(before, at, { rows, origins, names, answer, once }, same));
      continue;
    }
    if (number !== null) first[number] = at;
    kept.push(at);
  }
  return { ...same, kept: several.size > 0 ? kept.flatMap((at) => several.get(at) ?? at) : kept };
}

/** Whether no two of the names are alike, which a sorted list shows sooner than a set; false where two might be. */
function allDiffer(names: readonly (string | null)[]): boolean {
  const marks = Float64Array.from(names, (name, at) => (name === null ? -1 - at : markOf(name)));
  marks.sort();
  return marks.every((mark, at) => at === 0 || mark !== marks[at - 1]);
}

/** A number of 53 bits, the same for the same text. */
function markOf(text: string): number {
  let [high, low] = [2166136261, 5381];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 16777619);
    low = (Math.imul(low, 33) + unit) | 0;
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

function chosen(
  before: number[],
  at: number,
  { rows, origins, answer, once }: Settling,
  same: SameRows,
): number[] {
  const [second, last] = [origins[at]!, before.at(-1)!];
  // Another day on which it was heard is no other matter; another file, or another state of it, corrects.
  const isBeside = ({ table, updated }: RowOrigin) =>
    table === second.table && updated === second.updated;
  const isSaidOnce = (place: number) => once[place] !== undefined;
  const twin = before.find((other) => {
    const differing = placesDiffering(rows[other]!, rows[at]!);
    return (
      origins[other]!.about === second.about &&
      (differing.length === 0 || (isBeside(origins[other]!) && differing.every(isSaidOnce)))
    );
  });
  if (twin !== undefined) {
    const places = placesDiffering(rows[twin]!, rows[at]!);
    if (places.length === 0) same.alike.push({ first: origins[twin]!, second });
    else {
      same.joined.push({ first: origins[twin]!, second, places });
      sayOnce(rows[twin]!, rows[at]!, once);
    }
    return before;
  }
  const first = origins[last]!;
  const pair = { first, second, places: placesDiffering(rows[last]!, rows[at]!) };
  const known = first.updated !== undefined && second.updated !== undefined;
  if (known && first.updated !== second.updated) {
    same.decided.push(pair);
    return second.updated! > first.updated! ? [at] : before;
  }
  const says = answer ?? (first.table === second.table ? undefined : "后一行");
  if (says === undefined) same.asked.push(pair);
  else same.decided.push(pair);
  if (isBeside(first)) {
    if (says === "前一行") sayOnce(rows[last]!, rows[at]!, once);
    if (says === "后一行") sayOnce(rows[at]!, rows[last]!, once);
  }
  return says === "前一行" ? before : says === "后一行" ? [at] : [...before, at];
}

/** The row that counts says what holds of the two, where it is enough that one says it. */
function sayOnce(row: string[], other: readonly string[], once: Settling["once"]): void {
  for (const [place, words] of once.entries()) {
    if (!words) continue;
    const said = words.find((word) => row[place] === word || other[place] === word);
    row[place] = said ?? (row[place] || other[place]!);
  }
}

function placesDiffering(one: readonly string[], other: readonly string[]): number[] {
  return [...one.keys()].filter((at) => one[at] !== other[at]);
}

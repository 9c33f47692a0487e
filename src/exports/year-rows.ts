/** The clean rows of one system and year: those that were there, and what an import makes of them. */
import Papa from "papaparse";
import type { Column, Dataset } from "../datasets/define.ts";
import { csvLine } from "../text/csv.ts";
import type { SameNumber } from "./answers.ts";
import { type BackAnswer, type GoingBack, Steps } from "./going-back.ts";
import type { CleanRow } from "./profile.ts";
import { type RowOrigin, type SameRows, settled } from "./same-numbers.ts";

/** What an import changed in a file. */
export interface Change {
  added: number;
  changed: number;
  same: number;
  /** Were there, and are not in this export. */
  kept: number;
  /** Were there, and gave way: of the same days as the export, and not to be told apart from its rows. */
  replaced: number;
  /** Matters that the export has less far than they were. */
  back?: GoingBack | undefined;
}

/** Rows of matters that came before in the same import. */
export interface Repeated extends SameRows {
  /** Rows that two files have just so. */
  between: number;
}

export class YearRows {
  readonly dataset: Dataset;
  readonly #keys: readonly string[];
  readonly #columns: readonly Column[];
  /** Cells by the places of all columns of the dataset. */
  #rows: string[][] = [];
  /** Where the rows of each table begin. */
  readonly #tables: { table: string; from: number }[] = [];
  #origins: RowOrigin[] = [];
  readonly #has = new Set<string>();

  constructor(dataset: Dataset) {
    this.dataset = dataset;
    this.#keys = Object.keys(dataset.columns);
    this.#columns = Object.values(dataset.columns);
  }

  get length(): number {
    return this.#rows.length;
  }

  /** What every row says in a column; undefined where they differ. */
  onlyWord(key: string): string | undefined {
    const at = this.#keys.indexOf(key);
    const word = this.#rows[0]?.[at];
    return word && this.#rows.every((row) => row[at] === word) ? word : undefined;
  }

  /** The columns in which some row says something. */
  get filled(): string[] {
    return this.#keys.filter((_, at) => this.#rows.some((row) => row[at] !== ""));
  }

  /** How many matters say each word in a column. */
  tally(key: string): Map<string, number> {
    const [at, count] = [this.#keys.indexOf(key), this.#keys.indexOf("count")];
    const tally = new Map<string, number>();
    for (const row of this.#rows) {
      const matters = count < 0 || row[count] === "" ? 1 : Number.parseInt(row[count]!, 10);
      tally.set(row[at]!, (tally.get(row[at]!) ?? 0) + matters);
    }
    return tally;
  }

  /** The columns that a file of these rows has, whether or not a row says something there. */
  addColumns(keys: readonly string[]): void {
    for (const key of keys) this.#has.add(key);
  }

  add(row: CleanRow, origin: RowOrigin = { table: "", row: 0 }): void {
    this.#rows.push(this.#keys.map((key) => row[key] ?? ""));
    this.#origins.push(origin);
    const last = this.#tables.at(-1);
    if (last?.table !== origin.table) {
      this.#tables.push({ table: origin.table, from: this.#rows.length - 1 });
    }
  }

  /**
   * Leaves one row of each matter that has a number, and what stands in two tables alike once; what
   * became of the others, and what a person must say.
   */
  settle(answer?: SameNumber): Repeated {
    const between = this.#tables.length > 1 ? this.#dropAlike() : 0;
    const groups = this.#numbers();
    const key = this.dataset.key ? groups[0] : undefined;
    const nameOf = (row: readonly string[]): string | null => {
      for (const group of groups) {
        // A number is one without the day beside it, too: a list of suits may say none.
        const isKey = group === key;
        if (isKey ? group.some((at) => row[at] === "") : row[group[0]!] === "") continue;
        // The number alone, where there is no other kind: nothing to be put together a million times.
        if (group.length === 1 && groups.length === 1) return row[group[0]!]!;
        return `${group[0]}\u001f${group.map((at) => row[at]).join("\u001f")}`;
      }
      return null;
    };
    const names = this.#rows.map(nameOf);
    const { kept, ...same } = settled({
      rows: this.#rows,
      origins: this.#origins,
      names,
      answer,
      once: this.#columns.map((column) => column.once),
    });
    if (kept.length < this.#rows.length) {
      this.#rows = kept.map((at) => this.#rows[at]!);
      this.#origins = kept.map((at) => this.#origins[at]!);
    }
    return { ...same, between };
  }

  /** The columns that together are a number of one matter, the surest first. */
  #numbers(): number[][] {
    const { key = [], numbers = [] } = this.dataset;
    return [key, numbers]
      .filter((keys) => keys.length > 0)
      .map((keys) => keys.map((one) => this.#keys.indexOf(one)));
  }

  /** Rows with a number that a table before has just so; how many. Twice in one table is two. */
  #dropAlike(): number {
    const ids = this.#columns.flatMap(({ type }, at) => (type === "id" ? [at] : []));
    const kept = new Map<string, number>();
    const before = this.#rows.length;
    const starts = this.#tables.map(({ from }) => from);
    let here = new Map<string, number>();
    const stays = this.#rows.map((row, at) => {
      if (starts.includes(at)) here = new Map();
      if (ids.every((id) => row[id] === "")) return true;
      const says = row.join("\u001f");
      const nth = (here.get(says) ?? 0) + 1;
      here.set(says, nth);
      if (nth <= (kept.get(says) ?? 0)) return false;
      kept.set(says, nth);
      return true;
    });
    this.#rows = this.#rows.filter((_, at) => stays[at]);
    this.#origins = this.#origins.filter((_, at) => stays[at]);
    return before - this.#rows.length;
  }

  /**
   * Takes in the rows of a file that an earlier import wrote; `known` when the same key named them.
   * With “保留” what the export has less far than it was stays as it was.
   */
  over(text: string, known: boolean, answer?: BackAnswer): Change {
    const steps = this.#steps();
    const { rows: before, keys } = this.#written(text);
    this.addColumns(keys);
    const name = known ? this.#naming([...before, ...this.#rows]) : null;
    const now = this.#rows;
    const change = name
      ? this.#mergeByName(before, name, steps, answer)
      : this.#replaceDays(before, steps, answer);
    return { ...change, back: steps.said(before, now) };
  }

  /** What an earlier import wrote gives way as a whole: whether it told of more, or of more that are over. */
  instead(text: string): Change {
    const steps = this.#steps();
    const { rows: before } = this.#written(text);
    steps.compareAll(before, this.#rows);
    const change = { added: this.#rows.length, changed: 0, same: 0, kept: 0 };
    return { ...change, replaced: before.length, back: steps.said(before, this.#rows) };
  }

  /** Of the columns that the export has by now. */
  #steps(): Steps {
    const own = new Set(this.#has);
    return new Steps(this.dataset, (key) => own.has(key));
  }

  /** The rows of a file that an earlier import wrote, and its columns. */
  #written(text: string) {
    const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ""), { skipEmptyLines: true });
    const [labels = [], ...lines] = data;
    const places = labels.map((label) => this.#columns.findIndex((one) => one.label === label));
    const rows = lines.map((line) => {
      const row = this.#keys.map(() => "");
      for (const [from, to] of places.entries()) if (to >= 0) row[to] = uncell(line[from] ?? "");
      return row;
    });
    return { rows, keys: places.filter((at) => at >= 0).map((at) => this.#keys[at]!) };
  }

  /** What names every one of these rows: the dataset's key, else any number of a matter. */
  #naming(rows: readonly string[][]): ((row: readonly string[]) => string) | null {
    const ids = this.#columns.flatMap(({ type }, at) => (type === "id" ? [[at]] : []));
    const named = [...this.#numbers(), ...ids].find(
      (places) =>
        places.length > 0 && rows.every((row) => places.every((at) => (row[at] ?? "") !== "")),
    );
    return named ? (row) => named.map((at) => row[at]).join("\u001f") : null;
  }

  /** A number may name several rows, before and now: each is matched once, and those too many go. */
  #mergeByName(
    before: readonly string[][],
    name: (row: readonly string[]) => string,
    steps: Steps,
    answer: BackAnswer | undefined,
  ): Change {
    const rows = this.#rows;
    const now = Map.groupBy(rows, name);
    const change = { added: 0, changed: 0, same: 0, kept: 0, replaced: 0 };
    const merged: string[][] = [];
    for (const old of before) {
      const fresh = now.get(name(old));
      if (!fresh) {
        change.kept++;
        merged.push(old);
        continue;
      }
      const twin = fresh.findIndex((row) => row.every((cell, at) => cell === old[at]));
      const [found] = fresh.splice(Math.max(twin, 0), 1);
      if (!found) {
        change.replaced++;
        continue;
      }
      const isBack =
        twin < 0 && steps.isBack(old, found, () => this.#origins[rows.indexOf(found)]!);
      const stays = isBack && answer === "保留";
      merged.push(stays ? old : found);
      change[stays ? "kept" : twin >= 0 ? "same" : "changed"]++;
    }
    const added = [...now.values()].flat();
    change.added = added.length;
    this.#rows = [...merged, ...added];
    return change;
  }

  /** Rows that have no name: those of the days that the export is about give way to it. */
  #replaceDays(before: readonly string[][], steps: Steps, answer: BackAnswer | undefined): Change {
    const at = this.#keys.indexOf(this.dataset.dated?.by.at(-1) ?? "");
    const days = this.#rows.map((row) => row[at] ?? "").filter((day) => day !== "");
    const [first, last] = [days.toSorted()[0] ?? "", days.toSorted().at(-1) ?? ""];
    const kept = before.filter((row) => {
      const day = row[at] ?? "";
      return day !== "" && (day < first || day > last);
    });
    const stays = new Set(kept);
    steps.compareAll(
      before.filter((row) => !stays.has(row)),
      this.#rows,
    );
    if (steps.rows > 0 && answer === "保留") return this.#addDays(before, at);
    const now = this.#rows.map((row) => row.join("\u001f"));
    const old = new Set(before.map((row) => row.join("\u001f")));
    const same = now.filter((row) => old.has(row)).length;
    const added = now.length - same;
    this.#rows = [...kept, ...this.#rows];
    return {
      added,
      changed: 0,
      same,
      kept: kept.length,
      replaced: before.length - kept.length - same,
    };
  }

  /** Only rows of days of which there is none. */
  #addDays(before: readonly string[][], at: number): Change {
    const days = before.map((row) => row[at] ?? "").filter((day) => day !== "");
    const [first, last] = [days.toSorted()[0] ?? "", days.toSorted().at(-1) ?? ""];
    const fresh = this.#rows.filter(
      (row) => row[at] !== "" && (row[at]! < first || row[at]! > last),
    );
    this.#rows = [...before, ...fresh];
    return { added: fresh.length, changed: 0, same: 0, kept: before.length, replaced: 0 };
  }

  /** As a CSV file, some lines at once. */
  *csv(): Generator<string> {
    const places = [...this.#keys.keys()].filter(
      (at) => this.#has.has(this.#keys[at]!) || this.#rows.some((row) => row[at] !== ""),
    );
    yield `\ufeff${csvLine(places.map((at) => this.#columns[at]!.label))}`;
    for (let from = 0; from < this.#rows.length; from += BLOCK) {
      const rows = this.#rows.slice(from, from + BLOCK);
      yield rows.map((row) => csvLine(places.map((at) => row[at]!))).join("");
    }
  }
}

/** So many rows are put together at once. */
const BLOCK = 1000;

/** csvCell puts an apostrophe before what looks like a formula. */
function uncell(text: string): string {
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

/** The clean rows of one system and year: those that were there, and what an import makes of them. */
import Papa from "papaparse";
import type { Column, Dataset } from "../datasets/define.ts";
import { csvLine } from "../text/csv.ts";
import type { CleanRow } from "./convert.ts";

/** What an import changed in a file. */
export interface Change {
  added: number;
  changed: number;
  same: number;
  /** Were there, and are not in this export. */
  kept: number;
  /** Were there, and gave way: of the same days as the export, and not to be told apart from its rows. */
  replaced: number;
}

/** Rows of matters that came before in the same import. */
export interface Repeated {
  rows: number;
  differing: number;
}

export class YearRows {
  readonly dataset: Dataset;
  readonly #keys: readonly string[];
  readonly #columns: readonly Column[];
  /** Cells by the places of all columns of the dataset. */
  #rows: string[][] = [];
  /** Where the rows of each table begin. */
  readonly #tables: { table: string; from: number }[] = [];
  readonly #has = new Set<string>();

  constructor(dataset: Dataset) {
    this.dataset = dataset;
    this.#keys = Object.keys(dataset.columns);
    this.#columns = Object.values(dataset.columns);
  }

  get length(): number {
    return this.#rows.length;
  }

  /** The columns that a file of these rows has, whether or not a row says something there. */
  addColumns(keys: readonly string[]): void {
    for (const key of keys) this.#has.add(key);
  }

  /** `table` is the file and sheet that it stands in. */
  add(row: CleanRow, table = ""): void {
    this.#rows.push(this.#keys.map((key) => row[key] ?? ""));
    const last = this.#tables.at(-1);
    if (last?.table !== table) this.#tables.push({ table, from: this.#rows.length - 1 });
  }

  /**
   * Leaves one row of each matter that has a number, the last one read, and what stands in two tables
   * alike once; how many repeated it, and how many of those said something else.
   */
  settle(): Repeated {
    const alike = this.#tables.length > 1 ? this.#dropAlike() : 0;
    const key = (this.dataset.key ?? []).map((one) => this.#keys.indexOf(one));
    const last = new Map<string, string[]>();
    const repeats = { rows: alike, differing: 0 };
    if (key.length === 0) return repeats;
    const kept: (string[] | string)[] = [];
    for (const row of this.#rows) {
      if (key.some((at) => row[at] === "")) {
        kept.push(row);
        continue;
      }
      const name = key.map((at) => row[at]).join("\u001f");
      const before = last.get(name);
      if (!before) kept.push(name);
      else {
        repeats.rows++;
        if (before.some((cell, at) => cell !== row[at])) repeats.differing++;
      }
      last.set(name, row);
    }
    if (repeats.rows > alike) {
      this.#rows = kept.map((row) => (typeof row === "string" ? last.get(row)! : row));
    }
    return repeats;
  }

  /** Rows with a number that a table before has just so; how many. Twice in one table is two. */
  #dropAlike(): number {
    const ids = this.#columns.flatMap(({ type }, at) => (type === "id" ? [at] : []));
    const kept = new Map<string, number>();
    const before = this.#rows.length;
    const starts = this.#tables.map(({ from }) => from);
    let here = new Map<string, number>();
    this.#rows = this.#rows.filter((row, at) => {
      if (starts.includes(at)) here = new Map();
      if (ids.every((id) => row[id] === "")) return true;
      const says = row.join("\u001f");
      const nth = (here.get(says) ?? 0) + 1;
      here.set(says, nth);
      if (nth <= (kept.get(says) ?? 0)) return false;
      kept.set(says, nth);
      return true;
    });
    return before - this.#rows.length;
  }

  /** Takes in the rows of a file that an earlier import wrote; `known` when the same key named them. */
  over(text: string, known: boolean): Change {
    const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ""), { skipEmptyLines: true });
    const [labels = [], ...lines] = data;
    const places = labels.map((label) => this.#columns.findIndex((one) => one.label === label));
    this.addColumns(places.filter((at) => at >= 0).map((at) => this.#keys[at]!));
    const before = lines.map((line) => {
      const row = this.#keys.map(() => "");
      for (const [from, to] of places.entries()) if (to >= 0) row[to] = uncell(line[from] ?? "");
      return row;
    });
    const name = known ? this.#naming([...before, ...this.#rows]) : null;
    return name ? this.#mergeByName(before, name) : this.#replaceDays(before);
  }

  /** What names every one of these rows: the dataset's key, else any number of a matter. */
  #naming(rows: readonly string[][]): ((row: readonly string[]) => string) | null {
    const ids = this.#columns.flatMap(({ type }, at) => (type === "id" ? [[at]] : []));
    const key = (this.dataset.key ?? []).map((one) => this.#keys.indexOf(one));
    const named = [key, ...ids].find(
      (places) =>
        places.length > 0 && rows.every((row) => places.every((at) => (row[at] ?? "") !== "")),
    );
    return named ? (row) => named.map((at) => row[at]).join("\u001f") : null;
  }

  #mergeByName(before: readonly string[][], name: (row: readonly string[]) => string): Change {
    const now = new Map(this.#rows.map((row) => [name(row), row]));
    const change = { added: 0, changed: 0, same: 0, kept: 0, replaced: 0 };
    const merged: string[][] = [];
    for (const old of before) {
      const fresh = now.get(name(old));
      now.delete(name(old));
      if (!fresh) change.kept++;
      else if (fresh.every((cell, at) => cell === old[at])) change.same++;
      else change.changed++;
      merged.push(fresh ?? old);
    }
    change.added = now.size;
    this.#rows = [...merged, ...now.values()];
    return change;
  }

  /** Rows that have no name: those of the days that the export is about give way to it. */
  #replaceDays(before: readonly string[][]): Change {
    const at = this.#keys.indexOf(this.dataset.dated?.by.at(-1) ?? "");
    const days = this.#rows.map((row) => row[at] ?? "").filter((day) => day !== "");
    const [first, last] = [days.toSorted()[0] ?? "", days.toSorted().at(-1) ?? ""];
    const kept = before.filter((row) => {
      const day = row[at] ?? "";
      return day !== "" && (day < first || day > last);
    });
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

  *csv(): Generator<string> {
    const places = [...this.#keys.keys()].filter(
      (at) => this.#has.has(this.#keys[at]!) || this.#rows.some((row) => row[at] !== ""),
    );
    yield `\ufeff${csvLine(places.map((at) => this.#columns[at]!.label))}`;
    for (const row of this.#rows) yield csvLine(places.map((at) => row[at]!));
  }
}

/** csvCell puts an apostrophe before what looks like a formula. */
function uncell(text: string): string {
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

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

export class YearRows {
  readonly dataset: Dataset;
  readonly #keys: readonly string[];
  readonly #columns: readonly Column[];
  /** Cells by the places of all columns of the dataset. */
  #rows: string[][] = [];
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

  add(row: CleanRow): void {
    this.#rows.push(this.#keys.map((key) => row[key] ?? ""));
  }

  /** The sum of a column of numbers; what is no plain number is not in it. */
  sum(key: string): number {
    const at = this.#keys.indexOf(key);
    return this.#rows.reduce((sum, row) => sum + (Number(row[at]) || 0), 0);
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

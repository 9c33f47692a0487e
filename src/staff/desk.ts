/** A clerk's table on the page for staff: read, checked, mended cell by cell, and handed back. */
import { datasets } from "../datasets/index.ts";
import { exportNamed } from "../exports/raw.ts";
import { KINDS, type Severity } from "../ingest/problems/kinds.ts";
import { columnName, type Problem } from "../ingest/problems/problems.ts";
import { placesText, problemCounts } from "../ingest/problems/words.ts";
import { checkTable, type Shown, type SiteAround } from "./check.ts";
import { type CellText, EditedTable } from "./edited-table.ts";
import { datasetOf, headsOf, noTable, type ReadFile, readFile, yearOf } from "./read.ts";

/** What the site publishes now: by year, by the id of a figure. */
export type Published = Readonly<Record<number, Readonly<Record<string, string>>>>;

/** What a problem says, and what may be done about it. */
export interface SaidProblem {
  severity: Severity;
  /** What kind it is, and of which column. */
  title: string;
  /** B2“1/2/2023”、B7“3/4/2023”等共12处. */
  places: string;
  why: string;
  fix: string;
  /** The word that takes the place of all that is written there, if a person says so. */
  instead?: string;
}

/** A cell of a row that is shown; `said` are the places of its problems in the list. */
export interface ShownCell {
  text: string;
  said: readonly number[];
}

export interface ShownRow {
  /** As Excel numbers it. */
  row: number;
  cells: readonly ShownCell[];
  /** Problems of the row as a whole. */
  said: readonly number[];
}

export interface Moved {
  label: string;
  /** Null where nothing is published of that year. */
  before: string | null;
  after: string;
}

export interface DeskState {
  name: string;
  /** Of a workbook: the sheet that is read, and others that hold something. */
  sheet: ReadFile["sheet"];
  /** As a system wrote it: nothing of it can be mended here. */
  isExport: boolean;
  dataset: string | null;
  year: number | null;
  /** 3处错误、1处提醒; empty where there is none. */
  counts: string;
  errors: number;
  problems: readonly SaidProblem[];
  /** The columns as they are shown: their place in the file, Excel's letters, their head. */
  columns: readonly { at: number; letters: string; head: string }[];
  rows: readonly ShownRow[];
  /** So many rows have been checked so far; null where all have. */
  soFar: number | null;
  /** How many rows are to be looked at, and where the shown ones begin among them. */
  toLookAt: number;
  from: number;
  /** How many are shown at one time. */
  rowsAtOnce: number;
  allRows: number;
  /** Figures that change; null while there is an error. */
  moved: readonly Moved[] | null;
  /** How many figures stay as they are published. */
  unmoved: number;
  isChanged: boolean;
}

/** So many rows stand on the page at one time. */
const ROWS_SHOWN = 20;

export class Desk {
  readonly #around: SiteAround;
  readonly #published: Published;
  #name = "";
  #bytes: Uint8Array = new Uint8Array();
  #file: ReadFile = { rows: [], remarks: [] };
  #sheet = new EditedTable([]);
  #dataset: string | null = null;
  #year: number | null = null;
  #problems: readonly Problem[] = [];
  #figures: readonly Shown[] = [];
  /** By zero-based row, then column (-1 the row as a whole): the places of problems. */
  #marks = new Map<number, Map<number, number[]>>();
  #from = 0;
  #heads: readonly string[] = [];

  constructor(around: SiteAround, published: Published) {
    this.#around = around;
    this.#published = published;
  }

  /** Of a long table `onFirst` is told what its first rows say, while the others are looked at. */
  async open(
    name: string,
    bytes: Uint8Array,
    onFirst: (state: DeskState) => void = () => {},
  ): Promise<DeskState> {
    this.#name = name;
    this.#bytes = bytes;
    this.#file = await readFile(bytes);
    this.#sheet = new EditedTable(this.#file.rows);
    this.#dataset = (datasetOf(this.#file.rows) ?? (await this.#exported()))?.id ?? null;
    const years = Object.keys(this.#published).map(Number);
    this.#year = yearOf(name, this.#file.rows) ?? Math.max(...years);
    const dataset = this.#known;
    if (dataset && this.#sheet.length > LONG) {
      const start = new EditedTable(this.#file.rows.slice(0, LONG));
      const { problems } = await checkTable(bytesOf(start), dataset, this.#year, this.#around);
      this.#problems = problems;
      onFirst({ ...this.#state(), moved: null, soFar: LONG });
    }
    return this.#check();
  }

  /** The table is another than it looked like. */
  as(dataset: string, year: number): Promise<DeskState> {
    this.#dataset = dataset;
    this.#year = year;
    return this.#check();
  }

  set(cells: readonly CellText[]): Promise<DeskState> {
    this.#sheet.set(cells);
    return this.#check();
  }

  /** Writes what is proposed into every cell of a problem. */
  adopt(problem: number): Promise<DeskState> {
    const { instead, places } = this.#problems[problem] ?? { places: [] };
    const text = instead ?? "";
    const cells = places.flatMap(({ cell }) => placeOf(cell) ?? []).filter((at) => at.column >= 0);
    return text === "" ? this.#check() : this.set(cells.map((at) => ({ ...at, text })));
  }

  undo(): Promise<DeskState> {
    this.#sheet.undo();
    return this.#check();
  }

  show(from: number): DeskState {
    this.#from = from;
    return this.#state();
  }

  /** The table for the data folder, and its name there. */
  file(): { name: string; text: string } {
    return { name: `${this.#dataset ?? "table"}.csv`, text: this.#sheet.csv() };
  }

  async #check(): Promise<DeskState> {
    this.#from = 0;
    this.#figures = [];
    const dataset = this.#known;
    this.#heads = dataset ? headsOf(this.#file.rows, dataset) : [];
    // Of the file as a whole: what is said of its rows is said again when they are checked.
    const none = dataset ? undefined : noTable(this.#file.rows);
    const ofFile = [...this.#file.remarks, ...(none ? [none] : [])].map(
      ({ cell, value = "", ...remark }) => ({
        ...remark,
        severity: KINDS[remark.code][0],
        file: this.#name,
        places: cell === undefined ? [] : [{ cell, value }],
        count: 1,
      }),
    ) as Problem[];
    if (!dataset || this.#year === null) this.#problems = ofFile;
    else {
      // As it came, until something is changed: its encoding and its quotation marks are checked too.
      const text = this.#sheet.isChanged || this.#isWorkbook;
      const bytes = text ? bytesOf(this.#sheet) : this.#bytes;
      const checked = await checkTable(bytes, dataset, this.#year, this.#around);
      const unseen = this.#isWorkbook ? ofFile : [];
      this.#problems = [...unseen, ...checked.problems.map((one) => this.#told(one))];
      this.#figures = unseen.length > 0 ? [] : checked.figures;
    }
    this.#mark();
    return this.#state();
  }

  /** The table that an export whose columns are none of the site's would become. */
  async #exported() {
    const bytes = bytesOf(this.#sheet);
    const found = await exportNamed({
      path: this.#name,
      size: bytes.length,
      async *open() {
        yield bytes;
      },
    }).catch(() => null);
    return found?.dataset;
  }

  /** An export is named as the clerk knows it, and handed to whoever has the command. */
  #told(problem: Problem): Problem {
    if (problem.code !== "raw-export") return problem;
    const name = /[\s()&;'$]/.test(this.#name) ? `"${this.#name}"` : this.#name;
    return {
      ...problem,
      why: problem.why.replace(/；没有计入$/, "；没有在这里查"),
      fix: `不用改，也不要提交：把这个文件交给会用命令的同事，运行 npm run import -- ${name}，它会换成网站的表`,
    };
  }

  get #known() {
    return datasets.find(({ id }) => id === this.#dataset);
  }

  /** A workbook has been read; what is checked is the table that it holds. */
  get #isWorkbook(): boolean {
    return this.#file.sheet !== undefined;
  }

  #mark(): void {
    this.#marks = new Map();
    for (const [at, { places, severity }] of this.#problems.entries()) {
      if (severity === "note") continue;
      for (const { cell } of places) {
        const place = placeOf(cell);
        if (!place || place.row >= this.#sheet.length) continue;
        const row = this.#marks.get(place.row) ?? new Map<number, number[]>();
        row.set(place.column, [...(row.get(place.column) ?? []), at]);
        this.#marks.set(place.row, row);
      }
    }
  }

  #state(): DeskState {
    const rows = [...this.#marks.keys()].sort((a, b) => a - b);
    const shown = rows.slice(this.#from, this.#from + ROWS_SHOWN).map((row) => this.#row(row));
    const width = Math.max(0, ...shown.map(({ cells }) => cells.length));
    const isSaid = (column: number) => shown.some(({ cells }) => cells[column]?.said.length);
    const all = Array.from({ length: width }, (_, at) => at);
    const errors = this.#problems.filter(({ severity }) => severity === "error");
    const published = this.#year === null ? undefined : this.#published[this.#year];
    const moved = this.#figures
      .map(({ id, label, text }) => ({ label, before: published?.[id] ?? null, after: text }))
      .filter(({ before, after }) => before !== after);
    return {
      name: this.#name,
      sheet: this.#file.sheet,
      isExport: this.#problems.some(({ code }) => code === "raw-export"),
      dataset: this.#dataset,
      year: this.#year,
      counts: problemCounts([...this.#problems]),
      errors: errors.length,
      problems: this.#problems.map(said),
      soFar: null,
      // Those of which something is said first: a table may be wider than any window.
      columns: [...all.filter(isSaid), ...all.filter((at) => !isSaid(at))].map((at) => ({
        at,
        letters: columnName(at),
        head: this.#heads[at] ?? "",
      })),
      rows: shown,
      toLookAt: rows.length,
      from: this.#from,
      rowsAtOnce: ROWS_SHOWN,
      allRows: this.#sheet.length,
      moved: errors.length > 0 || this.#dataset === null ? null : moved,
      unmoved: this.#figures.length - moved.length,
      isChanged: this.#sheet.isChanged,
    };
  }

  #row(at: number): ShownRow {
    const marks = this.#marks.get(at);
    const cells = this.#sheet.row(at).map((text, column) => ({
      text,
      said: marks?.get(column) ?? [],
    }));
    return { row: at + 1, cells, said: marks?.get(WHOLE_ROW) ?? [] };
  }
}

/** Longer tables are told of in two steps. */
const LONG = 2000;

function bytesOf(sheet: EditedTable): Uint8Array {
  return new TextEncoder().encode(sheet.csv());
}

function said(problem: Problem): SaidProblem {
  const { severity, code, column, why, fix, instead } = problem;
  const title = `${KINDS[code][1]}${column ? `（${column}）` : ""}`;
  const places = placesText({ ...problem, places: problem.places.slice(0, PLACES_SAID) });
  return { severity, title, places, why, fix, ...(instead ? { instead } : {}) };
}
const PLACES_SAID = 5;

const WHOLE_ROW = -1;

/** B12 or 第12行 → its place, zero-based; null for what names no row. */
export function placeOf(cell: string): { row: number; column: number } | null {
  const [, letters = "", digits] = /^([A-Z]{1,3})(\d+)$/.exec(cell) ?? [];
  if (digits) {
    let column = 0;
    for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
    return { row: Number(digits) - 1, column: column - 1 };
  }
  const row = /^第(\d+)行/.exec(cell)?.[1];
  return row ? { row: Number(row) - 1, column: WHOLE_ROW } : null;
}

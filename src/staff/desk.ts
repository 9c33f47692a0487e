/** A clerk's table on the page for staff: read, checked, mended cell by cell, and handed back. */
import { datasets } from "../datasets/index.ts";
import { exportNamed } from "../exports/raw.ts";
import { KINDS } from "../ingest/problems/kinds.ts";
import { columnName, type Problem } from "../ingest/problems/problems.ts";
import { problemCounts } from "../ingest/problems/words.ts";
import { checkTable, type Shown, type SiteAround } from "./check.ts";
import type { DeskState, ShownRow } from "./desk-state.ts";
import { type CellText, EditedTable } from "./edited-table.ts";
import { type Marks, marksOf, placeOf, said, WHOLE_ROW } from "./marks.ts";
import { datasetOf, headsOf, noTable, type ReadFile, readFile, readStart, yearOf } from "./read.ts";

/** What the site publishes now: by year, by the id of a figure. */
export type Published = Readonly<Record<number, Readonly<Record<string, string>>>>;

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
  #marks: Marks = new Map();
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
    this.#file = { rows: [], remarks: [] };
    this.#sheet = new EditedTable([]);
    const start = await readStart(bytes, LONG);
    if (start) await this.#look(start, onFirst);
    this.#file = await readFile(bytes);
    this.#sheet = new EditedTable(this.#file.rows);
    await this.#recognise();
    if (!start && this.#sheet.length > LONG) {
      await this.#look({ ...this.#file, rows: this.#file.rows.slice(0, LONG) }, onFirst);
    }
    return this.#check();
  }

  /** What the first rows say. */
  async #look(start: ReadFile, onFirst: (state: DeskState) => void): Promise<void> {
    const whole = { file: this.#file, sheet: this.#sheet };
    this.#file = start;
    this.#sheet = new EditedTable(start.rows);
    await this.#recognise();
    const dataset = this.#known;
    if (dataset && this.#year !== null) {
      const checked = await checkTable(bytesOf(this.#sheet), dataset, this.#year, this.#around);
      this.#problems = checked.problems;
      this.#heads = headsOf(start.rows, dataset);
      this.#marks = new Map();
      onFirst({
        ...this.#state(),
        moved: null,
        soFar: start.rows.length,
        allRows: whole.sheet.length,
      });
    }
    this.#file = whole.file;
    this.#sheet = whole.sheet;
  }

  /** Which table of which year it is, by what stands in it. */
  async #recognise(): Promise<void> {
    const { rows } = this.#file;
    this.#dataset = (datasetOf(rows) ?? (await this.#exported()))?.id ?? null;
    this.#year = yearOf(this.#name, rows) ?? Math.max(...Object.keys(this.#published).map(Number));
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
    this.#marks = marksOf(this.#problems, this.#sheet.length);
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

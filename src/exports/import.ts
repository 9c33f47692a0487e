/** Exports as the bureau's systems write them → clean rows by system and year, and all that is to be said. */
import type { Dataset } from "../datasets/define.ts";
import type { Source } from "../ingest/bytes/source.ts";
import type { Vocabularies } from "../ingest/cells/lexicon.ts";
import { cellName, type Remark } from "../ingest/problems/problems.ts";
import { findHeader, HEADER_WITHIN } from "../ingest/rows/find-header.ts";
import type { RawRow } from "../ingest/rows/piece.ts";
import { tidy, wordKey } from "../ingest/text/tidy.ts";
import { annualForm, isAnnualForm } from "./annual-form.ts";
import { bareLabel, type Imports, ownHead, type SameNumber } from "./answers.ts";
import { labelsOf } from "./check-answers.ts";
import { meantHead } from "./code-heads.ts";
import { type CleanRow, type ColumnWords, Converter, yearOf } from "./convert.ts";
import { ExportSums, type WrongTotal } from "./export-sums.ts";
import { readExport, type SheetNote, slackNames, type Taker } from "./file-tables.ts";
import { headKey } from "./heads.ts";
import { annualSystem } from "./index.ts";
import type { System } from "./profile.ts";
import { type Recognised, recognise } from "./recognise.ts";
import { type LeftRow, rowKind } from "./row-kind.ts";
import { Origins } from "./row-origin.ts";
import { withSameForAll } from "./same-for-all.ts";
import { withTold } from "./told-by-values.ts";
import { type Repeated, YearRows } from "./year-rows.ts";

/** What was found in one table of one file. */
export interface TableReport {
  file: string;
  sheet: string | null;
  /** Null where no row looks like the head of an export. */
  recognised: Recognised | null;
  heads: readonly string[];
  /** Whether a person has looked at the columns of a system that is not known. */
  lookedAt: boolean;
  /** What it is where it is a form and no list. */
  form?: string;
  /** Bodies of which the form has a row each, and none is known to be the bureau's. */
  bodies?: readonly string[];
  /** Rows below the head. */
  rows: number;
  /** Rows that became clean rows, by year. */
  years: Map<number, number>;
  /** Rows left out, and the numbers of the first of them. */
  left: Map<LeftRow | "undated", { rows: number; first: number[] }>;
  words: ReadonlyMap<string, ColumnWords>;
  /** Labels of columns that are written and that no row fills, and whether the export has a head for them. */
  blank: { label: string; head: string | null }[];
  /** Days of one row that come in an order that cannot be. */
  orders: { rows: number; first: string[] };
  /** By the label of a column of numbers: what the records say together, as far as it can be said. */
  sums: ReadonlyMap<string, string>;
  /** Totals of the export that are no sum of its rows. */
  wrongTotals: readonly WrongTotal[];
  /** The column that tells what a row is counted as, where nothing says it: no row is in a figure then. */
  untold?: string;
}

export interface Imported {
  tables: TableReport[];
  /** What stopped the reading of a file. */
  stopped: (Remark & { file: string })[];
  said: (SheetNote & { file: string })[];
  /** By system and year: rows of a matter that another row of the import is about too. */
  repeats: (Repeated & {
    label: string;
    year: number;
    dataset: Dataset;
    answer: SameNumber | undefined;
  })[];
  /** By system, then year. */
  rows: Map<System, Map<number, YearRows>>;
}

export interface Importing {
  vocabularies: Vocabularies;
  imports: Imports;
  /** Whose exports they are. */
  bureau?: string;
  /** For rows that have no day. */
  year?: number;
  nameId: (id: string) => string;
  /** Answers given with the command, for all files: label → word. */
  whole?: Readonly<Record<string, string>>;
  /** The same: head of an export → label. */
  heads?: Readonly<Record<string, string>>;
  /** The same: which row of one number counts. */
  sameNumber?: SameNumber | undefined;
  onProgress?: (doing: string) => void;
}

/** Reads exports; nothing is written. The same row in two files counts once where it has a number. */
export async function importExports(
  sources: readonly Source[],
  importing: Importing,
): Promise<Imported> {
  const result: Imported = { tables: [], stopped: [], said: [], repeats: [], rows: new Map() };
  for (const source of sources) {
    importing.onProgress?.(source.path);
    const { remarks, said } = await readExport(source, (sheet) => {
      return new TableTaker(source.path, sheet, importing, result);
    });
    result.stopped.push(...remarks.filter(isFault).map((one) => ({ ...one, file: source.path })));
    result.said.push(...said.map((one) => ({ ...one, file: source.path })));
  }
  for (const [{ id, label, of }, years] of result.rows) {
    for (const [year, rows] of years) {
      const answer = importing.sameNumber ?? importing.imports.sameNumber(id);
      const repeats = rows.settle(answer);
      const { alike, decided, asked, between } = repeats;
      if (alike.length + decided.length + asked.length + between === 0) continue;
      result.repeats.push({ ...repeats, label, year, answer, dataset: of.dataset });
    }
  }
  return result;
}

function isFault({ code }: Remark): boolean {
  return code !== "normalised";
}

/** So many first rows are kept until the head is understood: what stands under it may tell. */
const LOOKED_AT = 200;
const PLACES_SAID = 5;

class TableTaker implements Taker {
  readonly #report: TableReport;
  readonly #importing: Importing;
  readonly #result: Imported;
  readonly #names = slackNames();
  /** The first rows, until the head among them is known. */
  #start: RawRow[] | null = [];
  #heads: readonly string[] = [];
  /** All rows of a yearly form. */
  #form: RawRow[] | null = null;
  #converter: Converter | null = null;
  #sums: ExportSums | null = null;
  #origins: Origins | null = null;
  readonly #years = new Map<number, YearRows>();
  /** The columns that some row fills. */
  readonly #filled = new Set<string>();
  /** Of days and rows that say none. */
  #year: number | undefined;

  constructor(file: string, sheet: string | null, importing: Importing, result: Imported) {
    this.#importing = importing;
    this.#result = result;
    this.#report = newReport(file, sheet);
    this.#year = importing.year;
    result.tables.push(this.#report);
  }

  take(row: RawRow): void {
    if (this.#start) {
      this.#start.push(row);
      if (this.#start.length >= LOOKED_AT) this.#open();
      return;
    }
    if (this.#form) this.#form.push(row);
    else this.#record(row);
  }

  end(): void {
    if (this.#start) this.#open();
    if (this.#form) this.#takeForm(this.#form);
    const { rows, recognised } = this.#report;
    this.#sayBlank();
    this.#report.sums = this.#sums?.texts ?? this.#report.sums;
    this.#report.wrongTotals = this.#sums?.wrong() ?? [];
    // A sheet of notes, or an empty one, is no table.
    if (rows === 0 && !recognised) {
      this.#result.tables.splice(this.#result.tables.indexOf(this.#report), 1);
    }
  }

  #open(): void {
    const start = this.#start ?? [];
    this.#start = null;
    const head = findHeader(start.slice(0, HEADER_WITHIN), this.#names);
    const cells = (head?.cells ?? []).map(meantHead);
    const below = start.slice((head?.last ?? -1) + 1);
    this.#report.recognised = this.#recognised(cells, below, [
      this.#report.sheet ?? "",
      ...titles(start.slice(0, head?.first)),
    ]);
    if (!this.#report.recognised && isAnnualForm(start.slice(0, HEADER_WITHIN))) {
      this.#form = start;
      return;
    }
    if (!this.#report.recognised) {
      this.#report.rows = start.filter((row) => row.cells.some((cell) => tidy(cell) !== "")).length;
      return;
    }
    this.#heads = cells;
    this.#report.heads = cells;
    this.#year ??= yearSaid([this.#report.sheet ?? "", ...titles(start.slice(0, head?.first))]);
    const { system } = this.#report.recognised;
    const { nameId, vocabularies, imports } = this.#importing;
    this.#report.lookedAt = imports.isLookedAt(system.id, cells);
    this.#converter = new Converter(
      this.#report.recognised,
      vocabularies,
      this.#answers(system),
      nameId,
      this.#year,
    );
    this.#report.words = this.#converter.words;
    this.#origins = new Origins(cells);
    this.#sums = new ExportSums(this.#report.recognised.taken);
    const { columns, countedApart = "" } = system.of.dataset;
    const apart = columns[countedApart];
    if (apart && !this.#converter.says(countedApart)) this.#report.untold = apart.label;
    for (const row of below) this.#record(row);
  }

  #sayBlank(): void {
    const converter = this.#converter;
    if (!converter || this.#filled.size === 0) return;
    const { system, taken } = converter.recognised;
    for (const key of converter.keys) {
      if (this.#filled.has(key)) continue;
      const { label, required, expected } = system.of.dataset.columns[key]!;
      const head = taken.find((one) => one.key === key)?.head ?? null;
      if (head !== null || required || expected) this.#report.blank.push({ label, head });
    }
  }

  /** An impossible order is told where it stands in the export: there it must be put right. */
  #checkOrders(clean: CleanRow, row: number): void {
    const { taken, system } = this.#converter!.recognised;
    for (const [earlier, later] of system.of.dataset.orders ?? []) {
      const [from, to] = [clean[earlier], clean[later]];
      if (!from || !to || to >= from) continue;
      const { orders } = this.#report;
      orders.rows++;
      const column = (key: string) => system.of.dataset.columns[key]!.label;
      const at = taken.find(({ key }) => key === later);
      const cell = at ? cellName(at.index, row) : `第${row}行`;
      if (orders.first.length < PLACES_SAID) {
        orders.first.push(`${cell}：${column(later)}${to}，比${column(earlier)}${from}还早`);
      }
    }
  }

  /** A form is no list: of its rows one is the bureau's, and no matter which. */
  #takeForm(rows: readonly RawRow[]): void {
    const form = annualForm(rows, this.#importing.bureau);
    if (!form) return;
    const year = form.year ?? this.#importing.year;
    this.#report.form = `行政执法统计年报（${form.kind}）`;
    this.#report.rows = 1;
    if (year === undefined) {
      this.#leave("undated", 1);
      return;
    }
    if (form.unknown.length > 0) {
      this.#report.bodies = form.unknown;
      return;
    }
    const written = this.#yearRows(annualSystem, year);
    written.addColumns(["kind", "item", "unit", "value"]);
    for (const row of form.rows) written.add(row);
    this.#report.years.set(year, 1);
  }

  #recognised(
    heads: readonly string[],
    rows: readonly RawRow[],
    titles: readonly string[],
  ): Recognised | null {
    const found = recognise(heads, (system) => this.#answers(system).heads);
    if (!found) return null;
    const { vocabularies } = this.#importing;
    const { words } = this.#answers(found.system);
    const told = withTold(found, heads, rows, vocabularies);
    return withSameForAll(told, { rows, titles, vocabularies, words });
  }

  #answers(system: System) {
    const labels = labelsOf(system.of.dataset);
    const answers = this.#importing.imports.answers(system.id, labels);
    const given = Object.entries(this.#importing.whole ?? {}).flatMap(([label, word]) => {
      const key = labels.get(wordKey(label));
      return key ? [[key, word] as const] : [];
    });
    const heads = Object.entries(this.#importing.heads ?? {}).flatMap(([head, label]) => {
      const key = labels.get(wordKey(bareLabel(label)));
      return key ? [[headKey(meantHead(head)), ownHead(key, label)] as const] : [];
    });
    return {
      ...answers,
      whole: { ...answers.whole, ...Object.fromEntries(given) },
      heads: new Map([...answers.heads, ...heads]),
    };
  }

  #record({ cells, row }: RawRow): void {
    const converter = this.#converter;
    if (!converter) {
      if (cells.some((cell) => tidy(cell) !== "")) this.#report.rows++;
      return;
    }
    const kind = rowKind(cells, this.#heads, converter.recognised);
    if (kind === "blank") return;
    this.#report.rows++;
    if (kind === "total") this.#sums?.addTotal(cells, row);
    if (kind !== "record" || converter.isOther(cells)) {
      this.#leave(kind === "record" ? "other" : kind, row);
      return;
    }
    this.#sums?.addRow(cells);
    const clean = converter.convert(cells, (index) => cellName(index, row));
    for (const key of Object.keys(clean)) this.#filled.add(key);
    this.#checkOrders(clean, row);
    const { dated } = converter.recognised.system.of.dataset;
    const year = yearOf(converter, clean) ?? (dated ? this.#year : undefined);
    if (year === undefined) {
      this.#leave("undated", row);
      return;
    }
    const { file, sheet } = this.#report;
    const table = sheet === null ? file : `${file} › ${sheet}`;
    this.#rowsOf(year).add(clean, { table, row, ...this.#origins?.of(cells) });
    this.#report.years.set(year, (this.#report.years.get(year) ?? 0) + 1);
  }

  #leave(kind: LeftRow | "undated", row: number): void {
    const left = this.#report.left.get(kind) ?? { rows: 0, first: [] };
    left.rows++;
    if (left.first.length < PLACES_SAID) left.first.push(row);
    this.#report.left.set(kind, left);
  }

  #rowsOf(year: number): YearRows {
    const own = this.#years.get(year);
    if (own) return own;
    const rows = this.#yearRows(this.#converter!.recognised.system, year);
    rows.addColumns(this.#converter!.keys);
    this.#years.set(year, rows);
    return rows;
  }

  #yearRows(system: System, year: number): YearRows {
    const years = this.#result.rows.get(system) ?? new Map<number, YearRows>();
    this.#result.rows.set(system, years);
    let rows = years.get(year);
    if (!rows) {
      rows = new YearRows(system.of.dataset);
      years.set(year, rows);
    }
    return rows;
  }
}

function newReport(file: string, sheet: string | null): TableReport {
  return {
    file,
    sheet,
    recognised: null,
    heads: [],
    lookedAt: false,
    rows: 0,
    years: new Map(),
    left: new Map(),
    words: new Map(),
    blank: [],
    orders: { rows: 0, first: [] },
    sums: new Map(),
    wrongTotals: [],
  };
}

function titles(rows: readonly RawRow[]): string[] {
  return rows.flatMap(({ cells }) => cells.map(tidy));
}

/** The year that the name of a sheet and the titles above its head speak of, if it is one. */
function yearSaid(texts: readonly string[]): number | undefined {
  const years = new Set(texts.flatMap((text) => text.match(/(?:19|20)\d\d(?=年)/g) ?? []));
  const [year] = years;
  return year !== undefined && years.size === 1 ? Number(year) : undefined;
}

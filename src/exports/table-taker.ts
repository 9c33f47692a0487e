/** One table of an export, row by row: its head is found and understood, then each record becomes a clean row. */
import { findHeader, HEADER_WITHIN } from "../ingest/rows/find-header.ts";
import type { RawRow } from "../ingest/rows/piece.ts";
import { tidy } from "../ingest/text/tidy.ts";
import { annualSheet, isAnnualSheet } from "./annual-sheet.ts";
import { ColumnsBelow } from "./blanks-below.ts";
import { Bodies } from "./bodies.ts";
import { meantHead } from "./code-heads.ts";
import { Converter, yearOf } from "./convert.ts";
import { isDataRow } from "./data-rows.ts";
import { DayChecks } from "./day-checks.ts";
import { ExportSums } from "./export-sums.ts";
import { slackNames } from "./file-tables.ts";
import type { Imported, Importing } from "./importing.ts";
import { annualSystem } from "./index.ts";
import { likelyHead, noPlaceFor } from "./no-place.ts";
import type { CleanRow, System } from "./profile.ts";
import { withoutDay } from "./recognise.ts";
import { type LeftRow, rowKind } from "./row-kind.ts";
import { Origins } from "./row-origin.ts";
import { isSecondHead } from "./second-head.ts";
import { type Stages, type StageTable, stagesIn } from "./stages.ts";
import { blankColumns, newReport, placed, type TableReport } from "./table-report.ts";
import type { Taker } from "./tables-apart.ts";
import { titles, yearSaid } from "./titles.ts";
import { answersFor, understood } from "./understood.ts";
import { YearRows } from "./year-rows.ts";

/** So many first rows are kept until the head is understood: what stands under it may tell. */
const LOOKED_AT = 200;
export class TableTaker implements Taker {
  readonly #report: TableReport;
  readonly #importing: Importing;
  readonly #result: Imported;
  readonly #names = slackNames();
  /** The first rows, until the head among them is known. */
  #start: RawRow[] | null = [];
  #heads: readonly string[] = [];
  #headsAreWords = false;
  /** All rows of a yearly form. */
  #form: RawRow[] | null = null;
  #converter: Converter | null = null;
  #sums: ExportSums | null = null;
  #days: DayChecks | null = null;
  #below: ColumnsBelow | null = null;
  #origins: Origins | null = null;
  #bodies: Bodies | null = null;
  readonly #years = new Map<number, YearRows>();
  /** The columns that some row fills. */
  readonly #filled = new Set<string>();
  #taking = 0;
  /** Of days and rows that say none. */
  #year: number | undefined;
  /** Where a row is of several instances, who takes each. */
  #stages: readonly { table: StageTable; taker: TableTaker }[] = [];
  #ofNobody: Stages["ofNobody"] = () => [];
  /** A row may have no day but the one on which it was closed. */
  #isStage = false;

  constructor(file: string, sheet: string | null, importing: Importing, result: Imported) {
    this.#importing = importing;
    this.#result = result;
    this.#report = newReport(file, sheet);
    this.#year = importing.year;
    result.tables.push(this.#report);
  }

  take(row: RawRow, isData?: boolean): void {
    if (this.#start) {
      this.#start.push(row);
      if (this.#start.length >= LOOKED_AT) this.#open();
      return;
    }
    if (this.#form) this.#form.push(row);
    else if (this.#stages.length > 0) this.#share(row);
    else this.#record(row, isData);
  }

  end(): void {
    if (this.#start) this.#open();
    for (const { taker } of this.#stages) taker.end();
    if (this.#form) this.#takeForm(this.#form);
    const { rows, recognised } = this.#report;
    if (this.#converter) this.#report.blank.push(...blankColumns(this.#converter, this.#filled));
    this.#report.unparted = this.#converter?.unparted ?? 0;
    this.#report.below = this.#below?.found ?? [];
    this.#report.noValues = this.#converter?.noValues ?? this.#report.noValues;
    this.#report.shared = this.#converter?.shared ?? this.#report.shared;
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
    // decisionDate is two words as long as its capital is there.
    const near = start
      .slice(0, HEADER_WITHIN)
      .map(({ cells }) => ({ cells: cells.map(meantHead) }));
    const head = findHeader(near, this.#names);
    const cells = (head?.cells ?? []).map((cell, at) => cell + head!.units[at]);
    const from = (head?.last ?? -1) + 1;
    const isSecond = head && start[from] && isSecondHead(start[from].cells, this.#names);
    const below = start.slice(isSecond ? from + 1 : from);
    const above = titles(start.slice(0, head?.first));
    const stages = stagesIn(cells);
    if (stages) {
      this.#ofNobody = stages.ofNobody;
      this.#stages = stages.tables.map((table) => ({
        table,
        taker: this.#stage(table, above, below),
      }));
      for (const row of below) this.#sayOfNobody(row);
      return;
    }
    if (isSecond) {
      this.#report.rows++;
      this.#leave("head", start[from]!.row);
    }
    if (this.#begin(cells, above, below)) return;
    if (isAnnualSheet(start)) this.#form = start;
    else {
      this.#report.rows = start.filter(isSaid).length;
      // What is written in single cells is a page of text.
      if (start.every(({ cells: said }) => said.filter((cell) => tidy(cell) !== "").length < 2)) {
        this.#report.rows = this.#report.sheet === null ? this.#report.rows : 0;
      }
      const heads = head ? cells : likelyHead(start.slice(0, HEADER_WITHIN));
      this.#report.noPlace = noPlaceFor([this.#report.sheet ?? "", ...above, ...heads]);
      this.#report.noDay = withoutDay(cells)?.dataset;
    }
  }

  /** Who takes the rows of one instance. */
  #stage(table: StageTable, above: readonly string[], below: readonly RawRow[]): TableTaker {
    const { file, sheet } = this.#report;
    const name = sheet === null ? table.stage : `${sheet} ${table.stage}`;
    const whole = { ...table.whole, ...this.#importing.whole };
    const taker = new TableTaker(file, name, { ...this.#importing, whole }, this.#result);
    taker.#start = null;
    taker.#isStage = true;
    const own = below.flatMap(({ cells, row }) => {
      const found = table.rowOf(cells);
      return found ? [{ cells: found, row }] : [];
    });
    if (!taker.#begin(table.heads, above, own)) taker.#report.rows = own.length;
    return taker;
  }

  /** In its first instance's report: the table has none of its own. */
  #sayOfNobody({ cells, row }: RawRow): void {
    const [first] = this.#stages;
    for (const head of this.#ofNobody(cells)) placed(first!.taker.#report.ofNobody, head, row);
  }

  #share({ cells, row }: RawRow): void {
    this.#sayOfNobody({ cells, row });
    for (const { table, taker } of this.#stages) {
      const found = table.rowOf(cells);
      if (found) taker.#record({ cells: found, row });
    }
  }

  /** Understands the heads and takes the first rows below them; false where nothing is known by them. */
  #begin(cells: readonly string[], above: readonly string[], below: readonly RawRow[]): boolean {
    const said = [this.#report.sheet ?? "", ...above];
    this.#report.recognised = understood(
      { heads: cells, rows: below, titles: said },
      this.#importing,
      this.#isStage,
    );
    if (!this.#report.recognised) return false;
    this.#heads = cells;
    this.#headsAreWords = !cells.some((head) => /\d/.test(head));
    this.#report.heads = cells;
    this.#year ??= yearSaid(said);
    const { system } = this.#report.recognised;
    const { nameId, vocabularies, imports, exceptions, bureau, shortName } = this.#importing;
    const name = this.#report.file.split("/").at(-1) ?? "";
    const { partly } = system.of;
    this.#report.part =
      partly && [name, ...said].flatMap((text) => partly.exec(text)?.[0] ?? [])[0];
    this.#report.lookedAt = imports.isLookedAt(system.id, cells);
    this.#converter = new Converter(
      this.#report.recognised,
      vocabularies,
      answersFor(system, this.#importing),
      nameId,
      this.#year,
      (text, cell) => exceptions?.answersAll(text, name, cell) ?? false,
    );
    this.#bodies = Bodies.of(cells, system.of.bodies, below, {
      names: [bureau, shortName].flatMap((known) => known ?? []),
      answered: imports.bodies(),
    });
    if (this.#bodies) this.#report.others = this.#bodies.others;
    this.#taking = this.#converter.keys.length;
    this.#report.words = this.#converter.words;
    const { file, sheet } = this.#report;
    this.#origins = new Origins(cells, sheet === null ? file : `${file} › ${sheet}`);
    this.#days = new DayChecks(this.#report.recognised);
    this.#report.days = this.#days;
    this.#sums = new ExportSums(this.#report.recognised.taken);
    this.#below = new ColumnsBelow(this.#report.recognised, [
      ...(this.#importing.filled ?? []),
      ...imports.filledDown(system.id),
    ]);
    for (const row of below) this.#record(row);
    return true;
  }

  /** A form is no list: of its rows one is the bureau's, and no matter which. */
  #takeForm(rows: readonly RawRow[]): void {
    const found = annualSheet(rows, this.#importing.bureau);
    if (!found) {
      this.#report.rows = rows.filter(isSaid).length;
      return;
    }
    const year = found.year ?? this.#importing.year;
    this.#report.form = `行政执法统计年报（${found.kind}）`;
    this.#report.rows = found.forms;
    if (year === undefined) {
      this.#leave("undated", 1);
      return;
    }
    if (found.unknown.length > 0) {
      this.#report.bodies = found.unknown;
      return;
    }
    const written = this.#yearRows(annualSystem, year);
    written.addColumns(["kind", "item", "unit", "value"]);
    for (const row of found.rows) written.add(row);
    this.#report.years.set(year, found.forms);
  }

  #record(raw: RawRow, isData?: boolean): void {
    const { cells: all, row } = raw;
    const converter = this.#converter;
    if (!converter) {
      if (isSaid({ cells: all })) this.#report.rows++;
      return;
    }
    const cells = converter.own(raw);
    // A number that is not its own was seen there.
    const told = cells === all ? isData : undefined;
    const tells = this.#headsAreWords && (told ?? isDataRow(cells));
    const kind = rowKind(cells, this.#heads, converter.recognised, tells);
    if (kind === "blank") return;
    this.#report.rows++;
    if (kind === "total") this.#sums?.addTotal(cells, row);
    const isOther = kind === "record" && converter.isOther(cells);
    if (isOther) this.#sums?.addOther(cells);
    if (kind !== "record" || isOther) {
      this.#leave(kind === "record" ? "other" : kind, row);
      return;
    }
    if (this.#bodies?.isOther(cells, row)) {
      this.#sums?.addOther(cells);
      this.#leave("body", row);
      return;
    }
    this.#sums?.addRow(cells);
    const filled = this.#below?.take(cells, row) ?? cells;
    const clean = converter.convert(filled, row, filled === raw.cells ? raw.piece : undefined);
    if (this.#filled.size < this.#taking) for (const key in clean) this.#filled.add(key);
    this.#days?.check(clean, row);
    this.#sayUntold(clean);
    const { dated } = converter.recognised.system.of.dataset;
    const closed = this.#isStage ? clean.closed_on?.slice(0, 4) : undefined;
    const year =
      yearOf(converter, clean) ??
      (this.#isStage ? undefined : converter.numberedYear(cells)) ??
      (closed ? Number(closed) : undefined) ??
      (dated ? this.#year : undefined);
    if (year === undefined) {
      this.#leave("undated", row);
      return;
    }
    this.#rowsOf(year).add(clean, this.#origins!.of(cells, row));
    this.#report.years.set(year, (this.#report.years.get(year) ?? 0) + 1);
  }

  /** A row of which nothing says what it is counted as, in an export that has no column for it. */
  #sayUntold(clean: CleanRow): void {
    const { columns, countedApart } = this.#converter!.recognised.system.of.dataset;
    if (!countedApart || clean[countedApart] || this.#converter!.says(countedApart)) return;
    this.#report.untold ??= { label: columns[countedApart]!.label, rows: 0 };
    this.#report.untold.rows++;
  }

  #leave(kind: LeftRow | "undated", row: number): void {
    placed(this.#report.left, kind, row);
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

function isSaid({ cells }: Pick<RawRow, "cells">): boolean {
  return cells.some((cell) => tidy(cell) !== "");
}

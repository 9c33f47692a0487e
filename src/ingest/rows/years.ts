/** Rows that are not of the year that their folder is named by, or not of it alone. */
import { newsDays } from "../../datasets/as-of.ts";
import { dateText } from "../../text/format.ts";
import type { Message, Occurrence, Problems } from "../problems/problems.ts";
import { cellOf } from "./row.ts";
import type { RowDays } from "./row-days.ts";
import type { Batch, TypedColumns } from "./typed.ts";

/** No matter of a year ends so many years later. */
const FAR = 5;
/** A few matters may all have been carried over, but not so many. */
const MANY = 5;
/** As many places are kept as a problem shows. */
const PLACES = 5;

type Says = "after" | "afterData" | "before" | "carriedOver" | "doneBefore" | "far" | "later";

/** Cells in one column of a file of which the same is to be said. */
interface Cells {
  says: Says;
  file: string;
  column: number;
  places: Occurrence[];
  count: number;
}

export class Years {
  readonly #table: TypedColumns;
  readonly #days: RowDays;
  readonly #problems: Problems;
  /** The columns that tell a row's year, by their places among the date columns. */
  readonly #by: readonly number[];
  /** Those of what counts in the year in which it was done. */
  readonly #ofTheYear: readonly number[];
  /** Columns of days that count only when they have come. */
  readonly #news: readonly number[];
  /** The day up to which the year's data go. */
  readonly #until: number;
  /** Rows that have a day, and those of them that have one in the year, or before and after it. */
  readonly #rows = { all: 0, inYear: 0, first: Number.POSITIVE_INFINITY, last: 0 };
  /** Whether a file has more days than those: what began before the year could be seen to go on. */
  #hasMore = false;
  readonly #cells: Cells[] = [];

  constructor(table: TypedColumns, days: RowDays, problems: Problems) {
    this.#table = table;
    this.#days = days;
    this.#problems = problems;
    const { by = [], ofTheYear = [] } = table.dataset.dated ?? {};
    this.#by = by.map((key) => days.at(key));
    this.#ofTheYear = ofTheYear.map((key) => days.at(key));
    this.#news = newsDays(table.dataset).map((key) => days.at(key));
    this.#until = dayNumber(table.asOf);
  }

  /** A row whose days have been read. */
  addRow(batch: Batch, at: number): void {
    const { dataset, year } = this.#table;
    if (!dataset.dated) return;
    const { numbers, columns } = this.#days;
    let first = Number.POSITIVE_INFINITY;
    let last = 0;
    let begun = -1;
    let after = false;
    for (let i = 0; i < numbers.length; i++) {
      if (numbers[i] === 0 || columns[i]!.lasting) continue;
      const of = yearOf(numbers[i]!);
      if (of < first) first = of;
      if (of > last) last = of;
      if (begun < 0) begun = i;
      if (of < year && this.#ofTheYear.includes(i)) this.#note("doneBefore", i, batch, at);
      if (numbers[i]! <= this.#until) continue;
      const tells = this.#by.includes(i);
      if (tells && of > year) after = true;
      if (tells) this.#note(of > year ? "after" : "afterData", i, batch, at);
      else if (of > year + FAR) this.#note("far", i, batch, at);
      else if (this.#news.includes(i)) this.#note("later", i, batch, at);
    }
    if (begun < 0) return;
    this.#count(first, last);
    this.#hasMore ||= this.#isMoreIn(batch);
    begun = firstFilled(this.#by, numbers) ?? begun;
    // Of a decision that was made before it has been said already.
    const isSaid = this.#ofTheYear.includes(begun);
    if (after || isSaid || yearOf(numbers[begun]!) >= year) return;
    const goesOn = last >= year || dataset.dated.carriedOver;
    this.#note(goesOn ? "carriedOver" : "before", begun, batch, at);
  }

  #isMoreIn({ columns }: Batch): boolean {
    return this.#days.columns.some(
      ({ key, lasting }, i) => !lasting && !this.#by.includes(i) && key in columns,
    );
  }

  /** Many rows of which none is of the year are said once; else each cell is named. */
  endOfYear(): void {
    const { all, inYear } = this.#rows;
    const none = all >= MANY && inYear === 0;
    if (none) this.#sayNone();
    for (const { says, file, column, places, count } of this.#cells) {
      if (none && says !== "far") continue;
      const { label } = this.#days.columns[column]!;
      const message = MESSAGES[says](this.#table);
      const problem = this.#problems.of({ ...message, file, column: label });
      for (const place of places) this.#problems.again(problem, () => place);
      problem.count += count - places.length;
    }
  }

  #sayNone(): void {
    const { year, dataset } = this.#table;
    const { all, first, last } = this.#rows;
    const [{ file, places } = { file: `${year}/${dataset.id}.csv`, places: [] }] = this.#cells;
    const mayGoOn = dataset.dated?.carriedOver && last < year && !this.#hasMore;
    const which = first === last ? `都在${first}年` : `在${first}年到${last}年之间`;
    this.#problems.add({
      code: mayGoOn ? "year-all-before" : "year-all-outside",
      file,
      ...places[0],
      why: `文件夹是${year}年的，表里有日期的${all}行没有一行在${year}年，${which}`,
      fix: `核对是不是放错了年度文件夹，或导出时选错了年份；放到对的文件夹，或重新导出${mayGoOn ? "；确实都是以前转来、本年还在办的，不用改" : ""}`,
    });
  }

  #count(first: number, last: number): void {
    const rows = this.#rows;
    rows.all++;
    if (first <= this.#table.year && last >= this.#table.year) rows.inYear++;
    rows.first = Math.min(rows.first, first);
    rows.last = Math.max(rows.last, last);
  }

  #note(says: Says, column: number, batch: Batch, at: number): void {
    const { file } = batch;
    const same = (one: Cells) => one.says === says && one.column === column && one.file === file;
    let cells = this.#cells.find(same);
    if (!cells) {
      cells = { says, file, column, places: [], count: 0 };
      this.#cells.push(cells);
    }
    cells.count++;
    if (cells.places.length >= PLACES) return;
    const { key, place } = this.#days.columns[column]!;
    const cell = cellOf({ row: batch.rows[at]!, columns: batch.columns }, key);
    cells.places.push({ cell, value: String(batch.value(place, at)) });
  }
}

function firstFilled(places: readonly number[], numbers: readonly number[]): number | undefined {
  for (const place of places) if (numbers[place] !== 0) return place;
  return undefined;
}

function yearOf(day: number): number {
  return Math.floor(day / 10_000);
}

/** 2023-11-30 as the days of rows are written. */
function dayNumber(iso: string): number {
  return Number(iso.replaceAll("-", ""));
}

const MESSAGES: Record<Says, (table: TypedColumns) => Message> = {
  afterData: ({ asOf }) => ({
    code: "after-data",
    why: `site.yaml 写明这一年的数据截至${dateText(asOf)}，这个日期却在那以后`,
    fix: "日期写错的改正；数据其实到了更晚的一天，就把 site.yaml 里的“截至”改成那一天；都没有错，就只导出截至那天的行",
  }),
  later: ({ asOf }) => ({
    code: "happened-later",
    why: `数据截至${dateText(asOf)}，这些事在那以后才有，截至那天按还没有发生算：没有办结、没有公示`,
    fix: "不用改；日期写错的改正",
  }),
  after: ({ year }) => ({
    code: "year-outside",
    why: `文件夹是${year}年的，这个日期却在${year}年以后，不是这一年的事`,
    fix: "年份写错的改正；是以后的事，移到那一年的文件夹",
  }),
  before: ({ year }) => ({
    code: "year-outside",
    why: `文件夹是${year}年的，这个日期却在${year}年以前，不是这一年的事`,
    fix: "年份写错的改正；是以前的事，移到那一年的文件夹",
  }),
  carriedOver: ({ year }) => ({
    code: "year-carried-over",
    why: `文件夹是${year}年的，这些行在${year}年以前就开始了，照样计入${year}年`,
    fix: "以前转来、本年还在办的不用改；年份写错的改正，不是本年的移走",
  }),
  doneBefore: ({ year }) => ({
    code: "year-decided-before",
    why: `这个决定是${year}年以前作出的，计入作出决定的那一年；这里的种类、金额、结果、公示都不再算它`,
    fix: "年份写错的改正；确实是以前决定、本年还在执行的不用改",
  }),
  far: ({ year }) => ({
    code: "date-far",
    why: `比文件夹的${year}年晚了五年以上，多半是年份写错了`,
    fix: "核对后改正年份",
  }),
};

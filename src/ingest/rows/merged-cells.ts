/** Columns whose cells were merged from top to bottom: only the first row of each cell kept what it says. */

import type { Column } from "../../datasets/define.ts";
import { cellName, type Problems } from "../problems/problems.ts";
import { summaryOf } from "../text/summary-words.ts";
import { isBlank, meant, wordKey } from "../text/tidy.ts";
import type { Matched } from "./columns.ts";
import { NULL_CODE, UNINTERNED } from "./dictionary.ts";
import type { Header } from "./header.ts";
import type { Batch } from "./typed.ts";

/** What a column of a file looks like so far. */
interface Seen {
  matched: Matched;
  role: Role;
  /** Of the rows in which it is blank: two columns blank in the same rows have the same. */
  pattern: number;
  /** Its cells cannot be merged ones. */
  ruledOut: boolean;
  rows: number;
  blanks: number;
  /** How many filled cells have blank ones below them. */
  groups: number;
  firstBlank: number;
  words: Set<number>;
  /** Each number of a matter is another one. */
  numbers: number;
  last: number;
  /** The words that subtotals have kept. */
  named: Set<string>;
  /** A subtotal closes a group whose last rows are blank. */
  closes: boolean;
}

/** Of a subtotal's word, which is no code. */
const NAMED = -2;

/**
 * Of a column that every row fills each blank cell is said (read-cell.ts); where a blank is nothing
 * unusual, only the pattern of merged cells is: a word, blanks below it, another word.
 */
export class MergedCells {
  readonly #problems: Problems;
  #header: Header | null = null;
  #columns: Seen[] = [];

  constructor(problems: Problems) {
    this.#problems = problems;
  }

  addRow(batch: Batch, at: number, header: Header): void {
    if (header !== this.#header) this.#begin(header);
    for (const seen of this.#columns) {
      if (!seen.ruledOut) addCell(seen, batch.codes[seen.matched.place]![at]!, batch.rows[at]!);
    }
  }

  /**
   * A subtotal, which is no row: 东街道,小计 above its rows keeps their word, a blank one below them
   * says that they are a group.
   */
  addSubtotal(cells: readonly string[], header: Header): void {
    if (header !== this.#header) this.#begin(header);
    const isOfGroup = cells.some((cell) => /小计|subtotal/i.test(wordKey(cell)));
    for (const seen of this.#columns) {
      const { index, column, lists } = seen.matched;
      const cell = cells[index] ?? "";
      if (isBlank(cell)) seen.closes ||= isOfGroup && seen.last === NULL_CODE && seen.groups > 0;
      else if (
        summaryOf(meant(cell)) === null &&
        (column.vocabulary === undefined || lists(cell))
      ) {
        seen.named.add(meant(cell));
        seen.last = NAMED;
      }
    }
  }

  endOfFile(file: string): void {
    const merged = this.#columns.filter(looksMerged);
    const besides = merged.filter(({ role }) => role !== "measure");
    for (const seen of merged) {
      const { matched, role, blanks, firstBlank, pattern } = seen;
      // Of each blank cell of it something is said already.
      if (role === "always") continue;
      const isSame = (one: Seen) => one.blanks === blanks && one.pattern === pattern;
      const isBeside = role !== "measure" || besides.some(isSame);
      if (!isBeside && !isMergedAlone(seen)) continue;
      const { column, index } = matched;
      this.#problems.add({
        code: "word-empty",
        file,
        cell: cellName(index, firstBlank),
        column: column.label,
        value: `共${blanks}格`,
        ...(role === "measure"
          ? isBeside
            ? ONE_FOR_MANY
            : ONE_NUMBER_ALONE
          : column.type === "id"
            ? MANY_ROWS_OF_ONE
            : ONE_WORD_OF_MANY)(column.label),
      });
    }
    this.#header = null;
    this.#columns = [];
  }

  #begin(header: Header): void {
    this.#header = header;
    this.#columns = header.columns
      .flatMap((matched) => {
        const role = roleOf(matched.key, matched.column, header);
        return role ? { matched, role } : [];
      })
      .map((own) => ({
        ...own,
        pattern: 0,
        ...{ ruledOut: false, rows: 0, blanks: 0, groups: 0, firstBlank: 0 },
        ...{ words: new Set<number>(), numbers: 0, last: NULL_CODE },
        ...{ named: new Set<string>(), closes: false },
      }));
  }
}

/**
 * Words that a row may lack, and the number and the day by which a matter is known: those of its
 * decision come later.
 */
function isAbout(key: string, column: Column, { dataset }: Header): boolean {
  if (column.type === "id") return key === (dataset.key ?? dataset.numbers)?.[0];
  const isWord = column.type === "word" || column.type === "words";
  const isDay = column.type === "date" && key === dataset.dated?.by[0];
  return (isWord || isDay) && !column.required && !column.filled && !column.expected;
}

/**
 * `word`: may be blank, and is looked at; `always`: each of its blank cells is told; `measure`: a day or
 * a number that many a row lacks, and merged beside another column that is, or where most are blank.
 */
type Role = "word" | "always" | "measure";

function roleOf(key: string, column: Column, header: Header): Role | null {
  if (isAbout(key, column, header)) return "word";
  if (column.filled) return null;
  if (column.expected || (column.required && column.type === "word")) return "always";
  const isMeasure = ["date", "quantity", "money"].includes(column.type);
  return isMeasure && !column.required ? "measure" : null;
}

/** A cell that says something, blank ones below it, another. */
function looksMerged(seen: Seen): boolean {
  const { ruledOut, rows, blanks, groups, closes } = seen;
  const words = seen.words.size + seen.named.size + seen.numbers;
  const isOften = (groups >= 2 || closes) && blanks * 3 >= rows;
  // A group and another cell at least, where another column has the same.
  if (seen.role !== "word") {
    return !ruledOut && groups >= 1 && rows - blanks >= 2 && blanks * 3 >= rows;
  }
  return !ruledOut && isOften && words >= 2;
}

/**
 * Numbers of matters, of which nothing else in the file says that they were merged: half of them blank
 * at least; of 件数, which hardly a row lacks, a third.
 */
function isMergedAlone({ matched: { key, column }, rows, blanks }: Seen): boolean {
  if (column.type !== "quantity" || rows < FEWEST_ALONE) return false;
  return blanks * (key === "count" ? 3 : 2) >= rows;
}
const FEWEST_ALONE = 4;

const ONE_NUMBER_ALONE = (label: string) => ({
  why: `一格有${label}、下面几格空着，可能是合并单元格导出的：看不出是几行一共的，还是没有填；空着的按“未公布”，不当作0`,
  fix: `每行都是的，取消合并，逐行填上${label}；是几行一共的，几行合成一行；确实没有的就不用管`,
});

const ONE_FOR_MANY = (label: string) => ({
  why: `这几行空着的，别的列也在同样的几行空着，像是合并单元格导出的：只有第一行有${label}，看不出是几行一共的，还是每行都是`,
  fix: `每行都是的，取消合并，逐行填上${label}；是几行一共的，几行合成一行；确实没有的就不用管`,
});

const ONE_WORD_OF_MANY = (label: string) => ({
  why: "一格有字、下面几格空着，像是合并单元格导出的：只有第一行有字，空着的只能归入“未注明”",
  fix: `是合并的，取消合并，逐行填上${label}；确实没有的就不用管`,
});

const MANY_ROWS_OF_ONE = (label: string) => ({
  why: `一格有${label}、下面几格空着，像是合并单元格导出的：几行若是同一件事，会算成几件`,
  fix: `同一件事的几行，合成一行；各是一件的，取消合并，逐行填上${label}`,
});

function addCell(seen: Seen, code: number, row: number): void {
  const { last } = seen;
  if (code === NULL_CODE) {
    if (seen.rows === 0 && last === NULL_CODE) seen.ruledOut = true;
    if (seen.blanks++ === 0) seen.firstBlank = row;
    seen.pattern = (Math.imul(seen.pattern, 31) + row) | 0;
    if (last !== NULL_CODE) seen.groups++;
  } else {
    // Equal words one below the other would have been merged.
    if (seen.role === "word" && code === last && code !== UNINTERNED) seen.ruledOut = true;
    if (code === UNINTERNED) seen.numbers++;
    // Asked of words alone.
    else if (seen.role === "word") seen.words.add(code);
  }
  seen.rows++;
  seen.last = code;
}

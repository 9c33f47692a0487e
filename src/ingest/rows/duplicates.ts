/** What stands in the files twice: numbers of matters, and whole rows. */
import type { Dataset } from "../../datasets/define.ts";
import type { RowRef } from "../../values/provenance.ts";
import { cellName, type Problems } from "../problems/problems.ts";
import { halfWidth } from "../text/tidy.ts";
import type { Header } from "./header.ts";
import { RepeatedBlocks } from "./repeated-blocks.ts";
import { GrowingInts, TextSet } from "./text-set.ts";
import type { Batch, TypedColumns } from "./typed.ts";

export class Duplicates {
  readonly #dataset: Dataset;
  readonly #keyPlaces: readonly number[];
  readonly #problems: Problems;
  readonly #numberPlaces: readonly number[];
  readonly #keys = new FirstRows();
  readonly #numbers = new FirstRows();
  readonly #wholeRows = new FirstRows();
  readonly #blocks = new RepeatedBlocks();

  constructor(table: TypedColumns, problems: Problems) {
    this.#dataset = table.dataset;
    this.#keyPlaces = (table.dataset.key ?? []).map((key) => table.placeOf(key));
    this.#numberPlaces = (table.dataset.numbers ?? []).map((key) => table.placeOf(key));
    this.#problems = problems;
  }

  addRow(
    batch: Batch,
    at: number,
    { columns, count }: Header,
    tidied: () => readonly string[],
  ): void {
    const { file } = batch;
    const row = batch.rows[at]!;
    const key = valuesAt(this.#keyPlaces, batch, at);
    if (key !== null) {
      const first = this.#keys.firstOf(key, file, row);
      if (first) {
        this.#sayKey(tidied(), { file, row }, columns, first);
        return;
      }
    }
    const number = numberAt(this.#numberPlaces, batch, at);
    if (number !== null) {
      const first = this.#numbers.firstOf(number, file, row);
      if (first) this.#sayNumber(tidied(), { file, row }, columns, first);
    }
    if (key !== null || number !== null) return;
    const text = tidied().join("\u0000");
    const here = { file, row };
    if (!count) {
      this.#blocks.addRow(text, here);
      return;
    }
    const first = this.#wholeRows.firstOf(text, file, row);
    if (!first) return;
    this.#problems.add({
      code: "row-duplicate",
      file: here.file,
      cell: `第${here.row}行`,
      value: `同${rowText(first, here)}`,
      why: "与前面的一行完全相同，两行都会计入",
      fix: "是不是导出了两遍？是就只留一行；确实是两件事就不用改",
    });
  }

  endOfFile(file: string): void {
    const blocks = this.#blocks.endOfFile();
    for (const { from, original, rows } of blocks) {
      this.#problems.add({
        code: "row-duplicate",
        file,
        cell: `第${from}行`,
        value: `共${rows}行，同${rowText(original, { file, row: from })}起`,
        why: "从这一行起的一段与前面的一段逐行相同，都会计入",
        fix: "是不是导出或粘贴了两遍？是就只留一遍；确实是不同的事就不用改",
      });
    }
  }

  #sayNumber(cells: readonly string[], here: RowRef, columns: Header["columns"], first: RowRef) {
    const { numbers = [] } = this.#dataset;
    const column = columns.find((matched) => matched.key === numbers[0]);
    const label = column?.column.label ?? "";
    const cut = isCutByExcel(written(numbers.slice(0, 1), cells, columns));
    this.#problems.add({
      code: "number-duplicate",
      file: here.file,
      cell: cellName(column?.index ?? 0, here.row),
      column: label,
      value: `${written(numbers, cells, columns)}，同${rowText(first, here)}`,
      ...(cut
        ? CUT
        : {
            why: `这个${label}前面已经有了：是同一件就会算两次，现在两行都计入`,
            fix: "核对这两行：填了或导出了两遍的，只留一行；编号写错的改正；确实是两件（如一份决定处罚两个当事人）就不用改",
          }),
    });
  }

  #sayKey(cells: readonly string[], here: RowRef, columns: Header["columns"], first: RowRef): void {
    const { key = [] } = this.#dataset;
    const column = columns.find((matched) => matched.key === key[0]);
    const text = written(key, cells, columns);
    this.#problems.add({
      code: "key-duplicate",
      file: here.file,
      cell: cellName(column?.index ?? 0, here.row),
      column: column?.column.label ?? "",
      value: `${text}，同${rowText(first, here)}`,
      ...(isCutByExcel(text)
        ? CUT
        : {
            why: "这个编号前面已经有了（空格、全角半角、大小写和括号的写法不同，也是同一个），同一件事会被算两次",
            fix: "先核对这两行：是两件事的，改正编号；只有每一格都一样、确实是导出了两遍的，才只留一行",
          }),
    });
  }
}

/** What a row has written in these columns. */
function written(
  keys: readonly string[],
  cells: readonly string[],
  columns: Header["columns"],
): string {
  const parts = keys.map((key) => columns.find((matched) => matched.key === key)?.index ?? -1);
  return parts.map((index) => cells[index] ?? "").join(" ");
}

/** What stands in these columns as one text, where all of them are filled. */
function valuesAt(places: readonly number[], batch: Batch, at: number): string | null {
  let text: string | null = null;
  for (const place of places) {
    const value = batch.value(place, at);
    if (value === null) return null;
    text = text === null ? String(value) : `${text}\u0000${value}`;
  }
  return text;
}

/** The number in the first of these columns, with what the others say; of several one must say something. */
function numberAt(places: readonly number[], batch: Batch, at: number): string | null {
  let text: string | null = null;
  let isTold = places.length === 1;
  for (const place of places) {
    const value = batch.value(place, at);
    if (text === null) {
      if (value === null) return null;
      text = String(value);
      continue;
    }
    isTold ||= value !== null;
    text += `\u0000${value ?? ""}`;
  }
  return isTold ? text : null;
}

/** Excel keeps fifteen digits of a number and writes 0 for the rest, perhaps as 520,100,…,000.00. */
function isCutByExcel(text: string): boolean {
  return /^[1-9]\d{14}0+$/.test(halfWidth(text).replace(/,|\.0*$/g, ""));
}
const CUT = {
  why: "编号超过15位，后面的数字被 Excel 改成了 0，几件事变成了同一个编号",
  fix: "不要删行；从业务系统重新导出，不用 Excel 打开，或先把这一列设为“文本”格式再导入",
};

/** Texts that stood somewhere before, and where first. */
class FirstRows {
  readonly #texts = new TextSet();
  readonly #rows = new GrowingInts(32);
  /** The files in their order, each with the number of its first entry. */
  readonly #files: { file: string; from: number }[] = [];
  #file = "";
  #size = 0;

  /** Where the text stood first; undefined when it is here. */
  firstOf(text: string, file: string, row: number): RowRef | undefined {
    const number = this.#texts.numberOf(text);
    if (number < this.#size) return this.#rowOf(number);
    this.#size++;
    this.#rows.put(number, row);
    if (this.#file !== file) {
      this.#file = file;
      this.#files.push({ file, from: number });
    }
    return undefined;
  }

  #rowOf(number: number): RowRef {
    const { file } = this.#files.findLast(({ from }) => from <= number)!;
    return { file, row: this.#rows.list[number]! };
  }
}

function rowText(first: RowRef, here: RowRef): string {
  return first.file === here.file ? `第${first.row}行` : ` ${first.file} 第${first.row}行`;
}

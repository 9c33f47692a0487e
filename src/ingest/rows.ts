/** Cells → typed rows of a dataset, with every problem collected and nothing silently dropped. */
import type { Dataset, RowValues, Value } from "../datasets/define.ts";
import type { Source } from "./folder.ts";
import { HEADER_WITHIN, type Header, type Matched, type RawRow, readHeader } from "./header.ts";
import type { Ledger } from "./ledger.ts";
import type { Vocabularies } from "./lexicon.ts";
import { type Add, cellName, type Problems } from "./problems.ts";
import { countsRows, isWhole, mayStand, unitsFit } from "./row-checks.ts";
import { kindOf } from "./row-kinds.ts";
import { readTable } from "./table.ts";
import { isBlank, tidy } from "./text.ts";
import { exact } from "./values.ts";

/** One typed row and where it stands. */
export interface Row {
  file: string;
  /** Row number as Excel shows it. */
  row: number;
  values: RowValues;
  /** Where each column stands in the file; shared by all its rows. */
  columns: Readonly<Record<string, number>>;
}

/** Spreadsheet coordinate of a row's cell; of the whole row when the file has no such column. */
export function cellOf({ row, columns }: Pick<Row, "row" | "columns">, key: string): string {
  const index = columns[key];
  return index === undefined ? `第${row}行` : cellName(index, row);
}

const ONE = exact(1);

/** Rows that are no data, and what is said of them. */
const PASSED_OVER = {
  header: {
    code: "header-repeated",
    why: "这一行又是表头，多半是几份表拼在一起",
    mend: "不用改；为整洁可以删掉这一行",
  },
  total: {
    code: "total-row",
    why: "合计行不是一件事，计入会重复",
    mend: "不用改；网站自己会算合计",
  },
  note: {
    code: "note-row",
    why: "这一行只有一句附注或填表人，不是数据",
    mend: "不用改；为整洁可以删掉这一行",
  },
} as const;

/** What the files of one dataset and year are read with. */
export interface Reading {
  year: number;
  dataset: Dataset;
  vocabularies: Vocabularies;
  problems: Problems;
  ledger: Ledger;
  /** Gets every good row; a row with an error is not passed on. */
  onRow: (row: Row) => void;
}

/** Reads one CSV of a dataset. */
export async function readRows(source: Source, reading: Reading): Promise<void> {
  const reader = new RowReader(source.path, reading);
  const trouble = await readTable(source, (cells, row) => reader.take(cells, row));
  if (trouble) {
    const { row, ...what } = trouble;
    reading.ledger.rowIsWrong();
    reading.problems.add({
      ...what,
      file: source.path,
      ...(row === undefined ? {} : { cell: `第${row}行起` }),
    });
    return;
  }
  reader.finish();
  reading.ledger.endOfFile();
}

class RowReader {
  readonly #file: string;
  readonly #reading: Reading;
  /** Rows held back until the header among the first ones is known. */
  #head: RawRow[] | null = [];
  #header: Header | null = null;
  #places: Record<string, number> = {};
  #rows = 0;

  constructor(file: string, reading: Reading) {
    this.#file = file;
    this.#reading = reading;
  }

  take(cells: string[], row: number): void {
    if (this.#head) {
      this.#head.push({ cells, row });
      if (row >= HEADER_WITHIN) this.#settleHeader();
    } else if (this.#header) this.#body(this.#header, cells, row);
  }

  finish(): void {
    this.#settleHeader();
    if (this.#header && this.#rows === 0 && !this.#reading.dataset.optional) {
      this.#add("header-only", {
        why: "表头下面没有一行数据，网站会写“未公布”，不会写 0",
        mend: "补上数据；确实为零的，写一行，件数填 0",
      });
    }
  }

  readonly #add: Add = (code, what) => {
    this.#reading.problems.add({ code, file: this.#file, ...what });
  };

  #settleHeader(): void {
    const head = this.#head;
    if (!head) return;
    this.#head = null;
    const { dataset, vocabularies } = this.#reading;
    const header = readHeader(head, dataset, vocabularies, this.#add);
    if (!header) {
      this.#reading.ledger.rowIsWrong();
      return;
    }
    this.#header = header;
    for (const { key, index } of header.columns) this.#places[key] = index;
    for (const { cells, row } of head) {
      if (row < header.row) mayStand(header, cells, row, this.#add);
      if (row > header.row) this.#body(header, cells, row);
    }
  }

  #body(header: Header, cells: string[], row: number): void {
    const { dataset, ledger } = this.#reading;
    const kind = kindOf(cells, header, dataset);
    if (kind === "blank") return;
    if (!mayStand(header, cells, row, this.#add)) {
      this.#rows++;
      ledger.rowIsWrong();
    } else if (kind === "data") this.#data(header, cells, row);
    else {
      const { code, ...what } = PASSED_OVER[kind];
      const first = cells.find((cell) => tidy(cell) !== "") ?? "";
      const value = kind === "note" ? { value: first } : {};
      this.#add(code, { cell: `第${row}行`, ...value, ...what });
      if (kind === "total") ledger.addTotal({ file: this.#file, row }, cells, header);
    }
  }

  #data(header: Header, cells: string[], row: number): void {
    const { dataset, ledger, year } = this.#reading;
    this.#rows++;
    const values: RowValues = {};
    let good = isWhole(header, cells, row, this.#add) && countsRows(header, cells, row, this.#add);
    if (good) {
      for (const matched of header.columns) {
        const value = this.#value(matched, cells[matched.index] ?? "", row);
        if (value === undefined) good = false;
        else values[matched.key] = value;
      }
      good &&= unitsFit(header, cells, values, row, this.#add);
    }
    if (!good) {
      ledger.rowIsWrong();
      return;
    }
    if ("count" in dataset.columns && !("count" in values)) values.count = ONE;
    ledger.addRow({ file: this.#file, row }, cells, header, values);
    for (const [key, derived] of Object.entries(dataset.derived ?? {})) {
      if (!(key in values)) values[key] = derived.value(values, year);
    }
    this.#reading.onRow({ file: this.#file, row, values, columns: this.#places });
  }

  /** The typed value; undefined when it is wrong, and then said so. */
  #value({ column, index, key, read }: Matched, raw: string, row: number): Value | undefined {
    const where = () => ({ cell: cellName(index, row), column: column.label, value: raw });
    if (isBlank(raw)) return this.#blank(column, key, where);
    const parsed = read(raw);
    if (!parsed.ok) {
      const { code, why, mend } = parsed;
      this.#add(code, { ...where(), why, mend });
      return undefined;
    }
    if (parsed.normalised !== undefined) {
      this.#add("normalised", {
        ...where(),
        why: "写法不统一，但意思确定，已自动统一",
        mend: "不用改",
      });
    }
    return parsed.value;
  }

  #blank(
    column: Matched["column"],
    key: string,
    where: () => { cell: string; column: string; value: string },
  ): Value | undefined {
    if (column.filled) {
      this.#add("cell-empty", {
        ...where(),
        why: "这一格必须填",
        mend: `填上${column.label}；整行没有用就删掉整行`,
      });
      return undefined;
    }
    if (key === "count") {
      this.#add("count-empty", {
        ...where(),
        why: "这一行的件数按“未公布”处理，不当作 0，也不当作 1",
        mend: "报告确实没有写就不用改；是一件请填 1",
      });
    } else if (column.required && column.type === "word") {
      this.#add("word-empty", {
        ...where(),
        why: "这一行只能归入“未注明”；合并单元格导出后，只有第一行有字",
        mend: `取消合并，逐行填上${column.label}；确实不知道就不用管`,
      });
    }
    return null;
  }
}

/** Cells → typed rows of a dataset, with every problem collected and nothing silently dropped. */
import type { Dataset, Value } from "../datasets/define.ts";
import type { Source } from "./folder.ts";
import { HEADER_WITHIN, type Header, type Matched, type RawRow, readHeader } from "./header.ts";
import type { Ledger } from "./ledger.ts";
import type { Vocabularies } from "./lexicon.ts";
import { PlainRows } from "./plain-rows.ts";
import { type Add, cellName, type Problems } from "./problems.ts";
import { readCell } from "./read-cell.ts";
import { countsRows, isWhole, mayStand, unitsFit } from "./row-checks.ts";
import { kindOf } from "./row-kinds.ts";
import { readTable } from "./table.ts";
import { tidy } from "./text.ts";
import { type Deriving, NOTHING, type Row, type TypedRow } from "./typed.ts";
import { exact } from "./values.ts";

export type { Row } from "./typed.ts";

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
  dataset: Dataset;
  vocabularies: Vocabularies;
  problems: Problems;
  ledger: Ledger;
  /** The typed row, the same object for all rows. */
  row: TypedRow;
  /** Gets every good row; a row with an error is not passed on. */
  onRow: (row: TypedRow) => void;
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
}

class RowReader {
  readonly #file: string;
  readonly #reading: Reading;
  /** Rows held back until the header among the first ones is known. */
  #head: RawRow[] | null = [];
  #header: Header | null = null;
  #plain: PlainRows | null = null;
  #derived: readonly Deriving[] = [];
  #rows = 0;

  constructor(file: string, reading: Reading) {
    this.#file = file;
    this.#reading = reading;
  }

  take(cells: string[], row: number): void {
    if (this.#head) {
      this.#head.push({ cells, row });
      if (row >= HEADER_WITHIN) this.#settleHeader();
      return;
    }
    if (!this.#header) return;
    if (this.#plain?.take(cells, row)) {
      this.#rows++;
      this.#pass();
    } else this.#body(this.#header, cells, row);
  }

  finish(): void {
    this.#settleHeader();
    if (this.#header && this.#rows === 0 && !this.#reading.dataset.optional) {
      this.#add("header-only", {
        why: "表头下面没有一行数据，网站会写“未公布”，不会写 0",
        mend: "补上数据；确实为零的，写一行，件数填 0",
      });
    }
    this.#reading.ledger.endOfFile(this.#file, this.#header);
  }

  readonly #add: Add = (code, what) => {
    this.#reading.problems.add({ code, file: this.#file, ...what });
  };

  #settleHeader(): void {
    const head = this.#head;
    if (!head) return;
    this.#head = null;
    const { dataset, vocabularies, problems, ledger, row } = this.#reading;
    const header = readHeader(head, dataset, vocabularies, this.#add);
    if (!header) {
      ledger.rowIsWrong();
      return;
    }
    this.#header = header;
    this.#derived = this.#prepare(row, header);
    if (PlainRows.fits(header)) {
      const file = { path: this.#file, header, dataset, problems, ledger };
      this.#plain = new PlainRows(file, row);
    }
    for (const { cells, row } of head) {
      if (row < header.row) mayStand(header, cells, row, this.#add);
      if (row > header.row) this.#body(header, cells, row);
    }
  }

  /** Readies the typed row for this file; gives the columns that are computed in it. */
  #prepare(row: TypedRow, { columns }: Header): readonly Deriving[] {
    const { dataset } = this.#reading;
    row.file = this.#file;
    row.columns = Object.fromEntries(columns.map(({ key, index }) => [key, index]));
    row.codes.fill(NOTHING);
    const given = columns.map(({ place }) => place);
    const count = row.table.placeOf("count");
    if ("count" in dataset.columns && !given.includes(count)) {
      given.push(count);
      row.put(count, ONE);
    }
    // A file may bring them ready-made.
    const missing = Object.keys(dataset.derived ?? {}).filter(
      (key) => !given.includes(row.table.placeOf(key)),
    );
    row.given = [...given, ...missing.map((key) => row.table.placeOf(key))];
    return row.table.derive(missing);
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

  #data(header: Header, cells: string[], at: number): void {
    const { ledger, row } = this.#reading;
    this.#rows++;
    let good = isWhole(header, cells, at, this.#add) && countsRows(header, cells, at, this.#add);
    if (good) {
      row.moved(at);
      for (const matched of header.columns) {
        const value = this.#value(matched, cells[matched.index] ?? "", at);
        if (value === undefined) good = false;
        else row.put(matched.place, value);
      }
      good &&= unitsFit(header, cells, row, at, this.#add);
    }
    if (!good) {
      ledger.rowIsWrong();
      return;
    }
    ledger.addRow(row, header, () => cells.map(tidy));
    this.#pass();
  }

  /** Passes the typed row on, its derived columns computed. */
  #pass(): void {
    const { row, onRow } = this.#reading;
    for (const derived of this.#derived) derived.fill(row);
    onRow(row);
  }

  /** The typed value; undefined when it is wrong. What is to be said of it is said. */
  #value(matched: Matched, raw: string, row: number): Value | undefined {
    const { value, say } = readCell(matched, raw);
    if (say) {
      const { code, ...what } = say;
      const { index, column } = matched;
      this.#add(code, { cell: cellName(index, row), column: column.label, value: raw, ...what });
    }
    return value;
  }
}

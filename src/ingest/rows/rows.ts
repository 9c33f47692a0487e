/** Cells → typed rows of a dataset, with every problem collected and nothing silently dropped. */
import type { Dataset } from "../../datasets/define.ts";
import { exact } from "../../values/quantity.ts";
import type { Value } from "../../values/value.ts";
import type { Vocabularies } from "../cells/lexicon.ts";
import { type Code, KINDS } from "../problems/kinds.ts";
import {
  type Add,
  cellName,
  columnName,
  type Message,
  type Problems,
} from "../problems/problems.ts";
import { isNothing, tidy } from "../text/tidy.ts";
import { AsOf } from "./as-of.ts";
import { headerNames } from "./column-names.ts";
import type { Matched } from "./columns.ts";
import { type Deriving, deriving } from "./derive.ts";
import { NULL_CODE } from "./dictionary.ts";
import { HEADER_WITHIN } from "./find-header.ts";
import { type Header, readHeader } from "./header.ts";
import type { FileColumns, Learned } from "./learned.ts";
import type { Ledger } from "./ledger.ts";
import { cellsOf, type Piece, type RawRow } from "./piece.ts";
import { PlainRows } from "./plain-rows.ts";
import { readCell } from "./read-cell.ts";
import { passes } from "./row-checks.ts";
import type { RowKind } from "./row-kind.ts";
import { isOfAll, kindOf, ROW_KINDS } from "./row-kinds.ts";
import { readTable, type TableSource } from "./table.ts";
import type { Batch } from "./typed.ts";

const ONE = exact(1);

/** What the files of one dataset and year are read with. */
export interface Reading {
  dataset: Dataset;
  vocabularies: Vocabularies;
  problems: Problems;
  ledger: Ledger;
  /** Filled with the typed rows, again and again. */
  batch: Batch;
  /** Gets the batch after every piece of a file; rows with an error are not in it. */
  onBatch: (batch: Batch) => void;
  /** Every row is looked at as a whole, also where its cells alone tell enough: slower, and the same. */
  oneByOne?: boolean;
  /** What an earlier reading of all the files has told. */
  learned?: Learned | undefined;
}

const NOTHING: FileColumns = { blank: [], filled: [], have: [], none: [] };

/** Reads one CSV of a dataset. Gives what it has seen that it should have known (learned.ts). */
export async function readRows(source: TableSource, reading: Reading): Promise<FileColumns> {
  const reader = new RowReader(source.path, reading);
  const take = (piece: Piece) => reader.take(piece);
  const names = headerNames(reading.dataset);
  const remarks = await (source.readTable?.(names, take) ?? readTable(source, names, take));
  for (const remark of remarks) reading.problems.add({ ...remark, file: source.path });
  if (remarks.some(({ code }) => KINDS[code][0] === "error")) {
    reading.ledger.rowIsWrong();
    return NOTHING;
  }
  return reader.finish();
}

class RowReader {
  readonly #file: string;
  readonly #reading: Reading;
  /** Rows held back until the header among the first ones is known. */
  #head: RawRow[] | null = [];
  #header: Header | null = null;
  #plain: PlainRows | null = null;
  #derived: readonly Deriving[] = [];
  readonly #asOf: AsOf;
  #hasRows = false;
  #rows = 0;
  /** Columns that say something by a blank cell; and those of them that no row has filled. */
  #telling: readonly Matched[] = [];
  #unfilled: readonly Matched[] = [];

  constructor(file: string, reading: Reading) {
    this.#file = file;
    this.#reading = reading;
    this.#asOf = new AsOf(reading.batch.table);
  }

  take(piece: Piece): void {
    let at = 0;
    for (; this.#head && at < piece.length; at++) {
      this.#head.push({ cells: cellsOf(piece, at), row: piece.firstRow + at });
      if (this.#head.length === HEADER_WITHIN) this.#findHeader();
    }
    if (!this.#header) return;
    this.#flush();
    this.#plain?.read(piece, at);
    for (; at < piece.length; at++) {
      const row = piece.firstRow + at;
      if (this.#plain?.keep(at)) {
        this.#hasRows = true;
        this.#rows++;
      } else this.#body(this.#header, { cells: cellsOf(piece, at), row });
    }
    this.#flush();
  }

  finish(): FileColumns {
    this.#findHeader();
    if (this.#header && !this.#hasRows && !this.#reading.dataset.optional) {
      this.#add("header-only", {
        why: "表头下面没有一行数据，网站会写“未公布”，不会写 0",
        fix:
          "count" in this.#reading.dataset.columns
            ? "补上数据；确实为零的，写一行，件数填 0；没有这份数据的，删掉这个文件"
            : "补上数据；没有的，删掉这个文件",
      });
    }
    this.#flush();
    this.#reading.ledger.endOfFile(this.#file, this.#header);
    this.#sayBlank();
    // A wrong row may be the one that fills it.
    if (!this.#hasRows || this.#reading.ledger.isBroken) return NOTHING;
    const blank = this.#unfilled.map((matched) =>
      this.#told(matched, "column-blank", BLANK(matched)),
    );
    const filled = this.#telling.filter((matched) => !this.#unfilled.includes(matched));
    const seen = (what: "have" | "none") =>
      (this.#header?.columns ?? [])
        .filter(({ haveOrNot }) => haveOrNot && !haveOrNot.isNo && haveOrNot.seen.has(what))
        .map((matched) => this.#told(matched, "normalised", NONE_IS_NO));
    return { blank, filled: filled.map(({ key }) => key), have: seen("have"), none: seen("none") };
  }

  /** Columns of which each blank cell was said, and none is filled: that is one thing, and no merged cells. */
  #sayBlank(): void {
    for (const matched of this.#rows > 0 ? (this.#header?.columns ?? []) : []) {
      const { message } = readCell(matched, "");
      if (message?.code !== "word-empty") continue;
      const { column } = matched;
      const said = { ...message, file: this.#file, column: column.label };
      const { says } = this.#told(matched, "column-blank", ALL_BLANK(matched));
      this.#reading.problems.reword(said, this.#rows, says);
    }
  }

  #told({ key, column, index }: Matched, code: Code, message: Pick<Message, "why" | "fix">) {
    const cell = `${columnName(index)}列`;
    return { key, says: { code, file: this.#file, cell, column: column.label, ...message } };
  }

  readonly #add: Add = (code, what) =>
    this.#reading.problems.add({ code, file: this.#file, ...what });

  #findHeader(): void {
    const head = this.#head;
    if (!head) return;
    this.#head = null;
    const { dataset, vocabularies, problems, ledger, batch, oneByOne } = this.#reading;
    const header = readHeader(head, dataset, batch.table.year, vocabularies, this.#add);
    if (!header) {
      ledger.rowIsWrong();
      return;
    }
    this.#header = header;
    for (const { key, haveOrNot } of header.columns) {
      if (haveOrNot) haveOrNot.isNo = this.#reading.learned?.haveOrNot.includes(key) ?? false;
    }
    this.#derived = this.#prepare(batch, header);
    if (!oneByOne) {
      this.#plain = new PlainRows({ path: this.#file, header, problems, ledger }, batch);
    }
    for (const raw of head) {
      if (raw.row <= header.row) passes("any", raw, header, this.#add);
      if (raw.row > header.row) this.#body(header, raw);
    }
  }

  /** Readies the batch for this file; gives what computes the columns that it does not bring. */
  #prepare(batch: Batch, { columns }: Header): readonly Deriving[] {
    const { table } = batch;
    const { dataset } = table;
    batch.file = this.#file;
    // A file that became unreadable may have left rows behind.
    batch.length = 0;
    batch.columns = Object.fromEntries(columns.map(({ key, index }) => [key, index]));
    for (const codes of batch.codes) codes.fill(NULL_CODE);
    const without = this.#reading.learned?.unfilled ?? [];
    const given = columns.filter(({ key }) => !without.includes(key)).map(({ place }) => place);
    const count = table.placeOf("count");
    if (count >= 0 && !given.includes(count)) {
      given.push(count);
      batch.putAll(count, ONE);
    }
    // A file may bring them ready-made.
    const missing = Object.keys(dataset.derived ?? {}).filter(
      (key) => !given.includes(table.placeOf(key)),
    );
    batch.given = [...given, ...missing.map((key) => table.placeOf(key))];
    const telling = missing.flatMap((key) => dataset.derived?.[key]?.blankSays ?? []);
    this.#telling = columns.filter(({ key }) => telling.includes(key) && !without.includes(key));
    this.#unfilled = this.#telling;
    return deriving(table, missing);
  }

  #body(header: Header, raw: RawRow): void {
    const { ledger } = this.#reading;
    const { cells, row } = raw;
    const kind = kindOf(raw, header);
    if (kind === "blank") return;
    if (!passes("any", raw, header, this.#add)) {
      this.#hasRows = true;
      ledger.rowIsWrong(cells);
    } else if (kind === "data") this.#data(header, raw);
    else {
      const { message, shows, adds, counts }: RowKind = ROW_KINDS[kind];
      const { code, ...what } = message!;
      const value = shows ? { value: cells.find((cell) => !isNothing(cell)) ?? "" } : {};
      this.#add(code, { cell: `第${row}行`, ...value, ...what });
      if (counts) this.#data(header, raw, { blanks: false });
      if (!adds) return;
      const naming = kind === "nameless" ? "none" : isOfAll(cells) ? "total" : "part";
      ledger.addTotal({ file: this.#file, row }, cells, header, naming);
    }
  }

  /** A row that counts; what is blank in it is said, unless more was said of it already. */
  #data(header: Header, raw: RawRow, say = { blanks: true }): void {
    const { ledger, batch } = this.#reading;
    const { cells, row } = raw;
    this.#hasRows = true;
    let good = passes("data", raw, header, this.#add);
    if (good) {
      for (const matched of header.columns) {
        const { place } = matched;
        const value = this.#value(matched, cells[matched.index] ?? "", row, say);
        if (value === undefined) good = false;
        else batch.stage(place, batch.length, batch.table.encode(place, value));
      }
      good &&= passes("good", raw, header, this.#add);
    }
    this.#rows++;
    if (!good) {
      ledger.rowIsWrong(cells);
      return;
    }
    const at = batch.takeIn(batch.length, row);
    ledger.addRow(batch, at, header, () => cells.map(tidy));
  }

  /** Passes the batch on, its derived columns computed, and empties it. */
  #flush(): void {
    const { batch, onBatch } = this.#reading;
    if (batch.length === 0) return;
    this.#unfilled = this.#unfilled.filter(({ place }) => isUnfilled(batch, place));
    this.#asOf.apply(batch);
    for (const derived of this.#derived) derived.fill(batch);
    onBatch(batch);
    batch.length = 0;
  }

  /** The typed value; undefined when it is wrong. What is to be said of it is said. */
  #value(matched: Matched, raw: string, row: number, say: { blanks: boolean }): Value | undefined {
    const { value, message } = readCell(matched, raw);
    if (message && (say.blanks || message.code !== "word-empty")) {
      const { code, ...what } = message;
      const { index, column } = matched;
      this.#add(code, { cell: cellName(index, row), column: column.label, value: raw, ...what });
    }
    return value;
  }
}

function isUnfilled({ codes, length }: Batch, place: number): boolean {
  return codes[place]!.subarray(0, length).every((code) => code === NULL_CODE);
}

const NONE_IS_NO = {
  why: "这一列有的写“有”，有的写“无”：“无”读作“否”，不当作没有填",
  fix: "不用改",
};

const ALL_BLANK = ({ column: { label, type } }: Matched) => ({
  why: `这一列每一行都空着，${type === "date" ? "不知道各是哪个月" : `按${label}分的数`}，都写“未注明”`,
  fix: "有的补上；是导出里没有这一列的：整份都一样，导入时加 --set，补不上就不用管",
});

const BLANK = ({ column: { label } }: Matched) => ({
  why: `这一列每一行都空着，看不出是都还没有，还是没有填；凭“${label}”算的都写“未公布”，不当作逾期`,
  fix: "有日期的补上；系统里导不出来的不用管",
});

/** Cells → typed rows of a dataset, with every problem collected and nothing silently dropped. */
import type { Dataset, RowValues, Value } from "../datasets/define.ts";
import type { Source } from "./folder.ts";
import {
  HEADER_WITHIN,
  type Header,
  isHeaderAgain,
  type Matched,
  type RawRow,
  readHeader,
} from "./header.ts";
import type { Ledger } from "./ledger.ts";
import type { Vocabularies } from "./lexicon.ts";
import { personalData } from "./privacy.ts";
import { type Code, cellName, type Problems } from "./problems.ts";
import { CELL_LIMIT, readTable } from "./table.ts";
import { isBlank, isGarbled, tidy, wordKey } from "./text.ts";
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

/** 合计, 总 计, 本页小计：, 合计（件）, 总计：40件. */
const TOTAL =
  /^(?:本[页月年表季]|全[年部市局县区]|各项|以上)*(?:合计|总计|小计|共计|累计|总数|总和|汇总)(?:数|件数|数量)?(?:\([^)]*\))?:?(?:[\d,]+[件宗起次条个]?)?$/;
const ONE = exact(1);

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

  #add(
    code: Code,
    what: { cell?: string; column?: string; value?: string; why: string; mend: string },
  ): void {
    this.#reading.problems.add({ code, file: this.#file, ...what });
  }

  #settleHeader(): void {
    const head = this.#head;
    if (!head) return;
    this.#head = null;
    const { dataset, vocabularies } = this.#reading;
    const header = readHeader(head, dataset, vocabularies, (code, what) => this.#add(code, what));
    if (!header) {
      this.#reading.ledger.rowIsWrong();
      return;
    }
    this.#header = header;
    for (const { key, index } of header.columns) this.#places[key] = index;
    for (const { cells, row } of head) {
      if (row < header.row) this.#mayStand(header, cells, row);
      if (row > header.row) this.#body(header, cells, row);
    }
  }

  #body(header: Header, cells: string[], row: number): void {
    if (cells.every((cell) => cell === "" || tidy(cell) === "")) return;
    const { dataset, ledger, year } = this.#reading;
    if (isHeaderAgain(cells, header, dataset)) {
      this.#add("header-repeated", {
        cell: `第${row}行`,
        why: "这一行又是表头，多半是几份表拼在一起",
        mend: "不用改；为整洁可以删掉这一行",
      });
      return;
    }
    if (this.#isTotal(header, cells)) {
      this.#add("total-row", {
        cell: `第${row}行`,
        why: "合计行不是一件事，计入会重复",
        mend: "不用改；网站自己会算合计",
      });
      ledger.addTotal({ file: this.#file, row }, cells, header);
      return;
    }

    this.#rows++;
    const values: RowValues = {};
    let good = this.#mayStand(header, cells, row) && this.#isWhole(header, cells, row);
    if (good) {
      for (const matched of header.columns) {
        const value = this.#value(matched, cells[matched.index] ?? "", row);
        if (value === undefined) good = false;
        else values[matched.key] = value;
      }
      good &&= this.#unitsFit(header, cells, values, row);
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

  /** A total says so in its first cell, or in a column that names what is counted. */
  #isTotal(header: Header, cells: readonly string[]): boolean {
    const first = cells.find((cell) => tidy(cell) !== "") ?? "";
    if (isTotalWord(first)) return true;
    return (
      "count" in this.#reading.dataset.columns &&
      header.columns.some(
        ({ column, index }) =>
          (column.type === "word" || column.type === "text") && isTotalWord(cells[index] ?? ""),
      )
    );
  }

  /** What no cell may hold, used or not: lost text, a swallowed page, personal data. */
  #mayStand(header: Header, cells: readonly string[], row: number): boolean {
    let good = true;
    const columnOf = (index: number) => {
      const label = header.columns.find((matched) => matched.index === index)?.column.label;
      const name = label ?? header.names[index];
      return name ? { column: name } : {};
    };
    for (const [index, raw] of cells.entries()) {
      const where = () => ({ cell: cellName(index, row), ...columnOf(index) });
      if (raw.length > CELL_LIMIT) {
        good = false;
        this.#add("cell-too-long", {
          ...where(),
          value: raw,
          why: `一格里的字超过了 Excel 一格最多的${CELL_LIMIT}个，多半是粘贴错了或引号没有配对`,
          mend: "核对这一格，只留应有的内容",
        });
        continue;
      }
      if (isGarbled(raw)) {
        good = false;
        this.#add("garbled", {
          ...where(),
          value: raw,
          why: "有些字在导出或转换时已经丢失，只剩乱码",
          mend: "从业务系统重新导出，不要改这份文件",
        });
        continue;
      }
      const personal = personalData(raw);
      if (!personal) continue;
      good = false;
      this.#add("personal", {
        ...where(),
        value: personal.masked,
        why: `含有${personal.kind}，不能放进公开的数据`,
        mend: "删掉它后重新导出；如已提交，请一并从历史中清除",
      });
    }
    return good;
  }

  /** Every cell stands under a name, and no line break has cut the row in two. */
  #isWhole(header: Header, cells: readonly string[], row: number): boolean {
    for (const [index, raw] of cells.entries()) {
      if ((header.names[index] ?? "") !== "" || tidy(raw) === "") continue;
      this.#add("row-too-wide", {
        cell: cellName(index, row),
        value: raw,
        why: "多出的一格上面没有列名，多半是文字里的半角逗号把一格分成了两格，后面的都错了位",
        mend: "文字里用中文逗号“，”；确实是一列就补上列名，没有用就删掉",
      });
      return false;
    }
    if (cells.length >= header.names.length) return true;
    const cutOff = header.columns.some(
      ({ column, index }) => column.required && index >= cells.length,
    );
    const merged = cells.some((cell) => /[,;\t][^\n]*\n|\n[^\n]*[,;\t]/.test(cell));
    if (!cutOff && !merged) return true;
    this.#add("row-broken", {
      cell: `第${row}行`,
      value: cells.find((cell) => tidy(cell) !== "") ?? "",
      why: "这一行缺了后面的格，多半是格里的换行把一行断成了两行，或引号把两行并成了一行",
      mend: "在 Excel 里去掉格里的换行后重新导出",
    });
    return false;
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

  /** A number written with its unit says the same unit as the column beside it. */
  #unitsFit(header: Header, cells: readonly string[], values: RowValues, row: number): boolean {
    let good = true;
    for (const { column, index, read } of header.columns) {
      if (!column.unitIn) continue;
      const raw = cells[index] ?? "";
      const said = values[column.unitIn];
      const parsed = isBlank(raw) ? null : read(raw);
      if (!parsed?.ok || !parsed.unit || typeof said !== "string") continue;
      if (wordKey(parsed.unit) === wordKey(said)) continue;
      good = false;
      this.#add("number", {
        cell: cellName(index, row),
        column: column.label,
        value: raw,
        why: `数字后面写的是“${parsed.unit}”，单位一列写的是“${said}”`,
        mend: "核对后改成同一个单位；数字后面可以不写单位",
      });
    }
    return good;
  }
}

function isTotalWord(cell: string): boolean {
  return cell.length <= 20 && /[计数和汇]/.test(cell) && TOTAL.test(wordKey(cell));
}

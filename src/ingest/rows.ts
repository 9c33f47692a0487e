/** Cells → typed rows of a dataset, with every problem collected and nothing silently dropped. */
import { closest, distance } from "fastest-levenshtein";
import type { Column, Dataset, RowValues, Value } from "../datasets/define.ts";
import type { Source } from "./folder.ts";
import { PERSONAL_HEADER, personalData } from "./privacy.ts";
import { type Code, cellName, type Problems } from "./problems.ts";
import { CELL_LIMIT, readTable } from "./table.ts";
import {
  exact,
  halfWidth,
  isBlank,
  type Parsed,
  parseDate,
  parseQuantity,
  type Quantity,
  tidy,
} from "./values.ts";

/** One typed row and where it stands. */
export interface Row {
  file: string;
  /** Row number as Excel shows it. */
  row: number;
  values: RowValues;
}

/** The bureau's own words by vocabulary name: word → itself, alias → word. */
export type Vocabularies = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** A column of the file matched to a column of the dataset. */
interface Matched {
  index: number;
  key: string;
  column: Column;
  header: string;
  parse: (raw: string) => Parsed<Value>;
}

const HEADER_WITHIN = 10;
const TOTAL = /^(?:合计|总计|小计|共计|总数|总和)[:：]?$/;
const ONE = exact(1);

/** Reads one CSV of a dataset. `onRow` gets every good row; a row with an error is not passed on. */
export async function readRows(
  source: Source,
  dataset: Dataset,
  vocabularies: Vocabularies,
  problems: Problems,
  onRow: (row: Row) => void,
): Promise<void> {
  const reader = new RowReader(source.path, dataset, vocabularies, problems, onRow);
  const trouble = await readTable(source, (cells, row) => reader.take(cells, row));
  if (trouble) {
    const { row, ...what } = trouble;
    problems.add({
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
  readonly #dataset: Dataset;
  readonly #vocabularies: Vocabularies;
  readonly #problems: Problems;
  readonly #onRow: (row: Row) => void;
  /** Rows held back until the header among the first ones is known. */
  #head: { cells: string[]; row: number }[] | null = [];
  #columns: Matched[] = [];
  #headerNames: string[] = [];
  #usable = false;
  #rows = 0;
  #sum: number | null = 0;
  readonly #keys = new Map<string, number>();
  readonly #whole = new Map<string, number>();

  constructor(
    file: string,
    dataset: Dataset,
    vocabularies: Vocabularies,
    problems: Problems,
    onRow: (row: Row) => void,
  ) {
    this.#file = file;
    this.#dataset = dataset;
    this.#vocabularies = vocabularies;
    this.#problems = problems;
    this.#onRow = onRow;
  }

  take(cells: string[], row: number): void {
    if (this.#head) {
      this.#head.push({ cells, row });
      if (row >= HEADER_WITHIN) this.#settleHeader();
    } else if (this.#usable) this.#body(cells, row);
  }

  finish(): void {
    this.#settleHeader();
    if (this.#usable && this.#rows === 0 && !this.#dataset.optional) {
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
    this.#problems.add({ code, file: this.#file, ...what });
  }

  /** Finds the header among the first rows: the row in which most cells are known headers. */
  #settleHeader(): void {
    const head = this.#head;
    if (!head) return;
    this.#head = null;
    const scores = head.map(
      ({ cells }) => cells.filter((cell) => findColumn(this.#dataset, cell)).length,
    );
    const best = Math.max(0, ...scores);
    const at = scores.indexOf(best);
    const header = head[at];
    if (!header || best === 0) {
      const labels = Object.values(this.#dataset.columns).map((column) => column.label);
      this.#add("header-missing", {
        ...(head[0]?.cells[0] ? { cell: "A1", value: head[0].cells[0] } : {}),
        why: `前${HEADER_WITHIN}行里没有一行像“${this.#dataset.label}”的表头`,
        mend: `第一行写列名，例如：${labels.slice(0, 6).join("、")}`,
      });
      return;
    }
    for (const { cells, row } of head.slice(0, at)) {
      if (cells.every((cell) => tidy(cell) === "")) continue;
      this.#add("rows-above-header", {
        cell: `第${row}行`,
        value: cells.find((cell) => tidy(cell) !== "") ?? "",
        why: "这一行在表头上面，是标题或分组名，不是数据",
        mend: "不用改；如果这其实是数据，请把它移到表头下面",
      });
    }
    this.#matchHeader(header.cells, header.row);
    if (this.#usable) for (const { cells, row } of head.slice(at + 1)) this.#body(cells, row);
  }

  #matchHeader(cells: string[], row: number): void {
    this.#headerNames = cells.map(tidy);
    const seen = new Map<string, string>();
    for (const [index, raw] of cells.entries()) {
      const header = tidy(raw);
      if (header === "") continue;
      const cell = cellName(index, row);
      const key = findColumn(this.#dataset, header);
      if (!key) {
        this.#unknownColumn(header, cell);
        continue;
      }
      const first = seen.get(key);
      if (first) {
        this.#add("column-duplicate", {
          cell,
          value: header,
          why: `与 ${first} 是同一列，不知道该用哪一列`,
          mend: "删掉其中一列",
        });
        continue;
      }
      seen.set(key, cell);
      const column = this.#dataset.columns[key]!;
      const parse = parserOf(column, header, this.#vocabularies);
      this.#columns.push({ index, key, column, header: column.label, parse });
    }
    const unmatched = this.#headerNames.filter(
      (header) => header !== "" && !findColumn(this.#dataset, header),
    );
    let complete = true;
    for (const [key, column] of Object.entries(this.#dataset.columns)) {
      if (!column.required || seen.has(key)) continue;
      complete = false;
      const near = nearest(column.label, unmatched);
      this.#add("column-missing", {
        cell: `第${row}行`,
        column: column.label,
        why: near
          ? `没有“${column.label}”这一列，最接近的是“${near}”`
          : `没有“${column.label}”这一列`,
        mend: near
          ? `如果“${near}”就是它，把列名改成“${column.label}”`
          : `在表头加一列“${column.label}”`,
      });
    }
    this.#usable = complete;
  }

  #unknownColumn(header: string, cell: string): void {
    if (PERSONAL_HEADER.test(header)) {
      this.#add("column-personal", {
        cell,
        value: header,
        why: "这一列像是个人信息，不能放进公开的数据",
        mend: "在 Excel 里删掉整列后重新导出；如已提交，请一并从历史中清除",
      });
      return;
    }
    const labels = Object.values(this.#dataset.columns).map((column) => column.label);
    const near = nearest(header, labels);
    this.#add("column-unknown", {
      cell,
      value: header,
      why: "这一列没有用到，也不会公开",
      mend: near ? `如果应是“${near}”，请改列名；否则可以不管` : "可以不管，也可以删掉这一列",
    });
  }

  #body(cells: string[], row: number): void {
    if (cells.every((cell) => cell === "" || tidy(cell) === "")) return;
    if (this.#isHeaderAgain(cells)) {
      this.#add("header-repeated", {
        cell: `第${row}行`,
        why: "这一行又是表头，多半是几份表拼在一起",
        mend: "不用改；为整洁可以删掉这一行",
      });
      return;
    }
    const firstText = cells.find((cell) => tidy(cell) !== "") ?? "";
    if (TOTAL.test(halfWidth(firstText).replace(/ /g, ""))) {
      this.#total(cells, row);
      return;
    }

    const values: RowValues = {};
    let good = this.#widthFits(cells, row);
    for (const matched of this.#columns) {
      const raw = cells[matched.index] ?? "";
      const value = this.#value(matched, raw, row);
      if (value === undefined) good = false;
      else values[matched.key] = value;
    }
    if (!good) {
      this.#sum = null;
      return;
    }
    if ("count" in this.#dataset.columns && !("count" in values)) values.count = ONE;
    this.#rows++;
    this.#checkDuplicates(cells, values, row);
    this.#addToSum(values);
    for (const [key, derived] of Object.entries(this.#dataset.derived ?? {})) {
      values[key] = derived.value(values);
    }
    this.#onRow({ file: this.#file, row, values });
  }

  #isHeaderAgain(cells: string[]): boolean {
    return cells.every((cell, i) => tidy(cell) === (this.#headerNames[i] ?? ""));
  }

  #widthFits(cells: string[], row: number): boolean {
    for (let i = this.#headerNames.length; i < cells.length; i++) {
      if (tidy(cells[i] ?? "") === "") continue;
      this.#add("row-too-wide", {
        cell: cellName(i, row),
        value: cells[i] ?? "",
        why: "这一格上面没有列名，多半是文字里的半角逗号把一格分成了两格",
        mend: "文字里用中文逗号“，”，或在 Excel 里重新导出",
      });
      return false;
    }
    return true;
  }

  /** The typed value; undefined when it is wrong, and then said so. */
  #value(matched: Matched, raw: string, row: number): Value | undefined {
    const { column, header, index } = matched;
    const cell = () => cellName(index, row);
    if (raw.length > CELL_LIMIT) {
      this.#add("cell-too-long", {
        cell: cell(),
        column: header,
        value: raw,
        why: `一格里有${raw.length}个字，Excel 一格最多${CELL_LIMIT}个，多半是粘贴错了或引号没有配对`,
        mend: "核对这一格，只留应有的内容",
      });
      return undefined;
    }
    if (isBlank(raw)) {
      if (column.filled) {
        this.#add("cell-empty", {
          cell: cell(),
          column: header,
          value: raw,
          why: "这一格必须填",
          mend: `填上${header}；整行没有用就删掉整行`,
        });
        return undefined;
      }
      if (matched.key === "count") {
        this.#add("count-empty", {
          cell: cell(),
          column: header,
          value: raw,
          why: "这一行的件数按“未公布”处理，不当作 0，也不当作 1",
          mend: "报告确实没有写就不用改；是一件请填 1",
        });
      }
      return null;
    }
    const personal = personalData(raw);
    if (personal) {
      this.#add("personal", {
        cell: cell(),
        column: header,
        value: personal.masked,
        why: `含有${personal.kind}，不能放进公开的数据`,
        mend: "删掉它后重新导出；如已提交，请一并从历史中清除",
      });
      return undefined;
    }
    const parsed = matched.parse(raw);
    if (!parsed.ok) {
      const { code, why, mend } = parsed;
      this.#add(code, { cell: cell(), column: header, value: raw, why, mend });
      return undefined;
    }
    if (parsed.normalised !== undefined) {
      this.#add("normalised", {
        cell: cell(),
        column: header,
        value: raw,
        why: "写法不统一，但意思确定，已自动统一",
        mend: "不用改",
      });
    }
    return parsed.value;
  }

  #checkDuplicates(cells: string[], values: RowValues, row: number): void {
    const parts = this.#dataset.key?.map((key) => values[key]);
    if (parts?.every((part) => part !== null && part !== undefined)) {
      const key = parts.join("\u0000");
      const first = this.#keys.get(key);
      if (first === undefined) this.#keys.set(key, row);
      else {
        const column = this.#columns.find((matched) => matched.key === this.#dataset.key?.[0]);
        this.#add("key-duplicate", {
          cell: cellName(column?.index ?? 0, row),
          column: column?.header ?? "",
          value: parts.join(" "),
          why: `与第${first}行的编号相同，同一件事会被算两次`,
          mend: "删掉重复的一行，或改正编号",
        });
      }
    } else if (this.#columns.some((matched) => matched.key === "count")) {
      const whole = cells.map(tidy).join("\u0000");
      const first = this.#whole.get(whole);
      if (first === undefined) this.#whole.set(whole, row);
      else {
        this.#add("row-duplicate", {
          cell: `第${row}行`,
          why: `与第${first}行完全相同，两行都会计入`,
          mend: "如果是重复导出，删掉一行",
        });
      }
    }
  }

  #addToSum(values: RowValues): void {
    const count = values.count as Quantity | null | undefined;
    if (this.#sum === null || count === undefined) return;
    this.#sum =
      count === null || count.qualifier !== "exact" || count.suppressed
        ? null
        : this.#sum + count.value;
  }

  #total(cells: string[], row: number): void {
    this.#add("total-row", {
      cell: `第${row}行`,
      why: "合计行不是一件事，计入会重复",
      mend: "不用改；网站自己会算合计",
    });
    const count = this.#columns.find((matched) => matched.key === "count");
    const raw = count ? (cells[count.index] ?? "") : "";
    if (!count || this.#sum === null || isBlank(raw)) return;
    const total = parseQuantity(raw);
    if (total.ok && total.value.qualifier === "exact" && total.value.value !== this.#sum) {
      this.#add("total-row-mismatch", {
        cell: cellName(count.index, row),
        column: count.header,
        value: raw,
        why: `合计写${total.value.value}，上面各行相加是${this.#sum}`,
        mend: "核对是漏了行还是合计写错，改好后再导出",
      });
    }
  }
}

function headerKey(text: string): string {
  return halfWidth(text)
    .replace(/\((?:元|万元|件|次|个|人次)\)$/, "")
    .replace(/[*\s]/g, "")
    .toLowerCase();
}

const headerIndex = new WeakMap<Dataset, Map<string, string>>();
/** The key of the dataset's column that a header names, if any. */
function findColumn(dataset: Dataset, header: string): string | undefined {
  let index = headerIndex.get(dataset);
  if (!index) {
    index = new Map();
    for (const [key, column] of Object.entries(dataset.columns)) {
      for (const name of [key, column.label, ...(column.aliases ?? [])]) {
        if (!index.has(headerKey(name))) index.set(headerKey(name), key);
      }
    }
    headerIndex.set(dataset, index);
  }
  return header.length > 60 ? undefined : index.get(headerKey(header));
}

/** The candidate nearest in spelling, if it is near enough to be meant. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  if (candidates.length === 0) return null;
  const near = closest(word, [...candidates]);
  const within = Math.max(1, Math.floor(Math.max(word.length, near.length) * 0.6));
  return distance(word, near) <= within ? near : null;
}

/** The parser of a column's cells; remembers words it has seen, because columns repeat them. */
function parserOf(
  column: Column,
  header: string,
  vocabularies: Vocabularies,
): (raw: string) => Parsed<Value> {
  switch (column.type) {
    case "quantity":
      return (raw) => wholeUnless(column.fraction === true, parseQuantity(raw));
    case "money": {
      const scale = /万元/.test(halfWidth(header)) ? 4 : 0;
      return (raw) => parseQuantity(raw, scale);
    }
    case "date":
      return parseDate;
    case "id":
      return (raw) => ({ ok: true, value: halfWidth(raw) });
    case "text":
      return (raw) => ({ ok: true, value: tidy(raw) });
    case "word":
      return lexicon(column, vocabularies);
    case "words": {
      const word = lexicon(column, vocabularies);
      return (raw) => {
        const parts = raw
          .split(/[;；、,，]/)
          .map(tidy)
          .filter(Boolean)
          .map(word);
        const wrong = parts.find((part) => !part.ok);
        return wrong && !wrong.ok
          ? wrong
          : { ok: true, value: parts.map((part) => (part.ok ? part.value : "")) };
      };
    }
  }
}

function wholeUnless(fraction: boolean, parsed: Parsed<Quantity>): Parsed<Quantity> {
  if (!parsed.ok || fraction || Number.isInteger(parsed.value.value)) return parsed;
  return {
    ok: false,
    code: "number-fraction",
    why: "件数、次数、人次不会有小数",
    mend: "核对后改成整数",
  };
}

export function wordKey(text: string): string {
  return halfWidth(text).replace(/\s/g, "").toLowerCase();
}

function lexicon(column: Column, vocabularies: Vocabularies): (raw: string) => Parsed<string> {
  const words = new Map<string, string>();
  for (const word of column.words ?? []) words.set(wordKey(word), word);
  for (const [alias, word] of Object.entries(column.synonyms ?? {}))
    words.set(wordKey(alias), word);
  const own = column.vocabulary ? vocabularies.get(column.vocabulary) : undefined;
  for (const [alias, word] of own ?? []) words.set(alias, word);
  const open = words.size === 0;
  const allowed = [...new Set(words.values())];
  const seen = new Map<string, Parsed<string>>();
  return (raw) => {
    const known = seen.get(raw);
    if (known) return known;
    const word = words.get(wordKey(raw));
    let parsed: Parsed<string>;
    if (word !== undefined) parsed = { ok: true, value: word };
    else if (open) parsed = { ok: true, value: tidy(raw) };
    else {
      const near = nearest(tidy(raw), allowed);
      parsed = {
        ok: false,
        code: "word",
        why: `“${tidy(raw).slice(0, 30)}”不在“${column.label}”的词表里`,
        mend: `${near ? `是不是“${near}”？` : ""}可用的词：${allowed.slice(0, 12).join("、")}${
          column.vocabulary ? `；新词请加进 vocabularies.yaml 的“${column.vocabulary}”` : ""
        }`,
      };
    }
    if (seen.size < 10_000) seen.set(raw, parsed);
    return parsed;
  };
}

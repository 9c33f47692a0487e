/** The header of a file: where it stands, which column is which, and what is wrong with it. */
import type { Column, Dataset } from "../datasets/define.ts";
import { type CellReader, cellReader } from "./cell.ts";
import type { Vocabularies } from "./lexicon.ts";
import { PERSONAL_HEADER } from "./privacy.ts";
import { type Add, cellName } from "./problems.ts";
import { isBlank, nearest, tidy, wordKey } from "./text.ts";
import { columnKeys } from "./typed.ts";

/** A row of cells as it stands in the file. */
export interface RawRow {
  cells: string[];
  /** Row number as Excel shows it. */
  row: number;
}

/** A column of the file matched to a column of the dataset. */
export interface Matched {
  index: number;
  key: string;
  /** Where its values stand in a typed row. */
  place: number;
  column: Column;
  read: CellReader;
}

export interface Header {
  row: number;
  /** What each cell of the header says, tidied. */
  names: readonly string[];
  columns: readonly Matched[];
  /** Those of them whose numbers add up; a span of days does not. */
  numbers: readonly Matched[];
  /** That of them which says 件数. */
  count: Matched | undefined;
  /**
   * Columns that nothing matches, in a file that says neither 件数 nor a number for each row: were
   * they to hold numbers, they would be what the rows count.
   */
  mayCount: readonly number[];
}

/** The header stands within so many rows; titles may stand above it. */
export const HEADER_WITHIN = 10;

/** Finds the header among the first rows and matches its columns; null when it cannot be used. */
export function readHeader(
  head: readonly RawRow[],
  dataset: Dataset,
  vocabularies: Vocabularies,
  add: Add,
): Header | null {
  const found = findHeader(head, dataset);
  if (!found) {
    const labels = Object.values(dataset.columns).map((column) => column.label);
    const first = head.find(({ cells }) => cells.some((cell) => tidy(cell) !== ""));
    add("header-missing", {
      ...(first ? firstCell(first) : {}),
      why: `前${HEADER_WITHIN}行里没有一行像“${dataset.label}”的表头`,
      mend: `第一行写列名，例如：${labels.slice(0, 6).join("、")}；打开看是乱码的，另存为“CSV UTF-8（逗号分隔）”`,
    });
    return null;
  }
  const above = head.slice(0, head.indexOf(found));
  const columns = matchColumns(found, dataset, vocabularies, above, add);
  if (!columns) return null;
  const numbers = columns.filter(({ key, column }) => key in dataset.columns && isNumber(column));
  const names = found.cells.map(tidy);
  const says = (key: string) => columns.some((matched) => matched.key === key);
  const certain =
    !("count" in dataset.columns) || says("count") || dataset.key?.some((key) => says(key));
  const mayCount = certain
    ? []
    : [...names.keys()].filter(
        (index) =>
          !/^(?:序号|编号|行号|NO\.?|#|)$/i.test(names[index] ?? "") &&
          !columns.some((matched) => matched.index === index),
      );
  const count = numbers.find(({ key }) => key === "count");
  const header: Header = { row: found.row, names, columns, numbers, count, mayCount };
  for (const row of above) sayAbove(row, header, add);
  return header;
}

/** The row in which most cells are known headers; the first of equals. */
function findHeader(head: readonly RawRow[], dataset: Dataset): RawRow | undefined {
  const scored = head.map((row) => ({
    row,
    known: row.cells.filter((cell) => columnKey(dataset, cell)).length,
  }));
  const best = Math.max(0, ...scored.map(({ known }) => known));
  return best === 0 ? undefined : scored.find(({ known }) => known === best)?.row;
}

function matchColumns(
  header: RawRow,
  dataset: Dataset,
  vocabularies: Vocabularies,
  above: readonly RawRow[],
  add: Add,
): Matched[] | null {
  const columns: Matched[] = [];
  const unknown: { name: string; cell: string }[] = [];
  let usable = true;
  for (const [index, raw] of header.cells.entries()) {
    const name = tidy(raw);
    if (name === "") continue;
    const cell = cellName(index, header.row);
    const key = columnKey(dataset, name);
    if (!key) {
      unknown.push({ name, cell });
      continue;
    }
    const first = columns.find((matched) => matched.key === key);
    if (first) {
      usable = false;
      add("column-duplicate", {
        cell,
        value: name,
        why: `与 ${cellName(first.index, header.row)} 是同一列，不知道该用哪一列`,
        mend: "删掉其中一列",
      });
      continue;
    }
    const column = (dataset.columns[key] ?? dataset.derived?.[key])!;
    const scale = isNumber(column) ? scaleOf(name) : 0;
    const elsewhere = isNumber(column) && scale === 0 ? scaleAbove(above, column) : undefined;
    if (elsewhere) {
      usable = false;
      add("number-ambiguous", {
        cell,
        value: name,
        why: `表头上方写着“${elsewhere}”，这一列的列名却没有写，不知道该不该乘`,
        mend: `把单位写进列名，例如“${column.label}（${elsewhere}）”`,
      });
      continue;
    }
    const place = columnKeys(dataset).indexOf(key);
    columns.push({ index, key, place, column, read: cellReader(column, scale, vocabularies) });
  }
  const has = (key: string) => columns.some((matched) => matched.key === key);
  const countLike = "count" in dataset.columns && !has("count") ? likeCount(unknown) : undefined;
  for (const column of unknown) if (column !== countLike) sayUnknown(column, dataset, add);
  if (countLike) {
    usable = false;
    add("column-missing", {
      cell: countLike.cell,
      column: "件数",
      value: countLike.name,
      why: `没有“件数”这一列，而“${countLike.name}”像是件数；不认它，每行就会只算一件`,
      mend: "是件数就把列名改成“件数”；不是就删掉这一列",
    });
  }
  for (const [key, column] of Object.entries(dataset.columns)) {
    if (!column.required || has(key)) continue;
    usable = false;
    const near = nearest(
      column.label,
      unknown.map(({ name }) => name),
    );
    add("column-missing", {
      cell: `第${header.row}行`,
      column: column.label,
      why: near
        ? `没有“${column.label}”这一列，最接近的是“${near}”`
        : `没有“${column.label}”这一列`,
      mend: near
        ? `如果“${near}”就是它，把列名改成“${column.label}”`
        : `在表头加一列“${column.label}”`,
    });
  }
  return usable ? columns : null;
}

function isNumber(column: Column): boolean {
  return column.type === "quantity" || column.type === "money";
}

/** An unknown header that counts: were it passed over, every row would silently count as one. */
function likeCount(unknown: readonly { name: string; cell: string }[]) {
  return unknown.find(({ name }) => COUNT_LIKE.test(headerKey(name)));
}
const COUNT_LIKE =
  /^(?:案件|工单|诉求|办理|受理|办案|活动|审核|本年|全年|合计|总)*(?:[件宗案起条]数量?|数量?|数目|总[数量]|次数|件次|量)$|^(?:合计|总计|计数|计|件|宗)$/;

function sayUnknown({ name, cell }: { name: string; cell: string }, dataset: Dataset, add: Add) {
  if (PERSONAL_HEADER.test(name)) {
    add("column-personal", {
      cell,
      value: name,
      why: "这一列像是个人信息，不能放进公开的数据",
      mend: "在 Excel 里删掉整列后重新导出；如已提交，请一并从历史中清除",
    });
    return;
  }
  const near = nearest(
    name,
    Object.values(dataset.columns).map((column) => column.label),
  );
  add("column-unknown", {
    cell,
    value: name,
    why: "这一列没有用到，也不会公开",
    mend: near ? `如果应是“${near}”，请改列名；否则可以不管` : "可以不管，也可以删掉这一列",
  });
}

/** A title above the header is passed over; a row that reads like data must not be. */
function sayAbove(row: RawRow, header: Header, add: Add): void {
  if (row.cells.every((cell) => tidy(cell) === "")) return;
  const filled = header.columns.filter(({ index }) => !isBlank(row.cells[index] ?? ""));
  const fits = filled.every(({ index, read }) => read(row.cells[index] ?? "").ok);
  const counts = filled.some(({ column }) => isNumber(column) || column.type === "date");
  if (filled.length > 1 && fits && counts) {
    add("data-above-header", {
      ...firstCell(row),
      why: `这一行像是数据，却在表头（第${header.row}行）上面，会漏掉`,
      mend: "把它移到表头下面；不是数据就删掉",
    });
    return;
  }
  add("rows-above-header", {
    ...firstCell(row),
    why: "这一行在表头上面，是标题或分组名，不是数据",
    mend: "不用改；如果这其实是数据，请把它移到表头下面",
  });
}

function firstCell({ cells, row }: RawRow): { cell: string; value: string } {
  const index = Math.max(
    0,
    cells.findIndex((cell) => tidy(cell) !== ""),
  );
  return { cell: cellName(index, row), value: cells[index] ?? "" };
}

const SCALES: Record<string, number> = { 百: 2, 千: 3, 万: 4, 亿: 8 };
const UNIT = "元|人民币|件次|件|宗|起|条|次|个|家|名|人次|人|份|场次|场|户|%";
/** A unit behind a header, set off by a bracket or a mark: （万元）, /元, ：件. */
const HEADER_UNIT = new RegExp(`(?:[(/:,_|-])(?:单位:?)?(百|千|万|亿)?(?:${UNIT})?\\)?$`);

function headerKey(text: string): string {
  return wordKey(text)
    .replace(/[*'"“”]/g, "")
    .replace(HEADER_UNIT, "");
}

function scaleOf(header: string): number {
  return SCALES[HEADER_UNIT.exec(wordKey(header))?.[1] ?? ""] ?? 0;
}

/** A unit with a power of ten that a title row announces for the whole table (单位：万元). */
function scaleAbove(above: readonly RawRow[], column: Column): string | undefined {
  const pattern = column.type === "money" ? /[百千万亿]元/ : /[百千万亿](?:件|宗|人|次|份)/;
  for (const { cells } of above) {
    for (const cell of cells) {
      const unit = /单位[:：]?(.{0,12})/.exec(tidy(cell).replace(/ /g, ""))?.[1];
      const scaled = unit ? pattern.exec(unit)?.[0] : undefined;
      if (scaled) return scaled;
    }
  }
  return undefined;
}

const indexes = new WeakMap<Dataset, Map<string, string>>();
/** The key of the dataset's column that a header names, if any. */
export function columnKey(dataset: Dataset, header: string): string | undefined {
  let index = indexes.get(dataset);
  if (!index) {
    index = new Map();
    // A derived column may come ready-made, in the place of those it is computed from.
    const all = { ...dataset.columns, ...dataset.derived };
    for (const [key, column] of Object.entries<Column>(all)) {
      for (const name of [key, column.label, ...(column.aliases ?? [])]) {
        if (!index.has(wordKey(name))) index.set(wordKey(name), key);
      }
    }
    indexes.set(dataset, index);
  }
  return header.length > 60
    ? undefined
    : (index.get(wordKey(header)) ?? index.get(headerKey(header)));
}

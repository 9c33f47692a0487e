/** The header of a file: where it stands, and what stands above it. */
import type { Dataset } from "../../datasets/define.ts";
import { statistics } from "../../datasets/statistics.ts";
import type { Vocabularies } from "../cells/lexicon.ts";
import { type Add, cellName } from "../problems/problems.ts";
import { isGarbled } from "../text/garbled.ts";
import { isBlank, tidy } from "../text/tidy.ts";
import { headerNames } from "./column-names.ts";
import { isNumber, type Matched, matchColumns } from "./columns.ts";
import { type FoundHeader, findHeader, HEADER_WITHIN } from "./find-header.ts";
import type { RawRow } from "./piece.ts";
import { isStatutoryTable } from "./statutory-table.ts";

/** What is asked of one cell in a column of a file, whatever else stands in its row. */
export type CellTest = (cell: string, index: number, header: Header) => boolean;

export interface Header {
  dataset: Dataset;
  row: number;
  /** What each cell of the header says, tidied. */
  names: readonly string[];
  columns: readonly Matched[];
  /** Those of them whose numbers add up; a span of days does not. */
  numbers: readonly Matched[];
  /** Where in a typed row stands what names the row, as far as the file has it. */
  keyPlaces: readonly number[];
  /** Where in a typed row stands what is no number: of what a row is. */
  namePlaces: readonly number[];
  /** That of them which says 件数. */
  count: Matched | undefined;
  /**
   * Columns that nothing matches, in a file that says neither 件数 nor a number for each row: were
   * they to hold numbers, they would be what the rows count.
   */
  mayCount: readonly number[];
  /** The folder's year; and the columns that nothing matches, in which each row says its own. */
  year: number;
  years: readonly number[];
  /** By cell of the header: the column that it names. */
  at: readonly (Matched | undefined)[];
  /** The columns in which only the rows are numbered, by their places in the file. */
  serials: ReadonlySet<number>;
}

/** Finds the header among the first rows and matches its columns; null when it cannot be used. */
export function readHeader(
  head: readonly RawRow[],
  dataset: Dataset,
  year: number,
  vocabularies: Vocabularies,
  add: Add,
): Header | null {
  if (isStatutoryTable(head, dataset.id === statistics.id, add)) return null;
  const place = findHeader(head, headerNames(dataset));
  if (!place) {
    const labels = Object.values(dataset.columns).map((column) => column.label);
    const first = head.find(({ cells }) => cells.some((cell) => tidy(cell) !== ""));
    if (first?.cells.some(isGarbled)) {
      add("garbled", {
        ...firstCell(first),
        why: "文件里的文字在导出或转换时已经变成乱码，列名也认不出",
        fix: "从业务系统重新导出，不要改这份文件，也不要把它另存",
      });
      return null;
    }
    add("header-missing", {
      ...(first ? firstCell(first) : {}),
      why: `前${HEADER_WITHIN}行里没有一行像“${dataset.label}”的表头`,
      fix: `第一行写列名，例如：${labels.slice(0, 6).join("、")}；打开看是乱码的，从业务系统重新导出，不要另存`,
    });
    return null;
  }
  const found = { cells: place.cells, row: head[place.last]!.row };
  const above = head.slice(0, place.first);
  if (place.first < place.last && !sayMergedRows(place, head, add)) return null;
  const below = head.slice(place.last + 1);
  const columns = matchColumns(found, dataset, year, vocabularies, above, below, add);
  if (!columns) return null;
  const numbers = columns.filter(({ key, column }) => key in dataset.columns && isNumber(column));
  const names = found.cells.map(tidy);
  const at = names.map((_, index) => columns.find((matched) => matched.index === index));
  const serials = new Set(
    [...names.keys()].filter((index) => !at[index] && SERIAL.test(names[index] ?? "")),
  );
  const says = (key: string) => columns.some((matched) => matched.key === key);
  const certain =
    !("count" in dataset.columns) || says("count") || dataset.key?.some((key) => says(key));
  const mayCount = certain
    ? []
    : [...names.keys()].filter(
        (index) =>
          !serials.has(index) &&
          !NO_COUNT.test(names[index] ?? "") &&
          !columns.some((matched) => matched.index === index),
      );
  const count = numbers.find(({ key }) => key === "count");
  const keyPlaces = columns
    .filter(({ key }) => dataset.key?.includes(key))
    .map(({ place }) => place);
  const namePlaces = columns
    .filter(({ key, column }) => key in dataset.columns && !isNumber(column))
    .map(({ place }) => place);
  const header: Header = {
    ...{
      dataset,
      row: found.row,
      names,
      columns,
      numbers,
      namePlaces,
      count,
      mayCount,
      at,
      serials,
      keyPlaces,
      year,
      years: [...names.keys()].filter((index) => !at[index] && YEAR.test(names[index] ?? "")),
    },
  };
  for (const row of above) sayAbove(row, header, add);
  return header;
}

/** Headers whose numbers count no matters: how long, how late, which, how often somebody asked. */
const NO_COUNT =
  /^(?:年|年度|月|日)$|时长|天数|日数|周期|用时|耗时|工作日|小时|分钟|编[号码]|代码|[文案单证批书]号|号码|时间|日期|年份|月份|金额|元[)）]?$|人数|人次|(?:催|补|重复|回访|延期|退单|转派|阅读|点击|浏览)\S*[次数量]|得分|分数|评分|[比占]|率|版本|电话|经度|纬度|坐标|面积|id$|code$|_?(?:no|num|time)$/i;

const YEAR = /^(?:统计|所属|数据|案件|工单)?(?:年度|年份|年)$/;
const SERIAL = /^(?:序号?|编号|行号|项次|No\.?|#|)$/i;

/** A header in several rows: read where what stands below a group's name is certain. */
function sayMergedRows(
  { first, last, narrowed }: FoundHeader,
  head: readonly RawRow[],
  add: Add,
): boolean {
  const cell = `第${head[first]!.row}行起`;
  if (narrowed === undefined) {
    add("normalised", {
      cell,
      why: `表头写成了${last - first + 1}行：上面是分组名，下面是列名，已合成一行来读`,
      fix: "不用改；为整洁可以取消合并，只留列名一行",
    });
    return true;
  }
  add("header-missing", {
    cell,
    value: narrowed,
    why: `表头写成了${last - first + 1}行，列名上面还有“${narrowed}”，不知道它下面的列是不是这份表要的`,
    fix: "取消合并，把表头写成一行，每格一个列名；不要的列删掉",
  });
  return false;
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
      fix: "把它移到表头下面；不是数据就删掉",
    });
    return;
  }
  add("rows-above-header", {
    ...firstCell(row),
    why: "这一行在表头上面，是标题或分组名，不是数据",
    fix: "不用改；如果这其实是数据，请把它移到表头下面",
  });
}

function firstCell({ cells, row }: RawRow): { cell: string; value: string } {
  const index = Math.max(
    0,
    cells.findIndex((cell) => tidy(cell) !== ""),
  );
  return { cell: cellName(index, row), value: cells[index] ?? "" };
}

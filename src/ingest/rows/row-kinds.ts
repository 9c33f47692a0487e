/** What a row below the header is: data, or one of the things that people put between data. */
import type { Message } from "../problems/problems.ts";
import { tidy, wordKey } from "../text/tidy.ts";
import { columnKey } from "./column-names.ts";
import type { CellTest, Header } from "./header.ts";
import type { RawRow } from "./piece.ts";

/**
 * A kind of row that is no data. Most rows are read cell by cell, where no cell sees its row
 * (plain-rows.ts): so a kind says what one cell tells of it, without the others.
 */
export type RowKind = {
  is(cells: readonly string[], header: Header): boolean;
  /** What is said of such a row. */
  message?: Message;
} & (
  | { /** A row is of this kind only with such a cell in it. */ onlyWith: CellTest }
  | { /** A row with such a cell in it is not of this kind. */ neverWith: CellTest }
);

/** In the order in which they are asked; a row that is none of them is data. */
export const ROW_KINDS = {
  blank: {
    is: (cells) => cells.every((cell) => cell === "" || tidy(cell) === ""),
    neverWith: (cell) => tidy(cell) !== "",
  },
  header: {
    is: isHeaderAgain,
    neverWith: (cell, index, header) => {
      const name = tidy(cell);
      return name !== "" && !isHeaderWord(name, index, header);
    },
    message: {
      code: "header-repeated",
      why: "这一行又是表头，多半是几份表拼在一起",
      fix: "不用改；为整洁可以删掉这一行",
    },
  },
  total: {
    is: isTotal,
    onlyWith: isTotalWord,
    message: {
      code: "total-row",
      why: "合计行不是一件事，计入会重复",
      fix: "不用改；网站自己会算合计",
    },
  },
  note: {
    is: isNote,
    onlyWith: isNoteWord,
    message: {
      code: "note-row",
      why: "这一行只有一句附注或填表人，不是数据",
      fix: "不用改；为整洁可以删掉这一行",
    },
  },
} as const satisfies Record<string, RowKind>;

export type RowKindName = keyof typeof ROW_KINDS;
const NAMES = Object.keys(ROW_KINDS) as RowKindName[];

export function kindOf({ cells }: RawRow, header: Header): RowKindName | "data" {
  return NAMES.find((name) => ROW_KINDS[name].is(cells, header)) ?? "data";
}

/** Whether a row of the body says the header once more, in whichever writing. */
function isHeaderAgain(cells: readonly string[], header: Header): boolean {
  let filled = 0;
  for (const [index, raw] of cells.entries()) {
    const name = tidy(raw);
    if (name === "") continue;
    filled++;
    if (!isHeaderWord(name, index, header)) return false;
  }
  return filled > 0;
}

function isHeaderWord(name: string, index: number, header: Header): boolean {
  if (name === header.names[index]) return true;
  // No header has a digit; most rows start with one, and this is asked of every row.
  if (/\d/.test(name)) return false;
  const key = columnKey(header.dataset, name);
  return (
    key !== undefined && header.columns.find((matched) => matched.index === index)?.key === key
  );
}

/** 合计, 总 计, 本页小计：, 合计（件）, 总计：40件. */
const TOTAL =
  /^(?:本[页月年表季]|全[年部市局县区]|各项|以上)*(?:合计|总计|小计|共计|累计|总数|总和|汇总)(?:数|件数|数量)?(?:\([^)]*\))?:?(?:[\d,]+[件宗起次条个]?)?$/;
/** A total says so in its first cell, or in a column that names what is counted. */
function isTotal(cells: readonly string[], { columns, dataset }: Header): boolean {
  const first = cells.find((cell) => tidy(cell) !== "") ?? "";
  if (isTotalWord(first)) return true;
  return (
    "count" in dataset.columns &&
    columns.some(
      ({ column, index }) =>
        (column.type === "word" || column.type === "text") && isTotalWord(cells[index] ?? ""),
    )
  );
}

function isTotalWord(cell: string): boolean {
  return cell.length <= 20 && /[计数和汇]/.test(cell) && TOTAL.test(wordKey(cell));
}

const NOTE =
  /^(?:[*※]|(?:注|备注|附注|说明|填[表报]\S{0,4}|制表\S{0,4}|审[核批]\S{0,4}|复核\S{0,4}|负责人|数据\S{0,6}|来源|单位\S{0,4}|日期)\s?\d?[:：])/;
/** A footnote under the table: one cell, and it says so. */
function isNote(cells: readonly string[], header: Header): boolean {
  const filled = cells.filter((cell) => tidy(cell) !== "");
  return header.columns.length > 1 && filled.length === 1 && isNoteWord(filled[0] ?? "");
}

function isNoteWord(cell: string): boolean {
  return NOTE.test(tidy(cell));
}

/** Whether a row is one of its table: as wide as its header, whole, of this year, and under this header. */
import { cellName } from "../problems/problems.ts";
import { isNothing, tidy, wordKey } from "../text/tidy.ts";
import { columnKey } from "./column-names.ts";
import type { Header } from "./header.ts";
import type { RowCheck } from "./row-check.ts";
import { isStatutoryCell, isStatutoryRow } from "./statutory-row.ts";
import { isWholeLine } from "./whole-line.ts";

/** The row is of this table, and not of a statutory one. */
export const noStatistics: RowCheck = {
  passes: (row, header, add) => !isStatutoryRow(row, header, add),
  onlyWith: isStatutoryCell,
};

/** Below one table no other begins, whose columns stand elsewhere. */
export const oneTable: RowCheck = {
  passes({ cells, row }, header, add) {
    const filled = [...cells.keys()].filter((index) => !isNothing(cells[index]!));
    if (filled.length < 2 || !filled.every((index) => isName(cells[index]!, header))) return true;
    add("header-other", {
      cell: `第${row}行`,
      value: tidy(cells[filled[0]!]!),
      why: "从这一行起是另一份表：列名和这份文件开头的不一样，下面的格会读到别的列里",
      fix: "把这一行和下面的各行剪切到另一个文件，文件名加上 -2",
    });
    return false;
  },
  onlyWith: (cell, index, header) =>
    isName(cell, header) && header.at[index]?.key !== columnKey(header.dataset, tidy(cell)),
};

/** Whether a cell is the name of a column. Most cells have figures, and no name has. */
function isName(cell: string, { dataset }: Header): boolean {
  return !/\d/.test(cell) && cell.length < 20 && columnKey(dataset, tidy(cell)) !== undefined;
}

/** A column 年度 that nothing uses says of no row that it is of another year. */
export const ofYear: RowCheck = {
  passes({ cells, row }, header, add) {
    const index = cells.findIndex((cell, index) => isOtherYear(cell, index, header));
    if (index < 0) return true;
    add("year-outside", {
      cell: cellName(index, row),
      column: header.names[index] ?? "",
      value: tidy(cells[index]!),
      why: `文件夹是${header.year}年的，这一行写的是别的年份`,
      fix: "移到那一年的文件夹；年份写错的改正",
    });
    return false;
  },
  onlyWith: isOtherYear,
};

function isOtherYear(cell: string, index: number, { year, years }: Header): boolean {
  if (years.length === 0 || !years.includes(index)) return false;
  const [, said] = /^((?:19|20)\d\d)年?度?$/.exec(wordKey(cell)) ?? [];
  return said !== undefined && Number(said) !== year;
}

/** Every cell stands under a name. */
export const nothingNameless: RowCheck = {
  passes({ cells, row }, header, add) {
    const index = cells.findIndex((cell, index) => isNameless(cell, index, header));
    if (index < 0) return true;
    add("row-too-wide", {
      cell: cellName(index, row),
      value: cells[index]!,
      why: "多出的一格上面没有列名，多半是文字里的半角逗号把一格分成了两格，后面的都错了位",
      fix: "文字里用中文逗号“，”；确实是一列就补上列名，没有用就删掉",
    });
    return false;
  },
  onlyWith: isNameless,
};

function isNameless(cell: string, index: number, header: Header): boolean {
  return (header.names[index] ?? "") === "" && !isNothing(cell);
}

/** No line stands whole in one cell: in quotes, or parted by other marks than the header. */
export const parted: RowCheck = {
  passes({ cells, row }, header, add) {
    const index = cells.findIndex((cell) => !isNothing(cell));
    const cell = cells[index] ?? "";
    const others = cells.some((other, at) => at !== index && !isNothing(other));
    if (others || !isWholeLine(cell, index, header)) return true;
    add("row-in-one-cell", {
      cell: cellName(index, row),
      value: cell,
      why: "这一行的各格挤在一格里，没有分开：多半是整行套了引号，或者各格之间的逗号与表头不是同一种",
      fix: "从业务系统重新导出；不能重新导出的，用记事本打开，删去套在整行外面的引号，表头和各行都用半角逗号分格",
    });
    return false;
  },
  onlyWith: isWholeLine,
};

/** No line break has cut the row in two. */
export const notBroken: RowCheck = {
  passes({ cells, row }, header, add) {
    if (cells.length >= header.names.length) return true;
    const cutOff = header.columns.some(
      ({ column, index }) => column.required && index >= cells.length,
    );
    const merged = cells.some((cell) => cell.includes("\n") && /[,;\t]/.test(cell));
    if (!cutOff && !merged) return true;
    add("row-broken", {
      cell: `第${row}行`,
      value: cells.find((cell) => tidy(cell) !== "") ?? "",
      why: "这一行缺了后面的格，多半是格里的换行把一行断成了两行，或引号把两行并成了一行",
      fix: "在 Excel 里去掉格里的换行后重新导出",
    });
    return false;
  },
  onlyWith: () => false,
};

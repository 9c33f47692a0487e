/** What is looked at in a row as a whole: in one list, which both ways of reading a row use. */

import { MATTERS, oneOf, TIMES } from "../../text/measure-words.ts";
import { sameUnit } from "../../text/units.ts";
import { type Add, cellName, type Message } from "../problems/problems.ts";
import { isGarbled } from "../text/garbled.ts";
import { personalData } from "../text/privacy.ts";
import { isBlank, isNothing, tidy, wordKey } from "../text/tidy.ts";
import { columnKey } from "./column-names.ts";
import type { Matched } from "./columns.ts";
import type { CellTest, Header } from "./header.ts";
import { MERGE } from "./not-a-table.ts";
import type { RawRow } from "./piece.ts";
import { readCell } from "./read-cell.ts";
import { isStatutoryCell, isStatutoryRow } from "./statutory-row.ts";
import { CELL_LIMIT } from "./table.ts";

/**
 * Most rows are read cell by cell, where no cell sees its row (plain-rows.ts): so a check says what
 * one cell tells of it, without the others.
 */
export interface RowCheck {
  /** What is wrong where it does not pass, it reports. */
  passes(row: RawRow, header: Header, add: Add): boolean;
  /** A row as wide as its header fails it only with such a cell in it. */
  onlyWith: CellTest;
}

/** What no cell may hold, used or not: lost text, a swallowed page, personal data. */
const nothingForbidden: RowCheck = {
  passes({ cells, row }, header, add) {
    let good = true;
    for (const [index, raw] of cells.entries()) {
      const wrong = wrongIn(raw, index, header);
      if (!wrong) continue;
      good = false;
      const { code, ...what } = wrong;
      const label = header.columns.find((matched) => matched.index === index)?.column.label;
      const column = label ?? header.names[index];
      add(code, { cell: cellName(index, row), ...(column ? { column } : {}), ...what });
    }
    return good;
  },
  onlyWith: (cell, index, header) => wrongIn(cell, index, header) !== null,
};

/** Why a cell may not stand in any column, if so. */
function wrongIn(
  raw: string,
  index: number,
  { columns }: Header,
): (Message & { value: string }) | null {
  if (raw.length > CELL_LIMIT) {
    return {
      code: "cell-too-long",
      value: raw,
      why: `一格里的字超过了 Excel 一格最多的${CELL_LIMIT}个，多半是粘贴错了或引号没有配对`,
      fix: "核对这一格，只留应有的内容",
    };
  }
  if (/^(?:<{7}|>{7}) /.test(raw)) {
    return {
      code: "not-csv",
      value: raw,
      why: "两个人改了同一处，“git”没有合好，两段都留在了文件里",
      fix: MERGE,
    };
  }
  if (isGarbled(raw)) {
    return {
      code: "garbled",
      value: raw,
      why: "有些字在导出或转换时已经丢失，只剩乱码",
      fix: "从业务系统重新导出，不要改这份文件",
    };
  }
  const { column } = columns.find((matched) => matched.index === index) ?? {};
  const numbering = column?.type === "id" && column.private === true;
  const personal = personalData(raw, { numbering });
  return (
    personal && {
      code: "personal",
      value: personal.masked,
      why: `含有${personal.kind}，不能放进公开的数据`,
      fix: "删掉它后重新导出；如已提交，请一并从历史中清除",
    }
  );
}

/** The row is of this table, and not of a statutory one. */
const noStatistics: RowCheck = {
  passes: (row, header, add) => !isStatutoryRow(row, header, add),
  onlyWith: isStatutoryCell,
};

/** Below one table no other begins, whose columns stand elsewhere. */
const oneTable: RowCheck = {
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
const ofYear: RowCheck = {
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
const nothingNameless: RowCheck = {
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
const parted: RowCheck = {
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

/** Whether a cell has in it as many parts as the header, and what stands there is no text of its own. */
function isWholeLine(
  cell: string,
  index: number,
  { names, columns, at, numbers }: Header,
): boolean {
  // Most cells hold none of the marks.
  if (!/[,，;；\t|]/.test(cell) || columns.length < 3) return false;
  return [",", "，", ";", "；", "\t", "|"].some((mark) => {
    const parts = cell.split(mark);
    if (parts.length !== names.length) return false;
    const fits = numbers.every(({ read, index }) => {
      const part = parts[index] ?? "";
      return isBlank(part) || read(part).ok;
    });
    return fits && (numbers.length > 0 || at[index]?.column.type !== "text");
  });
}

/** No line break has cut the row in two. */
const notBroken: RowCheck = {
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

/** A column that nothing matches holds no numbers, where it might be what the rows count. */
const countsRows: RowCheck = {
  passes({ cells, row }, header, add) {
    let good = true;
    for (const index of header.mayCount) {
      const cell = cells[index] ?? "";
      if (!isCount(cell, index, header)) continue;
      good = false;
      const name = header.names[index] ?? "";
      add("column-missing", {
        cell: cellName(index, row),
        column: "件数",
        value: tidy(cell),
        why: `没有“件数”这一列，而“${name}”一列里是数字；不认它，每行就会只算一件`,
        fix: "是件数就把列名改成“件数”，几列件数改成一行一个；不是的，另加一列“件数”填 1，或删掉这一列",
      });
    }
    return good;
  },
  onlyWith: isCount,
};

/** A number that reads like how many matters a row stands for. */
const COUNT_CELL = new RegExp(
  `^[\\d０-９][\\d０-９,，]*(?:余|多|${oneOf([...MATTERS, ...TIMES])})?$`,
);

function isCount(cell: string, index: number, { mayCount }: Header): boolean {
  return mayCount.includes(index) && COUNT_CELL.test(tidy(cell));
}

/** A number written with its unit says the same unit as the column beside it. */
const unitsFit: RowCheck = {
  passes({ cells, row }, header, add) {
    let good = true;
    for (const [index, cell] of cells.entries()) {
      if (!saysUnit(cell, index, header)) continue;
      const unit = unitBehind(cell, index, header) ?? "";
      const { column } = header.columns.find((matched) => matched.index === index)!;
      const beside = header.columns.find(({ key }) => key === column.unitIn);
      const named = beside ? readCell(beside, cells[beside.index] ?? "").value : null;
      if (typeof named !== "string") continue;
      const power = POWER.exec(cell)?.[0];
      const twice = power !== undefined && wordKey(named).startsWith(power);
      if (!twice && (unit === "" || sameUnit(unit, named))) continue;
      good = false;
      if (twice) {
        add("number-ambiguous", {
          cell: cellName(index, row),
          column: column.label,
          value: cell,
          why: `数值和单位两列都写了“${power}”，会乘两次`,
          fix: `单位写“${named}”的，数值里只写数字，例如 3.5`,
        });
        continue;
      }
      add("number", {
        cell: cellName(index, row),
        column: column.label,
        value: cell,
        why: `数字后面写的是“${unit}”，单位一列写的是“${named}”`,
        fix: "核对后改成同一个单位；数字后面可以不写单位",
      });
    }
    return good;
  },
  onlyWith: saysUnit,
};

/** What the column beside it says to be counted has no fraction; an average of it may have one. */
const countsWhole: RowCheck = {
  passes({ cells, row }, header, add) {
    let good = true;
    for (const [index, cell] of cells.entries()) {
      if (!isFraction(cell, index, header)) continue;
      const { column } = header.columns.find((matched) => matched.index === index)!;
      const says = (key: string | undefined) => {
        const beside = header.columns.find((matched) => matched.key === key);
        return (beside && cells[beside.index]) ?? "";
      };
      const unit = wordKey(says(column.unitIn)).replace(/[()]/g, "");
      if (!column.wholeIn?.includes(unit) || isAverage(says)) continue;
      good = false;
      add("number-fraction", {
        cell: cellName(index, row),
        column: column.label,
        value: cell,
        why: `单位是“${unit}”的数不会有小数；多半是千位分隔的逗号写成了点，或是漏了“万”`,
        fix: "核对后写成 1472 这样的整数；是平均数的，在分子、分母两列写上指标编号",
      });
    }
    return good;
  },
  onlyWith: isFraction,
};

/** More than 1 亿 for one matter is mostly an amount in 元 under a header that says 万元. */
const amountsUsual: RowCheck = {
  passes({ cells, row }, header, add) {
    const count = header.count && numberIn(header.count, cells[header.count.index] ?? "");
    for (const [index, cell] of cells.entries()) {
      if (!isLarge(cell, index, header)) continue;
      const matched = header.at[index]!;
      if ((numberIn(matched, cell) ?? 0) <= LARGE * Math.max(1, count ?? 1)) continue;
      add("amount-unusual", {
        cell: cellName(index, row),
        column: matched.column.label,
        value: cell,
        why: "一件超过1亿元，多半是以元写的数当成了万元",
        fix: "核对单位：这一列的数是元的，列名里不写万元；确实如此就不用改",
      });
    }
    return true;
  },
  onlyWith: isLarge,
};
const LARGE = 100_000_000;

function isLarge(cell: string, index: number, { at }: Header): boolean {
  const matched = at[index];
  return matched?.column.type === "money" && (numberIn(matched, cell) ?? 0) > LARGE;
}

/** 0.98 where the unit is %: mostly 98 %, as Excel keeps it. */
const sharesInPercent: RowCheck = {
  passes({ cells, row }, header, add) {
    for (const [index, cell] of cells.entries()) {
      if (!isFraction(cell, index, header)) continue;
      const matched = header.columns.find((one) => one.index === index)!;
      const beside = header.columns.find(({ key }) => key === matched.column.unitIn);
      const share = numberIn(matched, cell) ?? 0;
      if (wordKey((beside && cells[beside.index]) ?? "") !== "%" || Math.abs(share) >= 1) continue;
      const falls = share < 0;
      add("share-small", {
        cell: cellName(index, row),
        column: matched.column.label,
        value: cell,
        why: falls
          ? "单位是%的数在-1和0之间，网站会写成降幅不到1%；Excel 里的 -98% 导出后常变成 -0.98"
          : "单位是%的数在0和1之间，网站会写成不到1%；Excel 里的 98% 导出后常变成 0.98",
        fix: falls ? "是-98%就写 -98；确实不到1%就不用改" : "是98%就写 98；确实不到1%就不用改",
      });
    }
    return true;
  },
  onlyWith: isFraction,
};

function numberIn(matched: Matched, cell: string): number | null {
  const { value } = readCell(matched, cell);
  return typeof value === "object" && value !== null && "value" in value ? value.value : null;
}

function isFraction(cell: string, index: number, { columns }: Header): boolean {
  const matched = columns.find((one) => one.index === index);
  if (!matched?.column.wholeIn) return false;
  return (numberIn(matched, cell) ?? 0) % 1 !== 0;
}

function isAverage(says: (key: string) => string): boolean {
  return tidy(says("denominator")) !== "" || /均/.test(says("label"));
}

const POWER = /[万亿]/;

/** Whether a number whose unit another column says has a unit or a power of ten behind it. */
function saysUnit(cell: string, index: number, header: Header): boolean {
  if (unitBehind(cell, index, header) !== undefined) return true;
  const { column } = header.columns.find((one) => one.index === index) ?? {};
  return column?.unitIn !== undefined && POWER.test(cell);
}

/** The unit that is written behind a number whose unit another column says. */
function unitBehind(cell: string, index: number, { columns }: Header): string | undefined {
  const matched = columns.find((one) => one.index === index);
  if (!matched?.column.unitIn) return undefined;
  return readCell(matched, cell).unit;
}

/** All there are, by when a row must pass them. */
export const ROW_CHECKS = {
  /** Any row, data or not. */
  any: [nothingForbidden],
  /** A row of data, before its cells are read. */
  data: [noStatistics, oneTable, ofYear, nothingNameless, parted, notBroken, countsRows],
  /** A row of data whose cells are all good. */
  good: [unitsFit, countsWhole, amountsUsual, sharesInPercent],
} as const satisfies Record<string, readonly RowCheck[]>;

export function passes(
  when: keyof typeof ROW_CHECKS,
  row: RawRow,
  header: Header,
  add: Add,
): boolean {
  return ROW_CHECKS[when].every((check) => check.passes(row, header, add));
}

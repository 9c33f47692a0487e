/** Numbers of a row beside one another: their units, fractions and sizes. */
import { MATTERS, oneOf, TIMES } from "../../text/measure-words.ts";
import { sameUnit } from "../../text/units.ts";
import { cellName } from "../problems/problems.ts";
import { tidy, wordKey } from "../text/tidy.ts";
import type { Matched } from "./columns.ts";
import type { Header } from "./header.ts";
import { readCell } from "./read-cell.ts";
import type { RowCheck } from "./row-check.ts";

/** A column that nothing matches holds no numbers, where it might be what the rows count. */
export const countsRows: RowCheck = {
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
export const unitsFit: RowCheck = {
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
export const countsWhole: RowCheck = {
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
        fix: "核对后写成 1234 这样的整数；是平均数的，在分子、分母两列写上指标编号",
      });
    }
    return good;
  },
  onlyWith: isFraction,
};

/** More than 1 亿 for one matter is mostly an amount in 元 under a header that says 万元. */
export const amountsUsual: RowCheck = {
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
export const sharesInPercent: RowCheck = {
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

/** What is looked at in a row as a whole, before and after its cells are read. */

import { type Add, cellName, type Message } from "../problems/problems.ts";
import { personalData } from "../text/privacy.ts";
import { isBlank, isGarbled, tidy, wordKey } from "../text/tidy.ts";
import type { Header } from "./header.ts";
import { CELL_LIMIT } from "./table.ts";
import type { Batch } from "./typed.ts";

/** What no cell may hold, used or not: lost text, a swallowed page, personal data. */
export function mayStand(header: Header, cells: readonly string[], row: number, add: Add): boolean {
  let good = true;
  const columnOf = (index: number) => {
    const label = header.columns.find((matched) => matched.index === index)?.column.label;
    const name = label ?? header.names[index];
    return name ? { column: name } : {};
  };
  for (const [index, raw] of cells.entries()) {
    const wrong = wrongIn(raw);
    if (!wrong) continue;
    good = false;
    const { code, ...what } = wrong;
    add(code, { cell: cellName(index, row), ...columnOf(index), ...what });
  }
  return good;
}

/** Why a cell may not stand in any column, if so. */
export function wrongIn(raw: string): (Message & { value: string }) | null {
  if (raw.length > CELL_LIMIT) {
    return {
      code: "cell-too-long",
      value: raw,
      why: `一格里的字超过了 Excel 一格最多的${CELL_LIMIT}个，多半是粘贴错了或引号没有配对`,
      fix: "核对这一格，只留应有的内容",
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
  const personal = personalData(raw);
  return (
    personal && {
      code: "personal",
      value: personal.masked,
      why: `含有${personal.kind}，不能放进公开的数据`,
      fix: "删掉它后重新导出；如已提交，请一并从历史中清除",
    }
  );
}

/** Every cell stands under a name, and no line break has cut the row in two. */
export function isWhole(header: Header, cells: readonly string[], row: number, add: Add): boolean {
  for (const [index, raw] of cells.entries()) {
    if ((header.names[index] ?? "") !== "" || tidy(raw) === "") continue;
    add("row-too-wide", {
      cell: cellName(index, row),
      value: raw,
      why: "多出的一格上面没有列名，多半是文字里的半角逗号把一格分成了两格，后面的都错了位",
      fix: "文字里用中文逗号“，”；确实是一列就补上列名，没有用就删掉",
    });
    return false;
  }
  if (cells.length >= header.names.length) return true;
  const cutOff = header.columns.some(
    ({ column, index }) => column.required && index >= cells.length,
  );
  const merged = cells.some((cell) => /[,;\t][^\n]*\n|\n[^\n]*[,;\t]/.test(cell));
  if (!cutOff && !merged) return true;
  add("row-broken", {
    cell: `第${row}行`,
    value: cells.find((cell) => tidy(cell) !== "") ?? "",
    why: "这一行缺了后面的格，多半是格里的换行把一行断成了两行，或引号把两行并成了一行",
    fix: "在 Excel 里去掉格里的换行后重新导出",
  });
  return false;
}

/** A column that nothing matches holds no numbers, where it might be what the rows count. */
export function countsRows(
  header: Header,
  cells: readonly string[],
  row: number,
  add: Add,
): boolean {
  let good = true;
  for (const index of header.mayCount) {
    const raw = tidy(cells[index] ?? "");
    if (!isCountLike(raw)) continue;
    good = false;
    const name = header.names[index] ?? "";
    add("column-missing", {
      cell: cellName(index, row),
      column: "件数",
      value: raw,
      why: `没有“件数”这一列，而“${name}”一列里是数字；不认它，每行就会只算一件`,
      fix: "是件数就把列名改成“件数”，几列件数改成一行一个；不是的，另加一列“件数”填 1，或删掉这一列",
    });
  }
  return good;
}

/** Whether a cell reads like how many matters the row stands for. */
export function isCountLike(text: string): boolean {
  return /^[\d０-９][\d０-９,，]*(?:余|多|件|次|宗|起)?$/.test(text);
}

/** In the row that comes next, a number written with its unit says the same unit as the column beside it. */
export function unitsFit(
  header: Header,
  cells: readonly string[],
  typed: Batch,
  row: number,
  add: Add,
): boolean {
  let good = true;
  for (const { column, index, read } of header.columns) {
    if (!column.unitIn) continue;
    const raw = cells[index] ?? "";
    const said = typed.value(typed.table.placeOf(column.unitIn), typed.length);
    const parsed = isBlank(raw) ? null : read(raw);
    if (!parsed?.ok || !parsed.unit || typeof said !== "string") continue;
    if (wordKey(parsed.unit) === wordKey(said)) continue;
    good = false;
    add("number", {
      cell: cellName(index, row),
      column: column.label,
      value: raw,
      why: `数字后面写的是“${parsed.unit}”，单位一列写的是“${said}”`,
      fix: "核对后改成同一个单位；数字后面可以不写单位",
    });
  }
  return good;
}

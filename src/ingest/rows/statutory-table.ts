/** A statutory statistics table that was put where matters are listed, told by its head. */
import { PENALTY_KINDS } from "../../datasets/decisions.ts";
import { statistics } from "../../datasets/statistics.ts";
import { type Add, cellName } from "../problems/problems.ts";
import { tidy } from "../text/tidy.ts";
import { headerKey } from "./column-names.ts";
import type { RawRow } from "./piece.ts";

export const STATISTICS_FILE = `${statistics.id}.csv`;
const { kind, item, unit, value } = statistics.columns;
export const STATISTICS_EXAMPLE = `第一行写${[kind, item, unit, value].map(({ label }) => label).join("、")}，下面一行一个项目，例如“行政处罚,警告、通报批评,件,12175”`;

/** What is done with applications, as the table of licences lists it. */
export const LICENCE_ITEMS = ["申请", "受理", "许可", "准予许可", "不予许可", "撤销许可", "办结"];
const ITEMS: ReadonlySet<string> = new Set([
  ...PENALTY_KINDS,
  ...["暂扣许可证", "暂扣执照", "吊销许可证", "吊销执照", "责令停产", "责令停业", "其他行政处罚"],
]);

/** Whether a text names an item of the table of penalties, or several that a province joins. */
export function isPenaltyItem(text: string): boolean {
  const parts = text.split(/[、，,和及或]+/);
  return parts.every((part) => ITEMS.has(part) && part !== "其他");
}

/** Says so where a file's head is that of such a table: each kind a column, or its own long form. */
export function isStatutoryTable(head: readonly RawRow[], isOwn: boolean, add: Add): boolean {
  const wide = head.find(({ cells }) => cells.filter(isItemHeader).length > 2);
  const long = head.find(({ cells }) => {
    const names = cells.map(tidy);
    return [kind, item, value].every(({ label }) => names.includes(label));
  });
  const found = isOwn ? wide : (wide ?? long);
  if (!found || (isOwn && long)) return false;
  const first = found.cells.findIndex((cell) => tidy(cell) !== "");
  add(isOwn ? "header-missing" : "statistics-misplaced", {
    cell: cellName(first, found.row),
    value: found.cells[first] ?? "",
    why: isOwn
      ? "统计表的项目横着写，一列一个；这里要竖着写，一行一个"
      : `这是${statistics.label}的表，每个数是全年的总数，不是一行一件事`,
    fix: isOwn
      ? `在 Excel 里选中项目名和数值两行复制，到空白处用“选择性粘贴→转置”；${STATISTICS_EXAMPLE}`
      : `放进 ${STATISTICS_FILE}：${wide ? "选中项目名和数值两行，用“选择性粘贴→转置”竖过来，" : ""}${STATISTICS_EXAMPLE}`,
  });
  return true;
}

function isItemHeader(cell: string): boolean {
  const name = headerKey(tidy(cell)).replace(/(?:数量?|件数)$/, "");
  return isPenaltyItem(name) || LICENCE_ITEMS.includes(name);
}

/** A row drawn from a report, of which a person has yet to decide something: in whichever table. */
import { DRAFT, isOpen } from "../../datasets/draft.ts";
import { cellName } from "../problems/problems.ts";
import type { RowCheck } from "./row-check.ts";

/** Open questions are said, and the row is read all the same: what else is wrong with it is told as well. */
export const decided: RowCheck = {
  passes({ cells, row }, { names }, add) {
    const index = names.indexOf(DRAFT.confirm);
    const mark = cells[index];
    if (mark === undefined || !isOpen(mark)) return true;
    add("draft-open", {
      cell: cellName(index, row),
      column: DRAFT.confirm,
      value: mark,
      why: "这一行是从报告里取出的草稿，还有事要人决定，没有决定的不能公布",
      fix: `对照“${DRAFT.source}”一格核对这一行各格，改好以后清空这一格，或写“已确认”；不该有的删掉整行（indicators.csv 的，report.md 里的引用换回原来的字）`,
    });
    return true;
  },
  onlyWith: (cell, index, { names }) => names[index] === DRAFT.confirm && isOpen(cell),
};

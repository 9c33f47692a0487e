/** Rows that a mark nobody sees has joined to one: the usual ends of lines end the others. */
import { ODD_ENDS } from "../bytes/decode.ts";
import type { Remark } from "../problems/problems.ts";
import type { Layout } from "./layout.ts";

/** What ends lines for other programs, or stands for such an end. */
const ENDS = new RegExp(`${ODD_ENDS.join("|")}|\\\\n|<br\\s*/?>`, "i");

/** What joins the cells of several rows of so many columns, if they are that. */
function joinedBy(cells: readonly string[], width: number): string | undefined {
  if (cells.length <= width || width < 2) return undefined;
  const [end] = cells.flatMap((cell) => ENDS.exec(cell)?.[0] ?? []);
  if (end === undefined) return undefined;
  let inRow = 1;
  for (const cell of cells) {
    const here = cell.split(end).length - 1;
    // Two ends in one cell: a row of one column between them.
    if (here > 1 || (here === 1 && inRow !== width)) return undefined;
    inRow = here === 1 ? 2 : inRow + 1;
  }
  if (inRow !== width + 1) return undefined;
  // Of rows that hold nothing none is lost.
  return cells.some((cell) => cell.replaceAll(end, "").trim() !== "") ? end : undefined;
}

/** Whether the header has a row of data in it: then others are as wide as its part, or there are none. */
export function gluedHeader({ rows, header }: Layout): Remark | null {
  if (!header) return null;
  const cells = rows[header.last] ?? [];
  const first = cells.findIndex((cell) => ENDS.test(cell));
  const width = first + 1;
  const others = rows.filter((row) => row !== cells && row.some((cell) => cell !== ""));
  if (first < 0 || !(others.length === 0 || others.some((row) => row.length === width)))
    return null;
  const end = joinedBy(cells, width);
  return end === undefined ? null : glued(end, header.last + 1);
}

/** The first of the rows that is several. */
export function gluedRow(
  rows: readonly string[][],
  { header }: Layout,
  firstRow: number,
): Remark | null {
  const width = header?.cells.length ?? 0;
  if (width === 0) return null;
  for (let at = 0; at < rows.length; at++) {
    // Most rows are as wide as the header.
    if (rows[at]!.length <= width) continue;
    const end = joinedBy(rows[at]!, width);
    if (end !== undefined) return glued(end, firstRow + at);
  }
  return null;
}

function glued(end: string, row: number): Remark {
  const mark = /^[!-~]/.test(end)
    ? `“${end}”`
    : `看不见的换行符（U+${end.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}）`;
  return {
    code: "row-broken",
    why: `几行连成了一行：它们之间是${mark}，Excel 和网站都不当作换行`,
    fix: "从业务系统重新导出；不能重新导出的，用 Word 打开，把这个符号全部替换成段落标记，另存为纯文本",
    cell: `第${row}行`,
  };
}

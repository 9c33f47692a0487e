/** Personal data in a workbook where nobody looks: comments, hidden sheets, names of sheets. */
import { cellName, type Remark } from "../ingest/problems/problems.ts";
import { personalIn } from "../ingest/text/privacy.ts";
import type { Sheet } from "./workbook/sheet.ts";

/** One for each place; the value is not printed whole. None of it is read, and the file goes from hand to hand. */
export function unseenPersonal(sheets: readonly Sheet[]): Remark[] {
  return sheets.flatMap(({ name, rows, hidden, comments }) => [
    ...told(name, "工作表的名称", `工作表“${withoutIt(name)}”`, "改名"),
    ...comments.flatMap(({ row, column, text }) =>
      told(text, "批注", `${withoutIt(name)} ${cellName(column, row)}`, "右键点这一格，删除批注"),
    ),
    ...(hidden.sheet
      ? rows.flatMap(({ cells, row }) =>
          cells.flatMap((text, column) =>
            told(
              text,
              "隐藏的工作表",
              `${withoutIt(name)} ${cellName(column, row)}`,
              "右键点下面的表名，取消隐藏，核对后删掉这一格或整张工作表",
            ),
          ),
        )
      : []),
  ]);
}

/** A place that names somebody is told without the name. */
function withoutIt(name: string): string {
  return personalIn(name).next().value ? "（名称里有个人信息）" : name;
}

function told(text: string, where: string, cell: string, fix: string): Remark[] {
  const found = personalIn(text).next().value;
  if (!found) return [];
  return [
    {
      code: "personal",
      cell,
      value: found.masked,
      why: `${where}里含有${found.kind}，工作簿传来传去会泄露`,
      fix: `在 Excel 或 WPS 里${fix}，保存，再查一次`,
    },
  ];
}

/** What no cell may hold, whichever its column. */
import { cellName, type Message } from "../problems/problems.ts";
import { isGarbled } from "../text/garbled.ts";
import { personalData } from "../text/privacy.ts";
import type { Header } from "./header.ts";
import { MERGE } from "./not-a-table.ts";
import type { RowCheck } from "./row-check.ts";
import { CELL_LIMIT } from "./table.ts";

/** What no cell may hold, used or not: lost text, a swallowed page, personal data. */
export const nothingForbidden: RowCheck = {
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
      fix: "删掉格里的它，别的字可以留；已经提交过的，告诉管理网站的同事，从历史中清除",
    }
  );
}

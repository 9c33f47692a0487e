/** What no cell may hold, whichever its column. */
import { reversedIn } from "../problems/letters-lost.ts";
import { cellName, type Message } from "../problems/problems.ts";
import { isGarbled, isReversed } from "../text/garbled.ts";
import { mayBeAnswered, personalData, personalIn } from "../text/privacy.ts";
import type { Header } from "./header.ts";
import { MERGE } from "./not-a-table.ts";
import type { RowCheck } from "./row-check.ts";
import { CELL_LIMIT } from "./table.ts";

/** A sign of Unicode's private use: which one it is, only the font of who made it knows. */
const OWN_SIGN = /\p{Co}/u;

/** What no cell may hold, used or not: lost text, a swallowed page, personal data. */
export const nothingForbidden: RowCheck = {
  passes({ cells, row }, header, add) {
    let good = true;
    for (const [index, raw] of cells.entries()) {
      for (const { code, ...what } of wrongIn(raw, index, header)) {
        const label = header.columns.find((matched) => matched.index === index)?.column.label;
        const column = label ?? header.names[index];
        const where = { cell: cellName(index, row), ...(column ? { column } : {}) };
        // Not said where a person has answered for it: then what else the cell holds is asked.
        if (add(code, { ...where, ...what }) === false) continue;
        good = false;
        break;
      }
    }
    return good;
  },
  onlyWith: (cell, index, header) =>
    lostIn(cell) !== null || personalData(cell, scanOf(index, header)) !== null,
};

/** One after the other, why a cell may not stand in any column. */
function* wrongIn(raw: string, index: number, header: Header): Generator<Wrong> {
  const lost = lostIn(raw);
  if (lost) yield lost;
  for (const { kind, masked } of personalIn(raw, scanOf(index, header))) {
    yield {
      code: "personal",
      value: masked,
      why: `含有${kind}，不能放进公开的数据`,
      fix: `删掉格里的它，别的字可以留${mayBeAnswered(kind)}；已经提交过的，告诉管理网站的同事，从历史中清除`,
    };
  }
}

type Wrong = Message & { value: string };

function scanOf(index: number, { columns }: Header) {
  const { column } = columns.find((matched) => matched.index === index) ?? {};
  return { numbering: column?.type === "id" && column.private === true };
}

/** What of a cell has been lost on its way here. */
function lostIn(raw: string): Wrong | null {
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
  if (isReversed(raw)) {
    return {
      code: "garbled",
      value: raw,
      ...reversedIn("这一格"),
    };
  }
  if (OWN_SIGN.test(raw)) {
    return {
      code: "garbled",
      value: raw,
      why: "有的字是电脑自己造的，或者是网页上的图标，别的电脑显示不出来，只见一个空框",
      fix: "换成通用的字或写法；是图标就删掉",
    };
  }
  return null;
}

/** One cell of a column: its typed value, and what is to be said of it. */
import type { Value } from "../../values/value.ts";
import type { Message } from "../problems/problems.ts";
import { isBlank } from "../text/tidy.ts";
import type { Matched } from "./columns.ts";
import { NO, saidIn } from "./have-or-not.ts";
import { howWritten } from "./how-written.ts";

export interface ReadCell {
  /** Undefined where it is wrong; then there is something to say. */
  value: Value | undefined;
  message?: Message;
  /** What stands behind a number. */
  unit?: string | undefined;
}

export function readCell({ column, key, read, haveOrNot }: Matched, raw: string): ReadCell {
  if (haveOrNot && saidIn(haveOrNot, raw) === "none" && haveOrNot.isNo) return { value: NO };
  if (isBlank(raw)) return blank(column, key);
  const parsed = read(raw);
  if (!parsed.ok) {
    const { ok: _, ...message } = parsed;
    return { value: undefined, message };
  }
  const { value, normalised, unit, says } = parsed;
  if (value === null && column.filled) return blank(column, key);
  const message = says ?? (normalised === undefined ? undefined : NORMALISED);
  return message ? { value, unit, message } : { value, unit };
}

const NORMALISED: Message = {
  code: "normalised",
  why: "写法不统一，但意思确定，已自动统一",
  fix: "不用改",
};

function blank(column: Matched["column"], key: string): ReadCell {
  if (column.filled) {
    const hint = howWritten(column, new Map());
    return {
      value: undefined,
      message: {
        code: "cell-empty",
        why: "这一格必须填",
        fix: `填上${column.label}${hint && `，${hint}`}；整行没有用就删掉整行`,
      },
    };
  }
  if (key === "count") {
    return {
      value: null,
      message: {
        code: "count-empty",
        why: "这一行的件数按“未公布”处理，不当作 0，也不当作 1",
        fix: "报告确实没有写就不用改；是一件请填 1",
      },
    };
  }
  if (column.expected) {
    return {
      value: null,
      message: {
        code: "word-empty",
        why: "这一行不知道是哪个月，只能归入“未注明”；合并单元格导出后，只有第一行有日期",
        fix: `取消合并，逐行填上${column.label}；确实没有日期就不用管`,
      },
    };
  }
  if (!column.required || column.type !== "word") return { value: null };
  return {
    value: null,
    message: {
      code: "word-empty",
      why: "这一行只能归入“未注明”；合并单元格导出后，只有第一行有字",
      fix: `取消合并，逐行填上${column.label}；确实不知道就不用管`,
    },
  };
}

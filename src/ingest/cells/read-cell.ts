/** One cell of a column: its typed value, and what is to be said of it. */
import type { Value } from "../../values/value.ts";
import type { Report } from "../problems.ts";
import type { Matched } from "../rows/columns.ts";
import { isBlank } from "./text.ts";

export type Saying = Pick<Report, "code" | "why" | "mend">;

export interface ReadCell {
  /** Undefined where it is wrong; then there is something to say. */
  value: Value | undefined;
  say?: Saying;
}

export function readCell({ column, key, read }: Matched, raw: string): ReadCell {
  if (isBlank(raw)) return blank(column, key);
  const parsed = read(raw);
  if (!parsed.ok) {
    const { code, why, mend } = parsed;
    return { value: undefined, say: { code, why, mend } };
  }
  const { value, normalised } = parsed;
  return normalised === undefined ? { value } : { value, say: NORMALISED };
}

const NORMALISED: Saying = {
  code: "normalised",
  why: "写法不统一，但意思确定，已自动统一",
  mend: "不用改",
};

function blank(column: Matched["column"], key: string): ReadCell {
  if (column.filled) {
    return {
      value: undefined,
      say: {
        code: "cell-empty",
        why: "这一格必须填",
        mend: `填上${column.label}；整行没有用就删掉整行`,
      },
    };
  }
  if (key === "count") {
    return {
      value: null,
      say: {
        code: "count-empty",
        why: "这一行的件数按“未公布”处理，不当作 0，也不当作 1",
        mend: "报告确实没有写就不用改；是一件请填 1",
      },
    };
  }
  if (!column.required || column.type !== "word") return { value: null };
  return {
    value: null,
    say: {
      code: "word-empty",
      why: "这一行只能归入“未注明”；合并单元格导出后，只有第一行有字",
      mend: `取消合并，逐行填上${column.label}；确实不知道就不用管`,
    },
  };
}

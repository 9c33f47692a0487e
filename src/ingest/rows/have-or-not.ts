/**
 * 有 and 无 in a column of yes or no. Beside 有, 无 says no; alone it may be how a system writes an
 * empty cell. Only the whole file tells which, so it is read once more.
 */
import { YES_NO } from "../../datasets/columns.ts";
import type { Column } from "../../datasets/define.ts";
import { tidy } from "../text/tidy.ts";

export const NO = YES_NO.words[1];

export interface HaveOrNot {
  /** What cells have been seen to say. */
  readonly seen: Set<"have" | "none">;
  /** Whether 无 is known to say no. */
  isNo: boolean;
}

export function haveOrNotOf({ words }: Column): HaveOrNot | undefined {
  return words === YES_NO.words ? { seen: new Set(), isNo: false } : undefined;
}

/** What a cell says, which is noted. */
export function saidIn({ seen }: HaveOrNot, cell: string): "have" | "none" | undefined {
  const text = tidy(cell);
  const said = text === "有" ? "have" : text === "无" ? "none" : undefined;
  if (said) seen.add(said);
  return said;
}

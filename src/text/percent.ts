/** Shares in words: whole percents, and never all or nothing where it is neither. */
import { shareIn } from "../values/decimals.ts";
import { numberText } from "./format.ts";

/** Below this many, a percentage would make much of little: then the counts are said. */
export const PERCENT_BASE = 30;

/** “96%”; “99.6%” and “不到1%” where rounding would say all or nothing. */
export function percentText(part: number, whole: number): string {
  const percent = shareIn(100, part, whole);
  const rounded = Math.round(percent);
  if (rounded >= 100 && part < whole) return `${numberText(Math.floor(percent * 10) / 10)}%`;
  if (rounded === 0 && part > 0) return "不到1%";
  return `${rounded}%`;
}

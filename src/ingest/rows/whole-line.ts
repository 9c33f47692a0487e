/** A line that stands whole in one cell: in quotes, or parted by other marks than the header. */

import { isFootnote } from "../text/footnotes.ts";
import { halfWidth, isBlank } from "../text/tidy.ts";
import type { Header } from "./header.ts";

const MARKS = [",", "，", ";", "；", "\t", "|", "、"];

/** Whether a cell has in it as many parts as the header, and what stands there is no text of its own. */
export function isWholeLine(
  cell: string,
  index: number,
  { names, columns, at, numbers }: Header,
): boolean {
  // Most cells hold none of the marks.
  if (!/[,，;；\t|、]/.test(cell) || columns.length < 3) return false;
  return MARKS.some((mark) => {
    const parts = cell.split(mark);
    if (parts.length !== names.length) return isNearly(cell, parts, names.length);
    const fits = numbers.every(({ read, index }) => {
      const part = parts[index] ?? "";
      return isBlank(part) || read(part).ok;
    });
    return fits && (numbers.length > 0 || at[index]?.column.type !== "text");
  });
}

/** One part too many or too few, as where a text has the mark too: with a number or a day of its own. */
function isNearly(cell: string, parts: readonly string[], width: number): boolean {
  if (parts.length < 3 || Math.abs(parts.length - width) > 1 || isFootnote(cell)) return false;
  return parts.slice(1).some((part) => /^\d[\d.,/年月-]*日?$/.test(halfWidth(part)));
}

/** Rows that say too little to be a matter: a note, a label, a heading, numbers without a name, nothing. */

import { isFootnote, isNoteLabel, isNoteSentence, isToSign } from "../text/footnotes.ts";
import { isImportedName } from "../text/imported-name.ts";
import { halfWidth, isBlank, isNothing, meant } from "../text/tidy.ts";
import type { Header } from "./header.ts";
import { isWholeLine } from "./whole-line.ts";

function isSaid(cells: readonly string[], index: number): boolean {
  return !isBlank(cells[index] ?? "");
}

/** A footnote under the table: the row says nothing else. */
export function isNote(cells: readonly string[], header: Header): boolean {
  const filled = [...cells.keys()].filter((index) => isSaid(cells, index));
  if (header.columns.length < 2 || filled.length === 0) return false;
  if (filled.length === 1) {
    const [only] = filled as [number];
    return isNoteCell(cells[only]!, only, header) && !isWholeLine(cells[only]!, only, header);
  }
  if (filled.every((index) => isFootnote(meant(cells[index]!)) || isToSign(meant(cells[index]!)))) {
    return true;
  }
  const first = filled[0]!;
  return (
    isNoteLabel(meant(cells[first]!), identifies(first, header)) &&
    !filled.some((index) => header.numbers.some((matched) => matched.index === index))
  );
}

export function isNoteCell(cell: string, index: number, header: Header): boolean {
  const text = meant(cell);
  const matched = header.at[index];
  if (matched?.lists(cell)) return false;
  const type = matched?.column.type;
  // A category may be numbered as a footnote is.
  if (isFootnote(text) && (type !== "word" || !/^[(（]?[\d①-⑩一二三四五六七八九十]/.test(text)))
    return true;
  if (isToSign(text)) return true;
  // What names a matter has a figure in it; what only numbers rows is a figure.
  if (isNoteSentence(text) || isNoteLabel(text, identifies(index, header))) return true;
  if (type !== "id" && !header.serials.has(index)) return false;
  if (isImportedName(text)) return false;
  return /\p{L}/u.test(text) && (!/\d/.test(text) || /\p{Script=Han}.*[:：，。；%]/u.test(text));
}

/** Whether a column only tells rows apart. */
function identifies(index: number, { at, serials }: Header): boolean {
  const type = at[index]?.column.type;
  return type === "id" || type === "date" || serials.has(index);
}

/** Whether where a matter has its number there are words. */
export function isLabel(cell: string, index: number, { at }: Header): boolean {
  if (at[index]?.column.type !== "id") return false;
  const text = meant(cell);
  // 罚字第三号, 甲案 name a matter.
  return /\p{Script=Han}/u.test(text) && !/\d|[号案]$/.test(text) && text.length <= 20;
}

export function isLabelled(cells: readonly string[], header: Header): boolean {
  const filled = [...cells.keys()].filter((index) => isSaid(cells, index));
  const labels = filled.filter((index) => isLabel(cells[index]!, index, header));
  const numbers = filled.filter((index) => header.numbers.some((one) => one.index === index));
  return labels.length === 1 && numbers.length > 0 && filled.length === 1 + numbers.length;
}

/** Whether a row holds one word and nothing else, not even that its number is not known. */
export function isHeading(cells: readonly string[], header: Header): boolean {
  const filled = [...cells.keys()].filter((index) => !isNothing(cells[index]!));
  return filled.length === 1 && mayHead(cells[filled[0]!]!, filled[0]!, header);
}

/** Whether a cell may head the rows below, which say more than it and how many; a line in one cell may not. */
export function mayHead(cell: string, index: number, { at, count, namePlaces }: Header): boolean {
  const isWord = at[index]?.column.type === "word" && !/[,，;；\t|]/.test(cell);
  return count !== undefined && namePlaces.length > 1 && isWord;
}

/** Whether a cell says something, beyond a serial number, a line or a nought. */
export function isFilled(cell: string, index: number, header: Header): boolean {
  if (isBlank(cell) || isNothing(cell)) return false;
  const text = halfWidth(meant(cell));
  if (/^[-=_*~·.—]+$/.test(text)) return false;
  const matched = header.at[index];
  const numbers = header.serials.has(index) || matched?.column.type === "id";
  if (numbers && /^\(?\d{1,5}[.、)]?$/.test(text)) return false;
  const adds = matched !== undefined && header.numbers.includes(matched);
  return !(adds && "count" in header.dataset.columns && /^0(?:\.0+)?$/.test(text));
}

/** Whether a cell says of what its row is, and not only how much. */
export function isNamed(cell: string, index: number, header: Header): boolean {
  const matched = header.at[index];
  return isFilled(cell, index, header) && !(matched && header.numbers.includes(matched));
}

/** Whether each row is one matter: the file has no 件数 by which a row without a name says how many. */
export function countsItself({ dataset, count }: Header): boolean {
  return "count" in dataset.columns && count === undefined;
}

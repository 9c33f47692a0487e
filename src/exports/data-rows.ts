/** What the cells of a file tell of their rows one by one: most rows are seen to be records without a look at the whole. */
import type { Piece } from "../ingest/rows/piece.ts";
import { isFootnote } from "../ingest/text/footnotes.ts";
import { isExampleWord, isGuideCell } from "../ingest/text/form-words.ts";
import { isSpread, summaryIn } from "../ingest/text/summary-words.ts";
import { isNothing, meant } from "../ingest/text/tidy.ts";

/** No title fills more cells. */
export const TITLE = 2;

/** Each cell says of its row some of these, in a part of a number of its own: they are added up. */
const FILLED = 1;
const NUMBERED = 1 << 10;
const ODD = 1 << 20;
const PART = 0x3ff;

/**
 * By row of a piece: whether it is data, whatever its heads are, as long as none of them has a number.
 * More cells than a title's say something, one of them has a number that is no column's, none is a hint
 * of a form, and the first begins no total, note or example. A row without all of that may be data too.
 */
export function dataRows({ texts, numbers, length, odd }: Piece): boolean[] {
  const said = new Int32Array(length);
  for (const [column, distinct] of texts.entries()) {
    const cells = distinct.map((text) => toldBy(text, column === 0));
    for (let at = 0; at < length; at++) said[at]! += cells[numbers[column * length + at]!]!;
  }
  const isWide = texts.length > PART;
  return Array.from(said, (flags, at) => !isWide && !odd.has(at) && tellsData(flags));
}

/** The same of a row's cells. */
export function isDataRow(cells: readonly string[]): boolean {
  if (cells.length > PART) return false;
  let flags = 0;
  for (let at = 0; at < cells.length; at++) flags += toldBy(cells[at]!, at === 0);
  return tellsData(flags);
}

function tellsData(flags: number): boolean {
  return flags < ODD && (flags & PART) > TITLE && flags >= NUMBERED;
}

function toldBy(cell: string, isFirst: boolean): number {
  if (FIGURES.test(cell)) return FILLED + (isFirst && !/^\d+$/.test(cell) ? ODD : numbered(cell));
  if (isNothing(cell)) return isFirst ? ODD : 0;
  return isGuideCell(cell) || (isFirst && isOddStart(cell)) ? ODD : FILLED + numbered(cell);
}

/** A number, a day, a moment: nothing is written so that is no data, but for the number of a page. */
const FIGURES = /^\d[\d:./ -]*$/;

function numbered(cell: string): number {
  return NUMBER.test(cell) ? NUMBERED : 0;
}

/** Longer than a column's number, and nothing that a head's writing is looked at without. */
const NUMBER = /^[^([{【〔（]*?\d{3}/;

function isOddStart(cell: string): boolean {
  const text = meant(cell);
  return isSpread(cell) || summaryIn(text) !== null || isFootnote(text) || isExampleWord(text);
}

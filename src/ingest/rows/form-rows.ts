/** What forms have between the header and the rows: the header again, numbers of columns, how to fill in, an example. */
import { halfWidth, isNothing, meant, tidy, wordKey } from "../text/tidy.ts";
import { columnKey, isFillIn } from "./column-names.ts";
import type { Header } from "./header.ts";

export const COLUMN_NUMBER =
  /^(?:\(?\d{1,2}\)?|[①-⑳]|[甲乙丙丁戊己庚辛]|[A-H]|[栏列行项](?:次|号|目))$/;

/** Whether the cells count on from left to right, and one of them stands where a word must. */
export function numbersColumns(cells: readonly string[], header: Header): boolean {
  const named = cells.findIndex((cell) => !isNothing(cell));
  const filled = [...cells.keys()].filter(
    (index) =>
      !isNothing(cells[index]!) && !(index === named && /^[栏列行项]/.test(meant(cells[index]!))),
  );
  const said = filled.map((index) => halfWidth(meant(cells[index]!)).replace(/[()]/g, ""));
  if (said.length < 3 || !said.every((text) => COLUMN_NUMBER.test(text))) return false;
  const stems = said.filter((text) => !/^[\d①-⑳]/.test(text));
  const figures = said.slice(stems.length).map((text) => CIRCLED.indexOf(text) + 1 || Number(text));
  return (
    [STEMS, LETTERS].some((list) => stems.every((text, at) => list[at] === text)) &&
    figures.every((number, at) => number === at + 1 || number === stems.length + at + 1) &&
    filled.some((index) => isWordUnlisted(cells[index]!, index, header))
  );
}

function isWordUnlisted(cell: string, index: number, { at }: Header): boolean {
  return at[index]?.column.type === "word" && !at[index]?.lists(cell);
}
const STEMS = "甲乙丙丁戊己庚辛";
const LETTERS = "ABCDEFGH";
const CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

export function saysHow(cell: string, index: number, { at }: Header): boolean {
  const text = meant(cell);
  return text.length < 40 && isFillIn(text) && !at[index]?.lists(cell);
}

/** Whether a cell begins as an example of a form does: 示例, （样例）, 示例：A001, 例1. */
export function isExample(cell: string, index: number, { at }: Header): boolean {
  const column = at[index]?.column;
  if (column?.type === "text" || at[index]?.lists(cell)) return false;
  return EXAMPLE.test(wordKey(cell));
}
const EXAMPLE =
  /^[([【]?(?:填[写报]?)?(?:(?:示例|样例|范例|举例|例子)(?:行|数据)?|例)(?:$|[\d)\]】:：])/;

/** Whether a row of the body says the header once more, in whichever writing. */
export function isHeaderAgain(cells: readonly string[], header: Header): boolean {
  let filled = 0;
  for (const [index, raw] of cells.entries()) {
    const name = tidy(raw);
    if (name === "") continue;
    filled++;
    if (!isHeaderWord(name, index, header)) return false;
  }
  return filled > 0;
}

export function isHeaderWord(name: string, index: number, header: Header): boolean {
  if (name === header.names[index]) return true;
  // No header has a digit; most rows start with one, and this is asked of every row.
  if (/\d/.test(name)) return false;
  const key = columnKey(header.dataset, name);
  return key !== undefined && header.at[index]?.key === key;
}

/** What forms have between the header and the rows: the header again, numbers of columns, how to fill in, an example. */
import { countsOn, isExampleWord, isFillIn } from "../text/form-words.ts";
import { isNothing, meant, tidy } from "../text/tidy.ts";
import { columnKey } from "./column-names.ts";
import type { Header } from "./header.ts";

/** Whether the cells count on from left to right, and one of them stands where a word must. */
export function numbersColumns(cells: readonly string[], header: Header): boolean {
  const filled = [...cells.keys()].filter((index) => !isNothing(cells[index]!));
  return (
    countsOn(filled.map((index) => cells[index]!)) &&
    filled.some((index) => isWordUnlisted(cells[index]!, index, header))
  );
}

function isWordUnlisted(cell: string, index: number, { at }: Header): boolean {
  return at[index]?.column.type === "word" && !at[index]?.lists(cell);
}
export function saysHow(cell: string, index: number, { at }: Header): boolean {
  const text = meant(cell);
  return text.length < 40 && isFillIn(text) && !at[index]?.lists(cell);
}

/** An example begins so where no text and no listed word does. */
export function isExample(cell: string, index: number, { at }: Header): boolean {
  const column = at[index]?.column;
  if (column?.type === "text" || at[index]?.lists(cell)) return false;
  return isExampleWord(cell);
}

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

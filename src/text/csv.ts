/** CSV that any program reads back as it was, and in which no cell is a formula. */

/** What a spreadsheet would take for one; a negative number is none. */
const FORMULA = /^(?!-\d+(?:\.\d+)?$)[=+\-@\t\r]/;
/** What would not come back as it was without quotation marks. */
const QUOTED = /^ | $|[",\r\n\ufeff]/;
/** Neither, as most cells are: seen at one look. */
const PLAIN = /^(?![ =+\-@\t\r])[^",\r\n\ufeff]*(?<! )$/;

/** A text as a cell; one that begins like a formula gets an apostrophe. */
export function csvCell(text: string): string {
  if (PLAIN.test(text)) return text;
  const formula = FORMULA.test(text);
  if (!formula && !QUOTED.test(text)) return text;
  return `"${formula ? "'" : ""}${text.replaceAll('"', '""')}"`;
}

/** A text as a cell that says just what it says: for a file that is read again, and was so before. */
export function plainCell(text: string): string {
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

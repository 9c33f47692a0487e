/** Tables that stand in a text as lines: cells between | or tabs, as Markdown and pasted pages have them. */

const RULE = /^[\s|:+=—-]*-{2,}[\s|:+=—-]*$/;

/** The cells of each line that is a row of a table; none for a line that only rules it off. */
export function cellsOfLines(lines: readonly string[]): Map<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  let from = 0;
  while (from < lines.length) {
    const mark = [/\|/, /\t/].find((one) => cellsOf(lines[from]!, one).length > 1);
    const width = mark ? cellsOf(lines[from]!, mark).length : 0;
    let end = from;
    while (mark && end < lines.length && isRowOf(lines[end]!, mark, width)) end++;
    // A row alone, or rows without a number, are no table of figures.
    if (end - from > 1 && lines.slice(from, end).some((line) => /\d/.test(line))) {
      for (let at = from; at < end; at++) {
        const isRule = RULE.test(lines[at]!);
        found.set(at, isRule ? [] : cellsOf(lines[at]!, mark!));
      }
    }
    from = Math.max(end, from + 1);
  }
  return found;
}

/** Rules reach over all columns, or over as many as somebody has drawn. */
function isRowOf(line: string, mark: RegExp, width: number): boolean {
  return cellsOf(line, mark).length === width || (mark.source !== "\\t" && RULE.test(line));
}

/** What a line has outside its first and last | is no cell. */
function cellsOf(line: string, mark: RegExp): string[] {
  const text = mark.source === "\\t" ? line : line.trim().replace(/^\||\|$/g, "");
  if (!mark.test(text)) return [];
  return text.split(new RegExp(mark.source)).map((cell) => cell.replace(/\*\*/g, "").trim());
}

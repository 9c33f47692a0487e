/** A table as it stands in the file, row by row as Excel numbers them, and what is changed in it. */
import Papa from "papaparse";

export interface CellText {
  /** Zero-based. */
  row: number;
  column: number;
  text: string;
}

export class EditedTable {
  readonly #rows: string[][];
  /** What belongs together is undone together: the cells as they were. */
  readonly #undo: CellText[][] = [];

  constructor(rows: string[][]) {
    this.#rows = rows;
  }

  get length(): number {
    return this.#rows.length;
  }

  get isChanged(): boolean {
    return this.#undo.length > 0;
  }

  /** The cells of a zero-based row. */
  row(at: number): readonly string[] {
    return this.#rows[at] ?? [];
  }

  /** Changes cells, as one step. */
  set(cells: readonly CellText[]): void {
    const before: CellText[] = [];
    for (const { row, column, text } of cells) {
      const own = this.#rows[row];
      if (!own || (own[column] ?? "") === text) continue;
      while (own.length <= column) own.push("");
      before.push({ row, column, text: own[column]! });
      own[column] = text;
    }
    if (before.length > 0) this.#undo.push(before);
  }

  undo(): void {
    for (const { row, column, text } of this.#undo.pop() ?? []) this.#rows[row]![column] = text;
  }

  /** What Excel, WPS and the site read: UTF-8 with its mark, commas, CRLF; the cells as they are. */
  csv(): string {
    return `\ufeff${Papa.unparse(this.#rows, { newline: "\r\n" })}\r\n`;
  }
}

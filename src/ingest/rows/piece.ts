/**
 * Some rows of a table as they stand in the file, column by column: each text once or so, and for each
 * row the number of its text. Most cells say what a cell near them says; and one list of numbers
 * goes from one thread to another where a million texts would not.
 */
export interface Piece {
  /** Spreadsheet row number of the first row. */
  firstRow: number;
  length: number;
  /** By column; its length is how many cells most of the rows have. */
  texts: string[][];
  /** Column by column, by row: which of the texts. */
  numbers: Uint16Array;
  /** Rows with more or fewer cells, by their place in the piece. */
  odd: Map<number, string[]>;
  /** What was found out of it besides, where it was read (see Aside). */
  told?: unknown;
}

/** A row of cells as it stands in the file. */
export interface RawRow {
  cells: string[];
  /** Row number as Excel shows it. */
  row: number;
  /** Cells of which the text stands in a row above, merged with them. */
  continued?: ReadonlySet<number>;
  /** Of which it is a row: its cells are texts of the piece. */
  piece?: Piece;
}

/** No piece has more rows. */
export const PIECE_ROWS = 1 << 9;

/** Where so many cells in a row are different ones, as numbers of tickets are, none is looked up. */
const ALL_DIFFERENT = 1 << 5;

export function pieceOf(rows: readonly string[][], firstRow: number): Piece {
  const length = rows.length;
  const width = usualWidth(rows);
  const odd = new Map<number, string[]>();
  for (const [at, cells] of rows.entries()) if (cells.length !== width) odd.set(at, cells);
  const numbers = new Uint16Array(width * length);
  const texts: string[][] = [];
  for (let column = 0; column < width; column++) {
    const distinct: string[] = [];
    const numberOf = new Map<string, number>();
    let number = 0;
    for (let at = 0; at < length; at++) {
      const cell = rows[at]![column] ?? "";
      // Seeing that a cell says what the one above says is faster than looking it up.
      if (at === 0 || cell !== distinct[number]) {
        const isNew = at >= ALL_DIFFERENT && distinct.length === at;
        const found = isNew ? undefined : numberOf.get(cell);
        if (found === undefined) {
          number = distinct.length;
          if (!isNew) numberOf.set(cell, number);
          distinct.push(cell);
        } else number = found;
      }
      numbers[column * length + at] = number;
    }
    texts.push(distinct);
  }
  return { firstRow, length, texts, numbers, odd };
}

/** The cells of one row. */
export function cellsOf({ texts, numbers, length, odd }: Piece, at: number): string[] {
  return odd.get(at) ?? texts.map((distinct, column) => distinct[numbers[column * length + at]!]!);
}

/** How many cells most of the rows have. */
function usualWidth(rows: readonly string[][]): number {
  const counts = new Map<number, number>();
  let usual = rows[0]?.length ?? 0;
  for (const { length } of rows) {
    const count = (counts.get(length) ?? 0) + 1;
    counts.set(length, count);
    if (count > (counts.get(usual) ?? 0)) usual = length;
  }
  return usual;
}

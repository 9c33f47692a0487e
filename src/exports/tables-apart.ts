/** Several tables below one another in a sheet: each has its own head, and its rows are none of the table's above. */

import type { RawRow } from "../ingest/rows/piece.ts";
import { isNothing, meant } from "../ingest/text/tidy.ts";
import { isDataRow, TITLE } from "./data-rows.ts";
import { isSecondHead } from "./second-head.ts";

/** Who takes the rows of one table. */
export interface Taker {
  /** `isData`: what isDataRow says of it, where that is known. */
  take(row: RawRow, isData?: boolean): void;
  end(): void;
}

/** `sheet` is null where the file has no sheets. */
export type OpenTable = (sheet: string | null) => Taker;

/** So many rows that are no records are held back for the table that may begin with them. */
const MOST_HELD = 12;

/** Hands each table's rows to a taker of its own. `names` knows the heads of all exports. */
export class TablesApart implements Taker {
  readonly #open: OpenTable;
  readonly #sheet: string | null;
  readonly #names: ReadonlyMap<string, string>;
  #taker: Taker;
  /** Titles and heads, of this table or of the next. */
  #held: RawRow[] = [];
  readonly #heads = new Set<string>();
  #hasRecords = false;

  constructor(open: OpenTable, sheet: string | null, names: ReadonlyMap<string, string>) {
    [this.#open, this.#sheet, this.#names] = [open, sheet, names];
    this.#taker = open(sheet);
  }

  take(row: RawRow, isData = isDataRow(row.cells)): void {
    const kind = isData ? "record" : kindOf(row.cells);
    if (kind === "record") {
      this.#flush();
      this.#hasRecords = true;
      this.#taker.take(row, isData);
      return;
    }
    if (kind === "words" && isSecondHead(row.cells, this.#names)) this.#head(row);
    this.#held.push(row);
    if (this.#held.length > MOST_HELD) this.#flush();
  }

  end(): void {
    this.#flush();
    this.#taker.end();
  }

  #head({ cells, row }: RawRow): void {
    const said = cells.map(meant).join("\u001f");
    // A head that is repeated on each page begins nothing.
    if (this.#hasRecords && !this.#heads.has(said)) {
      this.#taker.end();
      const from = `第${row}行起`;
      this.#taker = this.#open(this.#sheet === null ? from : `${this.#sheet} ${from}`);
      this.#heads.clear();
      this.#hasRecords = false;
    }
    this.#heads.add(said);
  }

  #flush(): void {
    if (this.#held.length === 0) return;
    for (const row of this.#held) this.#taker.take(row);
    this.#held = [];
  }
}

/** Most rows are records, and a record says a day or a number near its beginning. */
function kindOf(cells: readonly string[]): "record" | "words" | "title" {
  let said = 0;
  for (const cell of cells) {
    if (isNothing(cell)) continue;
    said++;
    if (said > TITLE && cells.some((one) => /\d{2}|^\d+$/.test(one))) return "record";
  }
  return said > TITLE ? "words" : "title";
}

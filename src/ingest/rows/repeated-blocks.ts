/**
 * Rows without a number that stand in the files twice, in the same order. One row like another is
 * ordinary among matters that are not numbered; most of a file like another part of it is not.
 */
import type { RowRef } from "../../values/provenance.ts";
import { GrowingInts, TextSet } from "./text-set.ts";

interface Block {
  /** The row where it begins. */
  from: number;
  /** Where the first of its rows stood before. */
  original: RowRef;
  rows: number;
}

/** So many different rows are no coincidence. */
const FEWEST = 5;

export class RepeatedBlocks {
  readonly #texts = new TextSet();
  /** By text: its first place among all rows. */
  readonly #firsts = new GrowingInts(32);
  /** By place: the text, and the row of its file. */
  readonly #numbers = new GrowingInts(32);
  readonly #rows = new GrowingInts(32);
  readonly #files: { file: string; from: number }[] = [];
  #size = 0;
  #different = 0;
  #inFile = 0;
  /** The block at hand: where it and its original began, and how many of its rows are new in it. */
  #block = { at: 0, original: 0, rows: 0, fresh: 0 };
  #blocks: Block[] = [];

  addRow(text: string, { file, row }: RowRef): void {
    if (this.#files.at(-1)?.file !== file) this.#files.push({ file, from: this.#size });
    const number = this.#texts.numberOf(text);
    const isNew = number === this.#different;
    if (isNew) {
      this.#different++;
      this.#firsts.put(number, this.#size);
    }
    this.#numbers.put(this.#size, number);
    this.#rows.put(this.#size, row);
    if (!this.#goesOn(number)) {
      this.#endBlock();
      const original = this.#firsts.list[number]!;
      if (!isNew) this.#block = { at: this.#size, original, rows: 0, fresh: 0 };
    }
    if (!isNew) {
      const before = this.#block.original + this.#block.rows++;
      if (this.#firsts.list[number] === before) this.#block.fresh++;
    }
    this.#size++;
    this.#inFile++;
  }

  /** Blocks of the file that make up most of it together with their originals. */
  endOfFile(): Block[] {
    this.#endBlock();
    const copies = this.#blocks.reduce((sum, { rows }) => sum + rows, 0);
    const blocks = copies * 3 >= this.#inFile ? this.#blocks : [];
    this.#blocks = [];
    this.#inFile = 0;
    return blocks;
  }

  /** Whether the next row of the original says the same; a third copy is a block of its own. */
  #goesOn(number: number): boolean {
    const { at, original, rows } = this.#block;
    return rows > 0 && original + rows < at && this.#numbers.list[original + rows] === number;
  }

  #endBlock(): void {
    const { at, original, rows, fresh } = this.#block;
    this.#block = { at: 0, original: 0, rows: 0, fresh: 0 };
    if (fresh < FEWEST) return;
    const { file } = this.#files.findLast(({ from }) => from <= original)!;
    const first = { file, row: this.#rows.list[original]! };
    this.#blocks.push({ from: this.#rows.list[at]!, original: first, rows });
  }
}

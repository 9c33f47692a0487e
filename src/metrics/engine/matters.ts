/** How many matters rows stand for. */
import { NULL_CODE } from "../../ingest/rows/dictionary.ts";
import { PIECE_ROWS } from "../../ingest/rows/piece.ts";
import { isStatedIn } from "../../ingest/rows/stated.ts";
import type { Batch, TypedColumns } from "../../ingest/rows/typed.ts";
import type { ProvenanceBuilder } from "../../values/provenance.ts";
import type { Quantity } from "../../values/quantity.ts";

/** 件数 of a row that needs a closer look. */
const LOOK = -1;

/** How many matters the rows of a batch stand for, found out once for all metrics. */
export class Matters {
  readonly #count: number;
  readonly #section: number;
  readonly #isStated: (batch: Batch, at: number) => boolean;
  /** By row: 件数, where it is an exact number and the row names no section; else LOOK. */
  readonly plain = new Float64Array(PIECE_ROWS);
  /** The same of every row of the batch, where it is the same; else LOOK. */
  each = LOOK;

  constructor(table: TypedColumns) {
    this.#count = table.placeOf("count");
    this.#section = table.placeOf("section");
    this.#isStated = isStatedIn(table);
  }

  /** Must be called for every batch before its rows are counted. */
  read(batch: Batch): void {
    const counts = batch.codes[this.#count];
    const sections = batch.codes[this.#section];
    let [last, plain] = [NULL_CODE, LOOK];
    for (let at = 0; at < batch.length; at++) {
      const code = counts?.[at] ?? NULL_CODE;
      if (code !== last || code < 0) {
        last = code;
        plain = exactly(this.of(batch, at)) ?? LOOK;
      }
      this.plain[at] = (sections?.[at] ?? NULL_CODE) === NULL_CODE ? plain : LOOK;
    }
    const [first = LOOK] = this.plain;
    this.each = this.plain.subarray(0, batch.length).every((one) => one === first) ? first : LOOK;
  }

  /** 件数 of a row; null where it is 未公布. */
  of(batch: Batch, at: number): Quantity | null {
    return batch.quantity(this.#count, at);
  }

  /** How many there are at least: one, where that is unknown, vague or suppressed. */
  least(batch: Batch, at: number): number {
    const plain = this.plain[at]!;
    if (plain >= 0) return plain;
    const count = this.of(batch, at);
    return count === null || count.suppressed ? 1 : count.value;
  }

  note(provenance: ProvenanceBuilder, batch: Batch, at: number): void {
    const section = this.#isStated(batch, at) ? batch.value(this.#section, at) : null;
    provenance.add(batch.file, batch.rows[at]!, section);
  }
}

/** The number that a count is, where it is an exact one. */
export function exactly(count: Quantity | null): number | null {
  return count?.qualifier === "exact" && !count.suppressed ? count.value : null;
}

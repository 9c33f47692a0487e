/** Whose matters an export's rows are: a credit platform or a court of reconsideration keeps those of all bodies. */
import type { RawRow } from "../ingest/rows/piece.ts";
import { isBlank, meant, wordKey } from "../ingest/text/tidy.ts";
import { headKey } from "./heads.ts";
import { type OtherBodies, placed } from "./table-report.ts";

export interface Whose {
  /** The bureau's names. */
  names: readonly string[];
  /** What a person has answered: a body's name → whether it is the bureau. */
  answered: ReadonlyMap<string, boolean>;
}

/** The shortest name that says which body it is. */
const SHORTEST = 4;
/** A part of a body, which is named without it: 城关中队. */
const PART = /(?:队|所|股|科|室|站|组|窗口)$/;

/** Null where no head says whose a row is, or nobody knows the bureau's name. */
export class Bodies {
  readonly others: OtherBodies;
  readonly #at: number;
  readonly #whose: Whose;
  readonly #known = new Map<string, boolean>();

  static of(
    heads: readonly string[],
    form: RegExp | undefined,
    rows: readonly Pick<RawRow, "cells">[],
    whose: Whose,
  ): Bodies | null {
    const at = form ? heads.findIndex((head) => form.test(headKey(head))) : -1;
    return at < 0 || whose.names.length === 0 ? null : new Bodies(at, heads[at]!, rows, whose);
  }

  private constructor(
    at: number,
    head: string,
    rows: readonly Pick<RawRow, "cells">[],
    whose: Whose,
  ) {
    this.#at = at;
    this.#whose = whose;
    const said = rows.flatMap(({ cells }) => this.#nameIn(cells) ?? []);
    const areRead = !said.some((name) => this.#isOwn(name));
    this.others = { head, rows: new Map(), areRead };
  }

  /** Whether a row is another body's, and is left out for it. */
  isOther(cells: readonly string[], row: number): boolean {
    const name = this.#nameIn(cells);
    if (name === null || this.#isOwn(name) || PART.test(name)) return false;
    if (this.#whose.answered.get(wordKey(name)) === false) return true;
    placed(this.others.rows, name, row);
    return !this.others.areRead;
  }

  #nameIn(cells: readonly string[]): string | null {
    const cell = cells[this.#at] ?? "";
    const name = isBlank(cell) ? "" : meant(cell);
    return name.length < SHORTEST ? null : name;
  }

  #isOwn(name: string): boolean {
    let known = this.#known.get(name);
    if (known === undefined) {
      const key = wordKey(name);
      const isLike = (own: string) => key.includes(own) || own.endsWith(key);
      known =
        this.#whose.answered.get(key) ??
        this.#whose.names.map(wordKey).some((own) => own.length >= SHORTEST && isLike(own));
      this.#known.set(name, known);
    }
    return known;
  }
}

/** Which rows a number was taken of. */
import type { Value } from "./value.ts";

export interface RowRef {
  file: string;
  row: number;
}

/** The first rows by place, and how many there are. */
export interface Provenance {
  rows: RowRef[];
  total: number;
  /** How many of them are what the report itself writes. */
  stated: number;
  /** Sections of the report that those name, in order of appearance. */
  sections: string[];
}

const ROWS_KEPT = 200;

/** Takes rows one by one. */
export class ProvenanceBuilder {
  readonly #rows: RowRef[] = [];
  readonly #sections = new Set<string>();
  total = 0;
  #stated = 0;

  /** `section`: of a row that is what the report itself writes. */
  add(file: string, row: number, section: Value): void {
    this.total++;
    if (!this.full) this.#rows.push({ file, row });
    if (typeof section !== "string") return;
    this.#stated++;
    this.#sections.add(section);
  }

  /** Whether more rows are only counted; those that name a section must still be added. */
  get full(): boolean {
    return this.#rows.length >= ROWS_KEPT;
  }

  build(): Provenance {
    const stated = this.#stated;
    return { rows: this.#rows, total: this.total, stated, sections: [...this.#sections] };
  }
}

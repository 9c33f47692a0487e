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
  /** Sections of the report that the rows name, in order of appearance. */
  sections: string[];
}

const ROWS_KEPT = 200;

/** Takes rows one by one. */
export class ProvenanceBuilder {
  readonly #rows: RowRef[] = [];
  readonly #sections = new Set<string>();
  total = 0;

  add(file: string, row: number, section: Value): void {
    this.total++;
    if (!this.full) this.#rows.push({ file, row });
    if (typeof section === "string") this.#sections.add(section);
  }

  /** Whether more rows are only counted; those that name a section must still be added. */
  get full(): boolean {
    return this.#rows.length >= ROWS_KEPT;
  }

  build(): Provenance {
    return { rows: this.#rows, total: this.total, sections: [...this.#sections] };
  }
}

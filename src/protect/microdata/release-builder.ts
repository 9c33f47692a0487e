/** Rows go in, a release comes out. */
import type { Batch, TypedColumns } from "../../ingest/rows/typed.ts";
import type { RowMetric } from "../../metrics/define.ts";
import { anonymisedRows } from "./anonymised-rows.ts";
import { KeptRows } from "./kept-rows.ts";
import { laidOut, type Release } from "./release.ts";

/** Takes a dataset's rows of one year, and lets go of them for their release. */
export class ReleaseBuilder {
  #rows: KeptRows | Release;

  constructor(table: TypedColumns, metrics: readonly RowMetric[]) {
    this.#rows = new KeptRows(table, metrics);
  }

  add(batch: Batch): void {
    if (this.#rows instanceof KeptRows) this.#rows.add(batch);
  }

  /** Made when first asked for: a check of the data needs none. */
  get release(): Release {
    if (this.#rows instanceof KeptRows) {
      this.#rows.sortValues();
      this.#rows = laidOut(this.#rows, anonymisedRows(this.#rows));
    }
    return this.#rows;
  }
}

/** Rows go in, a release comes out. */
import type { Batch, TypedColumns } from "../../ingest/rows/typed.ts";
import type { RowMetric } from "../../metrics/define.ts";
import type { AnonymisedRecords } from "../tables/traders.ts";
import { anonymisedRows } from "./anonymised-rows.ts";
import { KeptRows } from "./kept-rows.ts";
import { laidOut, type Release } from "./release.ts";

/** Takes a dataset's rows of one year, and lets go of them for their release. */
export class ReleaseBuilder {
  #rows: KeptRows | Release;
  #anonymised: AnonymisedRecords | null = null;

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
      const rows = anonymisedRows(this.#rows);
      const { dataset, metrics, columns } = this.#rows;
      this.#anonymised = rows.of && { dataset, metrics, columns, ...rows.of };
      this.#rows = laidOut(this.#rows, rows);
    }
    return this.#rows;
  }

  /** What the release is made of, given once: tables of two columns must agree with it. */
  takeAnonymised(): AnonymisedRecords | null {
    void this.release;
    const taken = this.#anonymised;
    this.#anonymised = null;
    return taken;
  }
}

/** What is made of a metric's rows: its number, and a number for each of its groups. */
import type { Batch } from "../../ingest/rows/typed.ts";
import type { Amount } from "../../values/amount.ts";
import type { Period } from "../../values/period.ts";
import type { Provenance } from "../../values/provenance.ts";
import type { RowMetric, TableMetric } from "../define.ts";
import type { Matters } from "./matters.ts";
import type { Selected } from "./select.ts";

export interface Group {
  word: string;
  /** The second word, in a table of two columns. */
  column?: string;
  amount: Amount;
  provenance: Provenance;
  /** Of a number that the report states for a time of its own. */
  period?: Period;
}

export interface Computed {
  amount: Amount;
  provenance: Provenance;
  groups: Group[] | null;
  /** What all rows are, where that is not what the metric counts. */
  only?: string;
  /** Of quantiles by group: how many matters in all have each value. */
  spread?: ReadonlyMap<number, number>;
  /** A quantile that leaves out matters of which it is not told whether they belong. */
  ofSome?: true;
}

/** Group of the rows whose cell is empty. */
export const UNSTATED = "未注明";

/** Gets the rows batch by batch; the result comes when all have been added. */
export interface Counter {
  readonly metric: RowMetric | TableMetric;
  add(batch: Batch, selected: Selected, matters: Matters): void;
  result(): Computed;
}

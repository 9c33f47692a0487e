/** The ways that matters take through their rows: 复议→一审→二审. */

import type { Batch, TypedColumns } from "../../ingest/rows/typed.ts";
import { known, UNKNOWN_AMOUNT } from "../../values/amount.ts";
import { byText } from "../../values/order.ts";
import { ProvenanceBuilder, type RowRef } from "../../values/provenance.ts";
import type { Value } from "../../values/value.ts";
import type { PathMetric } from "../define.ts";
import { type Computed, type Counter, UNSTATED } from "./counter.ts";
import type { Matters } from "./matters.ts";
import type { Selected } from "./select.ts";

/** Between the steps of a way. */
export const THEN = "→";

interface Step extends RowRef {
  order: string | number;
  /** Null where it is not said: then nobody knows the way. */
  step: string | null;
  section: Value;
}

/** Rows of one key in their order, as one way. Memory grows with the keys. */
export class Paths implements Counter {
  readonly metric: PathMetric;
  readonly #key: number;
  readonly #order: number;
  readonly #of: number;
  readonly #section: number;
  readonly #provenance = new ProvenanceBuilder();
  readonly #steps = new Map<string, Step[]>();
  #nameless = 0;

  constructor(metric: PathMetric, table: TypedColumns) {
    this.metric = metric;
    this.#key = table.placeOf(metric.key);
    this.#order = table.placeOf(metric.order);
    this.#of = table.placeOf(metric.of);
    this.#section = table.placeOf("section");
  }

  add(batch: Batch, selected: Selected, matters: Matters): void {
    const { file, rows } = batch;
    for (const at of selected.rows) {
      const [key, step] = [batch.value(this.#key, at), batch.value(this.#of, at)];
      if (typeof key !== "string") {
        this.#nameless += matters.least(batch, at);
        continue;
      }
      const section = batch.value(this.#section, at);
      this.#provenance.add(file, rows[at]!, section);
      const steps = this.#steps.get(key) ?? [];
      this.#steps.set(key, steps);
      const order = orderOf(batch.value(this.#order, at));
      steps.push({
        order,
        step: typeof step === "string" ? step : null,
        section,
        file,
        row: rows[at]!,
      });
    }
  }

  result(): Computed {
    const provenance = this.#provenance.build();
    if (this.#steps.size === 0) return { amount: UNKNOWN_AMOUNT, provenance, groups: [] };
    const groups = new Map<string, { ways: number; provenance: ProvenanceBuilder }>();
    for (const steps of this.#steps.values()) {
      // Of the same day, by the word: never by the order of the file.
      steps.sort((a, b) => byText(a.order, b.order) || byText(a.step ?? "", b.step ?? ""));
      const named = steps.flatMap(({ step }) => step ?? []);
      const way = named.length === steps.length ? named.join(THEN) : UNSTATED;
      const group = groups.get(way) ?? { ways: 0, provenance: new ProvenanceBuilder() };
      groups.set(way, group);
      group.ways++;
      for (const { file, row, section } of steps) group.provenance.add(file, row, section);
    }
    return {
      // A row without a key is a step of one of them, or of another.
      amount: { ...known(this.#steps.size), undetermined: this.#nameless },
      provenance,
      groups: [...groups].map(([word, { ways, provenance }]) => ({
        word,
        amount: known(ways),
        provenance: provenance.build(),
      })),
    };
  }
}

function orderOf(value: Value): string | number {
  if (typeof value === "string") return value;
  return typeof value === "object" && value !== null && "value" in value ? value.value : "";
}

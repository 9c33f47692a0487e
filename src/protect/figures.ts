/**
 * The figures of one dataset and year before they are published: cells of 1 to 4 about people are
 * `<5`, and what would give one away by subtraction is withheld with them. All metrics of the
 * dataset together, because they are about the same rows.
 */
import type { Dataset } from "../datasets/define.ts";
import { isRowMetric, type Metric, type RowMetric } from "../metrics/define.ts";
import type { Computed, Group } from "../metrics/engine/counter.ts";
import type { Amount } from "../values/amount.ts";
import type { Provenance } from "../values/provenance.ts";
import { aboutPeople, inside, keyOf, type Place, placeOf, within } from "./places.ts";
import { type Cell, isSmall, type State, type Sum, suppress } from "./suppress.ts";

/** Protects the results of all metrics of a year. Other datasets' pass unchanged. */
export function protect(
  metrics: readonly Metric[],
  computed: ReadonlyMap<string, Computed>,
): ReadonlyMap<string, Computed> {
  const result = new Map(computed);
  const byDataset = Map.groupBy(
    metrics.filter(isRowMetric).filter(({ dataset }) => dataset.people),
    ({ dataset }) => dataset,
  );
  for (const [dataset, own] of byDataset) {
    for (const [id, protectedOne] of protectDataset(dataset, own, computed))
      result.set(id, protectedOne);
  }
  return result;
}

function protectDataset(
  dataset: Dataset,
  metrics: readonly RowMetric[],
  computed: ReadonlyMap<string, Computed>,
): Map<string, Computed> {
  const table = new Table(dataset);
  for (const metric of metrics) {
    const one = computed.get(metric.id);
    if (metric.kind !== "count" || !one) continue;
    const place = placeOf(metric);
    const total = table.cell(place, one.amount, one.provenance);
    const parts = (one.groups ?? []).map((group) =>
      table.cell(within(place, metric.by!, group.word), group.amount, group.provenance),
    );
    if (parts.length > 0) table.sum(total, parts);
  }
  table.protect();
  return new Map(
    metrics.flatMap((metric) => {
      const one = computed.get(metric.id);
      return one ? [[metric.id, table.published(metric, one)] as const] : [];
    }),
  );
}

/** The cells of all metrics of a dataset: the same rows are the same cell, whoever counts them. */
class Table {
  readonly #dataset: Dataset;
  readonly #places: Place[] = [];
  readonly #cells: Cell[] = [];
  readonly #byKey = new Map<string, number>();
  readonly #sums: Sum[] = [];
  #states: State[] = [];
  readonly #gone = new Set<number>();

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
  }

  /** Null where nothing is known of it, or what is known cannot be added. */
  cell(place: Place, amount: Amount, { sections }: Provenance): number | null {
    if (amount.state !== "known") return null;
    const key = keyOf(place);
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const index = this.#cells.length;
    this.#byKey.set(key, index);
    this.#places.push(place);
    this.#cells.push({
      value: amount.value,
      // What the report itself writes is public; what is not about people may be.
      fixed: sections.length > 0 || !aboutPeople(this.#dataset, place),
    });
    return index;
  }

  sum(total: number | null, parts: readonly (number | null)[]): void {
    if (total === null || parts.includes(null)) return;
    const cells = [...new Set(parts as number[])].filter((part) => part !== total);
    const value = cells.reduce((sum, part) => sum + this.#cells[part]!.value, 0);
    if (cells.length > 0 && value === this.#cells[total]!.value) {
      this.#sums.push({ total, parts: cells });
    }
  }

  protect(): void {
    this.#implied();
    const { states, open } = suppress(this.#cells, this.#sums);
    this.#states = states;
    for (const { parts } of open) for (const part of parts) this.#gone.add(part);
  }

  /** What is left of a cell without another one inside it: a number as well, and small perhaps. */
  #implied(): void {
    const count = this.#places.length;
    for (let whole = 0; whole < count; whole++) {
      for (let part = 0; part < count; part++) {
        const [a, b] = [this.#cells[whole]!, this.#cells[part]!];
        if (part === whole || !isSmall(a.value - b.value)) continue;
        if (!inside(this.#places[part]!, this.#places[whole]!)) continue;
        const rest = this.#cells.length;
        const fixed = a.fixed === true && b.fixed === true;
        this.#cells.push({ value: a.value - b.value, implied: true, fixed });
        this.#sums.push({ total: whole, parts: [part, rest] });
      }
    }
  }

  published(metric: RowMetric, one: Computed): Computed {
    const place = placeOf(metric);
    const total = this.#published(metric, place, one.amount, one.provenance);
    const groups = one.groups?.map((group) => ({
      word: group.word,
      ...this.#published(
        metric,
        within(place, metric.by!, group.word),
        group.amount,
        group.provenance,
      ),
    }));
    const gone = groups?.some(({ word }) =>
      this.#gone.has(this.#byKey.get(keyOf(within(place, metric.by!, word))) ?? -1),
    );
    return { ...total, groups: gone ? [] : ((groups as Group[] | undefined) ?? null) };
  }

  #published(
    metric: RowMetric,
    place: Place,
    amount: Amount,
    provenance: Provenance,
  ): { amount: Amount; provenance: Provenance } {
    if (!aboutPeople(this.#dataset, place) || provenance.sections.length > 0) {
      return { amount, provenance };
    }
    const index = this.#byKey.get(keyOf(place));
    const shown = index !== undefined && (this.#states[index] ?? "known") === "known";
    const state = index === undefined ? "known" : (this.#states[index] ?? "known");
    return {
      amount: metric.kind !== "count" || state === "known" ? amount : { state },
      // Row numbers of two cells, held together, would tell what no cell tells; so would the
      // number of rows of a cell that is withheld.
      provenance: { rows: [], total: shown ? provenance.total : 0, sections: provenance.sections },
    };
  }
}

/**
 * All counts of one dataset and year as linked tables (Hundepool et al. 2012): tables of the same
 * rows share cells and bind each other, so they are protected together, never one by one.
 */
import type { Dataset } from "../../datasets/define.ts";
import { isRowMetric, type Metric, type RowMetric } from "../../metrics/define.ts";
import type { Computed, Group } from "../../metrics/engine/counter.ts";
import type { Amount } from "../../values/amount.ts";
import type { Provenance } from "../../values/provenance.ts";
import {
  identityOf,
  isAboutPeople,
  isSubset,
  narrowed,
  type Subpopulation,
  subpopulationOf,
} from "../subpopulations.ts";
import { isUnsafe } from "../threshold.ts";
import {
  type AdditiveRelation,
  type CellStatus,
  suppress,
  type TableCell,
} from "./cell-suppression.ts";

/** The results of all metrics of a year as they may be published. Other datasets' pass unchanged. */
export function protectFigures(
  metrics: readonly Metric[],
  computed: ReadonlyMap<string, Computed>,
): ReadonlyMap<string, Computed> {
  const result = new Map(computed);
  const byDataset = Map.groupBy(
    metrics.filter(isRowMetric).filter(({ dataset }) => dataset.people),
    ({ dataset }) => dataset,
  );
  for (const [dataset, own] of byDataset) {
    const tables = new LinkedTables(dataset);
    for (const metric of own) {
      const one = computed.get(metric.id);
      if (metric.kind === "count" && one) tables.add(metric, one);
    }
    tables.protect();
    for (const metric of own) {
      const one = computed.get(metric.id);
      if (one) result.set(metric.id, tables.published(metric, one));
    }
  }
  return result;
}

class LinkedTables {
  readonly #dataset: Dataset;
  readonly #subpopulations: Subpopulation[] = [];
  readonly #cells: TableCell[] = [];
  /** The cell of a subpopulation, by its identity. */
  readonly #cellOf = new Map<string, number>();
  readonly #relations: AdditiveRelation[] = [];
  #status: CellStatus[] = [];
  /** Cells of breakdowns that cannot be protected. */
  readonly #unpublishable = new Set<number>();

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
  }

  /** The table of one metric: its total and its breakdown. */
  add(metric: RowMetric, { amount, provenance, groups }: Computed): void {
    const whole = subpopulationOf(metric);
    const total = this.#addCell(whole, amount, provenance);
    const parts = (groups ?? []).map((group) =>
      this.#addCell(narrowed(whole, metric.by!, group.word), group.amount, group.provenance),
    );
    if (parts.length > 0) this.#addRelation(total, parts);
  }

  /** Null where nothing is known of it, or what is known cannot be added. */
  #addCell(subpopulation: Subpopulation, amount: Amount, { sections }: Provenance): number | null {
    if (amount.state !== "known") return null;
    const identity = identityOf(subpopulation);
    const shared = this.#cellOf.get(identity);
    if (shared !== undefined) return shared;
    const index = this.#cells.length;
    this.#cellOf.set(identity, index);
    this.#subpopulations.push(subpopulation);
    this.#cells.push({
      value: amount.value,
      // What the report itself writes is public; what is not about people may be.
      alreadyPublic: sections.length > 0 || !isAboutPeople(this.#dataset, subpopulation),
    });
    return index;
  }

  #addRelation(total: number | null, parts: readonly (number | null)[]): void {
    if (total === null || parts.includes(null)) return;
    const cells = [...new Set(parts as number[])].filter((part) => part !== total);
    const value = cells.reduce((sum, part) => sum + this.#cells[part]!.value, 0);
    if (cells.length > 0 && value === this.#cells[total]!.value) {
      this.#relations.push({ total, parts: cells });
    }
  }

  protect(): void {
    this.#addDifferences();
    const { status, unprotectable } = suppress(this.#cells, this.#relations);
    this.#status = status;
    for (const { parts } of unprotectable) {
      for (const part of parts) this.#unpublishable.add(part);
    }
  }

  /** What is left of a cell without another one inside it: a count as well, and unsafe perhaps. */
  #addDifferences(): void {
    const count = this.#subpopulations.length;
    for (let whole = 0; whole < count; whole++) {
      for (let part = 0; part < count; part++) {
        const [a, b] = [this.#cells[whole]!, this.#cells[part]!];
        if (part === whole || !isUnsafe(a.value - b.value)) continue;
        if (!isSubset(this.#subpopulations[part]!, this.#subpopulations[whole]!)) continue;
        this.#relations.push({ total: whole, parts: [part, this.#cells.length] });
        this.#cells.push({
          value: a.value - b.value,
          implied: true,
          alreadyPublic: a.alreadyPublic === true && b.alreadyPublic === true,
        });
      }
    }
  }

  published(metric: RowMetric, { amount, provenance, groups }: Computed): Computed {
    const whole = subpopulationOf(metric);
    const total = this.#published(metric, whole, amount, provenance);
    if (groups === null) return { ...total, groups: null };
    const own = groups.map((group) => ({ ...group, of: narrowed(whole, metric.by!, group.word) }));
    if (own.some(({ of }) => this.#unpublishable.has(this.#cellOf.get(identityOf(of)) ?? -1))) {
      return { ...total, groups: [] };
    }
    return {
      ...total,
      groups: own.map(
        ({ word, of, amount, provenance }): Group => ({
          word,
          ...this.#published(metric, of, amount, provenance),
        }),
      ),
    };
  }

  #published(
    metric: RowMetric,
    subpopulation: Subpopulation,
    amount: Amount,
    provenance: Provenance,
  ): Omit<Group, "word"> {
    if (!isAboutPeople(this.#dataset, subpopulation) || provenance.sections.length > 0) {
      return { amount, provenance };
    }
    const cell = this.#cellOf.get(identityOf(subpopulation));
    const status = cell === undefined ? null : this.#status[cell]!;
    const isWithheld = status === "suppressed" || status === "hidden";
    return {
      amount: metric.kind === "count" && isWithheld ? { state: status } : amount,
      // Row numbers of two cells, held together, would tell what no cell tells; so would the
      // number of rows of a cell that is withheld.
      provenance: {
        rows: [],
        total: status === "known" ? provenance.total : 0,
        sections: provenance.sections,
      },
    };
  }
}

/** Figures: every metric's value in a year, from the rows, from the report's statements, or both. */
import type { Vocabularies } from "../ingest/cells/lexicon.ts";
import { isRowMetric, type Metric } from "../metrics/define.ts";
import type { Computed, Group } from "../metrics/engine/counter.ts";
import { inOrder } from "../metrics/engine/group-order.ts";
import { rate } from "../metrics/engine/rate.ts";
import { protectFigures } from "../protect/index.ts";
import { type Amount, isPartial, UNKNOWN_AMOUNT } from "../values/amount.ts";
import type { Provenance } from "../values/provenance.ts";
import type { Statement } from "./statements.ts";

export interface Figure {
  metric: Metric;
  year: number;
  /** The value to show: the rows' when they are complete, else the report's, else what there is. */
  amount: Amount;
  /** From rows; unknown where there are none. */
  computed: Amount;
  provenance: Provenance;
  groups: readonly Group[] | null;
  statements: readonly Statement[];
}

export type YearFigures = ReadonlyMap<string, Figure>;

const NO_ROWS: Provenance = { rows: [], total: 0, stated: 0, sections: [] };

/** All figures of one year. `computed` holds the result of every metric of rows. */
export function figuresOf(
  year: number,
  metrics: readonly Metric[],
  computed: ReadonlyMap<string, Computed>,
  statements: readonly Statement[],
  vocabularies: Vocabularies,
): YearFigures {
  const figures = new Map<string, Figure>();
  const published = protectFigures(metrics, computed);
  const ratiosLast = [...metrics].sort(
    (a, b) => Number(a.kind === "ratio") - Number(b.kind === "ratio"),
  );
  for (const metric of ratiosLast) {
    const said = statements.filter((statement) => statement.id === metric.id);
    let groups: Group[] | null = null;
    let fromRows: Computed = { amount: UNKNOWN_AMOUNT, provenance: NO_ROWS, groups: null };
    if (isRowMetric(metric)) {
      fromRows = published.get(metric.id) ?? fromRows;
      // Not before: the order of what is withheld would tell which is larger.
      groups = fromRows.groups && inOrder(fromRows.groups, metric, vocabularies);
    }
    if (metric.kind === "ratio") {
      const numerator = figures.get(metric.numerator);
      const denominator = figures.get(metric.denominator);
      if (numerator && denominator) {
        fromRows = {
          amount: rate(numerator.amount, denominator.amount),
          provenance: numerator.provenance,
          groups: null,
        };
      }
    }
    figures.set(metric.id, {
      metric,
      year,
      amount: shown(fromRows.amount, said),
      computed: fromRows.amount,
      provenance: fromRows.provenance,
      groups,
      statements: said,
    });
  }
  // The declared order, ratios among the rest.
  return new Map(metrics.map((metric) => [metric.id, figures.get(metric.id)!]));
}

function shown(fromRows: Amount, statements: readonly Statement[]): Amount {
  const complete = fromRows.state === "known" && !isPartial(fromRows);
  const stated = statements.find((statement) => statement.amount.state !== "unknown");
  if (complete || !stated) return fromRows;
  return stated.amount;
}

/** Nothing is known of it, neither from the report nor from rows. */
export function isSilent({ statements, groups, amount }: Figure): boolean {
  return statements.length === 0 && (groups ?? []).length === 0 && amount.state === "unknown";
}

/** The sections of the report in which a figure stands, from rows and statements. */
export function sectionsOf(figure: Figure): string[] {
  return [
    ...new Set([
      ...figure.provenance.sections,
      ...figure.statements.map((statement) => statement.section),
    ]),
  ];
}

/** The figure of a declared metric; a misspelt id is a slip of ours, not of the data. */
export function figureOf({ figures }: { figures: YearFigures }, id: string): Figure {
  const figure = figures.get(id);
  if (!figure) throw new Error(`no metric ${id}`);
  return figure;
}

/** Figures: every metric's value in a year, from the rows, from the report's statements, or both. */
import { type Vocabularies, wordsOf } from "../ingest/cells/lexicon.ts";
import { columnOf, isRowMetric, type Metric } from "../metrics/define.ts";
import type { Computed, Group } from "../metrics/engine/counter.ts";
import { inOrder } from "../metrics/engine/group-order.ts";
import { rate } from "../metrics/engine/rate.ts";
import { protectFigures } from "../protect/index.ts";
import { type Amount, agree, isExact, UNKNOWN_AMOUNT } from "../values/amount.ts";
import { isSamePeriod, type Period } from "../values/period.ts";
import type { Provenance } from "../values/provenance.ts";
import { withNoneOfWhole } from "./none-of-whole.ts";
import { NO_ORIGIN, type Origin, originOfAll, originOfRows, originOfStatement } from "./origin.ts";
import { statedGroups } from "./stated-groups.ts";
import type { Statement } from "./statements.ts";
import { ownUnits } from "./units.ts";

export interface Figure {
  metric: Metric;
  year: number;
  /** The time that `amount` is of. */
  period: Period;
  /** The time that the rows are of: the year, as far as its data go. */
  rowsPeriod: Period;
  /** What `amount` was taken of. */
  origin: Origin;
  /** In the bureau's own word where it has one: 起 where the metric says 件. */
  unit: string;
  /** The value to show: the rows' when they are complete and plain, else the report's, else what there is. */
  amount: Amount;
  /** From rows; unknown where there are none. */
  computed: Amount;
  provenance: Provenance;
  /** What all rows are, where that is not what the metric counts: decisions, and no cases. */
  only?: string;
  /** A quantile that leaves out matters of which it is not told whether they belong. */
  ofSome?: true;
  groups: readonly Group[] | null;
  /** The words of its groups by every way of writing them (wordKey): what they were called in an earlier year. */
  words?: ReadonlyMap<string, string>;
  /** Where the groups are the report's own statements, not rows. */
  groupsStated: boolean;
  statements: readonly Statement[];
  /** When and how the bureau said which of several numbers holds: 2025年2月18日已更正. */
  settled?: string;
}

export type YearFigures = ReadonlyMap<string, Figure>;

const NO_ROWS: Provenance = { rows: [], total: 0, stated: 0, sections: [] };

/** All figures of one year, whose rows are of a period. `computed` holds the result of every metric of rows. */
export function figuresOf(
  rowsPeriod: Period,
  metrics: readonly Metric[],
  computed: ReadonlyMap<string, Computed>,
  statements: readonly Statement[],
  vocabularies: Vocabularies,
): YearFigures {
  const year = Number(rowsPeriod.from.slice(0, 4));
  const figures = new Map<string, Figure>();
  const unitOf = ownUnits(metrics, statements);
  const published = protectFigures(metrics, withNoneOfWhole(metrics, computed));
  const ratiosLast = [...metrics].sort(
    (a, b) => Number(a.kind === "ratio") - Number(b.kind === "ratio"),
  );
  for (const metric of ratiosLast) {
    const said = statements.filter((statement) => statement.id === metric.id);
    let groups: Group[] | null = null;
    let own: Period = rowsPeriod;
    let groupsStated = false;
    let counted: Origin = NO_ORIGIN;
    let fromRows: Computed = { amount: UNKNOWN_AMOUNT, provenance: NO_ROWS, groups: null };
    if (isRowMetric(metric)) {
      fromRows = published.get(metric.id) ?? fromRows;
      counted = originOfRows(metric, fromRows.amount, fromRows.provenance);
      // Not before: the order of what is withheld would tell which is larger.
      groups = fromRows.groups && inOrder(fromRows.groups, metric, vocabularies);
      if (metric.by !== undefined && (groups === null || groups.length === 0)) {
        const stated = statedGroups(metric, metrics, statements, vocabularies);
        groupsStated = stated.length > 0;
        if (groupsStated) groups = inOrder(stated, metric, vocabularies);
      }
    }
    if (metric.kind === "ratio") {
      const numerator = figures.get(metric.numerator);
      const denominator = figures.get(metric.denominator);
      // Parts of different times have no rate.
      if (numerator && denominator && isSamePeriod(numerator.period, denominator.period)) {
        own = numerator.period;
        counted = originOfAll([numerator.origin, denominator.origin]);
        fromRows = {
          amount: rate(numerator.amount, denominator.amount, denominator.unit),
          provenance: numerator.provenance,
          groups: null,
        };
      }
    }
    const stated = shownStatement(fromRows.amount, said);
    const amount = stated?.amount ?? fromRows.amount;
    const period = stated?.period ?? own;
    // Who writes the same of the same time is a source as well.
    const alike = said.filter(
      (one) => isSamePeriod(one.period, period) && agree(one.amount, amount) === true,
    );
    const origins = [...(stated ? [] : [counted]), ...alike.map(originOfStatement)];
    figures.set(metric.id, {
      metric,
      year,
      unit: unitOf(metric),
      period,
      rowsPeriod,
      amount,
      origin: amount.state === "unknown" ? NO_ORIGIN : originOfAll(origins),
      computed: fromRows.amount,
      provenance: fromRows.provenance,
      ...(fromRows.only !== undefined && { only: fromRows.only }),
      ...(fromRows.ofSome && { ofSome: true as const }),
      groups,
      ...(isRowMetric(metric) &&
        metric.by !== undefined && {
          words: wordsOf(columnOf(metric.dataset, metric.by), vocabularies),
        }),
      groupsStated,
      statements: said,
    });
  }
  // The declared order, ratios among the rest.
  return new Map(metrics.map((metric) => [metric.id, figures.get(metric.id)!]));
}

/** The statement whose amount is shown; none where the rows' is: a plain number, of all of them. */
function shownStatement(fromRows: Amount, statements: readonly Statement[]): Statement | undefined {
  return isExact(fromRows)
    ? undefined
    : statements.find(({ amount }) => amount.state !== "unknown");
}

/** Whether a figure is of another time than the year's data are. */
export function hasOwnPeriod({ amount, period, rowsPeriod }: Figure): boolean {
  return amount.state !== "unknown" && !isSamePeriod(period, rowsPeriod);
}

/** Nothing is known of it, neither from the report nor from rows. */
export function isSilent({ statements, groups, amount }: Figure): boolean {
  return statements.length === 0 && (groups ?? []).length === 0 && amount.state === "unknown";
}

/** All that says something of a figure, whether or not its number is shown: the sides of a dispute too. */
export function fullOrigin({ metric, origin, computed, provenance, statements }: Figure): Origin {
  return originOfAll([
    origin,
    originOfRows(metric, computed, provenance),
    ...statements.map(originOfStatement),
  ]);
}

/** What a group was taken of, and its time where that is its own. */
export function groupOrigin(
  { metric, groupsStated }: Figure,
  { amount, provenance }: Group,
): Origin {
  return groupsStated
    ? { ...NO_ORIGIN, sections: provenance.sections }
    : originOfRows(metric, amount, provenance);
}

/** The time that a group is of. */
export function groupPeriod({ rowsPeriod }: Figure, { period = rowsPeriod }: Group): Period {
  return period;
}

/** The figure of a declared metric; a misspelt id is a slip of ours, not of the data. */
export function figureOf({ figures }: { figures: YearFigures }, id: string): Figure {
  const figure = figures.get(id);
  if (!figure) throw new Error(`no metric ${id}`);
  return figure;
}

/** Figures: every metric's value in a year, from the rows, from the report's statements, or both. */

import { indicators } from "../datasets/index.ts";
import type { Vocabularies } from "../ingest/lexicon.ts";
import type { Problems } from "../ingest/problems.ts";
import { cellOf, type Row } from "../ingest/rows.ts";
import { nearest } from "../ingest/text.ts";
import type { Quantity } from "../ingest/values.ts";
import { protect } from "../protect/figures.ts";
import { type Amount, fromQuantity, isPartial, UNKNOWN_AMOUNT } from "./amount.ts";
import type { Computed, Group } from "./counter.ts";
import { isRowMetric, type Metric, type TopicId } from "./define.ts";
import { inOrder } from "./group-order.ts";
import type { Provenance } from "./provenance.ts";
import { rate } from "./rate.ts";

/** What the report itself writes: one row of indicators.csv. */
export interface Statement {
  id: string;
  label: string;
  amount: Amount;
  unit: string;
  section: string;
  note: string;
  topic: TopicId;
  parent: string | null;
  /** total: with its siblings it makes up the parent; part: it is only a part of it. */
  relation: "total" | "part";
  numerator: string | null;
  denominator: string | null;
  file: string;
  row: number;
  /** Where each column stands in the file. */
  columns: Readonly<Record<string, number>>;
}

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

const TOPICS: Record<string, TopicId> = {
  案件: "cases",
  诉讼复议: "litigation",
  普法: "publicity",
  投诉: "complaints",
  监督: "supervision",
};
const NO_ROWS: Provenance = { rows: [], total: 0, sections: [] };

/** A typed indicators row as a statement. */
export function statementOf(row: Row): Statement {
  const text = (key: string) => (typeof row.values[key] === "string" ? row.values[key] : null);
  return {
    id: text("id") ?? "",
    label: text("label") ?? "",
    amount: fromQuantity((row.values.value ?? null) as Quantity | null),
    unit: text("unit") ?? "",
    section: text("section") ?? "",
    note: text("note") ?? "",
    topic: TOPICS[text("topic") ?? ""] ?? "supervision",
    parent: text("parent"),
    relation: text("relation") === "其中" ? "part" : "total",
    numerator: text("numerator"),
    denominator: text("denominator"),
    file: row.file,
    row: row.row,
    columns: row.columns,
  };
}

/** Metrics for indicators that no code knows: another bureau's own numbers are figures as well. */
export function ownMetrics(
  statements: readonly Statement[],
  declared: ReadonlyMap<string, Metric>,
): Metric[] {
  const own = new Map<string, Metric>();
  for (const { id, label, unit, topic, note } of statements) {
    if (declared.has(id) || own.has(id)) continue;
    const definition = note || `年度报告所列的“${label}”。`;
    own.set(id, { kind: "reported", id, label, unit, topic, definition });
  }
  return [...own.values()];
}

/** All figures of one year. `computed` holds the result of every metric of rows. */
export function figuresOf(
  year: number,
  metrics: readonly Metric[],
  computed: ReadonlyMap<string, Computed>,
  statements: readonly Statement[],
  vocabularies: Vocabularies,
): YearFigures {
  const figures = new Map<string, Figure>();
  const published = protect(metrics, computed);
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

/** The sections of the report in which a figure stands, from rows and statements. */
export function sectionsOf(figure: Figure): string[] {
  return [
    ...new Set([
      ...figure.provenance.sections,
      ...figure.statements.map((statement) => statement.section),
    ]),
  ];
}

/** Checks that every indicator points at something that exists and counts in the same unit. */
export function checkStatements(
  statements: readonly Statement[],
  metrics: ReadonlyMap<string, Metric>,
  problems: Problems,
): void {
  const ids = [...metrics.keys()];
  const parents = new Map<string, string[]>();
  for (const { id, parent } of statements) {
    if (parent !== null) parents.set(id, [...(parents.get(id) ?? []), parent]);
  }
  for (const statement of statements) {
    const metric = metrics.get(statement.id);
    const parent = statement.parent === null ? undefined : metrics.get(statement.parent);
    const at = (key: keyof typeof INDICATOR_COLUMNS) => ({
      file: statement.file,
      cell: cellOf(statement, key),
      column: INDICATOR_COLUMNS[key].label,
    });
    if (!/^[a-z0-9][a-z0-9-]*$/.test(statement.id)) {
      problems.add({
        ...at("id"),
        code: "id",
        value: statement.id,
        why: "编号会成为网址的一部分",
        mend: "用英文小写字母、数字和连字符，例如 penalty-cases",
      });
    }
    for (const key of ["parent", "numerator", "denominator"] as const) {
      const target = statement[key];
      if (target === null || metrics.has(target)) continue;
      const near = nearest(target, ids);
      problems.add({
        ...at(key),
        code: "indicator-unknown",
        value: target,
        why: `没有编号为“${target.slice(0, 40)}”的指标`,
        mend: near ? `是不是“${near}”？` : "改成本表里有的指标编号，或留空",
      });
    }
    if (metric && metric.unit !== statement.unit) {
      problems.add({
        ...at("unit"),
        code: "indicator-unit",
        value: statement.unit,
        why: `“${metric.label}”的单位是“${metric.unit}”，两种单位的数不能并在一起`,
        mend: `单位写“${metric.unit}”，或换一个指标编号`,
      });
    } else if (parent && parent.unit !== statement.unit) {
      problems.add({
        ...at("unit"),
        code: "indicator-unit",
        value: statement.unit,
        why: `上级指标“${parent.label}”的单位是“${parent.unit}”，两种单位的数不能相加，也不能比较`,
        mend: "改成同一个单位，或不填上级指标",
      });
    }
    if (leadsBack(statement, parents)) {
      problems.add({
        ...at("parent"),
        code: "indicator-loop",
        value: statement.parent ?? "",
        why: "顺着上级指标找下去，又回到了自己",
        mend: "改正上级指标",
      });
    }
  }
}
const INDICATOR_COLUMNS = indicators.columns;

/** Whether the parents of a statement lead back to it. */
function leadsBack(
  { id, parent }: Statement,
  parents: ReadonlyMap<string, readonly string[]>,
): boolean {
  const seen = new Set<string>();
  const ahead = parent === null ? [] : [parent];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (next === id) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    ahead.push(...(parents.get(next) ?? []));
  }
  return false;
}

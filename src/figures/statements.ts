/** What the report itself writes: the rows of indicators.csv, and the metrics that only they name. */
import type { Row } from "../ingest/rows/row.ts";
import type { Metric } from "../metrics/define.ts";
import { type Amount, fromQuantity } from "../values/amount.ts";
import type { Quantity } from "../values/quantity.ts";

/** One row of indicators.csv. */
export interface Statement {
  id: string;
  label: string;
  amount: Amount;
  unit: string;
  section: string;
  note: string;
  /** The topic that 栏目 names. */
  topic: string | null;
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
    topic: text("topic"),
    parent: text("parent"),
    relation: text("relation") === "其中" ? "part" : "total",
    numerator: text("numerator"),
    denominator: text("denominator"),
    file: row.file,
    row: row.row,
    columns: row.columns,
  };
}

/**
 * Metrics for indicators that no code knows: another bureau's own numbers are figures as well.
 * `topicOf` gives the topic that 栏目 names.
 */
export function ownMetrics(
  statements: readonly Statement[],
  declared: ReadonlyMap<string, Metric>,
  topicOf: (word: string | null) => string,
): Metric[] {
  const own = new Map<string, Metric>();
  for (const { id, label, unit, topic, note } of statements) {
    if (declared.has(id) || own.has(id)) continue;
    const definition = note || `年度报告所列的“${label}”。`;
    own.set(id, { kind: "reported", id, label, unit, topic: topicOf(topic), definition });
  }
  return [...own.values()];
}

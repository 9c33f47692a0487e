/** What the report itself and the statutory tables write, and the metrics that only they name. */
import type { Row } from "../ingest/rows/row.ts";
import type { Metric } from "../metrics/define.ts";
import { type Amount, fromQuantity } from "../values/amount.ts";
import type { Period } from "../values/period.ts";
import type { Quantity } from "../values/quantity.ts";

/** One row of indicators.csv, or of statistics.csv. */
export interface Statement {
  id: string;
  label: string;
  amount: Amount;
  unit: string;
  section: string;
  note: string;
  /** The time that it is of: its own, else the year's. */
  period: Period;
  /** The topic that 栏目 names. */
  topic: string | null;
  parent: string | null;
  /** total: with its siblings it makes up the parent; part: it is only a part of it. */
  relation: "total" | "part";
  numerator: string | null;
  denominator: string | null;
  /** Its place in a statutory table, if it stands in one. */
  listed?: { kind: string; item: string };
  file: string;
  row: number;
  /** Where each column stands in the file. */
  columns: Readonly<Record<string, number>>;
}

/** A typed indicators row as a statement in a year whose data are of a period. */
export function statementOf(row: Row, period: Period): Statement {
  const text = (key: string) => (typeof row.values[key] === "string" ? row.values[key] : null);
  return {
    id: text("id") ?? "",
    label: text("label") ?? "",
    amount: fromQuantity((row.values.value ?? null) as Quantity | null),
    unit: text("unit") ?? "",
    section: text("section") ?? "",
    note: text("note") ?? "",
    period: periodIn(text("period")) ?? period,
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

/** A period as a typed row holds it, 2023-01-01/2023-11-30. */
function periodIn(value: string | null): Period | null {
  const [from, until] = value?.split("/") ?? [];
  return from && until ? { from, until } : null;
}

/**
 * Metrics for indicators that no code knows: another bureau's own numbers are figures as well.
 * `topicOf` gives the topic that it belongs to.
 */
export function ownMetrics(
  statements: readonly Statement[],
  declared: ReadonlyMap<string, Metric>,
  topicOf: (statement: Statement) => string,
): Metric[] {
  const own = new Map<string, Metric>();
  for (const statement of statements) {
    const { id, label, unit, note, listed } = statement;
    if (declared.has(id) || own.has(id)) continue;
    const named = listed
      ? `行政执法统计年报“${listed.kind}”一表所列的“${listed.item}”。`
      : `年度报告所列的“${label}”。`;
    own.set(id, {
      kind: "reported",
      id,
      label,
      unit,
      topic: topicOf(statement),
      definition: note || named,
      basis: listed ? "国办发〔2018〕118号；统计表填表说明" : "本单位的年度报告",
    });
  }
  return [...own.values()];
}

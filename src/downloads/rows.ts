/** A dataset's rows as they may leave the build: public columns only, dates as months. */
import type { Column, Dataset, Value } from "../datasets/define.ts";
import type { Row } from "../ingest/rows.ts";
import type { Quantity } from "../ingest/values.ts";
import { fromQuantity } from "../metrics/amount.ts";
import { amountText } from "../text/format.ts";

interface PublicColumn {
  key: string;
  column: Column;
}

/** Columns that are public and hold something in these rows. */
export function publicColumns(dataset: Dataset, rows: readonly Row[]): PublicColumn[] {
  return Object.entries(dataset.columns)
    .filter(([, column]) => !column.private)
    .map(([key, column]) => ({ key, column }))
    .filter(({ key }) =>
      rows.some(({ values }) => values[key] !== null && values[key] !== undefined),
    );
}

/** Public columns of which these rows say nothing: what the bureau has not published. */
export function emptyColumns(dataset: Dataset, rows: readonly Row[]): Column[] {
  return Object.entries(dataset.columns)
    .filter(([key, column]) => !column.private && key !== "count" && key !== "section")
    .filter(([key]) => rows.every(({ values }) => (values[key] ?? null) === null))
    .map(([, column]) => column);
}

/** The rows as a table with Chinese headers and their place in the source file. */
export function rowsTable(
  dataset: Dataset,
  rows: readonly Row[],
  demo: boolean,
): { fields: string[]; data: string[][] } {
  const columns = publicColumns(dataset, rows);
  return {
    fields: [
      ...columns.map(({ column }) => column.label),
      "来源文件",
      "来源行",
      ...(demo ? ["数据性质"] : []),
    ],
    data: rows.map(({ file, row, values }) => [
      ...columns.map(({ key, column }) => publicText(column, values[key] ?? null)),
      file,
      String(row),
      ...(demo ? ["演示数据"] : []),
    ]),
  };
}

/** The rows as objects with English keys. Numbers keep their qualifier; unknown is null. */
export function rowsJson(dataset: Dataset, rows: readonly Row[]): Record<string, unknown>[] {
  const columns = publicColumns(dataset, rows);
  return rows.map(({ file, row, values }) => ({
    ...Object.fromEntries(
      columns.map(({ key, column }) => [key, publicValue(column, values[key] ?? null)]),
    ),
    source: { file, row },
  }));
}

function isQuantity(value: Value): value is Quantity {
  return typeof value === "object" && value !== null && "qualifier" in value;
}

function publicText(column: Column, value: Value): string {
  if (value === null) return "";
  if (isQuantity(value)) return amountText(fromQuantity(value), "");
  if (typeof value !== "string") return value.join("；");
  return column.type === "date" ? value.slice(0, 7) : value;
}

function publicValue(column: Column, value: Value): unknown {
  if (value === null || !isQuantity(value)) {
    return typeof value === "string" && column.type === "date" ? value.slice(0, 7) : value;
  }
  if (value.suppressed) return { suppressed: true };
  return value.qualifier === "exact"
    ? value.value
    : { value: value.value, qualifier: value.qualifier };
}

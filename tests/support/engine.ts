/** Typed rows as an engine's tables: what a bureau's own database would hold. */
import Papa from "papaparse";
import type { Column, Dataset } from "../../src/datasets/define.ts";
import type { Row } from "../../src/ingest/rows/row.ts";
import type { Quantity } from "../../src/values/quantity.ts";
import type { Value } from "../../src/values/value.ts";

/** A database that the tests fill and ask. */
export interface Engine {
  /** A table named like the dataset, with the rows given, in place of any before it. */
  load(dataset: Dataset, rows: readonly Row[]): Promise<void>;
  /** What a query gives, as a CSV with a header, as its users would export it. */
  csv(sql: string): Promise<string>;
  close(): Promise<void>;
}

const TYPE: Record<Column["type"], string> = {
  text: "VARCHAR",
  word: "VARCHAR",
  words: "VARCHAR",
  id: "VARCHAR",
  date: "DATE",
  period: "VARCHAR",
  quantity: "NUMERIC(18, 2)",
  money: "NUMERIC(18, 2)",
};

/** The statement that makes the table: only what is exported, nothing derived. */
export function createTable({ id, columns }: Dataset): string {
  const list = Object.entries(columns).map(([key, { type }]) => `${key} ${TYPE[type]}`);
  return `DROP TABLE IF EXISTS ${id}; CREATE TABLE ${id} (${list.join(", ")})`;
}

/** The rows as CSV for that table; an empty cell is NULL. */
export function tableCsv({ columns }: Dataset, rows: readonly Row[]): string {
  const keys = Object.keys(columns);
  const cells = rows.map(({ values }) => keys.map((key) => written(values[key])));
  return Papa.unparse([keys, ...cells], { newline: "\n" });
}

/** The rows as staff would export them, in one clean form. */
export function staffCsv({ columns }: Dataset, rows: readonly Row[]): string {
  const labels = Object.values(columns).map(({ label }) => label);
  const cells = rows.map(({ values }) => Object.keys(columns).map((key) => written(values[key])));
  return Papa.unparse([labels, ...cells], { newline: "\n" });
}

/** Whether every number of a row is exact: an engine's column of numbers holds no 约300 and no <5. */
export function isExactRow({ values }: Row): boolean {
  return Object.values(values).every(
    (value) => !isQuantity(value) || (value.qualifier === "exact" && !value.suppressed),
  );
}

function isQuantity(value: Value): value is Quantity {
  return typeof value === "object" && value !== null && "qualifier" in value;
}

function written(value: Value | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (!isQuantity(value)) return value.join(";");
  if (value.suppressed) return "<5";
  const mark = { exact: "", about: "约", at_least: "至少" }[value.qualifier];
  return `${mark}${value.value}`;
}

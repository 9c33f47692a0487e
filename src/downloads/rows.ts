/** A dataset's rows as tables and JSON: of the short lists as they are, of the others their release. */
import type { Column, Dataset } from "../datasets/define.ts";
import type { Row } from "../ingest/rows/row.ts";
import type { Release } from "../protect/index.ts";
import type { Year } from "../site/year.ts";
import { amountText, NOT_LISTED } from "../text/format.ts";
import { fullText } from "../text/period.ts";
import { fromQuantity } from "../values/amount.ts";
import type { Quantity } from "../values/quantity.ts";
import type { Value } from "../values/value.ts";
import type { CsvTable } from "./files.ts";

/** How many lines the download of a dataset has. */
export function linesOf(year: Pick<Year, "rows" | "release">, id: string): number {
  return year.release(id)?.lines ?? year.rows.get(id)?.length ?? 0;
}

/** The columns of a release that hold something in some line. */
function shownColumns({ columns }: Release): Release["columns"] {
  return columns.filter(({ values }) => values.length > 1);
}

/** A release with Chinese headers; rows name their place in the file where none is withheld. */
export function releaseTable(release: Release): CsvTable {
  const columns = shownColumns(release);
  const { rowNumbers } = release;
  function* rows(): Iterable<string[]> {
    for (let line = 0; line < release.lines; line++) {
      const isIndividual = line < release.individualRows;
      const cells = columns.map(({ key, column, values, codes }) => {
        const value = values[codes[line]!] ?? null;
        if (value === null && !isIndividual && key !== "count" && key !== "section")
          return NOT_LISTED;
        return publicText(column, value);
      });
      if (rowNumbers) cells.push(fileOf(release, line), String(rowNumbers[line]));
      yield cells;
    }
  }
  return {
    fields: [
      ...columns.map(({ column }) => column.label),
      ...(rowNumbers ? ["来源文件", "来源行"] : []),
    ],
    data: rows(),
  };
}

/** A release as objects with English keys. Numbers keep their qualifier; what is not told is null. */
export function* releaseJson(release: Release): Iterable<Record<string, unknown>> {
  const columns = shownColumns(release);
  const { rowNumbers } = release;
  for (let line = 0; line < release.lines; line++) {
    yield {
      ...Object.fromEntries(
        columns.map(({ key, column, values, codes }) => [
          key,
          publicValue(column, values[codes[line]!] ?? null),
        ]),
      ),
      ...(rowNumbers ? { source: { file: fileOf(release, line), row: rowNumbers[line] } } : {}),
      ...(line < release.individualRows ? {} : { alike: true }),
    };
  }
}

function fileOf({ files, fileCodes }: Release, line: number): string {
  return files[fileCodes[line]!] ?? "";
}

/** Columns that are public and hold something in these rows. */
function publicColumns(dataset: Dataset, rows: readonly Row[]): { key: string; column: Column }[] {
  return Object.entries(dataset.columns)
    .filter(([, column]) => !column.private)
    .map(([key, column]) => ({ key, column }))
    .filter(({ key }) =>
      rows.some(({ values }) => values[key] !== null && values[key] !== undefined),
    );
}

/** Rows of a short list with Chinese headers and their place in the source file. */
export function rowsTable(dataset: Dataset, rows: readonly Row[]): CsvTable {
  const columns = publicColumns(dataset, rows);
  return {
    fields: [...columns.map(({ column }) => column.label), "来源文件", "来源行"],
    data: rows.map(({ file, row, values }) => [
      ...columns.map(({ key, column }) => publicText(column, values[key] ?? null)),
      file,
      String(row),
    ]),
  };
}

/** The same as objects with English keys. */
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

/** 2023-01-01/2023-11-30 in words. */
function periodOf(value: string): string {
  const [from = "", until = ""] = value.split("/");
  return fullText({ from, until });
}

/** A value in a cell of a table. */
export function publicText(column: Column, value: Value): string {
  if (value === null) return "";
  if (isQuantity(value)) {
    const plain = value.qualifier === "exact" && !value.suppressed;
    return plain ? String(value.value) : amountText(fromQuantity(value), "");
  }
  if (typeof value !== "string") return value.join("；");
  if (column.type === "period") return periodOf(value);
  return column.type === "date" && !column.daily ? value.slice(0, 7) : value;
}

function publicValue(column: Column, value: Value): unknown {
  if (value === null || !isQuantity(value)) {
    return typeof value === "string" ? publicText(column, value) : value;
  }
  if (value.suppressed) return { suppressed: true };
  return value.qualifier === "exact"
    ? value.value
    : { value: value.value, qualifier: value.qualifier };
}

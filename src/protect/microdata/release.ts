/**
 * What of a dataset's rows leaves the build: public columns, dates as months; rows about people only
 * as equivalence classes. Everything that shows rows (downloads, the explorer) shows a release and
 * nothing else. First come individual rows, by time; then equivalence classes, in the order of the
 * vocabularies: nothing of the order of the rows is left. Values that no line shows are left out.
 */
import type { Column, Dataset } from "../../datasets/define.ts";
import type { Value } from "../../values/value.ts";
import { bandOf, type Telling } from "./amount-bands.ts";
import type { AnonymisedRows } from "./anonymised-rows.ts";
import { CodedColumn, type Codes, pick } from "./coded-columns.ts";
import type { ClassLines } from "./distinct-records.ts";
import { everyRow, sortRows } from "./grouping.ts";
import type { KeptColumn, KeptRows } from "./kept-rows.ts";
import { publicKeys } from "./quasi-identifiers.ts";

export interface ReleaseColumn {
  key: string;
  column: Column;
  /** By code; code 0 is an empty cell, or one that is suppressed. */
  values: readonly Value[];
  codes: Codes;
}

export interface Release {
  dataset: Dataset;
  year: number;
  lines: number;
  /** So many of the lines, the first ones, are rows of the data; the rest are equivalence classes. */
  individualRows: number;
  columns: readonly ReleaseColumn[];
  files: readonly string[];
  /** By individual row: its file. */
  fileCodes: Codes;
  /**
   * By individual row: its number in the file. Null where other rows are withheld: those would stand
   * between their neighbours, and share their month.
   */
  rowNumbers: Codes | null;
  /** Public columns that some row fills, whether released or not. */
  filledColumns: ReadonlySet<string>;
}

export function laidOut(rows: KeptRows, { individual, classes, telling }: AnonymisedRows): Release {
  const { dataset, year, released, counts } = rows;
  const isWithheld = classes.counts.length > 0;
  const ordered = sortRows(
    individual,
    [...byTime(released), counts].map(({ codes }) => codes),
  );
  const order = sortRows(everyRow(classes.counts.length), classes.codes.slice(0, released.length));
  const columns = released.map(({ key, column, values, codes }, at) => {
    const told = column.type === "money" ? values.map(TOLD[telling]) : values;
    const parts = [pick(codes, ordered), pick(classes.codes[at]!, order)];
    return releaseColumn(key, column, told, parts);
  });
  const { count } = dataset.columns;
  return {
    dataset,
    year,
    lines: ordered.length + order.length,
    individualRows: ordered.length,
    columns: count ? [...columns, countColumn(count, rows, ordered, classes, order)] : columns,
    files: rows.files,
    fileCodes: pick(rows.fileCodes.codes, ordered),
    rowNumbers: isWithheld ? null : pick(rows.rowNumbers.codes, ordered),
    filledColumns: new Set(publicKeys(dataset).filter((key) => rows.fills(key))),
  };
}

const TOLD: Record<Telling, (value: Value) => Value> = {
  exact: (value) => value,
  bands: bandOf,
  withheld: () => null,
};

/** Months and days before the other columns: the order in which people keep such lists. */
function byTime(columns: readonly KeptColumn[]): KeptColumn[] {
  const isTime = ({ key, column }: KeptColumn) =>
    column.type === "date" || (column.type === "text" && key.endsWith("_month"));
  return [...columns.filter(isTime), ...columns.filter((column) => !isTime(column))];
}

/** Values that lines show, with codes that leave no room for others. */
function releaseColumn(
  key: string,
  column: Column,
  values: readonly Value[],
  parts: readonly Codes[],
): ReleaseColumn {
  const isUsed = new Uint8Array(values.length);
  for (const codes of parts) for (let i = 0; i < codes.length; i++) isUsed[codes[i]!] = 1;
  const own = new CodedColumn();
  const ownCodes = values.map((value, code) => (isUsed[code] === 1 ? own.codeOf(value) : 0));
  for (const part of parts) for (let i = 0; i < part.length; i++) own.pushCode(ownCodes[part[i]!]!);
  return { key, column, values: own.values, codes: own.codes };
}

function countColumn(
  column: Column,
  { counts }: KeptRows,
  individual: Uint32Array,
  classes: ClassLines,
  order: Uint32Array,
): ReleaseColumn {
  const own = new CodedColumn();
  const { codes, values } = counts;
  const ownCode: number[] = [];
  for (const row of individual) {
    const code = codes[row]!;
    ownCode[code] ??= own.codeOf(values[code]!);
    own.pushCode(ownCode[code]);
  }
  for (const line of order) own.push(classes.counts[line]!);
  return { key: "count", column, values: own.values, codes: own.codes };
}

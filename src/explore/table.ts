/** A dataset's releases of all years as one table: what the explorer shows, and nothing else. */
import type { Column, Dataset } from "../datasets/define.ts";
import { publicText } from "../downloads/rows.ts";
import { CodedColumn, type Codes, type Release } from "../protect/index.ts";
import type { Year } from "../site/year.ts";
import { byText, placeIn } from "../values/order.ts";
import type { Quantity } from "../values/quantity.ts";
import type { Value } from "../values/value.ts";
import type { ColumnHead, Countable, Sort } from "./head.ts";
import { partsOf, tellSorts } from "./parts.ts";

export interface TableColumn extends ColumnHead {
  codes: Codes;
}

export interface ExploreTable {
  dataset: Dataset;
  lines: number;
  columns: TableColumn[];
  /** By code of the column 件数: how many matters a line stands for, at least. */
  weights: number[];
  /** 0 where that is an exact number, 1 where it is the least, 2 where it is about so many. */
  vague: number[];
  /** Whether some lines are about people, and so not of one matter. */
  alike: boolean;
  sorts: readonly Sort[];
  parts: readonly Countable[];
}

/** Columns in the table of rows; what else there is stands in the download. */
const MOST_SHOWN = 10;

/** Null where no year has a row. Latest year first. */
export function exploreTable(
  years: readonly Pick<Year, "year" | "release" | "figures" | "columnTotals">[],
  dataset: Dataset,
): ExploreTable | null {
  const releases = [...years].reverse().flatMap((year) => year.release(dataset.id) ?? []);
  const lines = releases.reduce((sum, release) => sum + release.lines, 0);
  if (lines === 0) return null;
  const labels = releases.map(({ year }) => String(year));
  const year = new CodedColumn();
  for (const release of releases) {
    for (let i = 0; i < release.lines; i++) year.push(String(release.year));
  }
  const parts = partsOf(years, dataset);
  // What no line lists may be known of the whole year.
  const isTold = (key: string) => parts.some((part) => part.columns[key]);
  const keys = new Map(
    releases
      .flatMap(({ columns }) => columns)
      .filter(({ key, values }) => values.length > 1 || isTold(key))
      .map(({ key, column }) => [key, column]),
  );
  const columns: TableColumn[] = [
    head(dataset, "year", { label: "年度", type: "word" }, ["", ...labels], year.codes),
  ];
  for (const [key, column] of keys) {
    if (key === "count") continue;
    columns.push(head(dataset, key, column, ...joined(releases, key, column)));
  }
  const order = (key: string) => {
    const at = ["year", ...(dataset.explore ?? [])].indexOf(key);
    return at < 0 ? MOST_SHOWN * 10 : at;
  };
  columns.sort((a, b) => order(a.key) - order(b.key));
  show(columns, dataset);
  const count = countOf(releases);
  columns.push(count.column);
  return {
    dataset,
    lines,
    columns,
    weights: count.weights,
    vague: count.vague,
    alike: releases.some((release) => release.individualRows < release.lines),
    sorts: tellSorts(years, dataset),
    parts,
  };
}

function head(
  dataset: Dataset,
  key: string,
  { label, type }: Pick<Column, "label" | "type">,
  values: string[],
  codes: Codes,
): TableColumn {
  const facet = key === "year" || (dataset.explore?.includes(key) ?? false);
  return {
    key,
    label,
    kind: type === "words" ? "words" : type === "quantity" || type === "money" ? "number" : "word",
    facet,
    // Months, bands and what else has an order of its own.
    ordered: key === "year" || type === "date" || key in (dataset.derived ?? {}),
    shown: false,
    values,
    codes,
  };
}

/** One column of several years, its values in the order that rows are sorted by. */
function joined(releases: readonly Release[], key: string, column: Column): [string[], Codes] {
  const all = new Map<string, number>();
  const place = placeIn(column.words ?? []);
  const own = releases.map((release) => release.columns.find((one) => one.key === key));
  const texts = own.map((one) => (one?.values ?? []).map((value) => textOf(column, value)));
  const sorted = [...new Set(texts.flat())].filter((text) => text !== "");
  const number = column.type === "quantity" || column.type === "money";
  sorted.sort((a, b) =>
    number ? sizeOf(a) - sizeOf(b) || byText(a, b) : place(a) - place(b) || byText(a, b),
  );
  for (const [i, text] of sorted.entries()) all.set(text, i + 1);
  const coded = new CodedColumn();
  for (const text of sorted) coded.codeOf(text);
  for (const [i, release] of releases.entries()) {
    const codes = texts[i]!.map((text) => all.get(text) ?? 0);
    const lines = own[i]?.codes;
    for (let line = 0; line < release.lines; line++) {
      coded.push(lines ? (sorted[codes[lines[line]!]! - 1] ?? null) : null);
    }
  }
  return [["", ...sorted], coded.codes];
}

/** How large a number is that may be written 约2, 73余 or 1000至不足5000. */
function sizeOf(text: string): number {
  return Number(/\d+(\.\d+)?/.exec(text.replaceAll(",", ""))?.[0] ?? 0);
}

function textOf(column: Column, value: Value): string {
  return value === null ? "" : publicText(column, value);
}

/** The columns worth a place in the table: names, what the matters differ by, two of the numbers. */
function show(columns: TableColumn[], dataset: Dataset): void {
  const isText = ({ key }: TableColumn) =>
    dataset.columns[key]?.type === "text" && key !== "section";
  const names = columns.filter(isText).slice(0, 1);
  const numbers = columns.filter(({ kind }) => kind === "number").slice(0, 2);
  const facets = columns.filter(({ facet, values }) => facet && values.length > 1);
  const room = MOST_SHOWN - 1 - names.length - numbers.length;
  for (const column of [...names, ...facets.slice(0, room), ...numbers]) column.shown = true;
}

/** How many matters each line is: the one column that every dataset has. */
function countOf(releases: readonly Release[]): {
  column: TableColumn;
  weights: number[];
  vague: number[];
} {
  const column = { label: "件数", type: "quantity" } as const;
  const [values, codes] = joined(releases, "count", column);
  const known = new Map(
    releases
      .flatMap((release) => release.columns.find(({ key }) => key === "count")?.values ?? [])
      .map((value) => [textOf(column, value), value as Quantity | null]),
  );
  const quantities = values.map((text) => known.get(text) ?? null);
  return {
    column: {
      key: "count",
      label: column.label,
      kind: "number",
      facet: false,
      ordered: true,
      // Worth a place where lines differ by it.
      shown: values.length > 2 || values[1] !== "1",
      values,
      codes,
    },
    weights: quantities.map((one) => (one === null ? 0 : one.suppressed ? 1 : one.value)),
    vague: quantities.map((one) =>
      one === null || one.suppressed ? 1 : { exact: 0, at_least: 1, about: 2 }[one.qualifier],
    ),
  };
}

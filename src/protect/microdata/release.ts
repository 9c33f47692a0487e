/**
 * What of a dataset's rows leaves the build: public columns, dates as months; rows about people only
 * as equivalence classes. Everything that shows rows (downloads, the explorer) shows a release and
 * nothing else. First come individual rows, as they are in the files; then
 * equivalence classes, in the order of the vocabularies, so that nothing of the order of the rows
 * is left. Values that no line shows are left out.
 */
import type { Column, Dataset } from "../../datasets/define.ts";
import { byText, placeIn } from "../../values/order.ts";
import type { Value } from "../../values/value.ts";
import type { AnonymisedRows } from "./anonymised-rows.ts";
import { CodedColumn, type Codes, GrowingCodes, pick } from "./coded-columns.ts";
import type { ClassLines } from "./distinct-records.ts";
import { everyRow } from "./grouping.ts";
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
  /** By individual row: its file, and its number there. */
  fileCodes: Codes;
  rowNumbers: Codes;
  /** Public columns that some row fills, whether released or not. */
  filledColumns: ReadonlySet<string>;
}

export function laidOut(rows: KeptRows, { individual, classes }: AnonymisedRows): Release {
  const { dataset, year, released } = rows;
  const parts = released.map(
    ({ codes }, at) => [pick(codes, individual), classes.codes[at]!] as const,
  );
  const rankings = released.map((column, at) => rankingOf(column, parts[at]!));
  const order = sorted(classes, rankings);
  const columns = released.map(({ key, column }, at): ReleaseColumn => {
    const { values, ranks } = rankings[at]!;
    const [first, rest] = parts[at]!;
    const codes = new GrowingCodes();
    for (let i = 0; i < first.length; i++) codes.push(ranks[first[i]!]!);
    for (let i = 0; i < order.length; i++) codes.push(ranks[rest[order[i]!]!]!);
    return { key, column, values, codes: codes.codes };
  });
  const { count } = dataset.columns;
  return {
    dataset,
    year,
    lines: individual.length + order.length,
    individualRows: individual.length,
    columns: count ? [...columns, countColumn(count, rows, individual, classes, order)] : columns,
    files: rows.files,
    fileCodes: pick(rows.fileCodes.codes, individual),
    rowNumbers: pick(rows.rowNumbers.codes, individual),
    filledColumns: new Set(publicKeys(dataset).filter((key) => rows.fills(key))),
  };
}

/** The values of a column that lines show, in the order of its words, with a new code for each. */
interface Ranking {
  values: readonly Value[];
  /** The new code by the old one; 0 for an empty cell. */
  ranks: Uint32Array;
}

function rankingOf({ column, values }: KeptColumn, parts: readonly Codes[]): Ranking {
  const isUsed = new Uint8Array(values.length);
  for (const codes of parts) for (let i = 0; i < codes.length; i++) isUsed[codes[i]!] = 1;
  const order = [...values.keys()]
    .filter((code) => code !== 0 && isUsed[code] === 1)
    .sort((a, b) => compare(column, values[a]!, values[b]!) || a - b);
  const ranks = new Uint32Array(values.length);
  for (const [i, code] of order.entries()) ranks[code] = i + 1;
  return { values: [null, ...order.map((code) => values[code]!)], ranks };
}

/** By the vocabulary, other words behind it; numbers stay as they first came. */
function compare({ words = [] }: Column, a: Value, b: Value): number {
  if (typeof a !== "string" || typeof b !== "string") return 0;
  const place = placeIn(words);
  return place(a) - place(b) || byText(a, b);
}

/**
 * Classes by the ranks of their first column, then of the second, and so on; what is suppressed
 * comes last. Sorted by the last column first, without comparing lines (least significant digit
 * radix sort): those of one rank stay in order.
 */
function sorted({ codes, counts }: ClassLines, rankings: readonly Ranking[]): Uint32Array {
  let order = everyRow(counts.length);
  for (const [at, { values, ranks }] of [...rankings.entries()].reverse()) {
    const column = codes[at]!;
    const places = ranks.map((rank) => rank || values.length);
    /** Where the next line of each place goes. */
    const next = new Uint32Array(values.length + 2);
    for (let i = 0; i < order.length; i++) next[places[column[i]!]! + 1]!++;
    for (let place = 1; place < next.length; place++) next[place]! += next[place - 1]!;
    const own = new Uint32Array(order.length);
    for (let i = 0; i < order.length; i++) own[next[places[column[order[i]!]!]!]!++] = order[i]!;
    order = own;
  }
  return order;
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

/**
 * The lines of a release: first the rows that stand alone, as they are in the files; then those
 * that stand for alike rows, in the order of the vocabularies, so that nothing of the order of the
 * rows is left. Values that no line shows are left out.
 */
import type { Column } from "../datasets/define.ts";
import { byText, placeIn } from "../values/order.ts";
import type { Value } from "../values/value.ts";
import type { Lines } from "./alike.ts";
import { CodedColumn, type Codes, GrowingCodes, type KeptColumn, pick } from "./columns.ts";
import { everyRow } from "./groups.ts";
import type { KeptRows } from "./kept-rows.ts";
import { publicKeys } from "./public-columns.ts";
import type { Release, ReleaseColumn } from "./release.ts";
import type { Split } from "./split.ts";

export function laidOut(rows: KeptRows, { alone, lines }: Split): Release {
  const { dataset, year, shown } = rows;
  const parts = shown.map(({ codes }, at) => [pick(codes, alone), lines.codes[at]!] as const);
  const rankings = shown.map((column, at) => rankingOf(column, parts[at]!));
  const order = sorted(lines, rankings);
  const columns = shown.map(({ key, column }, at): ReleaseColumn => {
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
    lines: alone.length + order.length,
    alone: alone.length,
    columns: count ? [...columns, countColumn(count, rows, alone, lines, order)] : columns,
    files: rows.files,
    fileCodes: pick(rows.fileCodes.codes, alone),
    rows: pick(rows.rowNumbers.codes, alone),
    filled: new Set(publicKeys(dataset).filter((key) => rows.fills(key))),
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
 * Lines by the ranks of their first column, then of the second, and so on; what is not told comes
 * last. Sorted by the last column first, without comparing lines: those of one rank stay in order.
 */
function sorted({ codes, counts }: Lines, rankings: readonly Ranking[]): Uint32Array {
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
  alone: Uint32Array,
  lines: Lines,
  order: Uint32Array,
): ReleaseColumn {
  const own = new CodedColumn();
  const { codes, values } = counts;
  const known: number[] = [];
  for (const row of alone) {
    const code = codes[row]!;
    known[code] ??= own.codeOf(values[code]!);
    own.pushCode(known[code]);
  }
  for (const line of order) own.push(lines.counts[line]!);
  return { key: "count", column, values: own.values, codes: own.codes };
}

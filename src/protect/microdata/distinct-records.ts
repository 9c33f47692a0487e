/** Rows that hold the same as one weighted record, and records that show the same as one line. */
import { weaker } from "../../values/amount.ts";
import { exact, type Qualifier, type Quantity } from "../../values/quantity.ts";
import type { Value } from "../../values/value.ts";
import { isUnsafe, THRESHOLD } from "../threshold.ts";
import { type Codes, pick } from "./coded-columns.ts";
import { everyRow, Grouping, type RowGroups, weigh } from "./grouping.ts";
import type { KeptRows } from "./kept-rows.ts";
import { type Microdata, suppressedCodes } from "./local-suppression.ts";

export interface DistinctRecords extends Microdata {
  /** By record, how exact its weight is. */
  qualifiers: readonly Qualifier[];
  /** By record, the 件数 of its row where it is one row alone, in its own words. */
  own: readonly (Quantity | null)[];
}

/** Lines that each stand for an equivalence class. */
export interface ClassLines {
  /** By column, by line. */
  codes: readonly Codes[];
  /** How many matters a line stands for. */
  counts: readonly (Quantity | null)[];
}

/** Some of the rows as distinct records; `by` are the columns in which they may differ. */
export function distinctRecords(
  { columns, counts }: KeptRows,
  rows: Uint32Array,
  quasiIdentifiers: Microdata["quasiIdentifiers"],
  by: Iterable<number>,
): DistinctRecords {
  const codes = columns.map((column) => column.codes);
  const sizes = columns.map(({ values }) => values.length);
  const groups = new Grouping(codes, sizes).group(rows, by);
  const weightByCode = counts.values.map(weightOf);
  const countCodes = counts.codes;
  const weights = new Float64Array(groups.first.length);
  for (let i = 0; i < rows.length; i++) {
    weights[groups.groupOf[i]!]! += weightByCode[countCodes[rows[i]!]!]!.value;
  }
  return {
    columns: codes.map((column) => pick(column, groups.first)),
    weights,
    quasiIdentifiers,
    qualifiers: weakest(groups, (row) => weightByCode[countCodes[row]!]!.qualifier),
    own: aloneIn(groups, (row) => counts.values[countCodes[row]!] as Quantity | null),
  };
}

/** What a row weighs by its 件数: nothing certain where that is not known. */
function weightOf(count: Value): { value: number; qualifier: Qualifier } {
  const quantity = count as Quantity | null;
  return quantity === null || quantity.suppressed ? { value: 0, qualifier: "at_least" } : quantity;
}

/** What records show under their suppressions, as lines. */
export function classLines(records: DistinctRecords, suppressions: Uint32Array): ClassLines {
  const shown = suppressedCodes(records, suppressions);
  const classes = new Grouping(shown).group(
    everyRow(suppressions.length),
    records.quasiIdentifiers.flat(),
  );
  const weights = weigh(classes, records.weights);
  const qualifiers = weakest(classes, (row) => records.qualifiers[row]!);
  // Only what is vague has words of its own; an exact number is what it weighs.
  const own = aloneIn(classes, (record) =>
    records.qualifiers[record] === "at_least" && records.weights[record]! >= THRESHOLD
      ? records.own[record]!
      : null,
  );
  return {
    codes: shown.map((codes) => pick(codes, classes.first)),
    counts: qualifiers.map((qualifier, line) => own[line] ?? countOf(weights[line]!, qualifier)),
  };
}

/** One to four are left only where there are no more: a line that shows nothing. */
function countOf(value: number, qualifier: Qualifier): Quantity | null {
  if (qualifier === "at_least" && value >= THRESHOLD) {
    return { value, qualifier, bounds: [value, Number.POSITIVE_INFINITY] };
  }
  if (qualifier !== "exact") return value < THRESHOLD ? null : { value, qualifier };
  return isUnsafe(value) ? { ...exact(0), suppressed: true } : exact(value);
}

/** By group, what is said of its row where it has only one. */
function aloneIn<T>({ rows, groupOf, first }: RowGroups, of: (row: number) => T): (T | null)[] {
  const sizes = new Uint32Array(first.length);
  for (let i = 0; i < rows.length; i++) sizes[groupOf[i]!]!++;
  return Array.from(first, (row, group) => (sizes[group] === 1 ? of(row) : null));
}

/** By group, the weakest qualifier of its rows. */
function weakest({ rows, groupOf, first }: RowGroups, qualifierOf: (row: number) => Qualifier) {
  const found = new Array<Qualifier>(first.length).fill("exact");
  for (let i = 0; i < rows.length; i++) {
    const qualifier = qualifierOf(rows[i]!);
    if (qualifier !== "exact") found[groupOf[i]!] = weaker(found[groupOf[i]!]!, qualifier);
  }
  return found;
}

/** What is never added: matters of two kinds (件 and 次), and matters of two years that may be the same. */
import type { Dataset } from "./define.ts";
import { kindOf, type OwnKinds } from "./kinds.ts";

/** What a row counts, by its word in the column whose kinds are counted apart. */
export interface CountedAs {
  kind: string;
  unit: string;
}

/**
 * As what a row is counted: rows of two kinds are never added, whether or not their units are the
 * same. Null where the dataset tells kinds apart and the word does not say which it is; all rows of
 * any other dataset are of one kind.
 */
export function countedAs(
  { countedApart, unit, columns }: Dataset,
  word: string | null,
  own: OwnKinds,
): CountedAs | null {
  if (!countedApart) return { kind: "", unit };
  const kind = word === null ? undefined : kindOf(columns[countedApart.column]!, word, own);
  const itsUnit = kind === undefined ? undefined : countedApart.units[kind];
  return kind === undefined || itsUnit === undefined ? null : { kind, unit: itsUnit };
}

/** Whether no matter stands in two years' files: else its rows are counted year by year only. */
export function addsOverYears({ dated }: Dataset): boolean {
  return !dated?.carriedOver;
}

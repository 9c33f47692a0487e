/**
 * Which rows may be released one by one, and which only as part of an equivalence class. The second
 * are about people: personal information unless it is anonymised (个人信息保护法 第四条).
 */

import { isPersonIn, isStatedIn, says } from "../../ingest/rows/stated.ts";
import type { Batch, TypedColumns } from "../../ingest/rows/typed.ts";

export type ReleaseMode = typeof INDIVIDUAL | typeof IN_CLASS | typeof STATED;
/** A row is stated where it is what the report itself writes: individual, whatever the others need. */
export const [INDIVIDUAL, IN_CLASS, STATED] = [0, 1, 2] as const;

type ModeOf = (batch: Batch, at: number) => ReleaseMode;

export function releaseModeOf(table: TypedColumns): ModeOf {
  const { people } = table.dataset;
  if (people === undefined) return () => INDIVIDUAL;
  const isPerson = isPersonIn(table);
  const isStated = isStatedIn(table);
  const totalsOnly = Object.entries(people === true ? {} : (people.totalsOnly ?? {})).map(
    ([key, words]) => [table.placeOf(key), words] as const,
  );
  return (batch, at) => {
    if (isStated(batch, at)) return STATED;
    if (totalsOnly.some(([place, words]) => says(batch, at, place, words))) return IN_CLASS;
    return isPerson(batch, at) ? IN_CLASS : INDIVIDUAL;
  };
}

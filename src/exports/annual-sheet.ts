/** A sheet of the yearly statistics, in whichever form: several wide ones below one another, or one list. */
import { HEADER_WITHIN } from "../ingest/rows/find-header.ts";
import type { RawRow } from "../ingest/rows/piece.ts";
import { type AnnualForm, annualForms, isAnnualForm } from "./annual-form.ts";
import { annualList, isAnnualList } from "./annual-list.ts";

export function isAnnualSheet(start: readonly RawRow[]): boolean {
  return isAnnualForm(start.slice(0, HEADER_WITHIN)) || isAnnualList(start);
}

/** What the forms of a sheet say together, and how many they are; null where it has none. */
export function annualSheet(
  rows: readonly RawRow[],
  bureau?: string,
): (AnnualForm & { forms: number }) | null {
  const wide = annualForms(rows, bureau);
  const forms = wide.length > 0 ? wide : [annualList(rows)].filter((list) => list !== null);
  const [first] = forms;
  if (!first) return null;
  return {
    kind: forms.map(({ kind }) => kind).join("、"),
    year: first.year,
    rows: forms.flatMap((form) => form.rows),
    unknown: forms.flatMap((form) => form.unknown),
    forms: forms.length,
  };
}

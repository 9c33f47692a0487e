/**
 * Which columns of a dataset its rows may show, and which of them are quasi-identifiers: attributes
 * that an intruder may know of somebody from elsewhere, and that together single a person out
 * (Samarati & Sweeney 1998).
 */
import type { Dataset, Derived } from "../../datasets/define.ts";

/** The most that rows about people show: each one more halves what the others can say. */
const MOST_QUASI_IDENTIFIERS = 8;

/** Columns that may be shown at all. */
export function publicKeys({ columns }: Dataset): string[] {
  return Object.keys(columns).filter((key) => !columns[key]!.private);
}

/** The columns to show of a row. Of people only what visitors may filter by; the section for what is public. */
export function releasedKeys({ columns, derived = {}, explore = [], people }: Dataset): string[] {
  const derivedOnes = explore.filter((key) => derived[key]);
  // A month of a day says the same as the day, which leaves as a month.
  const asMonth = derivedOnes.flatMap((key) => {
    const { type, from } = derived[key]!;
    return type === "text" && from.length === 1 && !columns[from[0]!]?.daily ? from : [];
  });
  const base = Object.entries(columns).filter(
    ([key, column]) =>
      !column.private &&
      key !== "count" &&
      !asMonth.includes(key) &&
      (people !== true || explore.includes(key) || key === "section"),
  );
  const order = (key: string) => (explore.includes(key) ? explore.indexOf(key) : explore.length);
  return [...derivedOnes, ...base.map(([key]) => key)].sort((a, b) => order(a) - order(b));
}

/**
 * The quasi-identifiers, the most important first. Columns worked out of one another are one: each
 * would tell the other.
 */
export function quasiIdentifiersOf({ explore = [], derived = {}, people }: Dataset): string[][] {
  const neverShown = typeof people === "object" ? people.column : undefined;
  const found: string[][] = [];
  for (const key of explore) {
    if (key === neverShown) continue;
    const from = (derived[key] as Derived | undefined)?.from ?? [];
    const same = found.find((keys) => keys.some((other) => from.includes(other)));
    if (same) same.push(key);
    else found.push([key]);
  }
  return found.slice(0, MOST_QUASI_IDENTIFIERS);
}

/** Which columns of a dataset its rows may show. */
import type { Dataset, Derived } from "../datasets/define.ts";

/** The most attributes that rows about people show: each one more halves what the others can say. */
const MOST_UNITS = 8;

/** Columns that may be shown at all. */
export function publicKeys({ columns }: Dataset): string[] {
  return Object.keys(columns).filter((key) => !columns[key]!.private);
}

/** The columns to show of a row. Of people only what visitors may filter by; the section for what is public. */
export function shownKeys({ columns, derived = {}, explore = [], people }: Dataset): string[] {
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

/** Columns masked together, the most important first: what is worked out of a column would tell it. */
export function unitsOf({ explore = [], derived = {}, people }: Dataset): string[][] {
  const hidden = typeof people === "object" ? people.column : undefined;
  const units: string[][] = [];
  for (const key of explore) {
    if (key === hidden) continue;
    const from = (derived[key] as Derived | undefined)?.from ?? [];
    const unit = units.find((keys) => keys.some((other) => from.includes(other)));
    if (unit) unit.push(key);
    else units.push([key]);
  }
  return units.slice(0, MOST_UNITS);
}

/** What a body has ever published: of the rest a page says nothing but in one list, see src/pages/about. */
import { type Figure, isSilent } from "../figures/figures.ts";
import type { Year } from "./year.ts";

/** Whether a number of this id was published in a year or in one before it. */
export function everPublished(year: Year, id: string): boolean {
  return [...year.earlier, year].some((one) => isPublished(one, id));
}

/** The last number of an earlier year, where this year has none; null where none of them has one. */
export function lastPublished(year: Year, id: string): Figure | null {
  if (isPublished(year, id)) return null;
  const before = year.earlier.toReversed().map(({ figures }) => figures.get(id));
  return before.find((figure) => figure && figure.amount.state !== "unknown") ?? null;
}

/** Whether it was published in a year. */
export function isPublished({ figures }: Pick<Year, "figures">, id: string): boolean {
  const figure = figures.get(id);
  return figure !== undefined && !isSilent(figure);
}

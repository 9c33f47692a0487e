/** What a body has ever published: of the rest a page says nothing but in one list, see src/pages/about. */
import { isSilent } from "../figures/figures.ts";
import type { Year } from "./year.ts";

/** Whether a number of this id was published in a year or in one before it. */
export function everPublished(year: Year, id: string): boolean {
  return [...year.earlier, year].some((one) => isPublished(one, id));
}

/** Whether it was published in a year. */
export function isPublished({ figures }: Pick<Year, "figures">, id: string): boolean {
  const figure = figures.get(id);
  return figure !== undefined && !isSilent(figure);
}

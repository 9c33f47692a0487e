/** What a body has ever published: of the rest a page says nothing but in one list, see src/pages/about. */
import { type Figure, isSilent } from "../figures/figures.ts";
import type { Year } from "./year.ts";

/** Whether a number of this id was published in a year or in one before it. */
export function everPublished(year: Year, id: string): boolean {
  return [...year.earlier, year].some(({ figures }) => isPublished(figures.get(id)));
}

function isPublished(figure: Figure | undefined): boolean {
  return figure !== undefined && !isSilent(figure);
}

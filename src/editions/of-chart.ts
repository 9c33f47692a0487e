/** What was published of one chart and year, and how it changed. */
import type { Edition, PublishedState } from "./define.ts";

/** A state with the edition in which it came. */
export interface Publication {
  version: string;
  day: string;
  state: PublishedState;
}

/** Its states in the order of their publication, under whichever of its ids. */
export function publicationsOf(
  editions: readonly Edition[],
  ids: readonly string[],
  year: number,
): Publication[] {
  return editions.flatMap(({ version, day, states }) => {
    const state = states.find((one) => ids.includes(one.id) && one.year === year);
    return state ? [{ version, day, state }] : [];
  });
}

/** The address of a state that never changes, from the site's root. */
export function pinnedPath(
  version: string,
  { id, year }: Pick<PublishedState, "id" | "year">,
): string {
  return `r/${version}/${id}/${year}/`;
}

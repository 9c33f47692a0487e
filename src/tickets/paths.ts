/** All pages of streets, or of kinds. */
import type { Site, Year } from "../site/year.ts";
import { ASPECTS, type Aspect, inPlace } from "./aspects.ts";
import { hasAspect, pathOf, type Subject, subjectsOf } from "./of-site.ts";

export interface TicketPath {
  aspect: Aspect;
  year: Year;
  /** None for the list of all. */
  subject?: Subject;
  /** At the address without a year though the latest year has it no more. */
  past?: boolean;
}

/** What the latest year has no more keeps its address without a year, and shows its last one there. */
export function pathsOf(
  site: Site,
  id: Aspect["id"],
): { params: { path: string | undefined }; props: TicketPath }[] {
  const aspect = ASPECTS.find((one) => one.id === id)!;
  const newestFirst = site.years.filter((year) => hasAspect(year, aspect)).reverse();
  const shown = new Set<string | undefined>();
  return newestFirst.flatMap((year) =>
    [undefined, ...subjectsOf(site, aspect, year)].flatMap((subject) => {
      const props = { aspect: inPlace(aspect, year.place), year, ...(subject && { subject }) };
      const path = pathOf(site, aspect, year, subject).slice(aspect.id.length + 1, -1);
      const own = [{ params: { path: path || undefined }, props }];
      const isLast = !shown.has(subject?.id);
      shown.add(subject?.id);
      return isLast && year !== site.latest
        ? [...own, { params: { path: subject?.id }, props: { ...props, past: true } }]
        : own;
    }),
  );
}

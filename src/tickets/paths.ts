/** All pages of streets, or of kinds. */
import type { Site, Year } from "../site/year.ts";
import { ASPECTS, type Aspect, inPlace } from "./aspects.ts";
import { hasAspect, pathOf, type Subject, subjectsOf } from "./of-site.ts";

export interface TicketPath {
  aspect: Aspect;
  year: Year;
  /** None for the list of all. */
  subject?: Subject;
}

export function pathsOf(
  site: Site,
  id: Aspect["id"],
): { params: { path: string | undefined }; props: TicketPath }[] {
  const aspect = ASPECTS.find((one) => one.id === id)!;
  return site.years
    .filter((year) => hasAspect(year, aspect))
    .flatMap((year) =>
      [undefined, ...subjectsOf(site, aspect, year)].map((subject) => {
        const path = pathOf(site, aspect, year, subject).slice(aspect.id.length + 1, -1);
        return {
          params: { path: path || undefined },
          props: { aspect: inPlace(aspect, year.place), year, ...(subject && { subject }) },
        };
      }),
    );
}

/** What a site says in figures, for tables of exports beside what was worked out of them by hand. */
import type { Site } from "../../src/site/year.ts";

/** Of each dataset; a figure that is not told must be 未公布. */
const FIGURES = `
  cases fines confiscations legal-reviews legal-reviews-passed reviews-required disclosures-due disclosures-on-time
  litigation hearings head-appearances litigation-concluded litigation-lost
  reconsiderations reconsiderations-concluded reconsiderations-corrected
  licences licences-accepted licences-granted licences-refused licences-revoked licence-days licences-due licences-in-time
  publicity-events publicity-participants publicity-leaflets
  complaints complaints-resolved tickets-left-out messages handling-days complaints-due complaints-on-time on-time-rate
  complaints-repeated complaints-rated complaints-satisfied
`
  .trim()
  .split(/\s+/);

/** 2023: cases=8 fines=6600 …, +2 where of two nobody knows, ≥ and ~ as amounts are qualified. */
export function figuresSaid(site: Site | null): string[] {
  return (site?.years ?? [])
    .toSorted((a, b) => a.year - b.year)
    .map(({ year, figures }) => {
      const said = FIGURES.flatMap((id) => {
        const amount = figures.get(id)?.amount;
        if (amount?.state !== "known") return [];
        const { value, qualifier, undetermined, missing } = amount;
        const how = { exact: "", at_least: "≥", about: "~" }[qualifier];
        const unknown = undetermined + missing;
        return `${id}=${how}${value}${unknown > 0 ? `+${unknown}` : ""}`;
      });
      return [`${year}:`, ...said].join(" ");
    });
}

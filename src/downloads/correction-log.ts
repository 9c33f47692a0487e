/** Every number that was put right after it had been published: the page /corrections/ and the feed. */
import { type Correction, correctionsOf } from "../charts/corrections.ts";
import { idsOf } from "../charts/renamed.ts";
import { givenYears, render } from "../charts/render.ts";
import type { PublishedState } from "../editions/define.ts";
import { chartsToEmbed } from "../questions/of-site.ts";
import type { Site } from "../site/year.ts";

/** What was put right in a chart of a year at once. */
export interface CorrectionEntry {
  chart: Correction["chart"];
  year: number;
  /** ISO; empty where it is not known. */
  day: string;
  why: string;
  corrections: readonly Correction[];
}

/** The newest first; what has no day yet is newer than all. */
export function correctionLog(site: Site): CorrectionEntry[] {
  if (site.editions.length === 0) return [];
  const all = chartsToEmbed(site).flatMap((chart) =>
    givenYears(site, chart).flatMap((year) =>
      correctionsOf(site, chart, year.year, render(site, chart, year).numbers),
    ),
  );
  const gone = goneStates(site).flatMap((state) =>
    correctionsOf(site, { ...state, figures: [] }, state.year, null),
  );
  const entries = Map.groupBy(
    [...all, ...gone],
    ({ chart, year, day }) => `${day} ${chart.id} ${year}`,
  );
  return [...entries.values()]
    .map((corrections) => {
      const { chart, year, day } = corrections[0]!;
      const why = [...new Set(corrections.map((one) => one.why).filter(Boolean))].join("；");
      return { chart, year, day, why, corrections };
    })
    .toSorted((a, b) => (a.day === b.day ? 0 : (a.day || "9") < (b.day || "9") ? 1 : -1));
}

/** An entry's place on the page. */
export function entryId({ chart, year, day }: CorrectionEntry): string {
  return ["c", day, chart.id, year].filter(Boolean).join("-");
}

/** The last state of each chart and year that the site has no more. */
function goneStates(site: Site): PublishedState[] {
  const live = new Set(
    chartsToEmbed(site).flatMap((chart) =>
      givenYears(site, chart).flatMap(({ year }) =>
        idsOf(site, chart.id).map((one) => `${one} ${year}`),
      ),
    ),
  );
  const last = new Map(
    site.editions.flatMap(({ states }) =>
      states.map((state) => [`${state.id} ${state.year}`, state] as const),
    ),
  );
  return [...last].flatMap(([key, state]) => (live.has(key) ? [] : [state]));
}

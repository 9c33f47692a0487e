/** Every number that was put right after it had been published: the page /corrections/ and the feed. */
import {
  type Correction,
  correctionsOf,
  correctionText,
  onlyNoted,
} from "../charts/corrections.ts";
import { yearPageOf } from "../charts/define.ts";
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

/** A line of the log, as it is read. */
export interface LogLine {
  /** Its place on the page, for ever. */
  id: string;
  /** ISO; empty where it is not known. */
  day: string;
  /** What was put right, and where that stands, from the site's root. */
  title: string;
  address: string;
  text: string;
}

/** The newest first: what the versions show, and what notes.csv alone tells of. */
export function logLines(site: Site): LogLine[] {
  const log = correctionLog(site);
  const shown = log.map(({ chart, year, day, why, corrections }) => ({
    id: ["c", day, chart.id, year].filter(Boolean).join("-"),
    day,
    title: `${chart.question}（${year}年）`,
    address: yearPageOf(chart, year),
    text: `${corrections.map(correctionText).join("；")}。${why ? `原因：${why}。` : "未写明原因。"}`,
  }));
  return [...shown, ...notedLines(site, log)].toSorted((a, b) =>
    a.day === b.day ? 0 : (a.day || "9") < (b.day || "9") ? 1 : -1,
  );
}

function notedLines(site: Site, log: readonly CorrectionEntry[]): LogLine[] {
  const whys = log.flatMap(({ corrections }) => corrections);
  return site.years.flatMap(({ year, corrected }) =>
    [...corrected].flatMap(([figure, notes]) =>
      onlyNoted(
        whys,
        notes.map((note) => ({ ...note, year, figure })),
      ).map(({ date, text }) => ({
        id: ["n", date, figure, year].filter(Boolean).join("-"),
        day: date,
        title: `${site.metrics.get(figure)?.label ?? figure}（${year}年）`,
        address: `figures/${figure}/`,
        text: `${text.replace(/。$/, "")}。`,
      })),
    ),
  );
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

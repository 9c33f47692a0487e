/** The addresses of what was published, for ever: /r/<version>/<id>/<year>/ and the files beside it. */

import { pageOf, yearPageOf } from "../charts/define.ts";
import { formerIds } from "../charts/renamed.ts";
import { givenYears, render } from "../charts/render.ts";
import { changesOf } from "../editions/changes.ts";
import type { PublishedState } from "../editions/define.ts";
import type { PinnedLine } from "../editions/pinned.ts";
import { chartsToEmbed } from "../questions/of-site.ts";
import type { Site } from "../site/year.ts";
import { goneText } from "./former.ts";

/** From a pinned page to the site's root. */
const ROOT = "../../../../";

export interface Pinned {
  /** Null where it had to be taken back. */
  state: PublishedState | null;
  line: PinnedLine | null;
}

export function pinnedPages(site: Site) {
  return site.editions.flatMap(({ version, states, withdrawn }) => [
    ...states.map((state) => ({
      params: { version, id: state.id, year: String(state.year) },
      props: { state, line: lineOf(site, state) } satisfies Pinned,
    })),
    ...withdrawn.map(({ id, year }) => ({
      params: { version, id, year: String(year) },
      props: { state: null, line: nowOf(site, { id, year }) } satisfies Pinned,
    })),
  ]);
}

export function pinnedFiles(site: Site) {
  return site.editions.flatMap(({ version, states }) =>
    states.flatMap(({ id, year, files }) =>
      Object.entries(files).map(([format, text]) => ({
        params: { version, id, year: String(year), file: `${id}-${year}.${format}` },
        props: { text, format },
      })),
    ),
  );
}

type OfYear = Pick<PublishedState, "id" | "year">;

/** The chart as it is called now, and the year where that has something to show. */
function liveOf(site: Site, { id, year }: OfYear) {
  const chart = chartsToEmbed(site).find(
    (one) => one.id === id || formerIds(site, one.id).includes(id),
  );
  return { chart, now: chart && givenYears(site, chart).find((one) => one.year === year) };
}

/** Where what was taken back stands as it is now. */
function nowOf(site: Site, named: OfYear): PinnedLine {
  const { chart, now } = liveOf(site, named);
  if (!chart || !now) return lineOf(site, { ...named, values: [] })!;
  const { year } = now;
  return {
    text: "现在的：",
    link: `${chart.question}${year}年`,
    href: `${ROOT}${yearPageOf(chart, year)}`,
  };
}

/** What must be said of a state by now; null while its numbers hold. */
function lineOf(site: Site, state: OfYear & Pick<PublishedState, "values">): PinnedLine | null {
  const { year, values } = state;
  const { chart, now } = liveOf(site, state);
  if (!chart) return { text: "本站现在没有这张图了。", link: site.config.title, href: ROOT };
  if (!now)
    return {
      text: `${goneText("", year)}现在的：`,
      link: chart.question,
      href: `${ROOT}${pageOf(chart)}`,
    };
  const changes = changesOf(values, render(site, chart, now).numbers);
  if (changes.length === 0) return null;
  return {
    text: `更正：这一版发布以后，有${changes.length}个数改过，以现在的为准：`,
    link: `${chart.question}${year}年`,
    href: `${ROOT}${yearPageOf(chart, year)}`,
  };
}

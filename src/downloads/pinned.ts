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
      props: { state: null, line: lineOf(site, { id, year, values: [] }) } satisfies Pinned,
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

/** What must be said of a state by now; null while its numbers hold. */
function lineOf(
  site: Site,
  { id, year, values }: Pick<PublishedState, "id" | "year" | "values">,
): PinnedLine | null {
  const chart = chartsToEmbed(site).find(
    (one) => one.id === id || formerIds(site, one.id).includes(id),
  );
  const now = chart && givenYears(site, chart).find((one) => one.year === year);
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

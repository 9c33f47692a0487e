/** What is new, for feed readers: the years that were published, the numbers that were corrected. Atom. */

import { publishedOf } from "../charts/published.ts";
import { plain } from "../charts/render.ts";
import type { Check } from "../findings/define.ts";
import { CORRECTED } from "../findings/define.ts";
import { findingsOf } from "../findings/find.ts";
import { checkText, findingPath } from "../findings/words.ts";
import { homeHeadline } from "../questions/headline.ts";
import { questionsOf } from "../questions/of-site.ts";
import type { Site } from "../site/year.ts";
import { demoBefore, demoNamed } from "../text/demo.ts";
import { cleanXml, escaped } from "../text/escape.ts";
import { amountText } from "../text/format.ts";
import { yearText } from "../text/period.ts";
import { logLines } from "./correction-log.ts";

interface Entry {
  /** From the site's root; its address is its name for ever. */
  path: string;
  title: string;
  summary: string;
  /** ISO. */
  day: string;
}

/** The feed; its addresses are whole, so it needs the published one. */
export function atomFeed(site: Site): string {
  const { config } = site;
  const entries = entriesOf(site);
  const self = `${config.url}feed.xml`;
  const at = (day: string) => `<updated>${day}T00:00:00Z</updated>`;
  const feed = [
    '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    `<title>${escaped(demoNamed(config.title, config.demo))}</title>`,
    `<id>${escaped(self)}</id><link rel="self" href="${escaped(self)}"/><link href="${escaped(config.url)}"/>`,
    `<author><name>${escaped(config.bureau)}</name></author>`,
    ...(config.licence ? [`<rights>${escaped(config.licence)}</rights>`] : []),
    at(entries[0]!.day),
    ...entries.map(({ path, title, summary, day }) => {
      const href = escaped(`${config.url}${path}`);
      const named = escaped(`${demoBefore(config.demo, "：")}${title}`);
      return `<entry><title>${named}</title><id>${href}</id><link href="${href}"/>${at(day)}<summary>${escaped(summary)}</summary></entry>`;
    }),
    "</feed>\n",
  ];
  return cleanXml(feed.join("\n"));
}

/** The newest first. A year whose day of publication is not known has that up to which its data go. */
function entriesOf(site: Site): Entry[] {
  const questions = questionsOf(site);
  const corrections = logLines(site)
    .filter(({ day }) => day !== "")
    .map(
      ({ id, title, text: summary, day }): Entry => ({
        path: `corrections/#${id}`,
        title: `更正：${title}`,
        summary,
        day,
      }),
    );
  const years = site.years.flatMap((year): Entry[] => [
    {
      path: `${year.year}/`,
      title: `${year.year}年度报告`,
      summary: `${yearText(year.period)}：${plain(homeHeadline(year, questions))}。`,
      day: publishedOf(year) || year.period.until,
    },
    ...findingsOf(year).flatMap((check): Entry[] => {
      const note = year.notes.get(check.id);
      return note?.state === CORRECTED
        ? [
            {
              path: findingPath(year, check),
              title: `更正：${year.year}年${check.figure.metric.label}`,
              summary: `${checkText(check)}。${note.text}${usedNow(check)}`,
              day: note.date,
            },
          ]
        : [];
    }),
  ]);
  return [...years, ...corrections].toSorted((a, b) =>
    a.day === b.day ? 0 : a.day < b.day ? 1 : -1,
  );
}

/** The number that holds, where the bureau has said it. */
function usedNow({ settled, unit }: Check): string {
  return settled?.holds ? `（各处用${amountText(settled.holds, unit)}）` : "";
}

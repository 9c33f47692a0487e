/** How a chart, a data set for those who cite, and a report are cited. The reader adds the day of reading. */
import type { Report } from "../report/parse.ts";
import type { Site, Year } from "../site/year.ts";
import { demoNamed } from "../text/demo.ts";
import { yearPageOf } from "./define.ts";
import { publishedOf } from "./published.ts";
import type { Rendered } from "./render.ts";

/** GB/T 7714-2025: a data set on the net, with the day on which it was changed last. */
export function citation(site: Site, year: Year, rendered: Rendered, base: string): string {
  const day = lastDay(year, rendered);
  return `${site.config.bureau}. ${titleOf(site, rendered)}[DS/OL]. ${day && `(${day})`}[引用日期]. ${base}${yearPageOf(rendered.chart, rendered.year)}.`;
}

/** APA, 7th edition; n.d. where it is not known when the year was made public. */
export function apaCitation(site: Site, year: Year, rendered: Rendered, base: string): string {
  const published = lastDay(year, rendered).slice(0, 4) || "n.d.";
  return `${site.config.bureau}. (${published}). ${titleOf(site, rendered)} [Data set]. ${site.config.title}. ${base}${yearPageOf(rendered.chart, rendered.year)}`;
}

/** GB/T 7714-2025 of a report; a document that is not published on the net has no address. */
export function reportCitation(site: Site, report: Report): string {
  const day = report.published || report.dated;
  const { title, number, issuer, url } = report;
  const named = [title, number].filter(Boolean).join("：");
  const when = `${day && `(${day})`}${url && `[引用日期]. ${url}`}`;
  const work = `${demoNamed(named, site.config.demo)}[R${url ? "/OL" : ""}]`;
  return `${[issuer || site.config.bureau, work, when].filter(Boolean).join(". ")}.`;
}

/** When it was made what it is: put right, else made public. */
function lastDay(year: Year, { corrected }: Rendered): string {
  return corrected || publishedOf(year);
}

/** The finding with the time that it is of: it always says a year. */
function titleOf({ config }: Site, { title, time, year }: Rendered): string {
  const when = time || (title.includes(String(year)) ? "" : `${year}年`);
  return demoNamed(`${title}${when && `（${when}）`}`, config.demo);
}

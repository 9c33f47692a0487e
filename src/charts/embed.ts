/** What press needs to put a chart into an article: the frame's code, a citation. */
import type { Report } from "../report/parse.ts";
import type { Site, Year } from "../site/year.ts";
import { demoBefore, demoBehind } from "../text/demo.ts";
import { escaped } from "../text/escape.ts";
import { pageOf } from "./define.ts";
import { embedHeight } from "./embed-height.ts";
import type { Rendered } from "./render.ts";

/** Address of the embed that shows this year for ever. Relative to the site's root. */
export function embedPath(rendered: Rendered): string {
  return `embed/${rendered.chart.id}/${rendered.year}/`;
}

/** The code to paste. `base` is the site's published address, or a placeholder to be replaced. */
export function embedCode(site: Site, rendered: Rendered, base: string): string {
  const title = escaped(`${demoBefore(site.config.demo, "：")}${rendered.title}`);
  return `<iframe src="${escaped(base)}${embedPath(rendered)}" title="${title}" width="100%" height="${embedHeight(rendered, site.config.demo)}" style="border:0" loading="lazy"></iframe>`;
}

/** GB/T 7714-2015, 电子资源. The reader adds the date of reading. */
export function citation(site: Site, year: Year, rendered: Rendered, base: string): string {
  const time = rendered.time && `（${rendered.time}）`;
  const day = year.report?.published || year.report?.dated;
  const dated = day ? `(${day})` : "";
  return `${site.config.bureau}. ${rendered.title}${time}${demoBehind(site.config.demo)}[DB/OL]. ${dated}[引用日期]. ${base}${pageOf(rendered.chart)}.`;
}

/** The same for a report; a document that is not published on the net has no address. */
export function reportCitation(site: Site, report: Report): string {
  const day = report.published || report.dated;
  const { title, number, issuer, url } = report;
  const named = [title, number].filter(Boolean).join("：");
  const where = url ? `[引用日期]. ${url}` : "";
  return `${issuer || site.config.bureau}. ${named}${demoBehind(site.config.demo)}[R${url ? "/OL" : ""}]. ${day ? `(${day})` : ""}${where}.`;
}

/** The site's address, or words in its place while it is not known. */
export function baseOf(site: Site): string {
  return site.config.url || "https://（本站网址）/";
}

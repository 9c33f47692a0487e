/** What press needs to put a chart into an article: the frame's code. */
import type { Site } from "../site/year.ts";
import { demoBefore } from "../text/demo.ts";
import { escaped } from "../text/escape.ts";
import { embedHeight } from "./embed-height.ts";
import type { Rendered } from "./render.ts";

/** Address of the embed that shows this year for ever. Relative to the site's root. */
export function embedPath(rendered: Rendered): string {
  return `embed/${rendered.chart.id}/${rendered.year}/`;
}

/** The code to paste. `base` is the site's published address, or a placeholder to be replaced. */
export function embedCode(site: Site, rendered: Rendered, base: string): string {
  const title = escaped(`${demoBefore(site.config.demo, "：")}${rendered.title}`);
  return `<iframe src="${escaped(base)}${embedPath(rendered)}" title="${title}" width="100%" height="${embedHeight(rendered, site.config.demo)}" style="border:0;color-scheme:light" loading="lazy"></iframe>`;
}

/** The site's address, or words in its place while it is not known. */
export function baseOf(site: Site): string {
  return site.config.url || "https://（本站网址）/";
}

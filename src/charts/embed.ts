/** A chart in the frame of somebody's article: its address, its code, the script that gives it its height. */
import type { Site } from "../site/year.ts";
import { demoBefore } from "../text/demo.ts";
import { escaped } from "../text/escape.ts";
import { heightCss } from "./embed-css.ts";
import { embedHeight, heightsOf } from "./embed-height.ts";
import type { Rendered } from "./render.ts";

/** Address of the embed that shows this year for ever. Relative to the site's root. */
export function embedPath({ chart, year }: Pick<Rendered, "chart" | "year">): string {
  return `embed/${chart.id}/${year}/`;
}

/**
 * The file public/embed/v1/embed.js, of src/charts/client/host.ts. Articles name it with this hash, so
 * it stays as it is for ever; another script is v2.
 */
export const HEIGHT_SCRIPT = {
  path: "embed/v1/embed.js",
  integrity: "sha384-vZz8KLsmlzbu3mm4Ons4nny/mzyD+GmVqmpfUSspdQOg+U28ru0CrAPMfa97UvHh",
} as const;

/** The frame alone, of one height at which nothing is cut. `base` is the site's address. */
export function frameCode(site: Site, rendered: Rendered, base: string): string {
  return frame(site, rendered, base, "border:0;color-scheme:light");
}

/** The frame in a container of whose width its height follows: what cannot read that has the one height. */
export function figureCode(site: Site, rendered: Rendered, base: string, caption: string): string {
  const height = heightCss(heightsOf(rendered, site.config.demo));
  const style = `display:block;width:100%;height:${height};margin:0;padding:0;border:0;color-scheme:light`;
  return `<figure style="display:block;width:100%;margin:0;padding:0;container-type:inline-size">
${frame(site, rendered, base, style)}
<figcaption>${caption}</figcaption>
</figure>`;
}

/** Where scripts are allowed: every frame on the page as high as its content, to the pixel. */
export function scriptCode(base: string): string {
  const { path, integrity } = HEIGHT_SCRIPT;
  return `<script async src="${escaped(base)}${path}" integrity="${integrity}" crossorigin="anonymous"></script>`;
}

function frame(site: Site, rendered: Rendered, base: string, style: string): string {
  const { demo } = site.config;
  const title = escaped(`${demoBefore(demo, "：")}${rendered.title}`);
  return `<iframe src="${escaped(base)}${embedPath(rendered)}" title="${title}" width="100%" height="${embedHeight(rendered, demo)}" style="${style}" loading="lazy"></iframe>`;
}

/** The site's address, or words in its place while it is not known. */
export function baseOf(site: Site): string {
  return site.config.url || UNKNOWN_BASE;
}

/** A page replaces it by its own address (src/charts/client/copy.ts). */
export const UNKNOWN_BASE = "https://（本站网址）/";

/** A chart in the frame of somebody's article: its address, its code, the script that gives it its height. */
import type { Site } from "../site/year.ts";
import { demoBefore } from "../text/demo.ts";
import { escaped } from "../text/escape.ts";
import { yearPageOf } from "./define.ts";
import { heightCss } from "./embed-css.ts";
import { heightsOf, highest } from "./embed-height.ts";
import { pictureAddress } from "./pictures/kinds.ts";
import type { Rendered } from "./render.ts";

/** Address of the embed that shows this year for ever. Relative to the site's root. */
export function embedPath({ chart, year }: Pick<Rendered, "chart" | "year">): string {
  return `embed/${chart.id}/${year}/`;
}

/**
 * The file public/embed/v2/embed.js, of src/charts/client/host.ts. Articles name it with this hash, so
 * it stays as it is for ever; another script is v3.
 */
export const HEIGHT_SCRIPT = {
  path: "embed/v2/embed.js",
  integrity: "sha384-GAgYmkm3U466qF3pDAsvc2HiBuk7LmQjt7HXRHhZwk15OloJbifRpnzWJIGpW0XE",
} as const;

/** The frame alone, of one height at which nothing is cut. `base` is the site's address. */
export function frameCode(site: Site, rendered: Rendered, base: string): string {
  const height = highest(heightsOf(rendered, site.config.demo));
  const style = "border:0;color-scheme:light";
  return frame(site, rendered, { base, address: embedPath(rendered), height, style, inside: "" });
}

/**
 * The frame in a container of whose width its height follows. The container itself says by how much:
 * where an editor takes its style away, the frame has the one height and not that of a wider column.
 */
export function figureCode(
  site: Site,
  rendered: Rendered,
  base: string,
  { caption, address = embedPath(rendered) }: { caption: string; address?: string },
): string {
  const heights = heightsOf(rendered, site.config.demo);
  const height = highest(heights);
  const style = `display:block;width:100%;height:var(--chart-height,${height}px);margin:0;padding:0;border:0;color-scheme:light`;
  return `<figure style="--chart-height:${heightCss(heights)};display:block;width:100%;margin:0;padding:0;container-type:inline-size">
${frame(site, rendered, { base, address, height, style, inside: pictureCode(rendered, base) })}
<figcaption>${caption}</figcaption>
</figure>`;
}

/** The picture, linked to the chart's page: in a frame it stands for those who take frames away. */
export function pictureCode({ chart, year, alt }: Rendered, base: string): string {
  const page = escaped(`${base}${yearPageOf(chart, year)}`);
  const picture = escaped(`${base}${pictureAddress(chart, year, "chart")}`);
  return `<a href="${page}"><img src="${picture}" alt="${escaped(alt)}"/></a>`;
}

/** Where scripts are allowed: every frame on the page as high as its content, to the pixel. */
export function scriptCode(base: string): string {
  const { path, integrity } = HEIGHT_SCRIPT;
  return `<script async src="${escaped(base)}${path}" integrity="${integrity}" crossorigin="anonymous"></script>`;
}

interface Frame {
  base: string;
  /** From the site's root. */
  address: string;
  /** At which nothing is cut off, in pixels. */
  height: number;
  style: string;
  /** What is left where frames are taken away; nobody else sees it or loads it. */
  inside: string;
}

function frame(
  site: Site,
  rendered: Rendered,
  { base, address, height, style, inside }: Frame,
): string {
  const { demo } = site.config;
  const title = escaped(`${demoBefore(demo, "：")}${rendered.title}`);
  return `<iframe src="${escaped(base)}${address}" title="${title}" width="100%" height="${height}" style="${style}" loading="lazy">${inside}</iframe>`;
}

/** The site's address, or words in its place while it is not known. */
export function baseOf(site: Site): string {
  return site.config.url || UNKNOWN_BASE;
}

/** A page replaces it by its own address (src/charts/client/copy.ts). */
export const UNKNOWN_BASE = "https://（本站网址）/";

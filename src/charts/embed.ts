/** What press needs to put a chart into an article: the frame's code, its height, a citation. */
import type { Site, Year } from "../site/year.ts";
import { demoBefore, demoBehind } from "../text/demo.ts";
import { escaped } from "../text/escape.ts";
import { wrap } from "./forms/svg.ts";
import type { Rendered } from "./render.ts";

/** Widths of the drawing inside frames from a small phone to a wide column. */
const INNER_WIDTHS = [264, 304, 344, 404, 680] as const;
const NARROW_MOST = 420;

/** A height in CSS pixels at which nothing is cut off in any usual column. */
export function embedHeight(rendered: Rendered, demo: boolean): number {
  const tag = demo ? 38 : 0;
  return tag + Math.max(...INNER_WIDTHS.map((width) => heightAt(rendered, width)));
}

function heightAt({ title, view, narrow, wide, source }: Rendered, width: number): number {
  const lines = (text: string, size: number) => wrap(text, width * 0.94, size, size > 16).length;
  const drawing = width >= 680 ? wide : narrow;
  const [, , w = 1, h = 0] = (/viewBox="([^"]+)"/.exec(drawing ?? "")?.[1] ?? "")
    .split(" ")
    .map(Number);
  const scale = Math.min(width, width >= 680 ? 680 : NARROW_MOST) / w;
  const notes = view.notes.reduce((sum, note) => sum + lines(note, 16) * 25.6 + 4, 0);
  return Math.ceil(
    20 + // padding
      (view.finding ? 30 : 0) +
      lines(title, 21) * 28.4 +
      lines(view.subtitle, 16) * 25.6 +
      4 +
      24 +
      (drawing ? h * scale : 60) +
      notes +
      lines(`来源：${source}`, 16) * 25.6 +
      16,
  );
}

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
  const dated = year.report?.dated ? `(${year.report.dated})` : "";
  return `${site.config.bureau}. ${rendered.title}${demoBehind(site.config.demo)}[DB/OL]. ${dated}[引用日期]. ${base}charts/${rendered.chart.id}/.`;
}

/** The site's address, or words in its place while it is not known. */
export function baseOf(site: Site): string {
  return site.config.url || "https://（本站网址）/";
}

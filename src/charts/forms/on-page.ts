/** A drawing as a page holds it: the page's style sheet gives the colours, and may not come. */
import { type Colour, LIGHT } from "./palette.ts";

/** What is filled with these would be as black as the marks beside it. */
const LIGHTER = /^(?:seq-[1-4]|rest|line|paper)$/;

/**
 * Lines, columns and parts are named with the colour that they have without a style sheet: then they would
 * be drawn with none, or all black. Words stand at whole units, which is enough for them.
 */
export function onPage(svg: string): string {
  return svg
    .replace(/\b(fill|stroke)="var\(--([\w-]+)\)"/g, (is, of: string, name: Colour) =>
      of === "stroke" || LIGHTER.test(name) ? `${of}="var(--${name},${LIGHT[name]})"` : is,
    )
    .replace(/<text\b[^>]*>/g, (tag) =>
      tag.replace(/\b([xy])="(-?\d+\.\d+)"/g, (_, at, place) => `${at}="${Math.round(place)}"`),
    );
}

import * as Plot from "@observablehq/plot";
import { max, scaleBand, scaleLinear } from "d3";
import { shortText, statusText } from "../../text/format.ts";
import type { Form, Item, Width } from "../define.ts";
import { lengthOf } from "./length.ts";
import { plot, stacked, TEXT, textWidth } from "./svg.ts";

const HEIGHT = 180;
const FOOT = 26;

/**
 * Columns along time or another order that must be kept; the value above each. Short labels only.
 * On a phone every second label is left out where they would touch; the table has all. Instead of a
 * column that is unknown or withheld stands the word that says so, under a dashed line.
 */
export function columns(items: readonly Item[]): Form | null {
  if (items.length < 2) return null;
  return { kind: "柱形图", draw: (width) => draw(items, width) };
}

function draw(items: readonly Item[], width: Width): string {
  const size = (item: Item) => lengthOf(item.amount);
  const x = scaleBand(
    items.map((_, i) => String(i)),
    [0, width],
  ).paddingInner(0.25);
  const y = scaleLinear([0, Math.max(max(items, size) ?? 0, 1)], [HEIGHT, 24]);
  const at = (i: number) => (x(String(i)) ?? 0) + x.bandwidth() / 2;
  /** The middle of a text of some width that would stand at x, so that none of it leaves the drawing. */
  const inside = (x: number, text: number) => Math.min(Math.max(x, text / 2), width - text / 2);
  const fits = (texts: readonly string[]) =>
    Math.max(...texts.map((text) => textWidth(text, 16))) <= x.step() - 3;
  const values = items.map(({ amount }) => (amount.state === "known" ? shortText(amount) : ""));
  const words = items.map(({ amount }) => statusText(amount));
  const labels = items.map((item) => item.label);
  const every = fits(labels) ? 1 : fits(labels.map((label) => label.slice(0, -2))) ? 2 : 3;
  const top = Math.max(...items.map(size));
  // Where not all values fit, the largest is said; the table has the others.
  const said = items.map(
    (item, i) =>
      fits(values) || (size(item) === top && i === items.findIndex((other) => size(other) === top)),
  );
  const known = items.map((item, i) => ({ item, i })).filter(({ item }) => size(item) > 0);
  const unknown = words.flatMap((word, i) => {
    const lines = fits([word]) ? [word] : stacked(word);
    return word === "" ? [] : [{ i, lines, top: HEIGHT - 6 - lines.length * TEXT }];
  });
  return plot(width, HEIGHT + FOOT, {
    marks: [
      Plot.rect(known, {
        x1: ({ i }) => x(String(i)) ?? 0,
        x2: ({ i }) => (x(String(i)) ?? 0) + x.bandwidth(),
        y1: HEIGHT,
        y2: ({ item }) => y(size(item)),
        fill: "var(--mark)",
      }),
      Plot.link(unknown, {
        x1: ({ i }) => at(i),
        x2: ({ i }) => at(i),
        y1: "top",
        y2: 40,
        stroke: "var(--line)",
        strokeDasharray: "4 3",
      }),
      Plot.text(
        unknown.flatMap(({ i, lines, top }) =>
          lines.map((text, line) => ({ i, text, y: top + (line + 0.5) * TEXT })),
        ),
        {
          x: ({ i, text }) => inside(at(i), textWidth(text)),
          y: "y",
          text: "text",
          fill: "var(--muted)",
        },
      ),
      Plot.ruleY([HEIGHT + 0.5]),
      Plot.text(values, {
        filter: (value: string, i: number) => value !== "" && (said[i] ?? false),
        x: (value: string, i: number) => inside(at(i), textWidth(value, 16, true)),
        y: (_: string, i: number) => y(size(items[i]!)) - 11,
        text: (value: string) => value,
        fontWeight: "bold",
      }),
      Plot.text(labels, {
        filter: (_: string, i: number) => i % every === 0,
        x: (label: string, i: number) => inside(at(i), textWidth(label)),
        y: HEIGHT + 17,
        text: (label: string) => label,
      }),
    ],
  });
}

import * as Plot from "@observablehq/plot";
import { isExact } from "../../values/amount.ts";
import type { Form, Width } from "../define.ts";
import { lengthOf } from "./length.ts";
import { PAINT, type PaintedPart, partText } from "./looks.ts";
import { labelsOf, type StripPart } from "./strip-labels.ts";
import { plot, SPREAD, TEXT, wrap } from "./svg.ts";

const BAR = 28;
const LINE = 24;
const BETWEEN = 10;
/** Thinner, and a part that is there would not be seen. */
const THINNEST = 3;

/** A strip among others, with what it is of above it. */
export interface StripRow {
  label?: string;
  parts: readonly PaintedPart[];
}

/**
 * A whole as one strip of its parts, to scale, each named under its place. Where nothing is known of
 * them the strip is dashed and empty.
 */
export function strip(parts: readonly PaintedPart[]): Form | null {
  return strips([{ parts }]);
}

/** Several wholes of one unit, a strip each, on one scale. */
export function strips(rows: readonly StripRow[]): Form | null {
  const drawn = rows.filter(({ parts }) => parts.length > 0);
  if (drawn.length === 0) return null;
  return { kind: "长条图", draw: (width) => draw(drawn, width) };
}

function totalOf(parts: readonly PaintedPart[]): number {
  return parts.reduce((sum, { amount }) => sum + lengthOf(amount), 0);
}

function draw(rows: readonly StripRow[], width: Width): string {
  const most = Math.max(...rows.map(({ parts }) => totalOf(parts)));
  const marks: Plot.Markish[] = [];
  let y = 0;
  for (const { label, parts } of rows) {
    if (y > 0) y += BETWEEN;
    if (label) {
      for (const line of wrap(label, width / SPREAD, TEXT)) {
        marks.push(
          Plot.text([line], { x: 0, y: y + 12, text: (t: string) => t, textAnchor: "start" }),
        );
        y += LINE;
      }
      y += 2;
    }
    const share = most > 0 && rows.length > 1 ? totalOf(parts) / most : 1;
    const row = rowOf(parts, y, width * share, width);
    marks.push(...row.marks);
    y += row.height;
  }
  return plot(width, y, { marks });
}

/** `long`: how long the strip is in a drawing of some width. */
function rowOf(
  parts: readonly PaintedPart[],
  top: number,
  long: number,
  width: Width,
): { marks: Plot.Markish[]; height: number } {
  const isKnown = parts.every(({ amount }) => amount.state === "known");
  const total = totalOf(parts);
  const scaled = isKnown && total > 0;
  const wide = widths(parts, total, long);
  const sides = { y1: top, y2: top + BAR };
  let x = 0;
  const boxes = parts.map((part, i) => {
    const box = { part, x1: x, x2: x + wide[i]!, ...sides };
    x = box.x2;
    return box;
  });
  const named = boxes.map(({ part, x1, x2 }, i) => ({
    text: partText(part),
    bold: i === 0 && isExact(part.amount),
    ...(scaled ? { x1, x2 } : { x1: 0, x2: width }),
  }));
  const labels = labelsOf(named, width);
  const whole = scaled
    ? boxes
        .filter(({ x1, x2 }) => x2 > x1)
        .map(({ part, ...box }) => Plot.rect([box], { ...SIDES, ...PAINT[part.look] }))
    : [Plot.rect([{ x1: 0, x2: width, ...sides }], { ...SIDES, ...PAINT.unknown })];
  if (!labels) {
    const below = listed(named, parts, top + BAR + 8, width, scaled);
    return { marks: [...whole, ...below.marks], height: below.bottom - top };
  }
  const lines = 1 + Math.max(0, ...labels.map(({ line }) => line));
  const y = (line: number) => top + BAR + 18 + line * LINE;
  const led = labels.flatMap(({ led, line }) => (led === null || !scaled ? [] : { led, line }));
  const marks = [
    ...whole,
    Plot.link(led, {
      x1: "led",
      x2: "led",
      y1: top + BAR,
      y2: ({ line }: { line: number }) => y(line) - 11,
      stroke: "var(--line)",
    }),
    ...labels.map(({ text, from, to, line, bold }) => {
      const anchor = to >= width - 1 && from > 0 ? "end" : "start";
      return Plot.text([text], {
        x: anchor === "end" ? width : from,
        y: y(line),
        text: (t: string) => t,
        textAnchor: anchor,
        ...(bold ? { fontWeight: "bold" } : {}),
      });
    }),
  ];
  return { marks, height: BAR + lines * LINE + 6 };
}

/** Names that have no room under the strip: a line each, and above it where in the strip its part lies. */
function listed(
  named: readonly StripPart[],
  parts: readonly PaintedPart[],
  top: number,
  width: Width,
  scaled: boolean,
): { marks: Plot.Markish[]; bottom: number } {
  const marks: Plot.Markish[] = [];
  let y = top;
  for (const [i, { text, bold, x1, x2 }] of named.entries()) {
    if (scaled && x2 > x1)
      marks.push(
        Plot.rect([{ x1, x2, y1: y, y2: y + 10 }], { ...SIDES, ...PAINT[parts[i]!.look] }),
      );
    y += scaled ? 14 : 0;
    for (const line of wrap(text, width / SPREAD, TEXT, bold)) {
      marks.push(
        Plot.text([line], {
          ...{ x: 0, y: y + 12, text: (t: string) => t, textAnchor: "start" },
          ...(bold ? { fontWeight: "bold" } : {}),
        }),
      );
      y += LINE;
    }
    y += 8;
  }
  return { marks, bottom: y };
}

const SIDES = { x1: "x1", x2: "x2", y1: "y1", y2: "y2" } as const;

/** To scale, but that what is there is seen: its room comes from the largest. */
function widths(parts: readonly PaintedPart[], total: number, width: number): number[] {
  const exact = parts.map(({ amount }) => (total > 0 ? (lengthOf(amount) / total) * width : 0));
  const seen = exact.map((one) => (one > 0 ? Math.max(one, THINNEST) : 0));
  const over = seen.reduce((sum, one) => sum + one, 0) - width;
  const largest = seen.indexOf(Math.max(...seen));
  return seen.map((one, i) => (i === largest ? one - Math.max(over, 0) : one));
}

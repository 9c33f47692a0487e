import * as Plot from "@observablehq/plot";
import { isExact } from "../../values/amount.ts";
import type { Form, Width } from "../define.ts";
import { lengthOf } from "./length.ts";
import { PAINT, type PaintedPart, partText } from "./looks.ts";
import { plot, SPREAD, textWidth } from "./svg.ts";

const BAR = 28;
const LINE = 24;
/** Thinner, and a part that is there would not be seen. */
const THINNEST = 3;
const BETWEEN = 16;

interface Label {
  text: string;
  x: number;
  anchor: "start" | "end";
  line: number;
  /** Where its part begins: a stroke leads there when it does not stand under it. */
  at: number;
  bold: boolean;
}

/**
 * A whole as one strip of its parts, to scale, each named under its place. Where nothing is known of
 * them the strip is dashed and empty.
 */
export function strip(parts: readonly PaintedPart[]): Form | null {
  if (parts.length === 0) return null;
  return { kind: "长条图", draw: (width) => draw(parts, width) };
}

function draw(parts: readonly PaintedPart[], width: Width): string {
  const isKnown = parts.every(({ amount }) => amount.state === "known");
  const total = parts.reduce((sum, { amount }) => sum + lengthOf(amount), 0);
  const scaled = isKnown && total > 0;
  const wide = widths(parts, total, width);
  let x = 0;
  const boxes = parts.map((part, i) => {
    const box = { part, x1: x, x2: x + wide[i]!, y1: 0, y2: BAR };
    x = box.x2;
    return box;
  });
  const labels = labelsOf(
    parts.map((part, i) => ({ part, at: scaled ? boxes[i]!.x1 : 0 })),
    width,
  );
  const lines = 1 + Math.max(0, ...labels.map(({ line }) => line));
  const y = (line: number) => BAR + 18 + line * LINE;
  const led = labels.filter(
    ({ line, at, x: from, anchor }) => line > 0 && anchor === "start" && from >= at,
  );
  return plot(width, BAR + lines * LINE + 6, {
    marks: [
      ...(scaled
        ? boxes
            .filter(({ x1, x2 }) => x2 > x1)
            .map(({ part, ...box }) => Plot.rect([box], { ...SIDES, ...PAINT[part.look] }))
        : [Plot.rect([{ x1: 0, x2: width, y1: 0, y2: BAR }], { ...SIDES, ...PAINT.unknown })]),
      Plot.link(led, {
        x1: ({ at }: Label) => at + 1,
        x2: ({ at }: Label) => at + 1,
        y1: BAR,
        y2: ({ line }: Label) => y(line) - 11,
        stroke: "var(--line)",
      }),
      ...labels.map(({ text, x, anchor, line, bold }) =>
        Plot.text([text], {
          x,
          y: y(line),
          text: (t: string) => t,
          textAnchor: anchor,
          ...(bold ? { fontWeight: "bold" } : {}),
        }),
      ),
    ],
  });
}

const SIDES = { x1: "x1", x2: "x2", y1: "y1", y2: "y2" } as const;

/** To scale, but that what is there is seen: its room comes from the largest. */
function widths(parts: readonly PaintedPart[], total: number, width: Width): number[] {
  const exact = parts.map(({ amount }) => (total > 0 ? (lengthOf(amount) / total) * width : 0));
  const seen = exact.map((one) => (one > 0 ? Math.max(one, THINNEST) : 0));
  const over = seen.reduce((sum, one) => sum + one, 0) - width;
  const largest = seen.indexOf(Math.max(...seen));
  return seen.map((one, i) => (i === largest ? one - Math.max(over, 0) : one));
}

/** The first at the left, the last at the right, the others under their parts, on lines of their own if need be. */
function labelsOf(parts: readonly { part: PaintedPart; at: number }[], width: Width): Label[] {
  const placed: (Label & { from: number; to: number })[] = [];
  const isFree = (line: number, from: number, to: number) =>
    placed.every(
      (other) => other.line !== line || to + BETWEEN <= other.from || from >= other.to + BETWEEN,
    );
  const order = [0, parts.length - 1, ...parts.keys()].filter((i, n, all) => all.indexOf(i) === n);
  for (const i of order) {
    const { part, at } = parts[i]!;
    const bold = i === 0 && isExact(part.amount);
    const text = partText(part);
    const long = textWidth(text, 16, bold) * SPREAD;
    const isLast = i > 0 && i === parts.length - 1;
    const from = isLast ? width - long : Math.max(0, Math.min(at, width - long));
    let line = 0;
    while (!isFree(line, from, from + long)) line++;
    const anchor = isLast ? "end" : "start";
    placed.push({ text, x: isLast ? width : from, anchor, line, at, bold, from, to: from + long });
  }
  return placed;
}

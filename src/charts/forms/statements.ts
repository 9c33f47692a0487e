import * as Plot from "@observablehq/plot";
import { amountParts, numberText } from "../../text/format.ts";
import { valueText } from "../../text/sentences.ts";
import type { Form, Item, Width } from "../define.ts";
import { lengthOf } from "./length.ts";
import { LINE, plot, SPREAD, TEXT, textWidth, wrap } from "./svg.ts";

const BIG = 44;
const BLOCK = 13;
const PITCH = 16;

/**
 * Numbers that share no axis (1472件 beside 30余次): each in large type, with blocks of its own
 * scale whose worth is printed beside them.
 */
export function statements(items: readonly Item[]): Form | null {
  if (items.length === 0) return null;
  return { kind: "数字图", draw: (width) => draw(items, width) };
}

function draw(items: readonly Item[], width: Width): string {
  const perRow = Math.floor(width / PITCH);
  const panels = items.map((item) => {
    // Of two numbers that contradict each other neither is drawn.
    const value = item.against ? 0 : lengthOf(item.amount);
    const worth = 10 ** Math.max(0, Math.ceil(Math.log10(Math.max(value, 1) / 20)));
    return { item, value, worth, blocks: Math.floor(value / worth), rest: (value % worth) / worth };
  });
  let y = 0;
  const marks: Plot.Markish[] = [];
  for (const { item, value, worth, blocks, rest } of panels) {
    const { before, digits, after } = amountParts(item.amount, item.unit);
    const known = digits !== "" && !item.against;
    // A long amount of money is set smaller rather than pushing its unit out of the drawing.
    const beside = width - textWidth(after) - 8;
    const big = Math.min(BIG, (BIG * beside) / textWidth(`${before}${digits}`, BIG, true));
    const label = wrap(item.label, width / SPREAD, TEXT);
    const head = y;
    y += (label.length - 1) * LINE;
    const line = y + 60;
    marks.push(
      Plot.text(label, {
        x: 0,
        y: (_: string, i: number) => head + 12 + i * LINE,
        text: (t: string) => t,
        textAnchor: "start",
      }),
      Plot.text([known ? `${before}${digits}` : item.against ? valueText(item) : after], {
        x: 0,
        y: line - 10,
        text: (t: string) => t,
        textAnchor: "start",
        fontSize: known ? big : 22,
        fontWeight: "bold",
        ...(known ? {} : { fill: "var(--muted)" }),
      }),
    );
    if (known) {
      marks.push(
        Plot.text([after], {
          x: textWidth(`${before}${digits}`, big, true) + 6,
          y: line - 3,
          text: (t: string) => t,
          textAnchor: "start",
          fill: "var(--muted)",
        }),
      );
    }
    const squares = Array.from({ length: blocks + (rest > 0 ? 1 : 0) }, (_, i) => {
      const x1 = (i % perRow) * PITCH;
      const y1 = line + 16 + Math.floor(i / perRow) * PITCH;
      return { x1, x2: x1 + BLOCK * (i < blocks ? 1 : rest), y1, y2: y1 + BLOCK };
    });
    if (value > 0) {
      marks.push(
        Plot.rect(squares, { x1: "x1", x2: "x2", y1: "y1", y2: "y2", fill: "var(--mark)" }),
        Plot.text([`一格＝${numberText(worth)}${item.unit}`], {
          x: 0,
          y: line + 16 + Math.ceil(squares.length / perRow) * PITCH + 14,
          text: (t: string) => t,
          textAnchor: "start",
          fill: "var(--muted)",
        }),
      );
    }
    y = line + (value > 0 ? 16 + Math.ceil(squares.length / perRow) * PITCH + 44 : 20);
  }
  return plot(width, y - 14, { marks });
}

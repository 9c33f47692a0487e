import * as Plot from "@observablehq/plot";
import { amountParts } from "../../text/format.ts";
import { valueText } from "../../text/sentences.ts";
import type { Form, Item, Width } from "../define.ts";
import { LINE, plot, SPREAD, TEXT, textWidth, wrap } from "./svg.ts";

const BIG = 44;

/**
 * Numbers that share no axis (1472件 beside 30余次), each in large type and nothing else: a length
 * of one would be held against that of another.
 */
export function statements(items: readonly Item[]): Form | null {
  if (items.length === 0) return null;
  return { kind: "数字图", draw: (width) => draw(items, width) };
}

function draw(items: readonly Item[], width: Width): string {
  let y = 0;
  const marks: Plot.Markish[] = [];
  for (const item of items) {
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
    y = line + 20;
  }
  return plot(width, y - 14, { marks });
}

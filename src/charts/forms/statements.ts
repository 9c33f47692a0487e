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

const GAP = 24;

/** As many beside each other as have room for their names and numbers in full. */
function columnsOf(items: readonly Item[], width: Width): number {
  const most = Math.min(items.length, width > 400 ? 3 : 2);
  const long = Math.max(...items.map(longOf)) * SPREAD;
  return Math.max(1, Math.min(most, Math.floor((width + GAP) / (long + GAP))));
}

function longOf(item: Item): number {
  const { before, digits, after } = amountParts(item.amount, item.unit);
  const value =
    digits === "" || item.against
      ? textWidth(item.against ? valueText(item) : after, 22, true)
      : textWidth(`${before}${digits}`, BIG, true) + 6 + textWidth(after);
  return Math.max(value, textWidth(item.label));
}

function draw(items: readonly Item[], width: Width): string {
  const columns = columnsOf(items, width);
  const room = (width - GAP * (columns - 1)) / columns;
  const marks: Plot.Markish[] = [];
  let [y, bottom] = [0, 0];
  for (const [i, item] of items.entries()) {
    const { before, digits, after } = amountParts(item.amount, item.unit);
    const known = digits !== "" && !item.against;
    const x = (i % columns) * (room + GAP);
    if (i % columns === 0) y = bottom;
    const top = y;
    // A long amount of money is set smaller rather than pushing its unit out of the drawing.
    const beside = room - textWidth(after) - 8;
    const big = Math.min(BIG, (BIG * beside) / textWidth(`${before}${digits}`, BIG, true));
    const label = wrap(item.label, room / SPREAD, TEXT);
    const line = top + (label.length - 1) * LINE + 60;
    const at = { x, text: (t: string) => t, textAnchor: "start" } as const;
    marks.push(
      Plot.text(label, { ...at, y: (_: string, n: number) => top + 12 + n * LINE }),
      Plot.text([known ? `${before}${digits}` : item.against ? valueText(item) : after], {
        ...at,
        y: line - 10,
        fontSize: known ? big : 22,
        fontWeight: "bold",
        ...(known ? {} : { fill: "var(--muted)" }),
      }),
    );
    if (known) {
      marks.push(
        Plot.text([after], {
          ...at,
          x: x + textWidth(`${before}${digits}`, big, true) + 6,
          y: line - 3,
          fill: "var(--muted)",
        }),
      );
    }
    bottom = Math.max(bottom, line + 20);
  }
  return plot(width, bottom - 14, { marks });
}

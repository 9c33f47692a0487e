import * as Plot from "@observablehq/plot";
import { escaped } from "../../text/escape.ts";
import { amountParts } from "../../text/format.ts";
import { valueText } from "../../text/sentences.ts";
import { type Form, type Item, isWide, type Width } from "../define.ts";
import { LINE, plot, SPREAD, TEXT, textWidth, wrap } from "./svg.ts";

const BIG = 44;
/** How much wider bold digits are in the widest font that a system may have in our own's place. */
const WIDEST = 1.16;

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
  const most = Math.min(items.length, isWide(width) ? 3 : 2);
  const long = Math.max(...items.map(longOf)) * SPREAD;
  return Math.max(1, Math.min(most, Math.floor((width + GAP) / (long + GAP))));
}

function longOf(item: Item): number {
  const { before, digits, after } = amountParts(item.amount, item.unit);
  const value =
    digits === "" || item.against
      ? textWidth(item.against ? valueText(item) : after, 22, true)
      : wideOf(`${before}${digits}`) + 6 + textWidth(after);
  return Math.max(value, textWidth(item.label));
}

/** In the widest font. */
function wideOf(number: string): number {
  return WIDEST * textWidth(number, BIG, true);
}

function draw(items: readonly Item[], width: Width): string {
  const columns = columnsOf(items, width);
  const room = (width - GAP * (columns - 1)) / columns;
  const marks: Plot.Markish[] = [];
  const numbers: string[] = [];
  let [y, bottom] = [0, 0];
  for (const [i, item] of items.entries()) {
    const { before, digits, after } = amountParts(item.amount, item.unit);
    const known = digits !== "" && !item.against;
    const x = (i % columns) * (room + GAP);
    if (i % columns === 0) y = bottom;
    const top = y;
    // A long amount of money is set smaller rather than pushing its unit out of the drawing.
    const beside = room - textWidth(after) - 8;
    const big = Math.min(BIG, (BIG * beside) / wideOf(`${before}${digits}`));
    const label = wrap(item.label, room / SPREAD, TEXT);
    const line = top + (label.length - 1) * LINE + 60;
    const at = { x, text: (t: string) => t, textAnchor: "start" } as const;
    marks.push(Plot.text(label, { ...at, y: (_: string, n: number) => top + 12 + n * LINE }));
    if (known) numbers.push(withUnit(`${before}${digits}`, after, { big, x, y: line - 10 }));
    else
      marks.push(
        Plot.text([item.against ? valueText(item) : after], {
          ...at,
          y: line - 10,
          fontSize: 22,
          fontWeight: "bold",
          fill: "var(--muted)",
        }),
      );
    bottom = Math.max(bottom, line + 20);
  }
  return plot(width, bottom - 14, { marks }).replace("</svg>", () => `${numbers.join("")}</svg>`);
}

interface Place {
  /** The size of the number. */
  big: number;
  x: number;
  /** The middle of its line. */
  y: number;
}

/** The unit follows the number's own end: how wide digits are is known of no font but the reader's. */
function withUnit(number: string, unit: string, { big, x, y }: Place): string {
  const tenth = (px: number) => Math.round(px * 10) / 10;
  // As Plot sets a text into the middle of its line; the unit a little lower.
  const base = tenth(y + 0.32 * big);
  const down = tenth(y + 7 + 0.32 * TEXT - base);
  return `<text x="${tenth(x)}" y="${base}" text-anchor="start" font-weight="bold" font-size="${tenth(big)}">${escaped(number)}<tspan dx="6" dy="${down}" font-weight="400" font-size="${TEXT}" fill="var(--muted)">${escaped(unit)}</tspan></text>`;
}

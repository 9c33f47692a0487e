import * as Plot from "@observablehq/plot";
import { UNKNOWN } from "../../text/format.ts";
import { isExact } from "../../values/amount.ts";
import type { Form, Item, Width } from "../define.ts";
import { lengthOf } from "./length.ts";
import { PAINT } from "./looks.ts";
import { LINE, plot, SPREAD, TEXT, textWidth, words, wrap } from "./svg.ts";

const LEFT = 26;
const DOT = 6;
const BAR = 18;
const GAP = 16;

/** A step of a way. */
export interface WayStep {
  name: string;
  /** What is told of it; empty where nothing is published. */
  text: string;
  /** A count that may be held against those of the other steps: drawn to scale, all as it should be unless `done` is less. */
  whole?: Item;
  done?: Item;
}

/**
 * Steps that one thing goes through, one under another on a line: what may be compared as bars of one
 * scale, of each the part that was done filled, the rest in words. A step of which nothing is known is dashed.
 */
export function way(stages: readonly WayStep[]): Form | null {
  if (stages.every(({ text }) => text === "")) return null;
  return { kind: "步骤图", draw: (width) => draw(stages, width) };
}

/** A clause that a line cannot hold begins a line of its own, so that a number stands with what it counts. */
function clauses(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const clause of text.split(/(?<=[，；])/)) {
    const joined = (lines.at(-1) ?? "") + clause;
    if (lines.length > 0 && textWidth(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(clause);
  }
  return lines.flatMap((line) => wrap(line, width, TEXT));
}

interface Box {
  x1: number;
  x2: number;
  y1: number;
  y2: number;
}

function draw(stages: readonly WayStep[], width: Width): string {
  const drawn = stages.flatMap(({ whole }) => (whole && isExact(whole.amount) ? [whole] : []));
  // One length alone is held against nothing.
  const most = drawn.length > 1 ? Math.max(...drawn.map(({ amount }) => lengthOf(amount))) : 0;
  const texts: { text: string; x: number; y: number; bold: boolean }[] = [];
  const muted: typeof texts = [];
  const filled: Box[] = [];
  const outlines: Box[] = [];
  const dots: { x: number; y: number; known: boolean }[] = [];
  let top = 0;
  for (const { name, text, whole, done } of stages) {
    const known = text !== "";
    dots.push({ x: DOT + 1, y: top + LINE / 2, known });
    texts.push({ text: name, x: LEFT, y: top + LINE / 2, bold: true });
    const indent = LEFT + textWidth(name, TEXT, true) + 12;
    const lines = clauses(text || UNKNOWN, (width - indent) / SPREAD);
    lines.forEach((line, i) => {
      (known ? texts : muted).push({
        text: line,
        x: indent,
        y: top + LINE / 2 + i * LINE,
        bold: false,
      });
    });
    top += lines.length * LINE;
    // A part that is not told is no part: a bar would show all of it undone.
    if (whole && most > 0 && isExact((done ?? whole).amount)) {
      const scale = (width - LEFT - 1) / most;
      const box = (item: Item) => ({
        ...{ x1: LEFT, x2: LEFT + lengthOf(item.amount) * scale },
        ...{ y1: top + 2, y2: top + 2 + BAR },
      });
      filled.push(box(done ?? whole));
      if (done && lengthOf(done.amount) < lengthOf(whole.amount)) outlines.push(box(whole));
      top += BAR + 4;
    }
    top += GAP;
  }
  const [first, last] = [dots[0]!, dots.at(-1)!];
  return plot(width, top - GAP, {
    marks: [
      Plot.link([{ x: first.x, y1: first.y, y2: last.y }], {
        ...{ x1: "x", x2: "x", y1: "y1", y2: "y2", stroke: "var(--line)" },
      }),
      Plot.rect(outlines, { ...SIDES, ...PAINT.left }),
      Plot.rect(filled, { ...SIDES, ...PAINT.done }),
      Plot.dot(
        dots.filter(({ known }) => known),
        { x: "x", y: "y", r: DOT, fill: "var(--ink)" },
      ),
      Plot.dot(
        dots.filter(({ known }) => !known),
        {
          ...{ x: "x", y: "y", r: DOT, fill: "var(--paper)" },
          ...{ stroke: "var(--line)", strokeDasharray: "3 2" },
        },
      ),
      ...words(texts),
      ...words(muted, { fill: "var(--muted)" }),
    ],
  });
}

const SIDES = { x1: "x1", x2: "x2", y1: "y1", y2: "y2" } as const;

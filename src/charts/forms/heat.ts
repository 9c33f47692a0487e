import * as Plot from "@observablehq/plot";
import { max, scaleQuantize } from "d3";
import { shortText } from "../../text/format.ts";
import type { Amount } from "../../values/amount.ts";
import { type Form, isWide, type Width } from "../define.ts";
import { lengthOf } from "./length.ts";
import { LINE, plot, TEXT, textWidth, wrap } from "./svg.ts";

const STEPS = [1, 2, 3, 4, 5] as const;
const CELL = 34;
/** The room of the names at the left and on top. */
const [left, top] = [44, 26];
const TEXTS = { x: "x", y: "y", text: "text" } as const;

export interface HeatRow {
  label: string;
  /** Twelve months; unknown where the year says nothing, null where its data do not go so far. */
  months: readonly (Amount | null)[];
}

/**
 * Months × years, the value in every cell, classes printed below. Wide: months across; on a phone
 * months down. What is unknown or withheld is a dashed cell that says which.
 */
export function heat(rows: readonly HeatRow[], unit: string): Form | null {
  if (!rows.some(({ months }) => months.some((amount) => amount?.state === "known"))) return null;
  return { kind: "月历热图", draw: (width) => draw(rows, unit, width) };
}

interface Cell {
  amount: Amount;
  x: number;
  y: number;
  wide?: number;
  high?: number;
}

/** So wide is a month where twelve stand beside each other. */
function monthIn(width: Width): number {
  return Math.min((width - left) / 12, 56);
}

/** Months in a row of which the same is not known. */
function runs(months: HeatRow["months"]): { amount: Amount; from: number; to: number }[] {
  const found: { amount: Amount; from: number; to: number }[] = [];
  months.forEach((amount, m) => {
    if (!amount || amount.state === "known") return;
    const last = found.at(-1);
    if (last?.to === m && shortText(last.amount) === shortText(amount)) last.to = m + 1;
    else found.push({ amount, from: m, to: m + 1 });
  });
  return found;
}

function draw(rows: readonly HeatRow[], unit: string, width: Width): string {
  const unknown = rows.map(({ months }) => runs(months));
  // A word that has no room in its month has more where the years stand beside each other.
  const isCramped = unknown
    .flat()
    .some(
      ({ amount, from, to }) => textWidth(shortText(amount)) > (to - from) * monthIn(width) - 2,
    );
  const down = !isWide(width) || isCramped;
  const most = Math.max(
    5,
    max(rows.flatMap(({ months }) => months.map((amount) => (amount ? lengthOf(amount) : 0)))) ?? 0,
  );
  const step = scaleQuantize<number>([0, most], STEPS);
  const cell = down ? Math.min((width - left) / rows.length, 92) : monthIn(width);
  const cells = rows.flatMap(({ months }, r) =>
    months.flatMap((amount, m) => {
      const [column, line] = down ? [r, m] : [m, r];
      return amount ? [{ amount, x: left + column * cell, y: top + line * (CELL + 2) }] : [];
    }),
  );
  const known = cells.filter(({ amount }) => amount.state === "known");
  const other = unknown.flatMap((some, r) =>
    some.map(({ amount, from, to }) => {
      const [column, line] = down ? [r, from] : [from, r];
      const [wide, high] = down ? [1, to - from] : [to - from, 1];
      const x = left + column * cell;
      const y = top + line * (CELL + 2);
      return { amount, x, y, wide: wide * cell - 2, high: high * (CELL + 2) - 2 };
    }),
  );
  /** What a cell says, on two lines where it is too narrow for one. */
  const texts = (some: readonly Cell[]) =>
    some.flatMap(({ amount, x, y, wide = cell - 2, high = CELL }) => {
      const lines = wrap(shortText(amount), wide + 1, TEXT);
      return lines.map((text, i) => ({
        text,
        x: x + wide / 2,
        y: y + high / 2 + (i - (lines.length - 1) / 2) * TEXT,
      }));
    });
  const lines = down ? 12 : rows.length;
  const foot = top + lines * (CELL + 2) + 10;
  const labels = Array.from({ length: 12 }, (_, m) => `${m + 1}月`);
  const bounds = step.thresholds().map((n) => Math.ceil(n));
  const classes = STEPS.map((n, i) => {
    const [from, to] = [bounds[i - 1] ?? 0, (bounds[i] ?? 0) - 1];
    return { n, text: i === 4 ? `${from}+` : from === to ? `${from}` : `${from}–${to}` };
  });
  const key = Math.min(64, width / 5);
  const saying = classes.map(({ text }, i) => (i === 0 ? `${text}${unit}` : text));
  // Large numbers have no room beside each other.
  const below = saying.some((text) => textWidth(text) > key - 4);
  const at = (i: number) => (below ? { x: 0, y: foot + i * LINE } : { x: i * key, y: foot });
  return plot(width, foot + 44 + (below ? (STEPS.length - 2) * LINE : 0), {
    marks: [
      ...STEPS.map((n) =>
        Plot.rect(
          known.filter(({ amount }) => step(lengthOf(amount)) === n),
          {
            x1: "x",
            y1: "y",
            x2: ({ x }) => x + cell - 2,
            y2: ({ y }) => y + CELL,
            fill: `var(--seq-${n})`,
          },
        ),
      ),
      Plot.rect(other, {
        x1: "x",
        y1: "y",
        x2: ({ x, wide }) => x + wide,
        y2: ({ y, high }) => y + high,
        fill: "none",
        stroke: "var(--line)",
        strokeDasharray: "4 3",
      }),
      ...[true, false].map((dark) =>
        Plot.text(texts(known.filter(({ amount }) => step(lengthOf(amount)) > 3 === dark)), {
          ...TEXTS,
          ...(dark ? { fill: "var(--paper)" } : {}),
        }),
      ),
      Plot.text(texts(other), { ...TEXTS, fill: "var(--muted)" }),
      Plot.text(down ? rows.map(({ label }) => label) : labels, {
        x: (_: string, i: number) => left + i * cell + cell / 2 - 1,
        y: 12,
        text: (t: string) => t,
      }),
      Plot.text(down ? labels : rows.map(({ label }) => label), {
        x: 0,
        y: (_: string, i: number) => top + i * (CELL + 2) + CELL / 2,
        text: (t: string) => t,
        textAnchor: "start",
      }),
      ...classes.map(({ n }) =>
        Plot.rect([n], {
          x1: at(n - 1).x,
          x2: at(n - 1).x + key - 2,
          y1: at(n - 1).y,
          y2: at(n - 1).y + 8,
          fill: `var(--seq-${n})`,
        }),
      ),
      Plot.text(saying, {
        x: (_: string, i: number) => (below ? key + 6 : at(i).x),
        y: (_: string, i: number) => at(i).y + (below ? 4 : 22),
        text: (text: string) => text,
        textAnchor: "start",
      }),
    ],
  });
}

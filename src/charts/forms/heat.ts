import * as Plot from "@observablehq/plot";
import { max, scaleQuantize } from "d3";
import { numberText } from "../../text/format.ts";
import type { Amount } from "../../values/amount.ts";
import type { Form, Width } from "../define.ts";
import { sizeOf } from "./size.ts";
import { plot } from "./svg.ts";

const STEPS = [1, 2, 3, 4, 5] as const;
const CELL = 34;

export interface HeatRow {
  label: string;
  /** Twelve months; unknown where the year says nothing. */
  months: readonly Amount[];
}

/**
 * Months × years, the value in every cell, classes printed below. Wide: months across; on a phone
 * months down. Unknown is a dashed cell.
 */
export function heat(rows: readonly HeatRow[], unit: string): Form | null {
  if (!rows.some(({ months }) => months.some(({ state }) => state === "known"))) return null;
  return { kind: "月历热图", draw: (width) => draw(rows, unit, width) };
}

function draw(rows: readonly HeatRow[], unit: string, width: Width): string {
  const down = width < 400;
  const most = Math.max(5, max(rows.flatMap(({ months }) => months.map(sizeOf))) ?? 0);
  const step = scaleQuantize<number>([0, most], STEPS);
  const [left, top] = [down ? 44 : 52, 26];
  const across = down ? rows.length : 12;
  const cell = Math.min((width - left) / across, down ? 92 : 56);
  const cells = rows.flatMap(({ months }, r) =>
    months.map((amount, m) => {
      const [column, line] = down ? [r, m] : [m, r];
      return {
        amount,
        x: left + column * cell,
        y: top + line * (CELL + 2),
      };
    }),
  );
  const known = cells.filter(({ amount }) => amount.state === "known");
  const other = cells.filter(({ amount }) => amount.state !== "known");
  const lines = down ? 12 : rows.length;
  const foot = top + lines * (CELL + 2) + 10;
  const labels = Array.from({ length: 12 }, (_, m) => `${m + 1}月`);
  const bounds = step.thresholds().map((n) => Math.ceil(n));
  const classes = STEPS.map((n, i) => ({
    n,
    text:
      i === 0
        ? `0–${(bounds[0] ?? 1) - 1}`
        : i === 4
          ? `${bounds[3]}+`
          : `${bounds[i - 1]}–${(bounds[i] ?? 0) - 1}`,
  }));
  const key = Math.min(64, width / 5);
  return plot(width, foot + 44, {
    marks: [
      ...STEPS.map((n) =>
        Plot.rect(
          known.filter(({ amount }) => step(sizeOf(amount)) === n),
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
        x2: ({ x }) => x + cell - 2,
        y2: ({ y }) => y + CELL,
        fill: "none",
        stroke: "var(--line)",
        strokeDasharray: "4 3",
        inset: 1,
      }),
      ...[true, false].map((dark) =>
        Plot.text(
          cells.filter(
            ({ amount }) => amount.state !== "unknown" && step(sizeOf(amount)) > 3 === dark,
          ),
          {
            x: ({ x }) => x + cell / 2 - 1,
            y: ({ y }) => y + CELL / 2,
            text: ({ amount }) => (amount.state === "known" ? numberText(amount.value) : "<5"),
            ...(dark ? { fill: "var(--paper)" } : {}),
          },
        ),
      ),
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
          x1: (n - 1) * key,
          x2: n * key - 2,
          y1: foot,
          y2: foot + 8,
          fill: `var(--seq-${n})`,
        }),
      ),
      Plot.text(classes, {
        x: (_, i: number) => i * key,
        y: foot + 22,
        text: ({ text }, i) => (i === 0 ? `${text}${unit}` : text),
        textAnchor: "start",
      }),
    ],
  });
}

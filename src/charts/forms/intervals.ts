import * as Plot from "@observablehq/plot";
import { scaleLinear } from "d3";
import { valueText } from "../../text/sentences.ts";
import type { Form, Item, Width } from "../define.ts";
import { sizeOf } from "./size.ts";
import { labelRoom, plot, textWidth } from "./svg.ts";

const ROW = 36;

/** A median and how far nine in ten reach, one pair a row. */
export interface Interval {
  middle: Item;
  most: Item;
}

/** Dot and interval: the median as a dot, a line up to the value that 90 % do not exceed. */
export function intervals(
  rows: readonly Interval[],
  heads: readonly [string, string],
): Form | null {
  const known = rows.filter(
    ({ middle, most }) => middle.amount.state === "known" && most.amount.state === "known",
  );
  if (known.length === 0) return null;
  return { kind: "点线图", draw: (width) => draw(known, heads, width) };
}

function draw(rows: readonly Interval[], heads: readonly [string, string], width: Width): string {
  const size = (item: Item) => sizeOf(item.amount);
  const left = labelRoom(rows.map(({ middle }) => middle.label)) + 14;
  const right =
    Math.max(
      textWidth(heads[0]),
      ...rows.map(({ middle }) => textWidth(valueText(middle), 16, true)),
    ) + 14;
  const most = Math.max(1, ...rows.map((row) => size(row.most)));
  const x = scaleLinear([0, most], [left, width - right]).nice(4);
  const ticks = x.ticks(4);
  const y = (i: number) => 46 + i * ROW;
  const bottom = y(rows.length - 1) + ROW / 2;
  return plot(width, bottom + 26, {
    marks: [
      Plot.ruleX(ticks.slice(1), {
        x: (n: number) => x(n),
        y1: 28,
        y2: bottom,
        stroke: "var(--rule)",
      }),
      Plot.ruleX([left], { y1: 28, y2: bottom }),
      Plot.link(rows, {
        x1: ({ middle }) => x(size(middle)),
        x2: ({ most }) => x(size(most)),
        y1: (_, i: number) => y(i),
        y2: (_, i: number) => y(i),
        stroke: "var(--rest)",
        strokeWidth: 5,
      }),
      Plot.dot(rows, {
        x: ({ middle }) => x(size(middle)),
        y: (_, i: number) => y(i),
        r: 7,
        fill: "var(--mark)",
        stroke: "none",
      }),
      Plot.text(rows, {
        x: left - 10,
        y: (_, i: number) => y(i),
        text: ({ middle }) => middle.label,
        textAnchor: "end",
      }),
      Plot.text(rows, {
        x: width,
        y: (_, i: number) => y(i),
        text: ({ middle }) => valueText(middle),
        textAnchor: "end",
        fontWeight: "bold",
      }),
      Plot.text([heads[0]], {
        x: width,
        y: 12,
        text: (t: string) => t,
        textAnchor: "end",
        fill: "var(--muted)",
      }),
      Plot.text([heads[1]], {
        x: left,
        y: 12,
        text: (t: string) => t,
        textAnchor: "start",
        fill: "var(--muted)",
      }),
      Plot.text(ticks, {
        x: (n: number) => x(n),
        y: bottom + 16,
        text: (n: number) => `${n}${n === ticks.at(-1) ? (rows[0]?.middle.unit ?? "") : ""}`,
        fill: "var(--muted)",
      }),
    ],
  });
}

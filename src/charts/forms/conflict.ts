import * as Plot from "@observablehq/plot";
import { scaleLinear } from "d3";
import type { Check, Side } from "../../findings/index.ts";
import { whereText } from "../../findings/sides.ts";
import { amountText } from "../../text/format.ts";
import type { Form, Width } from "../define.ts";
import { differenceText, hatch, hollow } from "./bars.ts";
import { lengthOf } from "./length.ts";
import { LINE, plot, SPREAD, TEXT, textWidth, wrap } from "./svg.ts";

const BAR = 28;

/**
 * Two statements of one thing: hollow bars on one scale, the lower one first, the difference
 * hatched and bracketed. Null when a side is not a plain number.
 */
export function conflict(check: Check): Form | null {
  if (check.left.amount.state !== "known" || check.right.amount.state !== "known") return null;
  return { kind: "对照图", draw: (width) => draw(check, width) };
}

function draw(check: Check, width: Width): string {
  const size = (side: Side) => lengthOf(side.amount);
  const sides = [check.left, check.right].sort((a, b) => size(a) - size(b)) as [Side, Side];
  const texts = sides.map((side) => amountText(side.amount, check.unit));
  const gutter = Math.max(...texts.map((text) => textWidth(text, 16, true))) + 10;
  const max = Math.max(size(sides[1]), 1e-9);
  const x = scaleLinear([0, max], [1, width - gutter]);
  const names = sides.map((side) => wrap(sideLabel(side), width / SPREAD, TEXT));
  const first = 26 + (names[0]!.length - 1) * LINE;
  const tops = [first, first + BAR + 38 + (names[1]!.length - 1) * LINE] as const;
  const [low, high] = [x(size(sides[0])), x(size(sides[1]))];
  const bottom = tops[1] + BAR;
  const boxes = sides.map((side, i) => ({
    x1: 1,
    x2: Math.max(x(size(side)), 3),
    y1: tops[i as 0 | 1],
    y2: tops[i as 0 | 1] + BAR,
  }));
  const difference = check.difference === null ? "" : differenceText(check.difference, check.unit);
  const half = textWidth(difference, 16, true) / 2;
  const middle = Math.min(Math.max((low + high) / 2, half), width - half);
  return plot(width, bottom + (difference ? 36 : 4), {
    marks: [
      ...boxes.map(hollow),
      hatch(low, high, tops[1], bottom),
      ...parts(sides, x, tops),
      Plot.link([{ y1: tops[0] + BAR, y2: tops[1] }], {
        x1: low,
        x2: low,
        y1: "y1",
        y2: "y2",
        stroke: "var(--alert)",
        strokeDasharray: "4 3",
        strokeWidth: 1.5,
      }),
      ...(difference
        ? [
            Plot.line(
              [
                [low, bottom + 5],
                [low, bottom + 11],
                [high, bottom + 11],
                [high, bottom + 5],
              ],
              { stroke: "var(--alert)", strokeWidth: 1.5 },
            ),
            Plot.text([difference], {
              x: middle,
              y: bottom + 25,
              text: (text: string) => text,
              fontWeight: "bold",
              fill: "var(--alert)",
            }),
          ]
        : []),
      Plot.text(
        names.flatMap((lines, side) =>
          lines.map((text, i) => ({
            text,
            y: tops[side as 0 | 1] - 13 - (lines.length - 1 - i) * LINE,
          })),
        ),
        { x: 0, y: "y", text: "text", textAnchor: "start" },
      ),
      Plot.text(texts, {
        x: (_: string, i: number) => boxes[i]!.x2 + 8,
        y: (_: string, i: number) => (tops[i] ?? 0) + BAR / 2,
        text: (text: string) => text,
        textAnchor: "start",
        fontWeight: "bold",
      }),
    ],
  });
}

/** “报告一（六）2的总数”, “分项相加 6+21+8”. */
export function sideLabel(side: Side): string {
  if (side.working) return `${side.label} ${side.working}`;
  return whereText(side.sections) || side.label;
}

/** Thin lines inside a bar between the addends that make it up. */
function parts(
  sides: readonly Side[],
  x: (n: number) => number,
  tops: readonly number[],
): Plot.Markish[] {
  return sides.flatMap((side, i) => {
    const addends = /^\d+(?:\+\d+)+$/.test(side.working) ? side.working.split("+").map(Number) : [];
    let sum = 0;
    const at = addends.slice(0, -1).map((n) => {
      sum += n;
      return x(sum);
    });
    return at.length === 0
      ? []
      : [
          Plot.ruleX(at, {
            y1: (tops[i] ?? 0) + 2,
            y2: (tops[i] ?? 0) + BAR - 2,
            stroke: "var(--mark)",
            strokeWidth: 2,
          }),
        ];
  });
}

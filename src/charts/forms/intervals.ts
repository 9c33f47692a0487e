import * as Plot from "@observablehq/plot";
import { scaleLinear } from "d3";
import { statusText } from "../../text/format.ts";
import { valueText } from "../../text/sentences.ts";
import type { Form, Item, Width } from "../define.ts";
import { folded, withRest } from "./fold.ts";
import { lengthOf } from "./length.ts";
import { nameMark, namesOf, pitchAt, rowsOf } from "./names.ts";
import { plot, textWidth } from "./svg.ts";

const ROW = 36;
const RADIUS = 7;

/** A median and how far nine in ten reach, one pair a row. */
export interface Interval {
  middle: Item;
  most: Item;
}

/**
 * Dot and interval: the median as a dot, a line up to the value that 90 % do not exceed; where there
 * is no median, a word.
 */
export function intervals(
  rows: readonly Interval[],
  heads: readonly [string, string],
): Form | null {
  if (!rows.some(({ middle }) => middle.amount.state === "known")) return null;
  // The quickest and the slowest both.
  const folding = { of: ({ middle }: Interval) => middle, bytes: 70, keep: "ends" } as const;
  const { rows: shown, rest } = folded(rows, folding);
  return { kind: "点线图", draw: (width) => withRest(draw(shown, heads, width), rest, width) };
}

/** From the middle of a dot to a word beside it, and from there to the number of its row. */
const APART = RADIUS + 4;
/** So wide is a number of the scale with its gap. */
const TICK = 30;

type Scale = (value: number) => number;

/** What the number at the end of a row takes. */
function numberRoom(middle: Item): number {
  return textWidth(valueText(middle), 16, true);
}

/** What a word behind a dot takes, with its gaps. */
function wordRoom({ most }: Interval): number {
  return 2 * APART + textWidth(statusText(most.amount));
}

const isDrawn =
  (which: keyof Interval) =>
  (row: Interval): boolean =>
    row[which].amount.state === "known";

function draw(rows: readonly Interval[], heads: readonly [string, string], width: Width): string {
  const size = (item: Item) => lengthOf(item.amount);
  const names = namesOf(
    rows.map(({ middle }) => middle.label),
    width,
  );
  const left = names.above ? RADIUS + 1 : names.longest + 14;
  const middles = rows.map((row, i) => ({ ...row, i })).filter(isDrawn("middle"));
  const links = middles.filter(isDrawn("most"));
  const right =
    Math.max(
      textWidth(heads[0]),
      ...rows.filter(isDrawn("middle")).map(({ middle }) => numberRoom(middle)),
    ) + 14;
  const most = Math.max(1, ...rows.flatMap((row) => [size(row.middle), size(row.most)]));
  const scale = (room: number) => scaleLinear([0, most], [left, width - room]).nice(4);
  /** Where a word stands beside a dot: behind it, before it, or nowhere. */
  const beside = ({ middle, most }: Interval, x: Scale): number | null => {
    const [dot, word] = [x(size(middle)), textWidth(statusText(most.amount))];
    if (dot + APART + word + APART <= width - numberRoom(middle)) return dot + APART;
    return dot - APART - word > left ? dot - APART - word : null;
  };
  const wordless = middles.filter((row) => !isDrawn("most")(row));
  const usual = scale(right);
  // Where a word has no place, the dots make room: then every word stands behind its dot.
  const x = wordless.every((row) => beside(row, usual) !== null)
    ? usual
    : scale(Math.max(...wordless.map((row) => wordRoom(row) + numberRoom(row.middle))));
  /** What stands in the place of a dot, or beside a dot in that of its line. */
  const words = rows.flatMap((row, i) => {
    const { middle, most } = row;
    if (middle.amount.state !== "known")
      return [{ i, x: left + 8, text: statusText(middle.amount) }];
    if (most.amount.state === "known") return [];
    return [{ i, x: beside(row, x) ?? x(size(middle)) + APART, text: statusText(most.amount) }];
  });
  const [from = 0, to = 0] = x.range();
  // Days are whole.
  const ticks = x
    .ticks(Math.min(4, Math.max(1, Math.floor((to - from) / TICK))))
    .filter(Number.isInteger);
  const { starts, height } = rowsOf(names, names.above ? ROW + 22 : pitchAt(width, ROW));
  const y = (i: number) => starts[i]! + (names.above ? 68 : 46);
  const bottom = height + 28;
  /** Lines of the scale go through all rows, but not through names that stand above them. */
  const spans = names.above
    ? rows.map((_, i) => ({ y1: y(i) - 13, y2: y(i) + 13 }))
    : [{ y1: 28, y2: bottom }];
  const line = (at: number) => spans.map((span) => ({ ...span, at }));
  return plot(width, bottom + 26, {
    marks: [
      Plot.ruleX(
        ticks.slice(1).flatMap((n) => line(x(n))),
        { x: "at", y1: "y1", y2: "y2", stroke: "var(--rule)" },
      ),
      Plot.ruleX(line(left), { x: "at", y1: "y1", y2: "y2" }),
      Plot.link(links, {
        x1: ({ middle }) => x(size(middle)),
        x2: ({ most }) => x(size(most)),
        y1: ({ i }) => y(i),
        y2: ({ i }) => y(i),
        stroke: "var(--rest)",
        strokeWidth: 5,
      }),
      Plot.dot(middles, {
        x: ({ middle }) => x(size(middle)),
        y: ({ i }) => y(i),
        r: RADIUS,
        fill: "var(--mark)",
        stroke: "none",
      }),
      nameMark(names, left - 10, (i) => y(i) - (names.above ? 24 : 0)),
      Plot.text(words, {
        x: "x",
        y: ({ i }) => y(i),
        text: "text",
        textAnchor: "start",
        fill: "var(--muted)",
      }),
      Plot.text(middles, {
        x: width,
        y: ({ i }) => y(i),
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

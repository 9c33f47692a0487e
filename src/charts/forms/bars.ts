import * as Plot from "@observablehq/plot";
import { scaleLinear } from "d3";
import { amountText } from "../../text/format.ts";
import { valueText } from "../../text/sentences.ts";
import { sameUnit } from "../../text/units.ts";
import { type Amount, isPartial, known } from "../../values/amount.ts";
import type { Form, Item, Width } from "../define.ts";
import { folded, withRest } from "./fold.ts";
import { lengthOf } from "./length.ts";
import { nameMark, namesOf, pitchAt, rowsOf } from "./names.ts";
import { statements } from "./statements.ts";
import { plot, textWidth } from "./svg.ts";

const BAR = 25;
const GAP = 8;
const ARROW = 9;
/** How much farther from an arrow its value stands. */
const ARROW_TIP = 4;
/** Browsers round the widths of glyphs, some of them upwards. */
const SPARE = 4;
const STUB = 40;

/**
 * Bars from zero with the name at the left and the value at the end; no axis, no grid. Unknown is
 * a dashed outline, zero a mark on the baseline, at-least ends in an arrow tip, and where the
 * report gives two values the bar is hollow and the difference hatched. What is counted in different
 * units has no length in common: each number then stands by itself.
 */
export function bars(items: readonly Item[]): Form | null {
  const [first, ...others] = items;
  if (!first) return null;
  if (others.some(({ unit }) => !sameUnit(unit, first.unit))) return statements(items);
  if (isAlone(items)) return statements(items);
  const { rows, rest } = folded(items, { of: (item) => item, bytes: 50 });
  return { kind: "条形图", draw: (width) => withRest(draw(rows, width), rest, width) };
}

/** One bar has nothing to be held against: it is a number, and so is what stands beside it. */
function isAlone(items: readonly Item[]): boolean {
  const drawn = items.filter(({ amount }) => lengthOf(amount) > 0);
  return items.length === 2 && drawn.length < 2 && items.every(({ against }) => !against);
}

function draw(items: readonly Item[], width: Width): string {
  const names = namesOf(
    items.map((item) => item.label),
    width,
  );
  const { above } = names;
  const left = above ? 1 : names.longest + 9;
  const gap = (item: Item) => GAP + (openEnded(item.amount) ? ARROW_TIP : 0);
  const gutter =
    Math.ceil(Math.max(...items.map((item) => gap(item) + textWidth(valueText(item), 16, true)))) +
    SPARE;
  const rows = rowsOf(names, above ? BAR + 34 : pitchAt(width, BAR + 15));
  const top = (index: number) => rows.starts[index]! + (above ? 26 : pitchAt(width, 4));
  const height = rows.height + (above ? 4 : 0);
  const max = Math.max(
    1e-9,
    ...items.flatMap((item) => [lengthOf(item.amount), lengthOf(item.against)]),
  );
  const x = scaleLinear([0, max], [left, width - gutter]);
  const end = (item: Item) => x(Math.max(lengthOf(item.amount), lengthOf(item.against)));

  const ends: [number, number] = [top(0) - 3, top(items.length - 1) + BAR + 3];

  const solid = items.flatMap((item, i) =>
    item.amount.state === "known" &&
    !item.against &&
    !openEnded(item.amount) &&
    item.amount.value > 0
      ? [{ x1: left, x2: x(item.amount.value), y1: top(i), y2: top(i) + BAR }]
      : [],
  );
  const arrows = items.flatMap((item, i) =>
    item.amount.state === "known" && openEnded(item.amount) && !item.against
      ? [arrow(left, x(item.amount.value), top(i))]
      : [],
  );
  const unknown = items.flatMap((item, i) =>
    item.amount.state === "known"
      ? []
      : [{ x1: left, x2: left + STUB, y1: top(i), y2: top(i) + BAR }],
  );
  const disputed = items.flatMap((item, i) => {
    if (item.against?.state !== "known" || item.amount.state !== "known") return [];
    const [low, high] = [lengthOf(item.amount), lengthOf(item.against)].sort((a, b) => a - b) as [
      number,
      number,
    ];
    return [{ x0: x(low), x1: left, x2: x(high), y1: top(i), y2: top(i) + BAR }];
  });
  const values = items.map((item, i) => ({
    text: valueText(item),
    x: (item.amount.state === "known" ? end(item) : left + STUB) + gap(item),
    y: top(i) + BAR / 2,
    known: item.amount.state === "known",
  }));

  return plot(width, height, {
    marks: [
      Plot.rect(solid, { x1: "x1", x2: "x2", y1: "y1", y2: "y2", fill: "var(--mark)" }),
      ...arrows.map((points) => Plot.line(points, { fill: "var(--mark)", stroke: "none" })),
      Plot.rect(unknown, {
        x1: "x1",
        x2: "x2",
        y1: "y1",
        y2: "y2",
        fill: "none",
        stroke: "var(--line)",
        strokeDasharray: "4 3",
      }),
      ...disputed.flatMap((bar) => [hollow(bar), hatch(bar.x0, bar.x2, bar.y1, bar.y2)]),
      // Names above their bars stand where one line would go.
      Plot.ruleX(above ? items.map((_, i) => [top(i), top(i) + BAR]) : [ends], {
        x: left - 0.5,
        y1: ([from]) => from,
        y2: ([, to]) => to,
      }),
      nameMark(names, left - 9, (i) => (above ? top(i) - 13 : top(i) + BAR / 2)),
      Plot.text(
        values.filter((label) => label.known),
        {
          x: "x",
          y: "y",
          text: "text",
          textAnchor: "start",
          fontWeight: "bold",
        },
      ),
      Plot.text(
        values.filter((label) => !label.known),
        {
          x: "x",
          y: "y",
          text: "text",
          textAnchor: "start",
          fill: "var(--muted)",
        },
      ),
    ],
  });
}

/** The report writes 余, or matters are or may be missing: the true value may be larger than the bar. */
function openEnded(amount: Amount): boolean {
  return amount.state === "known" && (amount.qualifier === "at_least" || isPartial(amount));
}

function arrow(left: number, right: number, top: number): [number, number][] {
  return [
    [left, top],
    [right - ARROW / 2, top],
    [right + ARROW / 2, top + BAR / 2],
    [right - ARROW / 2, top + BAR],
    [left, top + BAR],
  ];
}

interface Box {
  x1: number;
  x2: number;
  y1: number;
  y2: number;
}

/** The outline of a value in dispute. */
export function hollow(box: Box): Plot.Markish {
  return Plot.rect([box], {
    x1: "x1",
    x2: "x2",
    y1: "y1",
    y2: "y2",
    fill: "none",
    stroke: "var(--mark)",
    strokeWidth: 2,
    inset: 1,
  });
}

/** The difference between two values, as slanted lines that survive a grey print. */
export function hatch(x1: number, x2: number, y1: number, y2: number): Plot.Markish {
  const height = y2 - y1 - 4;
  const lines: { x1: number; y1: number; x2: number; y2: number }[] = [];
  for (let x = x1 - height; x < x2; x += 7) {
    const [from, to] = [Math.max(x, x1 + 1), Math.min(x + height, x2 - 2)];
    if (to <= from) continue;
    lines.push({ x1: from, y1: y2 - 2 - (from - x), x2: to, y2: y2 - 2 - (to - x) });
  }
  return Plot.link(lines, { x1: "x1", y1: "y1", x2: "x2", y2: "y2", stroke: "var(--alert)" });
}

export function differenceText(difference: number, unit: string): string {
  return `相差${amountText(known(difference), unit)}`;
}

import * as Plot from "@observablehq/plot";
import { itemText, valueText } from "../../text/sentences.ts";
import { sameUnit } from "../../text/units.ts";
import { isExact } from "../../values/amount.ts";
import { type Form, type Item, isWide, type Width } from "../define.ts";
import { lengthOf } from "./length.ts";
import { type Look, PAINT } from "./looks.ts";
import { nameMark, namesOf, rowsOf } from "./names.ts";
import { plot, textWidth } from "./svg.ts";
import { evenLine } from "./tally.ts";

const ROW_OF = 10;
const MOST = 20;
const MOST_IN_ROWS = 25;
const LEAST_PITCH = 11;

interface Square {
  x1: number;
  x2: number;
  y1: number;
  y2: number;
}

const SQUARE = { x1: "x1", x2: "x2", y1: "y1", y2: "y2" } as const;

/**
 * One mark an event: those that happened filled, those that did not as an outline with one slash,
 * each group under its own bracket. Null over twenty events or when a number is not plain.
 */
export function unitMarks(happened: Item, missed: Item): Form | null {
  if (!isExact(happened.amount) || !isExact(missed.amount)) return null;
  const [done, undone] = [happened.amount.value, missed.amount.value];
  if (done + undone === 0 || done + undone > MOST) return null;
  return { kind: "计件图", draw: (width) => draw(done, undone, [happened, missed], width) };
}

function draw(done: number, undone: number, items: readonly [Item, Item], width: Width): string {
  const total = done + undone;
  const size = isWide(width) ? 44 : 26;
  const pitch = (isWide(width) ? width - 68 : width + 7.5) / ROW_OF;
  const square = (index: number): Square => {
    const x1 = (index % ROW_OF) * pitch;
    const y1 = Math.floor(index / ROW_OF) * (size + 8) + 1;
    return { x1, x2: x1 + size, y1, y2: y1 + size };
  };
  const all = Array.from({ length: total }, (_, i) => square(i));
  const rows = Math.ceil(total / ROW_OF);
  const under = rows * (size + 8) + 4;
  // Brackets can name the groups only while they stand in one row.
  const groups = rows === 1 ? brackets(done, undone, items, pitch, size, under) : null;
  // What did not happen is said beside the marks where there is room, else under them.
  const end = (Math.min(total, ROW_OF) - 1) * pitch + size + 12;
  const missedText = itemText(items[1]);
  const beside = rows === 1 && end + textWidth(missedText) <= width;
  const height = groups ? under + 42 + (groups.below && !beside ? 24 : 0) : under + 48;
  return plot(width, height, {
    marks: [
      Plot.rect(all.slice(0, done), { ...SQUARE, fill: "var(--mark)" }),
      ...(undone > 0
        ? [
            Plot.rect(all.slice(done), {
              ...SQUARE,
              fill: "none",
              stroke: "var(--line)",
              inset: 0.5,
            }),
            Plot.link(all.slice(done), {
              x1: "x1",
              x2: "x2",
              y1: "y2",
              y2: "y1",
              stroke: "var(--line)",
            }),
          ]
        : []),
      ...(groups ? groups.marks : []),
      ...(groups && !groups.below
        ? []
        : [
            Plot.text(groups ? [items[1]] : [...items], {
              x: groups && beside ? end : 0,
              y: (_: Item, i: number) =>
                groups ? (beside ? size / 2 + 1 : height - 12) : under + 8 + i * 24,
              text: itemText,
              textAnchor: "start",
              fontWeight: groups ? "normal" : "bold",
              ...(groups ? { fill: "var(--muted)" } : {}),
            }),
          ]),
    ],
  });
}

function brackets(
  done: number,
  undone: number,
  items: readonly [Item, Item],
  pitch: number,
  size: number,
  under: number,
): { marks: Plot.Markish[]; below: boolean } {
  const span = (from: number, to: number) => [from * pitch, (to - 1) * pitch + size] as const;
  const marks: Plot.Markish[] = [];
  const add = (from: number, to: number, item: Item, bold: boolean) => {
    const [x1, x2] = span(from, to);
    marks.push(
      Plot.line(
        [
          [x1, under],
          [x1, under + 7],
          [x2, under + 7],
          [x2, under],
        ],
        { stroke: "var(--ink)" },
      ),
      Plot.text([itemText(item)], {
        x: Math.max((x1 + x2) / 2, x1 + textWidth(itemText(item), 16, bold) / 2),
        y: under + 24,
        text: (text: string) => text,
        fontWeight: bold ? "bold" : "normal",
      }),
    );
  };
  const [, doneEnd] = span(0, Math.max(done, 1));
  const fits = undone > 0 && doneEnd > textWidth(itemText(items[0]), 16, true);
  if (done > 0) add(0, done, items[0], true);
  if (undone > 0 && (fits || done === 0)) add(done, done + undone, items[1], false);
  return { marks, below: undone === 0 || (!fits && done > 0) };
}

interface MarkedItem extends Item {
  /** What its marks mean; filled where nothing is said. */
  look?: Look;
}

/**
 * Rows of small marks, one an event, with the name and the value beside: for a few counts of
 * one unit. Null when a count is over 25.
 */
export function markRows(items: readonly MarkedItem[]): Form | null {
  const largest = Math.max(...items.map(({ amount }) => lengthOf(amount)));
  const [first] = items;
  if (!first || largest > MOST_IN_ROWS) return null;
  if (!items.every(({ unit }) => sameUnit(unit, first.unit))) return null;
  return { kind: "计件图", draw: (width) => drawRows(items, width) };
}

/**
 * How many marks a line holds: on a phone so few that marks are of one size in drawings of few and of
 * many, and no last line holds one or two alone.
 */
function lineOf(counts: readonly number[], width: Width): number {
  const most = Math.max(1, ...counts);
  return isWide(width) || most <= ROW_OF ? most : evenLine(counts, ROW_OF);
}

function drawRows(items: readonly MarkedItem[], width: Width): string {
  const count = (item: Item) => lengthOf(item.amount);
  const marks = items.map((item) => Math.floor(count(item)));
  const line = lineOf(marks, width);
  const room = isWide(width) ? line : ROW_OF;
  // As wide as a large number asks, so that marks are of one size beside small numbers too.
  const values = [...items.map(valueText), `${MOST_IN_ROWS}${items[0]!.unit}`];
  const gutter = Math.max(...values.map((text) => textWidth(text, 16, true))) + 12;
  const names = namesOf(
    items.map((item) => item.label),
    width,
    // Marks too small to be counted would be bars.
    Math.min(width * 0.42, width - gutter - 14 - room * LEAST_PITCH),
  );
  const wide = !names.above;
  const left = wide ? names.longest + 14 : 0;
  const pitch = Math.min(wide ? 26 : 20, (width - left - gutter) / room);
  const size = pitch - Math.max(2.5, pitch * 0.2);
  const { starts, height } = rowsOf(names, wide ? 36 : 56);
  /** The last line of a row: 0 where there is one. */
  const last = (row: number) => Math.max(0, Math.ceil(marks[row]! / line) - 1);
  const linesAbove = (row: number) =>
    marks.slice(0, row).reduce((sum, _, i) => sum + last(i) * pitch, 0);
  const middle = (row: number, at = 0) =>
    starts[row]! + linesAbove(row) + at * pitch + (wide ? 18 : 40);
  const squares = items.flatMap((item, row) =>
    Array.from({ length: marks[row]! }, (_, i) => {
      const [x, y] = [left + (i % line) * pitch, middle(row, Math.floor(i / line))];
      return {
        x1: x,
        x2: x + size,
        y1: y - size / 2,
        y2: y + size / 2,
        look: item.look ?? ("done" as const),
      };
    }),
  );
  const looks = [...new Set(squares.map(({ look }) => look))];
  return plot(width, height + linesAbove(marks.length), {
    marks: [
      ...looks.map((look) =>
        Plot.rect(
          squares.filter((square) => square.look === look),
          { ...SQUARE, ...PAINT[look] },
        ),
      ),
      nameMark(names, left - 14, (row) => (wide ? middle(row, last(row) / 2) : middle(row) - 24)),
      Plot.text(items, {
        x: (item: Item) => left + Math.min(count(item), line) * pitch + (count(item) > 0 ? 6 : 0),
        y: (_: Item, row: number) => middle(row, last(row) / 2),
        text: (item: Item) => valueText(item),
        textAnchor: "start",
        fontWeight: "bold",
      }),
    ],
  });
}

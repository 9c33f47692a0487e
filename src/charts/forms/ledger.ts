import * as Plot from "@observablehq/plot";
import { scaleLinear } from "d3";
import { shortText, statusText } from "../../text/format.ts";
import { type Form, type Item, isWide, type Width } from "../define.ts";
import { folded, withRest } from "./fold.ts";
import { lengthOf } from "./length.ts";
import { nameMark, namesOf, pitchAt, rowsOf } from "./names.ts";
import { plot, TEXT, textWidth } from "./svg.ts";

const ROW = 36;
const HEAD = 30;
const RADIUS = 6;
const GAP = 14;
const BAR = 18;

/** A place in some numbers: how many, how long half and nine tenths took, a rate. */
export interface LedgerRow {
  count: Item;
  middle: Item;
  most: Item;
  rate: Item;
}

interface LedgerHeads {
  count: string;
  days: string;
  /** Empty where nothing is told of it. */
  rate: string;
}

/**
 * A row a place: the count (wide: as a bar), the median as a dot with a line to what nine tenths do
 * not exceed, both numbers at their marks, and a rate at the end. Each measure has its own scale.
 */
export function ledger(rows: readonly LedgerRow[], heads: LedgerHeads): Form | null {
  if (!rows.some(({ count }) => count.amount.state === "known")) return null;
  const { rows: shown, rest } = folded(rows, { of: ({ count }) => count, bytes: 80 });
  return { kind: "行列图", draw: (width) => withRest(draw(shown, heads, width), rest, width) };
}

const text = ({ amount }: Item) =>
  amount.state === "known" ? shortText(amount) : statusText(amount);
const room = (items: readonly Item[], head: string) =>
  Math.max(textWidth(head), ...items.map((item) => textWidth(text(item), TEXT, true)));

function draw(rows: readonly LedgerRow[], heads: LedgerHeads, width: Width): string {
  const wide = isWide(width);
  const names = namesOf(
    rows.map(({ count }) => count.label),
    width,
    wide ? 170 : 100,
  );
  const left = names.above ? 0 : names.longest + GAP;
  const counted = room(
    rows.map(({ count }) => count),
    heads.count,
  );
  const bars = wide ? 110 : 0;
  const rated =
    heads.rate === ""
      ? 0
      : room(
          rows.map(({ rate }) => rate),
          heads.rate,
        ) + GAP;
  // The number of a dot stands before it, that of the line's end behind it.
  const [from, to] = [left + counted + (wide ? bars + GAP : 0) + GAP + 14, width - rated - 24];
  const longest = Math.max(
    1,
    ...rows.flatMap(({ middle, most }) => [lengthOf(middle.amount), lengthOf(most.amount)]),
  );
  const x = scaleLinear([0, longest], [from, to]);
  const highest = Math.max(1, ...rows.map(({ count }) => lengthOf(count.amount)));
  const bar = scaleLinear([0, highest], [0, bars]);
  const pitch = pitchAt(width, ROW);
  const { starts, height } = rowsOf(names, names.above ? ROW + 22 : pitch);
  const y = (i: number) => starts[i]! + HEAD + (names.above ? 40 : pitch / 2);
  const all = rows.map((row, i) => ({ ...row, i, y: y(i) }));
  const dots = all.filter(({ middle }) => middle.amount.state === "known");
  const links = dots.filter(({ most }) => most.amount.state === "known");
  const barLeft = left + counted + GAP;
  const word = (x: number, anchor: "start" | "end", bold = false) =>
    ({
      x,
      y: "y",
      text: "text",
      textAnchor: anchor,
      ...(bold ? { fontWeight: "bold" } : {}),
    }) as const;
  return plot(width, height + HEAD, {
    marks: [
      Plot.text(
        [
          { text: heads.count, x: left + counted },
          { text: heads.rate, x: width },
        ].filter(({ text }) => text !== ""),
        { x: "x", y: 12, text: "text", textAnchor: "end", fill: "var(--muted)" },
      ),
      Plot.text([heads.days], {
        x: from,
        y: 12,
        text: (t: string) => t,
        textAnchor: "start",
        fill: "var(--muted)",
      }),
      nameMark(names, left - GAP, (i) => y(i) - (names.above ? 24 : 0)),
      Plot.text(
        all.map(({ count, y }) => ({ text: text(count), y })),
        word(left + counted, "end"),
      ),
      Plot.rect(wide ? all.filter(({ count }) => lengthOf(count.amount) > 0) : [], {
        x1: barLeft,
        x2: ({ count }: { count: Item }) => barLeft + Math.max(1, bar(lengthOf(count.amount))),
        y1: ({ y }: { y: number }) => y - BAR / 2,
        y2: ({ y }: { y: number }) => y + BAR / 2,
        fill: "var(--mark)",
      }),
      Plot.link(dots, {
        x1: from,
        x2: to,
        y1: ({ y }) => y,
        y2: ({ y }) => y,
        stroke: "var(--rule)",
      }),
      Plot.link(links, {
        x1: ({ middle }) => x(lengthOf(middle.amount)),
        x2: ({ most }) => x(lengthOf(most.amount)),
        y1: ({ y }) => y,
        y2: ({ y }) => y,
        stroke: "var(--rest)",
        strokeWidth: 5,
      }),
      Plot.dot(dots, {
        x: ({ middle }) => x(lengthOf(middle.amount)),
        y: ({ y }) => y,
        r: RADIUS,
        fill: "var(--mark)",
        stroke: "none",
      }),
      Plot.text(dots, {
        x: ({ middle }) => x(lengthOf(middle.amount)) - RADIUS - 4,
        y: ({ y }) => y,
        text: ({ middle }) => text(middle),
        textAnchor: "end",
        fontWeight: "bold",
      }),
      Plot.text(links, {
        // Where both are the same days, the dot is there.
        x: ({ most, middle }) =>
          x(lengthOf(most.amount)) +
          (lengthOf(most.amount) > lengthOf(middle.amount) ? 5 : RADIUS + 4),
        y: ({ y }) => y,
        text: ({ most }) => text(most),
        textAnchor: "start",
      }),
      Plot.text(
        all.filter((row) => !dots.includes(row)),
        {
          x: from,
          y: ({ y }) => y,
          text: ({ middle }) => text(middle),
          textAnchor: "start",
          fill: "var(--muted)",
        },
      ),
      Plot.text(
        rated > 0 ? all.map(({ rate, y }) => ({ text: text(rate), y })) : [],
        word(width, "end"),
      ),
    ],
  });
}

import * as Plot from "@observablehq/plot";
import { scaleLinear } from "d3";
import { shortText, statusText } from "../../text/format.ts";
import type { Form, Item, Width } from "../define.ts";
import { type Folded, folded, withRest } from "./fold.ts";
import { lengthOf } from "./length.ts";
import { nameMark, namesOf, pitchAt, rowsOf } from "./names.ts";
import { plot, TEXT, textWidth } from "./svg.ts";

const [ROW, HEAD, BAR, GAP] = [34, 46, 18, 14];

/** A kind: of how many its rate is, and the rate. */
export interface RateRow {
  base: Item;
  rate: Item;
}

interface RateHeads {
  base: string;
  rate: string;
  /** What the rate of all is called at its line. */
  all: string;
}

/** Rates as bars from zero, of how many before them, and a line where that of all lies. */
export function rates(rows: readonly RateRow[], all: Item, heads: RateHeads): Form | null {
  if (!rows.some(({ rate }) => rate.amount.state === "known")) return null;
  const { rows: shown, rest } = foldedRates(rows);
  return {
    kind: "条形图",
    draw: (width) => withRest(draw(shown, all, heads, width), rest, width),
  };
}

/** Those that are drawn. */
export function foldedRates(rows: readonly RateRow[]): Folded<RateRow> {
  return folded(rows, { of: ({ rate }) => rate, bytes: 60 });
}

const text = ({ amount }: Item) =>
  amount.state === "known" ? shortText(amount) : statusText(amount);

function draw(rows: readonly RateRow[], all: Item, heads: RateHeads, width: Width): string {
  const room = (items: readonly Item[], head: string) =>
    Math.max(textWidth(head), ...items.map((item) => textWidth(text(item), TEXT, true)));
  const names = namesOf(
    rows.map(({ rate }) => rate.label),
    width,
  );
  const left = names.above ? 0 : names.longest + GAP;
  const counted =
    left +
    room(
      rows.map(({ base }) => base),
      heads.base,
    );
  const from = counted + GAP;
  const to =
    width -
    GAP -
    room(
      rows.map(({ rate }) => rate),
      heads.rate,
    );
  const most = Math.max(
    1e-9,
    lengthOf(all.amount),
    ...rows.map(({ rate }) => lengthOf(rate.amount)),
  );
  const x = scaleLinear([0, most], [from, to]);
  const pitch = pitchAt(width, ROW);
  const { starts, height } = rowsOf(names, names.above ? ROW + 22 : pitch);
  const y = (i: number) => starts[i]! + HEAD + (names.above ? 38 : pitch / 2);
  const cells = rows.flatMap(({ base, rate }, i) => [
    { x: counted, y: y(i), text: text(base), bold: false },
    { x: width, y: y(i), text: text(rate), bold: rate.amount.state === "known" },
  ]);
  const line = all.amount.state === "known" ? [x(lengthOf(all.amount))] : [];
  const name = `${heads.all}${text(all)}`;
  const half = textWidth(name, TEXT, true) / 2;
  return plot(width, height + HEAD, {
    marks: [
      Plot.text(
        [
          { x: counted, text: heads.base },
          { x: width, text: heads.rate },
        ],
        { x: "x", y: 12, text: "text", textAnchor: "end", fill: "var(--muted)" },
      ),
      nameMark(names, left - GAP, (i) => y(i) - (names.above ? 24 : 0)),
      ...[true, false].map((bold) =>
        Plot.text(
          cells.filter((cell) => cell.bold === bold),
          {
            x: "x",
            y: "y",
            text: "text",
            textAnchor: "end",
            ...(bold ? { fontWeight: "bold" } : {}),
          },
        ),
      ),
      Plot.rect(
        rows.flatMap(({ rate }, i) =>
          lengthOf(rate.amount) > 0
            ? [{ x2: x(lengthOf(rate.amount)), y1: y(i) - BAR / 2, y2: y(i) + BAR / 2 }]
            : [],
        ),
        { x1: from, x2: "x2", y1: "y1", y2: "y2", fill: "var(--seq-3)" },
      ),
      Plot.link([0], {
        ...{ x1: from, x2: from, y1: HEAD, y2: height + HEAD },
        stroke: "var(--ink)",
      }),
      Plot.link(line, {
        ...{ x1: (at: number) => at, x2: (at: number) => at, y1: HEAD - 8, y2: height + HEAD },
        stroke: "var(--ink)",
        strokeDasharray: "2 3",
      }),
      Plot.text(line, {
        x: (at: number) => Math.min(Math.max(at, from + half), to - half),
        y: HEAD - 17,
        text: () => name,
        fontWeight: "bold",
      }),
    ],
  });
}

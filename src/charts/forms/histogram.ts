import * as Plot from "@observablehq/plot";
import { scaleLinear } from "d3";
import { valueText } from "../../text/sentences.ts";
import type { Form, Item, Width } from "../define.ts";
import { lengthOf } from "./length.ts";
import { columnLine, plot, SPREAD, TEXT, tenth, textWidth, withBehind } from "./svg.ts";

const HIGH = 150;
const FOOT = 28;
const LINE = 24;
const APART = 6;
/** What is not told has a length that says nothing. */
const STUMP = 12;
/** Up to half, up to nine tenths, the others. */
const STEPS = ["var(--mark)", "var(--seq-3)", "var(--rest)"] as const;

/** What lies from one number up to another; the last has no end, and stands apart. */
export interface Bin {
  from: number;
  until: number;
  item: Item;
}

/** A number up to which so many reach: said at the place where they end. */
export interface Reach {
  at: number;
  text: string;
}

/**
 * Columns along numbers, touching each other; what half and what nine tenths do not exceed stands at
 * its place, and parts the columns by light steps of the one blue.
 */
export function histogram(bins: readonly Bin[], reaches: readonly [Reach, Reach]): Form | null {
  if (bins.length < 2) return null;
  return { kind: "直方图", draw: (width) => draw(bins, reaches, width) };
}

function draw(bins: readonly Bin[], reaches: readonly [Reach, Reach], width: Width): string {
  const open = bins.at(-1)!.until === Number.POSITIVE_INFINITY;
  const closed = open ? bins.slice(0, -1) : bins;
  const end = closed.at(-1)!.until;
  const each = closed[0]!.until - closed[0]!.from;
  const tail = open ? 1.6 * each : 0;
  const x = scaleLinear([0, end + tail], [0, width]);
  const most = Math.max(1, ...bins.map(({ item }) => lengthOf(item.amount)));
  const top = 2 * LINE + TEXT + APART;
  const base = top + HIGH;
  const y = scaleLinear([0, most], [base, top]);
  const wide = Math.round(10 * (x(each) - x(0) - 1)) / 10;
  const boxes = bins.map((bin) => {
    const x1 = bin.until === Number.POSITIVE_INFINITY ? width - wide : x(bin.from);
    return { bin, x1, x2: x1 + wide, y: y(lengthOf(bin.item.amount)) };
  });
  /** How far a column reaches: those that only half, then nine tenths, then more take. */
  const step = ({ bin }: (typeof boxes)[number]) => {
    const place = reaches.findIndex(({ at }) => bin.from <= at);
    return place < 0 ? 2 : place;
  };
  const high = boxes.findIndex(({ bin }) => lengthOf(bin.item.amount) === most);
  const peak = boxes[high]!;
  const value = valueText(peak.bin.item);
  const lines = reaches.map((reach, i) => {
    const bin = closed.find(({ from, until }) => reach.at >= from && reach.at < until);
    const at = bin ? x(bin.until) - 0.5 : x(end);
    const long = textWidth(reach.text, TEXT, true) * SPREAD;
    const isLeft = at + APART + long > width;
    return { ...reach, x: at, y: 12 + i * LINE, isLeft };
  });
  const ticks = x
    .ticks(Math.floor(width / 70))
    .filter((n) => Number.isInteger(n) && n < end && closed.some(({ from }) => from === n));
  const last = open ? `${end}天以上` : "";
  const lastFrom = width - textWidth(last) * SPREAD - 10;
  const middle = (n: number) => x(n) + (x(n + each) - x(n)) / 2;
  const columns = STEPS.map((stroke, i) => {
    const some = boxes.filter((box) => step(box) === i && box.y < base);
    const places = some.map(({ x1, y: high }) => ({
      x: tenth(x1 + wide / 2),
      base,
      // What is little is seen.
      high: Math.max(1, Math.round(base - high)),
    }));
    return columnLine(places, { width: wide, stroke });
  });
  const svg = plot(width, base + FOOT, {
    marks: [
      Plot.rect(
        boxes.filter(({ bin }) => bin.item.amount.state !== "known"),
        {
          ...{ x1: "x1", x2: "x2", y1: base, y2: base - STUMP, fill: "none", inset: 0.5 },
          ...{ stroke: "var(--line)", strokeDasharray: "2 2" },
        },
      ),
      Plot.link(lines, {
        x1: "x",
        x2: "x",
        y1: ({ y }) => y - 8,
        y2: base,
        stroke: "var(--ink)",
        strokeDasharray: "1 3",
      }),
      ...(["start", "end"] as const).map((textAnchor) =>
        Plot.text(
          lines.filter(({ isLeft }) => isLeft === (textAnchor === "end")),
          {
            x: ({ x }) => x + (textAnchor === "end" ? -APART : APART),
            y: "y",
            text: "text",
            textAnchor,
            fontWeight: "bold",
          },
        ),
      ),
      Plot.text([value], {
        x: Math.max((peak.x1 + peak.x2) / 2, textWidth(value) / 2),
        y: peak.y - 11,
        text: (t: string) => t,
      }),
      Plot.ruleY([base + 0.5]),
      Plot.text(
        ticks.filter((n) => last === "" || middle(n) + textWidth(`${n}天`) / 2 < lastFrom),
        {
          x: (n: number) => Math.max(middle(n), textWidth(n === 0 ? "当天" : `${n}天`) / 2),
          y: base + 17,
          text: (n: number) => (n === 0 ? "当天" : `${n}天`),
        },
      ),
      Plot.text(last === "" ? [] : [last], {
        x: width,
        y: base + 17,
        text: (t: string) => t,
        textAnchor: "end",
      }),
    ],
  });
  return withBehind(svg, columns.join(""));
}

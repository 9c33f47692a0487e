import * as Plot from "@observablehq/plot";
import { scaleLinear } from "d3";
import { valueText } from "../../text/sentences.ts";
import { isExact } from "../../values/amount.ts";
import { type Form, type Item, isWide, type Width } from "../define.ts";
import { lengthOf } from "./length.ts";
import { plot, textWidth } from "./svg.ts";

const ROW = 34;
const HEAD = 34;
const RADIUS = 6;
const BAR = 20;
const GAP = 16;

/** A way through some stations, and how many took it. */
interface Route {
  item: Item;
  stops: readonly number[];
}

/**
 * The ways of matters through stations: a row a way, a dot each station that it came through, and at
 * its end how many took it. Null where a way goes back, or a number is not plain: a list says more.
 */
export function routes(items: readonly Item[], then: string): Form | null {
  const ways = items.map((item) => ({ item, names: item.label.split(then) }));
  const stations = stationsOf(ways.map(({ names }) => names));
  const all = ways.map(({ item, names }) => ({
    item,
    stops: names.map((name) => stations.indexOf(name)),
  }));
  const goOn = all.every(({ stops }) => stops.every((stop, i) => i === 0 || stop > stops[i - 1]!));
  if (stations.length < 2 || !goOn || !items.every(({ amount }) => isExact(amount))) return null;
  if (!all.some(({ stops }) => stops.length > 1)) return null;
  return { kind: "路线图", draw: (width) => draw(all, stations, width) };
}

/** In the order in which they follow one another. */
function stationsOf(ways: readonly (readonly string[])[]): string[] {
  const places = new Map<string, number>();
  for (const names of ways) {
    for (const [i, name] of names.entries()) places.set(name, Math.max(places.get(name) ?? 0, i));
  }
  return [...places].toSorted(([, a], [, b]) => a - b).map(([name]) => name);
}

function draw(all: readonly Route[], stations: readonly string[], width: Width): string {
  const longest = Math.max(...stations.map((name) => textWidth(name)));
  const wide = isWide(width);
  const pitch = Math.min(wide ? 110 : 68, Math.max(longest + 10, wide ? 90 : 48));
  const x = (stop: number) => longest / 2 + stop * pitch;
  const left = x(stations.length - 1) + longest / 2 + GAP;
  const numbers = Math.max(...all.map(({ item }) => textWidth(valueText(item), 16, true)));
  const most = Math.max(1, ...all.map(({ item }) => lengthOf(item.amount)));
  const bar = scaleLinear([0, most], [0, Math.max(0, width - left - numbers - 10)]);
  const rows = all.map((row, i) => ({ ...row, y: HEAD + i * ROW + ROW / 2 }));
  const stops = rows.flatMap(({ stops, y }) => stops.map((stop) => ({ x: x(stop), y })));
  return plot(width, HEAD + all.length * ROW, {
    marks: [
      Plot.ruleX(
        stations.map((_, i) => x(i)),
        { y1: HEAD - 8, y2: HEAD + all.length * ROW, stroke: "var(--rule)" },
      ),
      Plot.text(stations, {
        x: (_: string, i: number) => x(i),
        y: 12,
        text: (name: string) => name,
      }),
      Plot.link(
        rows.filter(({ stops }) => stops.length > 1),
        {
          x1: ({ stops }) => x(stops[0]!),
          x2: ({ stops }) => x(stops.at(-1)!),
          y1: "y",
          y2: "y",
          stroke: "var(--mark)",
          strokeWidth: 4,
        },
      ),
      Plot.dot(stops, { x: "x", y: "y", r: RADIUS, fill: "var(--mark)", stroke: "none" }),
      Plot.rect(rows, {
        x1: left,
        x2: ({ item }) => left + bar(lengthOf(item.amount)),
        y1: ({ y }) => y - BAR / 2,
        y2: ({ y }) => y + BAR / 2,
        fill: "var(--seq-3)",
      }),
      Plot.text(rows, {
        x: ({ item }) => left + bar(lengthOf(item.amount)) + 8,
        y: "y",
        text: ({ item }) => valueText(item),
        textAnchor: "start",
        fontWeight: "bold",
      }),
    ],
  });
}

import * as Plot from "@observablehq/plot";
import { scaleLinear } from "d3";
import { amountText, statusText } from "../../text/format.ts";
import { sameUnit } from "../../text/units.ts";
import { type Form, type Item, WIDTHS, type Width } from "../define.ts";
import { lengthOf } from "./length.ts";
import { LINE, plot, SPREAD, stacked, TEXT, textWidth, wrap } from "./svg.ts";

const PANEL = 84;
const HEAD = 28;
/** From the name to where the highest number stands. */
const UNDER = 24;
/** More years than these have no room for a number each. */
const FEW_YEARS = 5;
/** A rate is drawn between these steps, and never in less than two of them. */
const STEP = 10;
/** A panel with its gap, at least. */
const LEAST_PANEL = 180;

/** One measure over the years; a year without a value keeps its place and breaks the line. */
export interface Series {
  label: string;
  /** One item a year, in order; the label is the year. */
  items: readonly Item[];
  /** Years from which on the definition differs. */
  breaks?: readonly string[];
}

/**
 * Small multiples by year, of one width: measures of one unit on one scale from zero, first and last value
 * labelled. Rates share theirs with all that stand `beside` on the page.
 */
export function trend(
  series: readonly Series[],
  beside: readonly Pick<Series, "items">[] = series,
): Form | null {
  const years = series[0]?.items.length ?? 0;
  const known = series.filter(
    ({ items }) =>
      // Below zero there is no scale.
      items.every(({ amount }) => amount.state !== "known" || amount.value >= 0) &&
      items.filter(pointsOf(items)).length >= 2,
  );
  if (years < 2 || known.length === 0) return null;
  return { kind: "折线图", draw: (width) => draw(known, width, rateScale(beside)) };
}

/** Rates move little beside what they are of: from where to where they are drawn, in whole tens; null where there are none. */
export function rateScale(series: readonly Pick<Series, "items">[]): [number, number] | null {
  const values = series
    .flatMap(({ items }) => items.filter(pointsOf(items)))
    .filter(({ unit }) => unit === "%")
    .map(({ amount }) => lengthOf(amount));
  if (values.length === 0) return null;
  const low = Math.floor(Math.min(...values) / STEP) * STEP;
  const high = Math.ceil(Math.max(...values) / STEP) * STEP;
  const missing = Math.max(0, 2 * STEP - (high - low));
  return missing <= low ? [low - missing, high] : [0, Math.max(high, 2 * STEP)];
}

/** A number in dispute is no point on a line, nor is one in another unit than the last: 184.5万元 beside 2,100,000元. */
function pointsOf(items: readonly Item[]): (item: Item) => boolean {
  const isKnown = ({ amount, against }: Item) => amount.state === "known" && !against;
  const unit = items.findLast(isKnown)?.unit ?? "";
  return (item) => isKnown(item) && sameUnit(item.unit, unit);
}

function draw(
  series: readonly Series[],
  width: Width,
  rates: readonly [number, number] | null,
): string {
  // Four stand in two rows of two.
  const most = series.length === 4 ? 2 : 3;
  const gap = 40;
  const fit = Math.floor((width + gap) / LEAST_PANEL);
  const across = width > WIDTHS.narrow ? Math.min(most, series.length, fit) : 1;
  const panel = (width - gap * (across - 1)) / across;
  const labels = series.map(({ label }) => wrap(label, panel / SPREAD, TEXT, true));
  const extra = (Math.max(...labels.map((lines) => lines.length)) - 1) * LINE;
  const rows = Math.ceil(series.length / across);
  const pitch = extra + PANEL + HEAD + 44;
  const scaleOf = (unit: string): readonly [number, number] =>
    unit === "%" && rates
      ? rates
      : [
          0,
          Math.max(
            1e-9,
            ...series
              .flatMap(({ items }) => items)
              .filter((item) => sameUnit(item.unit, unit) && isPoint(item))
              .map((item) => lengthOf(item.amount)),
          ),
        ];
  // The years stand at the same places in all of them.
  const side = Math.max(...series.map(roomOf));
  const marks = series.flatMap((one, i) =>
    panelMarks(
      { ...one, label: labels[i]!, scale: scaleOf(one.items.findLast(isPoint)?.unit ?? ""), side },
      (i % across) * (panel + gap),
      Math.floor(i / across) * pitch + extra,
      panel,
    ),
  );
  return plot(width, rows * pitch - 14, { marks });
}

/** A number in dispute is no point on a line. */
function isPoint(item: Item): boolean {
  return item.amount.state === "known" && !item.against;
}

/** What the last value and the last year take at the right. */
function roomOf({ items }: Series): number {
  const last = items.findLast(isPoint)!;
  const text = amountText(last.amount, last.unit);
  return Math.max(textWidth(text, 16, true) + 10, textWidth(items.at(-1)!.label) / 2);
}

interface PanelSeries extends Omit<Series, "label"> {
  label: readonly string[];
  scale: readonly [low: number, high: number];
  side: number;
}

function panelMarks(
  { label, items, breaks = [], scale, side }: PanelSeries,
  left: number,
  top: number,
  width: number,
): Plot.Markish[] {
  const isPoint = pointsOf(items);
  const value = (item: Item) => (isPoint(item) ? lengthOf(item.amount) : 0);
  const text = (item: Item) => amountText(item.amount, item.unit);
  const known = items.map((item, i) => ({ item, i })).filter(({ item }) => isPoint(item));
  const [first, last] = [known[0]!, known.at(-1)!];
  const x = scaleLinear([0, items.length - 1], [left + 18, left + width - side]);
  const base = top + HEAD + PANEL;
  const y = scaleLinear(scale, [base, top + HEAD + UNDER]);
  // The first number stands where the line does not go: below it where it rises, if there is room.
  const rises = known.length > 1 && value(known[1]!.item) > value(first.item);
  const below = rises && y(value(first.item)) + 28 < base;
  const pairs = known.flatMap((point, n) => {
    const next = known[n + 1];
    // A gap or a changed definition breaks the line.
    return next && next.i === point.i + 1 && !breaks.includes(next.item.label)
      ? [{ point, next }]
      : [];
  });
  const word = (item: Item) => (item.against ? "未核定" : statusText(item.amount) || "单位不同");
  const step = x(1) - x(0);
  const narrow = items.some((item) => !isPoint(item) && textWidth(word(item)) > step - 4);
  /** Every year is named where all have room. */
  const ends = items.every(({ label }) => textWidth(label) + 8 < step);
  /** Beside few points there is room for their numbers, on the side where the line does not go. */
  const between =
    items.length > FEW_YEARS
      ? []
      : known.slice(1, -1).flatMap((point, n) => {
          const [was, is, next] = known.slice(n, n + 3).map(({ item }) => y(value(item)));
          const half = textWidth(text(point.item)) / 2;
          const steep = (to: number) => (Math.abs(to - is!) * Math.min(half, step)) / step;
          const above = was! >= is! && next! >= is!;
          const clear = above || (was! <= is! && next! <= is! && is! + 26 < base);
          const flat = Math.max(steep(was!), steep(next!)) < 5;
          return half * 2 + 8 < step && (clear || flat)
            ? [{ point, above: clear ? above : true }]
            : [];
        });
  const gaps = items.flatMap((item, i) =>
    isPoint(item) ? [] : [{ i, word: narrow ? stacked(word(item)) : [word(item)] }],
  );
  return [
    Plot.text(label, {
      x: left,
      y: (_: string, i: number) => top + 12 - (label.length - 1 - i) * LINE,
      text: (t: string) => t,
      textAnchor: "start",
      fontWeight: "bold",
    }),
    Plot.link(gaps, {
      x1: ({ i }) => x(i),
      x2: ({ i }) => x(i),
      y1: base,
      y2: ({ word }) => top + HEAD + UNDER + word.length * TEXT,
      stroke: "var(--line)",
      strokeDasharray: "4 3",
    }),
    Plot.text(
      gaps.flatMap(({ i, word }) => word.map((text, line) => ({ i, text, line }))),
      {
        // The first year stands at the edge.
        x: ({ i, text }) => {
          const half = textWidth(text) / 2 + 1;
          return Math.min(Math.max(x(i), left + half), left + width - half);
        },
        y: ({ line }) => top + HEAD + UNDER + 2 + line * TEXT,
        text: "text",
        fill: "var(--muted)",
      },
    ),
    // What does not begin at zero stands on no line, but over its years.
    scale[0] > 0
      ? Plot.link(known, {
          ...{ x1: ({ i }) => x(i), x2: ({ i }) => x(i), y1: base - 6, y2: base },
          stroke: "var(--line)",
        })
      : Plot.link([0], {
          ...{ x1: left, x2: left + width, y1: base + 0.5, y2: base + 0.5 },
          stroke: "var(--ink)",
        }),
    Plot.link(pairs, {
      x1: ({ point }) => x(point.i),
      y1: ({ point }) => y(value(point.item)),
      x2: ({ next }) => x(next.i),
      y2: ({ next }) => y(value(next.item)),
      stroke: "var(--mark)",
      strokeWidth: 2,
    }),
    Plot.dot(known, {
      x: ({ i }) => x(i),
      y: ({ item }) => y(value(item)),
      r: 3.5,
      fill: "var(--mark)",
      stroke: "none",
    }),
    ...(first === last
      ? []
      : [
          Plot.text([first], {
            x: ({ i }) => Math.max(x(i), left + textWidth(text(first.item)) / 2),
            y: ({ item }) => y(value(item)) + (below ? 17 : -13),
            text: ({ item }) => text(item),
            fill: "var(--muted)",
          }),
        ]),
    Plot.text(between, {
      x: ({ point }) => x(point.i),
      y: ({ point, above }) => y(value(point.item)) + (above ? -13 : 17),
      text: ({ point }) => text(point.item),
      fill: "var(--muted)",
    }),
    Plot.text([last], {
      x: ({ i }) => x(i) + 8,
      y: ({ item }) => y(value(item)),
      text: ({ item }) => text(item),
      textAnchor: "start",
      fontWeight: "bold",
    }),
    Plot.text(
      items
        .map((item, i) => ({ item, i }))
        .filter(({ i }) => ends || i === 0 || i === items.length - 1),
      {
        x: ({ i }) => Math.max(x(i), left + 18),
        y: base + 17,
        text: ({ item }) => item.label,
      },
    ),
  ];
}

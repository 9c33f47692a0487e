import * as Plot from "@observablehq/plot";
import { isExact } from "../../values/amount.ts";
import { type Form, type Item, isWide, type Width } from "../define.ts";
import { lengthOf } from "./length.ts";
import { columnLine, LINE, plot, SPREAD, TEXT, textWidth, withBehind, words, wrap } from "./svg.ts";

const HIGH = 56;
const FOOT = 24;
const BELOW = 14;
const BETWEEN = 1;
/** Where more are the highest, none stands out. */
const MONTHS_NAMED = 3;

/** Of months whose numbers are told those that stand out, as the highest; none where many or all are. */
export function monthsStandingOut<M extends Pick<Item, "amount">>(told: readonly M[]): M[] {
  const high = Math.max(...told.map(({ amount }) => lengthOf(amount)));
  const highest = told.filter(({ amount }) => lengthOf(amount) === high);
  return highest.length > MONTHS_NAMED || highest.length === told.length ? [] : highest;
}

/** One course over the months: its columns are shares of its own whole. */
export interface Panel {
  label: string;
  /** What is said of it under its name. */
  text: string;
  whole: number;
  /** A month each, named by its series; one that is withheld is a dashed stump. */
  items: readonly Item[];
}

/** Small multiples of one width on one scale: what share of its own whole each month has. */
export function panels(all: readonly Panel[]): Form | null {
  if (all.length === 0) return null;
  return { kind: "小图", draw: (width) => draw(all, width) };
}

interface PanelColumn {
  x1: number;
  x2: number;
  y1: number;
  y2: number;
}

function draw(all: readonly Panel[], width: Width): string {
  const across = Math.min(all.length, isWide(width) ? 4 : 2);
  const gap = 20;
  const columnsAcross = Math.max(across, 2);
  const longest = Math.max(...all.map(({ items }) => items.length));
  const step = Math.floor((width - gap * (columnsAcross - 1)) / columnsAcross / longest);
  const wide = step * longest;
  // The panels end with the drawing.
  const between = Math.floor((width - wide * columnsAcross) / (columnsAcross - 1));
  const share = ({ whole }: Panel, item: Item) => lengthOf(item.amount) / Math.max(whole, 1);
  const most = Math.max(
    1e-9,
    ...all.flatMap((panel) => panel.items.map((item) => share(panel, item))),
  );
  const heads = all.map(({ label, text }) => [
    ...wrap(label, wide / SPREAD, TEXT, true).map((line) => ({ text: line, bold: true })),
    ...wrap(text, wide / SPREAD, TEXT).map((line) => ({ text: line, bold: false })),
  ]);
  const columns: { max: boolean; x: number; base: number; high: number }[] = [];
  const stumps: PanelColumn[] = [];
  const texts: { text: string; x: number; y: number; bold: boolean }[] = [];
  const months: { text: string; x: number; y: number; anchor: "start" | "end" }[] = [];
  const axes: PanelColumn[] = [];
  let top = 0;
  for (let from = 0; from < all.length; from += across) {
    const row = all.slice(from, from + across);
    const head = LINE * Math.max(...row.map((_, i) => heads[from + i]!.length));
    const base = top + head + HIGH + 4;
    row.forEach((panel, i) => {
      const left = i * (wide + between);
      heads[from + i]!.forEach(({ text, bold }, line) => {
        texts.push({ text, bold, x: left, y: top + 12 + line * LINE });
      });
      const highest = monthsStandingOut(panel.items.filter(({ amount }) => isExact(amount)));
      panel.items.forEach((item, at) => {
        const x = left + at * step + step / 2;
        const half = (step - BETWEEN) / 2;
        if (!isExact(item.amount)) {
          stumps.push({ x1: x - half, x2: x + half, y1: base, y2: base - 12 });
        } else if (lengthOf(item.amount) > 0) {
          const tall = Math.max(1, Math.round(HIGH * (share(panel, item) / most)));
          columns.push({ max: highest.includes(item), x, base, high: tall });
        }
      });
      axes.push({ x1: left, x2: left + wide, y1: base + 0.5, y2: base + 0.5 });
      const [first, last] = [panel.items[0]!.series ?? "", panel.items.at(-1)!.series ?? ""];
      months.push({ text: first, x: left, y: base + 15, anchor: "start" });
      if (last !== first && textWidth(first) + textWidth(last) + 8 < wide)
        months.push({ text: last, x: left + wide, y: base + 15, anchor: "end" });
    });
    top = base + FOOT + BELOW;
  }
  const sides = { x1: "x1", x2: "x2", y1: "y1", y2: "y2" } as const;
  const behind = [false, true].map((max) =>
    columnLine(
      columns.filter((one) => one.max === max),
      { width: step - BETWEEN, stroke: max ? "var(--mark)" : "var(--seq-3)" },
    ),
  );
  const drawn = plot(width, top - BELOW, {
    marks: [
      Plot.rect(stumps, {
        ...sides,
        fill: "none",
        stroke: "var(--line)",
        strokeDasharray: "2 2",
        inset: 0.5,
      }),
      Plot.link(axes, { ...sides, stroke: "var(--ink)" }),
      ...words(texts, { fill: "var(--muted)" }),
      ...(["start", "end"] as const).map((textAnchor) =>
        Plot.text(
          months.filter(({ anchor }) => anchor === textAnchor),
          { x: "x", y: "y", text: "text", textAnchor, fill: "var(--muted)" },
        ),
      ),
    ],
  });
  return withBehind(drawn, behind.join(""));
}

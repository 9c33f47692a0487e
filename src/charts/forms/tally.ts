import * as Plot from "@observablehq/plot";
import { EXPLAINED, UNEQUAL } from "../../text/sentences.ts";
import { isExact } from "../../values/amount.ts";
import { type Form, isWide, type Width } from "../define.ts";
import { lengthOf } from "./length.ts";
import { type Look, PAINT, type PaintedPart, partText } from "./looks.ts";
import { plot, SPREAD, textWidth, words } from "./svg.ts";

/** More could not be counted. */
const MOST = 60;
const FEW = 20;
const LINE = 24;
const KEY = 13;
/** A sign may be higher than its mark. */
const TOP = 2;

export interface TallyRow {
  /** What is counted, where there are several rows. */
  label?: string;
  parts: readonly PaintedPart[];
}

/**
 * A mark for each matter, in groups of five, and under them what they are. Null when there are too
 * many to be counted, or a number is not plain.
 */
export function tally(rows: readonly TallyRow[]): Form | null {
  const parts = rows.flatMap((row) => row.parts);
  const drawn = parts.filter(({ amount }) => amount.state === "known");
  if (drawn.length === 0 || !drawn.every(({ amount }) => isExact(amount))) return null;
  if (Math.max(...rows.map(countOf)) > MOST) return null;
  return { kind: "计件图", draw: (width) => draw(rows, width) };
}

function countOf({ parts }: TallyRow): number {
  return parts.reduce((sum, { amount }) => sum + lengthOf(amount), 0);
}

/** So many in a line, of one size, so far apart, with a wider gap after five. */
interface Squares {
  line: number;
  size: number;
  gap: number;
  five: number;
}

/** A last line with fewer would look like a thing of its own. */
const LEAST = 3;

/** Of one size in all rows of a drawing, the largest that fits; no last line holds one or two marks alone. */
function gridOf(counts: readonly number[], width: Width): Squares {
  const most = Math.max(...counts);
  const wide = isWide(width);
  const large = inFives({ size: 26, gap: 6, five: 8 }, width);
  const between = { line: 13, size: 20, gap: 4, five: 6 };
  const small = inFives(
    wide ? { size: 16, gap: 5, five: 8 } : { size: 16, gap: 4.5, five: 5 },
    width,
  );
  if (!wide && most > large.line && most <= between.line) return between;
  const grid = most <= FEW ? large : small;
  return { ...grid, line: evenLine(counts, grid.line) };
}

/** As many fives on a line as there is room for. */
function inFives(marks: Omit<Squares, "line">, width: Width): Squares {
  const { size, gap, five } = marks;
  const one = 5 * (size + gap) + five;
  return { ...marks, line: 5 * Math.floor((width + gap + five) / one) };
}

/** The longest line, no longer than asked and no shorter than half of it, with which no last line holds one or two marks alone. */
export function evenLine(counts: readonly number[], longest: number): number {
  const isEven = (count: number, line: number) =>
    count <= line || count % line === 0 || count % line >= LEAST;
  const lines = Array.from({ length: longest / 2 }, (_, less) => longest - less);
  return lines.find((line) => counts.every((count) => isEven(count, line))) ?? longest;
}

interface Square {
  look: Look;
  x1: number;
  x2: number;
  y1: number;
  y2: number;
}

function draw(rows: readonly TallyRow[], width: Width): string {
  const { line, size, gap, five } = gridOf(rows.map(countOf), width);
  const squares: Square[] = [];
  const texts: { text: string; x: number; y: number; look?: Look; bold: boolean }[] = [];
  let y = TOP;
  for (const row of rows) {
    if (y > TOP) y += 14;
    if (row.label) {
      texts.push({ text: row.label, x: 0, y: y + 11, bold: true });
      y += LINE + 4;
    }
    const looks = row.parts.flatMap(({ look, amount }) =>
      Array.from({ length: lengthOf(amount) }, () => look),
    );
    looks.forEach((look, i) => {
      const at = i % line;
      const x1 = at * (size + gap) + Math.floor(at / 5) * five;
      const y1 = y + Math.floor(i / line) * (size + gap);
      squares.push({ look, x1, x2: x1 + size, y1, y2: y1 + size });
    });
    y += Math.ceil(looks.length / line) * (size + gap) + (looks.length > 0 ? 4 : 0);
    y += keyLines(row.parts, width, y, texts, squares);
  }
  const of = (look: Look) => squares.filter((square) => square.look === look);
  return plot(width, y, {
    marks: [
      ...(Object.keys(PAINT) as Look[])
        .filter((look) => of(look).length > 0)
        .flatMap((look) => [
          Plot.rect(of(look), { ...SIDES, ...PAINT[look] }),
          ...over(look, of(look)),
        ]),
      ...words(texts),
    ],
  });
}

const SIDES = { x1: "x1", x2: "x2", y1: "y1", y2: "y2" } as const;

/** What is written on a mark of numbers that disagree: ≠, and where it is said why ※, the sign of a note. */
const SIGN: Partial<Record<Look, string>> = { unequal: UNEQUAL, explained: EXPLAINED };

/** What is drawn on a mark: one slash, or a sign. */
function over(look: Look, squares: readonly Square[]): Plot.Markish[] {
  if (look === "missed")
    return [Plot.link(squares, { x1: "x1", x2: "x2", y1: "y2", y2: "y1", stroke: "var(--line)" })];
  const sign = SIGN[look];
  if (!sign) return [];
  return [
    Plot.text(squares, {
      x: ({ x1, x2 }: Square) => (x1 + x2) / 2,
      y: ({ y1, y2 }: Square) => (y1 + y2) / 2,
      text: () => sign,
      fontWeight: "bold",
      ...(look === "unequal" ? { fill: "var(--alert)" } : {}),
    }),
  ];
}

/** What each look is, with its number, behind a small mark of it; gives the height of the lines. */
function keyLines(
  parts: readonly PaintedPart[],
  width: Width,
  top: number,
  texts: { text: string; x: number; y: number; bold: boolean }[],
  squares: Square[],
): number {
  let [x, line] = [0, 0];
  parts.forEach((part, i) => {
    const bold = i === 0 && isExact(part.amount) && part.look !== "unknown";
    const text = partText(part);
    const isMarked = lengthOf(part.amount) > 0;
    const long = (isMarked ? KEY + 7 : 0) + textWidth(text, 16, bold) * SPREAD;
    if (x > 0 && x + long > width) [x, line] = [0, line + 1];
    const middle = top + line * LINE + 12;
    if (isMarked) {
      const { look } = part;
      const sign = SIGN[look];
      if (sign) texts.push({ text: sign, x, y: middle, bold: true });
      else squares.push({ look, x1: x, x2: x + KEY, y1: middle - KEY / 2, y2: middle + KEY / 2 });
    }
    texts.push({ text, x: x + (isMarked ? KEY + 7 : 0), y: middle, bold });
    x += long + 22;
  });
  return (line + 1) * LINE + 2;
}

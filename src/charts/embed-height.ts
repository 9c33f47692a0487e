/** How high a chart is in a frame of a width: what the codes for articles say where no script says it. */
import { UNKNOWN } from "../text/format.ts";
import { phrases } from "../text/phrases.ts";
import { linePieces } from "../text/whole.ts";
import { glyphsWidth } from "./forms/svg.ts";
import type { Rendered } from "./render.ts";

/** From a watch to the widest column of an article, in CSS pixels. */
export const FRAME = { narrowest: 240, widest: 1240 } as const;

/** The sheets of the embed in pixels: see chart.css and embed.css. */
const COLUMN_FROM = 440;
const WIDE_FROM = 560;
const BESIDE_FROM = 760;
const PAD = 8;
const PAD_BESIDE = 10;
const GAP = 24;
const TITLE = { size: 21, line: 28.35 };
const TEXT = { size: 16, line: 25.6 };
const BODY = { size: 18, line: 31.5 };
/** What stands in the place of a drawing: its edges above and below, at its sides. */
const GAP_BOX = { edges: 50, sides: 26 };
const ONLY_BOX = { edges: 36, sides: 0 };
const DEMO_TAG = 38;
const DRAWING_MARGINS = 24;
/** A 汉字 is as wide as it is high in every font; digits are in some wider than we think, small letters narrower. In em. */
const DIGIT_WIDER = 0.04;
const LETTER_NARROWER = 0.05;
/** It is half as wide as a 汉字, and a little more. */
const DASH_NARROWER = 0.4;
/** Its margins. */
const NOT_EQUAL = 0.3;
/** Browsers round what they add up: a line that would be full to the pixel may be too long. */
const ROUNDED = 1;

/** Two drawings of more characters do not go into one embed of 5 KB. */
const HEAVY = 9_000;

/** What an embed shows from a width on: drawn for a column, or as on pages, if that weighs less with the narrow one. */
export function columnOf(rendered: Rendered): { svg: string | null; from: number } {
  const { narrow, wide, column } = rendered;
  const svg = column();
  return (narrow?.length ?? 0) + (svg?.length ?? 0) > HEAVY
    ? { svg: wide, from: WIDE_FROM }
    : { svg, from: COLUMN_FROM };
}

const known = new WeakMap<Rendered, (width: number) => number>();

/** At least as high as its content, at 16 px type, by the width of the frame; measured once, whoever asks. */
export function heightsOf(rendered: Rendered, demo: boolean): (width: number) => number {
  const found = known.get(rendered) ?? remembered(measured(rendered, demo));
  known.set(rendered, found);
  return found;
}

function remembered(at: (width: number) => number): (width: number) => number {
  const heights: number[] = [];
  return (width) => (heights[width] ??= at(width));
}

function measured(rendered: Rendered, demo: boolean): (width: number) => number {
  const texts = textsOf(rendered);
  const { narrow } = rendered;
  const { svg: column, from } = columnOf(rendered);
  const [narrowHeight, columnHeight] = [drawnHeight(narrow), drawnHeight(column)];
  const words = (inner: number) =>
    (demo ? DEMO_TAG : 0) + texts.reduce((sum, text) => sum + heightOf(text, inner), 0);
  return (width) => {
    const isBeside = width >= BESIDE_FROM && from === COLUMN_FROM;
    const pad = 2 * (width >= BESIDE_FROM ? PAD_BESIDE : PAD);
    const inner = width - pad;
    if (!narrow || !column) return Math.ceil(words(inner) + pad);
    if (isBeside) {
      const third = (inner - GAP) / 3;
      return Math.ceil(Math.max(words(third), columnHeight(2 * third)) + pad);
    }
    const drawing = width < from ? narrowHeight : columnHeight;
    return Math.ceil(words(inner) + drawing(inner) + DRAWING_MARGINS + pad);
  };
}

/** A height at which nothing is cut off, however wide the frame. */
export function embedHeight(rendered: Rendered, demo: boolean): number {
  return highest(heightsOf(rendered, demo));
}

/** The highest of what `heightsOf` gives. */
export function highest(at: (width: number) => number): number {
  let most = 0;
  for (let width: number = FRAME.narrowest; width <= FRAME.widest; width++)
    most = Math.max(most, at(width));
  return most;
}

/** A paragraph: the widths of what stands in one line, and what its edges need. */
interface Paragraph {
  pieces: readonly number[];
  line: number;
  /** Left and right. */
  sides: number;
  /** Above and below. */
  edges: number;
}

function textsOf({ view, narrow, instead, source, published, state }: Rendered): Paragraph[] {
  const set = (
    pieces: readonly string[],
    { size, line }: typeof TEXT,
    edges: number,
    sides = 0,
  ) => {
    const bold = size === TITLE.size;
    return {
      pieces: pieces.map(
        (piece) =>
          glyphsWidth(piece, size, bold) +
          size *
            (DIGIT_WIDER * count(piece, /\d/g) -
              LETTER_NARROWER * count(piece, /[a-z]/g) -
              DASH_NARROWER * count(piece, /–/g) +
              NOT_EQUAL * count(piece, /[≠※]/g)),
      ),
      line,
      edges,
      sides,
    };
  };
  const box = instead === UNKNOWN ? GAP_BOX : ONLY_BOX;
  const running = linePieces;
  return [
    ...(state ? [set(broken(state), TEXT, 4)] : []),
    set(phrases(view.title), TITLE, 0),
    set(running(view.subtitle), TEXT, 4),
    ...(narrow ? [] : [set(running(instead), BODY, box.edges, box.sides)]),
    ...view.notes.map((note) => set(running(note), TEXT, 4)),
    set(broken(`来源：${[source, published].filter(Boolean).join("，")}`), TEXT, 16),
  ];
}

const PIECE = /[（《“]*(?:[\u0021-\u007e≠※＝]+|.)[，。；：、）》”？！]*/gu;

/** As a browser breaks plain text: a number may end a line and its unit begin the next. */
function broken(text: string): string[] {
  return text.match(PIECE) ?? [];
}

function heightOf({ pieces, line, edges, sides }: Paragraph, inner: number): number {
  const room = inner - sides - ROUNDED;
  let lines = 1;
  let used = 0;
  for (const piece of pieces) {
    if (used > 0 && used + piece > room) {
      lines++;
      used = 0;
    }
    // What no line can hold breaks anywhere, or at its own hyphens, which may cost one line more.
    if (piece > room) lines += Math.floor(piece / room) + 1;
    used = piece > room ? piece % room : used + piece;
  }
  return lines * line + edges;
}

/** How high a drawing is at a width. */
function drawnHeight(svg: string | null): (width: number) => number {
  const box = /viewBox="([^"]+)"/.exec(svg ?? "")?.[1] ?? "";
  const [, , w = 1, h = 0] = box.split(" ").map(Number);
  return (width) => (h * width) / w;
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}

/** How high a chart's frame must be, so that in no column of an article its last lines are cut off. */
import { phrases } from "../text/phrases.ts";
import { textWidth, unbroken } from "./forms/svg.ts";
import type { Rendered } from "./render.ts";

/** The sheets of the embed in pixels: see chart.css and embed.css. */
const PAD = { narrow: 8, wide: 10 };
const WIDE_FROM = 700;
const MOST = { narrow: 420, wide: 680 };
const NARROWEST = 240;
const TITLE = { size: 21, line: 28.35 };
const TEXT = { size: 16, line: 25.6 };
const BODY = { size: 18, line: 31.5 };
const DEMO_TAG = 38;
const DRAWING_MARGINS = 24;
/** Fonts differ: in some of them a text is this much wider than we think. */
const WIDER = 1.06;
const STEP = 2;

/** A height in CSS pixels at which nothing is cut off, however wide the frame. */
export function embedHeight(rendered: Rendered, demo: boolean): number {
  const texts = textsOf(rendered);
  const at = (inner: number, drawing: string | null, most: number) =>
    texts.reduce((sum, text) => sum + heightOf(text, inner), 0) +
    // Up to the next width that is looked at the drawing grows.
    (drawing ? drawnHeight(drawing, Math.min(inner + STEP, most)) + DRAWING_MARGINS : 0);
  const heights = [
    at(WIDE_FROM - 2 * PAD.wide, rendered.wide, MOST.wide) + 2 * PAD.wide,
    // Once the drawing grows no more, the height only shrinks with fewer lines.
    ...Array.from({ length: (MOST.narrow - NARROWEST) / STEP + PAD.narrow + 1 }, (_, i) => {
      const inner = NARROWEST - 2 * PAD.narrow + i * STEP;
      return at(inner, rendered.narrow, MOST.narrow) + 2 * PAD.narrow;
    }),
  ];
  return Math.ceil((demo ? DEMO_TAG : 0) + Math.max(...heights));
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

function textsOf({ view, narrow, instead, source, state }: Rendered): Paragraph[] {
  const set = (pieces: string[], { size, line }: typeof TEXT, edges: number, sides = 0) => {
    const bold = size === TITLE.size;
    return {
      pieces: pieces.map((piece) => textWidth(piece, size, bold) * WIDER),
      line,
      edges,
      sides,
    };
  };
  return [
    ...(state ? [set(unbroken(state), TEXT, 4)] : []),
    set(phrases(view.title), TITLE, 0),
    set(unbroken(view.subtitle), TEXT, 4),
    ...(narrow ? [] : [set(unbroken(instead), BODY, 50, 26)]),
    ...view.notes.map((note) => set(unbroken(note), TEXT, 4)),
    set(unbroken(`来源：${source}`), TEXT, 16),
  ];
}

function heightOf({ pieces, line, edges, sides }: Paragraph, inner: number): number {
  const room = inner - sides;
  let lines = 1;
  let used = 0;
  for (const piece of pieces) {
    if (used > 0 && used + piece > room) {
      lines++;
      used = 0;
    }
    // What no line can hold breaks anywhere, or at its own hyphens, which may cost one line more.
    if (piece > room) lines += Math.floor(piece / room) + 1;
    used = (used + piece) % room;
  }
  return lines * line + edges;
}

function drawnHeight(svg: string, width: number): number {
  const [, , w = 1, h = 0] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? "").split(" ").map(Number);
  return (h * width) / w;
}

/**
 * A picture as SVG for the renderer: bureau and year, marks, finding, drawing, source. In a frame of
 * one size the title gives way to the drawing, then the notes do; a drawing that could not be read
 * gives way to its numbers. Nothing is cut.
 */
import { cleanXml } from "../../text/escape.ts";
import type { Colour } from "../forms/palette.ts";
import { list, type PictureBlock, stack, tags, textBlock } from "./blocks.ts";
import type { PictureFrame } from "./frames.ts";
import { type Font, linesOf, titleLines, widthOf } from "./lines.ts";
import type { PictureWords } from "./said.ts";

/** Names the font that the renderer is given, which is no other. */
export const FAMILY = "Noto Sans SC";
/** Text of the drawings themselves. */
const TEXT = 16;

/** So many numbers at least, fewer only where there is no room for more. */
const LISTED = [12, 5, 2];
/** Of the room that a drawing leaves in a frame, what stands above it. */
const ABOVE = 0.35;

/** A drawing in its colours, and its size. */
export interface Drawing {
  inner: string;
  width: number;
  height: number;
}

export interface Content {
  said: PictureWords;
  /** Of which one is shown; none where there is nothing to draw. */
  drawings: readonly Drawing[];
  colours: Readonly<Record<Colour, string>>;
  font: Font;
}

/** The SVG of a picture, as high as its frame or as it needs. */
export function picture(frame: PictureFrame, content: Content): string {
  const { head, foot, gap } = edges(frame, content);
  const inner = frame.width - 2 * frame.pad;
  const room =
    frame.height === undefined
      ? Number.POSITIVE_INFINITY
      : frame.height - 1.6 * frame.pad - head.height - foot.height - 2 * gap;
  const body = bodyOf(frame, content, { width: inner, height: room, gap });
  const top = 0.8 * frame.pad;
  const start = top + head.height + gap;
  const height = frame.height ?? Math.ceil(start + body.height + gap + foot.height + top);
  const parts = [
    head.draw(frame.pad, top),
    body.draw(frame.pad, start),
    foot.draw(frame.pad, height - top - foot.height),
  ];
  const { ink, paper } = content.colours;
  return cleanXml(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${height}" width="${frame.width}" height="${height}" font-family="${FAMILY}" font-size="${TEXT}" fill="${ink}" color="${ink}"><rect width="100%" height="100%" fill="${paper}"/>${parts.join("")}</svg>`,
  );
}

function edges(frame: PictureFrame, { said, colours, font }: Content) {
  const width = frame.width - 2 * frame.pad;
  const gap = frame.text * 0.75;
  const year = widthOf(said.year, font, { size: frame.head });
  const named = { size: frame.head, fill: colours.muted };
  const beside = width - year - 2 * frame.head;
  const own = widthOf(said.bureau, font, named) <= beside;
  const bureau = textBlock(
    linesOf(own ? said.bureau : `${said.bureau} ${said.year}`, width, font, named),
    named,
  );
  const head: PictureBlock = {
    height: bureau.height + frame.head * 0.7,
    draw(x, y) {
      const at = y + bureau.height + frame.head * 0.3;
      const thick = frame.head * 0.16;
      const when = own ? textBlock([said.year], named).draw(x + width - year, y) : "";
      return `${bureau.draw(x, y)}${when}<path d="M${x} ${at + thick / 2}h${width}" stroke="${colours.ink}" stroke-width="${thick}"/><path d="M${x} ${at + thick * 2}h${width}" stroke="${colours.ink}" stroke-width="1.5"/>`;
    },
  };
  const size = frame.foot;
  if (size === null) return { head, foot: { height: 0, draw: () => "" }, gap };
  const text = textBlock(
    said.foot.flatMap((one) => linesOf(one, width, font, { size })),
    { size, fill: colours.muted },
  );
  const foot: PictureBlock = {
    height: text.height + size * 0.6,
    draw: (x, y) =>
      `<path d="M${x} ${y}h${width}" stroke="${colours.rule}" stroke-width="1.5"/>${text.draw(x, y + size * 0.6)}`,
  };
  return { head, foot, gap };
}

interface Box {
  width: number;
  height: number;
  gap: number;
}

function bodyOf(frame: PictureFrame, content: Content, box: Box): PictureBlock {
  const attempts = [...attemptsOf(frame, content)];
  for (const { title, notes, set } of attempts) {
    const body = set(title, notes, box);
    if (body && body.height <= box.height) return body;
  }
  // The words alone, as small as they come.
  return words(frame, content, frame.titles.at(-1)!, false, box.width) ?? stack([], 0);
}

interface Attempt {
  title: number;
  notes: boolean;
  set: (title: number, notes: boolean, box: Box) => PictureBlock | null;
}

function* attemptsOf(frame: PictureFrame, content: Content): Iterable<Attempt> {
  const noted = content.said.notes.length > 0 && frame.foot !== null ? [true, false] : [false];
  const { said } = content;
  const undrawn = { ...content, said: { ...said, subtitle: said.scope } };
  const listed = { ...undrawn, said: { ...said, subtitle: `${said.scope}${said.what}` } };
  const sets = [
    ...frame.drawn.flatMap((least) => [drawn(frame, content, least)]),
    ...LISTED.map((least) => numbers(frame, listed, least)),
    bare(frame, undrawn),
  ];
  for (const set of sets)
    for (const notes of noted) for (const title of frame.titles) yield { title, notes, set };
}

/** Words, and the drawing below or beside them, its text at least of that size. */
function drawn(frame: PictureFrame, content: Content, least: number): Attempt["set"] {
  return (title, notes, { width, height, gap }) => {
    const above = words(frame, content, title, false, width);
    const under = notes ? noteBlock(frame, content, width) : textBlock([], { size: 1, fill: "" });
    const taken = (above?.height ?? 0) + under.height + gap * (under.height > 0 ? 2 : 1);
    const rest = height - taken;
    const below = above && fitted(frame, content, least, width, rest);
    if (below) {
      const spare = Number.isFinite(rest) ? Math.max(0, rest - below.height) : 0;
      const pushed: PictureBlock = {
        height: below.height + spare,
        draw: (x, y) => below.draw(x, y + spare * ABOVE),
      };
      return stack([above, pushed, under], gap);
    }
    if (frame.beside === undefined) return null;
    const left = width * frame.beside;
    const own = words(frame, content, title, notes, left);
    const right = fitted(frame, content, least, width - left - 2 * gap, height);
    return own && right && beside(own, right, left + 2 * gap, height);
  };
}

/** The drawing whose text becomes largest. */
function fitted(
  { most }: PictureFrame,
  { drawings }: Content,
  least: number,
  width: number,
  height: number,
): PictureBlock | null {
  const [best] = drawings
    .map((one) => ({
      ...one,
      scale: Math.min(width / one.width, height / one.height, most / TEXT),
    }))
    .sort((a, b) => b.scale - a.scale);
  if (!best || best.scale * TEXT < least) return null;
  const scale = Math.round(best.scale * 1000) / 1000;
  return {
    height: best.height * scale,
    draw: (x, y) =>
      `<g transform="translate(${Math.round(x)} ${Math.round(y)}) scale(${scale})">${best.inner}</g>`,
  };
}

/** The numbers in the place of a drawing, at least so many of them, below the words or beside them. */
function numbers(frame: PictureFrame, content: Content, least: number): Attempt["set"] {
  const { said, colours, font } = content;
  const { ink, muted, rule } = colours;
  const size = Math.max(...frame.drawn, frame.text * 1.1);
  const few = Math.min(least, said.items.length);
  const listed = (width: number, height: number) =>
    said.items.length === 0
      ? textBlock(linesOf(said.instead, width, font, { size }), { size, fill: muted })
      : list(said.items, { width, height, least: few }, font, { size, ink, muted, rule });
  return (title, notes, { width, height, gap }) => {
    const above = words(frame, content, title, notes, width);
    const below = above && listed(width, height - above.height - gap);
    if (above && below) return stack([above, below], gap);
    if (frame.beside === undefined) return null;
    const left = width * frame.beside;
    const own = words(frame, content, title, notes, left);
    const right = listed(width - left - 2 * gap, height);
    return own && right && beside(own, right, left + 2 * gap, height);
  };
}

function beside(
  left: PictureBlock,
  right: PictureBlock,
  x: number,
  height: number,
): PictureBlock | null {
  if (left.height > height || right.height > height) return null;
  const y = (height - right.height) / 2;
  return { height, draw: (at, top) => left.draw(at, top) + right.draw(at + x, top + y) };
}

function bare(frame: PictureFrame, content: Content): Attempt["set"] {
  return (title, notes, { width }) => words(frame, content, title, notes, width);
}

/** Marks, title, scope and unit; with its notes where there is room. */
function words(
  frame: PictureFrame,
  content: Content,
  title: number,
  notes: boolean,
  width: number,
): PictureBlock | null {
  const { said, colours, font } = content;
  const lines = titleLines(said.title, width, font, { size: title, bold: true });
  // Rather a smaller title than one whose phrases are torn.
  if (lines.torn && title !== frame.titles.at(-1)) return null;
  const state = said.calm ? colours.ink : colours.alert;
  const bold = { size: title, bold: true, fill: colours.ink, leading: 1.3 };
  const marks = [
    ...(said.demo ? [{ text: said.demo, colour: colours.ink, dashed: true }] : []),
    ...said.states.map((text) => ({ text, colour: state })),
  ];
  const muted = { size: frame.text, fill: colours.muted };
  return stack(
    [
      tags(marks, width, font, frame.head),
      textBlock(lines.lines, bold),
      textBlock(linesOf(said.subtitle, width, font, muted), muted),
      ...(notes ? [noteBlock(frame, content, width)] : []),
    ],
    frame.text * 0.3,
  );
}

function noteBlock(
  { text }: PictureFrame,
  { said, colours, font }: Content,
  width: number,
): PictureBlock {
  const size = text * 0.92;
  return textBlock(
    said.notes.flatMap((note) => linesOf(note, width, font, { size })),
    { size, fill: colours.muted },
  );
}

/** Lines of a picture: text broken by the widths that the font itself gives, as Chinese is broken. */
import { phrases } from "../../text/phrases.ts";
import { unbroken } from "../forms/svg.ts";
import type { Glyphs } from "./glyphs.ts";

/** The two weights of the font. */
export interface Font {
  plain: Glyphs;
  bold: Glyphs;
}

export interface Lettering {
  size: number;
  bold?: boolean;
}

/** What closes never begins a line, what opens never ends one. */
const NEVER_FIRST = /^[，。；：、）》”’？！」』】〉〕…—·～％‰),.;:!?%\]}]/;
const NEVER_LAST = /[（《“‘「『【〈〔([{]$/;

/** Part and section of a report are one name. */
const SECTION = /([一二三四五六七八九十]+（[一二三四五六七八九十]+）)/;

/** Of the width: a shorter last line looks like a slip. */
const SHORT = 0.2;

export function widthOf(text: string, font: Font, style: Lettering): number {
  return unitsOf(text, font, style) * style.size;
}

/** In em, with what stands before it in the line. */
function unitsOf(text: string, font: Font, { bold }: Lettering, before = 0): number {
  const glyphs = bold ? font.bold : font.plain;
  let units = before;
  for (const char of text) units += glyphs.width(char);
  return units;
}

/** Running text; no word or two alone in its last line. */
export function linesOf(text: string, width: number, font: Font, style: Lettering): string[] {
  const pieces = joined(
    text.split(SECTION).flatMap((part, i) => (i % 2 ? [part] : unbroken(part))),
  );
  const lines = filled(pieces, width, font, style);
  const last = widthOf(lines.at(-1) ?? "", font, style);
  return lines.length > 1 && last < SHORT * width ? even(pieces, lines, width, font, style) : lines;
}

/** A title: broken between phrases, its lines about as long as each other; torn where a phrase is too wide. */
export function titleLines(
  title: string,
  width: number,
  font: Font,
  style: Lettering,
): { lines: string[]; torn: boolean } {
  const pieces = joined(phrases(title));
  const torn = pieces.some((piece) => widthOf(piece.trimEnd(), font, style) > width);
  return { lines: even(pieces, filled(pieces, width, font, style), width, font, style), torn };
}

/** As many lines, as narrow as they can be with no piece broken for it. */
function even(
  pieces: readonly string[],
  lines: readonly string[],
  width: number,
  font: Font,
  style: Lettering,
): string[] {
  const whole = pieces.map((piece) => widthOf(piece.trimEnd(), font, style));
  let low = Math.max(width / 2, ...whole.filter((one) => one <= width));
  let high = width;
  if (filled(pieces, low, font, style).length === lines.length) high = low;
  while (high - low > style.size / 4) {
    const middle = (low + high) / 2;
    if (filled(pieces, middle, font, style).length > lines.length) low = middle;
    else high = middle;
  }
  return filled(pieces, high, font, style);
}

function filled(pieces: readonly string[], width: number, font: Font, style: Lettering): string[] {
  const lines: string[] = [];
  let line = "";
  /** The width of the line so far, in em: what stands there is not measured again. */
  let units = 0;
  const fits = (text: string, before = 0) =>
    unitsOf(text.trimEnd(), font, style, before) * style.size <= width;
  const small = pieces.flatMap((piece) => (fits(piece) ? [piece] : joined(unbroken(piece))));
  const all = small.flatMap((piece) => (fits(piece) ? [piece] : joined([...piece])));
  for (const piece of all) {
    if (line !== "" && piece.trim() !== "" && !fits(piece, units)) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
      units = unitsOf(line, font, style);
    } else {
      line += piece;
      units = unitsOf(piece, font, style, units);
    }
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  return lines;
}

/** Pieces between which a line may break. */
function joined(pieces: readonly string[]): string[] {
  const all: string[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last !== undefined && (NEVER_FIRST.test(piece) || NEVER_LAST.test(last)))
      all[all.length - 1] = last + piece;
    else all.push(piece);
  }
  return all;
}

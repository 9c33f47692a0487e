/** What a picture is put together of: blocks, each as high as it needs. */
import { escaped } from "../../text/escape.ts";
import { type Font, type Lettering, linesOf, widthOf } from "./lines.ts";

export interface PictureBlock {
  height: number;
  draw: (x: number, y: number) => string;
}

const LEADING = 1.4;
/** Of the size, from the top of a line's glyphs to the line they stand on. */
const BASE = 0.87;

const rounded = (value: number) => Math.round(value * 10) / 10;

interface Text extends Lettering {
  fill: string;
  leading?: number;
}

export function line(x: number, y: number, text: string, { size, bold, fill }: Text): string {
  const weight = bold ? ' font-weight="700"' : "";
  return `<text x="${rounded(x)}" y="${rounded(y + size * BASE)}" font-size="${size}"${weight} fill="${fill}">${escaped(text)}</text>`;
}

export function textBlock(lines: readonly string[], text: Text): PictureBlock {
  const pitch = text.size * (text.leading ?? LEADING);
  return {
    height: lines.length * pitch,
    draw: (x, y) =>
      lines.map((one, i) => line(x, y + i * pitch + (pitch - text.size) / 2, one, text)).join(""),
  };
}

export function stack(blocks: readonly PictureBlock[], gap: number): PictureBlock {
  const full = blocks.filter(({ height }) => height > 0);
  return {
    height: full.reduce((sum, { height }) => sum + height, 0) + gap * Math.max(0, full.length - 1),
    draw(x, y) {
      let at = y;
      return full
        .map(({ height, draw }) => {
          const drawn = draw(x, at);
          at += height + gap;
          return drawn;
        })
        .join("");
    },
  };
}

/** Words in frames, beside each other while there is room. */
export function tags(
  words: readonly { text: string; colour: string; dashed?: boolean }[],
  width: number,
  font: Font,
  size: number,
): PictureBlock {
  const [inner, between] = [size * 0.4, size * 0.6];
  const pitch = size * 1.9;
  let [x, row] = [0, 0];
  const placed = words.flatMap(({ text, colour, dashed }) => {
    const lines = linesOf(text, width - 2 * inner, font, { size, bold: true });
    return lines.map((one) => {
      const wide = widthOf(one, font, { size, bold: true }) + 2 * inner;
      if (x > 0 && x + wide > width) [x, row] = [0, row + 1];
      const place = { one, colour, dashed, wide, x, row };
      x += wide + between;
      return place;
    });
  });
  return {
    height: placed.length > 0 ? (row + 1) * pitch : 0,
    draw: (left, top) =>
      placed
        .map(({ one, colour, dashed, wide, x, row }) => {
          const y = top + row * pitch + size * 0.15;
          const dash = dashed ? ' stroke-dasharray="6 4"' : "";
          const box = `<rect x="${rounded(left + x + 1)}" y="${rounded(y)}" width="${rounded(wide - 2)}" height="${rounded(size * 1.5)}" fill="none" stroke="${colour}" stroke-width="2"${dash}/>`;
          const said = line(left + x + inner, y + size * 0.25, one, {
            size,
            bold: true,
            fill: colour,
          });
          return box + said;
        })
        .join(""),
  };
}

/** Lines of names and values, as many as fit, at least so many; what is left out is said. */
export function list(
  items: readonly { name: string; value: string }[],
  { width, height, least }: { width: number; height: number; least: number },
  font: Font,
  { size, ink, muted, rule }: { size: number; ink: string; muted: string; rule: string },
): PictureBlock | null {
  const rows = items.map(({ name, value }) => row(name, value, width, font, { size, ink, rule }));
  for (let shown = rows.length; shown >= least; shown--) {
    const left = items.length - shown;
    const more = textBlock(left > 0 ? [`另有${left}项`] : [], { size: size * 0.9, fill: muted });
    const all = stack([...rows.slice(0, shown), more], 0);
    if (all.height <= height) return all;
  }
  return null;
}

function row(
  name: string,
  value: string,
  width: number,
  font: Font,
  { size, ink, rule }: { size: number; ink: string; rule: string },
): PictureBlock {
  const bold = { size, bold: true, fill: ink };
  const room = width - widthOf(value, font, bold) - size;
  const beside = room > size * 6;
  const names = linesOf(name, beside ? room : width, font, { size });
  const values = beside ? [value] : linesOf(value, width, font, bold);
  const label = textBlock(names, { size, fill: ink });
  const number = textBlock(values, bold);
  const height = (beside ? label.height : label.height + number.height) + size * 0.4;
  return {
    height,
    draw(x, y) {
      const end = x + width - (beside ? widthOf(value, font, bold) : width);
      const below = y + size * 0.2 + (beside ? 0 : label.height);
      const under = rounded(y + height);
      return `${label.draw(x, y + size * 0.2)}${number.draw(end, below)}<path d="M${x} ${under}h${width}" stroke="${rule}"/>`;
    },
  };
}

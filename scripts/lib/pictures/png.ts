/** Pixels as a PNG without transparency, by a list of their colours: of nearly every picture a byte a pixel is enough. */
import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
const RGB = 2;
const PALETTE = 3;
/** So many colours a byte tells apart. */
const MOST_COLOURS = 256;
/** Names how pictures are written: what another program kept is written anew. */
export const WRITING = "colours";

/** `rgba`: four bytes a pixel, opaque, from the top left. */
export function pngOf(rgba: Uint8Array, width: number, height: number): Buffer {
  const listed = listedIn(rgba, width, height);
  const { type, lines } = listed
    ? { type: PALETTE, lines: listed.lines }
    : { type: RGB, lines: inFull(rgba, width, height) };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, type], 8);
  return Buffer.concat([
    Buffer.from(SIGNATURE),
    chunk("IHDR", header),
    ...(listed ? [chunk("PLTE", listed.colours)] : []),
    chunk("IDAT", deflateSync(lines, { level: 6 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/**
 * The colours in the order in which they come, three bytes each, and of each pixel which it is; null
 * where there are too many. Each line begins with its filter: none, flat colours have nothing to gain.
 */
function listedIn(
  rgba: Uint8Array,
  width: number,
  height: number,
): { colours: Buffer; lines: Buffer } | null {
  const bytes = Buffer.from(rgba.buffer, rgba.byteOffset, rgba.byteLength);
  // A copy where the pixels do not begin at the place of a number.
  const own = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
  const pixels = new Uint32Array(own.buffer, own.byteOffset, width * height);
  const places = new Map<number, number>();
  const lines = Buffer.alloc(height * (1 + width));
  let [last, place] = [-1, 0];
  for (let y = 0; y < height; y++) {
    const [from, to] = [y * width, y * (1 + width)];
    const start = 4 * from;
    if (y > 0 && bytes.compare(bytes, start - 4 * width, start, start, start + 4 * width) === 0) {
      // Most lines are as the one above.
      lines.copyWithin(to, to - 1 - width, to);
      continue;
    }
    for (let x = 0; x < width; x++) {
      const colour = pixels[from + x]!;
      if (colour !== last) {
        last = colour;
        place = places.get(colour) ?? places.size;
        if (place === MOST_COLOURS) return null;
        places.set(colour, place);
      }
      lines[to + 1 + x] = place;
    }
  }
  const colours = Buffer.alloc(3 * places.size);
  const colour = new Uint32Array(1);
  const parts = new Uint8Array(colour.buffer);
  for (const [one, at] of places) {
    colour[0] = one;
    colours.set(parts.subarray(0, 3), 3 * at);
  }
  return { colours, lines };
}

/** Three bytes a pixel. */
function inFull(rgba: Uint8Array, width: number, height: number): Buffer {
  const lines = Buffer.alloc(height * (1 + 3 * width));
  for (let y = 0, from = 0, to = 0; y < height; y++) {
    to++;
    for (let x = 0; x < width; x++, from += 4, to += 3) {
      lines[to] = rgba[from]!;
      lines[to + 1] = rgba[from + 1]!;
      lines[to + 2] = rgba[from + 2]!;
    }
  }
  return lines;
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}

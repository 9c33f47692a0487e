/** What a font (TrueType) has: which characters, and how wide each is. */

export interface Glyphs {
  has(char: string): boolean;
  /** In em; a character that it lacks is as wide as a 汉字. */
  width(char: string): number;
}

/** Reads the tables of a font that tell it: `cmap`, format 12, and `hmtx`. */
export function glyphsOf(font: Uint8Array): Glyphs {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const table = tablesOf(view);
  const em = view.getUint16(table("head") + 18);
  const measured = view.getUint16(table("hhea") + 34);
  const widths = table("hmtx");
  const groups = groupsOf(view, table("cmap"));
  const glyph = (char: string): number => groups(char.codePointAt(0) ?? 0);
  const known = new Map<string, number>();
  const width = (char: string): number => {
    const id = glyph(char);
    return id === 0 ? 1 : view.getUint16(widths + 4 * Math.min(id, measured - 1)) / em;
  };
  return {
    has: (char) => glyph(char) !== 0,
    width(char) {
      let found = known.get(char);
      if (found === undefined) {
        found = width(char);
        known.set(char, found);
      }
      return found;
    },
  };
}

function tablesOf(view: DataView): (tag: string) => number {
  const places = new Map<string, number>();
  for (let i = 0, at = 12; i < view.getUint16(4); i++, at += 16) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));
    places.set(tag, view.getUint32(at + 8));
  }
  return (tag) => {
    const place = places.get(tag);
    if (place === undefined) throw new Error(`The font has no table ${tag}.`);
    return place;
  };
}

/** The number of a character's glyph; 0 where there is none. */
function groupsOf(view: DataView, cmap: number): (code: number) => number {
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const at = cmap + view.getUint32(cmap + 4 + 8 * i + 4);
    if (view.getUint16(at) !== 12) continue;
    const count = view.getUint32(at + 12);
    const group = (index: number) => at + 16 + 12 * index;
    return (code) => {
      let [low, high] = [0, count];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (view.getUint32(group(middle) + 4) < code) low = middle + 1;
        else high = middle;
      }
      const from = low < count ? view.getUint32(group(low)) : Number.POSITIVE_INFINITY;
      return code < from ? 0 : view.getUint32(group(low) + 8) + code - from;
    };
  }
  throw new Error("The font has no map of all characters (cmap, format 12).");
}

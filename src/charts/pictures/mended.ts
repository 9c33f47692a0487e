/**
 * No character is drawn as nothing: the renderer leaves out without a word what its font lacks. A
 * rare 汉字 or an emoji in the data must not keep a bureau from publishing, so it becomes □, as printers
 * set what they have no type for, and the build names it.
 */
import type { Font } from "./lines.ts";

export const ABSENT = "□";

/** Seen by nobody, in no font. */
const UNSEEN = /[\p{Cf}\p{Cc}]|\p{Variation_Selector}/gu;

export function mended(svg: string, { plain, bold }: Font): { svg: string; absent: string[] } {
  const absent = new Set<string>();
  const has = (char: string) => plain.has(char) && bold.has(char);
  if (!has(ABSENT)) throw new Error(`图片的字体里没有“${ABSENT}”。`);
  const all = svg.replace(/>[^<]+/g, (text) =>
    text.replace(UNSEEN, "").replace(/[^\u0020-\u007e]/gu, (char) => {
      if (has(char)) return char;
      absent.add(char);
      return ABSENT;
    }),
  );
  return { svg: all, absent: [...absent] };
}

/** A text cut short where a character ends as people see it: never within an emoji or an accented letter. */

const segmenter = new Intl.Segmenter("zh", { granularity: "grapheme" });

/** The first characters of a text that take at most so many code points together. */
export function cut(text: string, most: number): string {
  // No character is longer than what is looked at here, unless it is no character of any language.
  const head = text.slice(0, most * 4);
  let length = 0;
  let kept = "";
  for (const { segment } of segmenter.segment(head)) {
    length += [...segment].length;
    if (length > most) return kept === "" ? [...segment].slice(0, most).join("") : kept;
    kept += segment;
  }
  return kept;
}

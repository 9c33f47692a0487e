/** A title as it is typed by the first letters of its readings: 噪声扰民 → zsrm. */
import { readingOf } from "../text/pinyin.ts";

export function initialsOf(title: string): string {
  return [...title.normalize("NFKC").toLowerCase()]
    .map((character) => readingOf(character)?.[0] ?? character)
    .join("")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** What the search says of what it found. */
import type { SearchResult } from "./find.ts";

/** Pages shown before the reader asks for all of them. */
export const FIRST_HITS = 20;

export function hitsText(words: string, { hits, said, isTyped }: SearchResult): string {
  if (words === "") return "";
  if (hits.length === 0)
    return `没有哪一页写到“${words}”。换一个短一些的词，或者换一种说法，或者看下面的词。`;
  if (isTyped) return `${hits.length}页的标题按拼音是“${words}”`;
  const quoted = said.map((word) => `“${word}”`).join("或");
  return `${said.includes(words) ? "" : `没有哪一页写到“${words}”；`}${hits.length}页写到${quoted}`;
}

export function allHitsText(pages: number): string {
  return `显示全部${pages}页`;
}

/** What the search says of what it found. */

/** Pages shown before the reader asks for all of them. */
export const FIRST_HITS = 20;

export function hitsText(words: string, pages: number): string {
  if (words === "") return "";
  return pages === 0
    ? `没有哪一页写到“${words}”。换一个短一些的词，或者看下面的词。`
    : `${pages}页写到“${words}”`;
}

export function allHitsText(pages: number): string {
  return `显示全部${pages}页`;
}

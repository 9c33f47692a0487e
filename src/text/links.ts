/** Addresses. All links are relative, so that one dist/ works at a root and under any sub-path. */

/** The way from a page to the site's root: `/charts/x/` → `../../`, `/` → `./`. */
export function rootOf(url: URL): string {
  const depth = url.pathname.split("/").filter(Boolean).length;
  return depth === 0 ? "./" : "../".repeat(depth);
}

/** A fragment for a word of the data: what an id may hold, still readable in Chinese. */
export function fragmentOf(word: string): string {
  return word.replace(/[\s"'<>&#?%/\\]+/g, "-");
}

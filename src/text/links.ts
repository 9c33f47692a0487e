/** Addresses. All links are relative, so that one dist/ works at a root and under any sub-path. */

/** The way from a page to the site's root: `/charts/x/` → `../../`, `/` → `./`. */
export function rootOf(url: URL): string {
  const depth = url.pathname.split("/").filter(Boolean).length;
  return depth === 0 ? "./" : "../".repeat(depth);
}

/** A fragment for a word of the data: what an id may hold, a letter first, still readable in Chinese. */
export function fragmentOf(word: string): string {
  const id = word.replace(/[^\p{L}\p{N}_-]+/gu, "-");
  return /^\p{L}/u.test(id) ? id : `组-${id}`;
}

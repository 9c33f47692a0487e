/** A style sheet without what a page has no use for: rules of classes that are not in it, colours that nothing names. */

const RULE = /([^{}]+)\{([^{}]*)\}/g;
const CLASS = /\.([a-z][\w-]*)/g;
const DECLARED = /(--[\w-]+):[^;{}]*;?/g;

/** `always` are classes that come by script. The sheet is as it is sent, without comments and blanks. */
export function lean(sheet: string, html: string, always: readonly string[]): string {
  const has = new Set([
    ...always,
    ...[...html.matchAll(/class="([^"]*)"/g)].flatMap(([, names]) => names!.split(/\s+/)),
  ]);
  const isMet = (selector: string) =>
    [...selector.matchAll(CLASS)].every(([, name]) => has.has(name!));
  const ruled = sheet
    .replace(RULE, (rule, selectors: string, body: string) => {
      // A list within brackets is one selector.
      const all = selectors.split(/,(?![^(]*\))/);
      const met = all.filter(isMet);
      return met.length === all.length ? rule : met.length ? `${met.join(",")}{${body}}` : "";
    })
    .replace(/@media[^{}]+\{\}/g, "");
  const named = new Set((ruled + html).match(/var\(--[\w-]+/g));
  return ruled.replace(DECLARED, (own, name) => (named.has(`var(${name}`) ? own : ""));
}

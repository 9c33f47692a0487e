/** A style sheet as an old browser reads it: what Chromium 86 and Safari 14 do not know is not there. */

/** Rules that neither takes: of a rule with one unknown selector the whole is dropped. */
const SELECTORS = /:has\(|:is\(|:where\(|::details-content/;
const BLOCKS = /^@(?:container|layer|scope|starting-style)\b/;
const DECLARATIONS =
  /(?:^|;)\s*(?:(?:text-wrap(?:-style)?|aspect-ratio|container(?:-type|-name)?|text-autospace|text-spacing-trim|content-visibility|inset|accent-color|scroll-margin-\w+)\s*:[^;]*|[\w-]+\s*:[^;]*\b(?:subgrid|cq[iwhb]|clamp)\b[^;]*)(?=;|$)/g;

export function oldSheet(sheet: string): string {
  let out = "";
  let at = 0;
  const css = sheet.replace(/\/\*[\s\S]*?\*\//g, "");
  while (at < css.length) {
    const open = css.indexOf("{", at);
    if (open < 0) break;
    const close = endOf(css, open);
    const head = css.slice(at, open).trim();
    const body = css.slice(open + 1, close);
    at = close + 1;
    if (BLOCKS.test(head) || SELECTORS.test(head)) continue;
    if (/^@(?:media|supports)/.test(head)) out += `${head}{${oldSheet(body)}}`;
    else out += `${head}{${body.replace(DECLARATIONS, "")}}`;
  }
  return out;
}

function endOf(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at++) {
    if (css[at] === "{") depth++;
    if (css[at] === "}" && --depth === 0) return at;
  }
  return css.length;
}

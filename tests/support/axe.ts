/** What axe finds wrong on an open page. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** To describe all that is right, each node by a selector of its own, would take as long as to look. */
const FAULTS_ALONE: Parameters<AxeBuilder["options"]>[0] = {
  resultTypes: ["violations"],
  selectors: false,
};

/** Asked of each text and its ground; they are two thirds of axe's time. */
const COLOURS = ["color-contrast", "link-in-text-block"];
const RULES = {
  colours: { runOnly: COLOURS },
  "all else": { rules: Object.fromEntries(COLOURS.map((rule) => [rule, { enabled: false }])) },
};

interface Asked {
  /** This document has axe already. */
  kept?: boolean;
  /** Of all rules when left out: only of colours, or of all else. */
  rules?: keyof typeof RULES;
  /** What is looked at, as a selector; the whole page when left out. */
  within?: string;
}

export async function axeFaults(
  page: Page,
  { kept = false, rules, within }: Asked = {},
): Promise<string[]> {
  const builder = new AxeBuilder(kept ? { page, axeSource: "0" } : { page })
    .setLegacyMode()
    .options({ ...FAULTS_ALONE, ...(rules && RULES[rules]) });
  if (within) builder.include(within);
  const { violations } = await builder.analyze();
  return violations.map(
    ({ id, nodes }) => `${id} ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 120))}`,
  );
}

/** Marks a text of a kind that axe has not seen. */
const NEW = "data-new-to-axe";

/**
 * Colours of texts, on pages that are looked at one after another, at several widths, light and dark:
 * of those of one class, in the same colours on the same grounds, one stands for all.
 */
export class ColoursSeen {
  readonly #known = new Set<string>();

  /** `looked`: how many kinds of text were new. */
  async faults(page: Page): Promise<{ looked: number; faults: string[] }> {
    const kinds = await page.evaluate(textsByKind);
    const fresh = kinds.filter((kind) => !this.#known.has(kind));
    if (fresh.length === 0) return { looked: 0, faults: [] };
    for (const kind of fresh) this.#known.add(kind);
    const mark = (on: boolean) => page.evaluate(markTexts, { kinds: fresh, name: NEW, on });
    await mark(true);
    const faults = await axeFaults(page, { kept: true, rules: "colours", within: `[${NEW}]` });
    await mark(false);
    return { looked: fresh.length, faults };
  }
}

type WithTexts = typeof globalThis & { texts: Map<string, Element> };

/** The kinds of text that are seen, one element of each kept; runs in the page. */
function textsByKind(): string[] {
  /** What lets all through that is below it. */
  const CLEAR = "rgba(0, 0, 0, 0) none 1";
  const grounds = new Map<Element | null, string>([[null, ""]]);
  const groundOf = (node: Element | null): string => {
    const known = grounds.get(node);
    if (known !== undefined || !node) return known ?? "";
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(node);
    const own = `${backgroundColor} ${backgroundImage} ${opacity}`;
    const below = groundOf(node.parentElement);
    const all = own === CLEAR ? below : `${below} > ${own}`;
    grounds.set(node, all);
    return all;
  };
  const texts = new Map<string, Element>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const node = text.parentElement;
    if (!node || !text.nodeValue?.trim() || node.closest("svg")) continue;
    if (!node.checkVisibility({ visibilityProperty: true })) continue;
    const { color, fontSize, fontWeight, textDecorationLine } = getComputedStyle(node);
    const own = `${color} ${fontSize} ${fontWeight} ${textDecorationLine}`;
    // A link is told from the text it stands in.
    const around = node.parentElement && getComputedStyle(node.parentElement).color;
    const kind = `${groundOf(node)} ${node.tagName}.${node.className} ${own} ${around}`;
    if (!texts.has(kind)) texts.set(kind, node);
  }
  (globalThis as WithTexts).texts = texts;
  return [...texts.keys()];
}

function markTexts({ kinds, name, on }: { kinds: string[]; name: string; on: boolean }): void {
  for (const kind of kinds) {
    (globalThis as WithTexts).texts.get(kind)?.toggleAttribute(name, on);
  }
}

/** Marks what `showsMore` saw for the first time, the outermost of what lies in each other. */
export const ADDED = "data-added";

/** Whether something is seen that no earlier look at this document saw, and is then marked; runs in the page. */
export function showsMore(): boolean {
  const page = globalThis as typeof globalThis & { seen?: WeakSet<Element> };
  page.seen ??= new WeakSet();
  // As in ADDED: what runs in the page knows nothing of this module.
  const mark = "data-added";
  for (const node of document.querySelectorAll(`[${mark}]`)) node.removeAttribute(mark);
  let more = false;
  for (const node of document.body.querySelectorAll("*")) {
    if (page.seen.has(node) || !node.checkVisibility({ visibilityProperty: true })) continue;
    page.seen.add(node);
    if (!node.parentElement?.closest(`[${mark}]`)) node.setAttribute(mark, "");
    more = true;
  }
  return more;
}

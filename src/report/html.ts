/** The report as HTML: text escaped, numbers live, nothing asked of other hosts. */
import type { ElementContent, RootContent } from "hast";
import { toHtml } from "hast-util-to-html";
import type { YearFigures } from "../figures/figures.ts";
import { asideText } from "../text/period.ts";
import { phrases } from "../text/phrases.ts";
import { isSamePeriod } from "../values/period.ts";
import type { ReportPart } from "./parse.ts";
import { type Live, REFERENCE, resolveReference } from "./references.ts";

/** A live number as it is set, and where it leads, if it leads anywhere. */
export interface Linked {
  href: string | null;
  children: ElementContent[];
}

/** The blocks of a part as HTML; `link` renders a live number. Text is escaped, raw HTML is text. */
export function partHtml(
  part: Pick<ReportPart, "content">,
  figures: YearFigures,
  link: (live: Live) => Linked,
): string {
  const convert = (node: RootContent | ElementContent): ElementContent[] => {
    if (node.type === "text") return liveText(node.value, figures, link, asReported);
    if (node.type === "element" && HEADING.test(node.tagName)) {
      const tagName = node.tagName.replace(
        HEADING,
        (_, n: string) => `h${Math.min(6, Number(n) + 1)}`,
      );
      const children = node.children.flatMap((child) =>
        child.type === "text" && !child.value.includes("{{")
          ? inPhrases(child.value)
          : convert(child),
      );
      // The page's own title is the h1: the report's levels move down by one.
      return [{ ...node, tagName, children }];
    }
    if (node.type !== "element") return [];
    const { href, alt } = node.properties;
    // A page asks nothing of other hosts and a link opens pages only: what else it is, is its words
    // (of a picture the staff are told so, see checkProse).
    if (node.tagName === "img") return [{ type: "text", value: String(alt ?? "") }];
    if (node.tagName === "a" && !opensPage(String(href))) return node.children.flatMap(convert);
    return [{ ...node, children: node.children.flatMap(convert) }];
  };
  return toHtml({ type: "root", children: part.content.flatMap(convert) });
}

const HEADING = /^h([1-6])$/;

/** A heading as other titles are set: it breaks between phrases, not before the first of them alone. */
function inPhrases(text: string): ElementContent[] {
  const wbr: ElementContent = { type: "element", tagName: "wbr", properties: {}, children: [] };
  return phrases(text).flatMap((value, i): ElementContent[] => [
    ...(i > 0 ? [wbr] : []),
    { type: "text", value },
  ]);
}

function opensPage(href: string): boolean {
  const base = "http://site.invalid/";
  return URL.canParse(href, base) && /^(?:https?|mailto):$/.test(new URL(href, base).protocol);
}

/** “（截至11月30日）” behind a number of another time than the year's, unless its sentence has said so. */
function ownTime({ figure, amount, period }: Live, before: string): string {
  if (amount.state === "unknown" || isSamePeriod(period, figure.rowsPeriod)) return "";
  const sentence = before.slice(before.lastIndexOf("。") + 1);
  return sentence.includes(`${Number(period.until.slice(5, 7))}月`) ? "" : asideText(period);
}

/** The report's own number, where that is of another time than the rows' which is shown elsewhere. */
function asReported(live: Live): Live {
  const { figure, fragment, passage } = live;
  if (passage || fragment !== "") return live;
  const said = figure.statements.find(
    ({ amount, period }) => amount.state !== "unknown" && !isSamePeriod(period, figure.period),
  );
  return said ? { ...live, amount: said.amount, period: said.period } : live;
}

/** Text with its references turned into links. Also for the narrative of the topic pages. */
export function liveText(
  text: string,
  figures: YearFigures,
  link: (live: Live) => Linked,
  asked: (live: Live) => Live = (live) => live,
): ElementContent[] {
  const nodes: ElementContent[] = [];
  let end = 0;
  for (const match of text.matchAll(REFERENCE)) {
    if (match.index > end) nodes.push({ type: "text", value: text.slice(end, match.index) });
    end = match.index + match[0].length;
    const resolved = resolveReference(match[1] ?? "", figures);
    // References are checked when the report is read; an unknown one here is a slip of ours.
    if (!resolved.ok) throw new Error(`${match[0]}: ${resolved.why}`);
    const live = asked(resolved.live);
    const { href, children } = link(live);
    const time = ownTime(live, text.slice(0, match.index));
    nodes.push({
      type: "element",
      tagName: href === null ? "span" : "a",
      properties: { className: ["n"], ...(href !== null && { href }) },
      children,
    });
    if (time) nodes.push({ type: "text", value: time });
  }
  if (end < text.length) nodes.push({ type: "text", value: text.slice(end) });
  return nodes;
}

/** A live number as a link to its figure: unbreakable, with both values where it is in dispute. */
import type { ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { isSilent, type YearFigures } from "../figures/figures.ts";
import type { Check } from "../findings/define.ts";
import { checksOf, findingOf, findingsOf } from "../findings/find.ts";
import type { Notes } from "../findings/notes.ts";
import { isAnswered } from "../findings/settled.ts";
import { amountText } from "../text/format.ts";
import { fragmentOf } from "../text/links.ts";
import { EXPLAINED, UNEQUAL } from "../text/sentences.ts";
import type { Amount } from "../values/amount.ts";
import { type Linked, liveText } from "./html.ts";
import type { Live } from "./references.ts";

/** What of a year live numbers are made of. */
interface Facts extends Pick<Notes, "notes"> {
  figures: YearFigures;
  checks: readonly Check[];
}

/** How pages at a given root render a live number. */
export function liveLink(year: Facts, root: string) {
  return (live: Live): Linked => {
    const { figure, amount, unit, fragment, passage } = live;
    const id = figure.metric.id;
    const text = (value: string): ElementContent => ({ type: "text", value });
    const two = fragment === "" ? (passage ? besidePassage(year, live) : disputed(year, id)) : null;
    const children = two
      ? [
          text(amountText(two.one, unit)),
          MAY_BREAK,
          notEqual(two.answered),
          text(amountText(two.other, unit)),
        ]
      : [text(amountText(amount, unit))];
    const anchor = fragment ? `#${fragmentOf(fragment)}` : "";
    // What nobody published may have no page.
    const there = passage || fragment !== "" || !isSilent(figure);
    return { href: there ? `${root}figures/${id}/${anchor}` : null, children };
  };
}

/** Two numbers of one thing, and whether the bureau has said what they are. */
interface Two {
  one: Amount;
  other: Amount;
  answered: boolean;
}

function disputed(year: Facts, id: string): Two | null {
  const finding = findingOf(year, id);
  if (!finding) return null;
  const { left, right } = finding;
  return { one: left.amount, other: right.amount, answered: isAnswered(year, finding) };
}

/** Beside what one passage writes: the number that holds, if another does; until that is said, what the other passage writes. */
function besidePassage(year: Facts, { figure, amount }: Live): Two | null {
  const finding = findingsOf({ checks: checksOf(year, figure.metric.id) }).find(
    ({ rule, left, right }) =>
      rule.id === "passages" && [left, right].some((side) => isSame(side.amount, amount)),
  );
  if (!finding) return null;
  const { left, right, settled } = finding;
  const other = settled?.holds ?? (isSame(left.amount, amount) ? right.amount : left.amount);
  if (isSame(other, amount)) return null;
  return { one: amount, other, answered: isAnswered(year, finding) };
}

function isSame(one: Amount, other: Amount): boolean {
  return amountText(one, "") === amountText(other, "");
}

const MAY_BREAK: ElementContent = {
  type: "element",
  tagName: "wbr",
  properties: {},
  children: [],
};

/** In the alert colour until the bureau has said what it is, then the sign of a note. */
function notEqual(answered: boolean): ElementContent {
  return {
    type: "element",
    tagName: "b",
    properties: { className: answered ? ["ne", "answered"] : ["ne"] },
    children: [{ type: "text", value: answered ? EXPLAINED : UNEQUAL }],
  };
}

/** A sentence of ours with live numbers, as HTML; no line ends within a year, or between it and a number. */
export function proseHtml(text: string, year: Facts, root: string): string {
  const nodes = liveText(text, year.figures, liveLink(year, root));
  return toHtml({ type: "root", children: withYears(nodes) });
}

const YEAR_AND_NUMBER = /(\d{4}年(?:\d[\d,.]*%?)?)/;
const YEAR_LAST = /^(.*)(\d{4}年)$/s;

function withYears(nodes: readonly ElementContent[]): ElementContent[] {
  const text = (value: string): ElementContent[] => (value ? [{ type: "text", value }] : []);
  const whole = (children: ElementContent[]): ElementContent => ({
    type: "element",
    tagName: "span",
    properties: { className: ["n"] },
    children,
  });
  let year = "";
  return nodes.flatMap((node, i) => {
    if (node.type !== "text") {
      const said = year ? [whole([...text(year), node])] : [node];
      year = "";
      return said;
    }
    const last = i + 1 < nodes.length ? YEAR_LAST.exec(node.value) : null;
    year = last?.[2] ?? "";
    return (last?.[1] ?? node.value)
      .split(YEAR_AND_NUMBER)
      .flatMap((part, j) => (j % 2 === 1 ? [whole(text(part))] : text(part)));
  });
}

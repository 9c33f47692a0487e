/** The text of a Markdown document as a page shows it: without marks, entities or breaks of lines. */
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { crowdedLine, nestedLine } from "./nesting.ts";

export interface ShownText {
  text: string;
  /** Its first and last line. */
  lines: readonly [from: number, to: number];
}

/** Of each paragraph and heading; addresses and titles of links apart. None of what is no document. */
export function shownTexts(source: string): ShownText[] {
  if (crowdedLine(source) > 0) return [];
  const tree = fromMarkdown(source);
  if (nestedLine(tree) > 0) return [];
  const texts: ShownText[] = [];
  const visit = (node: Nodes) => {
    const { start, end } = node.position!;
    const add = (text: string | null | undefined) => {
      if (text) texts.push({ text, lines: [start.line, end.line] });
    };
    if ("url" in node) add(decoded(node.url));
    if ("title" in node) add(node.title);
    if (node.type === "paragraph" || node.type === "heading") add(textOf(node));
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return texts;
}

function textOf(node: Nodes): string {
  if ("children" in node) return node.children.map(textOf).join("");
  if ("alt" in node) return node.alt ?? "";
  return "value" in node ? node.value.replace(/ *\n */g, "") : "";
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

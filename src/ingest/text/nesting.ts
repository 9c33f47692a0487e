/** How deep a report goes: past what anybody writes, every way through its tree ends in an overflow. */
import type { Nodes, Root } from "mdast";

const DEEPEST = 50;
/** With more of them the parser itself, which tries every one with every other, takes minutes. */
const MOST_IN_PARAGRAPH = 500;
/** What starts a quotation or a list, before the text of a line. */
const STARTS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;

/** A line drawn across the page. */
const RULE = /^[ \t]*([-*_])(?:[ \t]*\1)+[ \t]*$/;

/** The first line (from 1) that has too much for the parser; 0 if there is none. */
export function crowdedLine(text: string): number {
  let brackets = 0;
  let marks = 0;
  for (const [index, line] of text.split("\n").entries()) {
    if (RULE.test(line)) continue;
    const starts = STARTS.exec(line)?.[0].match(/>|[-*+]|\d+/g)?.length ?? 0;
    if (starts > 0 || line.trim() === "") {
      brackets = 0;
      marks = 0;
    }
    brackets += countOf(line, /\[/g);
    marks += countOf(line, /[*_~]+/g);
    if (starts > DEEPEST || brackets > MOST_IN_PARAGRAPH || marks > MOST_IN_PARAGRAPH) {
      return index + 1;
    }
  }
  return 0;
}

/** The line of the first part of a tree that lies too deep; 0 if there is none. */
export function nestedLine(tree: Root): number {
  let level: Nodes[] = [tree];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST * 2) return level[0]!.position?.start.line ?? 1;
    level = level.flatMap((node) => ("children" in node ? node.children : []));
  }
  return 0;
}

function countOf(line: string, mark: RegExp): number {
  return line.match(mark)?.length ?? 0;
}

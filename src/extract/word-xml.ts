/** Ways through the XML of Word. */
import type { parseDocument } from "htmlparser2";

export type Document = ReturnType<typeof parseDocument>;
type Node = Document["children"][number];
export type Element = Extract<Node, { attribs: unknown }>;
type Parent = Pick<Document, "children">;

export function childrenNamed(node: Parent | undefined, name: string): Element[] {
  return (node?.children ?? []).filter(
    (child): child is Element => child.type === "tag" && child.name === name,
  );
}

/** The first with this name, however deep; without recursion, as files may be made to go very deep. */
export function firstNamed(node: Parent, name: string): Element | undefined {
  const ahead: Node[] = [...node.children].reverse();
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    if (next.type !== "tag") continue;
    if (next.name === name) return next;
    ahead.push(...[...next.children].reverse());
  }
  return undefined;
}

export function attributeOf(node: Element | undefined): string | undefined {
  return node?.attribs["w:val"];
}

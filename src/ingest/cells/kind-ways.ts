/** How vocabularies.yaml says what an own word is: the bureau is shown every way of its word. */
import type { Column } from "../../datasets/define.ts";
import { cut } from "../../text/cut.ts";

/** The key under which a word says its kind. */
export const KIND = "归类";

export function ways(word: string, { kinds = {} }: Column): string[] {
  return Object.keys(kinds).map((kind) => `“${cut(word, 40)}: { ${KIND}: ${kind} }”`);
}

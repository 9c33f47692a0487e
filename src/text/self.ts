/** What a body calls itself: sentences of the program say 本局, its pages say the body's own word. */

const DEPARTMENT = "本局";
const SELVES: readonly [end: RegExp, self: string][] = [
  [/局$/, DEPARTMENT],
  [/政府$/, "本级政府"],
];

/** The word for a body that names none, by the end of its name. */
export function selfOf(name: string): string {
  return SELVES.find(([end]) => end.test(name.trim()))?.[1] ?? "本单位";
}

/** A sentence of the program in the body's own word; never for words that data bring. */
export function inOwnWord(text: string, self: string): string {
  return text.replaceAll(DEPARTMENT, self);
}

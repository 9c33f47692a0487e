/** How a part of a whole looks, by what it means: the same in strips and in marks. */
import { itemText } from "../../text/sentences.ts";
import type { Item } from "../define.ts";

/**
 * done: what is asked about. half, next: lighter steps of the same blue, for what came to it by another
 * way or not wholly. left: what remains, an outline. missed: did not happen, an outline with one slash. unequal:
 * two numbers disagree; explained: they do, and it is said why. unknown: 未公布, dashed.
 */
export type Look =
  | "done"
  | "half"
  | "next"
  | "left"
  | "missed"
  | "unequal"
  | "explained"
  | "unknown";

export interface PaintedPart extends Item {
  look: Look;
  /** What stands by it, where that is not its name and value. */
  text?: string;
}

/** What is written by a part. */
export function partText(part: PaintedPart): string {
  return part.text ?? itemText(part);
}

const OUTLINE = { fill: "none", stroke: "var(--line)", inset: 0.5 } as const;

/** Fill and outline of each look; slashes and signs are drawn on top. */
export const PAINT: Record<Look, Readonly<Record<string, string | number>>> = {
  done: { fill: "var(--mark)" },
  half: { fill: "var(--seq-3)" },
  next: { fill: "var(--seq-1)", stroke: "var(--mark)", inset: 0.5 },
  left: OUTLINE,
  missed: OUTLINE,
  unequal: { fill: "none", stroke: "var(--alert)", strokeWidth: 2, inset: 1 },
  explained: { fill: "none", stroke: "var(--ink)", inset: 0.5 },
  unknown: { ...OUTLINE, strokeDasharray: "4 3" },
};

/** A topic's headline that a phone takes in at a glance: of several statements the first, as many as fit. The home page never parts the worst from the best. */
import { textWidth } from "../charts/forms/svg.ts";
import { phrases } from "../text/phrases.ts";

/** What stands between the statements of a headline. */
export const BETWEEN = "；\u200b";

/** A phone of 360 px: its line and the size of a first heading there (text.css). */
const LINE = 328;
const SIZE = 30;
const MOST_LINES = 3;

export interface Fitted {
  heading: string;
  /** What has no room in the heading, as the first sentence of what stands under it: the same words. */
  rest: string;
}

/**
 * The first statement, and of the others those that leave the heading its three lines. A statement is
 * never cut: 官司审结17件 alone would hide 败诉4件. `time` is that which all are of.
 */
export function fitted(headline: string, time = ""): Fitted {
  const statements = headline.split(BETWEEN);
  let n = statements.length;
  while (n > 1 && linesOf(statements.slice(0, n).join(BETWEEN)) > MOST_LINES) n--;
  const rest = statements.slice(n).join(BETWEEN);
  return {
    heading: statements.slice(0, n).join(BETWEEN),
    rest: rest && `${time}${rest}。`.replaceAll("\u200b", ""),
  };
}

/** The lines of a first heading on a phone, where phrases stay whole. */
export function linesOf(heading: string): number {
  let lines = 1;
  let filled = 0;
  for (const phrase of phrases(heading)) {
    const long = textWidth(phrase, SIZE, true);
    if (filled > 0 && filled + long > LINE) {
      lines++;
      filled = 0;
    }
    filled += long;
    // What no line holds breaks within.
    lines += Math.ceil(filled / LINE) - 1;
    filled -= Math.floor(filled / LINE) * LINE;
  }
  return lines;
}

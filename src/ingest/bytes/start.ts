/** The first lines of a file, for telling what it is. */
import { textOf, Unreadable } from "./decode.ts";
import type { Source } from "./source.ts";

const START = 1 << 14;

/** Nothing where it cannot be read. */
export async function startOf(source: Source, length = START): Promise<string> {
  let text = "";
  try {
    for await (const piece of textOf(source)) {
      text += piece;
      if (text.length >= length) break;
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
  return text.slice(0, length);
}

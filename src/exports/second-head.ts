/** A second row of heads: an export writes the names of its fields, and what they mean in Chinese below. */
import { isNothing, meant } from "../ingest/text/tidy.ts";

const ENOUGH = 3;

/** `names` knows the heads of all exports. A record says a day or a number somewhere, a row of heads does not. */
export function isSecondHead(
  cells: readonly string[],
  names: ReadonlyMap<string, string>,
): boolean {
  const said = cells.map(meant).filter((text) => !isNothing(text));
  if (said.some((text) => /^[\d.,/:\s-]+$|\d{2}/.test(text))) return false;
  const known = said.filter((text) => names.get(text) !== undefined).length;
  return known >= ENOUGH && known * 2 >= said.length;
}

/** A whole by what its groups mean, as one strip. */
import { saysNothing } from "../../text/rests.ts";
import { isExact } from "../../values/amount.ts";
import type { Form, Item } from "../define.ts";
import type { Look } from "../forms/looks.ts";
import { strip } from "../forms/strip.ts";

/** Null where a number is not plain, or a word is a bureau's own: what it means is not known. */
export function wholeStrip(
  items: readonly Item[],
  looks: Readonly<Record<string, Look>>,
): Form | null {
  const parts = items.flatMap((item) => {
    const look = looks[item.label] ?? (saysNothing(item.label) ? ("unknown" as const) : undefined);
    return look && isExact(item.amount) ? [{ ...item, look }] : [];
  });
  return parts.length === items.length && parts.length > 1 ? strip(parts) : null;
}

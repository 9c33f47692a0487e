/** How long a mark is drawn: as its amount; what is unknown or withheld has no mark that could be measured. */
import type { Amount } from "../../values/amount.ts";

export function lengthOf(amount: Amount | undefined): number {
  return amount?.state === "known" ? Math.max(0, amount.value) : 0;
}

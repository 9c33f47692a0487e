/** How large a mark is drawn: as its amount; what is unknown or suppressed has no size. */
import type { Amount } from "../../values/amount.ts";

export function sizeOf(amount: Amount | undefined): number {
  return amount?.state === "known" ? amount.value : 0;
}

/** Whether a drawing adds anything to its numbers. */
import { UNEQUAL } from "../text/sentences.ts";
import type { View } from "./define.ts";

/** One number has nothing to be compared with, two equal ones show one length twice, and none has no length: that is type. */
export function isWorthDrawing({ form, items, finding }: View): boolean {
  if (form === null) return false;
  if (finding || form.kind !== "条形图") return true;
  const known = items.flatMap(({ amount, against }) =>
    amount.state === "known" && (amount.value > 0 || against)
      ? [`${amount.value}${against ? UNEQUAL : ""}`]
      : [],
  );
  return known.length > 2 || new Set(known).size > 1;
}

/** A part of a whole beside what is left of it: one drawing of both, not two bars to subtract by eye. */
import { sameUnit } from "../../text/units.ts";
import type { Amount, KnownAmount } from "../../values/amount.ts";
import type { Form, Item } from "../define.ts";
import type { Look, PaintedPart } from "../forms/looks.ts";
import { strip } from "../forms/strip.ts";
import { tally } from "../forms/tally.ts";

/** So few are told one by one. */
const FEW = 20;

export interface PartOfItem {
  /** The whole, its part, and what is left: the rows of the table. */
  items: Item[];
  form: Form | null;
}

/**
 * Null where the two make no plain part and whole: a number is vague, withheld or in dispute, or all
 * of it is the part. What cannot be told is in neither, and so in neither mark.
 */
export function partOf(whole: Item, part: Item, left: string): PartOfItem | null {
  if (whole.against || part.against || !sameUnit(whole.unit, part.unit)) return null;
  const [all, some] = [whole.amount, part.amount];
  if (!isPlain(all) || !isPlain(some) || all.undetermined !== some.undetermined) return null;
  if (all.value === 0 || some.value >= all.value) return null;
  const rest: Item = {
    ...whole,
    label: left,
    amount: { ...all, value: all.value - some.value },
  };
  const drawn = [painted(part, "done"), painted(rest, "left")];
  return {
    items: [whole, part, rest],
    form: all.value <= FEW ? tally([{ parts: drawn }]) : strip(drawn),
  };
}

function isPlain(amount: Amount): amount is KnownAmount {
  return amount.state === "known" && amount.qualifier === "exact" && amount.missing === 0;
}

function painted(item: Item, look: Look): PaintedPart {
  const { amount } = item;
  return {
    ...item,
    amount: amount.state === "known" ? { ...amount, undetermined: 0 } : amount,
    look,
  };
}

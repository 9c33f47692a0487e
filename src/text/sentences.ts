/** Values in a sentence: true whatever the amounts. */
import { type Amount, isExact } from "../values/amount.ts";
import { amountText } from "./format.ts";
import { labelled } from "./labels.ts";

/** An amount with its unit. */
export interface Valued {
  amount: Amount;
  unit: string;
  /** A second value that the report gives for the same thing. */
  against?: Amount;
  /** When and how the bureau explained the two: from then on they are no news. */
  explained?: string;
}

/** Whether there is certainly none of it. */
export function isNone({ amount, against }: Pick<Valued, "amount" | "against">): boolean {
  return isExact(amount) && amount.value === 0 && !against;
}

export interface Named extends Valued {
  label: string;
}

/** A whole of which only some are meant: 逐行列出的. */
export interface Whole extends Named {
  which?: string;
}

/** “一审10件，二审7件，再审0件”; always true, whatever the amounts. */
export function enumerate(items: readonly Named[]): string {
  return items.map(itemText).join("，");
}

/** Between two numbers of one thing; ※ once the bureau has explained them. */
export const UNEQUAL = "≠";
export const EXPLAINED = "※";

/** “一审10件”: a label with its value. */
export function itemText(item: Named): string {
  return labelled(item.label, valueText(item), item.unit);
}

/** An amount, or both where the report gives two: 6件≠11件, 6件※11件. */
export function valueText(item: Named): string {
  const first = amountText(item.amount, item.unit);
  const sign = item.explained ? EXPLAINED : UNEQUAL;
  return item.against ? `${first}${sign}${amountText(item.against, item.unit)}` : first;
}

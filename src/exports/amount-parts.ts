/** An amount that an export writes in a column for each part: 没收违法所得金额 beside 没收非法财物金额. */
import { roundTo } from "../values/decimals.ts";
import type { Read } from "./cell-words.ts";
import { NOTHING } from "./column-reader.ts";

/**
 * The numbers of two parts or more together; null where one is not exact: 约2万 and 500 are 约20500 to
 * nobody, who would read of it that it is known to the hundred.
 */
export function addedUp(parts: readonly (number | null)[]): number | null {
  if (parts.includes(null)) return null;
  return roundTo(
    parts.reduce<number>((all, one) => all + one!, 0),
    2,
  );
}

/** The parts together; what one of them says where the others say nothing, or cannot be read. */
export function sumOf(parts: readonly Read[]): Read {
  const said = parts.filter((part) => part !== NOTHING);
  if (said.length < 2) return said[0] ?? NOTHING;
  const wrong = said.find((part) => !("text" in part));
  if (wrong) return wrong;
  const texts = said.flatMap((part) => ("text" in part ? [part.text] : []));
  const numbers = texts.filter((text) => text !== "").map(Number);
  const sum = addedUp(numbers.map((number) => (Number.isNaN(number) ? null : number)));
  return sum === null ? NOT_ADDED : { text: String(sum), how: "same" };
}
const NOT_ADDED: Read = {
  why: "一个数分在几列里写，其中有约数，加不起来",
  fix: "写成确定的数，或者在一列里写合计",
};

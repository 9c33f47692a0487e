/**
 * Columns worked out of one another are shown or hidden together, and their totals are published
 * each: 8 待签收 of which six are shown as 未到期, and no 未到期 beyond those shown, tell of two more.
 * So of every word of such columns the lines that hide it stand for none or for at least five
 * matters; how many they are anybody can count, so what is hidden for it tells nothing.
 */
import { isUnsafe } from "../threshold.ts";
import type { EquivalenceClasses } from "./equivalence-classes.ts";
import { type Microdata, suppressionOf } from "./local-suppression.ts";

export function protectJointAttributes(microdata: Microdata, classes: EquivalenceClasses): void {
  for (const [at, joint] of microdata.quasiIdentifiers.entries()) {
    if (joint.length < 2) continue;
    for (let taken = tellingClass(microdata, classes, joint); taken !== null; ) {
      classes.suppress(taken, suppressionOf(microdata, at));
      taken = tellingClass(microdata, classes, joint);
    }
  }
}

/** A class that shows a word of which one to four matters are hidden; null where there is none. */
function tellingClass(
  microdata: Microdata,
  classes: EquivalenceClasses,
  joint: readonly number[],
): number | null {
  for (const column of joint) {
    const shown = classes.columns[column]!;
    for (const [word, hidden] of hiddenByWord(microdata, classes, column).entries()) {
      if (word === 0 || !isUnsafe(hidden)) continue;
      const taken = classes.last((one) => shown[one] === word);
      if (taken !== null) return taken;
    }
  }
  return null;
}

/** By the code of a word, of how many matters with it the lines do not show it. */
function hiddenByWord(
  { columns, weights }: Microdata,
  classes: EquivalenceClasses,
  column: number,
): number[] {
  const codes = columns[column]!;
  const shown = classes.columns[column]!;
  const hidden: number[] = [];
  for (let record = 0; record < weights.length; record++) {
    const isShown = shown[classes.classOf(record)] !== 0;
    hidden[codes[record]!] = (hidden[codes[record]!] ?? 0) + (isShown ? 0 : weights[record]!);
  }
  return hidden;
}

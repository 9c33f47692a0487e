/**
 * Columns worked out of one another are shown or hidden together, and their totals are published
 * each: 8 待签收 of which six are shown as 未到期, and no 未到期 beyond those shown, tell of two more.
 * So of every word of such columns the lines that hide it stand for none or for at least five
 * matters; how many they are anybody can count, so what is hidden for it tells nothing.
 */
import { THRESHOLD } from "../threshold.ts";
import type { EquivalenceClasses } from "./equivalence-classes.ts";
import { type Microdata, suppressionOf } from "./local-suppression.ts";

export function protectJointAttributes(microdata: Microdata, classes: EquivalenceClasses): void {
  const { columns, quasiIdentifiers } = microdata;
  for (const [at, joint] of quasiIdentifiers.entries()) {
    if (joint.length < 2) continue;
    for (;;) {
      const taken = joint
        .flatMap((column) => wordsIn(columns[column]!).map((word) => ({ column, word })))
        .filter((one) => isTold(hiddenOf(microdata, classes, one.column, one.word)))
        .map(({ column, word }) => classes.last((one) => classes.columns[column]![one] === word))
        .find((one) => one !== null);
      if (taken === undefined || taken === null) break;
      classes.suppress(taken, suppressionOf(microdata, at));
    }
  }
}

function isTold(hidden: number): boolean {
  return hidden > 0 && hidden < THRESHOLD;
}

/** The codes of a column that are words, ascending. */
function wordsIn(codes: ArrayLike<number>): number[] {
  return [...new Set(Array.from(codes))].filter((code) => code !== 0).sort((a, b) => a - b);
}

/** Of how many matters with a word the lines do not show it. */
function hiddenOf(
  { columns, weights }: Microdata,
  classes: EquivalenceClasses,
  column: number,
  word: number,
): number {
  const codes = columns[column]!;
  const shown = classes.columns[column]!;
  let hidden = 0;
  for (let record = 0; record < weights.length; record++) {
    if (codes[record] === word && shown[classes.classOf(record)] === 0) hidden += weights[record]!;
  }
  return hidden;
}

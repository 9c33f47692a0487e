/**
 * The mixed remainder: one line that shows nothing stands for at least five matters, which hold at
 * least two words (an empty cell is one) of every column that has two. Totals by one column are
 * published exactly; a number by two columns can then never be worked out from them and the rows.
 * For let it count a matter that is not shown. The remainder holds another with another word in the
 * one column, and one with another word in the other: two of the three can trade words, which
 * changes the number and nothing that is published.
 */
import { THRESHOLD } from "../threshold.ts";
import type { EquivalenceClasses } from "./equivalence-classes.ts";
import { everyRow } from "./grouping.ts";
import { fullSuppression, type Microdata } from "./local-suppression.ts";

/** Fewer matters make at most one class beside the remainder: they show nothing. */
const FEWEST = 2 * THRESHOLD;

/** Suppresses whole classes until the remainder is mixed, among the records of each population. */
export function mixRemainder(
  microdata: Microdata,
  classes: EquivalenceClasses,
  populations: readonly Uint8Array[],
): void {
  const full = fullSuppression(microdata);
  const few = microdata.weights.reduce((sum, weight) => sum + weight, 0) < FEWEST;
  for (;;) {
    const remainder = classes.find((one) => classes.isFullySuppressed(one));
    const isOther = (one: number) => one !== remainder;
    const taken = few
      ? classes.last(isOther)
      : takenNext(microdata, classes, populations, remainder);
    if (taken === null) return;
    classes.suppress(taken, full);
  }
}

/** The class that the remainder lacks, by the place of its words; null when it is mixed. */
function takenNext(
  { columns, weights, quasiIdentifiers }: Microdata,
  classes: EquivalenceClasses,
  populations: readonly Uint8Array[],
  remainder: number | null,
): number | null {
  const counted = everyRow(weights.length).filter((record) => weights[record]! > 0);
  const inside = counted.filter((record) => classes.classOf(record) === remainder);
  /** Of the other classes that hold such records, one that shows as much where there is any. */
  const holding = (
    holds: (record: number) => boolean,
    shows: (one: number) => boolean,
  ): number | null => {
    const has = new Uint8Array(classes.weights.length);
    for (const record of counted) if (holds(record)) has[classes.classOf(record)] = 1;
    if (remainder !== null) has[remainder] = 0;
    return (
      classes.last((one) => has[one] === 1 && shows(one)) ?? classes.last((one) => has[one] === 1)
    );
  };
  for (const population of populations) {
    const belongs = (record: number) => population[record] === 1;
    const own = inside.filter(belongs);
    const sum = own.reduce((total, record) => total + weights[record]!, 0);
    const taken = sum < THRESHOLD ? holding(belongs, () => true) : null;
    if (taken !== null) return taken;
    for (const column of quasiIdentifiers.flat()) {
      const codes = columns[column]!;
      const shown = classes.columns[column]!;
      const word = own.length > 0 ? codes[own[0]!]! : null;
      if (word === null || own.some((record) => codes[record] !== word)) continue;
      const taken = holding(
        (record) => belongs(record) && codes[record] !== word,
        (one) => shown[one] !== 0 && shown[one] !== word,
      );
      if (taken !== null) return taken;
    }
  }
  return null;
}

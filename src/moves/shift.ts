/** What two states of a sort of people's matters tell, column by column, of the few that differ. */

/** By word, how many. */
export type ByWord = ReadonlyMap<string, number>;

/** Two published numbers of people's matters that differ by less tell of the few between them. */
export const FEW = 20;

/** So many matters, at the least, are in a breakdown otherwise than before. */
export function shiftOf(before: ByWord, after: ByWord): number {
  let [came, went] = [0, 0];
  for (const word of new Set([...before.keys(), ...after.keys()])) {
    const step = (after.get(word) ?? 0) - (before.get(word) ?? 0);
    if (step > 0) came += step;
    else went -= step;
  }
  return Math.max(came, went);
}

/**
 * How many matters that are no more nor fewer say something else in two columns at once, which
 * subtracting puts together; 0 where none do, or so many that nothing is told of one. Shifts by column.
 */
export function rewritten(shifts: readonly number[]): number {
  const few = shifts.filter((shift) => shift > 0 && shift < FEW);
  return few.length < 2 ? 0 : Math.max(...few);
}

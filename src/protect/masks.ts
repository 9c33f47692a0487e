/** Masks that give up as little of each row as can be. */
import { everyRow, Grouping, weigh } from "./groups.ts";
import { fullMask, type Pool, shownUnder } from "./pool.ts";
import { LEAST } from "./suppress.ts";

/** By row, the smallest mask, as a number, that puts it into a class of five; all units where none does. */
export function smallestMasks(pool: Pool): Uint32Array {
  const { columns, weights } = pool;
  const masks = new Uint32Array(weights.length);
  const grouping = new Grouping(columns);
  let rest = everyRow(weights.length);
  for (let mask = 0; mask <= fullMask(pool) && rest.length > 0; mask++) {
    const groups = grouping.groups(shownUnder(pool, mask), rest);
    const sums = weigh(groups, weights);
    let small = 0;
    for (let i = 0; i < rest.length; i++) {
      const row = rest[i]!;
      masks[row] = mask;
      if (sums[groups.of[i]!]! < LEAST) rest[small++] = row;
    }
    rest = rest.subarray(0, small);
  }
  return masks;
}

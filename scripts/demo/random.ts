/** Chance that comes out the same everywhere: a named seed, no clock, no Math.random. */

/** A number from 0 up to 1. */
export type Random = () => number;

/** A generator of its own for every name, so that one table's rows never depend on another's. */
export function seeded(name: string): Random {
  // FNV-1a, in integers only.
  let seed = 0x811c9dc5;
  for (const char of name) seed = Math.imul(seed ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return numbersFrom(seed);
}

/** mulberry32: the same numbers for the same seed, in integers only. */
export function numbersFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A chooser among weighted things. */
export function chooser<Thing>(
  weighted: readonly (readonly [Thing, number])[],
): (random: Random) => Thing {
  const things = weighted.map(([thing]) => thing);
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
  const upTo: number[] = [];
  let sum = 0;
  for (const [, weight] of weighted) {
    sum += weight;
    upTo.push(sum / total);
  }
  const last = things.length - 1;
  return (random) => {
    const point = random();
    let index = 0;
    while (index < last && point >= upTo[index]!) index++;
    return things[index]!;
  };
}

/** One of a list, all alike. */
export function oneOf<Thing>(random: Random, list: readonly Thing[]): Thing {
  return list[Math.floor(random() * list.length)]!;
}

/** A whole number from `low` to `high`, both included. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** Log-normal: most are near the median, a few are many times as long. */
export function logNormal(random: Random, median: number, sigma: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return median * Math.exp(sigma * radius * Math.cos(2 * Math.PI * random()));
}
